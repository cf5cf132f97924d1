//! Meetings: list, form, and the word that one took place.

use axum::extract::Path;
use axum::response::Response;

use allmende_alliance::model::Body;
use allmende_documents::format as german;
use allmende_projects::model::Thread;
use allmende_store::{Head, Id, Order, RecordData, Sql, Tx};
use allmende_web::access::{Flash, Permission};
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{self, Cell, Filter, List, Row, Test};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, Badge, Tone, View};
use allmende_web::{Cx, Problem};

use super::{MEETINGS, choices};
use crate::agenda::{thread_of, topics};
use crate::model::{Meeting, MeetingState, meeting_title};
use crate::{READ, WRITE};

/// How many characters a topic may have, and how many topics one form takes.
const TOPIC_LENGTH: usize = 300;
const MOST_TOPICS: usize = 100;

/// The state as shape, word and colour.
pub(super) fn badge(cx: &Cx, state: MeetingState) -> Badge {
    let word = cx.t(&format!("meeting-state-{}", state.word()));
    match state {
        MeetingState::Planned => Badge::new(Tone::Info, "clock", word),
        MeetingState::Held => Badge::new(Tone::Ok, "check-disc", word),
        MeetingState::Cancelled => Badge::new(Tone::Neutral, "minus-ring", word),
    }
}

/// The day, or the first and the last.
pub(super) fn days(cx: &Cx, meeting: &Meeting) -> String {
    match meeting.ends_on {
        Some(last) => german::date_range(meeting.held_on.0, last.0),
        None => cx.day(meeting.held_on),
    }
}

fn day_cell(meeting: &Meeting) -> Cell {
    match meeting.ends_on {
        Some(last) => Cell::Span(meeting.held_on, german::date_range(meeting.held_on.0, last.0)),
        None => Cell::Day(meeting.held_on),
    }
}

/// Day, time and place in one line.
pub(super) fn lead(meeting: &Meeting, cx: &Cx) -> String {
    let day = match meeting.ends_on {
        Some(_) => days(cx, meeting),
        None => cx.long_weekday(meeting.held_on),
    };
    let parts = [day, times(meeting, cx), meeting.place.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<String>>().join(" · ")
}

/// "18:00 Uhr" or "18:00 bis 20:00 Uhr".
pub(super) fn times(meeting: &Meeting, cx: &Cx) -> String {
    let (begin, end) = (meeting.begins_at.as_str(), meeting.ends_at.as_str());
    match (begin.is_empty(), end.is_empty()) {
        (true, _) => String::new(),
        (false, true) => cx.tv("meeting-time", [("begin", begin.into())]),
        (false, false) => cx.tv("meeting-time-span", [("begin", begin.into()), ("end", end.into())]),
    }
}

/// How many topics a meeting has, for those who may know of all and for those who may not.
const TOPICS: &str = "(SELECT COUNT(*) FROM agenda_item a
    WHERE a.alliance_id = r.alliance_id AND a.meeting_id = r.id AND a.trashed_at IS NULL)";
const OPEN_TOPICS: &str = "(SELECT COUNT(*) FROM agenda_item a
    WHERE a.alliance_id = r.alliance_id AND a.meeting_id = r.id AND a.trashed_at IS NULL AND a.public)";

/// The words of its topics.
const TOPIC_WORDS: &str =
    "EXISTS (SELECT 1 FROM record_index p WHERE p.alliance_id = r.alliance_id AND p.parent_id = r.id
    AND p.trashed_at IS NULL AND p.folded LIKE ? ESCAPE '\\')";
const OPEN_TOPIC_WORDS: &str =
    "EXISTS (SELECT 1 FROM record_index p WHERE p.alliance_id = r.alliance_id AND p.parent_id = r.id
    AND p.trashed_at IS NULL AND NOT p.confidential AND p.folded LIKE ? ESCAPE '\\')";

/// What a row shows of other tables.
#[derive(sqlx::FromRow)]
pub struct Beside {
    body: Option<String>,
    topics: i64,
}

