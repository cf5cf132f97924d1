//! The parameters of the rule.

use serde::{Deserialize, Serialize};

/// How groups are treated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Policy {
    /// A group draws with one lot; nobody gains by being in a group.
    #[default]
    Neutral,
    /// Groups are seated before single children, where that leaves no more children empty-handed.
    TogetherFirst,
}

/// The parameters of a draw. They are part of the commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// How groups are treated.
    pub policy: Policy,
    /// k: a child with at least this many fitting wishes is protected from leaving empty-handed.
    pub protected_from: u32,
}

impl Default for Rules {
    /// Neutral towards groups; three fitting wishes.
    fn default() -> Self {
        Self { policy: Policy::Neutral, protected_from: 3 }
    }
}
