//! Dates.

use jiff::civil::{Date, Weekday};

use super::{Language, NO_BREAK};

const MONTHS_DE: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// 27.03.2017, for tables and forms; the same in both languages, so that columns agree.
pub fn date(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// 27. März 2017 or 27 March 2017, for prose. The day never stands alone at the end of a line.
pub fn long_date(date: Date, language: Language) -> String {
    let month = month_name(date.month(), language);
    match language {
        Language::De => format!("{}.{NO_BREAK}{month} {}", date.day(), date.year()),
        Language::En => format!("{}{NO_BREAK}{month} {}", date.day(), date.year()),
    }
}

/// Do, 30.11.2017 or Thu, 30.11.2017.
pub fn date_with_weekday(day: Date, language: Language) -> String {
    format!("{},{NO_BREAK}{}", short_weekday(day.weekday(), language), date(day))
}

/// Donnerstag, 30. November 2017 or Thursday, 30 November 2017.
pub fn long_date_with_weekday(date: Date, language: Language) -> String {
    format!("{}, {}", weekday(date, language), long_date(date, language))
}

/// 01.05.2017–01.12.2017; a single day stands alone.
pub fn date_range(from: Date, to: Date) -> String {
    if from == to { date(from) } else { format!("{}–{}", date(from), date(to)) }
}

/// März 2023 or March 2023.
pub fn month_of_year(date: Date, language: Language) -> String {
    format!("{} {}", month_name(date.month(), language), date.year())
}

/// The name of a month from 1 to 12; empty for any other number.
pub fn month_name(month: i8, language: Language) -> &'static str {
    let names = match language {
        Language::De => &MONTHS_DE,
        Language::En => &MONTHS_EN,
    };
    usize::try_from(month.saturating_sub(1)).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
}

/// Donnerstag or Thursday.
pub fn weekday(date: Date, language: Language) -> &'static str {
    let (german, english) = match date.weekday() {
        Weekday::Monday => ("Montag", "Monday"),
        Weekday::Tuesday => ("Dienstag", "Tuesday"),
        Weekday::Wednesday => ("Mittwoch", "Wednesday"),
        Weekday::Thursday => ("Donnerstag", "Thursday"),
        Weekday::Friday => ("Freitag", "Friday"),
        Weekday::Saturday => ("Samstag", "Saturday"),
        Weekday::Sunday => ("Sonntag", "Sunday"),
    };
    match language {
        Language::De => german,
        Language::En => english,
    }
}

fn short_weekday(day: Weekday, language: Language) -> &'static str {
    let (german, english) = match day {
        Weekday::Monday => ("Mo", "Mon"),
        Weekday::Tuesday => ("Di", "Tue"),
        Weekday::Wednesday => ("Mi", "Wed"),
        Weekday::Thursday => ("Do", "Thu"),
        Weekday::Friday => ("Fr", "Fri"),
        Weekday::Saturday => ("Sa", "Sat"),
        Weekday::Sunday => ("So", "Sun"),
    };
    match language {
        Language::De => german,
        Language::En => english,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn writes_dates() {
        let cases = [
            (date(day(2017, 3, 27)), "27.03.2017"),
            (long_date(day(2017, 3, 27), Language::De), "27.\u{a0}März 2017"),
            (long_date(day(2017, 3, 27), Language::En), "27\u{a0}March 2017"),
            (date_with_weekday(day(2017, 11, 30), Language::De), "Do,\u{a0}30.11.2017"),
            (date_with_weekday(day(2017, 11, 30), Language::En), "Thu,\u{a0}30.11.2017"),
            (long_date_with_weekday(day(2026, 1, 1), Language::De), "Donnerstag, 1.\u{a0}Januar 2026"),
            (month_of_year(day(2023, 3, 1), Language::De), "März 2023"),
            (date_range(day(2017, 5, 1), day(2017, 12, 1)), "01.05.2017–01.12.2017"),
            (date_range(day(2017, 5, 1), day(2017, 5, 1)), "01.05.2017"),
            (month_name(12, Language::En).to_owned(), "December"),
            (month_name(0, Language::De).to_owned(), ""),
            (month_name(i8::MIN, Language::De).to_owned(), ""),
            (month_name(13, Language::De).to_owned(), ""),
        ];
        for (is, should) in cases {
            assert_eq!(is, should);
        }
    }
}
