//! Elections: candidates, paper ballots round by round, run-off, lot, acceptance.

use axum::extract::Path;
use axum::response::Response;

use allmende_meeting_rules::{
    CandidateVotes, Elected, ElectionFault, ElectionMethod, ElectionRule, ElectionState, LotPurpose, Round, Votes,
    elect,
};
use allmende_store::{Id, Moment, Tx};
use allmende_web::{Cx, Problem, assets, page};

use super::evening::Evening;
use super::verdict::{self, Say};
use super::vote::{bars, blank, settle_item};
use super::{SCRIPT, address, item_address};
use crate::model::election::Election;
use crate::model::vote::{Ballots, MajorityKind, Vote, VoteKind, VoteOutcome};
use crate::model::{AgendaItem, Purpose};

/// What stands before the place of a candidate in the name of its field.
const VOTES: &str = "stimmen-";
/// What stands before the place of somebody elected or drawn in the name of its field.
const PICK: &str = "name-";
/// The most candidates of an election.
const MOST_CANDIDATES: usize = 60;

struct RoundView {
    title: String,
    lines: Vec<String>,
}

/// What is to be entered next.
struct NextView {
    /// `anlegen`, `wahlgang`, `los`, `annahme`; empty when all is said.
    what: &'static str,
    title: String,
    names: Vec<(String, String)>,
    takes_no: bool,
}

#[derive(askama::Template)]
#[template(path = "hold-election.html")]
struct ElectionPage<'a> {
    cx: &'a Cx,
    title: String,
    heading: String,
    base: String,
    back: String,
    item: Id,
    vote: String,
    bar: Option<String>,
    rule: String,
    present: String,
    rounds: Vec<RoundView>,
    verdict: String,
    next: NextView,
    office: String,
    candidates: String,
    seats: String,
    typed: Vec<(&'static str, &'static str, String)>,
    errors: Vec<String>,
    asset: &'static str,
}

/// The page of an election.
pub(super) async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let item = evening.item(cx.query("top").parse().map_err(|_| Problem::NotFound)?)?;
    draw(&cx, &evening, item, None)
}

/// The election of an item that still goes on, or the last one.
fn current<'a>(evening: &'a Evening, item: &AgendaItem) -> Option<(&'a Vote, Election)> {
    let mine = |vote: &&Vote| {
        vote.item_id == Some(item.head.id) && vote.kind == VoteKind::Election && vote.annulled_on.is_none()
    };
    let vote = evening.votes.iter().rfind(mine)?;
    Some((vote, Election::of(vote)?))
}

fn state(rule: &ElectionRule, election: &Election) -> Result<ElectionState, ElectionFault> {
    elect(rule, &election.candidates, election.seats, &election.rounds)
}

fn draw(cx: &Cx, evening: &Evening, item: &AgendaItem, error: Option<String>) -> Result<Response, Problem> {
    let rule = &evening.rules.election_majority;
    let now = evening.now(cx);
    let found = current(evening, item);
    let form = cx.submission();
    let faulty = error.is_some();
    let of = |name: &str, stored: String| if faulty { form.get(name).to_owned() } else { stored };
    let next = next_view(cx, rule, found.as_ref())?;
    let typed = ["ballots", "invalid", "empty", "no"].into_iter().filter(|name| *name != "no" || next.takes_no);
    let body = ElectionPage {
        title: super::title(&evening.meeting),
        heading: cx.tv("election-title", [("title", item.title.as_str().into())]),
        base: address(evening.meeting.head.id),
        back: item_address(evening.meeting.head.id, item.head.id),
        item: item.head.id,
        vote: found.as_ref().map(|(vote, _)| vote.head.id.to_string()).unwrap_or_default(),
        bar: bar(cx, evening, item, now),
        rule: rule_words(&Say::here(cx), rule),
        present: cx.tv("election-present", [("count", evening.present(now).len().into())]),
        rounds: found.as_ref().map(|(_, election)| round_views(cx, election)).unwrap_or_default(),
        verdict: found.as_ref().map(|(vote, _)| vote.verdict.clone()).unwrap_or_default(),
        office: of("office", item.title.clone()),
        candidates: of("candidates", String::new()),
        seats: of("seats", "1".to_owned()),
        typed: typed.map(|name| (name, label_key(name), of(name, String::new()))).collect(),
        next,
        errors: error.into_iter().collect(),
        asset: assets::prefix(),
        cx,
    };
    page::alone(cx, &body.heading, SCRIPT, faulty, &body)
}

