//! Answers that the office notes, the finding, and taking a resolution back.

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::format as german;
use allmende_meeting_rules::{CircularKind, CircularVerdict, RuleSet};
use allmende_store::{Day, Head, Id, Moment, Tx};
use allmende_web::access::Flash;
use allmende_web::form::{Control, Field, Form, Input, value};
use allmende_web::texts::Language;
use allmende_web::view::Line;
use allmende_web::{Cx, Problem, page};

use super::CIRCULARS;
use super::link::{CHOICES, fields};
use super::show::{find, rules_of};
use super::voters::Standing;
use crate::model::circular::{Circular, CircularAnswer, CircularChoice, CircularState};
use crate::model::participant::AnsweredBy;
use crate::model::vote::{Ballot, BallotChoice, Ballots, MajorityKind, Vote, VoteKind, VoteOutcome};
use crate::queries;

async fn running(cx: &Cx, tx: &mut Tx, id: Id) -> Result<Circular, Problem> {
    let circular = find(cx, tx, id).await?;
    if circular.state == CircularState::Running {
        Ok(circular)
    } else {
        Err(Problem::Refused(cx.t("circular-not-running")))
    }
}

async fn one(tx: &mut Tx, circular: &Circular, answer: Id) -> Result<CircularAnswer, Problem> {
    let answer: Option<CircularAnswer> = tx.get(answer).await?;
    answer.filter(|answer| answer.circular_id == circular.head.id).ok_or(Problem::NotFound)
}

fn build(cx: &Cx, circular: &Circular, answer: &CircularAnswer) -> Form {
    let mut fields = fields(cx);
    fields.push(Field::new(cx, "circular", "source", Control::Line));
    fields.push(Field::new(cx, "circular", "answered_on", Control::Date));
    Form {
        action: format!("{CIRCULARS}/{}/antworten/{}", circular.head.id, answer.head.id),
        fields,
        button: cx.t("circular-answer-save"),
        cancel: format!("{CIRCULARS}/{}", circular.head.id),
        version: None,
        files: false,
        conflict: None,
        get: false,
    }
}

fn draw(cx: &Cx, circular: &Circular, title: &str, lead: &str, form: &Form) -> Result<Response, Problem> {
    let path = [
        Line::link(cx.t("circular-list"), CIRCULARS),
        Line::link(circular.title.clone(), format!("{CIRCULARS}/{}", circular.head.id)),
    ];
    page::form_with_lead(cx, title, lead, &cx.t("minutes-not-stored"), &path, form)
}

/// Asks what somebody answered by letter or mail.
pub(super) async fn form(cx: Cx, Path((id, answer)): Path<(Id, Id)>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let circular = running(&cx, &mut tx, id).await?;
    let answer = one(&mut tx, &circular, answer).await?;
    let given = if answer.answer == CircularChoice::None { "" } else { answer.answer.word() };
    let typed = vec![value("answer", given), value("answered_on", german::date(cx.today().0))];
    let title = cx.tv("circular-answer-type", [("name", answer.name.as_str().into())]);
    draw(&cx, &circular, &title, &cx.t("circular-answer-lead"), &build(&cx, &circular, &answer).fill(typed))
}

/// Notes it with where it comes from.
pub(super) async fn take(cx: Cx, Path((id, answer)): Path<(Id, Id)>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let circular = running(&cx, &mut tx, id).await?;
    let mut answer = one(&mut tx, &circular, answer).await?;
    let mut input = Input::new(&cx);
    let choice = input.word(
        "answer",
        |word| CircularChoice::from_word(word).filter(|one| CHOICES.contains(one)),
        CircularChoice::None,
    );
    let text = input.text("text", 1_000).replace('\n', " ");
    let source = input.line("source", "circular-source-missing");
    let day = input.needed_day("answered_on");
    let sent = circular.opened_at.map_or(day, Moment::day);
    if input.is_fine() && (day < sent || day > cx.today()) {
        input.refuse("answered_on", cx.tv("circular-answered-range", [("day", cx.day(sent).into())]));
    } else if input.is_fine() && day > circular.deadline {
        input.refuse("answered_on", cx.tv("circular-answered-late", [("day", cx.day(circular.deadline).into())]));
    }
    if !input.is_fine() {
        let errors = input.errors();
        let title = cx.tv("circular-answer-type", [("name", answer.name.as_str().into())]);
        let form = build(&cx, &circular, &answer).refill(cx.submission(), errors);
        return draw(&cx, &circular, &title, &cx.t("circular-answer-lead"), &form);
    }
    answer.answer = choice;
    let received = format!("{source}, {}", german::date(day.0));
    answer.text = [received, text].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    answer.answered_at = Some(cx.now());
    answer.answered_by = AnsweredBy::Typed;
    tx.update(&mut answer).await?;
    let text = cx.tv("flash-changed", [("title", answer.name.as_str().into())]);
    cx.done(tx, &format!("{CIRCULARS}/{id}"), Some(Flash { text, undo: None })).await
}

