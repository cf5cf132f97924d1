//! Decisions: the register and the page of one.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::format as german;
use allmende_documents::markdown::{self, Headings};
use allmende_meeting_rules::RuleSet;
use allmende_projects::model::{Task, Thread};
use allmende_projects::pages::task_line;
use allmende_store::{Id, Listing, Order, RecordData, Sql, Tx};
use allmende_web::access::{CONFIDENTIAL, Permission};
use allmende_web::form::{Choice, Field, Input, Values};
use allmende_web::list::{Cell, Filter, List, Row, Test};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, FactLine, Line, Part, View};
use allmende_web::{Cx, Problem, page};

use super::super::href_of;
use super::overview::badge;
use super::words::{counts, label};
use crate::minutes::decision::choice_words;
use crate::model::Meeting;
use crate::model::circular::Circular;
use crate::model::vote::{Ballot, Ballots, Vote, VoteKind};
use crate::{READ, WRITE, queries};

/// Where decisions stand.
pub(crate) const DECISIONS: &str = "/beschluesse";

/// Nobody: decisions come from meetings and circulars, not from a form.
const NOBODY: Permission = Permission { name: "decisions.none", roles: &[] };

/// What everybody may know of.
const OPEN: &str = "r.public OR r.disclosed_on IS NOT NULL";
/// Procedure gets no number and stands in no register.
const NUMBERED: &str = "r.number IS NOT NULL";

/// Whether a person may know of a decision.
pub(super) fn may_see(cx: &Cx, vote: &Vote) -> bool {
    vote.is_open() || cx.may(CONFIDENTIAL)
}

/// The decision, if the person may know of it.
pub(super) async fn find(cx: &Cx, tx: &mut Tx, id: Id) -> Result<Vote, Problem> {
    tx.get(id).await?.filter(|vote| may_see(cx, vote)).ok_or(Problem::NotFound)
}

fn visible(tx: &Tx) -> Vec<Sql> {
    let mut conditions = vec![Sql::new(NUMBERED, Vec::new())];
    if !tx.sees_confidential() {
        conditions.push(Sql::new(OPEN, Vec::new()));
    }
    conditions
}

/// The choices of the filters: only what occurs among what the person may see.
async fn filters(cx: &Cx, tx: &mut Tx) -> Result<Vec<Filter>, Problem> {
    let seen = Listing { conditions: visible(tx), ..Listing::default() };
    let years: Vec<i64> = tx.distinct::<Vote, i64>(&seen, "r.number_year", 200).await?;
    let bodies: Vec<Id> = tx.distinct::<Vote, Id>(&seen, "r.body_id", 500).await?;
    let lines = tx.index_lines(bodies).await?;
    let filter = |name, key: &str, choices, test| Filter {
        name,
        label: cx.t(&format!("decision-{key}")),
        all: cx.t(&format!("decision-{key}-all")),
        choices,
        test,
    };
    let body =
        |(id, line): (&Id, &allmende_store::TimelineItem)| Choice { value: id.to_string(), label: line.title.clone() };
    let year = |year: &i64| Choice { value: year.to_string(), label: year.to_string() };
    let kind = |kind: VoteKind| Choice {
        value: kind.word().to_owned(),
        label: cx.t(&format!("decision-kind-{}", kind.word())),
    };
    let mut all = vec![
        filter("gremium", "body-id", lines.iter().map(body).collect(), Test::Id("r.body_id")),
        filter("jahr", "number-year", years.iter().rev().map(year).collect(), Test::Year("r.on_day")),
        filter("art", "kind", [VoteKind::Resolution, VoteKind::Election].map(kind).to_vec(), Test::Word("r.kind")),
    ];
    if tx.sees_confidential() {
        let choice = |word: &str| Choice { value: word.to_owned(), label: cx.t(&format!("decision-public-{word}")) };
        let cases = vec![
            ("open", Sql::new(OPEN, Vec::new())),
            ("private", Sql::new("NOT r.public AND r.disclosed_on IS NULL", Vec::new())),
        ];
        all.push(filter("oeffentlich", "public", ["open", "private"].map(choice).to_vec(), Test::Cases(cases)));
    }
    Ok(all)
}

