//! Titles, lists without markers, and sentences that lead to a list.

use super::{Reader, Scope};
use crate::joining::{Joined, sentences};
use crate::layout::{Heading, Part};
use crate::proposal::Use;
use crate::vocabulary::{Column, Section};

/// »Lindach, den 15.01.2023«, »gez. Berta Hollunder«: what closes a report tells nothing.
pub(super) fn is_closing(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let words = text.split_whitespace().count();
    let opens = [
        "gez.",
        "aufgestellt",
        "bearbeitung:",
        "bearbeitet von",
        "bearbeiter",
        "erstellt von",
        "erstellt am",
        "verfasst von",
        "verfasser",
        "mit freundlichen grüßen",
        "unterschrift",
        "ihr team",
        "ihre redaktion",
        "redaktion:",
        "für die richtigkeit",
        "im auftrag",
        "i. a.",
        "i.a.",
    ];
    if words <= 12 && opens.iter().any(|word| lower.starts_with(word)) {
        return true;
    }
    // A place, a day and nothing else.
    let hits = crate::dates::find_dates(text, &crate::dates::YearContext::default());
    let [hit] = hits.as_slice() else {
        return false;
    };
    let before = text.get(..hit.start).unwrap_or_default().trim();
    let behind = text.get(hit.end..).unwrap_or_default().trim_matches(['.', ' ']);
    let place = before.strip_suffix("den").or_else(|| before.strip_suffix("im")).or_else(|| before.strip_suffix("am"));
    let place = place.unwrap_or(before).trim();
    behind.is_empty()
        && place.ends_with(',')
        && place.split_whitespace().count() <= 4
        && super::media::media(place).is_empty()
        && crate::vocabulary::body(place).is_none()
}

impl Reader {
    /// The title of the whole report is no section.
    pub(super) fn report_title(&mut self, heading: &Heading) -> bool {
        let early = matches!(self.scopes.now().section, None | Some(Section::Other))
            && self.out.meetings.is_empty()
            && self.out.projects.is_empty()
            && self.out.events.is_empty();
        let lower = heading.text.to_lowercase();
        let report = [
            "tätigkeitsbericht",
            "jahresbericht",
            "sachstandsbericht",
            "rechenschaftsbericht",
            "zwischenbericht",
            "arbeitsbericht",
            "halbjahresbericht",
            "geschäftsbericht",
        ];
        let is_title = early && report.iter().any(|word| lower.contains(word));
        if is_title {
            self.ledger.claim(&[heading.line], Use::Title);
        }
        is_title
    }

    /// Lines under each other that each hold a date and no sentence are entries of a list.
    pub(super) fn entries(&self, parts: &[Part], scope: &Scope) -> Option<Vec<Joined>> {
        let in_press = scope.section == Some(Section::Press);
        let dated = |part: &Part| {
            let day = self.dates(&part.text).iter().any(|hit| hit.reading.known().is_some());
            // In a list of articles a medium begins an entry as well as a day.
            day || scope.section == Some(Section::Grants) && super::authorities::opens(&part.text)
                || (in_press && super::media::media(&part.text).first().is_some_and(|(at, _, _)| *at == 0))
        };
        // »Bewilligungszeitraum: …« belongs to the entry above.
        let keyed = parts.first().is_some_and(|part| super::project_lines::keyed(&part.text));
        let labelled = |part: &Part| {
            let key = part.text.split(':').next().unwrap_or_default();
            let period = ["Bewilligungszeitraum", "Laufzeit", "Förderzeitraum", "Durchführungszeitraum"];
            period.iter().any(|word| part.text.starts_with(word))
                || !keyed
                    && !key.contains(|c: char| c.is_ascii_digit())
                    && super::project_lines::label(&part.text).is_some_and(|(role, _)| {
                        matches!(role, Column::Period | Column::Grant | Column::Cost | Column::Authority)
                    })
        };
        let starts = |part: &Part| part.text.starts_with(|c: char| c.is_uppercase() || c == '„') && !labelled(part);
        if let Some(found) = self.telegram(parts, scope) {
            return Some(found);
        }
        if parts.len() < 2 || scope.section == Some(Section::Projects) || !parts.first().is_some_and(dated) {
            return None;
        }
        // A line that stops at an article goes on: it is running text.
        let open = |text: &str| text.matches('(').count() > text.matches(')').count();
        let runs_on =
            parts.iter().rev().skip(1).any(|p| crate::layout::stops_midway(p.text.trim_end()) || open(&p.text));
        // Who granted begins an entry of several lines.
        let granted = scope.section == Some(Section::Grants)
            && parts.iter().filter(|part| super::authorities::opens(&part.text)).count() >= 2;
        if runs_on && !granted {
            return None;
        }
        let count = parts.iter().filter(|p| dated(p) && starts(p)).count();
        if count < 2 || count * 2 < parts.len() || parts.iter().any(|p| crate::layout::looks_like_clause(&p.text)) {
            return None;
        }
        let mut found: Vec<Joined> = Vec::new();
        for part in parts {
            match found.last_mut() {
                Some(open) if !(dated(part) && starts(part)) || open.text().ends_with(':') => {
                    open.push(part.line, &part.text)
                }
                _ => found.push(Joined::of([(part.line, part.text.as_str())])),
            }
        }
        Some(found)
    }

    /// »20.10.22 Vorstand (Haushalt; Winterdienst); 8.12.22 Vollversammlung (…)«: entries of a
    /// running text that semicolons part, each with its day.
    fn telegram(&self, parts: &[Part], scope: &Scope) -> Option<Vec<Joined>> {
        if matches!(scope.section, None | Some(Section::Projects | Section::SmallGrants)) {
            return None;
        }
        let whole = crate::layout::join(parts);
        let found = whole.pieces(0, &[';']);
        let dated = |entry: &Joined| self.dates(entry.text()).len() == 1;
        let clause = found.iter().any(|entry| crate::layout::looks_like_clause(entry.text()));
        (found.len() >= 2 && !clause && found.iter().all(dated)).then_some(found)
    }

    /// Lines above the first heading that only say what the document is.
    pub(super) fn title_lines(&mut self, parts: &[Part], scope: &Scope) -> bool {
        if *scope != Scope::default() {
            return false;
        }
        let report = [
            "tätigkeitsbericht",
            "jahresbericht",
            "sachstandsbericht",
            "rechenschaftsbericht",
            "zwischenbericht",
            "halbjahresbericht",
            "jahresrückblick",
            "arbeitsbericht",
        ];
        let mut all = true;
        for part in parts {
            let lower = part.text.to_lowercase();
            let title = report.iter().any(|word| lower.contains(word))
                && part.text.split_whitespace().count() <= 12
                && !part.text.trim_end().ends_with('.');
            if title {
                self.ledger.claim(&[part.line], Use::Title);
            }
            all &= title;
        }
        all
    }

    /// »An folgenden Veranstaltungen nahm … teil:« only leads to the list below.
    pub(super) fn lead_in(&mut self, joined: &Joined) {
        if !self.next_is_list || !joined.text().trim_end().ends_with(':') {
            return;
        }
        if let Some((start, end)) = sentences(joined.text()).last() {
            self.ledger.claim(&joined.slice(*start, *end).lines(), Use::LeadIn);
        }
    }
}
