//! Voting: checking while somebody types, storing with a number, breaking a tie, annulling.

use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};

use allmende_meeting_rules::QuorumVerdict;
use allmende_store::{Head, Id, Moment, StoreError, Tx};
use allmende_web::form::Input;
use allmende_web::{Cx, Problem};

use super::ballots::Cast;
use super::evening::Evening;
use super::verdict::{self, Judged, Say};
use super::view::{self, Faults};
use super::{item_address, refused};
use crate::model::vote::{Ballot, BallotChoice, Ballots, MajorityKind, Vote, VoteKind, VoteOutcome};
use crate::model::{AgendaItem, ItemState};
use crate::queries;

/// Why a vote was not stored.
enum Failed {
    /// Somebody else stored one at the same moment: once more, with the next number.
    Taken,
    Problem(Problem),
}

impl From<Problem> for Failed {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Constraint(_) | StoreError::Conflict => Self::Taken,
            other => Self::Problem(other.into()),
        }
    }
}

/// Stores a vote.
pub(super) async fn cast(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    for _ in 0..3 {
        match store(&cx, id).await {
            Ok(response) => return Ok(response),
            Err(Failed::Problem(problem)) => return Err(problem),
            Err(Failed::Taken) => {}
        }
    }
    Err(Problem::Conflict)
}

async fn store(cx: &Cx, id: Id) -> Result<Response, Failed> {
    let mut tx = cx.write().await?;
    let evening = Evening::running(cx, &mut tx, id).await?;
    let item = evening.item_of_form(cx)?;
    let read = match evening.at(cx) {
        Ok(at) => weigh(cx, &evening, item, at).map(|weighed| (at, weighed)),
        Err(sentence) => Err(sentence),
    };
    let (at, (cast, quorum)) = match read {
        Ok(read) => read,
        Err(sentence) => {
            let faults = Faults { vote: Some(sentence), ..Faults::default() };
            return Ok(view::draw(cx, &mut tx, &evening, Some(item.head.id), faults).await?);
        }
    };
    let german = Say::german(cx);
    let judged = verdict::judge(&german, &evening, &cast).map_err(Problem::Refused)?;
    let quorum = verdict::quorum_sentence(&german, &evening, at, &quorum);
    let mut vote = record(cx, &evening, item, at, &cast, judged, quorum);
    if vote.kind == VoteKind::Resolution {
        let (body, year) = (evening.meeting.body_id, vote.number_year);
        vote.number = Some(queries::next_number(&mut tx, body, year, vote.public).await?);
    }
    tx.insert(&mut vote).await?;
    for (one, choice) in &cast.choices {
        let votes = evening.weight(one).map_err(|fault| Problem::Internal(fault.to_string()))?.thousandths();
        let mut ballot = Ballot {
            head: Head::default(),
            vote_id: vote.head.id,
            participant_id: one.head.id,
            name: one.name.clone(),
            votes,
            choice: *choice,
        };
        tx.insert(&mut ballot).await?;
    }
    if vote.kind == VoteKind::Resolution {
        settle_item(&mut tx, item, &vote, at).await?;
    }
    Ok(cx.done(tx, &item_address(id, item.head.id), None).await?)
}

/// Reads and checks a vote; the sentence says why it cannot be.
fn weigh<'a>(
    cx: &Cx,
    evening: &'a Evening,
    item: &AgendaItem,
    at: Moment,
) -> Result<(Cast<'a>, QuorumVerdict), String> {
    let cast = Cast::read(cx, evening, at)?;
    if let Some(sentence) = bars(cx, evening, item, cast.kind) {
        return Err(sentence);
    }
    let quorum = evening.quorum(at, &cast.concerned).map_err(|fault| fault.to_string())?;
    if !quorum.reached {
        return Err(verdict::no_quorum(cx, evening, &quorum));
    }
    cast.check(cx, evening)?;
    Ok((cast, quorum))
}

