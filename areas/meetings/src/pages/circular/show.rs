//! The page of a resolution without a meeting: rule, wording, answers, how it stands.

use axum::extract::Path;
use axum::response::Response;

use allmende_alliance::model::Body;
use allmende_documents::markdown::{self, Headings};
use allmende_meeting_rules::{CircularVerdict, RuleSet};
use allmende_store::{Id, Tx};
use allmende_web::screen::Screen;
use allmende_web::view::{Action, Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem, page};

use super::super::minutes::decisions::DECISIONS;
use super::CIRCULARS;
use super::draft::badge;
use super::voters::{Standing, asked, rule_words};
use crate::model::circular::{Circular, CircularAnswer, CircularChoice, CircularState};
use crate::{INVITED, WRITE, queries};

/// The resolution, if the person may know of it.
pub(super) async fn find(cx: &Cx, tx: &mut Tx, id: Id) -> Result<Circular, Problem> {
    tx.get::<Circular>(id).await?.filter(|one| one.may_read(cx)).ok_or(Problem::NotFound)
}

/// The rules that hold for a resolution: those of the day on which it was sent.
pub(super) async fn rules_of(tx: &mut Tx, circular: &Circular) -> Result<RuleSet, Problem> {
    let day = circular.opened_at.map_or(tx.today(), allmende_store::Moment::day);
    Ok(queries::rules_on(tx, circular.body_id, day).await?.0)
}

/// The page.
pub(super) async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let circular = find(&cx, &mut tx, id).await?;
    let rules = rules_of(&mut tx, &circular).await?;
    let answers = if circular.state == CircularState::Draft {
        asked(&mut tx, &circular).await?
    } else {
        queries::circular_answers(&mut tx, id).await?
    };
    let body: Option<Body> = tx.get_any(circular.body_id).await?;
    let vote = queries::vote_of_circular(&mut tx, id).await?;
    let standing = Standing::of(&cx, &circular, &rules, &answers);
    let mut main = Vec::new();
    if circular.state != CircularState::Draft {
        main.push(verdict(&cx, &circular, &standing, &rules));
    }
    main.push(Part::Prose(format!(
        "<h2>{}</h2>{}",
        cx.t("circular-wording"),
        markdown::html(&circular.wording, Headings::Strong)
    )));
    if !circular.reason.is_empty() {
        let html = markdown::html(&circular.reason, Headings::Strong);
        main.push(Part::Prose(format!("<h2>{}</h2>{html}", cx.t("circular-reason"))));
    }
    // Who answered what with which words is for those who lead; the numbers are for everybody.
    if cx.may(INVITED) {
        main.push(answers_part(&cx, &circular, &answers));
    }
    let rule = rule_words(&cx, &rules).into_iter().map(Line::text).collect();
    let facts = [
        body.map(|body| FactLine::link(cx.t("circular-body-id"), body.name, format!("/gremien/{}", circular.body_id))),
        FactLine::text(cx.t("circular-deadline"), cx.day(circular.deadline)),
        circular.opened_at.and_then(|at| FactLine::text(cx.t("circular-opened-at"), cx.day(at.day()))),
        circular.closed_at.and_then(|at| FactLine::text(cx.t("circular-closed-at"), cx.day(at.day()))),
        vote.and_then(|vote| {
            let number = vote.number_words()?;
            Some(FactLine::link(cx.t("kind-vote"), number, format!("{DECISIONS}/{}", vote.head.id)))
        }),
    ];
    let view = View {
        title: circular.title.clone(),
        badge: Some(badge(&cx, circular.state)),
        lead: if circular.public { String::new() } else { cx.t("agenda-private-word") },
        actions: actions(&cx, &circular, &standing),
        main,
        side: vec![
            Part::Facts { title: cx.t("circular-facts"), facts: facts.into_iter().flatten().collect() },
            Part::Lines { title: cx.t("circular-rule"), action: None, lines: rule, empty: String::new() },
        ],
        path: vec![Line::link(cx.t("circular-list"), CIRCULARS)],
    };
    page::parts(&cx, &view)
}

fn verdict(cx: &Cx, circular: &Circular, standing: &Standing, rules: &RuleSet) -> Part {
    if !circular.verdict.is_empty() {
        let tone = if circular.state == CircularState::Adopted { Tone::Ok } else { Tone::Warn };
        return Part::Note { tone, text: circular.verdict.clone(), action: None };
    }
    let tone = match standing.verdict {
        Some(CircularVerdict::Adopted) => Tone::Ok,
        Some(CircularVerdict::Failed { .. }) | None => Tone::Bad,
        Some(CircularVerdict::Open { .. }) => Tone::Info,
    };
    Part::Note { tone, text: standing.words(cx, rules), action: None }
}

fn answers_part(cx: &Cx, circular: &Circular, answers: &[CircularAnswer]) -> Part {
    let running = circular.state == CircularState::Running && cx.may(WRITE);
    let line = |one: &CircularAnswer| {
        let day = one.answered_at.map(|at| cx.day(at.day())).unwrap_or_default();
        // A municipality speaks for itself until somebody signs.
        let person = if one.person == one.name { "" } else { one.person.as_str() };
        let meta = [person, day.as_str(), one.text.as_str()];
        let mut line = Line {
            badge: (circular.state != CircularState::Draft).then(|| choice_badge(cx, one.answer)),
            ..Line::text(one.name.clone())
        }
        .meta(meta.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · "));
        if running {
            let label = cx.tv("circular-answer-type", [("name", one.name.as_str().into())]);
            let href = format!("{CIRCULARS}/{}/antworten/{}", circular.head.id, one.head.id);
            line.actions.push(Action::link(label, href, "edit").icon_only());
        }
        line
    };
    Part::Lines {
        title: cx.t(if circular.state == CircularState::Draft { "circular-asked" } else { "circular-answers" }),
        action: None,
        lines: answers.iter().map(line).collect(),
        empty: cx.t("circular-nobody"),
    }
}

fn choice_badge(cx: &Cx, choice: CircularChoice) -> Badge {
    let word = cx.t(&format!("circular-choice-{}", choice.word()));
    match choice {
        CircularChoice::None => Badge::new(Tone::Neutral, "ring", word),
        CircularChoice::Yes => Badge::new(Tone::Ok, "check-disc", word),
        CircularChoice::No => Badge::new(Tone::Bad, "cross-square", word),
        CircularChoice::Abstain => Badge::new(Tone::Warn, "half-disc", word),
    }
}

fn actions(cx: &Cx, circular: &Circular, standing: &Standing) -> Vec<Action> {
    let base = format!("{CIRCULARS}/{}", circular.head.id);
    let mut actions = vec![Action::link(cx.t("record-history"), format!("{base}/verlauf"), "history")];
    if !cx.may(WRITE) {
        return actions;
    }
    match circular.state {
        CircularState::Draft => {
            actions.push(Action::post(cx.t("record-trash"), format!("{base}/papierkorb"), "trash"));
            actions.push(Action::link(cx.t("record-edit"), format!("{base}/bearbeiten"), "edit"));
            actions.push(Action::link(cx.t("circular-send"), format!("{base}/versenden"), "").primary());
        }
        CircularState::Running => {
            actions.push(Action::link(cx.t("circular-withdraw"), format!("{base}/zurueckziehen"), ""));
            if standing.is_settled() {
                actions.push(Action::post(cx.t("circular-close"), format!("{base}/feststellen"), "").primary());
            }
        }
        CircularState::Adopted | CircularState::Failed | CircularState::Withdrawn => {}
    }
    actions
}
