//! The records of a meeting as minutes need them.

use allmende_alliance::model::{Alliance, Body};
use allmende_store::{Id, StoreError, Tx};
use allmende_web::Problem;

use crate::minutes::{Call, Proceedings};
use crate::model::Meeting;
use crate::model::notice::NoticeKind;
use crate::queries;

/// Everything that minutes are made of, whoever asks: parts are told apart when they are drawn.
pub(super) async fn proceedings(tx: &mut Tx, meeting: Meeting) -> Result<Proceedings, StoreError> {
    let id = meeting.head.id;
    let alliance: Alliance = tx.get(tx.alliance()).await?.ok_or(StoreError::NotFound)?;
    let body: Option<Body> = tx.get_any(meeting.body_id).await?;
    let (rules, set) = queries::rules_on(tx, meeting.body_id, meeting.held_on).await?;
    let calls = queries::notices(tx, id)
        .await?
        .into_iter()
        .filter(|notice| matches!(notice.kind, NoticeKind::Invitation | NoticeKind::Moved))
        .map(|notice| Call { on: notice.sent_at.day(), reason: notice.reason })
        .collect();
    let made = Proceedings {
        alliance: alliance.name,
        brand: alliance.brand,
        body: body.map(|body| body.name).unwrap_or_default(),
        items: queries::whole_agenda(tx, id).await?,
        participants: queries::participants(tx, id).await?,
        presences: queries::presences(tx, id).await?,
        votes: queries::all_votes(tx, id).await?,
        ballots: queries::ballots(tx, id).await?.into_values().flatten().collect(),
        tasks: queries::tasks_of_meeting(tx, id).await?,
        calls,
        rules,
        source: set.map(|set| set.source).unwrap_or_default(),
        meeting,
    };
    Ok(made.cleaned())
}

/// The meeting, if it exists.
pub(super) async fn meeting(tx: &mut Tx, id: Id) -> Result<Meeting, Problem> {
    tx.get(id).await?.ok_or(Problem::NotFound)
}
