//! School holidays in Bavaria: published by the ministry some years ahead, therefore a table with validity.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::school_table::{KNOWN, PERIODS};
use crate::words::word_enum;

word_enum! {
    /// A period without school (Ferienordnung after Art. 5 (2) BayEUG).
    pub enum SchoolHoliday {
        /// Days around All Saints.
        Autumn = "autumn",
        /// Buß- und Bettag: no holiday, no school.
        RepentanceDay = "repentance_day",
        /// Christmas.
        Christmas = "christmas",
        /// Early in the year, around carnival.
        Spring = "spring",
        /// Easter.
        Easter = "easter",
        /// Whitsun.
        Whitsun = "whitsun",
        /// Summer.
        Summer = "summer",
    }
}

impl SchoolHoliday {
    /// The name in German.
    pub const fn german(self) -> &'static str {
        match self {
            Self::Autumn => "Herbstferien",
            Self::RepentanceDay => "Buß- und Bettag (unterrichtsfrei)",
            Self::Christmas => "Weihnachtsferien",
            Self::Spring => "Frühjahrsferien",
            Self::Easter => "Osterferien",
            Self::Whitsun => "Pfingstferien",
            Self::Summer => "Sommerferien",
        }
    }

    /// The name in English.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Autumn => "autumn holidays",
            Self::RepentanceDay => "Day of Repentance and Prayer (no school)",
            Self::Christmas => "Christmas holidays",
            Self::Spring => "spring holidays",
            Self::Easter => "Easter holidays",
            Self::Whitsun => "Whitsun holidays",
            Self::Summer => "summer holidays",
        }
    }
}

/// What the table knows of a day. Weekends and public holidays outside of school holidays are
/// [`SchoolDay::School`]: ask [`holiday`](super::holiday) for those.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolDay {
    /// In school holidays.
    Holiday(SchoolHoliday),
    /// In school time.
    School,
    /// Not in the table: no holiday order was checked for this day.
    Unknown,
}

/// Whether the day is in Bavarian school holidays.
pub fn school_holiday(day: Date) -> SchoolDay {
    if let Some(period) = PERIODS.iter().find(|period| period.first <= day && day <= period.last) {
        return SchoolDay::Holiday(period.name);
    }
    if KNOWN.iter().any(|(first, last)| *first <= day && day <= *last) { SchoolDay::School } else { SchoolDay::Unknown }
}

/// The stretches of time (first and last day) for which the table is complete.
pub fn school_holidays_known() -> &'static [(Date, Date)] {
    KNOWN
}