impl Screen for Vote {
    const PATH: &'static str = DECISIONS;
    const READ: Permission = READ;
    const WRITE: Permission = NOBODY;
    const TEXTS: &'static str = "decision";
    type Beside = crate::pages::BodyName;

    async fn list(cx: &Cx, tx: &mut Tx) -> Result<List, Problem> {
        Ok(List {
            title: cx.t("decision-list"),
            head: 2,
            day: Some(1),
            order: (1, true),
            then: "r.number_year DESC, r.number DESC",
            filters: filters(cx, tx).await?,
            actions: actions_of_list(cx),
            empty: (cx.t("decision-empty"), cx.t("decision-empty-why")),
            noun: "decision-count",
            joins: "LEFT JOIN record_index b
                ON b.alliance_id = r.alliance_id AND b.record_id = r.body_id AND b.trashed_at IS NULL",
            words: vec!["b.folded LIKE ? ESCAPE '\\'"],
            beside: vec![("b.title", "body")],
            visible: visible(tx),
            ..List::default()
        }
        .column(cx, "nummer", "decision-number")
        .by(Order::value("r.number_year * 100000 + r.number"))
        .column(cx, "datum", "decision-on-day")
        .by(Order::value("r.on_day"))
        .column(cx, "titel", "decision-title")
        .by(Order::words("r.title"))
        .column(cx, "gremium", "decision-body-id")
        .by(Order::words("b.title"))
        .column(cx, "stimmen", "decision-counts")
        .by(Order::value("r.yes"))
        .column(cx, "ergebnis", "decision-outcome")
        .by(Order::words("r.outcome"))
        .column(cx, "zugang", "decision-public")
        .by(Order::words("CASE WHEN r.public THEN '' ELSE 'n' END")))
    }

    async fn rows(cx: &Cx, _tx: &mut Tx, records: Vec<(Self, Self::Beside)>) -> Result<Vec<Row>, Problem> {
        let row = |(vote, beside): (Self, Self::Beside)| Row {
            href: vote.href(),
            cells: vec![
                Cell::from(vote.number_words().unwrap_or_default()),
                Cell::Day(vote.on_day),
                Cell::from(vote.title.as_str()),
                Cell::from(beside.body.unwrap_or_default()),
                Cell::from(counts(&vote)),
                Cell::State(badge(cx, &vote)),
                Cell::from(access_word(cx, &vote)),
            ],
        };
        Ok(records.into_iter().map(row).collect())
    }

    async fn fields(_cx: &Cx, _tx: &mut Tx, _record: Option<&Self>) -> Result<Vec<Field>, Problem> {
        Ok(Vec::new())
    }

    fn field_values(&self) -> Values {
        Vec::new()
    }

    fn read(_input: &mut Input<'_>, before: Option<&Self>) -> Self {
        // Nobody may write by a form, so there always is one before.
        before.cloned().unwrap_or_else(nothing)
    }

    fn may_read(&self, cx: &Cx) -> bool {
        may_see(cx, self)
    }