fn label_key(name: &str) -> &'static str {
    match name {
        "ballots" => "election-ballots",
        "invalid" => "election-invalid",
        "empty" => "election-empty",
        _ => "election-no",
    }
}

fn bar(cx: &Cx, evening: &Evening, item: &AgendaItem, at: Moment) -> Option<String> {
    bars(cx, evening, item, VoteKind::Election).or_else(|| match evening.quorum(at, &[]) {
        Ok(quorum) => (!quorum.reached).then(|| verdict::no_quorum(cx, evening, &quorum)),
        Err(fault) => Some(fault.to_string()),
    })
}

fn rule_words(say: &Say<'_>, rule: &ElectionRule) -> String {
    let key = match rule.method {
        ElectionMethod::Absolute => "election-rule-absolute",
        ElectionMethod::Plurality => "election-rule-plurality",
    };
    say.tv(key, [("paragraph", rule.paragraph.as_str().into())])
}

fn next_view(cx: &Cx, rule: &ElectionRule, found: Option<&(&Vote, Election)>) -> Result<NextView, Problem> {
    let plain = |what, title| NextView { what, title, names: Vec::new(), takes_no: false };
    let Some((vote, election)) = found else { return Ok(plain("anlegen", cx.t("election-begin"))) };
    let fields = |names: Vec<String>, before: &str| -> Vec<(String, String)> {
        names.into_iter().enumerate().map(|(place, name)| (format!("{before}{place}"), name)).collect()
    };
    Ok(match state(rule, election).map_err(|fault| Problem::Refused(fault.to_string()))? {
        ElectionState::Next { kind, candidates, .. } => {
            let number = [("number", (election.rounds.len() + 1).into())];
            NextView {
                what: "wahlgang",
                title: cx.tv(&format!("election-round-{}", kind.word().replace('_', "-")), number),
                names: fields(candidates, VOTES),
                takes_no: true,
            }
        }
        ElectionState::LotNeeded { purpose, among, places, .. } => {
            let key = match purpose {
                LotPurpose::Seat => "election-lot-seat",
                LotPurpose::RunOffPlace => "election-lot-run-off",
            };
            NextView {
                what: "los",
                title: cx.tv(key, [("count", i64::from(places).into())]),
                names: fields(among, PICK),
                takes_no: false,
            }
        }
        ElectionState::Finished { elected, .. } if vote.outcome == VoteOutcome::Open => NextView {
            what: "annahme",
            title: cx.t("election-accept"),
            names: fields(elected.into_iter().map(|one| one.candidate).collect(), PICK),
            takes_no: false,
        },
        ElectionState::Finished { .. } => plain("", String::new()),
    })
}

fn round_views(cx: &Cx, election: &Election) -> Vec<RoundView> {
    let view = |(number, round): (usize, &Round)| {
        let count = |key: &str, votes: Votes| format!("{}: {votes}", cx.t(key));
        let mut lines: Vec<String> =
            round.votes.iter().map(|entry| format!("{}: {}", entry.candidate, entry.votes)).collect();
        lines.push(count("election-ballots", round.ballots));
        let rest = [("election-invalid", round.invalid), ("election-empty", round.empty), ("election-no", round.no)];
        lines.extend(rest.into_iter().filter(|(_, votes)| !votes.is_zero()).map(|(key, votes)| count(key, votes)));
        if !round.lot.is_empty() {
            lines.push(cx.tv("election-drawn", [("names", round.lot.join(", ").into())]));
        }
        RoundView { title: cx.tv("election-round-first", [("number", number.into())]), lines }
    };
    (1..).zip(&election.rounds).map(view).collect()
}

