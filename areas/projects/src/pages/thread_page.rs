//! A thread's page: everything about it, whatever area it comes from.

use allmende_documents::format as german;
use allmende_documents::markdown::{self, Headings};
use allmende_store::{RecordData, TimelineItem, Tx};
use allmende_web::list::address;
use allmende_web::screen::Screen;
use allmende_web::view::{self, Action, FactLine, Figure, Line, Part, Tone, View};
use allmende_web::{Cx, Problem};

use super::task::{may_tick, task_line};
use super::thread::{kind_word, state_badge, state_word};
use crate::model::{
    FieldOfAction, KeyFigure, Milestone, Picture, Qualifier, StateChange, Task, Thread, ThreadKind, names,
};
use crate::queries::of_thread;

/// The address of a new part of this thread.
fn new_part<T: Screen>(thread: &Thread) -> String {
    let back = thread.href();
    let id = thread.head.id.to_string();
    address(&format!("{}/neu", T::PATH), &std::collections::BTreeMap::new(), &[("thread_id", &id), ("zurueck", &back)])
}

pub(super) async fn view(cx: &Cx, tx: &mut Tx, thread: &Thread) -> Result<View, Problem> {
    let id = thread.head.id;
    let field: Option<FieldOfAction> = match thread.field_id {
        Some(field) => tx.get(field).await?,
        None => None,
    };
    let items = tx.timeline(id).await?;
    // Each part has a line in the index, so a kind without one needs no statement. Most threads have no picture.
    let has = |kind: &str| items.iter().any(|item| item.kind == kind);
    let figures = if has(KeyFigure::KIND) { of_thread::key_figures(tx, id).await? } else { Vec::new() };
    let tasks = if has(Task::KIND) { of_thread::tasks(tx, id).await? } else { Vec::new() };
    let pictures = if has(Picture::KIND) { of_thread::pictures(tx, id).await? } else { Vec::new() };

    let mut main = Vec::new();
    let prose = if thread.narrative.trim().is_empty() { &thread.summary } else { &thread.narrative };
    if !prose.trim().is_empty() {
        main.push(Part::Prose(markdown::html(prose, Headings::Level3)));
    }
    main.extend(missing_state(cx, thread));
    if !figures.is_empty() {
        main.push(Part::Figures(figures.iter().map(|figure| figure_part(cx, figure)).collect()));
    }
    main.push(timeline(cx, &items, thread));

    let mut side = vec![tasks_panel(cx, thread, &tasks)];
    side.push(facts_panel(cx, thread, field.as_ref(), pictures.len()));
    if cx.may(crate::WRITE) {
        side.push(add_panel(cx, thread));
    }
    side.extend(pictures.iter().map(|picture| picture_part(cx, picture)));

    let mut actions = Vec::new();
    if cx.may_capture() {
        actions.push(Action::link(cx.t("thread-capture"), format!("/erfassen?projekt={id}"), "plus").primary());
    }
    Ok(View {
        title: thread.title.clone(),
        lead: lead(cx, thread),
        badge: thread.state.map(|state| state_badge(cx, state)),
        actions,
        main,
        side,
        path: field.iter().map(|field| Line::link(&field.name, field.href())).collect(),
    })
}

