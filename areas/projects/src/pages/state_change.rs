//! Dated changes of a thread's state.

use allmende_documents::format as german;
use allmende_store::{TimelineItem, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::Screen;
use allmende_web::view::{FactLine, View};
use allmende_web::{Cx, Problem};

use super::thread::{state_badge, state_word};
use crate::choices;
use crate::model::{StateChange, ThreadState};

fn title(cx: &Cx, state: ThreadState) -> String {
    cx.tv("state-change-title", [("state", state_word(cx, state).into())])
}

/// "Stand: läuft" or "State: running" for the line of a state in the index.
pub(crate) fn state_words(cx: &Cx, line: &mut TimelineItem) {
    let known = ThreadState::ALL.iter().copied().find(|state| {
        // Older programs stored the German words.
        line.title == state.word() || line.title == format!("Stand: {}", state.german())
    });
    if let Some(state) = known {
        line.title = title(cx, state);
    }
}

impl Screen for StateChange {
    const PATH: &'static str = "/projektstand";
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::WRITE;
    const TEXTS: &'static str = "state-change";
    type Beside = ();
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["thread_id", "state"];

    async fn fields(cx: &Cx, _tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let new = |name, control| Field::new(cx, Self::TEXTS, name, control);
        Ok(vec![
            new("thread_id", Control::Hidden),
            new("state", Control::Radio).words(cx, "thread-state", ThreadState::ALL.iter().map(|state| state.word())),
            new("on_day", Control::Date),
            new("note", Control::Lines).optional(),
        ])
    }

    fn suggestion(cx: &Cx) -> Values {
        vec![
            value("thread_id", cx.query("thread_id")),
            value("state", cx.query("state")),
            value("on_day", german::date(cx.today().0)),
        ]
    }

    fn field_values(&self) -> Values {
        vec![
            value("thread_id", self.thread_id.to_string()),
            value("state", self.state.word()),
            value("on_day", german::date(self.on_day.0)),
            value("note", &self.note),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        Self {
            head: before.map(|change| change.head.clone()).unwrap_or_default(),
            thread_id: super::parent_thread(input, before.map(|change| change.thread_id)),
            state: input.word("state", ThreadState::from_word, ThreadState::Idea),
            on_day: input.needed_day("on_day"),
            note: input.text("note", 1_000),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        choices::check_reference(input, tx, "thread_id", Some(self.thread_id), "thread").await
    }

    fn title(&self, cx: &Cx) -> String {
        title(cx, self.state)
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let facts = vec![
            FactLine::text(cx.t("state-change-on-day"), cx.day(self.on_day)),
            FactLine::text(cx.t("state-change-note"), &self.note),
        ];
        let title = self.title(cx);
        let view = super::part_page(cx, tx, self.thread_id, title, facts).await?;
        Ok(View { badge: Some(state_badge(cx, self.state)), ..view })
    }

    fn href(&self) -> String {
        super::thread_href(self.thread_id)
    }
}
