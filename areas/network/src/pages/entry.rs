//! Contacts and events: list, form, page.

use std::collections::BTreeMap;

use allmende_documents::format as german;
use allmende_documents::markdown::{self, Headings};
use allmende_projects::choices;
use allmende_projects::model::{Precision, Task, names};
use allmende_projects::queries::{self, FollowUp};
use allmende_store::{Head, Id, Listing, Order, Sql, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{self, Cell, Filter, List, Row, Test, address};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem};

use crate::model::{EntryKind, NetworkEntry};

/// The word for what an entry is about.
fn kind_word(cx: &Cx, kind: EntryKind) -> String {
    cx.t(&format!("network-kind-{}", kind.word()))
}

/// Its day as exactly as it is known, or its days.
fn day_words(cx: &Cx, entry: &NetworkEntry) -> String {
    match entry.ends_on {
        Some(end) if end != entry.held_on => german::date_range(entry.held_on.0, end.0),
        _ => cx.day_as(entry.held_on, entry.precision),
    }
}

fn day_cell(cx: &Cx, entry: &NetworkEntry) -> Cell {
    let is_one_day = entry.precision == Precision::Day && entry.ends_on.is_none_or(|end| end == entry.held_on);
    if is_one_day { Cell::Day(entry.held_on) } else { Cell::Span(entry.held_on, day_words(cx, entry)) }
}

/// Whether something is still to do after an entry; nothing if no task follows from it.
fn follow_up_badge(cx: &Cx, tasks: &[&FollowUp]) -> Option<Badge> {
    if tasks.is_empty() {
        None
    } else if tasks.iter().any(|task| task.done_on.is_none()) {
        Some(Badge::new(Tone::Warn, "clock", cx.t("network-follow-up-open")))
    } else {
        Some(Badge::new(Tone::Ok, "check", cx.t("network-follow-up-done")))
    }
}

/// What a row shows of other tables.
#[derive(sqlx::FromRow)]
pub struct Beside {
    thread: Option<String>,
}

fn row(cx: &Cx, entry: &NetworkEntry, beside: Beside, follow_ups: &[FollowUp]) -> Row {
    let link = |(id, title): (Id, String)| Cell::Link(title, format!("/projekte/{id}"));
    let tasks: Vec<&FollowUp> = follow_ups.iter().filter(|task| task.source_id == entry.head.id).collect();
    let partners: Vec<&str> = names(&entry.partners).collect();
    Row {
        href: entry.href(),
        cells: vec![
            day_cell(cx, entry),
            entry.title.as_str().into(),
            kind_word(cx, entry.kind).into(),
            if partners.is_empty() { entry.place.as_str().into() } else { partners.join(", ").into() },
            entry.thread_id.zip(beside.thread).map_or(Cell::Empty, link),
            follow_up_badge(cx, &tasks).map_or(Cell::Empty, Cell::State),
        ],
    }
}

/// Whether something is still to do after an entry, as a word; NULL if no task follows from it that everybody may know.
const FOLLOW_UP_WORD: &str =
    "(SELECT CASE WHEN COUNT(*) = 0 THEN NULL WHEN COUNT(f.done_on) < COUNT(*) THEN 'open' ELSE 'done' END
    FROM task f WHERE f.alliance_id = r.alliance_id AND f.source_id = r.id AND NOT f.private AND f.trashed_at IS NULL)";

