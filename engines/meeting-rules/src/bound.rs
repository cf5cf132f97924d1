//! How many votes or heads are needed.

use serde::{Deserialize, Serialize};

use crate::votes::Votes;

/// What must be reached. Whole votes are always told as the least sufficient number ("mindestens 8");
/// with weights "more than half" has no least number that could be told ("mehr als 7,25").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// This many or more.
    AtLeast(Votes),
    /// More than this.
    MoreThan(Votes),
}

impl Bound {
    /// Whether `votes` are enough.
    pub fn is_met(self, votes: Votes) -> bool {
        match self {
            Self::AtLeast(least) => votes >= least,
            Self::MoreThan(limit) => votes > limit,
        }
    }

    /// The number in the bound.
    pub const fn votes(self) -> Votes {
        match self {
            Self::AtLeast(votes) | Self::MoreThan(votes) => votes,
        }
    }

    /// More than half of `base`. `whole` says that only whole votes exist.
    pub(crate) fn more_than_half(base: Votes, whole: bool) -> Self {
        let thousandths = base.thousandths();
        if whole {
            // 13 votes: 6,5 is half, 7 are needed. 14 votes: 7 is half, 8 are needed.
            let votes = thousandths / 2000 + 1;
            return Self::at_least(i128::from(votes) * 1000);
        }
        // Half of an odd number of thousandths is told rounded down; no vote lies between.
        Self::MoreThan(Votes::from_thousandths(thousandths / 2).unwrap_or_default())
    }

    /// At least `num`/`den` of `base`; `den` is not 0 and `num` not above it.
    pub(crate) fn share(base: Votes, num: u32, den: u32, whole: bool) -> Self {
        let step = if whole { 1000 } else { 1 };
        let scaled = i128::from(base.thousandths()) * i128::from(num);
        let den = i128::from(den.max(1)) * step;
        Self::at_least((scaled + den - 1) / den * step)
    }

    fn at_least(thousandths: i128) -> Self {
        // Never above the base rounded up to a whole vote; an overflow would ask for the largest number.
        let thousandths = i64::try_from(thousandths).unwrap_or(i64::MAX);
        Self::AtLeast(Votes::from_thousandths(thousandths).unwrap_or_default())
    }
}
