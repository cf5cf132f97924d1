//! The outbox: mails as rows.

use allmende_store::{Database, Id, Moment, StoreError, Tx, args};
use jiff::SignedDuration;

use crate::mail::{MailFault, Mailer};

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Address of the recipient.
    pub recipient: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

/// A mail in the outbox.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct OutboxLine {
    /// The alliance that sends.
    pub alliance_id: Id,
    /// Its id; the Message-ID is made of it.
    pub id: Id,
    /// Address of the recipient.
    pub recipient: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// When it was written.
    pub created_at: Moment,
    /// How often it was tried.
    pub attempts: i64,
    /// When it left.
    pub sent_at: Option<Moment>,
    /// Why it did not.
    pub fault: String,
}

/// After this many tries a mail waits for a person.
const MOST_ATTEMPTS: i64 = 12;

allmende_store::statements! {
    OUTBOX_PUT = "INSERT INTO outbox (alliance_id, id, recipient, subject, body, created_at, due_at, attempts, sent_at, fault)
        VALUES ($1, $2, $3, $4, $5, $6, $6, 0, NULL, '')";
    OUTBOX_LIST = "SELECT alliance_id, id, recipient, subject, body, created_at, attempts, sent_at, fault FROM outbox
        WHERE alliance_id = $1 ORDER BY id DESC LIMIT 200";
    OUTBOX_DUE across = "SELECT alliance_id, id, recipient, subject, body, created_at, attempts, sent_at, fault FROM outbox
        WHERE sent_at IS NULL AND due_at <= $1 AND attempts < $2 ORDER BY due_at LIMIT 20";
    OUTBOX_SENT = "UPDATE outbox SET sent_at = $3, fault = '', body = '' WHERE alliance_id = $1 AND id = $2";
    OUTBOX_LATER = "UPDATE outbox SET attempts = $3, due_at = $4, fault = $5 WHERE alliance_id = $1 AND id = $2";
    OUTBOX_WAITING across = "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND attempts < $1";
    OUTBOX_STUCK across = "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND attempts >= $1";
    OUTBOX_OLDEST across = "SELECT created_at FROM outbox WHERE sent_at IS NULL AND attempts < $1 ORDER BY created_at LIMIT 1";
    OUTBOX_OLD across = "DELETE FROM outbox WHERE sent_at < $1";
}

/// Writes a mail into the outbox, in the transaction of its cause.
pub async fn queue(tx: &mut Tx, mail: &Mail) -> Result<(), StoreError> {
    let now = tx.now();
    // A line break in a subject would begin a new header.
    let subject = mail.subject.replace(['\r', '\n'], " ");
    tx.run(OUTBOX_PUT, args![Id::new(now), &mail.recipient, subject, &mail.body, now]).await.map(drop)
}

/// The newest mails of the alliance. Texts of sent mails are gone: they may hold links that open doors.
pub async fn list(tx: &mut Tx) -> Result<Vec<OutboxLine>, StoreError> {
    tx.rows(OUTBOX_LIST, Vec::new()).await
}

fn wait(attempts: i64) -> SignedDuration {
    // 1, 2, 4 … minutes, at most six hours.
    let minutes = 1_i64.checked_shl(u32::try_from(attempts.clamp(0, 9)).unwrap_or(9)).unwrap_or(360);
    SignedDuration::from_mins(minutes.min(360))
}

/// Sends what is due. Gives how many mails left.
pub async fn send_due(database: &Database, mailer: &Mailer, now: Moment) -> Result<usize, StoreError> {
    let due: Vec<OutboxLine> = {
        let mut tx = database.read(Id::NIL, now).await?;
        tx.rows(OUTBOX_DUE, args![now, MOST_ATTEMPTS]).await?
    };
    let mut sent = 0;
    for line in due {
        let outcome = mailer.send(&line).await;
        let mut tx = database.write(line.alliance_id, allmende_store::Actor::default(), now).await?;
        match outcome {
            Ok(()) => {
                tx.run(OUTBOX_SENT, args![line.id, now]).await?;
                sent += 1;
            }
            Err(fault) => {
                let attempts = match fault {
                    MailFault::Later(_) => line.attempts + 1,
                    MailFault::Refused(_) | MailFault::Address(_) => MOST_ATTEMPTS,
                };
                let due = Moment::new(now.0.saturating_add(wait(line.attempts)).unwrap_or(now.0));
                tracing::warn!(mail = %line.id, attempts, %fault, "a mail did not leave");
                tx.run(OUTBOX_LATER, args![line.id, attempts, due, fault.to_string()]).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(sent)
}

/// What waits in the outbox of all alliances.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backlog {
    /// Mails that will be tried.
    pub waiting: i64,
    /// Mails that were tried in vain and wait for a person.
    pub stuck: i64,
    /// Seconds since the oldest waiting mail was written; 0 if none waits.
    pub oldest_seconds: i64,
}

/// How much waits in the outbox.
pub async fn backlog(tx: &mut Tx) -> Result<Backlog, StoreError> {
    let now = tx.now();
    let waiting: Option<(i64,)> = tx.row(OUTBOX_WAITING, args![MOST_ATTEMPTS]).await?;
    let stuck: Option<(i64,)> = tx.row(OUTBOX_STUCK, args![MOST_ATTEMPTS]).await?;
    let oldest: Option<(Moment,)> = tx.row(OUTBOX_OLDEST, args![MOST_ATTEMPTS]).await?;
    Ok(Backlog {
        waiting: waiting.map_or(0, |(count,)| count),
        stuck: stuck.map_or(0, |(count,)| count),
        oldest_seconds: oldest.map_or(0, |(at,)| now.0.duration_since(at.0).as_secs().max(0)),
    })
}

/// Deletes mails that left long ago.
pub(crate) async fn sweep(tx: &mut Tx) -> Result<(), StoreError> {
    let now = tx.now();
    let before = Moment::new(now.0.saturating_sub(SignedDuration::from_hours(30 * 24)).unwrap_or(now.0));
    tx.run(OUTBOX_OLD, args![before]).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_stay_bounded() {
        let minutes: Vec<i64> = [0, 1, 2, 5, 9, 40].into_iter().map(|attempts| wait(attempts).as_mins()).collect();
        assert_eq!(minutes, [1, 2, 4, 32, 360, 360]);
    }
}
