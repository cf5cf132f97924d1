//! The sentences about a vote: verdict, base, quorum. Documents are German, so what is stored is; the screen shows them in
//! the person's language.

use allmende_meeting_rules::{
    Bound, MajorityBase, MajorityRule, Outcome, QuorumKind, QuorumReason, QuorumUnit, QuorumVerdict, Threshold,
    Verdict, decide,
};
use allmende_store::Moment;
use allmende_web::Cx;
use allmende_web::texts::{Language, TextValue};
use allmende_web::view::Tone;

use super::ballots::Cast;
use super::evening::Evening;
use crate::model::vote::VoteOutcome;

/// Says things in one language.
pub(super) struct Say<'a> {
    cx: &'a Cx,
    language: Language,
}

impl<'a> Say<'a> {
    /// For the screen.
    pub(super) fn here(cx: &'a Cx) -> Self {
        Self { cx, language: cx.language() }
    }

    /// For the record.
    pub(super) fn german(cx: &'a Cx) -> Self {
        Self { cx, language: Language::German }
    }

    pub(super) fn t(&self, key: &str) -> String {
        self.cx.app().texts.get(self.language, key)
    }

    pub(super) fn tv(&self, key: &str, values: impl AsRef<[(&'static str, TextValue)]>) -> String {
        self.cx.app().texts.with(self.language, key, values.as_ref())
    }
}

/// What came of a vote.
pub(super) struct Judged {
    pub(super) outcome: VoteOutcome,
    pub(super) verdict: String,
    pub(super) basis: String,
}

impl Judged {
    pub(super) fn tone(&self) -> Tone {
        tone(self.outcome)
    }
}

/// The tone of an outcome.
pub(super) fn tone(outcome: VoteOutcome) -> Tone {
    match outcome {
        VoteOutcome::Adopted => Tone::Ok,
        VoteOutcome::Rejected => Tone::Bad,
        VoteOutcome::Noted => Tone::Neutral,
        VoteOutcome::Open => Tone::Warn,
    }
}

/// Judges a count that adds up.
pub(super) fn judge(say: &Say<'_>, evening: &Evening, cast: &Cast<'_>) -> Result<Judged, String> {
    let rule = evening.majority(cast.majority);
    let verdict = decide(rule, &cast.count).map_err(|fault| fault.to_string())?;
    let outcome = match verdict.outcome {
        Outcome::Adopted => VoteOutcome::Adopted,
        Outcome::Rejected => VoteOutcome::Rejected,
        Outcome::TieForChair => VoteOutcome::Open,
    };
    Ok(Judged {
        outcome,
        verdict: verdict_words(say, cast, &verdict),
        basis: basis(say, evening, cast, rule, &verdict),
    })
}

fn verdict_words(say: &Say<'_>, cast: &Cast<'_>, verdict: &Verdict) -> String {
    let count = &cast.count;
    let values = [
        ("yes", verdict.yes.to_string().into()),
        ("no", verdict.no.to_string().into()),
        ("abstain", count.abstain.to_string().into()),
        ("needed", bound(say, verdict.needed).into()),
    ];
    let tie = verdict.yes == verdict.no && !verdict.yes.is_zero();
    let key = match verdict.outcome {
        Outcome::Adopted if verdict.unanimous && count.abstain.is_zero() => "verdict-unanimous",
        Outcome::Adopted if verdict.unanimous => "verdict-unanimous-abstain",
        Outcome::Adopted => "verdict-adopted",
        Outcome::TieForChair => "verdict-chair",
        Outcome::Rejected if tie => "verdict-tie",
        Outcome::Rejected if verdict.yes > verdict.no => "verdict-too-few",
        Outcome::Rejected => "verdict-rejected",
    };
    say.tv(key, values)
}

/// "Mehr Ja als Nein …, Enthaltungen zählen nicht (§ 10 Abs. 3 der Satzung). 11 + 1 + 1 = 13 Anwesende."
fn basis(say: &Say<'_>, evening: &Evening, cast: &Cast<'_>, rule: &MajorityRule, verdict: &Verdict) -> String {
    let base = match verdict.base_kind {
        MajorityBase::Cast => "verdict-base-cast",
        MajorityBase::Present => "verdict-base-present",
        MajorityBase::Members => "verdict-base-members",
    };
    let (num, den) = match rule.threshold {
        Threshold::AtLeast { num, den } => (num, den),
        Threshold::MoreYesThanNo | Threshold::MoreThanHalf | Threshold::Unanimous => (1, 1),
    };
    let values = [
        ("base", say.t(base).into()),
        ("share", format!("{num}/{den}").into()),
        ("needed", bound(say, verdict.needed).into()),
        ("of", verdict.base.to_string().into()),
        ("paragraph", rule.paragraph.as_str().into()),
    ];
    let rule_words = say.tv(&format!("majority-{}", rule.threshold.kind().word().replace('_', "-")), values);
    let count = &cast.count;
    let parts = [count.yes, count.no, count.abstain, count.invalid];
    let shown: Vec<String> = parts.iter().filter(|votes| !votes.is_zero()).map(ToString::to_string).collect();
    let sum = [("sum", shown.join(" + ").into()), ("present", cast.entitled.to_string().into())];
    let key = match (shown.len() > 1, evening.rules.weighted) {
        (true, false) => "majority-sum",
        (true, true) => "majority-sum-weighted",
        (false, false) => "majority-sum-one",
        (false, true) => "majority-sum-one-weighted",
    };
    let mut sentences = vec![rule_words, say.tv(key, sum)];
    if !cast.concerned.is_empty() {
        let names: Vec<&str> = cast.concerned.iter().map(|one| one.name.as_str()).collect();
        sentences.push(say.tv("verdict-concerned", [("names", names.join(", ").into())]));
    }
    if !evening.rules.binding {
        sentences.push(say.t("majority-recommends"));
    }
    sentences.join(" ")
}

/// "8" or "mehr als 7,25".
pub(super) fn bound(say: &Say<'_>, bound: Bound) -> String {
    match bound {
        Bound::AtLeast(votes) => votes.to_string(),
        Bound::MoreThan(votes) => say.tv("bound-more-than", [("votes", votes.to_string().into())]),
    }
}

/// "beschlussfähig (nötig: 8)"
pub(super) fn quorum_words(say: &Say<'_>, evening: &Evening, verdict: &QuorumVerdict) -> String {
    let second = verdict.reasons.contains(&QuorumReason::SecondCall);
    let key = match (verdict.reached, second) {
        (true, true) => "quorum-second-call",
        (true, false) if evening.rules.quorum.kind == QuorumKind::None => "quorum-none-needed",
        (true, false) if verdict.unit == QuorumUnit::Votes => "quorum-reached-votes",
        (true, false) => "quorum-reached",
        (false, _) if verdict.reasons.contains(&QuorumReason::NotAllSummoned) => "quorum-not-summoned",
        (false, _) if verdict.unit == QuorumUnit::Votes => "quorum-missed-votes",
        (false, _) => "quorum-missed",
    };
    let values = [
        ("needed", bound(say, verdict.needed).into()),
        ("present", verdict.present.to_string().into()),
        ("base", verdict.base.to_string().into()),
    ];
    say.tv(key, values)
}

/// "13 von 14 anwesend, beschlussfähig (nötig: 8), § 9 Abs. 2 der Satzung": what is kept with a vote.
pub(super) fn quorum_sentence(say: &Say<'_>, evening: &Evening, at: Moment, verdict: &QuorumVerdict) -> String {
    let values = [
        ("present", evening.present(at).len().into()),
        ("members", evening.voters().count().into()),
        ("words", quorum_words(say, evening, verdict).into()),
        ("paragraph", verdict.paragraph.as_str().into()),
    ];
    say.tv("quorum-sentence", values)
}

/// Why a body that lacks the quorum cannot decide, and what to do.
pub(super) fn no_quorum(cx: &Cx, evening: &Evening, verdict: &QuorumVerdict) -> String {
    let say = Say::here(cx);
    let values = [
        ("words", quorum_words(&say, evening, verdict).into()),
        ("paragraph", verdict.paragraph.as_str().into()),
        ("second", evening.rules.quorum.second_call.paragraph.as_str().into()),
    ];
    let key = if verdict.reasons.contains(&QuorumReason::NotAllSummoned) {
        "hold-not-summoned"
    } else if evening.rules.quorum.second_call.allowed {
        "hold-no-quorum-second"
    } else {
        "hold-no-quorum"
    };
    cx.tv(key, values)
}
