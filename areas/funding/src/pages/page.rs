//! The page of a grant: what the notice says, the cost plan with who pays what, the duties.

use allmende_documents::format as german;
use allmende_documents::markdown::{self, Headings};
use allmende_store::Tx;
use allmende_web::list::{Cell, Column};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, Badge, FactLine, Line, Part, TableRow, Tone, View};
use allmende_web::{Cx, Problem};

use super::{COSTS, DUTIES, rate_words};
use crate::model::{CostItem, Duty, Financing, ReceivedGrant, financing, planned_sum};
use crate::queries;

/// "01.05.2017–30.04.2020", or one end of it.
pub(super) fn period(cx: &Cx, grant: &ReceivedGrant) -> String {
    match (grant.period_from, grant.period_to) {
        (Some(from), Some(to)) => german::date_range(from.0, to.0),
        (Some(from), None) => cx.tv("list-from", [("from", german::date(from.0).into())]),
        (None, Some(to)) => cx.tv("list-to", [("to", german::date(to.0).into())]),
        (None, None) => String::new(),
    }
}

pub(super) async fn view(grant: &ReceivedGrant, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
    let items = queries::cost_plan(tx, grant.head.id).await?;
    let duties = queries::duties(tx, grant.head.id).await?;
    let may_write = grant.may_write(cx);
    let split = financing(planned_sum(&items), grant.rate, grant.cap_cents, grant.granted_cents);
    let mut main: Vec<Part> = overdue(cx, &duties).into_iter().collect();
    if !grant.note.is_empty() {
        main.push(Part::Prose(markdown::html(&grant.note, Headings::Strong)));
    }
    main.push(cost_plan(cx, grant, &items, split, may_write));
    main.extend(rule(cx, grant, split.filter(|_| !items.is_empty())));
    main.push(duty_lines(cx, grant, &duties, may_write));
    let lead = match grant.notice_on {
        Some(day) if grant.authority.is_empty() => cx.tv("grant-lead-day", [("day", cx.long_day(day).into())]),
        Some(day) => {
            cx.tv("grant-lead", [("authority", grant.authority.as_str().into()), ("day", cx.long_day(day).into())])
        }
        None => grant.authority.clone(),
    };
    Ok(View {
        title: grant.purpose.clone(),
        lead,
        main,
        side: vec![Part::Facts { title: cx.t("grant-facts"), facts: facts(cx, grant) }],
        ..View::default()
    })
}

fn facts(cx: &Cx, grant: &ReceivedGrant) -> Vec<FactLine> {
    let day = |day: Option<allmende_store::Day>| day.map(|day| cx.day(day)).unwrap_or_default();
    let money = |cents: Option<i64>| cents.map(|cents| cx.money(cents)).unwrap_or_default();
    [
        ("grant-authority", grant.authority.clone()),
        ("grant-reference", grant.reference.clone()),
        ("grant-notice-on", day(grant.notice_on)),
        ("grant-period", period(cx, grant)),
        ("grant-rate-head", grant.rate.map(|rate| rate_words(cx, rate)).unwrap_or_default()),
        ("grant-cap-head", money(grant.cap_cents)),
        ("grant-granted-head", money(grant.granted_cents)),
        ("grant-post-filled-on", day(grant.post_filled_on)),
    ]
    .into_iter()
    .filter_map(|(key, text)| FactLine::text(cx.t(key), text))
    .collect()
}

/// The warning that names what is overdue.
fn overdue(cx: &Cx, duties: &[Duty]) -> Option<Part> {
    let late: Vec<String> = duties
        .iter()
        .filter(|duty| duty.is_overdue(cx.today()))
        .filter_map(|duty| duty.due_on.map(|due| format!("{} ({})", duty.title, german::date(due.0))))
        .collect();
    (!late.is_empty()).then(|| Part::Note {
        tone: Tone::Bad,
        text: cx.tv("duty-overdue-note", [("count", late.len().into()), ("duties", late.join(", ").into())]),
        action: None,
    })
}

fn new_part(cx: &Cx, grant: &ReceivedGrant, path: &str, key: &str, may_write: bool) -> Option<Action> {
    let href = format!("{path}/neu?grant_id={}&zurueck={}", grant.head.id, grant.href());
    may_write.then(|| Action::link(cx.t(key), href, ""))
}

