//! Numbers that say something about a thread.

use allmende_documents::format as german;
use allmende_store::Tx;
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::Screen;
use allmende_web::view::{FactLine, View};
use allmende_web::{Cx, Problem};

use super::thread_page::qualifier_word;
use crate::choices;
use crate::model::{KeyFigure, Qualifier};
use crate::queries;

impl Screen for KeyFigure {
    const PATH: &'static str = "/kennzahlen";
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::WRITE;
    const TEXTS: &'static str = "key-figure";
    type Beside = ();
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["thread_id"];

    async fn fields(cx: &Cx, _tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let new = |name, control| Field::new(cx, Self::TEXTS, name, control);
        Ok(vec![
            new("thread_id", Control::Hidden),
            new("label", Control::Line),
            new("qualifier", Control::Radio).words(cx, "qualifier", Qualifier::ALL.iter().map(|word| word.word())),
            new("value_milli", Control::Short),
            new("unit", Control::Short).optional(),
            new("as_of", Control::Date).optional(),
            new("position", Control::Short).optional(),
        ])
    }

    fn suggestion(cx: &Cx) -> Values {
        vec![value("thread_id", cx.query("thread_id")), value("qualifier", Qualifier::Exact.word())]
    }

    fn field_values(&self) -> Values {
        vec![
            value("thread_id", self.thread_id.to_string()),
            value("label", &self.label),
            value("qualifier", self.qualifier.word()),
            value("value_milli", self.number()),
            value("unit", &self.unit),
            value("as_of", self.as_of.map(|day| german::date(day.0)).unwrap_or_default()),
            value("position", self.position.to_string()),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let sent = !input.cx().submission().get("value_milli").is_empty();
        if !sent {
            input.refuse_key("value_milli", "key-figure-value-missing");
        }
        Self {
            head: before.map(|figure| figure.head.clone()).unwrap_or_default(),
            thread_id: super::parent_thread(input, before.map(|figure| figure.thread_id)),
            label: input.line("label", "key-figure-label-missing"),
            qualifier: input.word("qualifier", Qualifier::from_word, Qualifier::Exact),
            value_milli: input.thousandths("value_milli").unwrap_or(0),
            unit: input.text("unit", 40),
            as_of: input.day("as_of"),
            position: input.number("position", 0, 999).unwrap_or(0),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        choices::check_reference(input, tx, "thread_id", Some(self.thread_id), "thread").await
    }

    async fn prepare(&mut self, _cx: &Cx, tx: &mut Tx, before: Option<&Self>) -> Result<(), Problem> {
        if self.position == 0 {
            self.position = match before {
                Some(before) => before.position,
                None => queries::next_figure(tx, self.thread_id).await?,
            };
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let parts = [qualifier_word(cx, self.qualifier), self.number(), self.unit.clone()];
        let words: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let facts = vec![
            FactLine::text(cx.t("key-figure-value-milli"), words.join("\u{a0}")),
            FactLine::text(cx.t("key-figure-as-of"), self.as_of.map(|day| cx.day(day)).unwrap_or_default()),
        ];
        super::part_page(cx, tx, self.thread_id, self.label.clone(), facts).await
    }

    fn href(&self) -> String {
        super::thread_href(self.thread_id)
    }
}
