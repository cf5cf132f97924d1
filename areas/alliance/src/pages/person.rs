//! People: list, page, form.

use std::collections::BTreeMap;

use allmende_store::{Head, Id, Order, RecordData, Sql, Tx, args};
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::list::{self, Cell, Filter, List, Row, Test};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem};

use super::choice::{check_choice, choices, day_text, id_text, part_form};
use super::organisation::{address_fact, contact_facts, dial, postcode};
use super::{municipality, office};
use crate::letters::{self, recipients::Addressee};
use crate::model::letter::letter_line;
use crate::model::{Body, Municipality, Office, Organisation, Person, Salutation};
use crate::queries::{self, Holder};

/// Where the people stand.
pub(crate) const PATH: &str = "/personen";

/// The offices of people, looked up once for all rows.
async fn holders(cx: &Cx, tx: &mut Tx, people: Vec<Id>) -> Result<BTreeMap<Id, Vec<Holder>>, Problem> {
    let mut holders: BTreeMap<Id, Vec<Holder>> = BTreeMap::new();
    for holder in queries::holders_among(tx, people, cx.today()).await? {
        holders.entry(holder.person_id).or_default().push(holder);
    }
    Ok(holders)
}

/// What a row shows of other tables.
#[derive(sqlx::FromRow)]
pub struct Beside {
    organisation: Option<String>,
    municipality: Option<String>,
}

fn row(person: &Person, beside: Beside, offices: &[Holder]) -> Row {
    let titles: Vec<&str> = offices.iter().map(|holder| holder.title.as_str()).collect();
    let belongs =
        match (person.organisation_id.zip(beside.organisation), person.municipality_id.zip(beside.municipality)) {
            (Some((id, name)), _) => Cell::Link(name, format!("{}/{id}", super::organisation::PATH)),
            (None, Some((id, name))) => Cell::Link(name, format!("{}/{id}", municipality::PATH)),
            (None, None) => Cell::Empty,
        };
    let link = |text: &str, href: String| if text.is_empty() { Cell::Empty } else { Cell::Link(text.to_owned(), href) };
    Row {
        href: person.href(),
        cells: vec![
            Cell::Name(person.list_name()),
            Cell::from(titles.join(", ")),
            belongs,
            link(&person.phone, dial(&person.phone)),
            link(&person.email, format!("mailto:{}", person.email)),
        ],
    }
}

/// The first of the offices that a person holds. The values are today, twice.
const OFFICE: &str = "(SELECT MIN(f.title) FROM office f WHERE f.alliance_id = r.alliance_id AND f.person_id = r.id
    AND f.trashed_at IS NULL AND (f.since IS NULL OR f.since <= ?) AND (f.until IS NULL OR f.until >= ?))";

/// The words of the offices that a person holds or held.
const OFFICE_WORDS: &str =
    "EXISTS (SELECT 1 FROM record_index p WHERE p.alliance_id = r.alliance_id AND p.parent_id = r.id
    AND p.trashed_at IS NULL AND p.folded LIKE ? ESCAPE '\\')";