/// Takes what was entered: the candidates, a round, a lot, who accepts, or that the last round is taken back.
pub(super) async fn take(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let item = evening.item_of_form(&cx)?;
    let at = evening.at(&cx).map_err(Problem::Refused)?;
    let what = cx.submission().get("was").to_owned();
    let page = format!("{}/wahl?top={}", address(id), item.head.id);
    if let Some(sentence) = bar(&cx, &evening, item, at) {
        return draw(&cx, &evening, item, Some(sentence));
    }
    if what == "anlegen" {
        return match begin(&cx, &evening, item, at) {
            Err(sentence) => draw(&cx, &evening, item, Some(sentence)),
            Ok(mut vote) => {
                tx.insert(&mut vote).await?;
                cx.done(tx, &page, None).await
            }
        };
    }
    let Some((vote, election)) = current(&evening, item).filter(|(vote, _)| vote.outcome == VoteOutcome::Open) else {
        return Err(Problem::Refused(cx.t("election-none")));
    };
    let changed = match what.as_str() {
        "wahlgang" => count(&cx, &evening, election, at),
        "los" => lot(&cx, &evening, election),
        "zurueck" => Ok(Election { rounds: without_last(election.rounds.clone()), ..election }),
        _ => accept(&cx, &evening, election),
    };
    match changed {
        Err(sentence) => draw(&cx, &evening, item, Some(sentence)),
        Ok(election) => {
            let vote = vote.clone();
            store(&cx, &mut tx, &evening, item, vote, &election, at, what == "annahme").await?;
            cx.done(tx, &page, None).await
        }
    }
}

fn without_last(mut rounds: Vec<Round>) -> Vec<Round> {
    rounds.pop();
    rounds
}

fn begin(cx: &Cx, evening: &Evening, item: &AgendaItem, at: Moment) -> Result<Vote, String> {
    if current(evening, item).is_some_and(|(vote, _)| vote.outcome == VoteOutcome::Open) {
        return Err(cx.t("election-goes-on"));
    }
    let form = cx.submission();
    let candidates: Vec<String> = form
        .get("candidates")
        .lines()
        .map(|line| line.trim().chars().filter(|c| !c.is_control()).take(200).collect::<String>())
        .filter(|line| !line.is_empty())
        .collect();
    if candidates.len() > MOST_CANDIDATES {
        return Err(cx.tv("election-many", [("most", MOST_CANDIDATES.into())]));
    }
    let seats = form.get("seats").parse().map_err(|_| cx.t("election-seats-missing"))?;
    let office: String = form.get("office").chars().filter(|c| !c.is_control()).take(300).collect();
    let election = Election { office, candidates, seats, ..Election::default() };
    let rule = &evening.rules.election_majority;
    state(rule, &election).map_err(|fault| fault.to_string())?;
    let quorum = evening.quorum(at, &[]).map_err(|fault| fault.to_string())?;
    let german = Say::german(cx);
    Ok(Vote {
        kind: VoteKind::Election,
        majority: MajorityKind::Election,
        ballots: if rule.secret { Ballots::Secret } else { Ballots::Open },
        wording: election.office.clone(),
        heads: i64::try_from(evening.present(at).len()).unwrap_or(i64::MAX),
        outcome: VoteOutcome::Open,
        verdict: german.t("election-open"),
        basis: rule_words(&german, rule),
        quorum: verdict::quorum_sentence(&german, evening, at, &quorum),
        election: json(&election),
        ..blank(evening, item, at)
    })
}

fn json(election: &Election) -> String {
    serde_json::to_string(election).unwrap_or_default()
}

fn votes(cx: &Cx, name: &str) -> Result<Votes, String> {
    let text = cx.submission().get(name);
    if text.is_empty() { Ok(Votes::ZERO) } else { Votes::parse(text).map_err(|fault| fault.to_string()) }
}

/// One more round.
fn count(cx: &Cx, evening: &Evening, mut election: Election, at: Moment) -> Result<Election, String> {
    let rule = &evening.rules.election_majority;
    let ElectionState::Next { candidates, .. } = state(rule, &election).map_err(|fault| fault.to_string())? else {
        return Err(cx.t("election-no-round"));
    };
    let mut given = Vec::new();
    for (place, candidate) in candidates.into_iter().enumerate() {
        given.push(CandidateVotes { candidate, votes: votes(cx, &format!("{VOTES}{place}"))? });
    }
    let round = Round {
        ballots: votes(cx, "ballots")?,
        invalid: votes(cx, "invalid")?,
        empty: votes(cx, "empty")?,
        no: votes(cx, "no")?,
        votes: given,
        lot: Vec::new(),
    };
    let present = evening.weights(&evening.present(at)).map_err(|fault| fault.to_string())?;
    let numbers = [("ballots", round.ballots.to_string().into()), ("present", present.to_string().into())];
    if round.ballots > present {
        return Err(cx.tv("election-too-many", numbers));
    }
    if round.ballots.is_zero() {
        return Err(cx.tv("election-no-ballots", numbers));
    }
    election.rounds.push(round);
    state(rule, &election).map_err(|fault| fault.to_string())?;
    Ok(election)
}

