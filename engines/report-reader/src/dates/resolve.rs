//! From written parts to a date: existence, order and the year.

use super::{DateSpan, Precision, Reading, YearContext, YearSource};
use jiff::Span;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The parts of one date as written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) day: Option<i8>,
    pub(super) month: Option<i8>,
    pub(super) year: Option<i16>,
}

/// What was written, before anything is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Raw {
    Point(Point),
    Range(Point, Point),
    Week(i8, Option<i8>, Option<i16>),
    Quarter(i8, Option<i16>),
    Half(i8, Option<i16>),
    Season,
    Slash(i8, i8, i16),
    LooseYear(i8, i16),
    Choice,
    PartOfMonth,
    OnlyYear(i16),
}

/// Two digits are read as in letters: 00–79 this century, 80–99 the last one.
pub(super) fn full_year(digits: &str) -> Option<i16> {
    let value: i16 = digits.parse().ok()?;
    match digits.len() {
        4 if (1900..=2100).contains(&value) => Some(value),
        2 if value < 80 => Some(2000 + value),
        2 => Some(1900 + value),
        _ => None,
    }
}

fn unclear(reason: &str) -> Reading {
    Reading::Unclear(reason.to_owned())
}

fn known(start: Date, end: Option<Date>, precision: Precision, year: YearSource) -> Reading {
    Reading::Known(DateSpan { start, end, precision, year })
}

fn first_day(point: Point, year: i16) -> Option<Date> {
    Date::new(year, point.month?, point.day.unwrap_or(1)).ok()
}

/// The year for parts without one, if a heading or the period settles it.
fn year_for(fits: impl Fn(i16) -> Option<(Date, Date)>, context: &YearContext) -> Option<(i16, YearSource)> {
    if let Some(year) = context.heading {
        return Some((year, YearSource::Heading));
    }
    let (from, to) = context.period?;
    let mut candidates =
        (from.year()..=to.year()).filter(|year| fits(*year).is_some_and(|(first, last)| first <= to && last >= from));
    let only = candidates.next()?;
    if candidates.next().is_some() { None } else { Some((only, YearSource::Period)) }
}

const NO_YEAR: &str = "Das Jahr fehlt und ergibt sich nicht eindeutig aus Überschrift oder Berichtszeitraum.";
const NO_SUCH_DAY: &str = "Diesen Tag gibt es nicht.";
const BACKWARDS: &str = "Das Ende liegt vor dem Anfang.";

/// Whether a day and month exist in any year, so that a missing year is the only doubt.
fn exists_sometime(point: Point) -> bool {
    first_day(point, 2024).is_some()
}

fn single(point: Point, context: &YearContext) -> Reading {
    if !exists_sometime(point) {
        return unclear(NO_SUCH_DAY);
    }
    let (year, source) = match point.year {
        Some(year) => (year, YearSource::Written),
        None => match year_for(
            |year| {
                let first = first_day(point, year)?;
                Some((first, if point.day.is_some() { first } else { first.last_of_month() }))
            },
            context,
        ) {
            Some(found) => found,
            None => return unclear(NO_YEAR),
        },
    };
    let precision = if point.day.is_some() { Precision::Day } else { Precision::Month };
    first_day(point, year).map_or_else(|| unclear(NO_SUCH_DAY), |date| known(date, None, precision, source))
}

fn range(from: Point, to: Point, context: &YearContext) -> Reading {
    if !exists_sometime(from) || !exists_sometime(to) {
        return unclear(NO_SUCH_DAY);
    }
    let turns = (from.month, from.day) > (to.month, to.day);
    let (from_year, to_year, source) = match (from.year, to.year) {
        (Some(a), Some(b)) => (a, b, YearSource::Written),
        // »28.12.–02.01.2024« can only begin in the year before. Within one month it is a slip.
        (None, Some(b)) if turns && from.month != to.month => (b - 1, b, YearSource::Written),
        (None, Some(b)) => (b, b, YearSource::Written),
        (Some(a), None) if turns && from.month != to.month => (a, a + 1, YearSource::Written),
        (Some(a), None) => (a, a, YearSource::Written),
        (None, None) => {
            let next = i16::from(turns && from.month != to.month);
            match year_for(|year| Some((first_day(from, year)?, first_day(to, year + next)?)), context) {
                Some((year, source)) => (year, year + next, source),
                None => return unclear(NO_YEAR),
            }
        }
    };
    let (Some(start), Some(mut end)) = (first_day(from, from_year), first_day(to, to_year)) else {
        return unclear(NO_SUCH_DAY);
    };
    let precision = if from.day.is_some() { Precision::Day } else { Precision::Month };
    if to.day.is_none() {
        end = end.last_of_month();
    }
    match start.cmp(&end) {
        std::cmp::Ordering::Greater => unclear(BACKWARDS),
        std::cmp::Ordering::Equal => known(start, None, precision, source),
        std::cmp::Ordering::Less => known(start, Some(end), precision, source),
    }
}

