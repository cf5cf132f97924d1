//! What happened in a thread, with its day.

use allmende_documents::format as german;
use allmende_store::{Precision, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::Screen;
use allmende_web::view::{FactLine, View};
use allmende_web::{Cx, Problem};

use crate::choices;
use crate::model::Milestone;

impl Screen for Milestone {
    const PATH: &'static str = "/meilensteine";
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::WRITE;
    const TEXTS: &'static str = "milestone";
    type Beside = ();
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["thread_id"];

    async fn fields(cx: &Cx, _tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let new = |name, control| Field::new(cx, Self::TEXTS, name, control);
        Ok(vec![
            new("thread_id", Control::Hidden),
            new("title", Control::Line),
            new("on_day", Control::Date),
            new("precision", Control::Radio).words(cx, "precision", Precision::ALL.iter().map(|word| word.word())),
            new("note", Control::Lines).optional(),
        ])
    }

    fn suggestion(cx: &Cx) -> Values {
        vec![value("thread_id", cx.query("thread_id")), value("precision", Precision::Day.word())]
    }

    fn field_values(&self) -> Values {
        vec![
            value("thread_id", self.thread_id.to_string()),
            value("title", &self.title),
            value("on_day", german::date(self.on_day.0)),
            value("precision", self.precision.word()),
            value("note", &self.note),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let precision = input.word("precision", Precision::from_word, Precision::Day);
        Self {
            head: before.map(|milestone| milestone.head.clone()).unwrap_or_default(),
            thread_id: super::parent_thread(input, before.map(|milestone| milestone.thread_id)),
            title: input.line("title", "milestone-title-missing"),
            on_day: precision.first(input.needed_day("on_day")),
            precision,
            note: input.text("note", 5_000),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        choices::check_reference(input, tx, "thread_id", Some(self.thread_id), "thread").await
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let facts = vec![
            FactLine::text(cx.t("milestone-on-day"), cx.day_as(self.on_day, self.precision)),
            FactLine::text(cx.t("milestone-note"), &self.note),
        ];
        super::part_page(cx, tx, self.thread_id, self.title.clone(), facts).await
    }

    fn href(&self) -> String {
        super::thread_href(self.thread_id)
    }
}