/// "strategisches Projekt · seit 29.06.2017 · Leitung: …".
fn lead(cx: &Cx, thread: &Thread) -> String {
    let kind = if thread.strategic && thread.kind == ThreadKind::Project {
        cx.t("thread-strategic-project")
    } else {
        kind_word(cx, thread.kind)
    };
    let since = thread.started_on.or(thread.state_since);
    [
        Some(kind),
        since.map(|day| cx.tv("thread-since", [("day", german::date(day.0).into())])),
        (!thread.lead.is_empty()).then(|| cx.tv("thread-led-by", [("who", thread.lead.as_str().into())])),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ")
}

fn missing_state(cx: &Cx, thread: &Thread) -> Option<Part> {
    (thread.state.is_none() && thread.kind == ThreadKind::Project).then(|| Part::Note {
        tone: Tone::Warn,
        text: cx.t("thread-no-state"),
        action: cx
            .may(crate::WRITE)
            .then(|| Action::link(cx.t("state-change-new"), new_part::<StateChange>(thread), "")),
    })
}

/// The word before a number; none before an exact one.
pub(super) fn qualifier_word(cx: &Cx, qualifier: Qualifier) -> String {
    match qualifier {
        Qualifier::Exact => String::new(),
        other => cx.t(&format!("qualifier-short-{}", other.word().replace('_', "-"))),
    }
}

fn figure_part(cx: &Cx, figure: &KeyFigure) -> Figure {
    // A percent sign belongs to the number, any other unit stands small behind it.
    let (value, unit) = if figure.unit == "%" {
        (format!("{}{}%", figure.number(), german::NARROW), String::new())
    } else {
        (figure.number(), figure.unit.clone())
    };
    Figure {
        qualifier: qualifier_word(cx, figure.qualifier),
        value,
        unit,
        label: figure.label.clone(),
        href: cx.may(crate::WRITE).then(|| format!("{}/{}", KeyFigure::PATH, figure.head.id)),
    }
}

fn timeline(cx: &Cx, items: &[TimelineItem], thread: &Thread) -> Part {
    let filters = view::timeline_filters(cx, items, &thread.href());
    let wish = cx.query("art");
    let chosen: Vec<TimelineItem> =
        if filters.iter().any(|filter| filter.current && filter.href.ends_with(wish)) && !wish.is_empty() {
            items.iter().filter(|item| item.kind == wish).cloned().collect()
        } else {
            items.to_vec()
        };
    Part::Timeline {
        title: cx.t("thread-timeline"),
        filters,
        groups: view::timeline(cx, &chosen, thread.head.id),
        empty: cx.t("thread-timeline-empty"),
    }
}

fn tasks_panel(cx: &Cx, thread: &Thread, tasks: &[Task]) -> Part {
    let open = tasks.iter().filter(|task| task.done_on.is_none() && task.head.archived_at.is_none());
    let lines: Vec<Line> = open
        .map(|task| {
            let mut line = task_line(cx, task);
            if may_tick(cx, task) {
                line.done = Some(address(
                    &format!("{}/erledigt", task.href()),
                    &std::collections::BTreeMap::new(),
                    &[("zurueck", &thread.href())],
                ));
            }
            line
        })
        .collect();
    let all = cx.tv("thread-all-tasks", [("count", tasks.len().into())]);
    Part::Lines {
        title: cx.t("task-list"),
        action: (!tasks.is_empty())
            .then(|| Action::link(all, format!("{}?projekt={}", Task::PATH, thread.head.id), "")),
        lines,
        empty: cx.t("thread-no-tasks"),
    }
}

fn facts_panel(cx: &Cx, thread: &Thread, field: Option<&FieldOfAction>, pictures: usize) -> Part {
    let mut facts: Vec<Option<FactLine>> = Vec::new();
    if let Some(field) = field {
        facts.push(Some(FactLine::link(cx.t("thread-field-id"), &field.name, field.href())));
    }
    let partners: Vec<Line> = names(&thread.partners).map(Line::text).collect();
    facts.push((!partners.is_empty()).then(|| FactLine { label: cx.t("thread-partners"), lines: partners }));
    facts.push(FactLine::text(cx.t("thread-lead"), &thread.lead));
    facts.push(FactLine::text(
        cx.t("thread-started-on"),
        thread.started_on.map(|day| german::date(day.0)).unwrap_or_default(),
    ));
    if let (Some(state), Some(since)) = (thread.state, thread.state_since) {
        let words = cx
            .tv("thread-state-words", [("state", state_word(cx, state).into()), ("day", german::date(since.0).into())]);
        facts.push(FactLine::text(cx.t("thread-state"), words));
    }
    if pictures > 0 {
        facts.push(FactLine::text(cx.t("thread-pictures"), pictures.to_string()));
    }
    Part::Facts { title: cx.t("part-facts"), facts: facts.into_iter().flatten().collect() }
}

fn add_panel(cx: &Cx, thread: &Thread) -> Part {
    let line = |key: &str, href: String| Line { icon: "plus", ..Line::link(cx.t(key), href) };
    Part::Lines {
        title: cx.t("thread-add"),
        action: None,
        lines: vec![
            line("state-change-new", new_part::<StateChange>(thread)),
            line("milestone-new", new_part::<Milestone>(thread)),
            line("key-figure-new", new_part::<KeyFigure>(thread)),
            line("picture-new", new_part::<Picture>(thread)),
            line("task-new", new_part::<Task>(thread)),
        ],
        empty: String::new(),
    }
}

fn picture_part(cx: &Cx, picture: &Picture) -> Part {
    let credit = cx.tv("picture-credit-words", [("credit", picture.credit.as_str().into())]);
    Part::Picture {
        src: super::picture::source(picture),
        alt: if picture.decorative { String::new() } else { picture.alt.clone() },
        caption: if picture.caption.is_empty() { credit } else { format!("{} · {credit}", picture.caption) },
        href: if cx.may(crate::WRITE) { format!("{}/{}", Picture::PATH, picture.head.id) } else { String::new() },
    }
}