/// Why nothing may be decided on an item, whoever is there. How the body goes on may always be voted on.
pub(super) fn bars(cx: &Cx, evening: &Evening, item: &AgendaItem, kind: VoteKind) -> Option<String> {
    let values = || {
        [("title", item.title.as_str().into()), ("paragraph", evening.rules.agenda_binding.paragraph.as_str().into())]
    };
    if matches!(item.state, ItemState::Postponed | ItemState::Withdrawn) {
        return Some(cx.tv(&format!("hold-item-{}", item.state.word()), values()));
    }
    // § 32 Abs. 1 Satz 2 BGB and its kin: a decision on what the invitation did not name is void.
    let unannounced = evening.meeting.invited_at.is_some() && item.announced.is_none();
    (kind != VoteKind::Procedure && unannounced && evening.rules.agenda_binding.binding)
        .then(|| cx.tv("hold-not-announced", values()))
}

fn record(
    cx: &Cx,
    evening: &Evening,
    item: &AgendaItem,
    at: Moment,
    cast: &Cast<'_>,
    judged: Judged,
    quorum: String,
) -> Vote {
    let mut input = Input::new(cx);
    let wording = input.text("wording", 20_000);
    let concerned: Vec<&str> = cast.concerned.iter().map(|one| one.name.as_str()).collect();
    let kind = cast.kind;
    Vote {
        kind,
        wording: if wording.is_empty() { item.proposal.clone() } else { wording },
        majority: cast.majority,
        ballots: cast.ballots,
        yes: cast.count.yes.thousandths(),
        no: cast.count.no.thousandths(),
        abstain: cast.count.abstain.thousandths(),
        invalid: cast.count.invalid.thousandths(),
        present: cast.entitled.thousandths(),
        heads: i64::try_from(cast.heads).unwrap_or(i64::MAX),
        concerned: concerned.join("\n"),
        outcome: judged.outcome,
        verdict: judged.verdict,
        basis: judged.basis,
        quorum,
        ..blank(evening, item, at)
    }
}

/// A vote on an item of which nothing is known yet but when it was taken.
pub(super) fn blank(evening: &Evening, item: &AgendaItem, at: Moment) -> Vote {
    Vote {
        head: Head::default(),
        body_id: evening.meeting.body_id,
        meeting_id: Some(evening.meeting.head.id),
        item_id: Some(item.head.id),
        circular_id: None,
        thread_id: item.thread_id,
        position: evening.votes.iter().map(|vote| vote.position).max().unwrap_or(0) + 1,
        kind: VoteKind::Resolution,
        title: item.title.clone(),
        wording: String::new(),
        on_day: at.day(),
        cast_at: at,
        number: None,
        number_year: i64::from(at.day().0.year()),
        majority: MajorityKind::Ordinary,
        ballots: Ballots::Open,
        yes: 0,
        no: 0,
        abstain: 0,
        invalid: 0,
        present: 0,
        heads: 0,
        concerned: String::new(),
        outcome: VoteOutcome::Noted,
        verdict: String::new(),
        basis: String::new(),
        quorum: String::new(),
        election: String::new(),
        public: item.public,
        disclose_on: None,
        disclose_when: String::new(),
        disclosed_on: None,
        annulled_on: None,
        annulled_reason: String::new(),
    }
}

/// What an item becomes once something was decided on it.
pub(super) async fn settle_item(tx: &mut Tx, item: &AgendaItem, vote: &Vote, at: Moment) -> Result<(), StoreError> {
    let mut item = item.clone();
    item.state = ItemState::Done;
    item.outcome.clone_from(&vote.verdict);
    item.began_at = item.began_at.or(Some(at));
    tx.update(&mut item).await
}

/// What would come of the form as it stands: for the page while somebody types.
pub(super) async fn check(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let item = evening.item_of_form(&cx)?;
    let answer = evening.at(&cx).and_then(|at| {
        let (cast, _) = weigh(&cx, &evening, item, at)?;
        verdict::judge(&Say::here(&cx), &evening, &cast)
    });
    Ok(Json(match answer {
        Ok(judged) => serde_json::json!({
            "tone": judged.tone().class(), "title": judged.verdict, "text": judged.basis,
        }),
        Err(sentence) => serde_json::json!({ "tone": "bad", "title": sentence, "text": "" }),
    })
    .into_response())
}

