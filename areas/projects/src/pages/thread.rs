//! Projects and topics: list and form. The page stands in `thread_page`.

use allmende_documents::format as german;
use allmende_store::{Order, Sql, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{Cell, Filter, List, Row, Test};
use allmende_web::screen::Screen;
use allmende_web::view::{Badge, Tone, View};
use allmende_web::{Cx, Problem};

use crate::choices;
use crate::model::{FieldOfAction, StateChange, Thread, ThreadKind, ThreadState};

/// A state as shape, word and colour.
pub(super) fn state_badge(cx: &Cx, state: ThreadState) -> Badge {
    let (tone, icon) = match state {
        ThreadState::Idea => (Tone::Neutral, "ring"),
        ThreadState::Preparation => (Tone::Info, "clock"),
        ThreadState::Running => (Tone::Info, "half-disc"),
        ThreadState::Done => (Tone::Ok, "check-disc"),
        ThreadState::Paused => (Tone::Warn, "pause-square"),
        ThreadState::Dropped => (Tone::Neutral, "minus-ring"),
    };
    Badge::new(tone, icon, state_word(cx, state))
}

/// The word for a state in the person's language.
pub(super) fn state_word(cx: &Cx, state: ThreadState) -> String {
    cx.t(&format!("thread-state-{}", state.word()))
}

/// The word for what a thread is.
pub(super) fn kind_word(cx: &Cx, kind: ThreadKind) -> String {
    cx.t(&format!("thread-kind-{}", kind.word()))
}

fn words(cx: &Cx, prefix: &str, words: impl Iterator<Item = &'static str>) -> Vec<Choice> {
    words.map(|word| Choice { value: word.to_owned(), label: cx.t(&format!("{prefix}-{word}")) }).collect()
}

fn filters(cx: &Cx, fields: &[FieldOfAction], kinds: Vec<Choice>, states: Vec<Choice>) -> Vec<Filter> {
    let cases = vec![("yes", Sql::new("r.strategic", vec![])), ("no", Sql::new("NOT r.strategic", vec![]))];
    vec![
        Filter {
            name: "art",
            label: cx.t("thread-kind"),
            all: cx.t("thread-all-kinds"),
            choices: kinds,
            test: Test::Word("r.kind"),
        },
        Filter {
            name: "feld",
            label: cx.t("thread-field-id"),
            all: cx.t("thread-all-fields"),
            choices: fields
                .iter()
                .map(|field| Choice { value: field.head.id.to_string(), label: field.name.clone() })
                .collect(),
            test: Test::Id("r.field_id"),
        },
        Filter {
            name: "stand",
            label: cx.t("thread-state"),
            all: cx.t("thread-all-states"),
            choices: states,
            test: Test::Word("COALESCE(r.state, 'none')"),
        },
        Filter {
            name: "strategisch",
            label: cx.t("thread-strategic"),
            all: cx.t("thread-all-strategic"),
            choices: words(cx, "thread-strategic", ["yes", "no"].into_iter()),
            test: Test::Cases(cases),
        },
    ]
}

/// Where a thread stands, as a word. Only of a project the report says it, so only there it is missing.
const STATE: &str = "CASE WHEN r.state IS NULL AND r.kind = 'project' THEN 'none' ELSE r.state END";

/// How many tasks are open, NULL if none: for those who may know of all, and for those who may not.
const OPEN_TASKS: &str =
    "NULLIF((SELECT COUNT(*) FROM task k WHERE k.alliance_id = r.alliance_id AND k.thread_id = r.id
    AND k.done_on IS NULL AND k.trashed_at IS NULL AND k.archived_at IS NULL), 0)";
const OPEN_TASKS_KNOWN: &str =
    "NULLIF((SELECT COUNT(*) FROM task k WHERE k.alliance_id = r.alliance_id AND k.thread_id = r.id
    AND NOT k.private AND k.done_on IS NULL AND k.trashed_at IS NULL AND k.archived_at IS NULL), 0)";

/// What a row shows of other tables.
#[derive(sqlx::FromRow)]
pub struct Beside {
    field: Option<String>,
    open: Option<i64>,
}

fn row(cx: &Cx, thread: &Thread, beside: Beside) -> Row {
    let state = match thread.state {
        Some(state) => Cell::State(state_badge(cx, state)),
        None if thread.kind == ThreadKind::Project => {
            Cell::State(Badge::new(Tone::Warn, "warning", cx.t("thread-state-none")))
        }
        None => Cell::Empty,
    };
    Row {
        href: thread.href(),
        cells: vec![
            thread.title.as_str().into(),
            kind_word(cx, thread.kind).into(),
            beside.field.unwrap_or_default().into(),
            state,
            thread.lead.as_str().into(),
            beside.open.map_or(Cell::Empty, Cell::Number),
            Cell::Day(thread.head.changed_at.day()),
        ],
    }
}

/// Fields of action in the order of the concept.
pub(super) async fn fields_of_action(tx: &mut Tx) -> Result<Vec<FieldOfAction>, Problem> {
    let mut fields: Vec<FieldOfAction> = tx.all().await?;
    fields.sort_by_key(|field| if field.position == 0 { i64::MAX } else { field.position });
    Ok(fields)
}