impl Screen for Meeting {
    const PATH: &'static str = MEETINGS;
    const READ: Permission = READ;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "meeting";
    type Beside = Beside;
    const SUGGESTED: &'static [&'static str] = &["body_id", "held_on"];

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let years = list::occurring_words::<Self>(tx, "SUBSTR(CAST(r.held_on AS TEXT), 1, 4)").await?;
        let filter = |name, key: &str, choices, test| Filter {
            name,
            label: cx.t(&format!("meeting-{key}")),
            all: cx.t(&format!("meeting-{key}-all")),
            choices,
            test,
        };
        let state = |state: &MeetingState| Choice {
            value: state.word().to_owned(),
            label: cx.t(&format!("meeting-state-{}", state.word())),
        };
        let states: Vec<Choice> = MeetingState::ALL.iter().map(state).collect();
        let years = years.into_iter().rev().map(|year| Choice { value: year.clone(), label: year }).collect();
        let bodies = list::occurring::<Self>(tx, "r.body_id").await?;
        let all = tx.sees_confidential();
        let topics = if all { TOPICS } else { OPEN_TOPICS };
        Ok(List {
            title: cx.t("meeting-list"),
            head: 1,
            day: Some(0),
            order: (0, true),
            filters: vec![
                filter("jahr", "year", years, Test::Year("r.held_on")),
                filter("stand", "state", states.clone(), Test::Word("r.state")),
                filter("gremium", "body-id", bodies, Test::Id("r.body_id")),
            ],
            empty: (cx.t("meeting-empty"), cx.t("meeting-empty-why")),
            noun: "meeting-count",
            joins: "LEFT JOIN record_index b
                ON b.alliance_id = r.alliance_id AND b.record_id = r.body_id AND b.trashed_at IS NULL",
            words: vec!["b.folded LIKE ? ESCAPE '\\'", if all { TOPIC_WORDS } else { OPEN_TOPIC_WORDS }],
            beside: vec![("b.title", "body"), (topics, "topics")],
            ..List::default()
        }
        .column(cx, "datum", "meeting-held-on")
        .by(Order::value("r.held_on"))
        .column(cx, "titel", "meeting-title")
        .by(Order::words("r.title"))
        .column(cx, "gremium", "meeting-body-id")
        .by(Order::words("b.title"))
        .column(cx, "ort", "meeting-place")
        .by(Order::words("r.place"))
        .number_column(cx, "themen", "meeting-topics-head")
        .by(Order::value(topics))
        .column(cx, "stand", "meeting-state")
        .by_words(&Sql::new("r.state", vec![]), &states))
    }

    async fn rows(cx: &Cx, _tx: &mut Tx, records: Vec<(Self, Beside)>) -> Result<Vec<Row>, Problem> {
        let row = |(meeting, beside): (Self, Beside)| Row {
            href: meeting.href(),
            cells: vec![
                day_cell(&meeting),
                Cell::from(meeting.title.as_str()),
                Cell::from(beside.body.unwrap_or_default()),
                Cell::from(meeting.place.as_str()),
                Cell::Number(beside.topics),
                Cell::State(badge(cx, meeting.state)),
            ],
        };
        Ok(records.into_iter().map(row).collect())
    }

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "meeting", name, control);
        let bodies = choices(tx, Body::KIND).await?;
        let mut body = field("body_id", Control::Select);
        if let ([only], None) = (&bodies[..], record) {
            body.values = vec![only.value.clone()];
        }
        let mut state = field("state", Control::Radio).words(
            cx,
            "meeting-state",
            MeetingState::ALL.iter().map(|state| state.word()),
        );
        state.values = vec![MeetingState::Planned.word().to_owned()];
        let mut fields = vec![
            body.choices(bodies),
            field("title", Control::Line).optional(),
            field("held_on", Control::Date),
            field("ends_on", Control::Date).optional(),
            field("begins_at", Control::Time).optional(),
            field("ends_at", Control::Time).optional(),
            field("place", Control::Line).optional(),
            field("chair", Control::Line).optional(),
            field("minute_taker", Control::Line).optional(),
            field("public", Control::Tick),
            state,
        ];
        if record.is_none() {
            fields.push(field("topics", Control::Prose).optional());
        }
        fields.push(field("note", Control::Lines).optional());
        Ok(fields)
    }

    fn field_values(&self) -> Values {
        vec![
            value("body_id", self.body_id.to_string()),
            value("title", &self.title),
            value("held_on", german::date(self.held_on.0)),
            value("ends_on", self.ends_on.map(|day| german::date(day.0)).unwrap_or_default()),
            value("begins_at", &self.begins_at),
            value("ends_at", &self.ends_at),
            value("place", &self.place),
            value("chair", &self.chair),
            value("minute_taker", &self.minute_taker),
            value("public", if self.public { "1" } else { "" }),
            value("state", self.state.word()),
            value("note", &self.note),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let body = input.id("body_id");
        if body.is_none() {
            input.refuse_key("body_id", "meeting-body-missing");
        }
        if before.is_none() {
            read_topics(input);
        }
        let held_on = input.needed_day("held_on");
        let before = before.cloned().unwrap_or_else(|| Self::new(Id::NIL, "", held_on));
        let meeting = Self {
            head: Head::default(),
            body_id: body.unwrap_or(Id::NIL),
            title: input.text("title", 300).replace('\n', " "),
            held_on,
            ends_on: input.day("ends_on"),
            begins_at: input.time("begins_at").unwrap_or_default(),
            ends_at: input.time("ends_at").unwrap_or_default(),
            place: input.text("place", 300).replace('\n', " "),
            state: input.word("state", MeetingState::from_word, MeetingState::Planned),
            note: input.text("note", 20_000),
            chair: input.text("chair", 300).replace('\n', " "),
            minute_taker: input.text("minute_taker", 300).replace('\n', " "),
            public: input.ticked("public"),
            ..before
        };
        meeting.check_times(input);
        // A last day that is the first says nothing.
        Self { ends_on: meeting.ends_on.filter(|last| *last != meeting.held_on), ..meeting }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        if tx.get::<Body>(self.body_id).await?.is_none() {
            input.refuse_key("body_id", "meeting-body-missing");
        }
        Ok(())
    }

    async fn prepare(&mut self, _cx: &Cx, tx: &mut Tx, before: Option<&Self>) -> Result<(), Problem> {
        let body: Body = tx.get(self.body_id).await?.ok_or(Problem::NotFound)?;
        let former: Option<Body> = match before {
            Some(before) if before.body_id != self.body_id => tx.get_any(before.body_id).await?,
            _ => None,
        };
        self.title = meeting_title(&self.title, &body, former.as_ref());
        Ok(())
    }

    async fn stored(&self, cx: &Cx, tx: &mut Tx, is_new: bool) -> Result<(), Problem> {
        if !is_new {
            return Ok(());
        }
        let threads = tx.of_kind(Thread::KIND).await?;
        for (position, topic) in (1..).zip(topics(cx.submission().get("topics"))) {
            tx.insert(&mut self.item(position, &topic, thread_of(&topic, &threads))).await?;
        }
        super::bodies::take_over(tx, self).await?;
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        // Its own page stands in `prepare`; this is never called.
        let _ = tx;
        Ok(View { title: self.title.clone(), lead: lead(self, cx), ..View::default() })
    }
}