/// Takes note of an item: no vote, no number.
pub(super) async fn note(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let item = evening.item_of_form(&cx)?;
    let at = evening.at(&cx).map_err(Problem::Refused)?;
    if let Some(sentence) = bars(&cx, &evening, item, VoteKind::Procedure) {
        return Err(Problem::Refused(sentence));
    }
    let mut vote = blank(&evening, item, at);
    vote.verdict = Say::german(&cx).t("verdict-noted");
    vote.wording.clone_from(&item.proposal);
    tx.insert(&mut vote).await?;
    settle_item(&mut tx, item, &vote, at).await?;
    cx.done(tx, &item_address(id, item.head.id), None).await
}

async fn vote_of_form(cx: &Cx, tx: &mut Tx, evening: &Evening) -> Result<Vote, Problem> {
    let vote: Id = cx.submission().get("vote").parse().map_err(|_| Problem::NotFound)?;
    let known = evening.votes.iter().any(|one| one.head.id == vote);
    tx.get(vote).await?.filter(|_| known).ok_or(Problem::NotFound)
}

/// Breaks a tie by the voice of the chair, where the rules give it.
pub(super) async fn break_tie(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let mut vote = vote_of_form(&cx, &mut tx, &evening).await?;
    if vote.outcome != VoteOutcome::Open || vote.kind == VoteKind::Election || vote.annulled_on.is_some() {
        return Err(Problem::Refused(cx.t("hold-no-tie")));
    }
    let says_yes = cx.submission().get("chair") == "yes";
    let (outcome, key) = if says_yes {
        (VoteOutcome::Adopted, "verdict-chair-yes")
    } else {
        (VoteOutcome::Rejected, "verdict-chair-no")
    };
    vote.outcome = outcome;
    vote.verdict = Say::german(&cx)
        .tv(key, [("yes", view::votes_words(vote.yes).into()), ("no", view::votes_words(vote.no).into())]);
    tx.update(&mut vote).await?;
    let location = back(&evening, &vote);
    if let Some(item) = vote.item_id.and_then(|item| evening.item(item).ok()) {
        settle_item(&mut tx, item, &vote, vote.cast_at).await?;
    }
    cx.done(tx, &location, None).await
}

/// Annuls a vote that was written down wrongly. It stays readable, and its number stays taken.
pub(super) async fn annul(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let mut vote = vote_of_form(&cx, &mut tx, &evening).await?;
    let mut input = Input::new(&cx);
    let reason = input.needed("reason", 1000, "hold-annul-reason-missing");
    refused(input)?;
    if vote.annulled_on.is_none() {
        vote.annulled_on = Some(cx.today());
        vote.annulled_reason = reason;
        tx.update(&mut vote).await?;
        let others =
            |one: &&Vote| one.item_id == vote.item_id && one.head.id != vote.head.id && one.annulled_on.is_none();
        let last = evening.votes.iter().rfind(others);
        if let Some(item) = vote.item_id.and_then(|item| evening.item(item).ok())
            && item.state == ItemState::Done
        {
            let mut item = item.clone();
            item.state = if last.is_some() { ItemState::Done } else { ItemState::Open };
            item.outcome = last.map(|last| last.verdict.clone()).unwrap_or_default();
            tx.update(&mut item).await?;
        }
    }
    let location = back(&evening, &vote);
    cx.done(tx, &location, None).await
}

fn back(evening: &Evening, vote: &Vote) -> String {
    item_address(evening.meeting.head.id, vote.item_id.unwrap_or(Id::NIL))
}

/// What a choice is called in forms.
pub(super) const CHOICES: [BallotChoice; 5] =
    [BallotChoice::Yes, BallotChoice::No, BallotChoice::Abstain, BallotChoice::Concerned, BallotChoice::Invalid];
