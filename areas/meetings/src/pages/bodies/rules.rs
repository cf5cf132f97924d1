//! The rules of a body: list, choice among the ready-made sets, form, page.

use axum::response::Response;
use jiff::ToSpan;

use allmende_alliance::model::Body;
use allmende_meeting_rules::{Preset, RuleSet, presets};
use allmende_store::{Day, Head, Id, Order, RecordData, Tx};
use allmende_web::access::Permission;
use allmende_web::form::{Choice, Control, Field, Form, Input, Values, value};
use allmende_web::list::{self, Cell, Filter, List, Row, Test, address};
use allmende_web::screen::{Screen, back_address};
use allmende_web::texts::Language;
use allmende_web::view::{Action, Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem, page};

use super::{BODIES, rules_form, rules_values, rules_words};
use crate::model::rule_set::{BodyRules, Rules};
use crate::pages::{RULES, choices};
use crate::{READ, WRITE, queries};

/// The ready-made set of a word in the address.
fn preset(word: &str) -> Option<Preset> {
    presets().into_iter().find(|preset| preset.rules.regime.word() == word)
}

/// The name of the ready-made set with the regime of these rules.
pub(super) fn regime_word(cx: &Cx, rules: &RuleSet) -> String {
    preset(rules.regime.word()).map(|preset| preset_name(cx, &preset)).unwrap_or_default()
}

fn preset_name(cx: &Cx, preset: &Preset) -> String {
    match cx.language() {
        Language::German => preset.german,
        Language::English => preset.english,
    }
    .to_owned()
}

/// The ready-made sets as choices.
pub(super) fn regimes(cx: &Cx) -> Vec<Choice> {
    let choice =
        |preset: &Preset| Choice { value: preset.rules.regime.word().to_owned(), label: preset_name(cx, preset) };
    presets().iter().map(choice).collect()
}

/// The last day of each set of a body, newest first as they are: the day before the next one.
fn last_day(sets: &[BodyRules], set: &BodyRules) -> Option<Day> {
    let next = sets.iter().filter(|other| other.valid_from > set.valid_from).map(|other| other.valid_from).min()?;
    next.0.checked_sub(1.day()).ok().map(Day)
}

/// From when to when a set holds.
fn span(cx: &Cx, set: &BodyRules, last: Option<Day>) -> String {
    let from = ("from", cx.day(set.valid_from).into());
    match last {
        Some(last) => cx.tv("rule-set-span", [from, ("to", cx.day(last).into())]),
        None => cx.tv("rule-set-since", [from]),
    }
}

/// Whether a set is over, holds or is still to come.
fn badge(cx: &Cx, set: &BodyRules, last: Option<Day>) -> Badge {
    if last.is_some_and(|last| last < cx.today()) {
        Badge::new(Tone::Neutral, "minus-ring", cx.t("rule-set-over"))
    } else if set.valid_from > cx.today() {
        Badge::new(Tone::Info, "clock", cx.t("rule-set-ahead"))
    } else {
        Badge::new(Tone::Ok, "check-disc", cx.t("rule-set-holds"))
    }
}