impl Screen for Person {
    const PATH: &'static str = PATH;
    const READ: Permission = crate::CONTACTS_READ;
    const WRITE: Permission = crate::CONTACTS_WRITE;
    const TEXTS: &'static str = "person";
    type Beside = Beside;
    const SUGGESTED: &'static [&'static str] = &["organisation_id", "municipality_id"];

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let mut list = List {
            title: cx.t("person-list"),
            filters: vec![
                Filter {
                    name: "mitglied",
                    label: cx.t("person-municipality-id"),
                    all: cx.t("person-all-municipalities"),
                    choices: list::occurring::<Self>(tx, "r.municipality_id").await?,
                    test: Test::Id("r.municipality_id"),
                },
                Filter {
                    name: "organisation",
                    label: cx.t("person-organisation-id"),
                    all: cx.t("person-all-organisations"),
                    choices: list::occurring::<Self>(tx, "r.organisation_id").await?,
                    test: Test::Id("r.organisation_id"),
                },
            ],
            empty: (cx.t("person-none"), cx.t("person-none-text")),
            noun: "person-count",
            joins: "LEFT JOIN record_index o
                    ON o.alliance_id = r.alliance_id AND o.record_id = r.organisation_id AND o.trashed_at IS NULL
                LEFT JOIN record_index m
                    ON m.alliance_id = r.alliance_id AND m.record_id = r.municipality_id AND m.trashed_at IS NULL",
            words: vec!["o.folded LIKE ? ESCAPE '\\'", "m.folded LIKE ? ESCAPE '\\'", OFFICE_WORDS],
            beside: vec![("o.title", "organisation"), ("m.title", "municipality")],
            ..List::default()
        }
        .column(cx, "name", "person-name")
        .by(Order::names(
            "CASE WHEN r.given_name = '' THEN r.family_name ELSE r.family_name || ', ' || r.given_name END",
        ))
        .column(cx, "amt", "person-offices-today")
        .by(Order::Words(Sql::new(OFFICE, args![cx.today(), cx.today()])))
        .column(cx, "gehoert", "person-belongs")
        .by(Order::words("COALESCE(o.title, m.title)"))
        .column(cx, "telefon", "person-phone")
        .by(Order::words("r.phone"))
        .column(cx, "mail", "person-email")
        .by(Order::words("r.email"));
        if cx.may(letters::LETTER_WRITE) {
            list.actions.push(Action::link(cx.t("letter-to-list"), letters::to_list(cx), "mail"));
        }
        if cx.may(Self::WRITE) {
            list.actions.push(Action::link(cx.t("import-people"), format!("{PATH}/einlesen"), "upload"));
        }
        Ok(list)
    }

    async fn rows(cx: &Cx, tx: &mut Tx, records: Vec<(Self, Beside)>) -> Result<Vec<Row>, Problem> {
        let holders = holders(cx, tx, records.iter().map(|(person, _)| person.head.id).collect()).await?;
        let offices = |person: &Self| holders.get(&person.head.id).map(Vec::as_slice).unwrap_or_default();
        Ok(records.into_iter().map(|(person, beside)| row(&person, beside, offices(&person))).collect())
    }

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "person", name, control);
        let organisations = choices::<Organisation>(tx, record.and_then(|person| person.organisation_id)).await?;
        let municipalities = choices::<Municipality>(tx, record.and_then(|person| person.municipality_id)).await?;
        let words = Salutation::ALL.iter().map(|word| word.word());
        Ok(vec![
            field("salutation", Control::Radio).words(cx, "salutation", words),
            field("academic_title", Control::Short).optional(),
            field("given_name", Control::Line).optional(),
            field("family_name", Control::Line),
            field("letter_salutation", Control::Line).optional(),
            field("municipality_id", Control::Select).choices(municipalities).optional(),
            field("organisation_id", Control::Select).choices(organisations).optional(),
            field("email", Control::Email).optional(),
            field("phone", Control::Line).optional(),
            field("street", Control::Line).optional(),
            field("postcode", Control::Short).optional(),
            field("town", Control::Line).optional(),
            field("consent", Control::Line).optional(),
            field("consent_on", Control::Date).optional(),
            field("note", Control::Lines).optional(),
        ])
    }

    fn field_values(&self) -> Values {
        vec![
            value("salutation", self.salutation.word()),
            value("academic_title", &self.academic_title),
            value("given_name", &self.given_name),
            value("family_name", &self.family_name),
            value("letter_salutation", &self.letter_salutation),
            value("municipality_id", id_text(self.municipality_id)),
            value("organisation_id", id_text(self.organisation_id)),
            value("email", &self.email),
            value("phone", &self.phone),
            value("street", &self.street),
            value("postcode", &self.postcode),
            value("town", &self.town),
            value("consent", &self.consent),
            value("consent_on", day_text(self.consent_on)),
            value("note", &self.note),
        ]
    }

    fn read(input: &mut Input<'_>, _before: Option<&Self>) -> Self {
        let person = Self {
            head: Head::default(),
            salutation: input.word("salutation", Salutation::from_word, Salutation::Neutral),
            academic_title: input.text("academic_title", 60),
            given_name: input.text("given_name", 200),
            family_name: input.line("family_name", "person-family-name-missing"),
            letter_salutation: input.text("letter_salutation", 200),
            municipality_id: input.id("municipality_id"),
            organisation_id: input.id("organisation_id"),
            email: input.email("email"),
            phone: input.text("phone", 60),
            street: input.text("street", 300),
            postcode: postcode(input),
            town: input.text("town", 300),
            consent: input.text("consent", 300),
            consent_on: input.day("consent_on"),
            note: input.text("note", 4000),
        };
        if person.consent_on.is_some() && person.consent.is_empty() {
            input.refuse_key("consent", "person-consent-missing");
        }
        if person.consent_on.is_some_and(|day| day > input.cx().today()) {
            input.refuse_key("consent_on", "person-consent-future");
        }
        person
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        check_choice::<Municipality>(input, tx, "municipality_id", self.municipality_id).await?;
        check_choice::<Organisation>(input, tx, "organisation_id", self.organisation_id).await
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let offices = queries::offices_of(tx, self.head.id).await?;
        let bodies = queries::bodies(tx).await?;
        let places = municipality::names(tx).await?;
        let mut view = View { title: self.full_name(), lead: lead(cx, &offices), ..View::default() };
        if cx.may(letters::LETTER_WRITE) {
            let href = letters::to_one(Addressee::Person(self.head.id));
            view.actions.push(Action::link(cx.t("letter-write"), href, "mail"));
        }
        view.main.push(self.letter_part(cx, &offices));
        view.main.push(self.offices_part(cx, &offices, &bodies, &places));
        if !self.note.is_empty() {
            let facts = FactLine::text(cx.t("person-note"), self.note.clone()).into_iter().collect();
            view.main.push(Part::Facts { title: cx.t("person-note"), facts });
        }
        let mut facts = Vec::new();
        if let Some(id) = self.organisation_id
            && let Some(line) =
                tx.index_line(id).await?.filter(|line| line.kind == Organisation::KIND && line.trashed_at.is_none())
        {
            facts.push(FactLine::link(
                cx.t("person-organisation-id"),
                line.title,
                format!("{}/{id}", super::organisation::PATH),
            ));
        }
        if let Some((id, name)) = self.municipality_id.and_then(|id| Some((id, places.get(&id)?))) {
            facts.push(FactLine::link(
                cx.t("person-municipality-id"),
                name.clone(),
                format!("{}/{id}", municipality::PATH),
            ));
        }
        facts.extend(contact_facts(cx, &self.email, &self.phone));
        facts.extend(address_fact(cx, &self.street, &self.postcode, &self.town));
        view.side.push(Part::Facts { title: cx.t("person-contact"), facts });
        view.side.push(self.consent_part(cx));
        Ok(view)
    }
}

