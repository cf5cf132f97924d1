//! What a record's lines say beyond its fields is kept beside them: nothing that was read is lost.

use super::Reader;
use crate::dates::{YearContext, find_dates, is_month, is_weekday};
use crate::proposal::{LineRange, Use};
use crate::source::SourceLine;
use crate::vocabulary::{body_word, column};

/// Fewer letters make no word worth keeping.
const MIN_LETTERS: usize = 4;
/// Words that only hold a sentence together, though they begin with a capital.
const FRAME: [&str; 32] = [
    "themen",
    "unter",
    "über",
    "dabei",
    "beim",
    "hierbei",
    "hierzu",
    "dazu",
    "diese",
    "dieser",
    "dieses",
    "eine",
    "einen",
    "einer",
    "nach",
    "seit",
    "sowie",
    "vorher",
    "danach",
    "anschließend",
    "außerdem",
    "zudem",
    "auch",
    "weitere",
    "bericht",
    "euro",
    "jahr",
    "anfang",
    "mitte",
    "ende",
    "träger",
    "erschienen",
];

/// Words of a line that carry its content: nouns, names and numbers outside dates.
fn content(text: &str) -> Vec<String> {
    let dates = find_dates(text, &YearContext::default());
    let mut found = Vec::new();
    for (start, word) in super::figures::words(text) {
        let dated = dates.iter().any(|hit| start < hit.end && start + word.len() > hit.start);
        let number = word.chars().all(|c| c.is_ascii_digit());
        let lower = word.to_lowercase();
        let named = word.starts_with(char::is_uppercase)
            && word.chars().count() >= MIN_LETTERS
            && !FRAME.contains(&lower.as_str())
            && !is_month(word)
            && !is_weekday(word)
            && column(word).is_none()
            && body_word(word).is_none();
        if !dated && (named || number && word.len() >= 2) {
            found.push(lower);
        }
    }
    found
}

/// Lower case with one blank for whatever parts words, so that the halves of a divided word are
/// found in the whole one.
fn bare(text: &str) -> String {
    super::figures::words(text).iter().map(|(_, word)| word.to_lowercase()).collect::<Vec<_>>().join(" ")
}

fn covers(source: &[LineRange], line: usize) -> bool {
    source.iter().any(|range| range.from <= line && line <= range.to)
}

fn append(note: &mut String, text: &str) {
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(text);
}

impl Reader {
    /// Gives every line whose content is in no field to the record it belongs to, or back to the
    /// lines without a place.
    pub(super) fn keep_remains(&mut self, lines: &[SourceLine]) {
        let kept = self.kept();
        let whole: std::collections::HashSet<&str> = kept.split_whitespace().collect();
        for line in lines.iter().filter(|line| !line.is_blank()) {
            let Some(used) = self.ledger.used_for(line.number) else {
                continue;
            };
            if !matches!(used, Use::Meeting | Use::Event | Use::Project | Use::Grant | Use::Press) {
                continue;
            }
            let words = content(&line.text);
            let last = words.len().saturating_sub(1);
            // The first and the last word may be halves of divided ones.
            let found = |(at, word): (usize, &String)| {
                whole.contains(word.as_str()) || (at == 0 || at == last) && kept.contains(word.as_str())
            };
            if words.iter().enumerate().all(found) {
                continue;
            }
            let text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !self.keep_with_record(used, line.number, &text) {
                self.ledger.release(line.number);
            }
        }
    }

    /// Everything the records say, as letters and digits.
    fn kept(&self) -> String {
        let mut all = String::new();
        let mut add = |text: &str| {
            all.push_str(&bare(text));
            all.push('\n');
        };
        for meeting in &self.out.meetings {
            add(&meeting.body);
            meeting.topics.iter().for_each(|topic| add(topic));
            meeting.place.iter().for_each(|place| add(place));
            add(&meeting.note);
        }
        for event in &self.out.events {
            add(&event.title);
            event.place.iter().for_each(|place| add(place));
            add(&event.note);
        }
        for project in &self.out.projects {
            add(&project.title);
            project.field.iter().for_each(|field| add(field));
            project.state.iter().for_each(|state| add(state));
            project.partners.iter().for_each(|partner| add(partner));
            add(&project.narrative);
            for figure in &project.figures {
                add(&figure.value.to_string());
                figure.unit.iter().for_each(|unit| add(unit));
            }
            project.milestones.iter().for_each(|m| add(&m.text));
        }
        for grant in &self.out.grants {
            add(&grant.text);
            grant.authority.iter().for_each(|authority| add(authority));
        }
        for item in &self.out.press {
            add(&item.medium);
            item.title.iter().for_each(|title| add(title));
        }
        all
    }

    /// Notes a line with the record it stands in; false if there is none that takes notes.
    fn keep_with_record(&mut self, used: Use, line: usize, text: &str) -> bool {
        match used {
            Use::Meeting => {
                let found = self.out.meetings.iter_mut().find(|m| covers(&m.source, line));
                found.map(|m| append(&mut m.note, text)).is_some()
            }
            Use::Event => {
                let found = self.out.events.iter_mut().find(|e| covers(&e.source, line));
                found.map(|e| append(&mut e.note, text)).is_some()
            }
            Use::Project => {
                let found = self.out.projects.iter_mut().find(|p| covers(&p.source, line));
                found.map(|p| append(&mut p.narrative, text)).is_some()
            }
            Use::Grant => {
                let found = self.out.grants.iter_mut().find(|g| covers(&g.source, line));
                found.map(|g| append(&mut g.text, text)).is_some()
            }
            Use::Press => {
                let found = self.out.press.iter_mut().find(|p| covers(&p.source, line));
                found.map(|p| append(&mut p.note, text)).is_some()
            }
            _ => false,
        }
    }
}
