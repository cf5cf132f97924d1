//! The page of a meeting: facts, agenda, note.

use std::collections::BTreeMap;

use allmende_alliance::model::Body;
use allmende_documents::markdown::{self, Headings};
use allmende_projects::model::Thread;
use allmende_store::{Id, RecordData, Tx};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem};

use super::{ITEMS, MEETINGS, href_of, meeting};
use crate::model::{AgendaItem, Meeting};
use crate::queries;

/// The wish in the address that opens the agenda for reordering.
const ARRANGE: &str = "tagesordnung";

/// Where the agenda of a meeting is put in order.
pub(super) fn arrange_address(meeting: Id) -> String {
    format!("{MEETINGS}/{meeting}?{ARRANGE}=1")
}

pub(super) async fn view(meeting: &Meeting, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
    let items = queries::agenda(tx, meeting.head.id).await?;
    let threads: BTreeMap<Id, String> =
        tx.of_kind(Thread::KIND).await?.into_iter().map(|thread| (thread.record_id, thread.title)).collect();
    let body: Option<Body> = tx.get_any(meeting.body_id).await?;
    let may_write = meeting.may_write(cx);
    let mut main = Vec::new();
    if meeting.is_unsettled(cx.today()) {
        main.push(Part::Note {
            tone: Tone::Warn,
            text: cx.tv("meeting-unsettled", [("day", cx.long_day(meeting.last_day()).into())]),
            action: may_write.then(|| meeting::held_action(cx, meeting)),
        });
    }
    if !meeting.note.is_empty() {
        main.push(Part::Prose(markdown::html(&meeting.note, Headings::Strong)));
    }
    main.push(agenda(meeting, &items, &threads, cx, may_write));
    let new_item = format!("{ITEMS}/neu?meeting_id={}&zurueck={}", meeting.head.id, meeting.href());
    Ok(View {
        title: meeting.title.clone(),
        lead: lead(meeting, cx),
        badge: Some(meeting::badge(cx, meeting.state)),
        actions: if may_write {
            vec![Action::link(cx.t("agenda-item-new"), new_item, "plus").primary()]
        } else {
            Vec::new()
        },
        main,
        side: vec![Part::Facts { title: cx.t("meeting-facts"), facts: facts(meeting, body.as_ref(), cx) }],
        path: Vec::new(),
    })
}

fn lead(meeting: &Meeting, cx: &Cx) -> String {
    let day = match meeting.ends_on {
        Some(_) => meeting::days(cx, meeting),
        None => cx.long_weekday(meeting.held_on),
    };
    let parts = [day, times(meeting, cx), meeting.place.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<String>>().join(" · ")
}

fn times(meeting: &Meeting, cx: &Cx) -> String {
    let (begin, end) = (meeting.begins_at.as_str(), meeting.ends_at.as_str());
    match (begin.is_empty(), end.is_empty()) {
        (true, _) => String::new(),
        (false, true) => cx.tv("meeting-time", [("begin", begin.into())]),
        (false, false) => cx.tv("meeting-time-span", [("begin", begin.into()), ("end", end.into())]),
    }
}

fn facts(meeting: &Meeting, body: Option<&Body>, cx: &Cx) -> Vec<FactLine> {
    let body = body.map(|body| FactLine {
        label: cx.t("meeting-body-id"),
        lines: vec![Line { href: href_of(cx, Body::KIND, body.head.id), ..Line::text(body.name.clone()) }],
    });
    let texts = [
        ("meeting-held-on", meeting::days(cx, meeting)),
        ("meeting-times", times(meeting, cx)),
        ("meeting-place", meeting.place.clone()),
    ];
    body.into_iter().chain(texts.into_iter().filter_map(|(key, text)| FactLine::text(cx.t(key), text))).collect()
}

fn agenda(meeting: &Meeting, items: &[AgendaItem], threads: &BTreeMap<Id, String>, cx: &Cx, may_write: bool) -> Part {
    let arranging = may_write && !cx.query(ARRANGE).is_empty();
    let last = items.len();
    let lines = (1..).zip(items).map(|(number, item)| {
        let thread = item.thread_id.and_then(|id| threads.get(&id).map(|title| (id, title)));
        let own = format!("{ITEMS}/{}", item.head.id);
        let href = match thread {
            Some((id, _)) if !arranging => href_of(cx, Thread::KIND, id).unwrap_or_else(|| own.clone()),
            _ => own,
        };
        // The thread's name is worth a word only where the topic is called differently.
        let project = thread
            .filter(|(_, title)| !title.eq_ignore_ascii_case(&item.title))
            .map(|(_, title)| cx.tv("agenda-item-of-thread", [("thread", title.as_str().into())]));
        let meta = project.into_iter().chain(Some(item.outcome.clone())).filter(|part| !part.is_empty());
        Line {
            actions: if arranging { buttons(item, number == 1, number == last, cx) } else { Vec::new() },
            ..Line::link(format!("{number}. {}", item.title), href).meta(meta.collect::<Vec<String>>().join(" · "))
        }
    });
    let action = match (may_write && last > 0, arranging) {
        (false, _) => None,
        (true, false) => Some(Action::link(cx.t("agenda-arrange"), arrange_address(meeting.head.id), "")),
        (true, true) => Some(Action::link(cx.t("agenda-arranged"), meeting.href(), "")),
    };
    Part::Lines { title: cx.t("agenda"), action, lines: lines.collect(), empty: cx.t("agenda-empty") }
}

fn buttons(item: &AgendaItem, first: bool, last: bool, cx: &Cx) -> Vec<Action> {
    let label = |key: &str| cx.tv(key, [("title", item.title.as_str().into())]);
    let own = format!("{ITEMS}/{}", item.head.id);
    vec![
        Action::post(label("agenda-item-up"), format!("{own}/hoch"), "arrow-up").icon_only().unavailable(first),
        Action::post(label("agenda-item-down"), format!("{own}/runter"), "arrow-down").icon_only().unavailable(last),
        Action::link(label("agenda-item-change"), format!("{own}/bearbeiten"), "edit").icon_only(),
        Action::post(label("agenda-item-trash"), format!("{own}/papierkorb"), "trash").icon_only(),
    ]
}
