//! Finding written dates in running text.

use super::resolve::{Point, Raw, full_year, resolve};
use super::words::{Kind, Token, is_weekday, month, names_a_number, tokens};
use super::{DateHit, YearContext};

pub(super) struct Scanner<'a> {
    pub(super) tokens: Vec<Token<'a>>,
}

/// How two written dates hang together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    Range,
    List,
}

impl<'a> Scanner<'a> {
    pub(super) fn at(&self, i: usize) -> Option<&Token<'a>> {
        self.tokens.get(i)
    }

    pub(super) fn mark(&self, i: usize, mark: &str) -> bool {
        self.at(i).is_some_and(|t| t.is(mark))
    }

    pub(super) fn dash(&self, i: usize) -> bool {
        self.at(i).is_some_and(|t| matches!(t.text, "-" | "–" | "—" | "‐" | "‑" | "−"))
    }

    pub(super) fn skip_space(&self, i: usize) -> usize {
        if self.at(i).is_some_and(|t| t.kind == Kind::Space) { i + 1 } else { i }
    }

    pub(super) fn number(&self, i: usize, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
        let token = self.at(i)?;
        if digits.contains(&token.text.len()) { token.value() } else { None }
    }

    pub(super) fn small(&self, i: usize) -> Option<i8> {
        self.number(i, 1..=2).and_then(|n| i8::try_from(n).ok())
    }

    pub(super) fn word(&self, i: usize) -> Option<&'a str> {
        self.at(i).filter(|t| t.kind == Kind::Word).map(|t| t.text)
    }

    /// A month name that is not the first half of a compound like »Mai-Fest«.
    pub(super) fn month(&self, i: usize) -> Option<i8> {
        let found = month(self.word(i)?)?;
        let compound = self.dash(i + 1) && self.at(i + 2).is_some_and(|t| t.kind == Kind::Word);
        let month_range = self.word(i + 2).is_some_and(|w| month(w).is_some());
        if compound && !month_range { None } else { Some(found) }
    }

    /// A four-digit year, possibly after a blank, a slash or »des Jahres«.
    pub(super) fn year_after(&self, i: usize) -> Option<(i16, usize)> {
        let mut at = self.skip_space(i);
        if self.mark(at, "/") {
            at = self.skip_space(at + 1);
        }
        let token = self.at(at)?;
        if token.kind != Kind::Number || token.text.len() != 4 {
            return None;
        }
        Some((full_year(token.text)?, at + 1))
    }

    /// The end of a number must not run on: `12.03.2023` is no date inside `12.03.20231`.
    pub(super) fn stands_free(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).and_then(|b| self.at(b)) else {
            return true;
        };
        match before.kind {
            Kind::Space => true,
            // »vom12.03.2023« is a slip, »TRP1« a name.
            Kind::Word => before.text.chars().all(char::is_lowercase),
            Kind::Number => false,
            Kind::Mark => {
                let digit_before = i >= 2 && self.at(i - 2).is_some_and(|t| t.kind == Kind::Number);
                let inside = digit_before && matches!(before.text, "." | "," | "/" | ":");
                !inside && !matches!(before.text, "§" | "+")
            }
        }
    }

    /// Whether the word before says that a number counts chapters or versions.
    pub(super) fn counts_something_else(&self, i: usize) -> bool {
        let mut at = i;
        for _ in 0..3 {
            let Some(before) = at.checked_sub(1) else {
                return false;
            };
            at = before;
            match self.at(at) {
                Some(t) if t.kind == Kind::Word => return names_a_number(t.text),
                Some(t) if t.kind == Kind::Space || t.is(".") || t.is(":") => {}
                Some(t) => return t.is("§"),
                None => return false,
            }
        }
        false
    }

    pub(super) fn link(&self, i: usize) -> Option<(Link, usize)> {
        let mut at = self.skip_space(i);
        if self.mark(at, ",") {
            at = self.skip_space(at + 1);
            if self.word(at).is_some_and(is_weekday) {
                return None;
            }
            return Some((Link::List, at));
        }
        if self.dash(at) {
            return Some((Link::Range, self.skip_space(at + 1)));
        }
        if self.at(at).is_some_and(|t| matches!(t.text, "/" | "&" | "+")) {
            return Some((Link::List, self.skip_space(at + 1)));
        }
        match self.word(at)? {
            "bis" => {
                at = self.skip_space(at + 1);
                if self.word(at).is_some_and(|w| matches!(w, "zum" | "zu" | "einschließlich")) {
                    at = self.skip_space(at + 1);
                }
                Some((Link::Range, self.skip_weekday(at)))
            }
            "und" | "sowie" | "u" => {
                at += 1;
                if self.mark(at, ".") {
                    at += 1;
                }
                at = self.skip_space(at);
                if self.word(at).is_some_and(|w| matches!(w, "am" | "vom" | "den" | "dem" | "im")) {
                    at = self.skip_space(at + 1);
                }
                Some((Link::List, self.skip_weekday(at)))
            }
            _ => None,
        }
    }

    pub(super) fn skip_weekday(&self, i: usize) -> usize {
        if !self.word(i).is_some_and(is_weekday) {
            return i;
        }
        let mut at = i + 1;
        while self.at(at).is_some_and(|t| t.kind == Kind::Space || matches!(t.text, "." | ","))
            || self.word(at).is_some_and(|w| matches!(w, "den" | "dem"))
        {
            at += 1;
        }
        at
    }

    /// A chain of dates whose last one completes the ones before it.
    pub(super) fn chain(&self, i: usize) -> Option<(Vec<Raw>, usize)> {
        let (first, mut end) = self.point(i, true)?;
        let mut points = vec![(Link::List, first)];
        let mut kept = usize::from(first.month.is_some());
        let mut at = end;
        while let Some((link, next)) = self.link(at) {
            let open = points.last().is_some_and(|(_, p)| p.month.is_none() || p.year.is_none());
            // Two complete dates belong together only as a range.
            if link == Link::List && !open {
                break;
            }
            let Some((point, after)) = self.point(next, true) else {
                break;
            };
            points.push((link, point));
            at = after;
            if point.month.is_some() {
                kept = points.len();
                end = after;
            }
            if link == Link::Range && point.month.is_some() {
                break;
            }
        }
        points.truncate(kept);
        if points.is_empty() {
            return None;
        }
        complete(&mut points);
        // A bare month is a date only next to a day or a year.
        if points.iter().all(|(_, p)| p.day.is_none() && p.year.is_none()) && !self.month_is_meant(i) {
            return None;
        }
        Some((spans(&points), end))
    }

    /// »8.3. oder 9.3.«: the writer did not know either.
    fn choice(&self, i: usize) -> Option<(Raw, usize)> {
        let (_, end) = self.point(i, true)?;
        let word = self.skip_space(end);
        if word == end || self.word(word)? != "oder" {
            return None;
        }
        let next = self.skip_weekday(self.skip_space(word + 1));
        let (other, after) = self.point(next, false)?;
        other.month.map(|_| (Raw::Choice, after))
    }

    /// `1/2020 bis 12/2020`, `07.2022 – 06.2023`.
    fn slashed_range(&self, i: usize) -> Option<(Raw, usize)> {
        let month_of = |i: usize| match self.slashed(i)? {
            (Raw::Point(point), end) if point.day.is_none() => Some((point, end)),
            _ => None,
        };
        let (from, end) = month_of(i)?;
        let (link, next) = self.link(end)?;
        let (to, after) = month_of(next)?;
        (link == Link::Range).then_some((Raw::Range(from, to), after))
    }

    /// »im Juli«, »Ende Mai«: the month is a time and not a name.
    pub(super) fn month_is_meant(&self, i: usize) -> bool {
        i >= 2
            && self.word(i - 2).is_some_and(|w| {
                matches!(w, "im" | "Im" | "Anfang" | "Mitte" | "Ende" | "seit" | "Seit" | "ab" | "Ab" | "Monat")
            })
    }

    /// Where »Anfang März« begins: the word belongs to the date, which stays one of the month.
    fn part_of_month(&self, i: usize, raws: &[Raw]) -> Option<usize> {
        let month = raws.iter().all(|raw| matches!(raw, Raw::Point(p) if p.day.is_none()));
        let word = i.checked_sub(2)?;
        (month && self.word(word).is_some_and(|w| matches!(w, "Anfang" | "Mitte" | "Ende"))).then_some(word)
    }

    pub(super) fn read(&self, i: usize) -> Option<(Vec<Raw>, usize)> {
        let token = self.at(i)?;
        if !matches!(token.kind, Kind::Number | Kind::Word) {
            return None;
        }
        let one = |(raw, end)| (vec![raw], end);
        if token.kind == Kind::Word {
            // »März 23«, »Dez. 22«: the year or the day? Only the report as a whole can tell.
            let dot = usize::from(self.mark(i + 1, "."));
            if let Some(month) = self.month(i)
                && let Some(year) = self.number(i + 2 + dot, 2..=2)
                && self.at(i + 1 + dot).is_some_and(|t| t.kind == Kind::Space)
                && !self.at(i + 3 + dot).is_some_and(|t| t.is("."))
            {
                return Some((vec![Raw::LooseYear(month, year)], i + 3 + dot));
            }
            return self.named_block(i).map(one).or_else(|| self.month(i).and_then(|_| self.chain(i)));
        }
        if !self.stands_free(i) {
            return None;
        }
        // »2. Januarwoche« names no day.
        if self.mark(i + 1, ".")
            && let Some(word) = self.word(self.skip_space(i + 2))
            && word.strip_suffix("woche").or_else(|| word.strip_suffix("hälfte")).is_some_and(|m| month(m).is_some())
        {
            return Some((vec![Raw::PartOfMonth], self.skip_space(i + 2) + 1));
        }
        if let Some(found) = self.choice(i) {
            return Some(one(found));
        }
        let found = self
            .iso(i)
            .or_else(|| self.slashed_range(i))
            .or_else(|| self.slashed(i))
            .or_else(|| self.named_block(i))
            .map(one)
            .or_else(|| self.chain(i))?;
        if self.counts_something_else(i) && found.0.iter().all(|raw| matches!(raw, Raw::Point(p) if p.year.is_none())) {
            return None;
        }
        Some(found)
    }
}

