//! Majorities: from a count to a verdict.

use serde::{Deserialize, Serialize};

use crate::bound::Bound;
use crate::votes::{Votes, VotesFault};
use crate::words::word_enum;

/// How many yes votes adopt a motion, measured on the [`MajorityBase`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// More yes than no, whatever the base: abstentions never count (KG, 23.5.2020, 22 W 61/19).
    MoreYesThanNo,
    /// More than half of the base.
    MoreThanHalf,
    /// At least a share of the base, such as three quarters (§ 33 (1) 1 BGB).
    AtLeast {
        /// Numerator, not above the denominator.
        num: u32,
        /// Denominator, not 0.
        den: u32,
    },
    /// The whole base.
    Unanimous,
}

word_enum! {
    /// The kind of a [`Threshold`], for forms and columns.
    pub enum ThresholdKind {
        /// More yes than no.
        MoreYesThanNo = "more_yes_than_no",
        /// More than half of the base.
        MoreThanHalf = "more_than_half",
        /// At least a share of the base.
        AtLeast = "at_least",
        /// The whole base.
        Unanimous = "unanimous",
    }
}

impl Threshold {
    /// The kind.
    pub const fn kind(self) -> ThresholdKind {
        match self {
            Self::MoreYesThanNo => ThresholdKind::MoreYesThanNo,
            Self::MoreThanHalf => ThresholdKind::MoreThanHalf,
            Self::AtLeast { .. } => ThresholdKind::AtLeast,
            Self::Unanimous => ThresholdKind::Unanimous,
        }
    }

    /// From the kind and, for a share, its two numbers (ignored for other kinds).
    pub const fn from_parts(kind: ThresholdKind, num: u32, den: u32) -> Self {
        match kind {
            ThresholdKind::MoreYesThanNo => Self::MoreYesThanNo,
            ThresholdKind::MoreThanHalf => Self::MoreThanHalf,
            ThresholdKind::AtLeast => Self::AtLeast { num, den },
            ThresholdKind::Unanimous => Self::Unanimous,
        }
    }
}

word_enum! {
    /// What a threshold is measured on.
    pub enum MajorityBase {
        /// Votes cast: yes and no. Abstentions and invalid votes are no votes cast (§ 32 (1) 3 BGB; BGH, 25.1.1982, II ZR 164/81).
        Cast = "cast",
        /// Votes present: also abstentions and invalid votes.
        Present = "present",
        /// Votes of all members, also of those absent.
        Members = "members",
    }
}

word_enum! {
    /// What a tie means.
    pub enum Tie {
        /// Rejected (Art. 51 (1) 2 GO, Art. 33 (2) KommZG; for associations because there is no majority).
        Rejected = "rejected",
        /// The chair decides, if the statutes say so.
        ChairDecides = "chair_decides",
    }
}

word_enum! {
    /// Whether members may abstain.
    pub enum Abstention {
        /// They may.
        Allowed = "allowed",
        /// They may not (Art. 48 (1) 2 GO).
        Forbidden = "forbidden",
    }
}

/// When a motion is adopted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MajorityRule {
    /// How many yes votes.
    pub threshold: Threshold,
    /// Measured on what.
    pub base: MajorityBase,
    /// What a tie means.
    pub tie: Tie,
    /// Whether members may abstain.
    pub abstention: Abstention,
    /// Concerned members leave the bases "present" and "members"; they never vote.
    pub concerned_leave_base: bool,
    /// Absent members may consent in text form, and such consent is a yes (§ 33 (1) 2 BGB).
    pub absent_consent: bool,
    /// The paragraph, in German.
    pub paragraph: String,
}

/// A count. Every entitled vote of the body stands in exactly one field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// For the motion.
    pub yes: Votes,
    /// Against it.
    pub no: Votes,
    /// Abstentions, also of members who were in the room and did not vote.
    pub abstain: Votes,
    /// Invalid votes.
    pub invalid: Votes,
    /// Votes of present members who are personally concerned and did not vote (Art. 49 GO, § 34 BGB).
    pub concerned: Votes,
    /// Votes of absent members, without those in `consent`.
    pub absent: Votes,
    /// Votes of absent members who consented in text form.
    pub consent: Votes,
}

word_enum! {
    /// What became of a motion.
    pub enum Outcome {
        /// Adopted.
        Adopted = "adopted",
        /// Rejected.
        Rejected = "rejected",
        /// A tie that the chair must break.
        TieForChair = "tie_for_chair",
    }
}

/// The verdict with what it was measured on ("11 yes, 2 no, 1 abstention; majority of votes cast: adopted").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// What became of the motion.
    pub outcome: Outcome,
    /// Votes for it, with consent of absent members if the rule counts it.
    pub yes: Votes,
    /// Votes against it.
    pub no: Votes,
    /// What the threshold was measured on.
    pub base: Votes,
    /// Which base that is. Always [`MajorityBase::Cast`] for [`Threshold::MoreYesThanNo`].
    pub base_kind: MajorityBase,
    /// How many yes votes are needed on this base.
    pub needed: Bound,
    /// Somebody voted for it and nobody against it; abstentions do not spoil it.
    pub unanimous: bool,
    /// The paragraph, in German.
    pub paragraph: String,
}

