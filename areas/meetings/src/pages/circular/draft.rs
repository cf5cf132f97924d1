//! Resolutions without a meeting: list and form of the draft.

use allmende_alliance::model::Body;
use allmende_documents::format as german;
use allmende_meeting_rules::circular_deadline;
use allmende_projects::choices::{check_reference, thread_choices_with};
use allmende_store::{Day, Head, Id, Order, RecordData, Sql, Tx};
use allmende_web::access::{CONFIDENTIAL, Permission};
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{Cell, Filter, List, Row, Test};
use allmende_web::screen::Screen;
use allmende_web::view::{Badge, Line, Tone, View};
use allmende_web::{Cx, Problem};

use super::super::choices;
use super::CIRCULARS;
use crate::model::circular::{Circular, CircularState};
use crate::{READ, WRITE, queries};

/// Where it stands as shape, word and colour.
pub(super) fn badge(cx: &Cx, state: CircularState) -> Badge {
    let word = cx.t(&format!("circular-state-{}", state.word()));
    match state {
        CircularState::Draft => Badge::new(Tone::Neutral, "ring", word),
        CircularState::Running => Badge::new(Tone::Info, "clock", word),
        CircularState::Adopted => Badge::new(Tone::Ok, "check-disc", word),
        CircularState::Failed => Badge::new(Tone::Bad, "cross-square", word),
        CircularState::Withdrawn => Badge::new(Tone::Neutral, "minus-ring", word),
    }
}

impl Screen for Circular {
    const PATH: &'static str = CIRCULARS;
    const READ: Permission = READ;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "circular";
    type Beside = crate::pages::BodyName;
    const SUGGESTED: &'static [&'static str] = &["body_id", "title", "thread_id"];

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let state = |state: &CircularState| Choice {
            value: state.word().to_owned(),
            label: cx.t(&format!("circular-state-{}", state.word())),
        };
        let states: Vec<Choice> = CircularState::ALL.iter().map(state).collect();
        let filter = Filter {
            name: "stand",
            label: cx.t("circular-state"),
            all: cx.t("circular-state-all"),
            choices: states.clone(),
            test: Test::Word("r.state"),
        };
        let open = || Sql::new("r.public AND r.state <> 'draft'", Vec::new());
        let visible = if tx.sees_confidential() { Vec::new() } else { vec![open()] };
        Ok(List {
            title: cx.t("circular-list"),
            head: 1,
            day: Some(0),
            order: (0, true),
            filters: vec![filter],
            empty: (cx.t("circular-empty"), cx.t("circular-empty-why")),
            noun: "circular-count",
            joins: "LEFT JOIN record_index b
                ON b.alliance_id = r.alliance_id AND b.record_id = r.body_id AND b.trashed_at IS NULL",
            words: vec!["b.folded LIKE ? ESCAPE '\\'"],
            beside: vec![("b.title", "body")],
            visible,
            ..List::default()
        }
        .column(cx, "frist", "circular-deadline")
        .by(Order::value("r.deadline"))
        .column(cx, "titel", "circular-title")
        .by(Order::words("r.title"))
        .column(cx, "gremium", "circular-body-id")
        .by(Order::words("b.title"))
        .column(cx, "stand", "circular-state")
        .by_words(&Sql::new("r.state", vec![]), &states))
    }

    async fn rows(cx: &Cx, _tx: &mut Tx, records: Vec<(Self, Self::Beside)>) -> Result<Vec<Row>, Problem> {
        let row = |(one, beside): (Self, Self::Beside)| Row {
            href: one.href(),
            cells: vec![
                Cell::Day(one.deadline),
                Cell::from(one.title.as_str()),
                Cell::from(beside.body.unwrap_or_default()),
                Cell::State(badge(cx, one.state)),
            ],
        };
        Ok(records.into_iter().map(row).collect())
    }

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, Self::TEXTS, name, control);
        let threads = thread_choices_with(tx, cx, record.and_then(|one| one.thread_id)).await?;
        let mut fields = vec![
            field("body_id", Control::Select).choices(choices(tx, Body::KIND).await?),
            field("title", Control::Line),
            field("wording", Control::Prose),
            field("reason", Control::Lines).optional(),
            field("deadline", Control::Date),
            field("thread_id", Control::Select).optional().choices(threads),
        ];
        if cx.may(CONFIDENTIAL) {
            fields.push(field("private", Control::Tick));
        }
        Ok(fields)
    }

    fn field_values(&self) -> Values {
        vec![
            value("body_id", self.body_id.to_string()),
            value("title", &self.title),
            value("wording", &self.wording),
            value("reason", &self.reason),
            value("deadline", german::date(self.deadline.0)),
            value("thread_id", self.thread_id.map(|id| id.to_string()).unwrap_or_default()),
            value("private", if self.public { "" } else { "1" }),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let body = input.id("body_id");
        if body.is_none() {
            input.refuse_key("body_id", "circular-body-missing");
        }
        let state = before.map_or(CircularState::Draft, |before| before.state);
        if state != CircularState::Draft {
            input.refuse_key("title", "circular-sent-already");
        }
        let deadline = input.needed_day("deadline");
        if input.is_fine() && deadline < input.cx().today() {
            input.refuse_key("deadline", "circular-deadline-past");
        }
        Self {
            head: Head::default(),
            body_id: body.unwrap_or(Id::NIL),
            title: input.line("title", "circular-title-missing"),
            wording: input.needed("wording", 20_000, "circular-wording-missing"),
            reason: input.text("reason", 20_000),
            thread_id: input.id("thread_id"),
            public: !input.ticked("private"),
            deadline,
            opened_at: None,
            closed_at: None,
            state,
            verdict: String::new(),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        check_reference(input, tx, "body_id", Some(self.body_id), Body::KIND).await?;
        check_reference(input, tx, "thread_id", self.thread_id, "thread").await?;
        let today = tx.today();
        let (rules, _) = queries::rules_on(tx, self.body_id, today).await?;
        let cx = input.cx();
        // A resolution that the rules do not know is no resolution (§ 32 Abs. 3 BGB is the exception, not the rule).
        if !rules.circular.allowed {
            let values = [("paragraph", rules.circular.paragraph.as_str().into())];
            input.refuse("body_id", cx.tv("circular-rule-not-allowed", values));
        }
        if let Some(least) = circular_deadline(&rules.circular, today.0)
            && self.deadline.0 < least
        {
            input.refuse("deadline", cx.tv("circular-deadline-short", [("day", cx.day(Day(least)).into())]));
        }
        Ok(())
    }

    fn may_read(&self, cx: &Cx) -> bool {
        self.is_open() || cx.may(CONFIDENTIAL)
    }

    fn may_write(&self, cx: &Cx) -> bool {
        cx.may(WRITE) && self.may_read(cx)
    }

    async fn view(&self, cx: &Cx, _tx: &mut Tx) -> Result<View, Problem> {
        // Its own page stands in `show`; this is never called.
        Ok(View {
            title: self.title.clone(),
            path: vec![Line::link(cx.t("circular-list"), CIRCULARS)],
            ..View::default()
        })
    }
}
