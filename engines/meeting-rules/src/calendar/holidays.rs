//! Public holidays in Bavaria (Art. 1 FTG) and the days that are often taken for one.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::easter::easter_sunday;
use crate::words::word_enum;

/// What differs between Bavarian municipalities. The default has neither: no day is taken for free by mistake.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Region {
    /// Mariä Himmelfahrt is a holiday: municipalities with mostly Catholic inhabitants (Art. 1 (1) no. 2 FTG).
    pub assumption: bool,
    /// The Friedensfest is a holiday: the city of Augsburg (Art. 1 (2) FTG).
    pub peace: bool,
}

word_enum! {
    /// A public holiday in Bavaria (Art. 1 FTG; German Unity Day: Art. 2 (2) of the Unification Treaty).
    pub enum Holiday {
        /// 1 January.
        NewYear = "new_year",
        /// 6 January.
        Epiphany = "epiphany",
        /// Two days before Easter.
        GoodFriday = "good_friday",
        /// The day after Easter.
        EasterMonday = "easter_monday",
        /// 1 May.
        LabourDay = "labour_day",
        /// 39 days after Easter.
        Ascension = "ascension",
        /// 50 days after Easter.
        WhitMonday = "whit_monday",
        /// 60 days after Easter.
        CorpusChristi = "corpus_christi",
        /// 8 August, in Augsburg.
        PeaceFestival = "peace_festival",
        /// 15 August, in municipalities with mostly Catholic inhabitants.
        Assumption = "assumption",
        /// 3 October.
        GermanUnity = "german_unity",
        /// 31 October 2017 only (Art. 1 (2a) FTG of that time, GVBl. 2016 p. 50).
        Reformation = "reformation",
        /// 1 November.
        AllSaints = "all_saints",
        /// 25 December.
        ChristmasDay = "christmas_day",
        /// 26 December.
        BoxingDay = "boxing_day",
    }
}

impl Holiday {
    /// The name in German.
    pub const fn german(self) -> &'static str {
        match self {
            Self::NewYear => "Neujahr",
            Self::Epiphany => "Heilige Drei Könige",
            Self::GoodFriday => "Karfreitag",
            Self::EasterMonday => "Ostermontag",
            Self::LabourDay => "Tag der Arbeit",
            Self::Ascension => "Christi Himmelfahrt",
            Self::WhitMonday => "Pfingstmontag",
            Self::CorpusChristi => "Fronleichnam",
            Self::PeaceFestival => "Augsburger Friedensfest",
            Self::Assumption => "Mariä Himmelfahrt",
            Self::GermanUnity => "Tag der Deutschen Einheit",
            Self::Reformation => "Reformationstag",
            Self::AllSaints => "Allerheiligen",
            Self::ChristmasDay => "Erster Weihnachtstag",
            Self::BoxingDay => "Zweiter Weihnachtstag",
        }
    }

    /// The name in English.
    pub const fn english(self) -> &'static str {
        match self {
            Self::NewYear => "New Year's Day",
            Self::Epiphany => "Epiphany",
            Self::GoodFriday => "Good Friday",
            Self::EasterMonday => "Easter Monday",
            Self::LabourDay => "Labour Day",
            Self::Ascension => "Ascension Day",
            Self::WhitMonday => "Whit Monday",
            Self::CorpusChristi => "Corpus Christi",
            Self::PeaceFestival => "Augsburg Peace Festival",
            Self::Assumption => "Assumption Day",
            Self::GermanUnity => "German Unity Day",
            Self::Reformation => "Reformation Day",
            Self::AllSaints => "All Saints' Day",
            Self::ChristmasDay => "Christmas Day",
            Self::BoxingDay => "Boxing Day",
        }
    }
}

word_enum! {
    /// A day that people ask about although it is no public holiday where they are.
    pub enum NearHoliday {
        /// Mariä Himmelfahrt where it is no holiday.
        Assumption = "assumption",
        /// The Wednesday before 23 November; no holiday in Bavaria since 1995, but no school.
        RepentanceDay = "repentance_day",
        /// 31 October, a holiday in other states.
        Reformation = "reformation",
        /// 24 December.
        ChristmasEve = "christmas_eve",
        /// 31 December.
        NewYearsEve = "new_years_eve",
    }
}

impl NearHoliday {
    /// The name in German.
    pub const fn german(self) -> &'static str {
        match self {
            Self::Assumption => "Mariä Himmelfahrt",
            Self::RepentanceDay => "Buß- und Bettag",
            Self::Reformation => "Reformationstag",
            Self::ChristmasEve => "Heiliger Abend",
            Self::NewYearsEve => "Silvester",
        }
    }

    /// The name in English.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Assumption => "Assumption Day",
            Self::RepentanceDay => "Day of Repentance and Prayer",
            Self::Reformation => "Reformation Day",
            Self::ChristmasEve => "Christmas Eve",
            Self::NewYearsEve => "New Year's Eve",
        }
    }
}

/// The public holiday on this day, by the law in force since 1995 (when Buß- und Bettag was given up).
pub fn holiday(day: Date, region: Region) -> Option<Holiday> {
    fixed(day, region).or_else(|| movable(day))
}

fn fixed(day: Date, region: Region) -> Option<Holiday> {
    Some(match (day.month(), day.day()) {
        (1, 1) => Holiday::NewYear,
        (1, 6) => Holiday::Epiphany,
        (5, 1) => Holiday::LabourDay,
        (8, 8) if region.peace => Holiday::PeaceFestival,
        (8, 15) if region.assumption => Holiday::Assumption,
        (10, 3) => Holiday::GermanUnity,
        (10, 31) if day.year() == 2017 => Holiday::Reformation,
        (11, 1) => Holiday::AllSaints,
        (12, 25) => Holiday::ChristmasDay,
        (12, 26) => Holiday::BoxingDay,
        _ => return None,
    })
}

fn movable(day: Date) -> Option<Holiday> {
    let easter = easter_sunday(day.year())?;
    Some(match easter.until(day).ok()?.get_days() {
        -2 => Holiday::GoodFriday,
        1 => Holiday::EasterMonday,
        39 => Holiday::Ascension,
        50 => Holiday::WhitMonday,
        60 => Holiday::CorpusChristi,
        _ => return None,
    })
}

/// The day's name, if it is one that people take for a public holiday and it is none here.
pub fn near_holiday(day: Date, region: Region) -> Option<NearHoliday> {
    if holiday(day, region).is_some() {
        return None;
    }
    Some(match (day.month(), day.day()) {
        (8, 15) => NearHoliday::Assumption,
        (10, 31) => NearHoliday::Reformation,
        (12, 24) => NearHoliday::ChristmasEve,
        (12, 31) => NearHoliday::NewYearsEve,
        // The Wednesday before the last Sunday of the church year is always 16 to 22 November.
        (11, 16..=22) if day.weekday() == Weekday::Wednesday => NearHoliday::RepentanceDay,
        _ => return None,
    })
}
