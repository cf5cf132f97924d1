//! Grants: list and form.

use allmende_documents::format as german;
use allmende_store::{Head, Order, Sql, Tx, args};
use allmende_web::access::Permission;
use allmende_web::form::{Control, Field, Input, Values, parse_decimal, value};
use allmende_web::list::{Cell, List, Row};
use allmende_web::screen::Screen;
use allmende_web::view::{Badge, Tone, View};
use allmende_web::{Cx, Problem};

use super::{GRANTS, page, rate_value, rate_words};
use crate::model::{Duty, ReceivedGrant, WHOLE};
use crate::{READ, WRITE, queries};

fn duties_cell(cx: &Cx, duties: &[Duty]) -> Cell {
    let open = duties.iter().filter(|duty| duty.done_on.is_none()).count();
    let overdue = duties.iter().filter(|duty| duty.is_overdue(cx.today())).count();
    let badge = match (duties.len(), open, overdue) {
        (0, ..) => return Cell::Empty,
        (_, 0, _) => Badge::new(Tone::Ok, "check", cx.t("duty-all-done")),
        (_, _, 0) => Badge::new(Tone::Info, "clock", cx.tv("duty-open-count", [("count", open.into())])),
        (_, _, count) => Badge::new(Tone::Bad, "warning", cx.tv("duty-overdue-count", [("count", count.into())])),
    };
    Cell::State(badge)
}

/// What is overdue first, then what is open, then what is done; NULL without duties. The value is today.
const DUTIES_STANDING: &str = "(SELECT CASE WHEN COUNT(*) = 0 THEN NULL
    WHEN SUM(CASE WHEN d.done_on IS NULL AND d.due_on < ? THEN 1 ELSE 0 END) > 0 THEN 0
    WHEN COUNT(d.done_on) < COUNT(*) THEN 1 ELSE 2 END
    FROM duty d WHERE d.alliance_id = r.alliance_id AND d.grant_id = r.id AND d.trashed_at IS NULL)";

impl Screen for ReceivedGrant {
    const PATH: &'static str = GRANTS;
    const READ: Permission = READ;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "grant";
    type Beside = ();

    async fn list(cx: &Cx, _tx: &mut Tx) -> Result<List, Problem> {
        Ok(List {
            title: cx.t("grant-list"),
            head: 1,
            day: Some(0),
            order: (0, true),
            empty: (cx.t("grant-empty"), cx.t("grant-empty-why")),
            noun: "grant-count",
            ..List::default()
        }
        .column(cx, "bescheid", "grant-notice-on")
        .by(Order::value("r.notice_on"))
        .column(cx, "zweck", "grant-purpose")
        .by(Order::words("r.purpose"))
        .column(cx, "stelle", "grant-authority")
        .by(Order::words("r.authority"))
        .column(cx, "zeitraum", "grant-period")
        .by(Order::value("COALESCE(r.period_from, r.period_to)"))
        .column(cx, "satz", "grant-rate-head")
        .by(Order::value("r.rate"))
        .number_column(cx, "hoechstbetrag", "grant-cap-head")
        .by(Order::value("r.cap_cents"))
        .column(cx, "pflichten", "grant-duties")
        .by(Order::Value(Sql::new(DUTIES_STANDING, args![cx.today()]))))
    }

    async fn rows(cx: &Cx, tx: &mut Tx, records: Vec<(Self, ())>) -> Result<Vec<Row>, Problem> {
        let duties = queries::duties_of(tx, records.iter().map(|(grant, ())| grant.head.id).collect()).await?;
        let row = |(grant, ()): &(Self, ())| Row {
            href: grant.href(),
            cells: vec![
                Cell::from(grant.notice_on),
                Cell::from(grant.purpose.as_str()),
                Cell::from(grant.authority.as_str()),
                match grant.period_from.or(grant.period_to) {
                    Some(first) => Cell::Span(first, page::period(cx, grant)),
                    None => Cell::Empty,
                },
                grant.rate.map_or(Cell::Empty, |rate| Cell::Text(rate_words(cx, rate))),
                grant.cap_cents.map_or(Cell::Empty, Cell::Cents),
                duties_cell(cx, duties.get(&grant.head.id).map_or(&[], Vec::as_slice)),
            ],
        };
        Ok(records.iter().map(row).collect())
    }

    async fn fields(cx: &Cx, _tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, "grant", name, control);
        Ok(vec![
            field("purpose", Control::Line),
            field("authority", Control::Line),
            field("reference", Control::Line).optional(),
            field("notice_on", Control::Date).optional(),
            field("period_from", Control::Date).optional(),
            field("period_to", Control::Date).optional(),
            field("rate", Control::Short).optional(),
            field("cap_cents", Control::Short).optional(),
            field("granted_cents", Control::Short).optional(),
            field("post_filled_on", Control::Date).optional(),
            field("note", Control::Lines).optional(),
        ])
    }

    fn field_values(&self) -> Values {
        let day = |day: Option<allmende_store::Day>| day.map(|day| german::date(day.0)).unwrap_or_default();
        let money = |cents: Option<i64>| cents.map(german::money_value).unwrap_or_default();
        vec![
            value("purpose", &self.purpose),
            value("authority", &self.authority),
            value("reference", &self.reference),
            value("notice_on", day(self.notice_on)),
            value("period_from", day(self.period_from)),
            value("period_to", day(self.period_to)),
            value("rate", self.rate.map(rate_value).unwrap_or_default()),
            value("cap_cents", money(self.cap_cents)),
            value("granted_cents", money(self.granted_cents)),
            value("post_filled_on", day(self.post_filled_on)),
            value("note", &self.note),
        ]
    }

    fn read(input: &mut Input<'_>, _before: Option<&Self>) -> Self {
        let grant = Self {
            head: Head::default(),
            purpose: input.line("purpose", "grant-purpose-missing"),
            authority: input.line("authority", "grant-authority-missing"),
            reference: input.text("reference", 300).replace('\n', " "),
            notice_on: input.day("notice_on"),
            period_from: input.day("period_from"),
            period_to: input.day("period_to"),
            rate: rate(input),
            cap_cents: amount(input, "cap_cents"),
            granted_cents: amount(input, "granted_cents"),
            post_filled_on: input.day("post_filled_on"),
            note: input.text("note", 20_000),
        };
        if let (Some(from), Some(to)) = (grant.period_from, grant.period_to)
            && to < from
        {
            let days = [("from", german::date(from.0).into()), ("to", german::date(to.0).into())];
            let sentence = input.cx().tv("grant-period-backwards", days);
            input.refuse("period_to", sentence);
        }
        grant
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        page::view(self, cx, tx).await
    }
}

/// A rate in hundredths of a percent from "75", "75 %" or "66,67" that may be missing.
fn rate(input: &mut Input<'_>) -> Option<i64> {
    let text = input.text("rate", 20);
    let number = text.trim_end_matches('%').trim();
    if number.is_empty() && text.is_empty() {
        return None;
    }
    let rate = parse_decimal(number, 2).filter(|rate| (0..=WHOLE).contains(rate));
    if rate.is_none() {
        input.refuse_key("rate", "grant-rate-fault");
    }
    rate
}

/// An amount in cents that may be missing but never lies below zero.
pub(super) fn amount(input: &mut Input<'_>, name: &'static str) -> Option<i64> {
    let cents = input.cents(name)?;
    if cents < 0 {
        input.refuse_key(name, "grant-amount-negative");
        return None;
    }
    Some(cents)
}
