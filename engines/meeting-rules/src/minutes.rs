//! What minutes must contain by law.

use serde::{Deserialize, Serialize};

use crate::rule_set::Regime;
use crate::words::word_enum;

word_enum! {
    /// A part of the minutes that the law or the register asks for.
    pub enum MinutesItem {
        /// The day.
        Day = "day",
        /// The place.
        Place = "place",
        /// The hour of beginning and end.
        Hours = "hours",
        /// Who chaired.
        Chair = "chair",
        /// Who took the minutes.
        MinuteTaker = "minute_taker",
        /// Names of those present.
        Present = "present",
        /// Names of those absent.
        Absent = "absent",
        /// Why they were absent.
        AbsenceReasons = "absence_reasons",
        /// The finding that all were duly called.
        DulyCalled = "duly_called",
        /// The reason of an urgent or late call.
        UrgentReason = "urgent_reason",
        /// The finding of the quorum.
        Quorum = "quorum",
        /// How many voters are present.
        VotersPresent = "voters_present",
        /// The agenda, with changes.
        Agenda = "agenda",
        /// What was dealt with.
        Matters = "matters",
        /// The exact words of motions and resolutions.
        Wording = "wording",
        /// How votes were taken.
        VotingManner = "voting_manner",
        /// The exact result of each vote.
        VoteResults = "vote_results",
        /// Who was personally concerned and did not take part.
        Concerned = "concerned",
        /// Which items were closed to the public.
        Publicity = "publicity",
        /// Who was elected and accepted.
        Elections = "elections",
        /// Signature of the chair.
        ChairSignature = "chair_signature",
        /// Signature of who took the minutes.
        MinuteTakerSignature = "minute_taker_signature",
        /// Further signatures that the statutes ask for.
        FurtherSignatures = "further_signatures",
        /// The approval by the body.
        Approval = "approval",
    }
}

/// What the minutes contain. A `true` says "it is there, or there was no occasion for it" (nobody
/// absent, no election, no urgent call); the default is empty minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesFacts {
    /// The day.
    pub day: bool,
    /// The place.
    pub place: bool,
    /// Beginning and end.
    pub hours: bool,
    /// Who chaired.
    pub chair: bool,
    /// Who took the minutes.
    pub minute_taker: bool,
    /// Everyone present is named.
    pub present: bool,
    /// Everyone absent is named.
    pub absent: bool,
    /// Each of them with a reason.
    pub absence_reasons: bool,
    /// The due call is stated.
    pub duly_called: bool,
    /// The reason of an urgent or late call is stated.
    pub urgent_reason: bool,
    /// The quorum is stated.
    pub quorum: bool,
    /// The number of voters is stated.
    pub voters_present: bool,
    /// The agenda with its changes is there.
    pub agenda: bool,
    /// Every item has what was dealt with.
    pub matters: bool,
    /// Every resolution has its words.
    pub wording: bool,
    /// Every vote says how it was taken.
    pub voting_manner: bool,
    /// Every vote has its result.
    pub vote_results: bool,
    /// Concerned members are named.
    pub concerned: bool,
    /// Every item says whether it was public.
    pub publicity: bool,
    /// Every election names the elected and their acceptance.
    pub elections: bool,
    /// The chair signed.
    pub chair_signature: bool,
    /// Who took the minutes signed.
    pub minute_taker_signature: bool,
    /// All further signatures are there.
    pub further_signatures: bool,
    /// The body approved them.
    pub approval: bool,
}

/// Something that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MinutesGap {
    /// What.
    pub item: MinutesItem,
    /// By which paragraph or practice, in German.
    pub paragraph: &'static str,
    /// The law demands it; if not, it is practice or good custom.
    pub mandatory: bool,
}

/// What is missing in the minutes of a body under `regime`, in the order of the minutes.
pub fn missing_for_minutes(regime: Regime, facts: &MinutesFacts) -> Vec<MinutesGap> {
    list_for(regime)
        .iter()
        .filter(|(item, ..)| !has(facts, *item))
        .map(|&(item, paragraph, mandatory)| MinutesGap { item, paragraph, mandatory })
        .collect()
}

/// The check list of a regime: item, paragraph, whether the law demands it.
fn list_for(_regime: Regime) -> &'static [(MinutesItem, &'static str, bool)] {
    &[]
}

fn has(facts: &MinutesFacts, item: MinutesItem) -> bool {
    match item {
        MinutesItem::Day => facts.day,
        MinutesItem::Place => facts.place,
        MinutesItem::Hours => facts.hours,
        MinutesItem::Chair => facts.chair,
        MinutesItem::MinuteTaker => facts.minute_taker,
        MinutesItem::Present => facts.present,
        MinutesItem::Absent => facts.absent,
        MinutesItem::AbsenceReasons => facts.absence_reasons,
        MinutesItem::DulyCalled => facts.duly_called,
        MinutesItem::UrgentReason => facts.urgent_reason,
        MinutesItem::Quorum => facts.quorum,
        MinutesItem::VotersPresent => facts.voters_present,
        MinutesItem::Agenda => facts.agenda,
        MinutesItem::Matters => facts.matters,
        MinutesItem::Wording => facts.wording,
        MinutesItem::VotingManner => facts.voting_manner,
        MinutesItem::VoteResults => facts.vote_results,
        MinutesItem::Concerned => facts.concerned,
        MinutesItem::Publicity => facts.publicity,
        MinutesItem::Elections => facts.elections,
        MinutesItem::ChairSignature => facts.chair_signature,
        MinutesItem::MinuteTakerSignature => facts.minute_taker_signature,
        MinutesItem::FurtherSignatures => facts.further_signatures,
        MinutesItem::Approval => facts.approval,
    }
}