/// Fills months and years from the right: `12., 19. und 26.5.2023`; then from the left.
fn complete(points: &mut [(Link, Point)]) {
    let (mut month, mut year) = (None, None);
    for (_, point) in points.iter_mut().rev() {
        if point.month.is_none() {
            point.month = month;
        } else {
            month = point.month;
        }
        // A range over the turn of the year keeps its open side; `resolve` decides it.
        year = point.year.or(year);
    }
    for at in (0..points.len()).rev() {
        let listed = points.get(at + 1).filter(|(link, _)| *link == Link::List).and_then(|(_, p)| p.year);
        if let Some((_, point)) = points.get_mut(at)
            && point.year.is_none()
        {
            point.year = listed;
        }
    }
}

/// Pairs ranges, and joins two neighbouring days into one range.
fn spans(points: &[(Link, Point)]) -> Vec<Raw> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((_, point)) = points.get(at) {
        let next = points.get(at + 1);
        let neighbours = next.is_some_and(|(link, p)| {
            let next_day = point.day.zip(p.day).is_some_and(|(a, b)| a.checked_add(1) == Some(b));
            let next_month = point.day.is_none() && p.day.is_none();
            *link == Link::Range || (points.len() == 2 && ((next_day && p.month == point.month) || next_month))
        });
        if neighbours && let Some((_, to)) = next {
            found.push(Raw::Range(*point, *to));
            at += 2;
        } else {
            found.push(Raw::Point(*point));
            at += 1;
        }
    }
    found
}

/// All dates in the text, in order, without overlap.
pub(crate) fn scan(text: &str, context: &YearContext) -> Vec<DateHit> {
    let scanner = Scanner { tokens: tokens(text) };
    let mut hits = Vec::new();
    let mut at = 0;
    while at < scanner.tokens.len() {
        let Some((raws, end)) = scanner.read(at) else {
            at += 1;
            continue;
        };
        let first = scanner.part_of_month(at, &raws).unwrap_or(at);
        let start = scanner.at(first).map_or(0, |t| t.start);
        let stop = scanner.at(end.saturating_sub(1)).map_or(text.len(), Token::end);
        for raw in raws {
            hits.push(DateHit { start, end: stop, reading: resolve(raw, context) });
        }
        at = end.max(at + 1);
    }
    hits
}
