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

/// An item, its paragraph, whether the law demands it.
type Entry = (MinutesItem, &'static str, bool);

/// The check list of a regime, in the order of the minutes.
const fn list_for(regime: Regime) -> &'static [Entry] {
    match regime {
        Regime::Council => COUNCIL,
        Regime::SpecialPurpose => SPECIAL_PURPOSE,
        Regime::Association => ASSOCIATION,
        Regime::WorkingCommunity => WORKING_COMMUNITY,
        Regime::Informal => INFORMAL,
    }
}

/// Art. 54 GO; what other articles ask to be settled in the meeting is shown too, but not as mandatory.
const COUNCIL: &[Entry] = &[
    (MinutesItem::Day, "Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::Place, "Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::Hours, "Geschäftsordnung", false),
    (MinutesItem::Present, "Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::Absent, "Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::AbsenceReasons, "Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::DulyCalled, "Art. 47 Abs. 2 GO", false),
    (MinutesItem::UrgentReason, "Art. 46 Abs. 2 GO", false),
    (MinutesItem::Quorum, "Art. 47 Abs. 2 GO", false),
    (MinutesItem::Matters, "Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::Publicity, "Art. 52 Abs. 2 GO", false),
    (MinutesItem::Concerned, "Art. 49 GO", false),
    (MinutesItem::Wording, "Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::VoteResults, "Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::Elections, "Art. 51 Abs. 3 GO", false),
    (MinutesItem::ChairSignature, "Art. 54 Abs. 2 GO", true),
    (MinutesItem::MinuteTakerSignature, "Art. 54 Abs. 2 GO", true),
    (MinutesItem::Approval, "Art. 54 Abs. 2 GO", true),
];

/// The GO through Art. 26 (1) KommZG.
const SPECIAL_PURPOSE: &[Entry] = &[
    (MinutesItem::Day, "Art. 26 Abs. 1 KommZG, Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::Place, "Art. 26 Abs. 1 KommZG, Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::Hours, "Geschäftsordnung", false),
    (MinutesItem::Present, "Art. 26 Abs. 1 KommZG, Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::Absent, "Art. 26 Abs. 1 KommZG, Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::AbsenceReasons, "Art. 26 Abs. 1 KommZG, Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::DulyCalled, "Art. 33 Abs. 1 Satz 1 KommZG", false),
    (MinutesItem::UrgentReason, "Art. 32 Abs. 1 Satz 4 KommZG", false),
    (MinutesItem::Quorum, "Art. 33 Abs. 1 Satz 1 KommZG", false),
    (MinutesItem::VotersPresent, "Art. 33 Abs. 1 Satz 1 KommZG", false),
    (MinutesItem::Matters, "Art. 26 Abs. 1 KommZG, Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::Publicity, "Art. 32 Abs. 4 KommZG", false),
    (MinutesItem::Concerned, "Art. 26 Abs. 1 KommZG, Art. 49 GO", false),
    (MinutesItem::Wording, "Art. 26 Abs. 1 KommZG, Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::VoteResults, "Art. 26 Abs. 1 KommZG, Art. 54 Abs. 1 Satz 2 GO", true),
    (MinutesItem::Elections, "Art. 33 Abs. 3 KommZG", false),
    (MinutesItem::ChairSignature, "Art. 26 Abs. 1 KommZG, Art. 54 Abs. 2 GO", true),
    (MinutesItem::MinuteTakerSignature, "Art. 26 Abs. 1 KommZG, Art. 54 Abs. 2 GO", true),
    (MinutesItem::Approval, "Art. 26 Abs. 1 KommZG, Art. 54 Abs. 2 GO", true),
];

/// What the register court looks for. The BGB leaves the minutes to the statutes (§ 58 no. 4), but
/// without these facts a change of board or statutes is not registered; those count as mandatory.
const ASSOCIATION: &[Entry] = &[
    (MinutesItem::Day, "§ 58 Nr. 4 BGB, Registerpraxis", true),
    (MinutesItem::Place, "§ 58 Nr. 4 BGB, Registerpraxis", true),
    (MinutesItem::Hours, "Registerpraxis", false),
    (MinutesItem::Chair, "§ 58 Nr. 4 BGB, Registerpraxis", true),
    (MinutesItem::MinuteTaker, "§ 58 Nr. 4 BGB, Registerpraxis", true),
    (MinutesItem::Present, "Registerpraxis", false),
    (MinutesItem::DulyCalled, "§ 32 Abs. 1, § 58 Nr. 4 BGB", true),
    (MinutesItem::UrgentReason, "Satzung", false),
    (MinutesItem::Quorum, "Satzung, Registerpraxis", true),
    (MinutesItem::VotersPresent, "Registerpraxis", true),
    (MinutesItem::Agenda, "§ 32 Abs. 1 Satz 2 BGB", true),
    (MinutesItem::Concerned, "§ 34 BGB", false),
    (MinutesItem::Wording, "§ 58 Nr. 4 BGB, Registerpraxis", true),
    (MinutesItem::VotingManner, "Registerpraxis", false),
    (MinutesItem::VoteResults, "§ 32 Abs. 1 Satz 3 BGB (KG, 22 W 61/19)", true),
    (MinutesItem::Elections, "§ 67 BGB", true),
    (MinutesItem::ChairSignature, "Satzung (§ 58 Nr. 4 BGB)", true),
    (MinutesItem::MinuteTakerSignature, "Satzung (§ 58 Nr. 4 BGB)", true),
    (MinutesItem::FurtherSignatures, "Satzung (§ 58 Nr. 4 BGB)", true),
];

/// No law; what the organs of the members need to decide (Art. 5 KommZG).
const WORKING_COMMUNITY: &[Entry] = &[
    (MinutesItem::Day, "Vertrag (Art. 4 Abs. 4 KommZG)", false),
    (MinutesItem::Place, "Vertrag (Art. 4 Abs. 4 KommZG)", false),
    (MinutesItem::Present, "Vertrag (Art. 4 Abs. 4 KommZG)", false),
    (MinutesItem::Absent, "Vertrag (Art. 4 Abs. 4 KommZG)", false),
    (MinutesItem::Matters, "Vertrag (Art. 4 Abs. 4 KommZG)", false),
    (MinutesItem::Wording, "Art. 5 Abs. 1 KommZG", false),
    (MinutesItem::VoteResults, "Art. 5 Abs. 1 KommZG", false),
    (MinutesItem::ChairSignature, "Vertrag (Art. 4 Abs. 4 KommZG)", false),
    (MinutesItem::MinuteTakerSignature, "Vertrag (Art. 4 Abs. 4 KommZG)", false),
];

/// Result notes are enough.
const INFORMAL: &[Entry] = &[
    (MinutesItem::Day, "Ergebnisnotiz", false),
    (MinutesItem::Present, "Ergebnisnotiz", false),
    (MinutesItem::Matters, "Ergebnisnotiz", false),
];

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
