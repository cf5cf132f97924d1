//! A month as rows of weeks: pure.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The weeks of the month of a day, Monday first, each with seven days; the first and last reach into the months beside.
pub fn weeks(of: Date) -> Vec<[Date; 7]> {
    let first = of.first_of_month();
    let back = i64::from(first.weekday().since(Weekday::Monday));
    let Ok(mut day) = first.checked_sub(back.days()) else { return Vec::new() };
    let mut weeks = Vec::new();
    while day <= of.last_of_month() {
        let mut week = [day; 7];
        for (index, place) in (0_i64..).zip(week.iter_mut()) {
            let Ok(one) = day.checked_add(index.days()) else { return weeks };
            *place = one;
        }
        weeks.push(week);
        let Ok(next) = day.checked_add(7.days()) else { return weeks };
        day = next;
    }
    weeks
}

/// The first day of a month written as "2017-11"; `None` for anything else.
pub fn parse_month(text: &str) -> Option<Date> {
    let (year, month) = text.split_once('-')?;
    (year.len() == 4 && month.len() == 2).then_some(())?;
    Date::new(year.parse().ok().filter(|year| (1900..=2199).contains(year))?, month.parse().ok()?, 1).ok()
}

/// A month as "2017-11".
pub fn month_word(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_is_shown_in_whole_weeks() {
        // November 2017 begins on a Wednesday and has 30 days: five weeks from 30 October to 3 December.
        let november = weeks(date(2017, 11, 14));
        assert_eq!(november.len(), 5);
        assert_eq!((november[0][0], november[4][6]), (date(2017, 10, 30), date(2017, 12, 3)));
        // February 2021 begins on a Monday and has 28 days: four weeks and not a day more.
        let february = weeks(date(2021, 2, 1));
        assert_eq!((february.len(), february[0][0], february[3][6]), (4, date(2021, 2, 1), date(2021, 2, 28)));
        // July 2017 begins on a Saturday: six weeks.
        assert_eq!(weeks(date(2017, 7, 31)).len(), 6);
    }

    #[test]
    fn months_are_read_strictly() {
        assert_eq!(parse_month("2017-11"), Some(date(2017, 11, 1)));
        for text in ["", "2017", "2017-13", "17-11", "2017-1", "9999-01", "2017-11-01", "x"] {
            assert_eq!(parse_month(text), None, "{text}");
        }
        assert_eq!(month_word(date(2017, 3, 9)), "2017-03");
    }
}
