//! Proposing the next date of a meeting.

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};

use crate::calendar::{Holiday, NearHoliday, Region, SchoolDay, SchoolHoliday, holiday, near_holiday, school_holiday};
use crate::notice::{Delivery, Notice, NoticeFault, NoticePlan, plan};
use crate::words::word_enum;

word_enum! {
    /// A day of the week (ISO 8601: Monday first).
    pub enum WeekDay {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

/// What a body wishes for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// The day of the week; `None` for any from Monday to Friday.
    pub weekday: Option<WeekDay>,
    /// The hour, in local time; handed through to the candidates.
    pub time: Time,
    /// The first day that may be proposed.
    pub not_before: Date,
    /// How many days from `not_before` on are looked at; at most [`MOST_HORIZON_DAYS`].
    pub horizon_days: u32,
    /// How many candidates are wanted.
    pub candidates: u32,
    /// Leave out public holidays.
    pub avoid_holidays: bool,
    /// Leave out school holidays, as far as the table knows them.
    pub avoid_school_holidays: bool,
}

/// The longest horizon, in days.
pub const MOST_HORIZON_DAYS: u32 = 1100;

/// A day on which the meeting cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Busy {
    /// The day.
    pub day: Date,
    /// Why, in the words of whoever knows.
    pub reason: String,
}

/// Why a day was skipped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "skip", rename_all = "snake_case")]
pub enum SkipReason {
    /// The period of notice can no longer be kept.
    NoticeTooShort {
        /// The invitation had to leave on this day.
        send_by: Date,
    },
    /// A public holiday.
    PublicHoliday {
        /// Which.
        holiday: Holiday,
    },
    /// School holidays.
    SchoolHolidays {
        /// Which.
        holiday: SchoolHoliday,
    },
    /// Somebody is busy.
    Busy {
        /// Why.
        reason: String,
    },
}

/// A day that was skipped, with all its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// The day.
    pub day: Date,
    /// Why; at least one.
    pub reasons: Vec<SkipReason>,
}

/// A day that fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The day.
    pub day: Date,
    /// The hour wished for.
    pub time: Time,
    /// The period of notice for it.
    pub plan: NoticePlan,
    /// Whether it is in school time; unknown outside of the table.
    pub school: SchoolDay,
    /// A day that people take for a public holiday; it is not left out, but worth a second look.
    pub near_holiday: Option<NearHoliday>,
    /// Days of the wished weekday that were skipped since the candidate before (or since the beginning).
    pub skipped: Vec<Skipped>,
}

/// The proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Days that fit, in time order.
    pub candidates: Vec<Candidate>,
    /// Days skipped after the last candidate: why there are not more.
    pub skipped: Vec<Skipped>,
}

/// Why nothing can be proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalFault {
    /// A horizon beyond [`MOST_HORIZON_DAYS`].
    #[error("Der Zeitraum ist zu lang: höchstens 1100 Tage.")]
    HorizonTooLong,
    /// The period of notice cannot be worked out.
    #[error(transparent)]
    Notice(NoticeFault),
}

impl From<NoticeFault> for ProposalFault {
    fn from(fault: NoticeFault) -> Self {
        Self::Notice(fault)
    }
}

/// The first days that fit, with the reasons of those that do not. No day before `today` is looked at.
///
/// # Errors
/// [`ProposalFault`] for a horizon or a notice that cannot be.
pub fn propose(
    wish: &Wish,
    notice: &Notice,
    delivery: Delivery,
    region: Region,
    busy: &[Busy],
    today: Date,
) -> Result<Proposal, ProposalFault> {
    if wish.horizon_days > MOST_HORIZON_DAYS {
        return Err(ProposalFault::HorizonTooLong);
    }
    let wanted = usize::try_from(wish.candidates).unwrap_or(usize::MAX);
    let mut proposal = Proposal::default();
    for days in 0..i64::from(wish.horizon_days) {
        let Ok(day) = wish.not_before.checked_add(days.days()) else { break };
        if proposal.candidates.len() >= wanted {
            break;
        }
        if day < today || !wanted_weekday(wish.weekday, day) {
            continue;
        }
        let plan = plan(notice, day, region, delivery)?;
        let reasons = reasons_against(wish, &plan, region, busy, today);
        if !reasons.is_empty() {
            proposal.skipped.push(Skipped { day, reasons });
            continue;
        }
        let skipped = std::mem::take(&mut proposal.skipped);
        let (school, near_holiday) = (school_holiday(day), near_holiday(day, region));
        proposal.candidates.push(Candidate { day, time: wish.time, plan, school, near_holiday, skipped });
    }
    Ok(proposal)
}

fn reasons_against(wish: &Wish, plan: &NoticePlan, region: Region, busy: &[Busy], today: Date) -> Vec<SkipReason> {
    let day = plan.meeting;
    let mut reasons = Vec::new();
    if plan.send_by < today {
        reasons.push(SkipReason::NoticeTooShort { send_by: plan.send_by });
    }
    if let (true, Some(holiday)) = (wish.avoid_holidays, holiday(day, region)) {
        reasons.push(SkipReason::PublicHoliday { holiday });
    }
    if let (true, SchoolDay::Holiday(holiday)) = (wish.avoid_school_holidays, school_holiday(day)) {
        reasons.push(SkipReason::SchoolHolidays { holiday });
    }
    reasons.extend(
        busy.iter().filter(|busy| busy.day == day).map(|busy| SkipReason::Busy { reason: busy.reason.clone() }),
    );
    reasons
}

fn wanted_weekday(wish: Option<WeekDay>, day: Date) -> bool {
    match wish {
        Some(weekday) => WeekDay::of(day) == weekday,
        None => !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday),
    }
}

impl WeekDay {
    /// The weekday of a day.
    pub fn of(day: Date) -> Self {
        match day.weekday() {
            Weekday::Monday => Self::Monday,
            Weekday::Tuesday => Self::Tuesday,
            Weekday::Wednesday => Self::Wednesday,
            Weekday::Thursday => Self::Thursday,
            Weekday::Friday => Self::Friday,
            Weekday::Saturday => Self::Saturday,
            Weekday::Sunday => Self::Sunday,
        }
    }
}
