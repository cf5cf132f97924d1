//! The words of a report in its language, with numbers and days as that language writes them.

use allmende_documents::format as german;
use allmende_projects::model::Precision;
use allmende_store::Day;
use allmende_web::texts::{Language, TextValue, Texts};

use crate::facts::Period;

/// Texts in the language of the report. Their keys begin with `report-doc-`.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    texts: &'a Texts,
    language: Language,
}

impl<'a> Words<'a> {
    /// The words in a language.
    pub fn new(texts: &'a Texts, language: Language) -> Self {
        Self { texts, language }
    }

    /// The language as documents name it.
    pub fn document_language(&self) -> german::Language {
        match self.language {
            Language::German => german::Language::De,
            Language::English => german::Language::En,
        }
    }

    /// A text.
    pub fn t(&self, key: &str) -> String {
        self.texts.get(self.language, &format!("report-doc-{key}"))
    }

    /// A text with variables.
    pub fn tv(&self, key: &str, values: &[(&str, TextValue)]) -> String {
        self.texts.with(self.language, &format!("report-doc-{key}"), values)
    }

    /// A text that speaks of a number of rows: `$count` chooses the form, `$number` is what is written.
    pub fn counted(&self, key: &str, count: usize, more: &[(&str, TextValue)]) -> String {
        let mut values: Vec<(&str, TextValue)> =
            vec![("count", count.into()), ("number", self.number(i64::try_from(count).unwrap_or(i64::MAX)).into())];
        values.extend(more.iter().cloned());
        self.tv(key, &values)
    }

    /// 11.194 or 11,194.
    pub fn number(&self, number: i64) -> String {
        self.separators(&german::grouped(number))
    }

    /// A number of thousandths without needless zeros: 137,1 or 137.1.
    pub fn thousandths(&self, milli: i64) -> String {
        let places = if milli % 1000 == 0 {
            0
        } else if milli % 100 == 0 {
            1
        } else if milli % 10 == 0 {
            2
        } else {
            3
        };
        let unit = 10_i64.pow(3 - places);
        self.separators(&german::decimal(milli / unit, places))
    }

    fn separators(&self, text: &str) -> String {
        match self.language {
            Language::German => text.to_owned(),
            Language::English => text
                .chars()
                .map(|c| {
                    if c == '.' {
                        ','
                    } else if c == ',' {
                        '.'
                    } else {
                        c
                    }
                })
                .collect(),
        }
    }

    /// 1.234,56 € or €1,234.56.
    pub fn money(&self, cents: i64) -> String {
        german::money_in(cents, self.document_language())
    }

    /// 30. November 2017 or 30 November 2017.
    pub fn day(&self, day: Day) -> String {
        german::long_date(day.0, self.document_language())
    }

    /// A day as exactly as it is known, for tables: 30.11.2017, November 2017, 2017.
    pub fn known_day(&self, day: Day, precision: Precision) -> String {
        match precision {
            Precision::Day => german::date(day.0),
            Precision::Month => german::month_of_year(day.0, self.document_language()),
            Precision::Year => day.0.year().to_string(),
        }
    }

    /// 30.11., or 30.11.2017 where the year differs from `than`.
    pub fn short_day(&self, day: Day, than: Day) -> String {
        if day.0.year() == than.0.year() {
            format!("{:02}.{:02}.", day.0.day(), day.0.month())
        } else {
            german::date(day.0)
        }
    }

    /// "Vom 1. Mai bis zum 1. Dezember 2017" as it begins or ends a sentence of the language.
    pub fn period(&self, period: Period) -> String {
        self.period_as(period, "period-day", "period-span")
    }

    /// "vom 1. Mai bis zum 1. Dezember 2017" inside a sentence.
    pub fn period_inside(&self, period: Period) -> String {
        self.period_as(period, "inside-day", "inside-span")
    }

    fn period_as(&self, period: Period, day: &str, span: &str) -> String {
        if period.from == period.to {
            return self.tv(day, &[("day", self.day(period.from).into())]);
        }
        let from = self.day(period.from);
        let year = format!(" {}", period.from.0.year());
        let from =
            if period.from.0.year() == period.to.0.year() { from.trim_end_matches(&year).to_owned() } else { from };
        self.tv(span, &[("from", from.into()), ("to", self.day(period.to).into())])
    }

    /// "A, B und C".
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        match items {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [first @ .., last] => {
                let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
                format!("{} {} {}", first.join(", "), self.t("and"), last.as_ref())
            }
        }
    }

    /// "keine Sitzung" but "kein Treffen": the word before a noun of which there is none.
    pub fn none_of(&self, noun: &str) -> String {
        self.t(if is_feminine(noun) { "none-feminine" } else { "none-other" })
    }
}

/// Whether a German noun for a meeting is feminine. In the nominative masculine and neuter share
/// "kein", so this is all that a sentence needs to know.
fn is_feminine(noun: &str) -> bool {
    const ENDINGS: [&str; 9] = ["ung", "heit", "keit", "schaft", "ion", "enz", "anz", "tät", "runde"];
    let lower = noun.to_lowercase();
    ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gender_follows_the_ending() {
        let table = [
            ("Allianzsitzung", true),
            ("Bürgermeisterrunde", true),
            ("Klausurtagung", true),
            ("Konferenz", true),
            ("Exkursion", true),
            ("Arbeitskreistreffen", false),
            ("Workshop", false),
        ];
        for (noun, feminine) in table {
            assert_eq!(is_feminine(noun), feminine, "{noun}");
        }
    }
}