/// States the outcome. What is adopted becomes a decision with a number.
pub(super) async fn close(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut circular = running(&cx, &mut tx, id).await?;
    let rules = rules_of(&mut tx, &circular).await?;
    let answers = queries::circular_answers(&mut tx, id).await?;
    let standing = Standing::of(&cx, &circular, &rules, &answers);
    circular.verdict = standing.words_in(&cx, Language::German, &rules);
    circular.closed_at = Some(cx.now());
    circular.state = match standing.verdict {
        Some(CircularVerdict::Adopted) => CircularState::Adopted,
        Some(CircularVerdict::Failed { .. }) => CircularState::Failed,
        Some(CircularVerdict::Open { .. }) | None => return Err(Problem::Refused(circular.verdict)),
    };
    if circular.state == CircularState::Adopted {
        let mut vote = decision(&mut tx, &circular, &rules, &standing, answers.len()).await?;
        tx.insert(&mut vote).await?;
        for answer in &answers {
            tx.insert(&mut ballot(&vote, answer)).await?;
        }
    }
    tx.update(&mut circular).await?;
    let text = circular.verdict.clone();
    cx.done(tx, &format!("{CIRCULARS}/{id}"), Some(Flash { text, undo: None })).await
}

async fn decision(
    tx: &mut Tx,
    circular: &Circular,
    rules: &RuleSet,
    standing: &Standing,
    heads: usize,
) -> Result<Vote, Problem> {
    let day: Day = tx.today();
    let year = i64::from(day.0.year());
    Ok(Vote {
        head: Head::default(),
        body_id: circular.body_id,
        meeting_id: None,
        item_id: None,
        circular_id: Some(circular.head.id),
        thread_id: circular.thread_id,
        position: 1,
        kind: VoteKind::Resolution,
        title: circular.title.clone(),
        wording: circular.wording.clone(),
        on_day: day,
        cast_at: tx.now(),
        number: Some(queries::next_number(tx, circular.body_id, year, circular.public).await?),
        number_year: year,
        majority: MajorityKind::Ordinary,
        ballots: Ballots::Open,
        yes: standing.yes,
        no: standing.no,
        abstain: standing.abstain,
        invalid: 0,
        present: standing.members,
        heads: i64::try_from(heads).unwrap_or(0),
        concerned: String::new(),
        outcome: VoteOutcome::Adopted,
        verdict: circular.verdict.clone(),
        basis: match rules.circular.kind {
            CircularKind::AllConsent => format!("Zustimmung aller Mitglieder ({})", rules.circular.paragraph),
            CircularKind::Majority => format!("Mehrheit im Umlauf ({})", rules.circular.paragraph),
        },
        quorum: String::new(),
        election: String::new(),
        public: circular.public,
        disclose_on: None,
        disclose_when: String::new(),
        disclosed_on: None,
        annulled_on: None,
        annulled_reason: String::new(),
    })
}

fn ballot(vote: &Vote, answer: &CircularAnswer) -> Ballot {
    Ballot {
        head: Head::default(),
        vote_id: vote.head.id,
        // There was no meeting: the answer stands for the participant.
        participant_id: answer.head.id,
        name: answer.name.clone(),
        votes: answer.votes,
        choice: match answer.answer {
            CircularChoice::Yes => BallotChoice::Yes,
            CircularChoice::No => BallotChoice::No,
            CircularChoice::Abstain | CircularChoice::None => BallotChoice::Abstain,
        },
    }
}

fn withdrawing(cx: &Cx, circular: &Circular) -> Form {
    Form {
        action: format!("{CIRCULARS}/{}/zurueckziehen", circular.head.id),
        fields: vec![Field::new(cx, "circular", "withdrawn_reason", Control::Lines)],
        button: cx.t("circular-withdraw"),
        cancel: format!("{CIRCULARS}/{}", circular.head.id),
        version: None,
        files: false,
        conflict: None,
        get: false,
    }
}

/// Asks why a resolution is taken back.
pub(super) async fn withdraw_form(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let circular = running(&cx, &mut cx.read().await?, id).await?;
    draw(&cx, &circular, &cx.t("circular-withdraw"), &cx.t("circular-withdraw-lead"), &withdrawing(&cx, &circular))
}

/// Takes a resolution back. Its links take no answers any more.
pub(super) async fn withdraw(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut circular = running(&cx, &mut tx, id).await?;
    let mut input = Input::new(&cx);
    let reason = input.needed("withdrawn_reason", 1_000, "circular-withdrawn-reason-missing");
    if !input.is_fine() {
        let errors = input.errors();
        let form = withdrawing(&cx, &circular).refill(cx.submission(), errors);
        return draw(&cx, &circular, &cx.t("circular-withdraw"), &cx.t("circular-withdraw-lead"), &form);
    }
    circular.state = CircularState::Withdrawn;
    circular.closed_at = Some(cx.now());
    circular.verdict = cx.tv("circular-withdrawn-words", [("reason", reason.into())]);
    tx.update(&mut circular).await?;
    let text = cx.tv("flash-circular-withdrawn", [("title", circular.title.as_str().into())]);
    cx.done(tx, &format!("{CIRCULARS}/{id}"), Some(Flash { text, undo: None })).await
}

/// Puts a draft into the trash. What was sent stays.
pub(super) async fn trash(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let circular = find(&cx, &mut tx, id).await?;
    if circular.state != CircularState::Draft {
        return Err(Problem::Refused(cx.t("circular-sent-already")));
    }
    tx.trash::<Circular>(id).await?;
    let text = cx.tv("flash-trashed", [("title", circular.title.as_str().into())]);
    let undo = Some(format!("{CIRCULARS}/{id}/wiederherstellen"));
    cx.done(tx, CIRCULARS, Some(Flash { text, undo })).await
}
