//! Counts of inhabitants, parts of a member.

use allmende_store::{Head, Id, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::Screen;
use allmende_web::view::{FactLine, Part, View};
use allmende_web::{Cx, Problem};

use super::choice::{check_choice, day_text};
use super::municipality;
use crate::model::{Municipality, Population};

/// Where the counts stand.
pub(crate) const PATH: &str = "/einwohner";
/// More than any municipality in Germany.
const MOST: i64 = 10_000_000;

impl Screen for Population {
    const PATH: &'static str = PATH;
    const READ: Permission = crate::READ;
    const WRITE: Permission = crate::WRITE;
    const TEXTS: &'static str = "population";
    type Beside = ();
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["municipality_id"];

    async fn fields(cx: &Cx, _tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "population", name, control);
        Ok(vec![
            field("counted_on", Control::Date),
            field("inhabitants", Control::Short),
            field("source", Control::Line).optional(),
            field("municipality_id", Control::Hidden),
        ])
    }

    fn field_values(&self) -> Values {
        vec![
            value("counted_on", day_text(Some(self.counted_on))),
            value("inhabitants", self.inhabitants.to_string()),
            value("source", &self.source),
            value("municipality_id", self.municipality_id.to_string()),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let counted_on = input.needed_day("counted_on");
        if counted_on > input.cx().today() {
            input.refuse_key("counted_on", "population-future");
        }
        let inhabitants = input.number("inhabitants", 0, MOST);
        if inhabitants.is_none() {
            input.refuse_key("inhabitants", "population-missing");
        }
        // A count stays with its municipality.
        let municipality = before.map(|before| before.municipality_id).or_else(|| input.id("municipality_id"));
        if municipality.is_none() {
            input.refuse_key("municipality_id", "form-choice-missing");
        }
        Self {
            head: Head::default(),
            municipality_id: municipality.unwrap_or(Id::NIL),
            counted_on,
            inhabitants: inhabitants.unwrap_or(0),
            source: input.text("source", 300),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        check_choice::<Municipality>(input, tx, "municipality_id", Some(self.municipality_id)).await?;
        let counts = crate::queries::population_of(tx, self.municipality_id).await?;
        if counts.iter().any(|count| count.counted_on == self.counted_on && count.head.id != self.head.id) {
            input.refuse_key("counted_on", "population-double");
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let place = municipality::name_of(tx, Some(self.municipality_id)).await?;
        let mut facts: Vec<FactLine> =
            place.map(|(name, href)| FactLine::link(cx.t("kind-municipality"), name, href)).into_iter().collect();
        facts.extend(FactLine::text(cx.t("population-inhabitants"), cx.number(self.inhabitants)));
        facts.extend(FactLine::text(cx.t("population-counted-on"), cx.long_day(self.counted_on)));
        facts.extend(FactLine::text(cx.t("population-source"), self.source.clone()));
        Ok(View {
            title: cx.t("kind-population"),
            main: vec![Part::Facts { title: cx.t("kind-population"), facts }],
            ..View::default()
        })
    }

    fn href(&self) -> String {
        format!("{}/{}", municipality::PATH, self.municipality_id)
    }
}