impl Screen for Thread {
    const PATH: &'static str = "/projekte";
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::WRITE;
    const TEXTS: &'static str = "thread";
    type Beside = Beside;
    const SUGGESTED: &'static [&'static str] = &["title", "kind", "field_id"];

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let fields = fields_of_action(tx).await?;
        let kinds = words(cx, "thread-kind", ThreadKind::ALL.iter().map(|kind| kind.word()));
        let mut states = words(cx, "thread-state", ThreadState::ALL.iter().map(|state| state.word()));
        states.push(Choice { value: "none".to_owned(), label: cx.t("thread-state-none") });
        let open = if tx.sees_confidential() { OPEN_TASKS } else { OPEN_TASKS_KNOWN };
        let list = List {
            title: cx.t("thread-list"),
            filters: filters(cx, &fields, kinds.clone(), states.clone()),
            empty: (cx.t("thread-empty"), cx.t("thread-empty-text")),
            noun: "thread-count",
            joins: "LEFT JOIN record_index f
                ON f.alliance_id = r.alliance_id AND f.record_id = r.field_id AND f.trashed_at IS NULL",
            words: vec!["f.folded LIKE ? ESCAPE '\\'"],
            beside: vec![("f.title", "field"), (open, "open")],
            ..List::default()
        };
        Ok(list
            .column(cx, "titel", "thread-title")
            .by(Order::words("r.title"))
            .column(cx, "art", "thread-kind")
            .by_words(&Sql::new("r.kind", vec![]), &kinds)
            .column(cx, "feld", "thread-field-id")
            .by(Order::words("f.title"))
            .column(cx, "stand", "thread-state")
            .by_words(&Sql::new(STATE, vec![]), &states)
            .column(cx, "leitung", "thread-lead")
            .by(Order::words("r.lead"))
            .number_column(cx, "aufgaben", "thread-open-tasks")
            .by(Order::value(open))
            .column(cx, "geaendert", "thread-changed")
            .by(Order::value("r.changed_at")))
    }

    async fn rows(cx: &Cx, _tx: &mut Tx, records: Vec<(Self, Beside)>) -> Result<Vec<Row>, Problem> {
        Ok(records.into_iter().map(|(thread, beside)| row(cx, &thread, beside)).collect())
    }

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let new = |name, control| Field::new(cx, Self::TEXTS, name, control);
        let fields = fields_of_action(tx).await?;
        let current = record.and_then(|thread| thread.field_id);
        let choices = fields
            .into_iter()
            .filter(|field| field.head.archived_at.is_none() || Some(field.head.id) == current)
            .map(|field| Choice { value: field.head.id.to_string(), label: field.name })
            .collect();
        let mut all = vec![
            new("title", Control::Line),
            new("kind", Control::Radio).words(cx, "thread-kind", ThreadKind::ALL.iter().map(|kind| kind.word())),
            new("strategic", Control::Tick),
            new("field_id", Control::Select).choices(choices).optional(),
        ];
        if record.is_none() {
            // Afterwards the state changes by dated entries, so that its history stays true.
            all.push(
                new("state", Control::Select)
                    .words(cx, "thread-state", ThreadState::ALL.iter().map(|state| state.word()))
                    .optional(),
            );
            all.push(new("state_since", Control::Date).optional());
        }
        all.extend([
            new("summary", Control::Line).optional(),
            new("narrative", Control::Prose).optional(),
            new("lead", Control::Line).optional(),
            new("partners", Control::Lines).optional(),
            new("started_on", Control::Date).optional(),
            new("position", Control::Short).optional(),
        ]);
        Ok(all)
    }

    fn suggestion(cx: &Cx) -> Values {
        let mut values: Values = vec![value("kind", ThreadKind::Project.word())];
        values.extend(Self::SUGGESTED.iter().filter_map(|name| {
            let wish = cx.query(name);
            (!wish.is_empty()).then(|| value(name, wish))
        }));
        values
    }

    fn field_values(&self) -> Values {
        vec![
            value("title", &self.title),
            value("kind", self.kind.word()),
            value("strategic", if self.strategic { "1" } else { "" }),
            value("field_id", self.field_id.map(|id| id.to_string()).unwrap_or_default()),
            value("summary", &self.summary),
            value("narrative", &self.narrative),
            value("lead", &self.lead),
            value("partners", &self.partners),
            value("started_on", self.started_on.map(|day| german::date(day.0)).unwrap_or_default()),
            value("position", if self.position == 0 { String::new() } else { self.position.to_string() }),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let (state, state_since) = match before {
            Some(before) => (before.state, before.state_since),
            None => first_state(input),
        };
        Self {
            head: before.map(|thread| thread.head.clone()).unwrap_or_default(),
            title: input.line("title", "thread-title-missing"),
            kind: input.word("kind", ThreadKind::from_word, ThreadKind::Project),
            strategic: input.ticked("strategic"),
            field_id: input.id("field_id"),
            state,
            state_since,
            summary: input.text("summary", 300),
            narrative: input.text("narrative", 50_000),
            lead: input.text("lead", 200),
            partners: input.text("partners", 5_000),
            started_on: input.day("started_on"),
            position: input.number("position", 0, 9_999).unwrap_or(0),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        choices::check_reference(input, tx, "field_id", self.field_id, "field_of_action").await
    }

    async fn stored(&self, _cx: &Cx, tx: &mut Tx, is_new: bool) -> Result<(), Problem> {
        if let (true, Some(state), Some(on_day)) = (is_new, self.state, self.state_since) {
            let mut change = StateChange {
                head: allmende_store::Head::default(),
                thread_id: self.head.id,
                state,
                on_day,
                note: String::new(),
            };
            tx.insert(&mut change).await?;
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        super::thread_page::view(cx, tx, self).await
    }
}

/// Where a new thread stands: without a day, since today.
fn first_state(input: &mut Input<'_>) -> (Option<ThreadState>, Option<allmende_store::Day>) {
    let since = input.day("state_since");
    if input.cx().submission().get("state").is_empty() {
        if since.is_some() {
            input.refuse_key("state", "thread-state-missing");
        }
        return (None, None);
    }
    let state = input.word("state", ThreadState::from_word, ThreadState::Idea);
    (Some(state), Some(since.unwrap_or(input.cx().today())))
}
