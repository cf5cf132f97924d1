//! Proposing the next date of a meeting.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::calendar::{Holiday, SchoolDay, SchoolHoliday};
use crate::notice::NoticePlan;
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
