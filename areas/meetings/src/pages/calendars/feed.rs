//! What calendar programs fetch: meetings without names of people and without anything private.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;

use allmende_alliance::model::Alliance;
use allmende_calendar::{Event, feed};
use allmende_store::{Day, Id, Tx, digest};
use allmende_web::limit::Rate;
use allmende_web::{Cx, Problem};

use crate::feeds;
use crate::invitation::message::{self, CalendarText, Office};
use crate::invitation::snapshot::Snapshot;
use crate::model::Meeting;
use crate::queries;

/// Tries at secret addresses from one caller. Calendar programs ask a few times an hour.
const BY_ADDRESS: Rate = Rate { name: "calendar", burst: 20, every: 5_000 };

/// The calendar of a person or body: whoever knows the address sees it, until it is revoked.
pub(super) async fn private(cx: Cx, Path(file): Path<String>) -> Result<Response, Problem> {
    let token = file.strip_suffix(".ics").ok_or(Problem::NotFound)?;
    let attempt = cx.attempt(BY_ADDRESS, &[])?;
    let mut tx = cx.app().across().await?;
    let found = feeds::find(&mut tx, &digest(token.as_bytes())).await?.ok_or(Problem::NotFound)?;
    attempt.right();
    let meetings = meetings(&mut tx, found.body_id, false).await?;
    let answer = calendar(&cx, &mut tx, &meetings).await?;
    let alliance = tx.alliance();
    drop(tx);
    feeds::note_use(&cx.app().database, alliance, found.id, cx.now()).await?;
    Ok(answer)
}

/// The calendar for everybody, if the alliance publishes one.
pub(super) async fn public(cx: Cx, Path(file): Path<String>) -> Result<Response, Problem> {
    let alliance: Id = file.strip_suffix(".ics").and_then(|id| id.parse().ok()).ok_or(Problem::NotFound)?;
    let mut tx = cx.app().across().await?;
    tx.enter(alliance);
    if !feeds::is_published(&mut tx).await? {
        return Err(Problem::NotFound);
    }
    let meetings = meetings(&mut tx, None, true).await?;
    calendar(&cx, &mut tx, &meetings).await
}

/// From a year ago to two years ahead: what people look up, and no more with each year that passes.
async fn meetings(tx: &mut Tx, body: Option<Id>, public: bool) -> Result<Vec<Meeting>, Problem> {
    let today = tx.today().0;
    let from = today.checked_sub(1.year()).unwrap_or(today);
    let to = today.checked_add(2.years()).unwrap_or(today);
    let mut all = queries::between(tx, Day(from), Day(to)).await?;
    all.retain(|one| body.is_none_or(|body| one.body_id == body) && (one.public || !public));
    Ok(all)
}

async fn calendar(cx: &Cx, tx: &mut Tx, meetings: &[Meeting]) -> Result<Response, Problem> {
    let alliance: Alliance = tx.get(tx.alliance()).await?.ok_or(Problem::NotFound)?;
    let office = Office { name: alliance.name.clone(), email: alliance.email.clone() };
    let settings = &cx.app().settings;
    let events: Vec<Event> = meetings
        .iter()
        .map(|one| {
            let text = CalendarText {
                meeting: one.head.id,
                host: message::host_of(&settings.public_url),
                sequence: one.sequence,
                stamp: one.head.changed_at.0,
                office: &office,
                link: "",
            };
            // Without an agenda: it stands on the page, for those who may see it.
            let snapshot = Snapshot::of(one, "", &[], &std::collections::BTreeMap::new(), &[]);
            let event = message::event(&snapshot, text, None);
            if office.email.is_empty() { Event { organizer: None, ..event } } else { event }
        })
        .collect();
    let mut response = feed(&alliance.short_name, &events, cx.now().0).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=300"));
    Ok(response)
}
