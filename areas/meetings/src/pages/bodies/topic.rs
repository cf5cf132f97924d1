//! The topic store: what waits for an agenda.

use axum::extract::Path;
use axum::response::Response;

use allmende_alliance::model::Body;
use allmende_documents::markdown::{self, Headings};
use allmende_projects::model::Thread;
use allmende_store::{Head, Id, Listing, Order, RecordData, Sql, Tx};
use allmende_web::access::{CONFIDENTIAL, Flash, Permission};
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{Cell, Filter, List, Row, Test};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem};

use super::BODIES;
use crate::model::Purpose;
use crate::model::topic::{Origin, Topic, TopicState};
use crate::pages::{TOPICS, choices, href_of};
use crate::{PROPOSE, READ, WRITE, queries};

fn badge(cx: &Cx, state: TopicState) -> Badge {
    let word = cx.t(&format!("topic-state-{}", state.word()));
    match state {
        TopicState::Open => Badge::new(Tone::Info, "clock", word),
        TopicState::Scheduled => Badge::new(Tone::Info, "calendar", word),
        TopicState::Done => Badge::new(Tone::Ok, "check-disc", word),
        TopicState::Dropped => Badge::new(Tone::Neutral, "minus-ring", word),
    }
}

fn purpose_word(cx: &Cx, purpose: Purpose) -> String {
    cx.t(&format!("item-purpose-{}", purpose.word()))
}

/// "Vorschlag Erika Muster (Karbach)", with the day where that says more.
pub(crate) fn origin_words(cx: &Cx, topic: &Topic) -> String {
    // The texts choose by this word, because they cannot ask for an empty one.
    let who = if topic.proposed_by.is_empty() { "empty" } else { topic.proposed_by.as_str() };
    let values = [("who", who.into()), ("day", cx.day(topic.proposed_on).into())];
    cx.tv(&format!("topic-origin-{}", topic.origin.word()), values)
}

/// The choices of an enumeration.
fn words(cx: &Cx, prefix: &str, all: impl Iterator<Item = &'static str>) -> Vec<Choice> {
    all.map(|word| Choice { value: word.to_owned(), label: cx.t(&format!("{prefix}-{word}")) }).collect()
}

/// What somebody may see: all, or what is dealt with in public.
fn visible(tx: &Tx) -> Vec<Sql> {
    if tx.sees_confidential() { Vec::new() } else { vec![Sql::new("r.public", Vec::new())] }
}

/// The bodies for which something waits that the person may see.
async fn bodies(tx: &mut Tx) -> Result<Vec<Choice>, Problem> {
    let listing = Listing { conditions: visible(tx), ..Listing::default() };
    let ids: Vec<Id> = tx.distinct::<Topic, Id>(&listing, "r.body_id", 500).await?;
    let lines = tx.index_lines(ids).await?.into_values().filter(|line| line.trashed_at.is_none());
    let mut all: Vec<Choice> =
        lines.map(|line| Choice { value: line.record_id.to_string(), label: line.title }).collect();
    all.sort_by(|a, b| allmende_documents::collation::compare_words(&a.label, &b.label));
    Ok(all)
}

