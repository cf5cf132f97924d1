//! The written forms of a single date.

use super::resolve::{Point, Raw, full_year};
use super::scan::Scanner;
use super::words::{Kind, is_season, ordinal};

impl Scanner<'_> {
    /// `12.03.2023`, `12.3.23`, `12. März 2023`, `12.3.`, and with `day_only` also `12.`/`12`.
    pub(super) fn point(&self, i: usize, day_only: bool) -> Option<(Point, usize)> {
        if self.month(i).is_some() {
            return Some(self.month_point(i));
        }
        let day = self.small(i)?;
        let dotted = self.mark(i + 1, ".");
        let after = if dotted { i + 2 } else { i + 1 };
        let next = self.skip_space(after);
        if let Some(month) = self.month(next)
            && (dotted || next > after)
        {
            let (with_year, end) = self.month_point(next);
            return Some((Point { day: Some(day), month: Some(month), year: with_year.year }, end));
        }
        if dotted
            && let Some(month) = self.small(next)
            && self.mark(next + 1, ".")
        {
            return self.numeric(day, month, next + 2, next == after);
        }
        if day_only && (1..=31).contains(&day) {
            return Some((Point { day: Some(day), month: None, year: None }, after));
        }
        None
    }

    /// What follows `12.3.`: a year or nothing.
    pub(super) fn numeric(&self, day: i8, month: i8, end: usize, tight: bool) -> Option<(Point, usize)> {
        let spaced = self.skip_space(end);
        if let Some(token) = self.at(spaced)
            && token.kind == Kind::Number
            && token.text.len() == 4
            && let Some(year) = full_year(token.text)
            && !self.at(spaced + 1).is_some_and(|t| t.kind == Kind::Number)
        {
            return Some((Point { day: Some(day), month: Some(month), year: Some(year) }, spaced + 1));
        }
        if let Some(token) = self.at(end)
            && token.kind == Kind::Number
        {
            // `1.2.3.4` and `12.03.20231` are no dates.
            let runs_on = self.mark(end + 1, ".") && self.at(end + 2).is_some_and(|t| t.kind == Kind::Number);
            if token.text.len() != 2 || !tight || runs_on {
                return None;
            }
            return Some((Point { day: Some(day), month: Some(month), year: full_year(token.text) }, end + 1));
        }
        // Without a year only what could be a day counts; anything else is a chapter or a time.
        if (1..=31).contains(&day) && (1..=12).contains(&month) {
            Some((Point { day: Some(day), month: Some(month), year: None }, end))
        } else {
            None
        }
    }

    /// `Juli 2023`, `Sept. 2023`, `März '23`, or the bare month.
    pub(super) fn month_point(&self, i: usize) -> (Point, usize) {
        let month = self.month(i);
        let mut end = i + 1;
        let abbreviated = self.word(i).is_some_and(|w| w.chars().count() <= 4);
        if abbreviated && self.mark(end, ".") {
            end += 1;
        }
        if let Some((year, after)) = self.year_after(end) {
            return (Point { day: None, month, year: Some(year) }, after);
        }
        let mark = self.skip_space(end);
        if self.at(mark).is_some_and(|t| matches!(t.text, "'" | "’" | "‘"))
            && let Some(token) = self.at(mark + 1)
            && token.text.len() == 2
            && let Some(year) = full_year(token.text)
        {
            return (Point { day: None, month, year: Some(year) }, mark + 2);
        }
        // `3. März 23` at the end of a cell or clause is a year, in front of a noun it is not.
        if let Some(token) = self.at(mark)
            && token.kind == Kind::Number
            && token.text.len() == 2
            && mark > end
            && self.at(mark + 1).is_none_or(|t| matches!(t.text, "," | ";" | ":" | ")" | "\n"))
            && i >= 2
            && self.at(i.saturating_sub(2)).is_some_and(|t| t.is(".") || t.kind == Kind::Number)
        {
            return (Point { day: None, month, year: full_year(token.text) }, mark + 1);
        }
        (Point { day: None, month, year: None }, end)
    }

    pub(super) fn iso(&self, i: usize) -> Option<(Raw, usize)> {
        let year = full_year(self.at(i).filter(|t| t.text.len() == 4)?.text)?;
        if !self.mark(i + 1, "-") || !self.mark(i + 3, "-") {
            return None;
        }
        let (month, day) = (self.number(i + 2, 2..=2)?, self.number(i + 4, 2..=2)?);
        let point = Point { day: i8::try_from(day).ok(), month: i8::try_from(month).ok(), year: Some(year) };
        Some((Raw::Point(point), i + 5))
    }

    /// `03/04/2023`, `03-04-2023` and `07/2023`, `07.2023`.
    pub(super) fn slashed(&self, i: usize) -> Option<(Raw, usize)> {
        let first = self.small(i)?;
        let mark = self.at(i + 1)?.text;
        if let Some(second) = self.small(i + 2)
            && (mark == "/" || mark == "-")
            && self.mark(i + 3, mark)
            && let Some(year) = self.at(i + 4).filter(|t| t.kind == Kind::Number).and_then(|t| full_year(t.text))
            && self.at(i + 4).is_some_and(|t| t.text.len() == 4 || mark == "/")
        {
            return Some((Raw::Slash(first, second, year), i + 5));
        }
        let year = full_year(self.at(i + 2).filter(|t| t.text.len() == 4)?.text)?;
        if (mark == "/" || mark == ".") && (1..=12).contains(&first) && !self.counts_something_else(i) {
            return Some((Raw::Point(Point { day: None, month: Some(first), year: Some(year) }), i + 3));
        }
        None
    }

    pub(super) fn named_block(&self, i: usize) -> Option<(Raw, usize)> {
        let token = self.at(i)?;
        if matches!(token.text, "KW" | "Kalenderwoche" | "Kalenderwochen") {
            let mut at = i + 1;
            while self.at(at).is_some_and(|t| t.kind == Kind::Space || t.is(".")) {
                at += 1;
            }
            return Some(self.week(self.small(at)?, at + 1));
        }
        if matches!(token.text, "Q" | "q") {
            let quarter = self.small(i + 1).filter(|q| (1..=4).contains(q))?;
            let (year, end) = self.year_after(i + 2)?;
            return Some((Raw::Quarter(quarter, Some(year)), end));
        }
        if is_season(token.text) {
            let (_, end) = self.year_after(i + 1)?;
            return Some((Raw::Season, end));
        }
        let mut at = i + 1;
        if self.mark(at, ".") {
            at += 1;
        }
        at = self.skip_space(at);
        let name = self.word(at)?;
        let with_year = |end: usize| self.year_after(end).map_or((None, end), |(year, end)| (Some(year), end));
        if matches!(name, "KW" | "Kalenderwoche") && token.kind == Kind::Number {
            return Some(self.week(self.small(i)?, at + 1));
        }
        let number = ordinal(token.text)?;
        if name.to_lowercase().starts_with("quartal") {
            let (year, end) = with_year(at + 1);
            return Some((Raw::Quarter(number, year), end));
        }
        if name.to_lowercase().starts_with("halbjahr") && number <= 2 {
            let (year, end) = with_year(at + 1);
            return Some((Raw::Half(number, year), end));
        }
        None
    }

    pub(super) fn week(&self, first: i8, end: usize) -> (Raw, usize) {
        let mut last = None;
        let mut end = end;
        let dash = self.skip_space(end);
        if self.dash(dash)
            && let Some(second) = self.small(self.skip_space(dash + 1))
        {
            last = Some(second);
            end = self.skip_space(dash + 1) + 1;
        }
        match self.year_after(end) {
            Some((year, end)) => (Raw::Week(first, last, Some(year)), end),
            None => (Raw::Week(first, last, None), end),
        }
    }
}