fn monday(week: i8, year: i16) -> Option<Date> {
    ISOWeekDate::new(year, week, Weekday::Monday).ok().map(ISOWeekDate::date)
}

/// Months that begin at `month` and last `length`.
fn block(month: i8, length: i32, precision: Precision, year: Option<i16>, context: &YearContext) -> Reading {
    let ends = |year: i16| {
        let first = Date::new(year, month, 1).ok()?;
        Some((first, first.saturating_add(Span::new().months(length - 1)).last_of_month()))
    };
    let found = year.map(|year| (year, YearSource::Written)).or_else(|| year_for(ends, context));
    let Some((year, source)) = found else {
        return unclear(NO_YEAR);
    };
    ends(year).map_or_else(|| unclear(NO_SUCH_DAY), |(first, _)| known(first, None, precision, source))
}

fn week(first: i8, last: Option<i8>, year: Option<i16>, context: &YearContext) -> Reading {
    let found = year.map(|year| (year, YearSource::Written)).or_else(|| {
        year_for(|year| monday(first, year).map(|day| (day, day.saturating_add(Span::new().days(6)))), context)
    });
    let Some((year, source)) = found else {
        return unclear(NO_YEAR);
    };
    let Some(start) = monday(first, year) else {
        return unclear("Diese Kalenderwoche gibt es nicht.");
    };
    match last {
        None => known(start, None, Precision::Week, source),
        Some(last) => match monday(last, year) {
            Some(end) if end > start => {
                known(start, Some(end.saturating_add(Span::new().days(6))), Precision::Week, source)
            }
            _ => unclear(BACKWARDS),
        },
    }
}

/// Decides what was written.
pub(super) fn resolve(raw: Raw, context: &YearContext) -> Reading {
    match raw {
        Raw::Point(point) => single(point, context),
        Raw::Range(from, to) => range(from, to, context),
        Raw::Week(first, last, year) => week(first, last, year, context),
        Raw::Quarter(quarter, year) => block(quarter * 3 - 2, 3, Precision::Quarter, year, context),
        Raw::Half(half, year) => block(half * 6 - 5, 6, Precision::HalfYear, year, context),
        Raw::Season => unclear("Eine Jahreszeit nennt keinen Tag und keinen Monat."),
        Raw::LooseYear(month, year) if context.short => {
            single(Point { day: None, month: Some(month), year: Some(2000 + year) }, context)
        }
        Raw::LooseYear(..) => unclear("Die Zahl nach dem Monat kann ein Jahr oder ein Tag sein."),
        Raw::PartOfMonth => unclear("Ein Teil eines Monats nennt keinen Tag."),
        Raw::Choice => unclear("Hier stehen zwei Tage zur Wahl."),
        Raw::OnlyYear(year) => block(1, 12, Precision::Year, Some(year), context),
        Raw::Slash(a, b, year) => {
            let day_first = Point { day: Some(a), month: Some(b), year: Some(year) };
            let month_first = Point { day: Some(b), month: Some(a), year: Some(year) };
            match (exists_sometime(day_first), exists_sometime(month_first)) {
                (true, true) if a != b => unclear("Tag und Monat lassen sich nicht sicher unterscheiden."),
                (true, _) => single(day_first, context),
                (false, true) => single(month_first, context),
                (false, false) => unclear(NO_SUCH_DAY),
            }
        }
    }
}
