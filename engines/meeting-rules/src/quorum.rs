//! Quorum: whether those present may decide.

use serde::{Deserialize, Serialize};

use crate::bound::Bound;
use crate::votes::{Votes, VotesFault};
use crate::words::word_enum;

word_enum! {
    /// What a quorum counts.
    pub enum QuorumKind {
        /// None asked for: an association without a clause, a working group. Somebody must be there.
        None = "none",
        /// More than half of the members (Art. 47 (2) GO).
        HeadsMajority = "heads_majority",
        /// Those present hold more than half of the votes (Art. 33 (1) KommZG).
        VotesMajority = "votes_majority",
        /// At least a share of the members, `numerator`/`denominator`.
        ShareOfMembers = "share_of_members",
        /// At least `minimum` members.
        MinimumHeads = "minimum_heads",
    }
}

word_enum! {
    /// What becomes of personally concerned members who are in the room.
    pub enum ConcernedRule {
        /// They count as present.
        Present = "present",
        /// They do not count as present, the base stays (Art. 47 (2) GO: "present *and entitled to vote*").
        NotPresent = "not_present",
        /// They leave both what is counted and the base.
        LeaveBase = "leave_base",
    }
}

word_enum! {
    /// What a quorum is counted in.
    pub enum QuorumUnit {
        /// Members.
        Heads = "heads",
        /// Votes, which statutes may weigh.
        Votes = "votes",
    }
}

/// The rule for a second call in the same matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondCall {
    /// A second meeting is quorate whatever the number.
    pub allowed: bool,
    /// At most this many days after the first (Art. 33 (1) KommZG: four weeks); `None` for no limit.
    pub within_days: Option<u32>,
    /// The second invitation must say that the number will not matter.
    pub must_say_so: bool,
    /// Does not help when the first meeting lacked the quorum because most members were personally
    /// concerned (Art. 33 (1) 3 KommZG).
    pub not_for_concern: bool,
    /// The paragraph, in German.
    pub paragraph: String,
}

/// When a body may decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuorumRule {
    /// What is counted.
    pub kind: QuorumKind,
    /// For [`QuorumKind::ShareOfMembers`].
    pub numerator: u32,
    /// For [`QuorumKind::ShareOfMembers`]; not 0.
    pub denominator: u32,
    /// For [`QuorumKind::MinimumHeads`].
    pub minimum: u32,
    /// All members must have been duly summoned.
    pub all_summoned: bool,
    /// What becomes of concerned members.
    pub concerned: ConcernedRule,
    /// What a second call changes.
    pub second_call: SecondCall,
    /// The paragraph, in German.
    pub paragraph: String,
}

/// Facts of a second call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondMeeting {
    /// Days from the first meeting, which was not quorate, to this one.
    pub days_since_first: u32,
    /// The second invitation said that the number will not matter.
    pub said_so: bool,
    /// The first meeting lacked the quorum because most members were personally concerned.
    pub first_failed_by_concern: bool,
}

/// Who is there. All numbers are of members entitled to vote in this body; `present_*` includes concerned members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Members.
    pub member_heads: u32,
    /// Their votes.
    pub member_votes: Votes,
    /// Members in the room or represented.
    pub present_heads: u32,
    /// Their votes.
    pub present_votes: Votes,
    /// Of those present: personally concerned in the matter (Art. 49 GO, § 34 BGB).
    pub concerned_heads: u32,
    /// Their votes.
    pub concerned_votes: Votes,
    /// All members were duly summoned.
    pub all_summoned: bool,
    /// This meeting was called a second time for the same matter.
    pub second_call: Option<SecondMeeting>,
}

/// Why a quorum is reached or not, for a sentence on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum QuorumReason {
    /// The rules ask for none.
    NoneAskedFor,
    /// Enough are there.
    Enough,
    /// Too few are there.
    TooFew,
    /// Nobody entitled to vote is there.
    NobodyPresent,
    /// Not all members were duly summoned.
    NotAllSummoned,
    /// Concerned members do not count here.
    ConcernedNotCounted {
        /// How many.
        heads: u32,
    },
    /// Concerned members left the base.
    ConcernedLeftBase {
        /// How many.
        heads: u32,
    },
    /// The number does not matter: second call.
    SecondCall,
    /// The rules know no second call.
    SecondCallUnknown,
    /// The second call came too late.
    SecondCallTooLate {
        /// Days since the first meeting.
        days: u32,
        /// Days allowed.
        within: u32,
    },
    /// The second invitation did not say that the number will not matter.
    SecondCallNotSaid,
    /// The first meeting failed because most members were personally concerned.
    SecondCallByConcern,
}

/// Whether those present may decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuorumVerdict {
    /// They may.
    pub reached: bool,
    /// What is needed.
    pub needed: Bound,
    /// What is there, in `unit`, after concerned members were left out as the rule says.
    pub present: Votes,
    /// What it is measured against, in `unit`.
    pub base: Votes,
    /// What is counted.
    pub unit: QuorumUnit,
    /// Why; at least one.
    pub reasons: Vec<QuorumReason>,
    /// The paragraph that decided: of the rule or of the second call.
    pub paragraph: String,
}

/// Numbers or rules that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuorumFault {
    /// More present than there are members.
    #[error("Es sind mehr Mitglieder anwesend, als es gibt.")]
    MorePresentThanMembers,
    /// More concerned than present.
    #[error("Es sind mehr Mitglieder persönlich beteiligt, als anwesend sind.")]
    MoreConcernedThanPresent,
    /// A share above one or with the denominator 0.
    #[error("Der Anteil der Mitglieder muss zwischen 0 und 1 liegen.")]
    BadShare,
    /// A number of votes that cannot be held.
    #[error(transparent)]
    Votes(VotesFault),
}

