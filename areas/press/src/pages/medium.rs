//! Media: list, form, page.

use allmende_store::{Head, Order, RecordData, Sql, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{Cell, Filter, List, Row, Test};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, FactLine, Line, Part, View};
use allmende_web::{Cx, Problem};

use super::{CLIPPINGS, MEDIA};
use crate::model::{Medium, MediumKind};
use crate::{READ, WRITE, queries};

fn kind_word(cx: &Cx, kind: MediumKind) -> String {
    cx.t(&format!("medium-kind-{}", kind.word()))
}

/// How many clippings a medium has.
const CLIPPING_COUNT: &str = "(SELECT COUNT(*) FROM clipping c
    WHERE c.alliance_id = r.alliance_id AND c.medium_id = r.id AND c.trashed_at IS NULL)";

/// What a row shows of other tables.
#[derive(sqlx::FromRow)]
pub struct Beside {
    clippings: i64,
}

impl Screen for Medium {
    const PATH: &'static str = MEDIA;
    const READ: Permission = READ;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "medium";
    type Beside = Beside;

    async fn list(cx: &Cx, _tx: &mut Tx) -> Result<List, Problem> {
        let kind = |kind: &MediumKind| Choice { value: kind.word().to_owned(), label: kind_word(cx, *kind) };
        let kinds: Vec<Choice> = MediumKind::ALL.iter().map(kind).collect();
        Ok(List {
            title: cx.t("medium-list"),
            filters: vec![Filter {
                name: "art",
                label: cx.t("medium-kind"),
                all: cx.t("medium-kind-all"),
                choices: kinds.clone(),
                test: Test::Word("r.kind"),
            }],
            actions: vec![Action::link(cx.t("clipping-list"), CLIPPINGS, "press")],
            empty: (cx.t("medium-empty"), cx.t("medium-empty-why")),
            noun: "medium-count",
            beside: vec![(CLIPPING_COUNT, "clippings")],
            ..List::default()
        }
        .column(cx, "name", "medium-name")
        .by(Order::words("r.name"))
        .column(cx, "art", "medium-kind")
        .by_words(&Sql::new("r.kind", vec![]), &kinds)
        .column(cx, "homepage", "medium-website")
        .by(Order::words("r.website"))
        .column(cx, "email", "medium-email")
        .by(Order::words("r.email"))
        .number_column(cx, "meldungen", "medium-clippings")
        .by(Order::value(CLIPPING_COUNT)))
    }

    async fn rows(cx: &Cx, _tx: &mut Tx, records: Vec<(Self, Beside)>) -> Result<Vec<Row>, Problem> {
        let row = |(medium, beside): (Self, Beside)| Row {
            href: medium.href(),
            cells: vec![
                Cell::from(medium.name.as_str()),
                Cell::from(kind_word(cx, medium.kind)),
                web_cell(&medium.website),
                Cell::from(medium.email.as_str()),
                Cell::Number(beside.clippings),
            ],
        };
        Ok(records.into_iter().map(row).collect())
    }

    async fn fields(cx: &Cx, _tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "medium", name, control);
        let mut kind =
            field("kind", Control::Radio).words(cx, "medium-kind", MediumKind::ALL.iter().map(|kind| kind.word()));
        kind.values = vec![MediumKind::Daily.word().to_owned()];
        Ok(vec![
            field("name", Control::Line),
            kind,
            field("website", Control::Line).optional(),
            field("email", Control::Email).optional(),
            field("note", Control::Lines).optional(),
        ])
    }

    fn field_values(&self) -> Values {
        vec![
            value("name", &self.name),
            value("kind", self.kind.word()),
            value("website", &self.website),
            value("email", &self.email),
            value("note", &self.note),
        ]
    }

    fn read(input: &mut Input<'_>, _before: Option<&Self>) -> Self {
        Self {
            head: Head::default(),
            name: input.line("name", "medium-name-missing"),
            kind: input.word("kind", MediumKind::from_word, MediumKind::Other),
            website: input.link("website"),
            email: input.email("email"),
            note: input.text("note", 20_000),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        let wanted = self.name.to_lowercase();
        let mut media = tx.of_kind(Self::KIND).await?.into_iter();
        let twin = media.find(|medium| medium.record_id != self.head.id && medium.title.to_lowercase() == wanted);
        if let Some(twin) = twin {
            input.refuse("name", input.cx().tv("medium-name-taken", [("name", twin.title.into())]));
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let clippings = queries::of_medium(tx, self.head.id).await?;
        let lines = clippings
            .iter()
            .map(|clipping| {
                Line::link(clipping.headline.clone(), clipping.href())
                    .meta(cx.day_as(clipping.published_on, clipping.precision))
            })
            .collect();
        let website = (!self.website.is_empty())
            .then(|| FactLine::link(cx.t("medium-website"), self.website.clone(), self.website.clone()));
        let email = (!self.email.is_empty())
            .then(|| FactLine::link(cx.t("medium-email"), self.email.clone(), format!("mailto:{}", self.email)));
        let facts = [
            FactLine::text(cx.t("medium-kind"), kind_word(cx, self.kind)),
            website,
            email,
            FactLine::text(cx.t("medium-note"), self.note.clone()),
        ];
        let new = format!("{CLIPPINGS}/neu?medium_id={}&zurueck={}", self.head.id, self.href());
        Ok(View {
            title: self.name.clone(),
            actions: if cx.may(WRITE) {
                vec![Action::link(cx.t("clipping-new"), new, "plus").primary()]
            } else {
                Vec::new()
            },
            main: vec![Part::Lines {
                title: cx.t("medium-clippings"),
                action: Some(Action::link(
                    cx.t("medium-all-clippings"),
                    format!("{CLIPPINGS}?medium={}", self.head.id),
                    "",
                )),
                lines,
                empty: cx.t("medium-no-clippings"),
            }],
            side: vec![Part::Facts { title: cx.t("medium-facts"), facts: facts.into_iter().flatten().collect() }],
            ..View::default()
        })
    }
}

fn web_cell(address: &str) -> Cell {
    if address.is_empty() { Cell::Empty } else { Cell::Link(address.to_owned(), address.to_owned()) }
}
