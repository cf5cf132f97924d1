//! "Heute": what is due, what comes next, what happened.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};

use allmende_store::{Day, Precision, Tx};

use super::capture::{CaptureKind, kinds};
use crate::area::DueItem;
use crate::assets;
use crate::cx::Cx;
use crate::form::Choice;
use crate::page;
use crate::problem::Problem;
use crate::view::short_day;

/// Due items under a common head.
struct DueGroup {
    title: String,
    overdue: bool,
    items: Vec<DueLine>,
}

struct DueLine {
    item: DueItem,
    day: String,
    iso: String,
    today: bool,
    soon: bool,
}

/// Something that lies ahead.
struct Ahead {
    title: String,
    href: String,
    summary: String,
    icon: &'static str,
    day: String,
    iso: String,
    /// The verb of its button, "in 16 Tagen", and the words on its calendar leaf.
    open: String,
    ahead: String,
    month: String,
    number: i8,
    exact: bool,
}

/// Something that happened.
struct Happened {
    when: String,
    iso: String,
    text: String,
}

#[derive(Template)]
#[template(path = "today.html")]
struct Today<'a> {
    cx: &'a Cx,
    lead: String,
    next: Option<Ahead>,
    due: Vec<DueGroup>,
    coming: Vec<Ahead>,
    happened: Vec<Happened>,
    captures: Vec<CaptureKind>,
    threads: Vec<Choice>,
    today: String,
    asset: &'static str,
}

/// Lines of what happened lately.
const HAPPENED: usize = 6;

/// Items that are not yet due stay off the page beyond this many days.
const AHEAD_DAYS: i64 = 60;

pub(super) async fn today(cx: Cx) -> Result<Response, Problem> {
    if !cx.may(super::TODAY) {
        // The technical administrator has no content; the accounts are that person's day.
        return Ok(Redirect::to("/konten").into_response());
    }
    let mut tx = cx.read().await?;
    let mut items: Vec<DueItem> = Vec::new();
    for list in cx.app().areas.iter().flat_map(|area| &area.due) {
        items.extend(list(&cx, &mut tx).await?);
    }
    items.sort_by(|a, b| (a.day.is_none(), a.day, &a.title).cmp(&(b.day.is_none(), b.day, &b.title)));
    let overdue = items.iter().filter(|item| item.day.is_some_and(|day| day < cx.today())).count();
    let lead = format!(
        "{}. {}",
        cx.long_weekday(cx.today()),
        if overdue > 0 {
            cx.tv("today-overdue", [("count", overdue.into())])
        } else {
            cx.tv("today-due", [("count", items.len().into())])
        }
    );
    let due = group_due(&cx, items);
    let mut coming = coming(&cx, &mut tx).await?;
    // The first gets a panel with a calendar leaf, if its day is known.
    let next = coming.first().is_some_and(|item| item.exact).then(|| coming.remove(0));
    let happened = happened(&cx, &mut tx).await?;
    let captures = kinds(&cx);
    let threads = if captures.is_empty() { Vec::new() } else { super::capture::threads(&mut tx).await? };
    let content = Today {
        cx: &cx,
        lead,
        next,
        due,
        coming,
        happened,
        captures,
        threads,
        today: allmende_documents::format::date(cx.today().0),
        asset: assets::prefix(),
    };
    page::page(&cx, &cx.t("nav-today"), &content)
}

fn later(day: Day, days: i64) -> Day {
    Day(day.0.saturating_add(jiff::Span::new().days(days)))
}

