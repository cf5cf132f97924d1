//! Recognising German dates without guessing.
//!
//! A date is either read completely, or it is reported with the reason why not. A missing year is
//! filled in from an explicit statement only: the other end of a range, a heading that names one
//! year, or the report's period if exactly one year fits.

mod forms;
mod leading;
mod resolve;
mod scan;
mod words;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub(crate) use leading::{leading, skip_time, time_at_start};
pub(crate) use scan::scan;
pub(crate) use words::is_weekday;

/// Whether a word, perhaps abbreviated, names a month.
pub(crate) fn is_month(word: &str) -> bool {
    words::month(word.trim_end_matches(['.', ',', ':'])).is_some()
}

/// How exactly a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// One day, or a range of whole days.
    Day,
    /// An ISO week; the date is its Monday.
    Week,
    /// A month; the date is its first day.
    Month,
    /// A quarter; the date is its first day.
    Quarter,
    /// A half-year; the date is its first day.
    HalfYear,
    /// A year; the date is its first day.
    Year,
}

impl Precision {
    /// Whether the date is a single day or a range of days.
    pub fn is_day(&self) -> bool {
        *self == Self::Day
    }
}

/// Where the year of a date came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YearSource {
    /// Written with the date or with the other end of its range.
    Written,
    /// From a heading above that names exactly one year.
    Heading,
    /// From the report's period, in which exactly one year fits.
    Period,
}

/// A date that is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateSpan {
    /// First day.
    pub start: Date,
    /// Last day, if a range was written.
    pub end: Option<Date>,
    /// How exactly the writer knew it.
    pub precision: Precision,
    /// Where the year came from.
    pub year: YearSource,
}

impl DateSpan {
    /// The last day the span covers, also when it was written as a month or quarter.
    pub fn last_day(&self) -> Date {
        let last = self.end.unwrap_or(self.start);
        let months = match self.precision {
            Precision::Day => return last,
            Precision::Week if self.end.is_some() => return last,
            Precision::Week => return last.saturating_add(jiff::Span::new().days(6)),
            Precision::Month => 0,
            Precision::Quarter => 2,
            Precision::HalfYear => 5,
            Precision::Year => 11,
        };
        last.first_of_month().saturating_add(jiff::Span::new().months(months)).last_of_month()
    }
}

/// What a written date turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// A certain date.
    Known(DateSpan),
    /// Not a date that exists, or more than one: the German reason.
    Unclear(String),
}

impl Reading {
    /// The span, if it is certain.
    pub fn known(&self) -> Option<DateSpan> {
        match self {
            Self::Known(span) => Some(*span),
            Self::Unclear(_) => None,
        }
    }
}

/// A date found in a text, with its byte range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateHit {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it means.
    pub reading: Reading,
}

/// What is known about the year where a date stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct YearContext {
    /// The one year named by a heading above.
    pub heading: Option<i16>,
    /// The report's period, both ends included.
    pub period: Option<(Date, Date)>,
    /// The report writes years with two digits: »Dez. 22« is a month of its year.
    pub short: bool,
}

/// All dates in a text, in order. Numbers that are no dates (times, amounts, chapters) are left out.
pub fn find_dates(text: &str, context: &YearContext) -> Vec<DateHit> {
    scan(text, context)
}
