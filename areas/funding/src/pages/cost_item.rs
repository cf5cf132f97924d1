//! A line of a cost plan: form and small page.

use allmende_documents::format as german;
use allmende_store::{Head, Id, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::Screen;
use allmende_web::view::{FactLine, Line, Part, View};
use allmende_web::{Cx, Problem};

use super::{COSTS, GRANTS, grant::amount};
use crate::model::{CostItem, ReceivedGrant};
use crate::{READ, WRITE, queries};

impl Screen for CostItem {
    const PATH: &'static str = COSTS;
    const READ: Permission = READ;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "cost-item";
    type Beside = ();
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["grant_id"];

    async fn fields(cx: &Cx, _tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "cost-item", name, control);
        let mut fields = vec![field("label", Control::Line), field("planned_cents", Control::Short)];
        if record.is_none() {
            fields.push(field("grant_id", Control::Hidden));
        }
        Ok(fields)
    }

    fn field_values(&self) -> Values {
        vec![value("label", &self.label), value("planned_cents", german::money_value(self.planned_cents))]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let label = input.line("label", "cost-item-label-missing");
        let planned = amount(input, "planned_cents");
        if planned.is_none() {
            // What was typed wrongly has its own sentence already; this one is for nothing typed.
            input.refuse_key("planned_cents", "cost-item-amount-missing");
        }
        Self {
            head: Head::default(),
            grant_id: before.map_or_else(|| input.id("grant_id").unwrap_or(Id::NIL), |before| before.grant_id),
            position: before.map_or(0, |before| before.position),
            label,
            planned_cents: planned.unwrap_or(0),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        if tx.get::<ReceivedGrant>(self.grant_id).await?.is_none() {
            input.refuse_key("grant_id", "grant-missing");
        }
        Ok(())
    }

    async fn prepare(&mut self, _cx: &Cx, tx: &mut Tx, before: Option<&Self>) -> Result<(), Problem> {
        if before.is_none() {
            self.position = queries::next_position(tx, self.grant_id).await?;
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let grant: ReceivedGrant = tx.get_any(self.grant_id).await?.ok_or(Problem::NotFound)?;
        let facts = [
            FactLine::text(cx.t("cost-item-planned-cents"), cx.money(self.planned_cents)),
            Some(FactLine::link(cx.t("cost-item-grant-id"), grant.purpose.clone(), grant.href())),
        ];
        Ok(View {
            title: self.label.clone(),
            main: vec![Part::Facts { title: cx.t("cost-item-facts"), facts: facts.into_iter().flatten().collect() }],
            path: vec![Line::link(cx.t("grant-list"), GRANTS), Line::link(grant.purpose.clone(), grant.href())],
            ..View::default()
        })
    }

    fn href(&self) -> String {
        format!("{GRANTS}/{}", self.grant_id)
    }
}
