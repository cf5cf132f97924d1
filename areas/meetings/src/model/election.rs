//! An election as it is kept with its vote.

use allmende_meeting_rules::Round;

use super::vote::Vote;

/// What is elected, who stands, what was counted, and who accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Election {
    /// The office: "Vorsitz".
    pub office: String,
    /// Who stands, in the order of the ballot.
    pub candidates: Vec<String>,
    /// How many seats are filled.
    pub seats: u32,
    /// What was counted, round by round.
    pub rounds: Vec<Round>,
    /// Who accepted.
    pub accepted: Vec<String>,
    /// Who was elected and declined.
    pub declined: Vec<String>,
}

impl Election {
    /// The election of a vote, if it is one.
    pub fn of(vote: &Vote) -> Option<Self> {
        serde_json::from_str(&vote.election).ok()
    }
}
