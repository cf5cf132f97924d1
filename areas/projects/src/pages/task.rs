//! Tasks: who does what until when. List, form, page, and the tick.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::format as german;
use allmende_documents::markdown::{self, Headings};
use allmende_store::{Day, Id, Record, Tx};
use allmende_web::access::{Flash, Permission};
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{Cell, Filter, List, Row, address};
use allmende_web::screen::{Screen, back_address};
use allmende_web::view::{Action, Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem};

use crate::choices;
use crate::model::{Task, TaskStanding, Thread};
use crate::queries;

/// Whether the person may mark a task as done: who steers any, a municipality its own.
pub fn may_tick(cx: &Cx, task: &Task) -> bool {
    let own = cx.principal().and_then(|person| person.municipality);
    cx.may(crate::TASKS_WRITE) || (cx.may(crate::TASKS_TICK) && own.is_some() && own == task.municipality_id)
}

/// A task as shape, word and colour.
pub(super) fn badge(cx: &Cx, task: &Task) -> Badge {
    match task.standing(cx.today()) {
        TaskStanding::Open => Badge::new(Tone::Info, "clock", cx.t("task-open")),
        TaskStanding::Overdue => Badge::new(Tone::Bad, "warning", cx.t("task-overdue")),
        TaskStanding::Done => Badge::new(Tone::Ok, "check", cx.t("task-done")),
    }
}

/// A task as a line of a panel: title, then day, how it stands unless that is plain, and person.
pub fn task_line(cx: &Cx, task: &Task) -> Line {
    let standing = match (task.standing(cx.today()), task.done_on) {
        (_, Some(day)) => Some(cx.tv("task-done-since", [("day", cx.day(day).into())])),
        (TaskStanding::Overdue, _) => Some(cx.t("task-overdue")),
        _ => None,
    };
    let due = task.due_on.filter(|_| task.done_on.is_none()).map(|day| cx.day(day));
    let person = (!task.responsible.is_empty()).then(|| task.responsible.clone());
    let meta: Vec<String> = [due, standing, person].into_iter().flatten().collect();
    Line::link(&task.title, task.href()).meta(meta.join(" · "))
}

/// Names by id, of the municipalities.
async fn municipalities(tx: &mut Tx) -> Result<BTreeMap<Id, String>, Problem> {
    Ok(tx.of_kind("municipality").await?.into_iter().map(|item| (item.record_id, item.title)).collect())
}

fn filters(cx: &Cx, threads: Vec<Choice>, places: &BTreeMap<Id, String>) -> Vec<Filter> {
    let standing = |word: &str| Choice { value: word.to_owned(), label: cx.t(&format!("task-{word}")) };
    let mut municipalities: Vec<Choice> =
        places.iter().map(|(id, name)| Choice { value: id.to_string(), label: name.clone() }).collect();
    municipalities.sort_by(|a, b| allmende_documents::collation::compare_words(&a.label, &b.label));
    vec![
        Filter {
            name: "zustand",
            label: cx.t("task-standing"),
            all: cx.t("task-all-standings"),
            choices: ["open", "overdue", "done"].map(standing).to_vec(),
        },
        Filter { name: "projekt", label: cx.t("task-thread-id"), all: cx.t("task-all-threads"), choices: threads },
        Filter {
            name: "gemeinde",
            label: cx.t("task-municipality-id"),
            all: cx.t("task-all-municipalities"),
            choices: municipalities,
        },
    ]
}

