//! Holding a meeting: the page of the evening.
//!
//! It keeps working without script by plain forms, and without network by a queue in the browser
//! (`base/web/assets/evening.js`). Each form carries the time at which it was filled in, so that what arrives late is
//! still written down at the time when it happened.

mod attendance;
mod ballots;
mod closing;
mod election;
mod evening;
mod item_view;
mod items;
mod opening;
mod people;
mod tasks;
mod verdict;
mod view;
mod vote;

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::format as german;
use allmende_store::Id;
use allmende_web::access::Access;
use allmende_web::area::{Route, get, post};
use allmende_web::form::Input;
use allmende_web::{Cx, Problem};

use super::MEETINGS;
use crate::WRITE;
use crate::model::Meeting;

use evening::Evening;

/// The script of the page, a file of the assets.
const SCRIPT: &str = "evening.js";

/// The routes of these pages.
pub(super) fn routes() -> Vec<Route> {
    let write = Access::Needs(WRITE);
    let at = |rest: &str| format!("{MEETINGS}/{{id}}/durchfuehren{rest}");
    vec![
        get(at(""), write, show),
        post(at("/eroeffnen"), write, opening::open),
        post(at("/anwesenheit"), write, attendance::change),
        post(at("/anwesenheit/berichtigen"), write, attendance::correct),
        post(at("/punkt"), write, items::begin),
        post(at("/punkt/neu"), write, items::add),
        post(at("/notizen"), write, items::notes),
        post(at("/vertagen"), write, items::postpone),
        post(at("/absetzen"), write, items::withdraw),
        post(at("/kenntnis"), write, vote::note),
        post(at("/abstimmung"), write, vote::cast),
        post(at("/abstimmung/pruefen"), write, vote::check),
        post(at("/abstimmung/stichentscheid"), write, vote::break_tie),
        post(at("/abstimmung/aufheben"), write, vote::annul),
        get(at("/wahl"), write, election::show),
        post(at("/wahl"), write, election::take),
        post(at("/aufgabe"), write, tasks::add),
        post(at("/termin"), write, items::follow_up),
        get(at("/schliessen"), write, closing::ask),
        post(at("/schliessen"), write, closing::close),
    ]
}

/// The page: before the opening its form, then the evening.
async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let evening = Evening::load(&cx, &mut tx, id).await?;
    if evening.meeting.opened_at.is_none() && !evening.is_closed() {
        return opening::form(&cx, &evening, Vec::new());
    }
    let item = cx.query("top").parse().ok();
    view::draw(&cx, &mut tx, &evening, item, view::Faults::default()).await
}

/// Where the page of a meeting stands.
fn address(meeting: Id) -> String {
    format!("{MEETINGS}/{meeting}/durchfuehren")
}

/// Where an item stands on it.
fn item_address(meeting: Id, item: Id) -> String {
    format!("{}?top={item}", address(meeting))
}

/// Where the form came from: the page with the item that was shown.
fn here(cx: &Cx, meeting: Id) -> String {
    match cx.submission().get("top").parse::<Id>() {
        Ok(item) => item_address(meeting, item),
        Err(_) => address(meeting),
    }
}

/// "Allianzsitzung, 30.11.2017"
fn title(meeting: &Meeting) -> String {
    format!("{}, {}", meeting.title, german::date(meeting.held_on.0))
}

/// Refuses with the first fault of a small form.
fn refused(input: Input<'_>) -> Result<(), Problem> {
    match input.errors().into_iter().next() {
        None => Ok(()),
        Some((_, sentence)) => Err(Problem::Refused(sentence)),
    }
}
