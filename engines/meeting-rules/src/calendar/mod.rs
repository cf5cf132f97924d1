//! Days in Bavaria: public holidays, working days, school holidays.

mod easter;
mod holidays;
mod school;
mod school_table;

use jiff::civil::{Date, Weekday};

use crate::words::word_enum;

pub use easter::easter_sunday;
pub use holidays::{Holiday, NearHoliday, Region, holiday, near_holiday};
pub use school::{SchoolDay, SchoolHoliday, school_holiday, school_holidays_known};

word_enum! {
    /// Which days a period counts.
    pub enum DayUnit {
        /// Every day (§ 187, § 188 BGB).
        Calendar = "calendar",
        /// Monday to Friday without public holidays ("Arbeitstage").
        Working = "working",
        /// Monday to Saturday without public holidays ("Werktage", compare § 3 (2) BUrlG).
        Weekday = "weekday",
    }
}

impl DayUnit {
    /// Whether a period in this unit counts the day.
    pub fn counts(self, day: Date, region: Region) -> bool {
        match self {
            Self::Calendar => true,
            Self::Working => is_working_day(day, region),
            Self::Weekday => is_weekday(day, region),
        }
    }
}

/// Monday to Friday and no public holiday ("Arbeitstag").
pub fn is_working_day(day: Date, region: Region) -> bool {
    day.weekday() != Weekday::Saturday && is_weekday(day, region)
}

/// Monday to Saturday and no public holiday ("Werktag").
pub fn is_weekday(day: Date, region: Region) -> bool {
    day.weekday() != Weekday::Sunday && holiday(day, region).is_none()
}