/// The names that are ticked, of those that the page showed.
fn picked(cx: &Cx, names: &[String]) -> Vec<String> {
    let ticked = |(place, _): &(usize, &String)| cx.submission().ticked(&format!("{PICK}{place}"));
    names.iter().enumerate().filter(ticked).map(|(_, name)| name.clone()).collect()
}

fn lot(cx: &Cx, evening: &Evening, mut election: Election) -> Result<Election, String> {
    let rule = &evening.rules.election_majority;
    let ElectionState::LotNeeded { among, .. } = state(rule, &election).map_err(|fault| fault.to_string())? else {
        return Err(cx.t("election-no-lot"));
    };
    let drawn = picked(cx, &among);
    if let Some(last) = election.rounds.last_mut() {
        last.lot = drawn;
    }
    match state(rule, &election) {
        Ok(ElectionState::LotNeeded { .. }) => Err(cx.t("election-lot-missing")),
        Ok(_) => Ok(election),
        Err(fault) => Err(fault.to_string()),
    }
}

fn accept(cx: &Cx, evening: &Evening, mut election: Election) -> Result<Election, String> {
    let rule = &evening.rules.election_majority;
    let ElectionState::Finished { elected, .. } = state(rule, &election).map_err(|fault| fault.to_string())? else {
        return Err(cx.t("election-not-finished"));
    };
    let names: Vec<String> = elected.into_iter().map(|one| one.candidate).collect();
    election.accepted = picked(cx, &names);
    election.declined = names.into_iter().filter(|name| !election.accepted.contains(name)).collect();
    Ok(election)
}

#[allow(clippy::too_many_arguments)] // One place stores all that an election can change.
async fn store(
    cx: &Cx,
    tx: &mut Tx,
    evening: &Evening,
    item: &AgendaItem,
    mut vote: Vote,
    election: &Election,
    at: Moment,
    accepted: bool,
) -> Result<(), Problem> {
    let german = Say::german(cx);
    vote.election = json(election);
    if let Some(last) = election.rounds.last() {
        vote.present = last.ballots.thousandths();
        vote.invalid = last.invalid.thousandths();
    }
    vote.cast_at = at;
    if let Ok(ElectionState::Finished { elected, .. }) = state(&evening.rules.election_majority, election) {
        vote.verdict = result_words(&german, election, &elected, accepted);
        if accepted {
            let settled = if election.accepted.is_empty() { VoteOutcome::Rejected } else { VoteOutcome::Adopted };
            vote.outcome = settled;
        }
    } else {
        vote.verdict = german.t("election-open");
    }
    tx.update(&mut vote).await?;
    if accepted {
        settle_item(tx, item, &vote, at).await?;
    }
    Ok(())
}

/// "Gewählt: Georg Hellbach (9 Stimmen, 1. Wahlgang)"
fn result_words(say: &Say<'_>, election: &Election, elected: &[Elected], accepted: bool) -> String {
    let one = |one: &Elected| {
        let key = if one.by_lot { "election-one-lot" } else { "election-one" };
        let values = [
            ("name", one.candidate.as_str().into()),
            ("votes", one.votes.to_string().into()),
            ("round", i64::from(one.round).into()),
        ];
        say.tv(key, values)
    };
    let (taken, declined): (Vec<&Elected>, Vec<&Elected>) =
        elected.iter().partition(|one| !election.declined.contains(&one.candidate));
    let names = |all: &[&Elected]| all.iter().map(|elected| one(elected)).collect::<Vec<_>>().join(", ");
    let mut words = Vec::new();
    if !taken.is_empty() {
        let key = if accepted { "election-accepted" } else { "election-elected" };
        words.push(say.tv(key, [("names", names(&taken).into())]));
    }
    if !declined.is_empty() {
        words.push(say.tv("election-declined", [("names", names(&declined).into())]));
    }
    if words.is_empty() { say.t("election-nobody") } else { words.join(". ") }
}

/// Whether an election is offered on the page of an item.
pub(super) fn is_offered(item: &AgendaItem) -> bool {
    matches!(item.purpose, Purpose::Election | Purpose::None | Purpose::Decision | Purpose::Formality)
}
