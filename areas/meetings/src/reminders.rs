//! When somebody was reminded of a task. It is no record: it only keeps mails from being sent twice in a week.

use std::collections::BTreeSet;

use allmende_store::{Day, Id, StoreError, Tx, args};

allmende_store::statements! {
    REMINDED = "SELECT task_id, sent_on FROM task_reminder WHERE alliance_id = $1 AND sent_on > $2 ORDER BY task_id";
    REMIND = "INSERT INTO task_reminder (alliance_id, task_id, sent_on) VALUES ($1, $2, $3)
        ON CONFLICT (alliance_id, task_id) DO UPDATE SET sent_on = excluded.sent_on";
}

/// The tasks of which somebody was reminded after a day.
pub async fn reminded_after(tx: &mut Tx, day: Day) -> Result<BTreeSet<Id>, StoreError> {
    let rows: Vec<(Id, Day)> = tx.rows(REMINDED, args![day]).await?;
    Ok(rows.into_iter().map(|(task, _)| task).collect())
}

/// Notes that somebody was reminded of a task today.
pub async fn note(tx: &mut Tx, task: Id) -> Result<(), StoreError> {
    let today = tx.today();
    tx.run(REMIND, args![task, today]).await?;
    Ok(())
}
