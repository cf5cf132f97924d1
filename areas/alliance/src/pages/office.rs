//! Offices, parts of a person.

use allmende_store::{Head, Id, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::Screen;
use allmende_web::view::{FactLine, Part, View};
use allmende_web::{Cx, Problem};

use super::choice::{check_choice, choices, day_text, id_text};
use super::{municipality, person};
use crate::model::{Body, Municipality, Office, Person};

/// Where the offices stand.
pub(crate) const PATH: &str = "/aemter";

impl Office {
    /// Whether it is held on a day.
    pub fn is_held_on(&self, day: allmende_store::Day) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| until >= day)
    }

    /// "seit 01.05.2014", "01.05.2014 bis 30.04.2020", or nothing.
    pub(crate) fn span(&self, cx: &Cx) -> String {
        let (since, until) = (day_text(self.since), day_text(self.until));
        match (self.since, self.until) {
            (None, None) => String::new(),
            (Some(_), None) => cx.tv("office-since-day", [("day", since.into())]),
            (None, Some(_)) => cx.tv("office-until-day", [("day", until.into())]),
            (Some(_), Some(_)) => cx.tv("office-span", [("since", since.into()), ("until", until.into())]),
        }
    }
}

impl Screen for Office {
    const PATH: &'static str = PATH;
    const READ: Permission = crate::CONTACTS_READ;
    const WRITE: Permission = crate::CONTACTS_WRITE;
    const TEXTS: &'static str = "office";
    type Beside = ();
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["person_id", "municipality_id", "body_id"];

    async fn fields(cx: &Cx, tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "office", name, control);
        let municipalities = choices::<Municipality>(tx, record.and_then(|office| office.municipality_id)).await?;
        let bodies = choices::<Body>(tx, record.and_then(|office| office.body_id)).await?;
        Ok(vec![
            field("title", Control::Line),
            field("municipality_id", Control::Select).choices(municipalities).optional(),
            field("body_id", Control::Select).choices(bodies).optional(),
            field("since", Control::Date).optional(),
            field("until", Control::Date).optional(),
            field("person_id", Control::Hidden),
        ])
    }

    fn field_values(&self) -> Values {
        vec![
            value("title", &self.title),
            value("municipality_id", id_text(self.municipality_id)),
            value("body_id", id_text(self.body_id)),
            value("since", day_text(self.since)),
            value("until", day_text(self.until)),
            value("person_id", self.person_id.to_string()),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let person = before.map(|before| before.person_id).or_else(|| input.id("person_id"));
        if person.is_none() {
            input.refuse_key("person_id", "form-choice-missing");
        }
        let office = Self {
            head: Head::default(),
            person_id: person.unwrap_or(Id::NIL),
            title: input.line("title", "office-title-missing"),
            body_id: input.id("body_id"),
            municipality_id: input.id("municipality_id"),
            since: input.day("since"),
            until: input.day("until"),
        };
        if let (Some(since), Some(until)) = (office.since, office.until)
            && until < since
        {
            let sentence = input.cx().tv("office-until-early", [("since", day_text(Some(since)).into())]);
            input.refuse("until", sentence);
        }
        office
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        check_choice::<Person>(input, tx, "person_id", Some(self.person_id)).await?;
        check_choice::<Municipality>(input, tx, "municipality_id", self.municipality_id).await?;
        check_choice::<Body>(input, tx, "body_id", self.body_id).await
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let mut facts = Vec::new();
        if let Some(line) = tx.index_line(self.person_id).await? {
            facts.push(FactLine::link(cx.t("kind-person"), line.title, self.href()));
        }
        if let Some((name, href)) = municipality::name_of(tx, self.municipality_id).await? {
            facts.push(FactLine::link(cx.t("office-municipality-id"), name, href));
        }
        if let Some(id) = self.body_id
            && let Some(line) = tx.index_line(id).await?
        {
            facts.push(FactLine::link(cx.t("office-body-id"), line.title, format!("{}/{id}", super::body::PATH)));
        }
        facts.extend(FactLine::text(cx.t("office-term"), self.span(cx)));
        Ok(View {
            title: self.title.clone(),
            main: vec![Part::Facts { title: cx.t("kind-office"), facts }],
            ..View::default()
        })
    }

    fn href(&self) -> String {
        format!("{}/{}", person::PATH, self.person_id)
    }
}