fn cost_plan(cx: &Cx, grant: &ReceivedGrant, items: &[CostItem], split: Option<Financing>, may_write: bool) -> Part {
    let row =
        |label: String, cents: i64, href: String| TableRow { href, cells: vec![Cell::Text(label), Cell::Cents(cents)] };
    let rows = items.iter().map(|item| {
        let href = if may_write { format!("{COSTS}/{}", item.head.id) } else { String::new() };
        row(item.label.clone(), item.planned_cents, href)
    });
    let sum = row(cx.t("cost-sum"), planned_sum(items), String::new());
    let shares = split.map(|split| {
        let label = match (grant.rate, split.capped) {
            (Some(rate), false) => cx.tv("cost-grant-rate", [("rate", rate_words(cx, rate).into())]),
            (Some(_), true) => cx.t("cost-grant-capped"),
            (None, _) => cx.t("cost-grant-fixed"),
        };
        [row(label, split.grant, String::new()), row(cx.t("cost-own"), split.own, String::new())]
    });
    Part::Table {
        title: cx.t("cost-plan"),
        action: new_part(cx, grant, COSTS, "cost-item-new", may_write),
        columns: vec![
            Column { key: "posten", label: cx.t("cost-item-label"), numeric: false, order: None },
            Column { key: "betrag", label: cx.t("cost-item-planned-cents"), numeric: true, order: None },
        ],
        rows: rows.collect(),
        foot: std::iter::once(sum).chain(shares.into_iter().flatten()).collect(),
        empty: cx.t("cost-plan-empty"),
    }
}

/// How the grant's share follows from the notice, in numbers, and where the notice says something else.
fn rule(cx: &Cx, grant: &ReceivedGrant, split: Option<Financing>) -> Vec<Part> {
    let Some(split) = split else { return Vec::new() };
    let note = |tone, text| Part::Note { tone, text, action: None };
    let mut notes = Vec::new();
    if let (Some(rate), Some(by_rate)) = (grant.rate, split.by_rate) {
        let mut values = vec![
            ("rate", rate_words(cx, rate).into()),
            ("costs", cx.money(split.costs).into()),
            ("amount", cx.money(by_rate).into()),
        ];
        let key = if let Some(cap) = grant.cap_cents {
            values.push(("cap", cx.money(cap).into()));
            if split.capped { "cost-rule-capped" } else { "cost-rule-within" }
        } else {
            "cost-rule"
        };
        notes.push(note(Tone::Info, cx.tv(key, values)));
    }
    if let Some(granted) = grant.granted_cents.filter(|granted| *granted != split.grant) {
        let values = [("granted", cx.money(granted).into()), ("computed", cx.money(split.grant).into())];
        notes.push(note(Tone::Warn, cx.tv("cost-differs", values)));
    }
    notes
}

fn duty_lines(cx: &Cx, grant: &ReceivedGrant, duties: &[Duty], may_write: bool) -> Part {
    let line = |duty: &Duty| {
        let own = format!("{DUTIES}/{}", duty.head.id);
        let when = match (duty.done_on, duty.due_on) {
            (Some(day), _) => Some(cx.tv("duty-done", [("day", cx.day(day).into())])),
            (None, due) => due.map(|day| cx.tv("duty-until", [("day", cx.day(day).into())])),
        };
        let meta = when.into_iter().chain(Some(duty.basis.clone())).filter(|part| !part.is_empty());
        let (badge, done, actions) = if duty.done_on.is_some() {
            let reopen = cx.tv("duty-reopen", [("title", duty.title.as_str().into())]);
            let reopen = Action::post(reopen, format!("{own}/offen"), "undo").icon_only();
            (
                Some(Badge::new(Tone::Ok, "check", cx.t("duty-done-word"))),
                None,
                if may_write { vec![reopen] } else { Vec::new() },
            )
        } else {
            let late = duty.is_overdue(cx.today());
            let badge = late.then(|| Badge::new(Tone::Bad, "warning", cx.t("duty-overdue")));
            (badge, may_write.then(|| format!("{own}/erledigt")), Vec::new())
        };
        let icon = if done.is_some() { "" } else { "task" };
        let meta = meta.collect::<Vec<String>>().join(" · ");
        Line { badge, done, actions, icon, ..Line::link(duty.title.clone(), own).meta(meta) }
    };
    // What is open comes first; within, the order of deadlines stays.
    let (open, done): (Vec<&Duty>, Vec<&Duty>) = duties.iter().partition(|duty| duty.done_on.is_none());
    Part::Lines {
        title: cx.t("grant-duties"),
        action: new_part(cx, grant, DUTIES, "duty-new", may_write),
        lines: open.into_iter().chain(done).map(line).collect(),
        empty: cx.t("duty-none"),
    }
}
