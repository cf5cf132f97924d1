//! All SQL of the area.

use std::collections::BTreeMap;

use allmende_store::{Day, Id, StoreError, Tx, args};

use crate::model::{AgendaItem, Meeting};

allmende_store::statements! {
    HELD = "SELECT id, version, created_at, changed_at, trashed_at, archived_at,
            body_id, title, held_on, ends_on, begins_at, ends_at, place, state, note
        FROM meeting WHERE alliance_id = $1 AND held_on >= $2 AND held_on <= $3 AND state = 'held' AND trashed_at IS NULL
        ORDER BY held_on, begins_at, id";
    HELD_ITEMS = "SELECT i.id, i.version, i.created_at, i.changed_at, i.trashed_at, i.archived_at,
            i.meeting_id, i.position, i.title, i.on_day, i.thread_id, i.outcome
        FROM agenda_item i JOIN meeting m ON m.alliance_id = i.alliance_id AND m.id = i.meeting_id
        WHERE i.alliance_id = $1 AND m.held_on >= $2 AND m.held_on <= $3 AND m.state = 'held'
            AND m.trashed_at IS NULL AND i.trashed_at IS NULL
        ORDER BY i.meeting_id, i.position, i.id";
    OF_MEETING = "SELECT id, version, created_at, changed_at, trashed_at, archived_at,
            meeting_id, position, title, on_day, thread_id, outcome
        FROM agenda_item WHERE alliance_id = $1 AND meeting_id = $2 ORDER BY position, id";
    TOPIC_COUNTS = "SELECT meeting_id, COUNT(*) AS topics FROM agenda_item WHERE alliance_id = $1 AND trashed_at IS NULL
        AND meeting_id IN ({ids}) GROUP BY meeting_id ORDER BY meeting_id";
    OF_BODY = "SELECT id, version, created_at, changed_at, trashed_at, archived_at,
            body_id, title, held_on, ends_on, begins_at, ends_at, place, state, note
        FROM meeting WHERE alliance_id = $1 AND body_id = $2 AND trashed_at IS NULL
        ORDER BY held_on DESC, begins_at DESC, id LIMIT 6";
    UNSETTLED = "SELECT id, version, created_at, changed_at, trashed_at, archived_at,
            body_id, title, held_on, ends_on, begins_at, ends_at, place, state, note
        FROM meeting WHERE alliance_id = $1 AND state = 'planned' AND held_on < $2 AND trashed_at IS NULL
        ORDER BY held_on, begins_at, id";
}

/// The meetings that took place from `from` to `to`, both included, in time order, each with its items in order.
/// A meeting counts by its first day. Two statements, however many there are.
pub async fn held_between(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<(Meeting, Vec<AgendaItem>)>, StoreError> {
    let meetings: Vec<Meeting> = tx.rows(HELD, args![from, to]).await?;
    let items: Vec<AgendaItem> = tx.rows(HELD_ITEMS, args![from, to]).await?;
    let mut by_meeting: BTreeMap<Id, Vec<AgendaItem>> = BTreeMap::new();
    for item in items {
        by_meeting.entry(item.meeting_id).or_default().push(item);
    }
    Ok(meetings
        .into_iter()
        .map(|meeting| {
            let items = by_meeting.remove(&meeting.head.id).unwrap_or_default();
            (meeting, items)
        })
        .collect())
}

/// The agenda of a meeting in order.
pub async fn agenda(tx: &mut Tx, meeting: Id) -> Result<Vec<AgendaItem>, StoreError> {
    let mut items = with_trashed(tx, meeting).await?;
    items.retain(|item| item.head.trashed_at.is_none());
    Ok(items)
}

async fn with_trashed(tx: &mut Tx, meeting: Id) -> Result<Vec<AgendaItem>, StoreError> {
    tx.rows(OF_MEETING, args![meeting]).await
}

/// The place after the last item of a meeting. Items in the trash keep theirs.
pub(crate) async fn next_position(tx: &mut Tx, meeting: Id) -> Result<i64, StoreError> {
    Ok(with_trashed(tx, meeting).await?.iter().map(|item| item.position).max().unwrap_or(0) + 1)
}

/// How many topics each of these meetings has, if any.
pub(crate) async fn topic_counts(tx: &mut Tx, meetings: Vec<Id>) -> Result<BTreeMap<Id, i64>, StoreError> {
    Ok(tx.rows_for::<(Id, i64)>(TOPIC_COUNTS, meetings).await?.into_iter().collect())
}

/// The newest meetings of a body.
pub(crate) async fn of_body(tx: &mut Tx, body: Id) -> Result<Vec<Meeting>, StoreError> {
    tx.rows(OF_BODY, args![body]).await
}

/// Meetings whose day is over and of which nobody has said yet whether they took place.
pub(crate) async fn unsettled(tx: &mut Tx) -> Result<Vec<Meeting>, StoreError> {
    let today = tx.today();
    let mut meetings: Vec<Meeting> = tx.rows(UNSETTLED, args![today]).await?;
    meetings.retain(|meeting| meeting.is_unsettled(today));
    Ok(meetings)
}

/// Brings the items of a meeting to its day; those in the trash too, because they can be taken out again.
pub(crate) async fn items_follow(tx: &mut Tx, meeting: &Meeting) -> Result<(), StoreError> {
    let day = meeting.calendar_day();
    for mut item in with_trashed(tx, meeting.head.id).await? {
        if item.on_day != day {
            item.on_day = day;
            tx.update(&mut item).await?;
        }
    }
    Ok(())
}

/// Numbers the items in the given order from 1.
pub(crate) async fn renumber(tx: &mut Tx, items: Vec<AgendaItem>, order: &[Id]) -> Result<(), StoreError> {
    for mut item in items {
        let place = order.iter().position(|id| *id == item.head.id).and_then(|index| i64::try_from(index + 1).ok());
        if let Some(place) = place
            && item.position != place
        {
            item.position = place;
            tx.update(&mut item).await?;
        }
    }
    Ok(())
}