/// A count that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BallotFault {
    /// The votes do not add up to those present and entitled.
    #[error("{counted} Stimmen, aber {present} Anwesende")]
    SumDiffers {
        /// Yes, no, abstentions and invalid votes.
        counted: Votes,
        /// Votes present and entitled in this matter.
        present: Votes,
    },
    /// Abstentions where none are allowed.
    #[error("{abstain} Enthaltungen, aber Enthaltung ist hier nicht zulässig")]
    AbstentionForbidden {
        /// How many.
        abstain: Votes,
    },
    /// A share above one or with the denominator 0.
    #[error("Die Mehrheit muss als Anteil zwischen 0 und 1 stehen.")]
    BadShare,
    /// A number of votes that cannot be held.
    #[error(transparent)]
    Votes(VotesFault),
}

impl From<VotesFault> for BallotFault {
    fn from(fault: VotesFault) -> Self {
        Self::Votes(fault)
    }
}

impl Count {
    /// Yes, no, abstentions and invalid votes: what must equal the votes present and entitled.
    pub fn counted(&self) -> Result<Votes, VotesFault> {
        Votes::sum([self.yes, self.no, self.abstain, self.invalid])
    }

    /// All votes of the body.
    pub fn members(&self) -> Result<Votes, VotesFault> {
        Votes::sum([self.counted()?, self.concerned, self.absent, self.consent])
    }

    fn is_whole(&self) -> bool {
        [self.yes, self.no, self.abstain, self.invalid, self.concerned, self.absent, self.consent]
            .iter()
            .all(|votes| votes.is_whole())
    }
}

/// Checks a count before it is stored: it must add up to `present_entitled`, the votes of members who
/// are in the room (or represented) and not concerned.
///
/// # Errors
/// [`BallotFault::SumDiffers`] names both numbers; [`BallotFault::AbstentionForbidden`] as the rule says.
pub fn check_ballot(rule: &MajorityRule, count: &Count, present_entitled: Votes) -> Result<(), BallotFault> {
    let counted = count.counted()?;
    if counted != present_entitled {
        return Err(BallotFault::SumDiffers { counted, present: present_entitled });
    }
    if rule.abstention == Abstention::Forbidden && !count.abstain.is_zero() {
        return Err(BallotFault::AbstentionForbidden { abstain: count.abstain });
    }
    Ok(())
}

/// The verdict of a count. Judges also a count with forbidden abstentions, because old minutes have
/// them; [`check_ballot`] refuses them.
///
/// # Errors
/// [`BallotFault::BadShare`] for a rule that cannot be, [`BallotFault::Votes`] for numbers that cannot be held.
pub fn decide(rule: &MajorityRule, count: &Count) -> Result<Verdict, BallotFault> {
    if matches!(rule.threshold, Threshold::AtLeast { num, den } if den == 0 || num > den) {
        return Err(BallotFault::BadShare);
    }
    let consent = if rule.absent_consent { count.consent } else { Votes::ZERO };
    let yes = count.yes.checked_add(consent)?;
    let base_kind = if rule.threshold == Threshold::MoreYesThanNo { MajorityBase::Cast } else { rule.base };
    let base = base_of(rule, count, base_kind, yes)?;
    let whole = count.is_whole();
    let needed = match rule.threshold {
        Threshold::MoreYesThanNo | Threshold::MoreThanHalf => Bound::more_than_half(base, whole),
        Threshold::AtLeast { num, den } => Bound::share(base, num, den, whole),
        Threshold::Unanimous => Bound::AtLeast(base),
    };
    // Nothing is adopted without a single yes, also not by a share of nothing.
    let outcome = if !yes.is_zero() && needed.is_met(yes) {
        Outcome::Adopted
    } else if rule.tie == Tie::ChairDecides && is_tie(rule.threshold, yes, count.no, base) {
        Outcome::TieForChair
    } else {
        Outcome::Rejected
    };
    Ok(Verdict {
        outcome,
        yes,
        no: count.no,
        base,
        base_kind,
        needed,
        unanimous: !yes.is_zero() && count.no.is_zero(),
        paragraph: rule.paragraph.clone(),
    })
}

fn base_of(rule: &MajorityRule, count: &Count, kind: MajorityBase, yes: Votes) -> Result<Votes, BallotFault> {
    let cast = yes.checked_add(count.no)?;
    let concerned = if rule.concerned_leave_base { Votes::ZERO } else { count.concerned };
    Ok(match kind {
        MajorityBase::Cast => cast,
        MajorityBase::Present => Votes::sum([cast, count.abstain, count.invalid, concerned])?,
        MajorityBase::Members => {
            let silent = if rule.absent_consent { Votes::ZERO } else { count.consent };
            Votes::sum([cast, count.abstain, count.invalid, concerned, count.absent, silent])?
        }
    })
}

/// Half for and half against the base: one more voice would decide. No votes at all are no tie.
fn is_tie(threshold: Threshold, yes: Votes, no: Votes, base: Votes) -> bool {
    let halves = matches!(threshold, Threshold::MoreYesThanNo | Threshold::MoreThanHalf);
    halves && !yes.is_zero() && yes == no && i128::from(yes.thousandths()) * 2 == i128::from(base.thousandths())
}

impl Verdict {
    /// Breaks a tie by the voice of the chair; any other verdict stays as it is.
    pub fn with_chair(self, chair_says_yes: bool) -> Self {
        match self.outcome {
            Outcome::TieForChair => {
                let outcome = if chair_says_yes { Outcome::Adopted } else { Outcome::Rejected };
                Self { outcome, ..self }
            }
            Outcome::Adopted | Outcome::Rejected => self,
        }
    }
}
