//! Whether a line goes on with what is open.

use super::build::{Builder, Kept, Open, dated};
use super::columns::header;
use super::heading::Outline;
use crate::dates::{YearContext, find_dates};
use crate::joining::sentences;
use crate::source::{Mark, bullet};

/// How many lines ahead a dated entry may continue after a blank line.
const LOOK_AHEAD: usize = 8;

impl Builder<'_> {
    /// A sentence that wrapped right before its date: »… fand am / 12.03.2023 statt«.
    pub(super) fn ends_before_date(&self) -> bool {
        let (Open::Paragraph(parts) | Open::Item { parts, .. }) = &self.open else {
            return false;
        };
        // The line is full and its sentence open: »… bewilligt, Laufzeit / 1. Januar 2021 bis …«
        let full = |p: &super::Part| {
            p.end * 5 >= self.width * 4
                && p.text.split_whitespace().count() >= 5
                && !p.text.trim_end().ends_with(['.', ':', '!', '?', ';', ')', '“', '«'])
        };
        // »…; 8.12.22 Vollversammlung (Satzung);« runs on as a list in running text.
        let telegram = |p: &super::Part| {
            p.text.trim_end().ends_with(';') && find_dates(&p.text, &YearContext::default()).len() >= 2
        };
        parts.last().is_some_and(|p| {
            if matches!(self.open, Open::Paragraph(_)) && telegram(p) {
                return true;
            }
            if matches!(self.open, Open::Paragraph(_))
                && full(p)
                && parts.iter().any(|p| super::wording::looks_like_clause(&p.text))
            {
                return true;
            }
            let last = p.text.split_whitespace().next_back().unwrap_or_default();
            matches!(
                last,
                "am" | "Am"
                    | "vom"
                    | "Vom"
                    | "bis"
                    | "zum"
                    | "ab"
                    | "seit"
                    | "Seit"
                    | "dem"
                    | "den"
                    | "der"
                    | "im"
                    | "und"
                    | "–"
                    | "-"
                    | "von"
                    | "auf"
                    | "Zeitraum"
                    | "Laufzeit"
                    | "Bewilligungszeitraum"
                    | "Förderzeitraum"
                    | "Datum"
            ) || p.text.trim_end().ends_with(',')
        })
    }

    /// Whether a line without date or marker belongs to what is open.
    pub(super) fn continues(&self, at: usize, kept: &Kept<'_>, text: &str) -> bool {
        let certain = kept.line.mark == Mark::Paragraph;
        let adjacent = kept.blanks == 0 && !certain;
        match &self.open {
            Open::Row { row, .. } => {
                let last = row.cells.last().and_then(|c| c.parts.last()).map_or("", |p| p.text.as_str());
                let sentence = last.trim_end().ends_with('.') && super::wording::looks_like_clause(text);
                // A line with a day of its own that the one before had room for is an entry of its own.
                let own = !row.tabular
                    && row.cells.last().and_then(|c| c.parts.last()).is_some_and(|p| {
                        let first = text.split_whitespace().next().map_or(0, |w| w.chars().count());
                        p.end + first + 2 < self.width
                            && kept.line.indent() <= row.cells.first().and_then(|c| c.parts.first()).map_or(0, |p| p.x)
                    })
                    && text.starts_with(|c: char| c.is_uppercase() || c == '„')
                    && find_dates(text, &YearContext::default()).iter().any(|hit| hit.reading.known().is_some());
                // »Der Bayerwald-Bote« after a blank line and right above the next day heads what follows.
                let heads = kept.blanks > 0
                    && !row.tabular
                    && text.split_whitespace().count() <= 5
                    && text.starts_with(char::is_uppercase)
                    && self.at(at + 1).is_some_and(|next| next.blanks == 0 && dated(&next.line.plain()).is_some());
                // To the left of the days and after a blank line something else begins.
                let left = kept.blanks > 0
                    && !row.tabular
                    && row.cells.first().and_then(|c| c.parts.first()).is_some_and(|p| kept.line.indent() < p.x);
                (adjacent && !kept.turned && !sentence && !own)
                    || (hangs(last) && kept.blanks <= 3)
                    || (self.goes_on_later(at) && !is_prose(text) && !left && !heads)
            }
            Open::Item { parts, .. } => {
                let last = parts.last().map_or("", |p| p.text.as_str());
                let ended = last.trim_end().ends_with(['.', '!', '?']) && text.starts_with(char::is_uppercase);
                let deeper = parts.first().is_some_and(|p| kept.line.indent() > p.x);
                // »Der Beitritt wurde beschlossen.« below »TOP 3: Beitritt« tells what came of it.
                let told = text.trim_end().ends_with('.')
                    && text.starts_with(char::is_uppercase)
                    && super::wording::looks_like_clause(text)
                    && super::wording::opens_sentence(text)
                    && !hangs(last)
                    && parts.len() == 1
                    && !last.contains(['.', ':'])
                    && !super::wording::looks_like_clause(last);
                // »Selbst ausgerichtet:« beside the list leads to the next one.
                let leads = text.trim_end().ends_with(':')
                    && text.split_whitespace().count() <= 6
                    && parts.first().is_some_and(|p| kept.line.indent() < p.x);
                // A capital to the left of the list sign is running text again.
                let left = text.starts_with(char::is_uppercase)
                    && !hangs(last)
                    && text.split_whitespace().count() >= 4
                    && parts.first().is_some_and(|p| kept.line.indent() < p.x);
                // »Status: läuft« below the list speaks of the whole.
                let label = super::items::is_label(text) && !hangs(last) && !deeper;
                (adjacent && !leads && !left && !label && !told && (!ended || deeper))
                    || (hangs(last) && kept.blanks <= 1 && !certain)
            }
            _ => false,
        }
    }

    /// Whether the dated list goes on below, so that the lines between belong to it.
    pub(super) fn goes_on_later(&self, at: usize) -> bool {
        let Open::Row { row, .. } = &self.open else {
            return false;
        };
        if !row.dated {
            return false;
        }
        for next in at + 1..=at + LOOK_AHEAD {
            let Some(kept) = self.at(next) else {
                return false;
            };
            let text = kept.line.plain();
            let body = bullet(&text).and_then(|(_, offset)| text.get(offset..)).unwrap_or(&text);
            if dated(&text).is_some() || dated(body).is_some() {
                return true;
            }
            // The same head again is a page break, another one another table.
            if let Some(head) = header(kept.line) {
                return head.iter().map(|c| c.role).eq(self.columns.iter().map(|c| c.role));
            }
            let Some(around) = self.around(next) else {
                return false;
            };
            if !matches!(kept.line.mark, Mark::Plain | Mark::Paragraph | Mark::Item(_))
                || Outline::default().certain(&around).is_some()
                || is_prose(&text)
            {
                return false;
            }
        }
        false
    }
}

/// Whether the text cannot end here.
fn hangs(text: &str) -> bool {
    let text = text.trim_end();
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let open_quote = text.matches('„').count() > text.matches(['“', '”']).count();
    let small = [
        "und", "oder", "der", "die", "das", "des", "den", "dem", "in", "im", "mit", "für", "von", "vom", "zu", "zur",
        "zum", "am", "an", "bei", "auf", "über", "sowie", "&",
    ];
    text.ends_with(['-', ',', '\u{ad}', '/', '‐', '–'])
        || open_quote
        || small.contains(&last)
        || text.matches('(').count() > text.matches(')').count()
}

/// Running text: a full sentence or a long line.
fn is_prose(text: &str) -> bool {
    let long = text.chars().count() > 75;
    let sentence = text.trim_end().ends_with('.') && text.split_whitespace().count() >= 5;
    long || sentence || sentences(text).len() > 1 || super::wording::looks_like_clause(text)
}