impl Screen for Task {
    const PATH: &'static str = "/aufgaben";
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::TASKS_WRITE;
    const TEXTS: &'static str = "task";
    const SUGGESTED: &'static [&'static str] = &["title", "thread_id", "municipality_id", "source_id"];

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let names: BTreeMap<Id, String> =
            queries::thread_names(tx).await?.into_iter().map(|name| (name.id, name.title)).collect();
        let places = municipalities(tx).await?;
        let mut tasks: Vec<Self> = tx.all().await?;
        tasks.sort_by_key(|task| (task.due_on.is_none(), task.due_on, task.head.id));
        let open = tasks.iter().filter(|task| task.done_on.is_none() && task.head.archived_at.is_none()).count();
        let rows = tasks.iter().map(|task| row(cx, task, &names, &places)).collect();
        let list = List {
            title: cx.t("task-list"),
            lead: cx.tv("task-lead", [("open", open.into()), ("count", tasks.len().into())]),
            rows,
            day: Some(1),
            // Backwards by word: what is late first, what is done last, in German and English; by day among equals.
            order: (STATE_COLUMN, true),
            filters: filters(cx, choices::thread_choices(tx, cx).await?, &places),
            empty: (cx.t("task-empty"), cx.t("task-empty-text")),
            noun: "task-count",
            ..List::default()
        };
        Ok(list
            .column(cx, "aufgabe", "task-title")
            .column(cx, "faellig", "task-due-on")
            .column(cx, "zustaendig", "task-responsible")
            .column(cx, "projekt", "task-thread-id")
            .column(cx, "gemeinde", "task-municipality-id")
            .column(cx, "zustand", "task-standing"))
    }

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let new = |name, control| Field::new(cx, Self::TEXTS, name, control);
        let threads = choices::thread_choices_with(tx, cx, record.and_then(|task| task.thread_id)).await?;
        Ok(vec![
            new("title", Control::Line),
            new("due_on", Control::Date).optional(),
            new("responsible", Control::Line).optional(),
            new("municipality_id", Control::Select)
                .choices(choices::choices_of_kind(tx, "municipality").await?)
                .optional(),
            new("thread_id", Control::Select).choices(threads).optional(),
            new("note", Control::Lines).optional(),
            new("source_id", Control::Hidden),
        ])
    }

    fn field_values(&self) -> Values {
        let id = |id: Option<Id>| id.map(|id| id.to_string()).unwrap_or_default();
        vec![
            value("title", &self.title),
            value("due_on", self.due_on.map(|day| german::date(day.0)).unwrap_or_default()),
            value("responsible", &self.responsible),
            value("municipality_id", id(self.municipality_id)),
            value("thread_id", id(self.thread_id)),
            value("note", &self.note),
            value("source_id", id(self.source_id)),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        Self {
            head: before.map(|task| task.head.clone()).unwrap_or_default(),
            title: input.line("title", "task-title-missing"),
            note: input.text("note", 5_000),
            due_on: input.day("due_on"),
            responsible: input.text("responsible", 200),
            municipality_id: input.id("municipality_id"),
            thread_id: input.id("thread_id"),
            source_id: match before {
                Some(before) => before.source_id,
                None => input.id("source_id"),
            },
            done_on: before.and_then(|task| task.done_on),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        choices::check_reference(input, tx, "municipality_id", self.municipality_id, "municipality").await?;
        choices::check_reference(input, tx, "thread_id", self.thread_id, "thread").await?;
        if self.head.id.is_nil()
            && let Some(source) = self.source_id
            && tx.index_line(source).await?.is_none()
        {
            input.refuse_key("source_id", "form-choice-missing");
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let day = |day: Option<Day>| day.map(|day| cx.day(day)).unwrap_or_default();
        let mut facts = vec![
            FactLine::text(cx.t("task-due-on"), day(self.due_on)),
            FactLine::text(cx.t("task-responsible"), &self.responsible),
        ];
        for (key, id) in [
            ("task-municipality-id", self.municipality_id),
            ("task-thread-id", self.thread_id),
            ("task-source-id", self.source_id),
        ] {
            facts.push(reference(cx, tx, key, id).await?);
        }
        facts.push(FactLine::text(cx.t("task-done-on"), day(self.done_on)));
        let mut main = Vec::new();
        if !self.note.is_empty() {
            main.push(Part::Prose(markdown::html(&self.note, Headings::Strong)));
        }
        main.push(Part::Facts { title: cx.t("part-facts"), facts: facts.into_iter().flatten().collect() });
        let mut actions = Vec::new();
        if may_tick(cx, self) {
            actions.push(if self.done_on.is_none() {
                Action::post(cx.t("task-tick"), format!("{}/erledigt", self.href()), "check").primary()
            } else {
                Action::post(cx.t("task-reopen"), format!("{}/offen", self.href()), "undo")
            });
        }
        Ok(View { title: self.title.clone(), badge: Some(badge(cx, self)), actions, main, ..View::default() })
    }
}

/// The column that says how a task stands.
const STATE_COLUMN: usize = 5;

fn row(cx: &Cx, task: &Task, threads: &BTreeMap<Id, String>, places: &BTreeMap<Id, String>) -> Row {
    let mut tags = match task.standing(cx.today()) {
        TaskStanding::Open => vec![("zustand", "open".to_owned())],
        // What is late is open too.
        TaskStanding::Overdue => vec![("zustand", "overdue".to_owned()), ("zustand", "open".to_owned())],
        TaskStanding::Done => vec![("zustand", "done".to_owned())],
    };
    tags.extend(task.thread_id.map(|id| ("projekt", id.to_string())));
    tags.extend(task.municipality_id.map(|id| ("gemeinde", id.to_string())));
    let thread = task.thread_id.and_then(|id| Some((id, threads.get(&id)?)));
    Row {
        href: task.href(),
        cells: vec![
            task.title.as_str().into(),
            task.due_on.into(),
            task.responsible.as_str().into(),
            thread.map_or(Cell::Empty, |(id, name)| Cell::Link(name.clone(), format!("{}/{id}", Thread::PATH))),
            task.municipality_id.and_then(|id| places.get(&id)).map_or("", String::as_str).into(),
            Cell::State(badge(cx, task)),
        ],
        tags,
        words: task.note.clone(),
        aside: task.head.archived_at.is_some(),
    }
}

/// A fact that names another record and leads to it, if the person may see it.
async fn reference(cx: &Cx, tx: &mut Tx, key: &str, id: Option<Id>) -> Result<Option<FactLine>, Problem> {
    let Some(id) = id else { return Ok(None) };
    let Some(line) = tx.index_line(id).await?.filter(|line| line.trashed_at.is_none()) else { return Ok(None) };
    Ok(cx
        .app()
        .kind(&line.kind)
        .filter(|kind| cx.may(kind.read))
        .map(|kind| FactLine::link(cx.t(key), line.title, kind.href(id, line.parent_id))))
}

/// Marks a task as done today.
pub(super) async fn done(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    tick(cx, id, true).await
}

/// Takes the mark away.
pub(super) async fn reopen(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    tick(cx, id, false).await
}

async fn tick(cx: Cx, id: Id, is_done: bool) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut task: Task = tx.get(id).await?.ok_or(Problem::NotFound)?;
    if !may_tick(&cx, &task) {
        return Err(Problem::Forbidden);
    }
    let location = back_address(&cx, &task.href());
    // Two people tick the same task: the first day stays.
    if task.done_on.is_some() != is_done {
        task.done_on = is_done.then(|| cx.today());
        tx.update(&mut task).await?;
    }
    let (key, back) = if is_done { ("task-flash-done", "offen") } else { ("task-flash-open", "erledigt") };
    let undo = address(&format!("{}/{back}", task.href()), &BTreeMap::new(), &[("zurueck", &location)]);
    let text = cx.tv(key, [("title", task.entry().title.into())]);
    cx.done(tx, &location, Some(Flash { text, undo: Some(undo) })).await
}
