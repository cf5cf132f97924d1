//! A topic on an agenda: form and small page.

use allmende_projects::model::Thread;
use allmende_store::{Head, Id, RecordData, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::Screen;
use allmende_web::view::{FactLine, Line, Part, View};
use allmende_web::{Cx, Problem};

use super::{ITEMS, MEETINGS, choices, href_of, meeting};
use crate::agenda::thread_of;
use crate::model::{AgendaItem, Meeting};
use crate::{READ, WRITE, queries};

impl Screen for AgendaItem {
    const PATH: &'static str = ITEMS;
    const READ: Permission = READ;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "agenda-item";
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["meeting_id", "title", "thread_id"];

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "agenda-item", name, control);
        let threads = choices(tx, Thread::KIND).await?;
        let mut fields = vec![
            field("title", Control::Line),
            field("thread_id", Control::Select).optional().choices(threads),
            field("outcome", Control::Lines).optional(),
        ];
        if record.is_none() {
            fields.push(field("meeting_id", Control::Hidden));
        }
        Ok(fields)
    }

    fn field_values(&self) -> Values {
        vec![
            value("title", &self.title),
            value("thread_id", self.thread_id.map(|id| id.to_string()).unwrap_or_default()),
            value("outcome", &self.outcome),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let meeting_id = match before {
            Some(before) => before.meeting_id,
            None => input.id("meeting_id").unwrap_or(Id::NIL),
        };
        Self {
            head: Head::default(),
            meeting_id,
            position: before.map_or(0, |before| before.position),
            title: input.line("title", "agenda-item-title-missing"),
            on_day: before.and_then(|before| before.on_day),
            thread_id: input.id("thread_id"),
            outcome: input.text("outcome", 20_000),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        if tx.get::<Meeting>(self.meeting_id).await?.is_none() {
            input.refuse_key("meeting_id", "agenda-item-meeting-missing");
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
            FactLine::text(cx.t("agenda-item-outcome"), self.outcome.clone()),
        ];
        Ok(View {
            title: self.title.clone(),
            lead: cx.tv("agenda-item-lead", [("meeting", meeting.title.as_str().into()), ("day", days.into())]),
            main: vec![Part::Facts { title: cx.t("agenda-item-facts"), facts: facts.into_iter().flatten().collect() }],
            path: vec![Line::link(cx.t("meeting-list"), MEETINGS), Line::link(meeting.title.clone(), meeting.href())],
            ..View::default()
        })
    }

    fn href(&self) -> String {
        format!("{MEETINGS}/{}", self.meeting_id)
    }
}