impl From<VotesFault> for QuorumFault {
    fn from(fault: VotesFault) -> Self {
        Self::Votes(fault)
    }
}

/// Judges whether those present may decide.
///
/// A second call helps only if the first rule fails; all members must be duly summoned to it too, and
/// somebody entitled to vote must be there.
///
/// # Errors
/// [`QuorumFault`] for numbers or rules that cannot be.
pub fn judge_quorum(rule: &QuorumRule, presence: &Presence) -> Result<QuorumVerdict, QuorumFault> {
    check(rule, presence)?;
    let (unit, base, present) = counted(rule, presence)?;
    let mut reasons = concerned_reasons(rule.concerned, presence.concerned_heads);
    let needed = needed(rule, base);
    let somebody = !present.is_zero();
    let summoned = presence.all_summoned || !rule.all_summoned;
    let enough = somebody && needed.is_met(present);
    let second = if summoned && somebody && !enough { second_call(rule, presence) } else { None };
    reasons.extend(match (somebody, enough) {
        (false, _) => Some(QuorumReason::NobodyPresent),
        (true, true) if rule.kind == QuorumKind::None => Some(QuorumReason::NoneAskedFor),
        (true, true) => Some(QuorumReason::Enough),
        (true, false) if second == Some(QuorumReason::SecondCall) => None,
        (true, false) => Some(QuorumReason::TooFew),
    });
    if !summoned {
        reasons.push(QuorumReason::NotAllSummoned);
    }
    reasons.extend(second);
    let by_second = second == Some(QuorumReason::SecondCall);
    Ok(QuorumVerdict {
        reached: summoned && (enough || by_second),
        needed: if by_second { Bound::MoreThan(Votes::ZERO) } else { needed },
        present,
        base,
        unit,
        reasons,
        paragraph: if by_second { &rule.second_call.paragraph } else { &rule.paragraph }.clone(),
    })
}

fn check(rule: &QuorumRule, presence: &Presence) -> Result<(), QuorumFault> {
    if rule.kind == QuorumKind::ShareOfMembers && (rule.denominator == 0 || rule.numerator > rule.denominator) {
        return Err(QuorumFault::BadShare);
    }
    if presence.present_heads > presence.member_heads || presence.present_votes > presence.member_votes {
        return Err(QuorumFault::MorePresentThanMembers);
    }
    if presence.concerned_heads > presence.present_heads || presence.concerned_votes > presence.present_votes {
        return Err(QuorumFault::MoreConcernedThanPresent);
    }
    Ok(())
}

/// Unit, base and those who count as present.
fn counted(rule: &QuorumRule, presence: &Presence) -> Result<(QuorumUnit, Votes, Votes), QuorumFault> {
    let (unit, members, present, concerned) = if rule.kind == QuorumKind::VotesMajority {
        (QuorumUnit::Votes, presence.member_votes, presence.present_votes, presence.concerned_votes)
    } else {
        let heads = [presence.member_heads, presence.present_heads, presence.concerned_heads].map(Votes::whole);
        (QuorumUnit::Heads, heads[0], heads[1], heads[2])
    };
    Ok(match rule.concerned {
        ConcernedRule::Present => (unit, members, present),
        ConcernedRule::NotPresent => (unit, members, present.checked_sub(concerned)?),
        ConcernedRule::LeaveBase => (unit, members.checked_sub(concerned)?, present.checked_sub(concerned)?),
    })
}

fn concerned_reasons(rule: ConcernedRule, heads: u32) -> Vec<QuorumReason> {
    match rule {
        ConcernedRule::NotPresent if heads > 0 => vec![QuorumReason::ConcernedNotCounted { heads }],
        ConcernedRule::LeaveBase if heads > 0 => vec![QuorumReason::ConcernedLeftBase { heads }],
        ConcernedRule::Present | ConcernedRule::NotPresent | ConcernedRule::LeaveBase => Vec::new(),
    }
}

fn needed(rule: &QuorumRule, base: Votes) -> Bound {
    match rule.kind {
        QuorumKind::None => Bound::MoreThan(Votes::ZERO),
        QuorumKind::HeadsMajority => Bound::more_than_half(base, true),
        // Weights can be fractions although their sum is whole, so no least number is told.
        QuorumKind::VotesMajority => Bound::more_than_half(base, false),
        QuorumKind::ShareOfMembers => Bound::share(base, rule.numerator, rule.denominator, true),
        QuorumKind::MinimumHeads => Bound::AtLeast(Votes::whole(rule.minimum)),
    }
}

/// What a second call changes; `None` if there was none.
fn second_call(rule: &QuorumRule, presence: &Presence) -> Option<QuorumReason> {
    let meeting = presence.second_call?;
    let second = &rule.second_call;
    if !second.allowed {
        return Some(QuorumReason::SecondCallUnknown);
    }
    if let Some(within) = second.within_days
        && meeting.days_since_first > within
    {
        return Some(QuorumReason::SecondCallTooLate { days: meeting.days_since_first, within });
    }
    if second.must_say_so && !meeting.said_so {
        return Some(QuorumReason::SecondCallNotSaid);
    }
    if second.not_for_concern && meeting.first_failed_by_concern {
        return Some(QuorumReason::SecondCallByConcern);
    }
    Some(QuorumReason::SecondCall)
}