impl Screen for BodyRules {
    const PATH: &'static str = RULES;
    const READ: Permission = READ;
    const WRITE: Permission = WRITE;
    const TEXTS: &'static str = "rule-set";
    type Beside = crate::pages::BodyName;

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        let bodies = list::occurring::<Self>(tx, "r.body_id").await?;
        Ok(List {
            title: cx.t("rule-set-list"),
            head: 0,
            order: (0, false),
            then: "r.valid_from DESC",
            filters: vec![Filter {
                name: "gremium",
                label: cx.t("rule-set-body-id"),
                all: cx.t("meeting-body-id-all"),
                choices: bodies,
                test: Test::Id("r.body_id"),
            }],
            empty: (cx.t("rule-set-empty"), cx.t("rule-set-empty-why")),
            noun: "rule-set-count",
            joins: "LEFT JOIN record_index b
                ON b.alliance_id = r.alliance_id AND b.record_id = r.body_id AND b.trashed_at IS NULL",
            words: vec!["b.folded LIKE ? ESCAPE '\\'"],
            beside: vec![("b.title", "body")],
            ..List::default()
        }
        .column(cx, "gremium", "rule-set-body-id")
        .by(Order::words("b.title"))
        .column(cx, "ab", "rule-set-valid-from")
        .by(Order::value("r.valid_from"))
        .column(cx, "quelle", "rule-set-source")
        .by(Order::words("r.source")))
    }

    async fn rows(_cx: &Cx, _tx: &mut Tx, records: Vec<(Self, Self::Beside)>) -> Result<Vec<Row>, Problem> {
        let row = |(set, beside): (Self, Self::Beside)| Row {
            href: set.href(),
            cells: vec![
                Cell::from(beside.body.unwrap_or_default()),
                Cell::Day(set.valid_from),
                Cell::from(set.source.as_str()),
            ],
        };
        Ok(records.into_iter().map(row).collect())
    }

    async fn fields(cx: &Cx, tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        let field = |name, control| Field::new(cx, Self::TEXTS, name, control);
        let mut fields = vec![
            field("body_id", Control::Select).choices(choices(tx, Body::KIND).await?),
            field("valid_from", Control::Date),
            field("source", Control::Line),
            field("regime", Control::Select).choices(regimes(cx)),
        ];
        fields.extend(rules_form::fields(cx));
        Ok(fields)
    }

    fn field_values(&self) -> Values {
        let mut values = vec![
            value("body_id", self.body_id.to_string()),
            value("valid_from", allmende_documents::format::date(self.valid_from.0)),
            value("source", &self.source),
        ];
        values.extend(rules_values::values(&self.rules.0));
        values
    }

    fn suggestion(cx: &Cx) -> Values {
        let mut values = vec![value("body_id", cx.query("body_id"))];
        values
            .extend(preset(cx.query("vorlage")).map(|preset| rules_values::values(&preset.rules)).unwrap_or_default());
        values
    }

    fn read(input: &mut Input<'_>, before: Option<&Self>) -> Self {
        let body = input.id("body_id");
        if body.is_none() {
            input.refuse_key("body_id", "rule-set-body-missing");
        }
        Self {
            head: Head::default(),
            body_id: body.unwrap_or(Id::NIL),
            valid_from: input.needed_day("valid_from"),
            source: input.line("source", "rule-set-source-missing"),
            rules: Rules(rules_form::read(input, before.map(|set| &set.rules.0))),
        }
    }

    async fn check(&self, input: &mut Input<'_>, tx: &mut Tx) -> Result<(), Problem> {
        if tx.get::<Body>(self.body_id).await?.is_none() {
            input.refuse_key("body_id", "rule-set-body-missing");
        }
        let sets = queries::rule_sets(tx, self.body_id).await?;
        let same = |other: &&Self| other.head.id != self.head.id && other.valid_from == self.valid_from;
        if let Some(other) = sets.iter().find(same) {
            let cx = input.cx();
            let values = [("day", cx.long_day(other.valid_from).into()), ("source", other.source.as_str().into())];
            input.refuse("valid_from", cx.tv("rule-set-twice", values));
        }
        Ok(())
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let sets = queries::rule_sets(tx, self.body_id).await?;
        let last = last_day(&sets, self);
        let body = tx.index_line(self.body_id).await?.map(|line| line.title).unwrap_or_default();
        let others: Vec<Line> = sets
            .iter()
            .filter(|other| other.head.id != self.head.id)
            .map(|other| Line::link(other.source.clone(), other.href()).meta(span(cx, other, last_day(&sets, other))))
            .collect();
        let facts = [
            Some(FactLine::link(cx.t("rule-set-body-id"), body.clone(), format!("{BODIES}/{}", self.body_id))),
            FactLine::text(cx.t("rule-set-regime"), regime_word(cx, &self.rules.0)),
            FactLine::text(cx.t("rule-set-valid"), span(cx, self, last)),
        ];
        let mut side =
            vec![Part::Facts { title: cx.t("rule-set-facts"), facts: facts.into_iter().flatten().collect() }];
        if !others.is_empty() {
            side.push(Part::Lines {
                title: cx.t("rule-set-others"),
                action: None,
                lines: others,
                empty: String::new(),
            });
        }
        let follow = format!("{RULES}/neu?body_id={}&vorlage={}", self.body_id, self.rules.0.regime.word());
        Ok(View {
            title: cx.tv("rule-set-title", [("body", body.into())]),
            lead: self.source.clone(),
            badge: Some(badge(cx, self, last)),
            main: rules_words::parts(cx, &self.rules.0),
            side,
            actions: if cx.may(WRITE) {
                vec![Action::link(cx.t("rule-set-follow"), follow, "plus")]
            } else {
                Vec::new()
            },
            ..View::default()
        })
    }
}

/// The first step: the body and the ready-made set to begin with. With both in the address, the filled form.
pub(super) async fn begin(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let path = [Line::link(cx.t("rule-set-list"), RULES)];
    let cancel = back_address(&cx, RULES);
    if preset(cx.query("vorlage")).is_some() {
        let form = Form {
            action: address(&format!("{RULES}/neu"), cx.query_all(), &[]),
            fields: BodyRules::fields(&cx, &mut tx, None).await?,
            button: cx.t("rule-set-save"),
            cancel,
            version: None,
            files: false,
            conflict: None,
            get: false,
        }
        .fill(BodyRules::suggestion(&cx));
        return page::form_with_lead(
            &cx,
            &cx.t("rule-set-new"),
            &cx.t("rule-set-check"),
            &cx.t("rule-set-not-saved"),
            &path,
            &form,
        );
    }
    let field = |name, control| Field::new(&cx, "rule-set", name, control);
    let mut fields = vec![
        field("body_id", Control::Select).choices(choices(&mut tx, Body::KIND).await?),
        field("vorlage", Control::Radio).choices(regimes(&cx)),
    ];
    if !cx.query("zurueck").is_empty() {
        fields.push(field("zurueck", Control::Hidden));
    }
    let form = Form {
        action: format!("{RULES}/neu"),
        fields,
        button: cx.t("rule-set-onward"),
        cancel,
        version: None,
        files: false,
        conflict: None,
        get: true,
    }
    .fill(vec![
        value("body_id", cx.query("body_id")),
        value("zurueck", cx.query("zurueck")),
        value("vorlage", "association"),
    ]);
    page::form_with_lead(&cx, &cx.t("rule-set-new"), &cx.t("rule-set-begin"), "", &path, &form)
}

/// The rules of a body on its page.
pub(super) async fn panel(cx: &Cx, tx: &mut Tx, body: Id) -> Result<Part, Problem> {
    let sets = queries::rule_sets(tx, body).await?;
    let lines = sets
        .iter()
        .map(|set| {
            let last = last_day(&sets, set);
            Line {
                badge: Some(badge(cx, set, last)),
                ..Line::link(set.source.clone(), set.href()).meta(span(cx, set, last))
            }
        })
        .collect();
    let action = Action::link(cx.t("rule-set-new"), format!("{RULES}/neu?body_id={body}&zurueck={BODIES}/{body}"), "");
    Ok(Part::Lines {
        title: cx.t("rule-set-list"),
        action: cx.may(WRITE).then_some(action),
        lines,
        empty: cx.t("rule-set-none"),
    })
}