/// The offices of today in one line.
fn lead(cx: &Cx, offices: &[Office]) -> String {
    let today = cx.today();
    offices
        .iter()
        .filter(|office| office.is_held_on(today))
        .map(|office| office.title.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

impl Person {
    fn letter_part(&self, cx: &Cx, offices: &[Office]) -> Part {
        let today = cx.today();
        let held: Vec<&str> =
            offices.iter().filter(|office| office.is_held_on(today)).map(|office| office.title.as_str()).collect();
        let facts = FactLine::text(cx.t("person-letter-line"), letter_line(self, &held)).into_iter().collect();
        Part::Facts { title: cx.t("person-letter"), facts }
    }

    fn offices_part(
        &self,
        cx: &Cx,
        offices: &[Office],
        bodies: &BTreeMap<Id, Body>,
        places: &BTreeMap<Id, String>,
    ) -> Part {
        let may_write = cx.may(Self::WRITE);
        let today = cx.today();
        let lines = offices
            .iter()
            .map(|one| {
                let place = one.municipality_id.and_then(|id| places.get(&id).cloned());
                let body = one.body_id.and_then(|id| bodies.get(&id)).map(|body| body.name.clone());
                let words: Vec<String> =
                    [place, body, Some(one.span(cx)).filter(|span| !span.is_empty())].into_iter().flatten().collect();
                let mut line = Line::text(one.title.clone()).meta(words.join(" · "));
                if one.is_held_on(today) {
                    line.badge = Some(Badge::new(Tone::Ok, "check-disc", cx.t("office-held")));
                } else if one.since.is_some_and(|since| since > today) {
                    line.badge = Some(Badge::new(Tone::Info, "clock", cx.t("office-ahead")));
                }
                if may_write {
                    let href = format!("{}/{}/bearbeiten", office::PATH, one.head.id);
                    line.actions.push(Action::link(cx.t("record-edit"), href, "edit"));
                }
                line
            })
            .collect();
        Part::Lines {
            title: cx.t("person-offices"),
            action: may_write.then(|| {
                Action::link(
                    cx.t("office-new"),
                    part_form(office::PATH, "person_id", self.head.id, &self.href()),
                    "plus",
                )
            }),
            lines,
            empty: cx.t("person-offices-none"),
        }
    }

    fn consent_part(&self, cx: &Cx) -> Part {
        if self.consent.is_empty() {
            return Part::Note { tone: Tone::Warn, text: cx.t("person-consent-none"), action: None };
        }
        let mut facts: Vec<FactLine> =
            FactLine::text(cx.t("person-consent"), self.consent.clone()).into_iter().collect();
        facts.extend(self.consent_on.and_then(|day| FactLine::text(cx.t("person-consent-on"), cx.long_day(day))));
        Part::Facts { title: cx.t("person-data-protection"), facts }
    }
}
