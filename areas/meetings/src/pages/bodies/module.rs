//! Text modules: texts that are used again and again.

use allmende_documents::markdown::{self, Headings};
use allmende_store::{Head, Id, Order, Sql, ToArg, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{Cell, Filter, List, Row, Test, address};
use allmende_web::screen::Screen;
use allmende_web::view::{FactLine, Part, View};
use allmende_web::{Cx, Problem};

use super::MODULES;
use crate::WRITE;
use crate::model::topic::{ModulePlace, TextModule};

/// The modules that are offered at a place, by title.
pub(crate) async fn modules(tx: &mut Tx, place: ModulePlace) -> Result<Vec<TextModule>, Problem> {
    let all = tx.matching(vec![Sql::equals("r.place", place.to_arg())], "r.title COLLATE german").await?;
    Ok(all.into_iter().filter(|module: &TextModule| module.head.archived_at.is_none()).collect())
}

/// Offers the modules of a place at a field. Their links open the same form with the text put behind what stands there.
pub(crate) async fn offered(cx: &Cx, tx: &mut Tx, place: ModulePlace, mut field: Field) -> Result<Field, Problem> {
    let wish: Option<Id> = cx.query("baustein").parse().ok();
    for module in modules(tx, place).await? {
        let id = module.head.id.to_string();
        if wish == Some(module.head.id) {
            field.added = module.text;
        }
        field.offers.push((module.title, address(cx.path(), cx.query_all(), &[("baustein", &id)])));
    }
    Ok(field)
}

fn places(cx: &Cx) -> Vec<Choice> {
    let choice = |place: &ModulePlace| Choice {
        value: place.word().to_owned(),
        label: cx.t(&format!("module-place-{}", place.word())),
    };
    ModulePlace::ALL.iter().map(choice).collect()
}

impl Screen for TextModule {
    const PATH: &'static str = MODULES;
    const READ: Permission = WRITE;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "text-module";
    type Beside = ();
    const SUGGESTED: &'static [&'static str] = &["place"];

    async fn list(cx: &Cx, _tx: &mut Tx) -> Result<List, Problem> {
        let places = places(cx);
        Ok(List {
            title: cx.t("text-module-list"),
            filters: vec![Filter {
                name: "stelle",
                label: cx.t("text-module-place"),
                all: cx.t("text-module-place-all"),
                choices: places.clone(),
                test: Test::Word("r.place"),
            }],
            empty: (cx.t("text-module-empty"), cx.t("text-module-empty-why")),
            noun: "text-module-count",
            ..List::default()
        }
        .column(cx, "titel", "text-module-title")
        .by(Order::words("r.title"))
        .column(cx, "stelle", "text-module-place")
        .by_words(&Sql::new("r.place", vec![]), &places))
    }

    async fn rows(cx: &Cx, _tx: &mut Tx, records: Vec<(Self, ())>) -> Result<Vec<Row>, Problem> {
        let row = |(module, ()): &(Self, ())| Row {
            href: module.href(),
            cells: vec![
                Cell::from(module.title.as_str()),
                Cell::from(cx.t(&format!("module-place-{}", module.place.word()))),
            ],
        };
        Ok(records.iter().map(row).collect())
    }

    async fn fields(cx: &Cx, _tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, Self::TEXTS, name, control);
        Ok(vec![
            field("title", Control::Line),
            field("place", Control::Radio).choices(places(cx)),
            field("text", Control::Prose),
        ])
    }

    fn field_values(&self) -> Values {
        vec![value("title", &self.title), value("place", self.place.word()), value("text", &self.text)]
    }

    fn read(input: &mut Input<'_>, _before: Option<&Self>) -> Self {
        Self {
            head: Head::default(),
            title: input.line("title", "text-module-title-missing"),
            place: input.word("place", ModulePlace::from_word, ModulePlace::Background),
            text: input.needed("text", 20_000, "text-module-text-missing"),
        }
    }

    async fn view(&self, cx: &Cx, _tx: &mut Tx) -> Result<View, Problem> {
        let place = FactLine::text(cx.t("text-module-place"), cx.t(&format!("module-place-{}", self.place.word())));
        Ok(View {
            title: self.title.clone(),
            main: vec![Part::Prose(markdown::html(&self.text, Headings::Strong))],
            side: vec![Part::Facts { title: cx.t("kind-text-module"), facts: place.into_iter().collect() }],
            ..View::default()
        })
    }
}
