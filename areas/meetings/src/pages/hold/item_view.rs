//! The item in the middle of the page: what is proposed, the vote, what was decided, notes.

use allmende_documents::markdown::{self, Headings};
use allmende_meeting_rules::{Abstention, Votes};
use allmende_store::{Id, Moment};
use allmende_web::Cx;
use allmende_web::view::{Badge, Tone};

use super::ballots::{CHOICE, Cast};
use super::evening::{Evening, clock};
use super::verdict::{self, Say};
use super::view::{Faults, votes_words};
use super::vote::{CHOICES, bars};
use crate::model::vote::{BallotChoice, Ballots, MajorityKind, Vote, VoteKind, VoteOutcome};
use crate::model::{AgendaItem, ItemState};

/// Somebody who votes.
pub(super) struct VoterView {
    pub(super) id: Id,
    pub(super) name: String,
    /// "1,5 Stimmen", if votes are weighed.
    pub(super) votes: String,
    /// The weight as the script counts it, in thousandths.
    pub(super) weight: i64,
    pub(super) here: bool,
    pub(super) choice: &'static str,
}

/// A word with what it is called.
pub(super) struct Option_ {
    pub(super) value: &'static str,
    pub(super) label: String,
    pub(super) taken: bool,
}

/// The form of a vote.
pub(super) struct BallotView {
    pub(super) all: String,
    pub(super) voters: Vec<VoterView>,
    pub(super) choices: Vec<(&'static str, String)>,
    /// Word, label and number of each tile.
    pub(super) tiles: Vec<(&'static str, String, String)>,
    pub(super) tone: Tone,
    pub(super) verdict: String,
    pub(super) basis: String,
    pub(super) wording: String,
    pub(super) typed: [String; 4],
    pub(super) kinds: Vec<Option_>,
    pub(super) ballots: Vec<Option_>,
    pub(super) majorities: Vec<Option_>,
    /// Something but the usual is chosen: the details stand open.
    pub(super) unusual: bool,
}

/// A vote that was stored.
pub(super) struct VoteView {
    pub(super) id: Id,
    pub(super) tone: Tone,
    pub(super) verdict: String,
    pub(super) number: String,
    pub(super) when: String,
    pub(super) wording: String,
    pub(super) basis: String,
    pub(super) quorum: String,
    pub(super) counts: String,
    pub(super) annulled: Option<String>,
    pub(super) tie: bool,
}

/// The item.
pub(super) struct ItemView {
    pub(super) id: Id,
    pub(super) title: String,
    pub(super) eyebrow: String,
    pub(super) private: bool,
    pub(super) state: Option<Badge>,
    pub(super) presenter: String,
    pub(super) background: String,
    pub(super) proposal: String,
    pub(super) discussion: String,
    pub(super) base: String,
    pub(super) theirs: Option<String>,
    pub(super) ballot: Option<BallotView>,
    pub(super) bar: Option<String>,
    pub(super) votes: Vec<VoteView>,
    pub(super) open: bool,
    pub(super) running: bool,
    pub(super) election: bool,
}

pub(super) fn view(
    cx: &Cx,
    evening: &Evening,
    item: &AgendaItem,
    number: &str,
    at: Moment,
    faults: &Faults,
) -> ItemView {
    let writes = !evening.is_closed();
    let votes: Vec<VoteView> = evening
        .votes
        .iter()
        .filter(|vote| vote.item_id == Some(item.head.id))
        .map(|vote| vote_view(cx, evening, vote))
        .collect();
    let bar = if writes { bar(cx, evening, item, at) } else { None };
    let typed_notes = faults.theirs.is_some();
    ItemView {
        id: item.head.id,
        title: item.title.clone(),
        eyebrow: eyebrow(cx, item, number),
        private: !item.public,
        state: state_badge(cx, item),
        presenter: item.presenter.clone(),
        background: prose(&item.background),
        proposal: item.proposal.clone(),
        discussion: if typed_notes { cx.submission().get("discussion").to_owned() } else { item.discussion.clone() },
        base: item.discussion.clone(),
        theirs: faults.theirs.clone(),
        ballot: (writes && bar.is_none()).then(|| ballot(cx, evening, item, at, faults)),
        bar,
        votes,
        open: writes && item.state == ItemState::Open,
        running: item.began_at.is_some() && item.ended_at.is_none(),
        election: writes && super::election::is_offered(item),
    }
}

fn prose(text: &str) -> String {
    if text.is_empty() { String::new() } else { markdown::html(text, Headings::Strong) }
}

/// Why nobody can vote now.
fn bar(cx: &Cx, evening: &Evening, item: &AgendaItem, at: Moment) -> Option<String> {
    bars(cx, evening, item, VoteKind::Resolution).or_else(|| match evening.quorum(at, &[]) {
        Ok(verdict) => (!verdict.reached).then(|| verdict::no_quorum(cx, evening, &verdict)),
        Err(fault) => Some(fault.to_string()),
    })
}

fn state_badge(cx: &Cx, item: &AgendaItem) -> Option<Badge> {
    let word = || cx.t(&format!("item-state-{}", item.state.word()));
    match item.state {
        ItemState::Open => None,
        ItemState::Done => Some(Badge::new(Tone::Ok, "check", word())),
        ItemState::Postponed => Some(Badge::new(Tone::Warn, "pause-square", word())),
        ItemState::Withdrawn => Some(Badge::new(Tone::Bad, "minus-ring", word())),
    }
}

/// "TOP Ö 4 · seit 18:31 Uhr, vorgesehen 20 min"
fn eyebrow(cx: &Cx, item: &AgendaItem, number: &str) -> String {
    let began = item.began_at.map(clock).unwrap_or_default();
    let ended = item.ended_at.map(clock).unwrap_or_default();
    let key = match (item.began_at, item.ended_at) {
        (None, _) => "hold-eyebrow",
        (Some(_), None) => "hold-eyebrow-since",
        (Some(_), Some(_)) => "hold-eyebrow-from-to",
    };
    let values = [("number", number.into()), ("began", began.into()), ("ended", ended.into())];
    let words = cx.tv(key, values);
    if item.minutes > 0 {
        format!("{words}, {}", cx.tv("hold-planned", [("minutes", item.minutes.into())]))
    } else {
        words
    }
}

fn ballot(cx: &Cx, evening: &Evening, item: &AgendaItem, at: Moment, faults: &Faults) -> BallotView {
    let form = cx.submission();
    // A vote that was refused comes back as it was typed.
    let typed = faults.vote.is_some();
    let of = |name: &str| if typed { form.get(name).to_owned() } else { String::new() };
    let rule = evening.majority(MajorityKind::from_word(&of("majority")).unwrap_or(MajorityKind::Ordinary));
    let cast = if typed { Cast::read(cx, evening, at).ok() } else { Cast::unopposed(evening, at).ok() };
    let judged = cast.as_ref().map(|cast| verdict::judge(&Say::here(cx), evening, cast));
    let (tone, verdict, basis) = match (&faults.vote, judged) {
        (Some(sentence), _) => (Tone::Bad, sentence.clone(), String::new()),
        (None, Some(Ok(judged))) => (judged.tone(), judged.verdict, judged.basis),
        (None, Some(Err(sentence))) => (Tone::Bad, sentence, String::new()),
        (None, None) => (Tone::Neutral, String::new(), String::new()),
    };
    let kinds = [VoteKind::Resolution, VoteKind::Procedure].map(crate::model::vote::VoteKind::word);
    let majorities = [MajorityKind::Ordinary, MajorityKind::Statutes, MajorityKind::Purpose]
        .map(crate::model::vote::MajorityKind::word);
    let ballots = [Ballots::Open, Ballots::Named, Ballots::Secret].map(crate::model::vote::Ballots::word);
    let options = |name: &str, words: [&'static str; 3]| -> Vec<Option_> { options(cx, name, &words, &of(name)) };
    BallotView {
        all: cx.tv("hold-all-but", [("count", evening.present(at).len().into())]),
        voters: evening.voters().map(|one| voter(cx, evening, one, at, typed)).collect(),
        choices: CHOICES
            .into_iter()
            .filter(|choice| *choice != BallotChoice::Abstain || rule.abstention == Abstention::Allowed)
            .map(|choice| (choice.word(), cx.t(&format!("ballot-{}", choice.word()))))
            .collect(),
        tiles: tiles(cx, cast.as_ref()),
        tone,
        verdict,
        basis,
        wording: if typed { of("wording") } else { item.proposal.clone() },
        typed: ["yes", "no", "abstain", "invalid"].map(of),
        kinds: self::options(cx, "kind", &kinds, &of("kind")),
        ballots: options("ballots", ballots),
        majorities: options("majority", majorities),
        unusual: typed,
    }
}

fn options(cx: &Cx, name: &str, words: &[&'static str], taken: &str) -> Vec<Option_> {
    let option = |word: &&'static str| Option_ {
        value: word,
        label: cx.t(&format!("vote-{name}-{word}")),
        taken: *word == taken,
    };
    words.iter().map(option).collect()
}

fn voter(
    cx: &Cx,
    evening: &Evening,
    one: &crate::model::participant::Participant,
    at: Moment,
    typed: bool,
) -> VoterView {
    let sent = cx.submission().get(&format!("{CHOICE}{}", one.head.id));
    let chosen = BallotChoice::from_word(sent).filter(|_| typed).unwrap_or(BallotChoice::Yes);
    let weight = evening.weight(one).unwrap_or_default();
    VoterView {
        id: one.head.id,
        name: one.name.clone(),
        votes: if evening.rules.weighted { votes_words(weight.thousandths()) } else { String::new() },
        weight: weight.thousandths(),
        here: evening.stretch(one.head.id, at).is_some(),
        choice: chosen.word(),
    }
}

fn tiles(cx: &Cx, cast: Option<&Cast<'_>>) -> Vec<(&'static str, String, String)> {
    let count = cast.map(|cast| cast.count).unwrap_or_default();
    let tile = |word: &'static str, votes: Votes| (word, cx.t(&format!("tile-{word}")), votes.to_string());
    vec![
        tile("yes", count.yes),
        tile("no", count.no),
        tile("abstain", count.abstain),
        tile("concerned", count.concerned),
    ]
}

fn vote_view(cx: &Cx, evening: &Evening, vote: &Vote) -> VoteView {
    let counts = [vote.yes, vote.no, vote.abstain, vote.invalid].map(votes_words);
    let [yes, no, abstain, invalid] = counts;
    let values = [("yes", yes.into()), ("no", no.into()), ("abstain", abstain.into()), ("invalid", invalid.into())];
    let annulled = vote.annulled_on.map(|day| {
        cx.tv("hold-annulled", [("day", cx.day(day).into()), ("reason", vote.annulled_reason.as_str().into())])
    });
    VoteView {
        id: vote.head.id,
        tone: if annulled.is_some() { Tone::Neutral } else { verdict::tone(vote.outcome) },
        verdict: vote.verdict.clone(),
        number: vote.number_words().map_or_else(
            || match vote.outcome {
                VoteOutcome::Noted => cx.t("vote-kind-noted"),
                _ => cx.t(&format!("vote-kind-{}", vote.kind.word())),
            },
            |number| cx.tv("hold-number", [("number", number.into())]),
        ),
        when: clock(vote.cast_at),
        wording: vote.wording.clone(),
        basis: vote.basis.clone(),
        quorum: vote.quorum.clone(),
        counts: if vote.outcome == VoteOutcome::Noted || vote.kind == VoteKind::Election {
            String::new()
        } else {
            cx.tv("hold-counts", values)
        },
        tie: !evening.is_closed()
            && vote.outcome == VoteOutcome::Open
            && vote.kind != VoteKind::Election
            && annulled.is_none(),
        annulled,
    }
}
