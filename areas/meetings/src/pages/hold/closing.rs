//! Closing a meeting: what was not decided waits again, and nothing changes any more.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::{Id, Moment};
use allmende_web::access::Flash;
use allmende_web::{Cx, Problem, assets, page};

use super::evening::{Evening, clock};
use super::items::to_store;
use super::{SCRIPT, address};
use crate::model::topic::Origin;
use crate::model::vote::VoteOutcome;
use crate::model::{AgendaItem, ItemState, MeetingState, Purpose};

#[derive(askama::Template)]
#[template(path = "hold-close.html")]
struct ClosePage<'a> {
    cx: &'a Cx,
    title: String,
    base: String,
    time: String,
    here: usize,
    waiting: Vec<String>,
    errors: Vec<String>,
    asset: &'static str,
}

/// What was not dealt with, or dealt with and not decided although a decision was wanted.
fn is_undecided(item: &AgendaItem) -> bool {
    let wants = matches!(item.purpose, Purpose::Decision | Purpose::Election);
    item.state == ItemState::Open && (item.began_at.is_none() || wants)
}

/// The question before it happens.
pub(super) async fn ask(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    draw(&cx, &evening, Vec::new())
}

fn draw(cx: &Cx, evening: &Evening, errors: Vec<String>) -> Result<Response, Problem> {
    let faulty = !errors.is_empty();
    let now = evening.now(cx);
    let undecided = evening.items.iter().filter(|item| is_undecided(item));
    let body = ClosePage {
        title: super::title(&evening.meeting),
        base: address(evening.meeting.head.id),
        time: if faulty { cx.submission().get("at").to_owned() } else { clock(now) },
        here: evening.presences.iter().filter(|one| one.left_at.is_none()).count(),
        waiting: undecided.map(|item| item.title.clone()).collect(),
        errors,
        asset: assets::prefix(),
        cx,
    };
    let title = cx.t("hold-close");
    page::alone(cx, &title, SCRIPT, faulty, &body)
}

/// Closes the meeting.
pub(super) async fn close(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut evening = Evening::running(&cx, &mut tx, id).await?;
    let at = match evening.at(&cx).and_then(|at| check(&cx, &evening, at)) {
        Ok(at) => at,
        Err(sentence) => return draw(&cx, &evening, vec![sentence]),
    };
    for item in &evening.items {
        let mut changed = item.clone();
        if is_undecided(item) {
            to_store(&mut tx, &evening.meeting, item, Origin::Undecided).await?;
        } else if item.state == ItemState::Open {
            changed.state = ItemState::Done;
        }
        if item.began_at.is_some() && item.ended_at.is_none() {
            changed.ended_at = item.began_at.max(Some(at));
        }
        if changed != *item {
            tx.update(&mut changed).await?;
        }
    }
    for stretch in evening.presences.iter().filter(|one| one.left_at.is_none()) {
        let mut stretch = stretch.clone();
        stretch.left_at = Some(at);
        tx.update(&mut stretch).await?;
    }
    let meeting = &mut evening.meeting;
    meeting.closed_at = Some(at);
    meeting.state = MeetingState::Held;
    meeting.ends_at = clock(at);
    if meeting.begins_at.is_empty() {
        meeting.begins_at = meeting.opened_at.map(clock).unwrap_or_default();
    }
    tx.update(meeting).await?;
    let text = cx.tv("flash-closed", [("title", meeting.title.as_str().into()), ("time", clock(at).into())]);
    cx.done(tx, &address(id), Some(Flash { text, undo: None })).await
}

/// The end lies behind everything that was written down, and no tie waits for the chair.
fn check(cx: &Cx, evening: &Evening, at: Moment) -> Result<Moment, String> {
    let open = evening.votes.iter().find(|vote| vote.outcome == VoteOutcome::Open && vote.annulled_on.is_none());
    if let Some(vote) = open {
        return Err(cx.tv("hold-close-tie", [("title", vote.title.as_str().into())]));
    }
    let people = evening.presences.iter().flat_map(|one| [Some(one.came_at), one.left_at]);
    let votes = evening.votes.iter().map(|vote| Some(vote.cast_at));
    let last = people.chain(votes).flatten().max().unwrap_or(at);
    if at < last {
        let values = [("time", clock(at).into()), ("last", clock(last).into())];
        return Err(cx.tv("hold-close-early", values));
    }
    Ok(at)
}
