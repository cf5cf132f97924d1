//! Votes as exact decimals: statutes may weigh them ("1,5 Stimmen je angefangene 1.000 Einwohner").

use std::fmt;

use serde::{Deserialize, Serialize};

/// Thousandths in one vote.
const SCALE: i64 = 1000;

/// A number of votes, exact to a thousandth, never negative. Stored and sent as the whole number of
/// thousandths (1,5 votes are `1500`), shown in German ("1,5").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Votes(i64);

/// Why something is no number of votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VotesFault {
    /// Nothing was written.
    #[error("Die Zahl der Stimmen fehlt.")]
    Empty,
    /// Neither digits nor one decimal mark.
    #[error("Das ist keine Zahl von Stimmen. Schreiben Sie zum Beispiel 1 oder 1,5.")]
    NotANumber,
    /// Below zero.
    #[error("Eine Zahl von Stimmen kann nicht kleiner als 0 sein.")]
    Negative,
    /// More than three places behind the decimal mark.
    #[error("Stimmen haben höchstens drei Stellen nach dem Komma.")]
    TooManyPlaces,
    /// `1.500` is fifteen hundred to a German reader and one and a half to an English one.
    #[error("Ein Punkt vor drei Ziffern ist mehrdeutig. Schreiben Sie 1500 oder 1,5.")]
    Ambiguous,
    /// Larger than this program counts (about nine thousand million million votes).
    #[error("Die Zahl der Stimmen ist zu groß.")]
    TooLarge,
}

impl Votes {
    /// No vote.
    pub const ZERO: Self = Self(0);
    /// One vote.
    pub const ONE: Self = Self(SCALE);

    /// Whole votes, for heads and unweighted bodies.
    pub const fn whole(votes: u32) -> Self {
        // A u32 times 1000 always fits an i64.
        Self(votes as i64 * SCALE)
    }

    /// From thousandths of a vote, as stored.
    ///
    /// # Errors
    /// [`VotesFault::Negative`] below zero.
    pub const fn from_thousandths(thousandths: i64) -> Result<Self, VotesFault> {
        if thousandths < 0 { Err(VotesFault::Negative) } else { Ok(Self(thousandths)) }
    }

    /// Thousandths of a vote, for storing and for exact arithmetic.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Whether there is no vote.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether no fraction of a vote is in it.
    pub const fn is_whole(self) -> bool {
        self.0 % SCALE == 0
    }

    /// Reads "12", "1,5" or "1.5". A comma is always the decimal mark, because German is the first
    /// language of the screens; a dot is too, except before exactly three digits after a number that
    /// could be grouped ("1.500"), which is refused.
    ///
    /// # Errors
    /// Every [`VotesFault`]; nothing is rounded and nothing guessed.
    pub fn parse(text: &str) -> Result<Self, VotesFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(VotesFault::Empty);
        }
        if let Some(rest) = text.strip_prefix(['-', '−']) {
            return Self::parse_unsigned(rest)
                .and_then(|votes| if votes.is_zero() { Ok(votes) } else { Err(VotesFault::Negative) });
        }
        Self::parse_unsigned(text)
    }

    fn parse_unsigned(text: &str) -> Result<Self, VotesFault> {
        let (whole, mark, places) = match text.find([',', '.']) {
            Some(at) => (&text[..at], text.as_bytes().get(at).copied(), &text[at + 1..]),
            None => (text, None, ""),
        };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || (mark.is_some() && !digits(places)) {
            return Err(VotesFault::NotANumber);
        }
        if places.len() > 3 {
            return Err(VotesFault::TooManyPlaces);
        }
        if mark == Some(b'.') && places.len() == 3 && !whole.starts_with('0') && whole.len() <= 3 {
            return Err(VotesFault::Ambiguous);
        }
        let whole: i64 = whole.parse().map_err(|_| VotesFault::TooLarge)?;
        // "5" is five tenths: pad to thousandths.
        let places: i64 = format!("{places:0<3}").parse().map_err(|_| VotesFault::NotANumber)?;
        whole.checked_mul(SCALE).and_then(|votes| votes.checked_add(places)).map(Self).ok_or(VotesFault::TooLarge)
    }

    /// The sum.
    ///
    /// # Errors
    /// [`VotesFault::TooLarge`] when it cannot be held.
    pub fn checked_add(self, other: Self) -> Result<Self, VotesFault> {
        self.0.checked_add(other.0).map(Self).ok_or(VotesFault::TooLarge)
    }

    /// The difference.
    ///
    /// # Errors
    /// [`VotesFault::Negative`] when `other` is larger.
    pub fn checked_sub(self, other: Self) -> Result<Self, VotesFault> {
        if other.0 > self.0 { Err(VotesFault::Negative) } else { Ok(Self(self.0 - other.0)) }
    }

    /// The sum of many.
    ///
    /// # Errors
    /// [`VotesFault::TooLarge`] when it cannot be held.
    pub fn sum(votes: impl IntoIterator<Item = Self>) -> Result<Self, VotesFault> {
        votes.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

impl fmt::Display for Votes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, places) = (self.0 / SCALE, self.0 % SCALE);
        if places == 0 {
            return write!(f, "{whole}");
        }
        let places = format!("{places:03}");
        write!(f, "{whole},{}", places.trim_end_matches('0'))
    }
}

impl std::str::FromStr for Votes {
    type Err = VotesFault;

    fn from_str(text: &str) -> Result<Self, VotesFault> {
        Self::parse(text)
    }
}

impl TryFrom<i64> for Votes {
    type Error = VotesFault;

    fn try_from(thousandths: i64) -> Result<Self, VotesFault> {
        Self::from_thousandths(thousandths)
    }
}

impl From<Votes> for i64 {
    fn from(votes: Votes) -> i64 {
        votes.0
    }
}
