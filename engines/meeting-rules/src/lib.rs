//! The law and the statutes of meetings, as data and pure functions.
//!
//! A body (council, association, Zweckverband, working group) has a [`RuleSet`]; [`presets()`] has one
//! for each of the five regimes to begin with. From it follow the last day for the invitation
//! ([`plan`]), the quorum ([`judge_quorum`]), the verdict of a vote ([`check_ballot`], [`decide`]), of
//! an election ([`elect`]) and of a circular ([`judge_circular`]), what is missing in the minutes
//! ([`missing_for_minutes`]) and the next date ([`propose`]).
//!
//! ```
//! use allmende_meeting_rules::{Count, Delivery, Outcome, Region, Votes, decide, plan, presets};
//! use jiff::civil::date;
//!
//! let [association, ..] = presets();
//! let plan = plan(&association.rules.notice, date(2017, 11, 30), Region::default(), Delivery::Letter)?;
//! assert_eq!(plan.send_by, date(2017, 11, 15));
//!
//! let count = Count { yes: Votes::whole(11), no: Votes::whole(2), abstain: Votes::ONE, ..Count::default() };
//! assert_eq!(decide(&association.rules.majority, &count)?.outcome, Outcome::Adopted);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! No clock, no input or output: days are arguments. Arithmetic is exact, on whole thousandths.
//! Rules come from `docs/meeting-rules.md`, which names each paragraph and what is an assumption.
//! Nothing here is legal advice; the statutes of the body win wherever the law lets them.

mod bound;
mod calendar;
mod circular;
mod election;
mod majority;
mod minutes;
mod notice;
mod presets;
mod proposal;
mod quorum;
mod rule_set;
mod votes;
mod words;

pub use bound::Bound;
pub use calendar::{
    DayUnit, Holiday, NearHoliday, Region, SchoolDay, SchoolHoliday, easter_sunday, holiday, is_weekday,
    is_working_day, near_holiday, school_holiday, school_holidays_known,
};
pub use circular::{
    Answers, CircularFailure, CircularFault, CircularKind, CircularRule, CircularVerdict, Silence, association_consent,
    circular_deadline, judge_circular,
};
pub use election::{
    CandidateVotes, Elected, ElectionFault, ElectionMethod, ElectionRule, ElectionState, ElectionTie, LotPurpose,
    Round, RoundKind, RoundReason, ThreeLead, elect,
};
pub use majority::{
    Abstention, BallotFault, Count, MajorityBase, MajorityRule, Outcome, Threshold, ThresholdKind, Tie, Verdict,
    check_ballot, decide,
};
pub use minutes::{MinutesFacts, MinutesGap, MinutesItem, missing_for_minutes};
pub use notice::{
    Delivery, MOST_NOTICE_DAYS, Notice, NoticeFault, NoticeLine, NoticeMark, NoticePlan, NoticeStart, NoticeVerdict,
    RestDays, judge, judge_receipt, plan, urgent_call_by,
};
pub use presets::{LAW_OF_PRESETS, Preset, presets, presets_on};
pub use proposal::{
    Busy, Candidate, MOST_HORIZON_DAYS, Proposal, ProposalFault, SkipReason, Skipped, WeekDay, Wish, propose,
};
pub use quorum::{
    ConcernedRule, Presence, QuorumFault, QuorumKind, QuorumReason, QuorumRule, QuorumUnit, QuorumVerdict, SecondCall,
    SecondMeeting, judge_quorum,
};
pub use rule_set::{AgendaBinding, Form, Late, NoticeForm, Publicity, Regime, RuleSet, Signatures, Urgent};
pub use votes::{Votes, VotesFault};
