//! Bodies that meet: list, page, form.

use allmende_store::{Head, Id, Order, Sql, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{Cell, Filter, List, Row, Test};
use allmende_web::screen::Screen;
use allmende_web::view::{FactLine, Part, View};
use allmende_web::{Cx, Problem};

use super::choice::{check_choice, choices, id_text};
use super::municipality;
use super::people::holder_lines;
use crate::model::{Body, BodyKind, Municipality};
use crate::queries;

/// Where the bodies stand.
pub(crate) const PATH: &str = "/gremien";

impl Body {
    /// The word for its kind.
    pub(crate) fn kind_word(&self, cx: &Cx) -> String {
        kind_word(cx, self.kind)
    }
}

fn kind_word(cx: &Cx, kind: BodyKind) -> String {
    cx.t(&format!("body-kind-{}", kind.word().replace('_', "-")))
}

/// What a row shows of other tables.
#[derive(sqlx::FromRow)]
pub struct Beside {
    municipality: Option<String>,
}

impl Screen for Body {
    const PATH: &'static str = PATH;
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::WRITE;
    const TEXTS: &'static str = "body";
    type Beside = Beside;
    const SUGGESTED: &'static [&'static str] = &["municipality_id", "kind"];

    async fn list(cx: &Cx, _tx: &mut Tx) -> Result<List, Problem> {
        let kind = |kind: &BodyKind| Choice { value: kind.word().to_owned(), label: kind_word(cx, *kind) };
        let kinds: Vec<Choice> = BodyKind::ALL.iter().map(kind).collect();
        Ok(List {
            title: cx.t("body-list"),
            filters: vec![Filter {
                name: "art",
                label: cx.t("body-kind"),
                all: cx.t("body-all-kinds"),
                choices: kinds.clone(),
                test: Test::Word("r.kind"),
            }],
            empty: (cx.t("body-none"), cx.t("body-none-text")),
            noun: "body-count",
            joins: "LEFT JOIN record_index m
                ON m.alliance_id = r.alliance_id AND m.record_id = r.municipality_id AND m.trashed_at IS NULL",
            words: vec!["m.folded LIKE ? ESCAPE '\\'"],
            beside: vec![("m.title", "municipality")],
            ..List::default()
        }
        .column(cx, "name", "body-name")
        .by(Order::words("r.name"))
        .column(cx, "art", "body-kind")
        .by_words(&Sql::new("r.kind", vec![]), &kinds)
        .column(cx, "sitzung", "body-meeting-name")
        .by(Order::words("r.meeting_name"))
        .column(cx, "mitglied", "body-municipality-id")
        .by(Order::words("m.title")))
    }

    async fn rows(cx: &Cx, _tx: &mut Tx, records: Vec<(Self, Beside)>) -> Result<Vec<Row>, Problem> {
        let link = |(id, name): (Id, String)| Cell::Link(name, format!("{}/{id}", municipality::PATH));
        let row = |(body, beside): (Self, Beside)| Row {
            href: body.href(),
            cells: vec![
                Cell::from(body.name.as_str()),
                Cell::from(body.kind_word(cx)),
                Cell::from(body.meeting_name.as_str()),
                body.municipality_id.zip(beside.municipality).map_or(Cell::Empty, link),
            ],
        };
        Ok(records.into_iter().map(row).collect())
    }

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "body", name, control);
        let municipalities = choices::<Municipality>(tx, record.and_then(|body| body.municipality_id)).await?;
        Ok(vec![
            field("name", Control::Line),
            field("kind", Control::Select).words(cx, "body-kind", BodyKind::ALL.iter().map(|kind| kind.word())),
            field("meeting_name", Control::Line),
            field("meeting_name_plural", Control::Line),
            field("municipality_id", Control::Select).choices(municipalities).optional(),
            field("description", Control::Lines).optional(),
        ])
    }

    fn field_values(&self) -> Values {
        vec![
            value("name", &self.name),
            value("kind", self.kind.word()),
            value("meeting_name", &self.meeting_name),
            value("meeting_name_plural", &self.meeting_name_plural),
            value("municipality_id", id_text(self.municipality_id)),
            value("description", &self.description),
        ]
    }

    fn read(input: &mut Input<'_>, _before: Option<&Self>) -> Self {
        let body = Self {
            head: Head::default(),
            name: input.line("name", "body-name-missing"),
            kind: input.word("kind", BodyKind::from_word, BodyKind::Other),
            meeting_name: input.line("meeting_name", "body-meeting-name-missing"),
            meeting_name_plural: input.line("meeting_name_plural", "body-meeting-name-plural-missing"),
            municipality_id: input.id("municipality_id"),
            description: input.text("description", 4000),
        };
        if body.kind == BodyKind::Council && body.municipality_id.is_none() {
            input.refuse_key("municipality_id", "body-council-whose");
        }
        body
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        check_choice::<Municipality>(input, tx, "municipality_id", self.municipality_id).await
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let holders = queries::holders_of_body(tx, self.head.id, cx.today()).await?;
        let place = municipality::name_of(tx, self.municipality_id).await?;
        let mut facts: Vec<FactLine> = [
            FactLine::text(cx.t("body-kind"), self.kind_word(cx)),
            FactLine::text(cx.t("body-meeting-name"), format!("{}, {}", self.meeting_name, self.meeting_name_plural)),
        ]
        .into_iter()
        .flatten()
        .collect();
        facts.extend(place.map(|(name, href)| FactLine::link(cx.t("body-municipality-id"), name, href)));
        let people = Part::Lines {
            title: cx.t("body-people"),
            action: None,
            lines: holder_lines(cx, tx, &holders, false).await?,
            empty: cx.t("body-people-none"),
        };
        Ok(View {
            title: self.name.clone(),
            lead: self.description.clone(),
            main: vec![people],
            side: vec![Part::Facts { title: cx.t("body-facts"), facts }],
            actions: cx
                .may(crate::letters::LETTER_WRITE)
                .then(|| {
                    let href = crate::letters::to_body(self.head.id);
                    allmende_web::view::Action::link(cx.t("letter-to-body"), href, "mail")
                })
                .into_iter()
                .collect(),
            ..View::default()
        })
    }
}