impl Screen for NetworkEntry {
    const PATH: &'static str = "/vernetzung";
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::WRITE;
    const TEXTS: &'static str = "network";
    type Beside = Beside;
    const SUGGESTED: &'static [&'static str] = &["title", "thread_id"];

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let (used, _) = tx.census::<Self>(&Listing::default()).await?;
        let occurring = list::occurring_words::<Self>(tx, "r.kind").await?;
        let kinds: Vec<Choice> = EntryKind::ALL
            .iter()
            .filter(|kind| occurring.iter().any(|word| word == kind.word()))
            .map(|kind| Choice { value: kind.word().to_owned(), label: kind_word(cx, *kind) })
            .collect();
        let follow_ups = [("open", "network-follow-up-open"), ("done", "network-follow-up-done")]
            .map(|(value, key)| Choice { value: value.to_owned(), label: cx.t(key) });
        let list = List {
            title: cx.t("network-list"),
            lead: cx.tv("network-lead", [("count", used.into())]),
            head: 1,
            day: Some(0),
            order: (0, true),
            filters: vec![
                Filter {
                    name: "art",
                    label: cx.t("network-kind"),
                    all: cx.t("network-all-kinds"),
                    choices: kinds.clone(),
                    test: Test::Word("r.kind"),
                },
                Filter {
                    name: "projekt",
                    label: cx.t("network-thread-id"),
                    all: cx.t("network-all-threads"),
                    choices: list::occurring::<Self>(tx, "r.thread_id").await?,
                    test: Test::Id("r.thread_id"),
                },
            ],
            empty: (cx.t("network-empty"), cx.t("network-empty-text")),
            noun: "network-count",
            joins: "LEFT JOIN record_index t
                ON t.alliance_id = r.alliance_id AND t.record_id = r.thread_id AND t.trashed_at IS NULL",
            words: vec!["t.folded LIKE ? ESCAPE '\\'"],
            beside: vec![("t.title", "thread")],
            ..List::default()
        };
        Ok(list
            .column(cx, "datum", "network-held-on")
            .by(Order::value("r.held_on"))
            .column(cx, "titel", "network-title")
            .by(Order::words("r.title"))
            .column(cx, "art", "network-kind")
            .by_words(&Sql::new("r.kind", vec![]), &kinds)
            .column(cx, "partner", "network-place-or-partner")
            .by(Order::words("CASE WHEN r.partners = '' THEN r.place ELSE r.partners END"))
            .column(cx, "projekt", "network-thread-id")
            .by(Order::words("t.title"))
            .column(cx, "folgeaufgabe", "network-follow-up")
            .by_words(&Sql::new(FOLLOW_UP_WORD, vec![]), &follow_ups))
    }

    async fn rows(cx: &Cx, tx: &mut Tx, records: Vec<(Self, Beside)>) -> Result<Vec<Row>, Problem> {
        let follow_ups = queries::follow_ups(tx, records.iter().map(|(entry, _)| entry.head.id).collect()).await?;
        Ok(records.into_iter().map(|(entry, beside)| row(cx, &entry, beside, &follow_ups)).collect())
    }

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let new = |name, control| Field::new(cx, Self::TEXTS, name, control);
        let threads = choices::thread_choices_with(tx, cx, record.and_then(|entry| entry.thread_id)).await?;
        let mut all = vec![
            new("held_on", Control::Date),
            new("title", Control::Line),
            new("kind", Control::Radio).words(cx, "network-kind", EntryKind::ALL.iter().map(|kind| kind.word())),
            new("place", Control::Line).optional(),
            new("partners", Control::Lines).optional(),
            new("outcome", Control::Lines).optional(),
            new("thread_id", Control::Select).choices(threads).optional(),
        ];
        if record.is_none() {
            // An entry that is there gets further tasks from its page.
            all.push(new("follow_up_title", Control::Line).optional());
            all.push(new("follow_up_due", Control::Date).optional());
        }
        all.extend([
            new("ends_on", Control::Date).optional(),
            new("precision", Control::Select)
                .words(cx, "precision", Precision::ALL.iter().map(|precision| precision.word()))
                .optional(),
        ]);
        Ok(all)
    }

    fn suggestion(cx: &Cx) -> Values {
        vec![
            value("held_on", german::date(cx.today().0)),
            value("kind", EntryKind::Meeting.word()),
            value("precision", Precision::Day.word()),
            value("title", cx.query("title")),
            value("thread_id", cx.query("thread_id")),
        ]
    }

    fn field_values(&self) -> Values {
        vec![
            value("held_on", german::date(self.held_on.0)),
            value("title", &self.title),
            value("kind", self.kind.word()),
            value("place", &self.place),
            value("partners", &self.partners),
            value("outcome", &self.outcome),
            value("thread_id", self.thread_id.map(|id| id.to_string()).unwrap_or_default()),
            value("ends_on", self.ends_on.map(|day| german::date(day.0)).unwrap_or_default()),
            value("precision", self.precision.word()),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let precision = if input.cx().submission().get("precision").is_empty() {
            Precision::Day
        } else {
            input.word("precision", Precision::from_word, Precision::Day)
        };
        let held_on = precision.first(input.needed_day("held_on"));
        let ends_on = input.day("ends_on");
        if let Some(end) = ends_on {
            if precision != Precision::Day {
                input.refuse_key("ends_on", "network-ends-on-inexact");
            } else if end < held_on {
                let first = german::date(held_on.0);
                let sentence = input.cx().tv("network-ends-on-before", [("day", first.into())]);
                input.refuse("ends_on", sentence);
            }
        }
        let entry = Self {
            head: before.map(|entry| entry.head.clone()).unwrap_or_default(),
            held_on,
            ends_on,
            precision,
            kind: input.word("kind", EntryKind::from_word, EntryKind::Meeting),
            title: input.line("title", "network-title-missing"),
            place: input.text("place", 200),
            partners: input.text("partners", 5_000),
            outcome: input.text("outcome", 10_000),
            thread_id: input.id("thread_id"),
        };
        let follow_up = input.text("follow_up_title", 300);
        if input.day("follow_up_due").is_some() && follow_up.is_empty() {
            input.refuse_key("follow_up_title", "network-follow-up-title-missing");
        }
        entry
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        choices::check_reference(input, tx, "thread_id", self.thread_id, "thread").await
    }

    async fn stored(&self, cx: &Cx, tx: &mut Tx, is_new: bool) -> Result<(), Problem> {
        let mut input = Input::new(cx);
        let title = input.text("follow_up_title", 300).replace('\n', " ");
        if is_new && !title.is_empty() {
            let mut task = Task {
                head: Head::default(),
                title,
                note: String::new(),
                due_on: input.day("follow_up_due"),
                responsible: String::new(),
                municipality_id: None,
                thread_id: self.thread_id,
                source_id: Some(self.head.id),
                done_on: None,
                private: false,
            };
            tx.insert(&mut task).await?;
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let tasks = queries::tasks_from(tx, self.head.id).await?;
        let thread = match self.thread_id {
            Some(id) => tx.index_line(id).await?.filter(|line| line.trashed_at.is_none()),
            None => None,
        };
        let mut lead = vec![day_words(cx, self), kind_word(cx, self.kind)];
        lead.extend((!self.place.is_empty()).then(|| self.place.clone()));
        let mut main = Vec::new();
        if !self.outcome.is_empty() {
            main.push(Part::Prose(markdown::html(&self.outcome, Headings::Level3)));
        }
        main.push(tasks_part(cx, self, &tasks));
        let partners: Vec<Line> = names(&self.partners)
            .map(|name| Line::link(name, address(Self::PATH, &BTreeMap::new(), &[("q", name)])))
            .collect();
        let facts = [
            FactLine::text(cx.t("network-held-on"), day_words(cx, self)),
            FactLine::text(cx.t("network-kind"), kind_word(cx, self.kind)),
            FactLine::text(cx.t("network-place"), &self.place),
            (!partners.is_empty()).then(|| FactLine { label: cx.t("network-partners"), lines: partners }),
            thread.map(|line| {
                FactLine::link(cx.t("network-thread-id"), line.title, format!("/projekte/{}", line.record_id))
            }),
        ];
        let side = vec![Part::Facts { title: cx.t("part-facts"), facts: facts.into_iter().flatten().collect() }];
        Ok(View { title: self.title.clone(), lead: lead.join(" · "), main, side, ..View::default() })
    }
}

/// What follows from an entry, with a tick for what is open.
fn tasks_part(cx: &Cx, entry: &NetworkEntry, tasks: &[Task]) -> Part {
    let here = entry.href();
    let with_back = |path: String| address(&path, &BTreeMap::new(), &[("zurueck", &here)]);
    let lines = tasks
        .iter()
        .map(|task| {
            let may_tick = task.done_on.is_none() && allmende_projects::pages::may_tick(cx, task);
            Line {
                done: may_tick.then(|| with_back(format!("{}/erledigt", task.href()))),
                icon: if task.done_on.is_some() { "check" } else { "task" },
                ..allmende_projects::pages::task_line(cx, task)
            }
        })
        .collect();
    let mut suggestion = vec![("source_id", entry.head.id.to_string()), ("zurueck", here.clone())];
    suggestion.extend(entry.thread_id.map(|id| ("thread_id", id.to_string())));
    let wishes: Vec<(&str, &str)> = suggestion.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let create = address(&format!("{}/neu", Task::PATH), &BTreeMap::new(), &wishes);
    Part::Lines {
        title: cx.t("network-follow-ups"),
        action: cx.may(allmende_projects::TASKS_WRITE).then(|| Action::link(cx.t("network-follow-up-new"), create, "")),
        lines,
        empty: cx.t("network-no-follow-ups"),
    }
}