impl Screen for Topic {
    const PATH: &'static str = TOPICS;
    const READ: Permission = READ;
    const WRITE: Permission = PROPOSE;
    const TEXTS: &'static str = "topic";
    type Beside = crate::pages::BodyName;
    const SUGGESTED: &'static [&'static str] = &["body_id", "thread_id", "title"];

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let filter = |name, key: &str, choices, test| Filter {
            name,
            label: cx.t(&format!("topic-{key}")),
            all: cx.t(&format!("topic-{key}-all")),
            choices,
            test,
        };
        let states = words(cx, "topic-state", TopicState::ALL.iter().map(|one| one.word()));
        let origins = words(cx, "topic-from", Origin::ALL.iter().map(|one| one.word()));
        let bodies = bodies(tx).await?;
        Ok(List {
            title: cx.t("topic-list"),
            lead: cx.t("topic-list-lead"),
            head: 0,
            day: Some(2),
            order: (2, true),
            filters: vec![
                filter("gremium", "body-id", bodies, Test::Id("r.body_id")),
                filter("stand", "state", states.clone(), Test::Word("r.state")),
                filter("herkunft", "origin", origins.clone(), Test::Word("r.origin")),
            ],
            empty: (cx.t("topic-empty"), cx.t("topic-empty-why")),
            noun: "topic-count",
            joins: "LEFT JOIN record_index b
                ON b.alliance_id = r.alliance_id AND b.record_id = r.body_id AND b.trashed_at IS NULL",
            words: vec!["b.folded LIKE ? ESCAPE '\\'"],
            beside: vec![("b.title", "body")],
            visible: visible(tx),
            ..List::default()
        }
        .column(cx, "titel", "topic-title")
        .by(Order::words("r.title"))
        .column(cx, "gremium", "topic-body-id")
        .by(Order::words("b.title"))
        .column(cx, "tag", "topic-proposed-on")
        .by(Order::value("r.proposed_on"))
        .column(cx, "von", "topic-proposed-by")
        .by(Order::words("r.proposed_by"))
        .column(cx, "herkunft", "topic-origin")
        .by_words(&Sql::new("r.origin", vec![]), &origins)
        .column(cx, "stand", "topic-state")
        .by_words(&Sql::new("r.state", vec![]), &states))
    }

    async fn rows(cx: &Cx, _tx: &mut Tx, records: Vec<(Self, Self::Beside)>) -> Result<Vec<Row>, Problem> {
        let row = |(topic, beside): (Self, Self::Beside)| Row {
            href: topic.href(),
            cells: vec![
                Cell::from(topic.title.as_str()),
                Cell::from(beside.body.unwrap_or_default()),
                Cell::Day(topic.proposed_on),
                Cell::from(topic.proposed_by.as_str()),
                Cell::from(cx.t(&format!("topic-from-{}", topic.origin.word()))),
                Cell::State(badge(cx, topic.state)),
            ],
        };
        Ok(records.into_iter().map(row).collect())
    }

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, Self::TEXTS, name, control);
        let bodies = choices(tx, Body::KIND).await?;
        let mut body = field("body_id", Control::Select);
        if let ([only], None) = (&bodies[..], record) {
            body.values = vec![only.value.clone()];
        }
        let mut purpose =
            field("purpose", Control::Radio).words(cx, "item-purpose", Purpose::ALL.iter().map(|word| word.word()));
        purpose.values = vec![Purpose::Discussion.word().to_owned()];
        let mut fields = vec![
            body.choices(bodies),
            field("title", Control::Line),
            field("reason", Control::Lines).optional(),
            purpose,
            field("proposal", Control::Lines).optional(),
            field("minutes", Control::Short).optional(),
            field("thread_id", Control::Select).optional().choices(choices(tx, Thread::KIND).await?),
        ];
        if cx.may(WRITE) {
            fields.push(field("proposed_by", Control::Line).optional());
            if record.is_some() {
                let states = TopicState::ALL.iter().map(|word| word.word());
                fields.push(field("state", Control::Radio).words(cx, "topic-state", states));
            }
        }
        if cx.may(CONFIDENTIAL) {
            fields.push(field("private", Control::Tick));
        }
        Ok(fields)
    }

    fn field_values(&self) -> Values {
        vec![
            value("body_id", self.body_id.to_string()),
            value("title", &self.title),
            value("reason", &self.reason),
            value("purpose", self.purpose.word()),
            value("proposal", &self.proposal),
            value("minutes", if self.minutes > 0 { self.minutes.to_string() } else { String::new() }),
            value("thread_id", self.thread_id.map(|id| id.to_string()).unwrap_or_default()),
            value("proposed_by", &self.proposed_by),
            value("state", self.state.word()),
            value("private", if self.public { "" } else { "1" }),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let cx = input.cx();
        let office = cx.may(WRITE);
        let body = input.id("body_id");
        if body.is_none() {
            input.refuse_key("body_id", "topic-body-missing");
        }
        let typed_by = input.text("proposed_by", 300).replace('\n', " ");
        Self {
            head: Head::default(),
            body_id: body.unwrap_or(Id::NIL),
            title: input.line("title", "topic-title-missing"),
            reason: input.text("reason", 20_000),
            // Others propose in their own name: `prepare` fills it in.
            proposed_by: if office { typed_by } else { before.map(|one| one.proposed_by.clone()).unwrap_or_default() },
            proposed_on: before.map_or(cx.today(), |one| one.proposed_on),
            thread_id: input.id("thread_id"),
            public: if cx.may(CONFIDENTIAL) { !input.ticked("private") } else { before.is_none_or(|one| one.public) },
            purpose: input.word("purpose", Purpose::from_word, Purpose::None),
            minutes: input.number("minutes", 0, 600).unwrap_or(0),
            proposal: input.text("proposal", 20_000),
            state: match before {
                Some(_) if office => input.word("state", TopicState::from_word, TopicState::Open),
                Some(before) => before.state,
                None => TopicState::Open,
            },
            origin: before.map_or(Origin::Proposal, |one| one.origin),
            origin_id: before.and_then(|one| one.origin_id),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        if tx.get::<Body>(self.body_id).await?.is_none() {
            input.refuse_key("body_id", "topic-body-missing");
        }
        allmende_projects::choices::check_reference(input, tx, "thread_id", self.thread_id, Thread::KIND).await
    }

    async fn prepare(&mut self, cx: &Cx, tx: &mut Tx, _before: Option<&Self>) -> Result<(), Problem> {
        if self.proposed_by.is_empty() {
            self.proposed_by = own_name(cx, tx).await?;
        }
        if self.thread_id.is_none() {
            self.thread_id = crate::agenda::thread_of(&self.title, &tx.of_kind(Thread::KIND).await?);
        }
        Ok(())
    }

    fn may_read(&self, cx: &Cx) -> bool {
        cx.may(READ) && (self.public || cx.may(CONFIDENTIAL))
    }

    fn may_write(&self, cx: &Cx) -> bool {
        self.may_read(cx) && (cx.may(WRITE) || (cx.may(PROPOSE) && self.state == TopicState::Open && is_own(cx, self)))
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let others = tx.index_lines([Some(self.body_id), self.thread_id].into_iter().flatten().collect()).await?;
        let prose = |key: &str, text: &str| {
            (!text.is_empty()).then(|| {
                let html = markdown::html(text, Headings::Strong);
                Part::Prose(format!("<h2>{}</h2>{html}", cx.t(key)))
            })
        };
        let body = others.get(&self.body_id).map(|line| line.title.clone()).unwrap_or_default();
        let thread = self.thread_id.and_then(|id| others.get(&id)).map(|line| FactLine {
            label: cx.t("topic-thread-id"),
            lines: vec![Line { href: href_of(cx, Thread::KIND, line.record_id), ..Line::text(line.title.clone()) }],
        });
        let minutes =
            if self.minutes > 0 { cx.tv("minutes-short", [("minutes", self.minutes.into())]) } else { String::new() };
        let facts = [
            Some(FactLine::link(cx.t("topic-body-id"), body, format!("{BODIES}/{}", self.body_id))),
            FactLine::text(cx.t("topic-proposed-by"), self.proposed_by.clone()),
            FactLine::text(cx.t("topic-proposed-on"), cx.day(self.proposed_on)),
            FactLine::text(cx.t("topic-origin"), cx.t(&format!("topic-from-{}", self.origin.word()))),
            FactLine::text(cx.t("topic-purpose"), purpose_word(cx, self.purpose)),
            FactLine::text(cx.t("topic-minutes"), minutes),
            thread,
            (!self.public).then(|| FactLine {
                label: cx.t("topic-public"),
                lines: vec![Line { icon: "lock", ..Line::text(cx.t("agenda-private-word")) }],
            }),
        ];
        let texts = [prose("topic-reason", &self.reason), prose("topic-proposal", &self.proposal)];
        Ok(View {
            title: self.title.clone(),
            badge: Some(badge(cx, self.state)),
            actions: next_state(cx, self)
                .map(|(key, _)| Action::post(cx.t(key), format!("{TOPICS}/{}/stand", self.head.id), ""))
                .into_iter()
                .collect(),
            main: texts.into_iter().flatten().collect(),
            side: vec![Part::Facts { title: cx.t("topic-facts"), facts: facts.into_iter().flatten().collect() }],
            ..View::default()
        })
    }
}

/// The state that the button of the page leads to.
fn next_state(cx: &Cx, topic: &Topic) -> Option<(&'static str, TopicState)> {
    if !cx.may(WRITE) {
        return None;
    }
    match topic.state {
        TopicState::Open => Some(("topic-drop", TopicState::Dropped)),
        TopicState::Done | TopicState::Dropped => Some(("topic-reopen", TopicState::Open)),
        // It stands on an agenda; there it is dealt with or put back.
        TopicState::Scheduled => None,
    }
}

/// Gives a topic up, or takes it up again.
pub(super) async fn turn(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut topic: Topic = tx.get(id).await?.filter(|one: &Topic| one.may_read(&cx)).ok_or(Problem::NotFound)?;
    let (_, state) = next_state(&cx, &topic).ok_or_else(|| Problem::Refused(cx.t("topic-taken")))?;
    topic.state = state;
    tx.update(&mut topic).await?;
    let text = cx.tv("flash-changed", [("title", topic.title.as_str().into())]);
    cx.done(tx, &topic.href(), Some(Flash { text, undo: Some(format!("{TOPICS}/{id}/stand")) })).await
}

/// "Erika Muster (Karbach)".
async fn own_name(cx: &Cx, tx: &mut Tx) -> Result<String, Problem> {
    let person = cx.person()?;
    let place = match person.municipality {
        Some(id) => tx.index_line(id).await?.map(|line| line.title),
        None => None,
    };
    Ok(place.map_or_else(|| person.name.clone(), |place| format!("{} ({place})", person.name)))
}

/// Whether somebody's own proposal: the name was filled in by the program, not typed.
fn is_own(cx: &Cx, topic: &Topic) -> bool {
    let Some(person) = cx.principal() else { return false };
    topic.origin == Origin::Proposal
        && topic.proposed_by.strip_prefix(&person.name).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
}

/// What waits for a body, on its page.
pub(super) async fn panel(cx: &Cx, tx: &mut Tx, body: Id) -> Result<Part, Problem> {
    let lines = queries::waiting_topics(tx, body)
        .await?
        .iter()
        .map(|topic| {
            let icon = if topic.public { "" } else { "lock" };
            Line { icon, ..Line::link(topic.title.clone(), topic.href()).meta(origin_words(cx, topic)) }
        })
        .collect();
    let action = if cx.may(PROPOSE) {
        Action::link(cx.t("topic-new"), format!("{TOPICS}/neu?body_id={body}&zurueck={BODIES}/{body}"), "")
    } else {
        Action::link(cx.t("topic-list"), format!("{TOPICS}?gremium={body}"), "")
    };
    Ok(Part::Lines { title: cx.t("topic-list"), action: Some(action), lines, empty: cx.t("topic-none") })
}
