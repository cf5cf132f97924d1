//! A topic on an agenda: form and small page.

use allmende_documents::markdown::{self, Headings};
use allmende_projects::model::Thread;
use allmende_store::{Head, Id, RecordData, Tx};
use allmende_web::access::{CONFIDENTIAL, Permission};
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::Screen;
use allmende_web::view::{Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem};

use super::bodies::offered;
use super::{ITEMS, MEETINGS, choices, files, href_of, may_see, meeting};
use crate::agenda::thread_of;
use crate::model::topic::ModulePlace;
use crate::model::{AgendaItem, Meeting, Purpose};
use crate::{READ, WRITE, queries};

impl Screen for AgendaItem {
    const PATH: &'static str = ITEMS;
    const READ: Permission = READ;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "agenda-item";
    type Beside = ();
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["meeting_id", "title", "thread_id"];

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "agenda-item", name, control);
        let threads = choices(tx, Thread::KIND).await?;
        let (background, proposal) = (field("background", Control::Lines), field("proposal", Control::Lines));
        let background = offered(cx, tx, ModulePlace::Background, background.optional()).await?;
        let proposal = offered(cx, tx, ModulePlace::Proposal, proposal.optional()).await?;
        let mut fields = vec![
            field("title", Control::Line),
            field("purpose", Control::Radio).words(cx, "item-purpose", Purpose::ALL.iter().map(|word| word.word())),
            field("presenter", Control::Line).optional(),
            field("minutes", Control::Short).optional(),
            background,
            proposal,
            field("thread_id", Control::Select).optional().choices(threads),
        ];
        if cx.may(CONFIDENTIAL) {
            fields.push(field("private", Control::Tick));
            fields.push(field("open_title", Control::Line).optional());
        }
        if record.is_some() {
            fields.push(field("outcome", Control::Lines).optional());
        }
        if record.is_none() {
            fields.push(field("meeting_id", Control::Hidden));
        }
        Ok(fields)
    }

    fn field_values(&self) -> Values {
        vec![
            value("title", &self.title),
            value("purpose", self.purpose.word()),
            value("presenter", &self.presenter),
            value("minutes", if self.minutes > 0 { self.minutes.to_string() } else { String::new() }),
            value("background", &self.background),
            value("proposal", &self.proposal),
            value("thread_id", self.thread_id.map(|id| id.to_string()).unwrap_or_default()),
            value("private", if self.public { "" } else { "1" }),
            value("open_title", &self.open_title),
            value("outcome", &self.outcome),
        ]
    }

    fn suggestion(cx: &Cx) -> Values {
        let mut values = vec![value("purpose", Purpose::Decision.word())];
        for (name, wish) in cx.query_all() {
            if let Some(name) = Self::SUGGESTED.iter().find(|suggested| *suggested == name) {
                values.push(value(name, wish));
            }
        }
        values
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let meeting_id = match before {
            Some(before) => before.meeting_id,
            None => input.id("meeting_id").unwrap_or(Id::NIL),
        };
        let before = before.cloned().unwrap_or_else(|| Self::new(meeting_id, 0, ""));
        Self {
            head: Head::default(),
            title: input.line("title", "agenda-item-title-missing"),
            purpose: input.word("purpose", Purpose::from_word, Purpose::None),
            presenter: input.text("presenter", 300).replace('\n', " "),
            minutes: input.number("minutes", 0, 600).unwrap_or(0),
            background: input.text("background", 40_000),
            proposal: input.text("proposal", 20_000),
            thread_id: input.id("thread_id"),
            public: !input.ticked("private"),
            open_title: input.text("open_title", 300).replace('\n', " "),
            outcome: input.text("outcome", 20_000),
            ..before
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        match tx.get::<Meeting>(self.meeting_id).await? {
            None => input.refuse_key("meeting_id", "agenda-item-meeting-missing"),
            Some(meeting) if meeting.is_closed() => input.refuse_key("title", "meeting-closed"),
            Some(_) => {}
        }
        if let Some(thread) = self.thread_id
            && !tx.index_line(thread).await?.is_some_and(|line| line.kind == Thread::KIND && line.trashed_at.is_none())
        {
            input.refuse_key("thread_id", "form-choice-missing");
        }
        Ok(())
    }

    async fn prepare(&mut self, _cx: &Cx, tx: &mut Tx, before: Option<&Self>) -> Result<(), Problem> {
        if before.is_none() {
            let meeting: Meeting = tx.get(self.meeting_id).await?.ok_or(Problem::NotFound)?;
            self.on_day = meeting.calendar_day();
            self.position = queries::next_position(tx, self.meeting_id).await?;
            if self.thread_id.is_none() {
                self.thread_id = thread_of(&self.title, &tx.of_kind(Thread::KIND).await?);
            }
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let meeting: Meeting = tx.get_any(self.meeting_id).await?.ok_or(Problem::NotFound)?;
        let thread = match self.thread_id {
            Some(id) => tx.index_line(id).await?,
            None => None,
        };
        let days = meeting::days(cx, &meeting);
        let facts = [
            Some(FactLine {
                label: cx.t("agenda-item-meeting-id"),
                lines: vec![Line::link(meeting.title.clone(), meeting.href()).meta(days.clone())],
            }),
            thread.map(|thread| FactLine {
                label: cx.t("agenda-item-thread-id"),
                lines: vec![Line { href: href_of(cx, Thread::KIND, thread.record_id), ..Line::text(thread.title) }],
            }),
            FactLine::text(cx.t("agenda-item-presenter"), self.presenter.clone()),
            FactLine::text(cx.t("agenda-item-outcome"), self.outcome.clone()),
        ];
        let prose = |key: &str, text: &str| {
            (!text.is_empty()).then(|| {
                let html = markdown::html(text, Headings::Strong);
                Part::Prose(format!("<h2>{}</h2>{html}", cx.t(key)))
            })
        };
        let texts = [prose("agenda-item-background", &self.background), prose("agenda-item-proposal", &self.proposal)];
        Ok(View {
            title: self.title.clone(),
            lead: cx.tv("agenda-item-lead", [("meeting", meeting.title.as_str().into()), ("day", days.into())]),
            main: texts.into_iter().flatten().chain(files::panel(cx, tx, self).await?).collect(),
            side: vec![Part::Facts { title: cx.t("agenda-item-facts"), facts: facts.into_iter().flatten().collect() }],
            path: vec![Line::link(cx.t("meeting-list"), MEETINGS), Line::link(meeting.title.clone(), meeting.href())],
            badge: (!self.public).then(|| Badge::new(Tone::Neutral, "lock", cx.t("agenda-private-word"))),
            ..View::default()
        })
    }

    fn may_read(&self, cx: &Cx) -> bool {
        may_see(cx, self)
    }

    fn may_write(&self, cx: &Cx) -> bool {
        cx.may(WRITE) && may_see(cx, self)
    }

    fn href(&self) -> String {
        format!("{MEETINGS}/{}", self.meeting_id)
    }
}