    async fn view(&self, cx: &Cx, tx: &mut Tx) -> Result<View, Problem> {
        let (rules, _) = queries::rules_on(tx, self.body_id, self.on_day).await?;
        let tasks = allmende_projects::queries::tasks_from(tx, self.head.id).await?;
        let ballots: Vec<Ballot> =
            if self.ballots == Ballots::Named { queries::ballots_of(tx, self.head.id).await? } else { Vec::new() };
        let references = references(cx, tx, self).await?;
        let mut main = vec![
            Part::Prose(format!(
                "<h2>{}</h2>{}",
                cx.t("decision-wording"),
                markdown::html(&self.wording, Headings::Strong)
            )),
            Part::Facts { title: cx.t("decision-result"), facts: result(cx, self) },
        ];
        if !ballots.is_empty() {
            let line = |one: &Ballot| Line::text(one.name.clone()).meta(choice_words(one.choice));
            main.push(Part::Lines {
                title: cx.t("decision-ballots-list"),
                action: None,
                lines: ballots.iter().map(line).collect(),
                empty: String::new(),
            });
        }
        main.push(tasks_part(cx, self, &tasks));
        Ok(View {
            title: self.title.clone(),
            lead: format!("{} · {}", label(cx, self, rules.binding), cx.long_day(self.on_day)),
            badge: Some(badge(cx, self)),
            actions: actions(cx, self, &rules),
            main,
            side: vec![
                Part::Facts { title: cx.t("decision-facts"), facts: references },
                Part::Facts { title: cx.t("decision-access"), facts: access(cx, self) },
            ],
            path: vec![Line::link(cx.t("decision-list"), DECISIONS)],
        })
    }
}

/// A decision of which nothing is known.
fn nothing() -> Vote {
    use crate::model::vote::{MajorityKind, VoteOutcome};
    Vote {
        head: allmende_store::Head::default(),
        body_id: Id::NIL,
        meeting_id: None,
        item_id: None,
        circular_id: None,
        thread_id: None,
        position: 0,
        kind: VoteKind::Resolution,
        title: String::new(),
        wording: String::new(),
        on_day: allmende_store::Day(jiff::civil::date(2000, 1, 1)),
        cast_at: allmende_store::Moment::default(),
        number: None,
        number_year: 0,
        majority: MajorityKind::Ordinary,
        ballots: Ballots::Open,
        yes: 0,
        no: 0,
        abstain: 0,
        invalid: 0,
        present: 0,
        heads: 0,
        concerned: String::new(),
        outcome: VoteOutcome::Open,
        verdict: String::new(),
        basis: String::new(),
        quorum: String::new(),
        election: String::new(),
        public: false,
        disclose_on: None,
        disclose_when: String::new(),
        disclosed_on: None,
        annulled_on: None,
        annulled_reason: String::new(),
    }
}

fn actions_of_list(cx: &Cx) -> Vec<Action> {
    vec![Action::link(cx.t("open-tasks"), format!("{DECISIONS}/offen"), "")]
}

/// The page of a decision.
pub(super) async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let vote = find(&cx, &mut tx, id).await?;
    let view = vote.view(&cx, &mut tx).await?;
    page::parts(&cx, &view)
}

/// What marks a decision that not everybody may know; nothing for the usual case. No badge: on narrow screens a row has
/// one, and that is its outcome.
fn access_word(cx: &Cx, vote: &Vote) -> String {
    match (vote.public, vote.disclosed_on) {
        (true, _) => String::new(),
        (false, Some(_)) => cx.t("decision-disclosed"),
        (false, None) => cx.t("decision-public-private"),
    }
}

