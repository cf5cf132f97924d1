//! Who comes and who goes.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::{Head, Id, Moment, Tx};
use allmende_web::form::Input;
use allmende_web::{Cx, Problem};

use super::evening::{Evening, clock};
use super::{here, refused};
use crate::model::participant::{Participant, Presence};

/// Writes down that somebody came or went.
pub(super) async fn change(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let who: Id = cx.submission().get("participant").parse().map_err(|_| Problem::NotFound)?;
    let one = evening.participants.iter().find(|one| one.head.id == who).ok_or(Problem::NotFound)?;
    let at = evening.at(&cx).map_err(Problem::Refused)?;
    if cx.submission().get("was") == "geht" {
        depart(&cx, &mut tx, &evening, one, at).await?;
    } else {
        arrive(&cx, &mut tx, &evening, one, at).await?;
    }
    cx.done(tx, &here(&cx, id), None).await
}

async fn arrive(cx: &Cx, tx: &mut Tx, evening: &Evening, one: &Participant, at: Moment) -> Result<(), Problem> {
    let mut input = Input::new(cx);
    let person = input.text("person", 300).replace('\n', " ");
    refused(input)?;
    let stretches = evening.presences.iter().filter(|stretch| stretch.participant_id == one.head.id);
    if let Some(other) = stretches.clone().find(|stretch| stretch.left_at.is_none_or(|left| left > at)) {
        let values = [
            ("name", one.name.as_str().into()),
            ("came", clock(other.came_at).into()),
            ("left", other.left_at.map(clock).unwrap_or_default().into()),
            ("time", clock(at).into()),
        ];
        // Whoever is there may at most be replaced by somebody else who speaks for the same member.
        let key = match other.left_at {
            None if other.came_at <= at => "hold-here-already",
            None => "hold-arrival-after",
            Some(_) => "hold-arrival-overlaps",
        };
        return Err(Problem::Refused(cx.tv(key, values)));
    }
    let person = if person.is_empty() { one.speaker().to_owned() } else { person };
    let mut stretch = Presence {
        head: Head::default(),
        meeting_id: evening.meeting.head.id,
        participant_id: one.head.id,
        person,
        came_at: at,
        left_at: None,
    };
    Ok(tx.insert(&mut stretch).await?)
}

async fn depart(cx: &Cx, tx: &mut Tx, evening: &Evening, one: &Participant, at: Moment) -> Result<(), Problem> {
    let mine = |stretch: &&Presence| stretch.participant_id == one.head.id && stretch.left_at.is_none();
    let name = || ("name", one.name.as_str().into());
    let Some(stretch) = evening.presences.iter().find(mine) else {
        return Err(Problem::Refused(cx.tv("hold-not-here", [name()])));
    };
    if at < stretch.came_at {
        let values = [name(), ("came", clock(stretch.came_at).into()), ("time", clock(at).into())];
        return Err(Problem::Refused(cx.tv("hold-departure-before-arrival", values)));
    }
    check_votes(cx, evening, one, stretch.came_at, Some(at))?;
    let mut stretch = stretch.clone();
    stretch.left_at = Some(at);
    Ok(tx.update(&mut stretch).await?)
}

/// Refuses to take somebody out of a vote that was counted with them.
fn check_votes(
    cx: &Cx,
    evening: &Evening,
    one: &Participant,
    came: Moment,
    left: Option<Moment>,
) -> Result<(), Problem> {
    let counted = evening.votes.iter().filter(|vote| vote.annulled_on.is_none() && vote.heads > 0);
    let missed = counted
        .filter(|vote| evening.stretch(one.head.id, vote.cast_at).is_some())
        // A vote in the minute of a departure was taken before it.
        .find(|vote| vote.cast_at < came || left.is_some_and(|left| vote.cast_at > left));
    match missed.filter(|_| one.role.votes()) {
        None => Ok(()),
        Some(vote) => {
            let values = [
                ("name", one.name.as_str().into()),
                ("time", clock(vote.cast_at).into()),
                ("title", vote.title.as_str().into()),
            ];
            Err(Problem::Refused(cx.tv("hold-was-counted", values)))
        }
    }
}

/// Corrects the times of a stretch, or takes it out.
pub(super) async fn correct(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let wanted: Id = cx.submission().get("stretch").parse().map_err(|_| Problem::NotFound)?;
    let stretch = evening.presences.iter().find(|one| one.head.id == wanted).ok_or(Problem::NotFound)?;
    let one = evening.participants.iter().find(|one| one.head.id == stretch.participant_id).ok_or(Problem::NotFound)?;
    if cx.submission().get("was") == "streichen" {
        // As if it had never been: whoever was counted in between stays.
        check_votes(&cx, &evening, one, Moment(jiff::Timestamp::MAX), None)?;
        tx.trash::<Presence>(stretch.head.id).await?;
        return cx.done(tx, &here(&cx, id), None).await;
    }
    let came = evening.at_field(&cx, "came").map_err(Problem::Refused)?;
    let left = match cx.submission().get("left") {
        "" => None,
        _ => Some(evening.at_field(&cx, "left").map_err(Problem::Refused)?),
    };
    if left.is_some_and(|left| left < came) {
        let values = [
            ("name", one.name.as_str().into()),
            ("came", clock(came).into()),
            ("time", left.map(clock).unwrap_or_default().into()),
        ];
        return Err(Problem::Refused(cx.tv("hold-departure-before-arrival", values)));
    }
    let overlaps = evening.presences.iter().find(|other| {
        other.participant_id == one.head.id
            && other.head.id != stretch.head.id
            && other.left_at.is_none_or(|end| end > came)
            && left.is_none_or(|left| other.came_at < left)
    });
    if let Some(other) = overlaps {
        let values = [
            ("name", one.name.as_str().into()),
            ("came", clock(other.came_at).into()),
            ("left", other.left_at.map(clock).unwrap_or_default().into()),
            ("time", clock(came).into()),
        ];
        return Err(Problem::Refused(cx.tv("hold-arrival-overlaps", values)));
    }
    check_votes(&cx, &evening, one, came, left)?;
    let mut stretch = stretch.clone();
    (stretch.came_at, stretch.left_at) = (came, left);
    tx.update(&mut stretch).await?;
    cx.done(tx, &here(&cx, id), None).await
}
