//! Elections: rounds, run-off and lot as a pure function over what was counted.

mod counting;

use serde::{Deserialize, Serialize};

use crate::votes::{Votes, VotesFault};
use crate::words::word_enum;

pub use counting::elect;

word_enum! {
    /// What elects.
    pub enum ElectionMethod {
        /// More than half of the valid votes; then a run-off (Art. 51 (3) GO).
        Absolute = "absolute",
        /// The most votes, if the statutes say so.
        Plurality = "plurality",
    }
}

word_enum! {
    /// What a tie for a seat leads to.
    pub enum ElectionTie {
        /// The lot at once.
        Lot = "lot",
        /// One more round between those with the same number; the lot if they are equal again.
        RunOff = "run_off",
    }
}

word_enum! {
    /// What follows when three or more share the highest number in the first round for one seat.
    pub enum ThreeLead {
        /// The round is repeated (rules of procedure after the model of the Bayerischer Gemeindetag, § 30 (3) 4).
        Repeat = "repeat",
        /// The lot decides who takes part in the run-off (Art. 33 (3) 6 KommZG).
        Lot = "lot",
    }
}

/// How a body elects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElectionRule {
    /// What elects.
    pub method: ElectionMethod,
    /// By secret ballot.
    pub secret: bool,
    /// A no is a valid vote. By Art. 51 (3) 4 GO it is not; empty ballots never are.
    pub no_is_valid: bool,
    /// The round is repeated when at least half of the ballots are invalid (Art. 51 (3) 5 GO).
    pub repeat_if_half_invalid: bool,
    /// What follows when three or more share the highest number in the first round for one seat.
    pub three_lead: ThreeLead,
    /// What a tie for a seat leads to. The last place in a run-off is always settled by lot.
    pub tie: ElectionTie,
    /// The paragraph, in German.
    pub paragraph: String,
}

/// Votes of one candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateVotes {
    /// The name, as in the list of candidates.
    pub candidate: String,
    /// Votes for this candidate.
    pub votes: Votes,
}

/// What was counted in one round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Votes on all ballots handed in, also invalid and empty ones (a weighted ballot counts with its weight).
    pub ballots: Votes,
    /// On ballots that are invalid for other reasons than being empty or saying no.
    pub invalid: Votes,
    /// On empty ballots.
    pub empty: Votes,
    /// Votes of no.
    pub no: Votes,
    /// For each candidate; those left out have none.
    pub votes: Vec<CandidateVotes>,
    /// Who was drawn after this round, if a lot was needed; else empty.
    pub lot: Vec<String>,
}

word_enum! {
    /// Which kind of round comes next.
    pub enum RoundKind {
        /// The first.
        First = "first",
        /// The same again.
        Repeat = "repeat",
        /// Between those who lead.
        RunOff = "run_off",
    }
}

word_enum! {
    /// Why a round comes next.
    pub enum RoundReason {
        /// Nothing was counted yet.
        Start = "start",
        /// At least half of the ballots were invalid.
        HalfInvalid = "half_invalid",
        /// Three or more share the highest number.
        ThreeLead = "three_lead",
        /// Nobody has the majority.
        NoMajority = "no_majority",
        /// Several are equal for a seat.
        Tie = "tie",
    }
}

word_enum! {
    /// What a lot decides.
    pub enum LotPurpose {
        /// Who is elected.
        Seat = "seat",
        /// Who takes part in the run-off.
        RunOffPlace = "run_off_place",
    }
}

/// Somebody who is elected (and has yet to accept).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elected {
    /// The name.
    pub candidate: String,
    /// Votes in the deciding round.
    pub votes: Votes,
    /// The deciding round, from 1.
    pub round: u32,
    /// The lot decided.
    pub by_lot: bool,
}

/// Where an election stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ElectionState {
    /// A round must be held.
    Next {
        /// Which kind.
        kind: RoundKind,
        /// Why.
        reason: RoundReason,
        /// Who stands.
        candidates: Vec<String>,
        /// Seats still open.
        seats: u32,
        /// Elected so far.
        elected: Vec<Elected>,
    },
    /// A lot must be drawn; write the result into [`Round::lot`] of the last round.
    LotNeeded {
        /// What for.
        purpose: LotPurpose,
        /// Between whom.
        among: Vec<String>,
        /// How many are drawn.
        places: u32,
        /// Elected so far.
        elected: Vec<Elected>,
    },
    /// All is settled.
    Finished {
        /// Who is elected, in the order of rounds and votes.
        elected: Vec<Elected>,
        /// Seats that nobody got a vote for.
        vacant: u32,
    },
}

/// An election that cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ElectionFault {
    /// No seat to fill.
    #[error("Es ist kein Sitz zu besetzen.")]
    NoSeat,
    /// Nobody stands.
    #[error("Niemand ist vorgeschlagen.")]
    NoCandidate,
    /// A name stands twice, in the list or in a count.
    #[error("„{candidate}“ steht doppelt.")]
    Twice {
        /// The name.
        candidate: String,
    },
    /// A name that does not stand in this round.
    #[error("„{candidate}“ steht in diesem Wahlgang nicht zur Wahl.")]
    NotStanding {
        /// The name.
        candidate: String,
    },
    /// For one seat, votes, no, empty and invalid ballots must add up to the ballots.
    #[error("{counted} Stimmen, aber {ballots} Stimmzettel")]
    SumDiffers {
        /// What was counted.
        counted: Votes,
        /// Ballots handed in.
        ballots: Votes,
    },
    /// More votes than the valid ballots can carry.
    #[error("{counted} Stimmen sind mehr, als {ballots} gültige Stimmzettel tragen können.")]
    TooManyVotes {
        /// What was counted.
        counted: Votes,
        /// Valid ballots.
        ballots: Votes,
    },
    /// The lot drew the wrong number, somebody twice, or somebody it did not concern.
    #[error("Das Los passt nicht: Zu ziehen sind {places} aus {among}.")]
    BadLot {
        /// How many are to be drawn.
        places: u32,
        /// From how many.
        among: u32,
    },
    /// A lot was drawn where none was needed.
    #[error("In Wahlgang {round} war kein Los nötig.")]
    NeedlessLot {
        /// The round, from 1.
        round: u32,
    },
    /// A round after the end.
    #[error("Die Wahl war vor Wahlgang {round} entschieden.")]
    AfterEnd {
        /// The round, from 1.
        round: u32,
    },
    /// A number of votes that cannot be held.
    #[error(transparent)]
    Votes(VotesFault),
}

impl From<VotesFault> for ElectionFault {
    fn from(fault: VotesFault) -> Self {
        Self::Votes(fault)
    }
}
