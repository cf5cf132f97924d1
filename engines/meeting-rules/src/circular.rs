//! Resolutions without a meeting (Umlaufbeschluss).

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use crate::majority::{BallotFault, Count, MajorityRule, Outcome, decide};
use crate::rule_set::Form;
use crate::votes::{Votes, VotesFault};
use crate::words::word_enum;

word_enum! {
    /// What adopts a motion in a circular.
    pub enum CircularKind {
        /// Every member says yes (§ 32 (3) BGB).
        AllConsent = "all_consent",
        /// A majority, measured by [`CircularRule::majority`], if the statutes say so (§ 40 BGB).
        Majority = "majority",
    }
}

word_enum! {
    /// What silence until the deadline means. It never is a yes: consent must be declared.
    pub enum Silence {
        /// The circular fails.
        Fails = "fails",
        /// An abstention.
        Abstains = "abstains",
        /// Like absence from a meeting: it stays in the base "members".
        Absent = "absent",
    }
}

/// When a motion may be adopted without a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CircularRule {
    /// Whether it may at all.
    pub allowed: bool,
    /// What adopts.
    pub kind: CircularKind,
    /// The majority, for [`CircularKind::Majority`].
    pub majority: MajorityRule,
    /// What silence means, for [`CircularKind::Majority`]; with [`CircularKind::AllConsent`] it always fails.
    pub silence: Silence,
    /// The form of an answer.
    pub form: Form,
    /// Calendar days for answers, the day of sending not counted; 0 for no deadline.
    pub deadline_days: u32,
    /// The paragraph, in German.
    pub paragraph: String,
}

/// The form of consent in an association's circular, and its paragraph, on a day: written until
/// 31.12.2024, text form since 1.1.2025 (BEG IV, BGBl. 2024 I Nr. 323). The rule stood in
/// § 32 (2) BGB until 20.3.2023 and stands in § 32 (3) since (BGBl. 2023 I Nr. 72).
pub fn association_consent(day: Date) -> (Form, &'static str) {
    if day >= date(2025, 1, 1) {
        (Form::Text, "§ 32 Abs. 3 BGB")
    } else if day >= date(2023, 3, 21) {
        (Form::Written, "§ 32 Abs. 3 BGB a. F.")
    } else {
        (Form::Written, "§ 32 Abs. 2 BGB a. F.")
    }
}

/// Answers so far; votes of the whole body are `members`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// Votes of all members entitled in this matter.
    pub members: Votes,
    /// Consent in the form that the rule asks for.
    pub yes: Votes,
    /// Refusal.
    pub no: Votes,
    /// Declared abstention.
    pub abstain: Votes,
    /// Answers in another form than asked for; they count as none.
    pub wrong_form: Votes,
}

word_enum! {
    /// Why a circular failed.
    pub enum CircularFailure {
        /// The rules know no circular.
        NotAllowed = "not_allowed",
        /// Somebody refused, and all must consent.
        Refused = "refused",
        /// Somebody abstained, and all must consent.
        Abstained = "abstained",
        /// Somebody was silent until the deadline.
        Silent = "silent",
        /// All who are missing answered, but not in the form asked for.
        WrongForm = "wrong_form",
        /// The majority was missed.
        Majority = "majority",
    }
}

/// How a circular stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CircularVerdict {
    /// Answers are missing.
    Open {
        /// Votes without a valid answer.
        missing: Votes,
    },
    /// Adopted.
    Adopted,
    /// Failed.
    Failed {
        /// Why.
        why: CircularFailure,
    },
}

/// Answers or rules that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CircularFault {
    /// More answers than members.
    #[error("{answered} Stimmen haben geantwortet, aber es gibt nur {members}.")]
    MoreAnswersThanMembers {
        /// Votes answered.
        answered: Votes,
        /// Votes of the body.
        members: Votes,
    },
    /// The body has no votes.
    #[error("Niemand ist stimmberechtigt.")]
    NoMembers,
    /// The majority cannot be judged.
    #[error(transparent)]
    Majority(BallotFault),
}

impl From<BallotFault> for CircularFault {
    fn from(fault: BallotFault) -> Self {
        Self::Majority(fault)
    }
}

impl From<VotesFault> for CircularFault {
    fn from(fault: VotesFault) -> Self {
        Self::Majority(BallotFault::Votes(fault))
    }
}

/// The last day for answers to a circular sent on `sent`; `None` without a deadline or beyond the calendar.
pub fn circular_deadline(rule: &CircularRule, sent: Date) -> Option<Date> {
    if rule.deadline_days == 0 {
        return None;
    }
    sent.checked_add(jiff::Span::new().try_days(rule.deadline_days).ok()?).ok()
}

/// Judges a circular on `today`. Answers on the last day are in time; after it silence is judged.
///
/// # Errors
/// [`CircularFault`] for answers or rules that cannot be.
pub fn judge_circular(
    rule: &CircularRule,
    answers: &Answers,
    deadline: Option<Date>,
    today: Date,
) -> Result<CircularVerdict, CircularFault> {
    let answered = Votes::sum([answers.yes, answers.no, answers.abstain])?;
    let heard = answered.checked_add(answers.wrong_form)?;
    if answers.members.is_zero() {
        return Err(CircularFault::NoMembers);
    }
    if heard > answers.members {
        return Err(CircularFault::MoreAnswersThanMembers { answered: heard, members: answers.members });
    }
    if !rule.allowed {
        return Ok(CircularVerdict::Failed { why: CircularFailure::NotAllowed });
    }
    let missing = answers.members.checked_sub(answered)?;
    let over = deadline.is_some_and(|last| today > last);
    match rule.kind {
        CircularKind::AllConsent => Ok(all_consent(answers, missing, over)),
        CircularKind::Majority => by_majority(rule, answers, missing, over),
    }
}

fn all_consent(answers: &Answers, missing: Votes, over: bool) -> CircularVerdict {
    if !answers.no.is_zero() {
        return CircularVerdict::Failed { why: CircularFailure::Refused };
    }
    if !answers.abstain.is_zero() {
        return CircularVerdict::Failed { why: CircularFailure::Abstained };
    }
    match (missing.is_zero(), over) {
        (true, _) => CircularVerdict::Adopted,
        (false, true) => CircularVerdict::Failed { why: silent(answers, missing) },
        (false, false) => CircularVerdict::Open { missing },
    }
}

fn silent(answers: &Answers, missing: Votes) -> CircularFailure {
    if missing == answers.wrong_form { CircularFailure::WrongForm } else { CircularFailure::Silent }
}

fn by_majority(
    rule: &CircularRule,
    answers: &Answers,
    missing: Votes,
    over: bool,
) -> Result<CircularVerdict, CircularFault> {
    // Members may change an answer until the deadline, so nothing is settled before all have answered.
    if !missing.is_zero() && !over {
        return Ok(CircularVerdict::Open { missing });
    }
    if !missing.is_zero() && rule.silence == Silence::Fails {
        return Ok(CircularVerdict::Failed { why: silent(answers, missing) });
    }
    let mut count = Count { yes: answers.yes, no: answers.no, abstain: answers.abstain, ..Count::default() };
    match rule.silence {
        Silence::Abstains => count.abstain = count.abstain.checked_add(missing)?,
        Silence::Absent | Silence::Fails => count.absent = missing,
    }
    Ok(match decide(&rule.majority, &count)?.outcome {
        Outcome::Adopted => CircularVerdict::Adopted,
        // No chair presides over a circular, so nobody breaks a tie.
        Outcome::Rejected | Outcome::TieForChair => CircularVerdict::Failed { why: CircularFailure::Majority },
    })
}
