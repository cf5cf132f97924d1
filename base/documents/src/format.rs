//! German and English ways to write dates, numbers, money and counts (DIN 5008:2020; values in
//! machine formats never pass through here).

mod blanks;
mod dates;
mod numbers;

pub use blanks::keep_together;
pub use dates::{
    date, date_range, date_with_weekday, long_date, long_date_with_weekday, month_name, month_of_year, weekday,
};
pub use numbers::{
    count, count_in_words, decimal, grouped, in_words, money, money_in, money_value, percent, percent_in,
};

/// Languages that documents are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// German.
    #[default]
    De,
    /// English.
    En,
}

impl Language {
    /// The language of a tag such as `de-DE`; German unless it is English.
    pub fn from_tag(tag: &str) -> Self {
        if tag.starts_with("en") { Self::En } else { Self::De }
    }

    /// The tag that documents carry.
    pub fn tag(self) -> &'static str {
        match self {
            Self::De => "de-DE",
            Self::En => "en-GB",
        }
    }
}

/// No-break blank.
pub const NO_BREAK: char = '\u{a0}';
/// Narrow no-break blank, between a number and its unit.
pub const NARROW: char = '\u{202f}';
/// Minus sign.
pub const MINUS: char = '\u{2212}';