impl Meeting {
    /// What does not fit together in the form.
    fn check_times(&self, input: &mut Input<'_>) {
        let cx = input.cx();
        if let Some(last) = self.ends_on
            && last < self.held_on
        {
            let days = [("first", german::date(self.held_on.0).into()), ("last", german::date(last.0).into())];
            input.refuse("ends_on", cx.tv("meeting-ends-before", days));
        }
        if !self.ends_at.is_empty() && self.begins_at.is_empty() {
            input.refuse_key("begins_at", "meeting-begin-missing");
        }
        // Times are "HH:MM", so their order as texts is that of the clock.
        if self.ends_on.is_none_or(|last| last == self.held_on)
            && !self.ends_at.is_empty()
            && self.ends_at <= self.begins_at
        {
            let times = [("begin", self.begins_at.as_str().into()), ("end", self.ends_at.as_str().into())];
            input.refuse("ends_at", cx.tv("meeting-end-before-begin", times));
        }
        if self.state == MeetingState::Held && self.held_on > cx.today() {
            input.refuse("state", cx.tv("meeting-not-yet", [("day", cx.long_day(self.held_on).into())]));
        }
    }
}

fn read_topics(input: &mut Input<'_>) {
    let cx = input.cx();
    let all = topics(&input.text("topics", TOPIC_LENGTH * MOST_TOPICS));
    if all.len() > MOST_TOPICS {
        let counts = [("count", all.len().into()), ("most", MOST_TOPICS.into())];
        input.refuse("topics", cx.tv("meeting-topics-many", counts));
    }
    if let Some((number, topic)) = (1_i64..).zip(&all).find(|(_, topic)| topic.chars().count() > TOPIC_LENGTH) {
        let counts =
            [("number", number.into()), ("length", topic.chars().count().into()), ("most", TOPIC_LENGTH.into())];
        input.refuse("topics", cx.tv("meeting-topic-long", counts));
    }
}

/// Notes that a meeting took place.
pub(super) async fn held(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut meeting: Meeting = tx.get(id).await?.ok_or(Problem::NotFound)?;
    if meeting.held_on > cx.today() {
        return Err(Problem::Refused(cx.tv("meeting-not-yet", [("day", cx.long_day(meeting.held_on).into())])));
    }
    meeting.state = MeetingState::Held;
    tx.update(&mut meeting).await?;
    let text = cx.tv("flash-changed", [("title", meeting.title.as_str().into())]);
    cx.done(tx, &meeting.href(), Some(Flash { text, undo: None })).await
}

/// The button that says that a meeting took place.
pub(super) fn held_action(cx: &Cx, meeting: &Meeting) -> Action {
    Action::post(cx.t("meeting-was-held"), format!("{}/stattgefunden", meeting.href()), "")
}
