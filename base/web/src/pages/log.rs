//! The log of all changes, newest first.

use allmende_store::{AuditEntry, Id, Precision, TimelineItem};
use axum::response::Response;

use crate::cx::Cx;
use crate::page;
use crate::problem::Problem;
use crate::screen::{action_word, kind_name, moment_words};
use crate::view::{Action, Line, Part, View};

/// Entries on a page.
const PAGE: i64 = 100;

/// What an event is called, if there is a word for it; names and addresses stay as they are.
fn event_word(cx: &Cx, noted: &str) -> String {
    let key = format!("event-{}", noted.replace([' ', '_'], "-"));
    let texts = &cx.app().texts;
    // "Ida Sommer (reader)": a new account with its role.
    if let Some((name, role)) = noted.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("))
        && texts.has(cx.language(), &format!("role-{role}"))
    {
        return format!("{name} ({})", cx.t(&format!("role-{role}")));
    }
    if texts.has(cx.language(), &key) { cx.t(&key) } else { noted.to_owned() }
}

/// The title at the time, in the person's language.
fn logged_title(cx: &Cx, entry: &AuditEntry) -> String {
    let line = TimelineItem {
        record_id: entry.record_id.unwrap_or(Id::NIL),
        kind: entry.kind.clone(),
        title: entry.title.clone(),
        summary: String::new(),
        on_day: None,
        day_precision: Precision::Day,
        parent_id: None,
        trashed_at: None,
        parent_title: None,
    };
    cx.worded(line).title
}

pub(super) async fn log(cx: Cx) -> Result<Response, Problem> {
    let before: i64 = cx.query("vor").parse().unwrap_or(i64::MAX);
    let mut tx = cx.read().await?;
    let entries = tx.recent(before, PAGE).await?;
    let last = entries.last().map(|entry| entry.seq);
    let lines = entries
        .into_iter()
        .map(|entry| {
            let who = if entry.actor.is_empty() { cx.t("actor-program") } else { entry.actor.clone() };
            let words = if cx.app().kind(&entry.kind).is_some() {
                // A record that was deleted for good has left its title too.
                let title = logged_title(&cx, &entry);
                let title = if title.is_empty() { title } else { format!(": {title}") };
                format!("{}{title} – {}", kind_name(&cx, &entry.kind), action_word(&cx, entry.action))
            } else {
                format!("{}: {}", event_word(&cx, &entry.kind), event_word(&cx, &entry.title))
            };
            Line::text(words).meta(format!("{} · {who} · Nr. {}", moment_words(&cx, entry.at), entry.seq))
        })
        .collect();
    let mut main = vec![Part::Lines { title: cx.t("nav-log"), action: None, lines, empty: cx.t("log-empty") }];
    if let Some(last) = last.filter(|last| *last > 1) {
        let tone = crate::view::Tone::Neutral;
        let action = Some(Action::link(cx.t("log-older"), format!("/protokoll?vor={last}"), ""));
        main.push(Part::Note { tone, text: String::new(), action });
    }
    page::parts(&cx, &View { title: cx.t("nav-log"), lead: cx.t("log-lead"), main, ..View::default() })
}
