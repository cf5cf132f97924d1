//! Going through the agenda: beginning an item, notes, postponing, withdrawing, adding what is urgent.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::{Id, Moment, Tx};
use allmende_web::form::Input;
use allmende_web::{Cx, Problem};

use super::evening::Evening;
use super::view::{self, Faults};
use super::{item_address, refused};
use crate::model::topic::{Origin, Topic};
use crate::model::{AgendaItem, ItemState, Meeting, Purpose};
use crate::queries;

/// Begins an item and ends the one before.
pub(super) async fn begin(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let item = evening.item_of_form(&cx)?;
    let at = evening.at(&cx).map_err(Problem::Refused)?;
    end_others(&mut tx, &evening, item.head.id, at).await?;
    let mut item = item.clone();
    if item.began_at.is_none() || item.ended_at.is_some() {
        item.began_at = item.began_at.or(Some(at));
        item.ended_at = None;
        tx.update(&mut item).await?;
    }
    cx.done(tx, &item_address(id, item.head.id), None).await
}

async fn end_others(tx: &mut Tx, evening: &Evening, current: Id, at: Moment) -> Result<(), Problem> {
    for item in &evening.items {
        if item.head.id != current && item.began_at.is_some() && item.ended_at.is_none() {
            let mut item = item.clone();
            item.ended_at = item.began_at.max(Some(at));
            tx.update(&mut item).await?;
        }
    }
    Ok(())
}

/// Keeps the notes on the debate. If somebody else wrote meanwhile, both texts are shown and nothing is lost.
pub(super) async fn notes(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let item = evening.item_of_form(&cx)?;
    let mut input = Input::new(&cx);
    let text = input.text("discussion", 40_000);
    let base = input.text("base", 40_000);
    refused(input)?;
    if item.discussion != base && item.discussion != text {
        let faults = Faults { theirs: Some(item.discussion.clone()), ..Faults::default() };
        return view::draw(&cx, &mut tx, &evening, Some(item.head.id), faults).await;
    }
    if item.discussion != text {
        let mut item = item.clone();
        item.discussion = text;
        tx.update(&mut item).await?;
    }
    cx.done(tx, &item_address(id, item.head.id), None).await
}

/// Puts an item off: it waits in the topic store.
pub(super) async fn postpone(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    put_off(cx, id, ItemState::Postponed).await
}

/// Takes an item off the agenda.
pub(super) async fn withdraw(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    put_off(cx, id, ItemState::Withdrawn).await
}

async fn put_off(cx: Cx, id: Id, state: ItemState) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let item = evening.item_of_form(&cx)?;
    let at = evening.at(&cx).map_err(Problem::Refused)?;
    if item.state == ItemState::Done {
        return Err(Problem::Refused(cx.tv("hold-item-done", [("title", item.title.as_str().into())])));
    }
    if item.state == ItemState::Open {
        if state == ItemState::Postponed {
            to_store(&mut tx, &evening.meeting, item, Origin::Postponed).await?;
        }
        let mut item = item.clone();
        item.state = state;
        if item.began_at.is_some() {
            item.ended_at = item.began_at.max(Some(at));
        }
        tx.update(&mut item).await?;
    }
    cx.done(tx, &item_address(id, item.head.id), None).await
}

/// Puts an item into the topic store, in place of the topic that it was.
pub(super) async fn to_store(tx: &mut Tx, meeting: &Meeting, item: &AgendaItem, origin: Origin) -> Result<(), Problem> {
    let today = tx.today();
    let mut topic = Topic { origin, ..Topic::of_item(item, meeting, today) };
    Ok(tx.insert(&mut topic).await?)
}

/// Adds an item that nobody announced.
pub(super) async fn add(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let mut input = Input::new(&cx);
    let title = input.line("title", "agenda-item-title-missing");
    let errors = input.errors();
    if let Some((_, sentence)) = errors.into_iter().next() {
        let faults = Faults { urgent: Some(sentence), ..Faults::default() };
        return view::draw(&cx, &mut tx, &evening, None, faults).await;
    }
    let position = queries::next_position(&mut tx, id).await?;
    let mut item = AgendaItem {
        public: !cx.submission().ticked("private"),
        purpose: Purpose::Discussion,
        ..evening.meeting.item(position, &title, None)
    };
    tx.insert(&mut item).await?;
    cx.done(tx, &item_address(id, item.head.id), None).await
}

/// Keeps what was agreed about the next meeting.
pub(super) async fn follow_up(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut evening = Evening::running(&cx, &mut tx, id).await?;
    let mut input = Input::new(&cx);
    let text = input.text("follow_up", 500);
    refused(input)?;
    if evening.meeting.follow_up != text {
        evening.meeting.follow_up = text;
        tx.update(&mut evening.meeting).await?;
    }
    cx.done(tx, &super::here(&cx, id), None).await
}