fn group_due(cx: &Cx, items: Vec<DueItem>) -> Vec<DueGroup> {
    let today = cx.today();
    let tomorrow = later(today, 1);
    let mut groups: Vec<DueGroup> = Vec::new();
    for item in items {
        let (key, is_overdue) = match item.day {
            Some(day) if day < today => ("today-group-overdue", true),
            Some(day) if day <= tomorrow => ("today-group-now", false),
            Some(day) if day <= later(today, 14) => ("today-group-soon", false),
            Some(day) if day <= later(today, AHEAD_DAYS) => ("today-group-later", false),
            Some(_) => continue,
            None => ("today-group-open", false),
        };
        let title = cx.t(key);
        let line = DueLine {
            day: item
                .day
                .map(|day| if day == today { cx.t("today-word") } else { short_day(cx, day) })
                .unwrap_or_default(),
            iso: item.day.map(|day| day.to_string()).unwrap_or_default(),
            today: item.day == Some(today),
            soon: item.day.is_some_and(|day| day <= tomorrow),
            item,
        };
        match groups.last_mut() {
            Some(group) if group.title == title => group.items.push(line),
            _ => groups.push(DueGroup { title, overdue: is_overdue, items: vec![line] }),
        }
    }
    groups
}

async fn coming(cx: &Cx, tx: &mut Tx) -> Result<Vec<Ahead>, Problem> {
    let items = tx.dated(cx.today(), later(cx.today(), 120)).await?;
    Ok(items
        .into_iter()
        .filter_map(|item| {
            let item = cx.worded(item);
            let view = cx.app().kind(&item.kind)?;
            let day = item.on_day?;
            // Parts of a record (agenda items, milestones) stand on its page; here only what has one of its own.
            if !view.dated || item.parent_id.is_some() || !cx.may(view.read) {
                return None;
            }
            let exact = item.day_precision == Precision::Day;
            let days = day.0.duration_since(cx.today().0).as_hours() / 24;
            Some(Ahead {
                title: item.title,
                href: view.href(item.record_id, None),
                summary: item.summary,
                icon: view.icon,
                day: if exact { cx.long_weekday(day) } else { cx.day_as(day, item.day_precision) },
                iso: day.to_string(),
                open: cx.tv("today-open", [("kind", cx.t(&view.text()).into())]),
                ahead: cx.tv("today-in-days", [("count", days.into())]),
                month: cx.t(&format!("month-{}", day.0.month())).chars().take(3).collect(),
                number: day.0.day(),
                exact,
            })
        })
        .take(6)
        .collect())
}

async fn happened(cx: &Cx, tx: &mut Tx) -> Result<Vec<Happened>, Problem> {
    let entries = tx.recent(i64::MAX, 40).await?;
    let mut seen = Vec::new();
    let mut lines = Vec::new();
    for entry in entries {
        let Some(id) = entry.record_id else { continue };
        let Some(view) = cx.app().kind(&entry.kind) else { continue };
        if seen.contains(&id) || entry.title.is_empty() || !cx.may(view.read) {
            continue;
        }
        seen.push(id);
        let local = entry.at.in_germany();
        let when = if entry.at.day() == cx.today() {
            format!("{:02}:{:02}", local.hour(), local.minute())
        } else {
            format!("{:02}.{:02}.", local.day(), local.month())
        };
        let words = format!("{}: {} {}", cx.t(&view.text()), entry.title, crate::screen::action_word(cx, entry.action));
        lines.push(Happened { when, iso: entry.at.day().to_string(), text: words });
        if lines.len() == HAPPENED {
            return Ok(lines);
        }
    }
    // An alliance that was just taken over has few changes yet; its calendar knows what happened before.
    let before = tx.dated(later(cx.today(), -AHEAD_DAYS), later(cx.today(), -1)).await?;
    for item in before.into_iter().rev() {
        let (Some(view), Some(day)) = (cx.app().kind(&item.kind), item.on_day) else { continue };
        let shown = view.dated && item.parent_id.is_none() && item.day_precision == Precision::Day;
        if !shown || seen.contains(&item.record_id) || !cx.may(view.read) {
            continue;
        }
        lines.push(Happened {
            when: format!("{:02}.{:02}.", day.0.day(), day.0.month()),
            iso: day.to_string(),
            text: format!("{}: {}", cx.t(&view.text()), item.title),
        });
        if lines.len() == HAPPENED {
            break;
        }
    }
    Ok(lines)
}
