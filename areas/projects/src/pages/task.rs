//! Tasks: who does what until when. List, form, page, and the tick.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::format as german;
use allmende_documents::markdown::{self, Headings};
use allmende_store::{Day, Id, Listing, Order, Record, Sql, Tx, args};
use allmende_web::access::{CONFIDENTIAL, Flash, Permission};
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{self, Cell, Filter, List, Row, Test, address};
use allmende_web::screen::{Screen, back_address};
use allmende_web::view::{Action, Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem};

use crate::choices;
use crate::model::{Task, TaskStanding, Thread};

/// Whether the person may mark a task as done: who steers any, a municipality its own.
pub fn may_tick(cx: &Cx, task: &Task) -> bool {
    let own = cx.principal().and_then(|person| person.municipality);
    may_see(cx, task)
        && (cx.may(crate::TASKS_WRITE) || (cx.may(crate::TASKS_TICK) && own.is_some() && own == task.municipality_id))
}

/// Whether the person may know of a task.
fn may_see(cx: &Cx, task: &Task) -> bool {
    !task.private || cx.may(CONFIDENTIAL)
}

/// The tasks that a list may show.
fn visible(tx: &Tx) -> Vec<Sql> {
    if tx.sees_confidential() { Vec::new() } else { vec![Sql::new("NOT r.private", Vec::new())] }
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

/// How a task stands, as a word. The value is today.
const STANDING: &str = "CASE WHEN r.done_on IS NOT NULL THEN 'done' WHEN r.due_on < ? THEN 'overdue' ELSE 'open' END";

async fn filters(cx: &Cx, tx: &mut Tx, standings: Vec<Choice>) -> Result<Vec<Filter>, Problem> {
    let cases = vec![
        // What is late is open too.
        ("open", Sql::new("r.done_on IS NULL", vec![])),
        ("overdue", Sql::new("r.done_on IS NULL AND r.due_on < ?", args![cx.today()])),
        ("done", Sql::new("r.done_on IS NOT NULL", vec![])),
    ];
    Ok(vec![
        Filter {
            name: "zustand",
            label: cx.t("task-standing"),
            all: cx.t("task-all-standings"),
            choices: standings,
            test: Test::Cases(cases),
        },
        Filter {
            name: "projekt",
            label: cx.t("task-thread-id"),
            all: cx.t("task-all-threads"),
            choices: list::occurring::<Task>(tx, "r.thread_id").await?,
            test: Test::Id("r.thread_id"),
        },
        Filter {
            name: "gemeinde",
            label: cx.t("task-municipality-id"),
            all: cx.t("task-all-municipalities"),
            choices: list::occurring::<Task>(tx, "r.municipality_id").await?,
            test: Test::Id("r.municipality_id"),
        },
    ])
}

impl Screen for Task {
    const PATH: &'static str = "/aufgaben";
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::TASKS_WRITE;
    const TEXTS: &'static str = "task";
    type Beside = Beside;
    const SUGGESTED: &'static [&'static str] = &["title", "thread_id", "municipality_id", "source_id", "private"];

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let known = Listing { conditions: visible(tx), ..Listing::default() };
        let (used, aside) = tx.census::<Self>(&known).await?;
        let to_do = Listing {
            conditions: [visible(tx), vec![Sql::new("r.done_on IS NULL", vec![])]].concat(),
            aside: Some(false),
            ..Listing::default()
        };
        let open = tx.count::<Self>(&to_do).await?;
        let standings = ["open", "overdue", "done"]
            .map(|word| Choice { value: word.to_owned(), label: cx.t(&format!("task-{word}")) })
            .to_vec();
        let list = List {
            title: cx.t("task-list"),
            lead: cx.tv("task-lead", [("open", open.into()), ("count", (used + aside).into())]),
            day: Some(1),
            // Backwards by word: what is late first, what is done last, in German and English; by day among equals.
            order: (STATE_COLUMN, true),
            then: "r.due_on NULLS LAST",
            visible: visible(tx),
            filters: filters(cx, tx, standings.clone()).await?,
            empty: (cx.t("task-empty"), cx.t("task-empty-text")),
            noun: "task-count",
            joins: "LEFT JOIN record_index t ON t.alliance_id = r.alliance_id AND t.record_id = r.thread_id
                LEFT JOIN record_index m ON m.alliance_id = r.alliance_id AND m.record_id = r.municipality_id
                    AND m.trashed_at IS NULL",
            words: vec!["t.folded LIKE ? ESCAPE '\\'", "m.folded LIKE ? ESCAPE '\\'"],
            beside: vec![("t.title", "thread"), ("m.title", "municipality")],
            ..List::default()
        };
        Ok(list
            .column(cx, "aufgabe", "task-title")
            .by(Order::words("r.title"))
            .column(cx, "faellig", "task-due-on")
            .by(Order::value("r.due_on"))
            .column(cx, "zustaendig", "task-responsible")
            .by(Order::words("r.responsible"))
            .column(cx, "projekt", "task-thread-id")
            .by(Order::words("t.title"))
            .column(cx, "gemeinde", "task-municipality-id")
            .by(Order::words("m.title"))
            .column(cx, "zustand", "task-standing")
            .by_words(&Sql::new(STANDING, args![cx.today()]), &standings))
    }

    async fn rows(cx: &Cx, _tx: &mut Tx, records: Vec<(Self, Beside)>) -> Result<Vec<Row>, Problem> {
        Ok(records.into_iter().map(|(task, beside)| row(cx, &task, beside)).collect())
    }

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let new = |name, control| Field::new(cx, Self::TEXTS, name, control);
        let threads = choices::thread_choices_with(tx, cx, record.and_then(|task| task.thread_id)).await?;
        let mut fields = vec![
            new("title", Control::Line),
            new("due_on", Control::Date).optional(),
            new("responsible", Control::Line).optional(),
            new("municipality_id", Control::Select)
                .choices(choices::choices_of_kind(tx, "municipality").await?)
                .optional(),
            new("thread_id", Control::Select).choices(threads).optional(),
            new("note", Control::Lines).optional(),
            new("source_id", Control::Hidden),
        ];
        if cx.may(CONFIDENTIAL) {
            fields.push(new("private", Control::Tick));
        }
        Ok(fields)
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
            value("private", if self.private { "1" } else { "" }),
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
            private: input.ticked("private"),
        }
    }

    fn may_read(&self, cx: &Cx) -> bool {
        may_see(cx, self)
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
        let lead = if self.private { cx.t("task-private-lead") } else { String::new() };
        Ok(View { title: self.title.clone(), lead, badge: Some(badge(cx, self)), actions, main, ..View::default() })
    }
}

/// The column that says how a task stands.
const STATE_COLUMN: usize = 5;

/// What a row shows of other tables.
#[derive(sqlx::FromRow)]
pub struct Beside {
    thread: Option<String>,
    municipality: Option<String>,
}

fn row(cx: &Cx, task: &Task, beside: Beside) -> Row {
    let link = |(id, title): (Id, String)| Cell::Link(title, format!("{}/{id}", Thread::PATH));
    Row {
        href: task.href(),
        cells: vec![
            task.title.as_str().into(),
            task.due_on.into(),
            task.responsible.as_str().into(),
            task.thread_id.zip(beside.thread).map_or(Cell::Empty, link),
            beside.municipality.unwrap_or_default().into(),
            Cell::State(badge(cx, task)),
        ],
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
