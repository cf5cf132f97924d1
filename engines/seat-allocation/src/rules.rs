//! The parameters of the rule.

use serde::{Deserialize, Serialize};

use crate::problem::{Entry, Problems, Refusal};
use crate::programme::check_range;

/// Version of the rule that this crate carries out; see `docs/draw-rule.md`.
pub const RULE_VERSION: u32 = 1;

/// How groups are treated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Policy {
    /// A group draws with one lot and is seated when it is a member's turn and no member is ahead of the others;
    /// nobody gains by being in one.
    #[default]
    Neutral,
    /// Groups are seated before single children, where that leaves no protected child empty-handed.
    TogetherFirst,
    /// The same for groups of siblings only; groups of friends are treated as under `Neutral`.
    SiblingsFirst,
}

impl Policy {
    /// The word in rules and protocols.
    pub fn word(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::TogetherFirst => "together-first",
            Self::SiblingsFirst => "siblings-first",
        }
    }

    /// Which priorities of shared wishes count as early, if nothing else is said: none under
    /// `Neutral`, because any would let children gain by groups, the first two under the others.
    /// Measured; see `docs/draw-evaluation.md`.
    pub fn usual_shared_up_to(self) -> u32 {
        match self {
            Self::Neutral => 0,
            Self::TogetherFirst | Self::SiblingsFirst => 2,
        }
    }
}

/// What happens to an event that does not reach its minimum number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Minimum {
    /// It is dissolved and its children get what they would have got without it.
    #[default]
    Dissolve,
    /// It keeps its children; the organiser decides later.
    Report,
}

impl Minimum {
    /// The word in rules and protocols.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dissolve => "dissolve",
            Self::Report => "report",
        }
    }
}

/// The parameters of a draw. They are part of the commitment.
///
/// ```
/// use allmende_seat_allocation::{Policy, Rules};
///
/// let rules = Rules::of(Policy::TogetherFirst);
/// assert_eq!((rules.protected_from, rules.shared_up_to), (3, 2));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// How groups are treated.
    pub policy: Policy,
    /// k: a child with at least this many fitting wishes is protected from leaving empty-handed, 1 to 1000. A child with
    /// fewer true wishes gains by filling its list up with others; so tell everybody who enters wishes what k is, and
    /// that a seat given is a seat taken.
    pub protected_from: u32,
    /// R: a shared wish of this priority or a dearer one counts as early, 0 to 10000. With 0 a group that does not
    /// go first is seated at once only while no member is ahead of the others.
    pub shared_up_to: u32,
    /// What happens below a minimum number.
    pub minimum: Minimum,
}

impl Default for Rules {
    fn default() -> Self {
        Self::of(Policy::Neutral)
    }
}

impl Rules {
    /// The usual parameters of a policy.
    pub fn of(policy: Policy) -> Self {
        Self { policy, protected_from: 3, shared_up_to: policy.usual_shared_up_to(), minimum: Minimum::Dissolve }
    }

    /// Checks the ranges.
    ///
    /// # Errors
    /// The parameter that is out of its range.
    pub fn check(&self) -> Result<(), Refusal> {
        let mut problems = Problems::default();
        check_range(i64::from(self.protected_from), 1, 1000, &Entry::Rules, "protected_from", &mut problems);
        check_range(i64::from(self.shared_up_to), 0, 10_000, &Entry::Rules, "shared_up_to", &mut problems);
        problems.refuse()
    }
}
