//! Organisations: list, page, form.

use allmende_store::{Head, Order, Sql, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Choice, Control, Field, Input, Values, value};
use allmende_web::list::{Cell, Filter, List, Row, Test};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, FactLine, Line, Part, View};
use allmende_web::{Cx, Problem};

use super::choice::part_form;
use crate::letters::{self, recipients::Addressee};
use crate::model::{Organisation, OrganisationKind};
use crate::queries;

/// Where the organisations stand.
pub(crate) const PATH: &str = "/organisationen";

fn kind_word(cx: &Cx, kind: OrganisationKind) -> String {
    cx.t(&format!("organisation-kind-{}", kind.word()))
}

/// A telephone number as the address that dials it.
pub(super) fn dial(number: &str) -> String {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{digits}")
}

/// The lines of a postal address.
pub(super) fn address_fact(cx: &Cx, street: &str, postcode: &str, town: &str) -> Option<FactLine> {
    let place = format!("{postcode} {town}");
    let lines: Vec<Line> = [street, place.trim()].into_iter().filter(|line| !line.is_empty()).map(Line::text).collect();
    (!lines.is_empty()).then(|| FactLine { label: cx.t("contact-address"), lines })
}

/// Mail, telephone and homepage as links.
pub(super) fn contact_facts(cx: &Cx, email: &str, phone: &str) -> Vec<FactLine> {
    let mut facts = Vec::new();
    if !email.is_empty() {
        facts.push(FactLine::link(cx.t("contact-email"), email, format!("mailto:{email}")));
    }
    if !phone.is_empty() {
        facts.push(FactLine::link(cx.t("contact-phone"), phone, dial(phone)));
    }
    facts
}

/// A postcode of Germany has five digits; others are left alone if they say where they belong.
pub(super) fn postcode(input: &mut Input<'_>) -> String {
    let text = input.text("postcode", 12);
    let digits_only = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits_only && text.len() != 5 {
        let sentence = input.cx().tv("contact-postcode-length", [("count", text.len().into())]);
        input.refuse("postcode", sentence);
    }
    text
}

impl Screen for Organisation {
    const PATH: &'static str = PATH;
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::WRITE;
    const TEXTS: &'static str = "organisation";
    type Beside = ();

    async fn list(cx: &Cx, _tx: &mut Tx) -> Result<List, Problem> {
        let kind = |kind: &OrganisationKind| Choice { value: kind.word().to_owned(), label: kind_word(cx, *kind) };
        let kinds: Vec<Choice> = OrganisationKind::ALL.iter().map(kind).collect();
        Ok(List {
            title: cx.t("organisation-list"),
            filters: vec![Filter {
                name: "art",
                label: cx.t("organisation-kind"),
                all: cx.t("organisation-all-kinds"),
                choices: kinds.clone(),
                test: Test::Word("r.kind"),
            }],
            empty: (cx.t("organisation-none"), cx.t("organisation-none-text")),
            noun: "organisation-count",
            ..List::default()
        }
        .column(cx, "name", "organisation-name")
        .by(Order::words("r.name"))
        .column(cx, "art", "organisation-kind")
        .by_words(&Sql::new("r.kind", vec![]), &kinds)
        .column(cx, "ort", "organisation-town")
        .by(Order::words("r.town"))
        .column(cx, "telefon", "organisation-phone")
        .by(Order::words("r.phone"))
        .column(cx, "mail", "organisation-email")
        .by(Order::words("r.email")))
    }

    async fn rows(cx: &Cx, _tx: &mut Tx, records: Vec<(Self, ())>) -> Result<Vec<Row>, Problem> {
        let row = |(one, ()): &(Self, ())| Row {
            href: one.href(),
            cells: vec![
                Cell::from(one.name.as_str()),
                Cell::from(kind_word(cx, one.kind)),
                Cell::from(one.town.as_str()),
                if one.phone.is_empty() { Cell::Empty } else { Cell::Link(one.phone.clone(), dial(&one.phone)) },
                if one.email.is_empty() {
                    Cell::Empty
                } else {
                    Cell::Link(one.email.clone(), format!("mailto:{}", one.email))
                },
            ],
        };
        Ok(records.iter().map(row).collect())
    }

    async fn fields(cx: &Cx, _tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "organisation", name, control);
        let words = OrganisationKind::ALL.iter().map(|kind| kind.word());
        Ok(vec![
            field("name", Control::Line),
            field("kind", Control::Select).words(cx, "organisation-kind", words),
            field("street", Control::Line).optional(),
            field("postcode", Control::Short).optional(),
            field("town", Control::Line).optional(),
            field("email", Control::Email).optional(),
            field("phone", Control::Line).optional(),
            field("website", Control::Line).optional(),
            field("note", Control::Lines).optional(),
        ])
    }

    fn field_values(&self) -> Values {
        vec![
            value("name", &self.name),
            value("kind", self.kind.word()),
            value("street", &self.street),
            value("postcode", &self.postcode),
            value("town", &self.town),
            value("email", &self.email),
            value("phone", &self.phone),
            value("website", &self.website),
            value("note", &self.note),
        ]
    }

    fn read(input: &mut Input<'_>, _before: Option<&Self>) -> Self {
        Self {
            head: Head::default(),
            name: input.line("name", "organisation-name-missing"),
            kind: input.word("kind", OrganisationKind::from_word, OrganisationKind::Other),
            street: input.text("street", 300),
            postcode: postcode(input),
            town: input.text("town", 300),
            email: input.email("email"),
            phone: input.text("phone", 60),
            website: input.link("website"),
            note: input.text("note", 4000),
        }
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let mut facts: Vec<FactLine> =
            FactLine::text(cx.t("organisation-kind"), kind_word(cx, self.kind)).into_iter().collect();
        facts.extend(address_fact(cx, &self.street, &self.postcode, &self.town));
        facts.extend(contact_facts(cx, &self.email, &self.phone));
        if !self.website.is_empty() {
            facts.push(FactLine::link(cx.t("organisation-website"), self.website.clone(), self.website.clone()));
        }
        facts.extend(FactLine::text(cx.t("organisation-note"), self.note.clone()));
        let mut view = View { title: self.name.clone(), lead: kind_word(cx, self.kind), ..View::default() };
        if cx.may(letters::LETTER_WRITE) {
            let href = letters::to_one(Addressee::Organisation(self.head.id));
            view.actions.push(Action::link(cx.t("letter-write"), href, "mail"));
        }
        if cx.may(crate::CONTACTS_READ) {
            let lines = queries::people_of_organisation(tx, self.head.id)
                .await?
                .into_iter()
                .map(|person| {
                    let parts = [&person.academic_title, &person.given_name, &person.family_name];
                    let name = parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
                    let ways = [person.phone, person.email]
                        .into_iter()
                        .filter(|way| !way.is_empty())
                        .collect::<Vec<_>>()
                        .join(" · ");
                    Line {
                        icon: "user",
                        ..Line::link(name, format!("{}/{}", super::person::PATH, person.id)).meta(ways)
                    }
                })
                .collect();
            view.main.push(Part::Lines {
                title: cx.t("organisation-people"),
                action: cx.may(crate::CONTACTS_WRITE).then(|| {
                    let href = part_form(super::person::PATH, "organisation_id", self.head.id, &self.href());
                    Action::link(cx.t("capture"), href, "plus")
                }),
                lines,
                empty: cx.t("organisation-people-none"),
            });
        }
        view.main.insert(0, Part::Facts { title: cx.t("organisation-facts"), facts });
        Ok(view)
    }
}
