//! The screens of the area, one file per thing a person does.

mod agenda_item;
mod bodies;
mod calendars;
mod circular;
mod files;
mod hold;
mod invite;
mod meeting;
mod minutes;
mod notice_box;
mod order;
mod paper;
mod prepare;
mod steps;

use futures_util::future::BoxFuture;

use allmende_store::{Id, TimelineItem, Tx};
use allmende_web::access::{Access, CONFIDENTIAL};
use allmende_web::area::{DueItem, Panel, Route, get, post};
use allmende_web::form::Choice;
use allmende_web::view::{Action, Line, Part};
use allmende_web::{Cx, Problem};

use crate::model::AgendaItem;
use crate::{READ, WRITE, queries};

/// Where meetings stand.
pub(crate) const MEETINGS: &str = "/sitzungen";
/// Where agenda items stand.
pub(crate) const ITEMS: &str = "/themen";
pub(crate) use bodies::{MODULES, SEATS};
pub(crate) use calendars::CALENDAR;
pub(crate) use circular::CIRCULARS;
pub(crate) use minutes::decisions::DECISIONS;
pub(crate) use minutes::disclosure::due as disclosures_due;

/// Where the topic store stands.
pub(crate) const TOPICS: &str = "/themenspeicher";
/// Where the rule sets of bodies stand.
pub(crate) const RULES: &str = "/regelwerke";

/// What rows show of the body.
#[derive(sqlx::FromRow)]
pub struct BodyName {
    body: Option<String>,
}

/// What the common screens do not have.
pub(crate) fn routes() -> Vec<Route> {
    let (read, write) = (Access::Needs(READ), Access::Needs(WRITE));
    let mut routes = vec![
        get(format!("{MEETINGS}/{{id}}"), read, prepare::show),
        post(format!("{MEETINGS}/{{id}}/stattgefunden"), write, meeting::held),
        post(format!("{MEETINGS}/{{id}}/aufnehmen/{{topic}}"), write, prepare::take_up),
        post(format!("{MEETINGS}/{{id}}/reihenfolge"), write, prepare::place),
        post(format!("{ITEMS}/{{id}}/hoch"), write, order::up),
        post(format!("{ITEMS}/{{id}}/runter"), write, order::down),
        post(format!("{ITEMS}/{{id}}/zurueckstellen"), write, prepare::put_back),
    ];
    routes.extend(files::routes());
    routes.extend(bodies::routes());
    routes.extend(invite::routes());
    routes.extend(hold::routes());
    routes.extend(minutes::routes());
    routes.extend(circular::routes());
    routes.extend(calendars::routes());
    routes
}

/// Whether a person may see an item.
pub(crate) fn may_see(cx: &Cx, item: &AgendaItem) -> bool {
    item.public || cx.may(CONFIDENTIAL)
}

/// What the area shows on pages of lower areas.
pub(crate) fn panels() -> Vec<Panel> {
    vec![Panel { kind: "body", permission: READ, parts: |cx, tx, body| Box::pin(meetings_of_body(cx, tx, body)) }]
}

async fn meetings_of_body(cx: &Cx, tx: &mut Tx, body: Id) -> Result<Vec<Part>, Problem> {
    let mut parts = bodies::before_meetings(cx, tx, body).await?;
    let lines = queries::of_body(tx, body)
        .await?
        .iter()
        .map(|meeting| Line {
            badge: Some(meeting::badge(cx, meeting.state)),
            ..Line::link(meeting.title.clone(), format!("{MEETINGS}/{}", meeting.head.id))
                .meta(meeting::days(cx, meeting))
        })
        .collect();
    parts.push(Part::Lines {
        title: cx.t("meeting-list"),
        action: Some(Action::link(cx.t("meeting-all-of-body"), format!("{MEETINGS}?gremium={body}"), "")),
        lines,
        empty: cx.t("meeting-none-of-body"),
    });
    parts.extend(bodies::behind_meetings(cx, tx, body).await?);
    Ok(parts)
}

/// Meetings of which nobody has said yet whether they took place, for those who can say it.
pub(crate) fn due<'a>(cx: &'a Cx, tx: &'a mut Tx) -> BoxFuture<'a, Result<Vec<DueItem>, Problem>> {
    Box::pin(async move {
        if !cx.may(WRITE) {
            return Ok(Vec::new());
        }
        let meetings = queries::unsettled(tx).await?;
        Ok(meetings
            .iter()
            .map(|meeting| DueItem {
                title: cx.tv("meeting-due", [("title", meeting.title.as_str().into())]),
                href: format!("{MEETINGS}/{}", meeting.head.id),
                day: Some(meeting.last_day()),
                context: None,
                done: None,
            })
            .collect())
    })
}

/// Where a record of another area is shown, if the person may see it there.
fn href_of(cx: &Cx, kind: &str, id: Id) -> Option<String> {
    cx.app().kind(kind).filter(|view| cx.may(view.read)).map(|view| view.href(id, None))
}

/// The records of a kind as choices, in German order.
async fn choices(tx: &mut Tx, kind: &str) -> Result<Vec<Choice>, Problem> {
    let items = tx.of_kind(kind).await?;
    let mut choices: Vec<Choice> =
        items.into_iter().map(|item| Choice { value: item.record_id.to_string(), label: item.title }).collect();
    choices.sort_by(|a, b| allmende_documents::collation::compare_words(&a.label, &b.label));
    Ok(choices)
}

/// "19:00 Uhr, Rathaus" or "19:00, Rathaus" for the line of a meeting in the index, which begins with the time.
pub(crate) fn meeting_words(cx: &Cx, line: &mut TimelineItem) {
    // As the form stores it: "19:00".
    let is_time =
        |text: &str| text.char_indices().all(|(place, c)| if place == 2 { c == ':' } else { c.is_ascii_digit() });
    let Some((time, rest)) = line.summary.split_at_checked(5).filter(|(time, _)| is_time(time)) else { return };
    // Older programs stored the German word, too.
    let rest = rest.strip_prefix(" Uhr").unwrap_or(rest);
    line.summary = format!("{}{rest}", cx.tv("meeting-time", [("begin", time.into())]));
}
