//! A duty of a grant: form, small page, and the tick that it is done.

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::format as german;
use allmende_store::{Day, Head, Id, Tx};
use allmende_web::access::{Flash, Permission};
use allmende_web::form::{Control, Field, Input, Values, value};
use allmende_web::screen::{Screen, back_address};
use allmende_web::view::{Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem};

use super::{DUTIES, GRANTS};
use crate::model::{Duty, ReceivedGrant};
use crate::{READ, WRITE};

impl Screen for Duty {
    const PATH: &'static str = DUTIES;
    const READ: Permission = READ;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "duty";
    type Beside = ();
    const LISTED: bool = false;
    const SUGGESTED: &'static [&'static str] = &["grant_id"];

    async fn fields(cx: &Cx, _tx: &mut Tx, record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "duty", name, control);
        let mut fields = vec![
            field("title", Control::Line),
            field("basis", Control::Line).optional(),
            field("due_on", Control::Date).optional(),
            field("done_on", Control::Date).optional(),
        ];
        if record.is_none() {
            fields.push(field("grant_id", Control::Hidden));
        }
        Ok(fields)
    }

    fn field_values(&self) -> Values {
        let day = |day: Option<Day>| day.map(|day| german::date(day.0)).unwrap_or_default();
        vec![
            value("title", &self.title),
            value("basis", &self.basis),
            value("due_on", day(self.due_on)),
            value("done_on", day(self.done_on)),
        ]
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let duty = Self {
            head: Head::default(),
            grant_id: before.map_or_else(|| input.id("grant_id").unwrap_or(Id::NIL), |before| before.grant_id),
            title: input.line("title", "duty-title-missing"),
            basis: input.text("basis", 300).replace('\n', " "),
            due_on: input.day("due_on"),
            done_on: input.day("done_on"),
        };
        if duty.done_on.is_some_and(|day| day > input.cx().today()) {
            input.refuse_key("done_on", "duty-done-ahead");
        }
        duty
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        if tx.get::<ReceivedGrant>(self.grant_id).await?.is_none() {
            input.refuse_key("grant_id", "grant-missing");
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let grant: ReceivedGrant = tx.get_any(self.grant_id).await?.ok_or(Problem::NotFound)?;
        let day = |day: Option<Day>| day.map(|day| cx.day(day)).unwrap_or_default();
        let badge = match self.done_on {
            Some(done) => Badge::new(Tone::Ok, "check", cx.tv("duty-done", [("day", german::date(done.0).into())])),
            None if self.is_overdue(cx.today()) => Badge::new(Tone::Bad, "warning", cx.t("duty-overdue")),
            None => Badge::new(Tone::Info, "clock", cx.t("duty-open")),
        };
        let facts = [
            FactLine::text(cx.t("duty-due-on"), day(self.due_on)),
            FactLine::text(cx.t("duty-done-on"), day(self.done_on)),
            FactLine::text(cx.t("duty-basis"), self.basis.clone()),
            Some(FactLine::link(cx.t("duty-grant-id"), grant.purpose.clone(), grant.href())),
        ];
        Ok(View {
            title: self.title.clone(),
            badge: Some(badge),
            main: vec![Part::Facts { title: cx.t("duty-facts"), facts: facts.into_iter().flatten().collect() }],
            path: vec![Line::link(cx.t("grant-list"), GRANTS), Line::link(grant.purpose.clone(), grant.href())],
            ..View::default()
        })
    }

    fn href(&self) -> String {
        format!("{GRANTS}/{}", self.grant_id)
    }
}

/// Notes that a duty is done today.
pub(super) async fn done(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let today = cx.today();
    mark(cx, id, Some(today)).await
}

/// Takes the tick back.
pub(super) async fn open(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    mark(cx, id, None).await
}

async fn mark(cx: Cx, id: Id, done_on: Option<Day>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut duty: Duty = tx.get(id).await?.ok_or(Problem::NotFound)?;
    duty.done_on = done_on;
    tx.update(&mut duty).await?;
    let (key, back) = if done_on.is_some() { ("duty-marked-done", "offen") } else { ("duty-marked-open", "erledigt") };
    let location = back_address(&cx, &duty.href());
    // Undo leads back to the same page.
    let undo = Some(format!("{DUTIES}/{id}/{back}?zurueck={location}"));
    let text = cx.tv(key, [("title", duty.title.as_str().into())]);
    cx.done(tx, &location, Some(Flash { text, undo })).await
}