fn result(cx: &Cx, vote: &Vote) -> Vec<FactLine> {
    let annulled = vote.annulled_on.map(|day| format!("{}: {}", german::date(day.0), vote.annulled_reason));
    let manner = cx.t(&format!("decision-ballots-{}", vote.ballots.word()));
    [
        FactLine::text(cx.t("decision-verdict"), &vote.verdict),
        FactLine::text(cx.t("decision-counts"), counts(vote)),
        FactLine::text(cx.t("decision-basis"), &vote.basis),
        FactLine::text(cx.t("decision-quorum"), &vote.quorum),
        FactLine::text(cx.t("decision-ballots"), manner),
        FactLine::text(cx.t("decision-concerned"), vote.concerned.lines().collect::<Vec<_>>().join(", ")),
        FactLine::text(cx.t("decision-annulled-on"), annulled.unwrap_or_default()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

async fn references(cx: &Cx, tx: &mut Tx, vote: &Vote) -> Result<Vec<FactLine>, Problem> {
    let ids = [Some(vote.body_id), vote.meeting_id, vote.circular_id, vote.thread_id];
    let lines: BTreeMap<Id, _> = tx.index_lines(ids.into_iter().flatten().collect()).await?;
    let kinds = [
        ("decision-body-id", Some(vote.body_id), "body"),
        ("decision-meeting-id", vote.meeting_id, Meeting::KIND),
        ("decision-circular-id", vote.circular_id, Circular::KIND),
        ("decision-thread-id", vote.thread_id, Thread::KIND),
    ];
    let fact = |(key, id, kind): (&str, Option<Id>, &str)| {
        let line = lines.get(&id?)?;
        let href = href_of(cx, kind, line.record_id);
        let day = line.on_day.filter(|_| kind == Meeting::KIND).map(|day| cx.day(day)).unwrap_or_default();
        Some(FactLine { label: cx.t(key), lines: vec![Line { href, ..Line::text(line.title.clone()) }.meta(day)] })
    };
    Ok(kinds.into_iter().filter_map(fact).collect())
}

fn access(cx: &Cx, vote: &Vote) -> Vec<FactLine> {
    let day = |day: Option<allmende_store::Day>| day.map(|day| cx.day(day)).unwrap_or_default();
    let word = if vote.public { "decision-public-open" } else { "decision-public-private" };
    [
        FactLine::text(cx.t("decision-public"), cx.t(word)),
        FactLine::text(cx.t("decision-disclose-on"), day(vote.disclose_on.filter(|_| vote.disclosed_on.is_none()))),
        FactLine::text(
            cx.t("decision-disclose-when"),
            if vote.disclosed_on.is_none() { vote.disclose_when.as_str() } else { "" },
        ),
        FactLine::text(cx.t("decision-disclosed-on"), day(vote.disclosed_on)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Where a task begins that follows from a decision.
pub(super) fn new_task(vote: &Vote) -> String {
    let thread = vote.thread_id.map(|id| format!("&thread_id={id}")).unwrap_or_default();
    let private = if vote.is_open() { "" } else { "&private=1" };
    format!("/aufgaben/neu?source_id={}{thread}{private}", vote.head.id)
}

fn tasks_part(cx: &Cx, vote: &Vote, tasks: &[Task]) -> Part {
    let may = cx.may(allmende_projects::TASKS_WRITE);
    Part::Lines {
        title: cx.t("decision-tasks"),
        action: may.then(|| Action::link(cx.t("decision-task-new"), new_task(vote), "")),
        lines: tasks.iter().map(|task| task_line(cx, task)).collect(),
        empty: cx.t("decision-tasks-none"),
    }
}

fn actions(cx: &Cx, vote: &Vote, rules: &RuleSet) -> Vec<Action> {
    let base = format!("{DECISIONS}/{}", vote.head.id);
    let mut actions: Vec<Action> = Vec::new();
    if cx.may(WRITE) {
        if !vote.is_open() {
            actions.push(Action::link(cx.t("decision-disclosure"), format!("{base}/bekanntgabe"), ""));
            actions.push(Action::link(cx.t("decision-disclose"), format!("{base}/bekanntgeben"), ""));
        }
        if vote.annulled_on.is_none() {
            actions.push(Action::link(cx.t("decision-annul"), format!("{base}/aufheben"), ""));
        }
        if !rules.binding && vote.annulled_on.is_none() {
            actions.push(Action::post(cx.t("decision-recommend"), format!("{base}/empfehlen"), ""));
        }
    }
    for format in ["docx", "odt"] {
        let words = cx.tv("decision-excerpt-as", [("format", format.to_uppercase().into())]);
        actions.push(Action::link(words, format!("{base}/auszug.{format}"), "download"));
    }
    actions.push(Action::link(cx.t("decision-excerpt"), format!("{base}/auszug.pdf"), "download").primary());
    actions
}
