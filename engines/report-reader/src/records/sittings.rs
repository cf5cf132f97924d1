//! Sittings told in list items and sentences.

use super::meetings::UNNAMED;
use super::rows::is_foreign;
use super::topics::{clean, of_sentence, split};
use super::{Reader, Scope, Told, extend};
use crate::dates::DateSpan;
use crate::joining::Joined;
use crate::layout::{Part, looks_like_clause};
use crate::proposal::Use;
use crate::vocabulary::{Column, Section, body, column};

const MEETS: &[&str] = &[
    "gewählt",
    "fand",
    "statt",
    "tagte",
    "traf",
    "trafen",
    "kam",
    "getagt",
    "stattgefunden",
    "abgehalten",
    "beriet",
    "einberufen",
    "zusammen",
    "durchgeführt",
    "getroffen",
    "beschloss",
    "wählte",
    "hielt",
    "eingeladen",
    "lud",
];

/// »Termin: 16.10.2018«: the label's column and the value.
fn label(part: &Part) -> Option<(Column, Joined)> {
    let (key, value) = part.text.split_once(':')?;
    let role = column(key.trim()).filter(|_| key.split_whitespace().count() <= 3)?;
    (!value.trim().is_empty()).then(|| (role, Joined::of([(part.line, value.trim())])))
}

impl Reader {
    /// A sitting told in labels under each other: »Termin: … Ort: … Themen: …«.
    pub(super) fn labelled_sitting(&mut self, parts: &[Part], scope: &Scope) -> bool {
        let mut fields: Vec<(Column, Joined)> = Vec::new();
        for part in parts {
            match (label(part), fields.last_mut()) {
                (Some(field), _) => fields.push(field),
                (None, Some((_, open))) => open.push(part.line, &part.text),
                (None, None) => return false,
            }
        }
        let find = |role: Column| fields.iter().find(|(r, _)| *r == role).map(|(_, value)| value.clone());
        let told = find(Column::Topic).is_some() || find(Column::Body).is_some();
        if !told && scope.section != Some(Section::Meetings) {
            return false;
        }
        let Some(span) = find(Column::Date).and_then(|date| self.known(&date).first().copied()) else {
            return false;
        };
        let lines: Vec<usize> = parts.iter().map(|p| p.line).collect();
        let topics = find(Column::Topic).map(|t| split(&t, true)).unwrap_or_default();
        let named = find(Column::Body).and_then(|b| body(b.text()).or_else(|| Some(b.text().to_owned())));
        self.add_meeting(span, Self::body_or(named, scope), topics, &lines);
        self.told_by = Told::Heading;
        if let Some(meeting) = self.meeting.and_then(|at| self.out.meetings.get_mut(at)) {
            meeting.place = find(Column::Place).map(|p| p.text().to_owned());
        }
        true
    }

    /// A list item in a section about meetings.
    pub(super) fn meeting_item(&mut self, item: &Joined) {
        let scope = self.scopes.now();
        let hits = self.dates(item.text());
        let spans: Vec<DateSpan> =
            hits.iter().filter_map(|h| h.reading.known()).filter(|s| s.precision.is_day()).collect();
        let named = body(item.text());
        if let (Some(first), Some(span)) = (hits.first(), spans.first())
            && (named.is_some() || (self.meeting.is_none() && item.text().split_whitespace().count() <= 30))
            && !states_period(item.text())
        {
            let colon = item.text().get(first.end..).and_then(|t| t.find(": ")).map(|at| first.end + at + 2);
            let topics = colon.map(|at| split(&item.slice(at, item.text().len()), true)).unwrap_or_default();
            let topics = if topics.is_empty() { of_sentence(item) } else { topics };
            let name = Self::body_or(named, &scope);
            let (span, lines) = (*span, item.lines());
            if spans.len() > 1 && topics.is_empty() {
                for span in spans {
                    self.add_meeting(span, name.clone(), Vec::new(), &lines);
                }
            } else {
                self.add_meeting(span, name, topics, &lines);
            }
            return;
        }
        if let Some(meeting) = self.meeting.and_then(|at| self.out.meetings.get_mut(at)) {
            let topic = clean(item.text());
            if !topic.is_empty() && !topic.ends_with(':') {
                meeting.topics.push(topic);
                extend(&mut meeting.source, &item.lines());
                self.ledger.claim(&item.lines(), Use::Meeting);
            }
        }
    }

    /// A sentence that says a body met, or what it met about.
    pub(super) fn meeting_sentence(&mut self, sentence: &Joined, scope: &Scope, same: bool) -> bool {
        let text = sentence.text();
        let hits = self.dates(text);
        let spans: Vec<DateSpan> =
            hits.iter().filter_map(|h| h.reading.known()).filter(|s| s.precision.is_day()).collect();
        let in_meetings = scope.section == Some(Section::Meetings);
        let named = body(text);
        if in_meetings
            && scope.body.is_none()
            && spans.is_empty()
            && let Some(name) = &named
        {
            self.scopes.set_body(name.clone());
        }
        if is_outlook(text, scope) {
            return false;
        }
        if states_period(text) {
            if in_meetings && let Some(name) = named {
                self.scopes.set_body(name);
            }
            return false;
        }
        if spans.is_empty() {
            return self.meeting_goes_on(sentence, same);
        }
        // »In der Versammlung am … wurde … beschlossen«: a date beside the body and a verb.
        let beside = ["versammlung am ", "sitzung am "].iter().any(|pair| text.contains(pair));
        let met = MEETS.iter().any(|verb| text.contains(verb)) || (beside && looks_like_clause(text));
        let own = named.is_some() && met && (in_meetings || !is_foreign(text));
        let listed = in_meetings && (met || named.is_some());
        let told = own || (listed && scope.section != Some(Section::Events));
        if !told {
            return false;
        }
        let name = Self::body_or(named.filter(|n| n != UNNAMED || scope.body.is_none()), scope);
        let mut topics = of_sentence(sentence);
        if topics.is_empty()
            && spans.len() == 1
            && let Some(last) = hits.last()
            && let Some(at) = text.get(last.end..).and_then(|t| t.find(": ")).map(|at| last.end + at + 2)
        {
            topics = split(&sentence.slice(at, text.len()), true);
        }
        let lines = sentence.lines();
        for span in spans {
            self.add_meeting(span, name.clone(), topics.clone(), &lines);
            self.told_by = Told::Sentence;
            if let Some(meeting) = self.meeting.and_then(|at| self.out.meetings.get_mut(at)) {
                append(&mut meeting.note, text);
            }
        }
        true
    }

    /// The sentences after »Am … tagte die Lenkungsgruppe« tell its topics.
    fn meeting_goes_on(&mut self, sentence: &Joined, same: bool) -> bool {
        let Some(meeting) = self.meeting.and_then(|at| self.out.meetings.get_mut(at)) else {
            return false;
        };
        let topics = of_sentence(sentence);
        // In a paragraph of its own only an announced list of topics goes on.
        if !same && topics.is_empty() {
            return false;
        }
        for topic in &topics {
            let topic = clean(topic.text());
            if !topic.is_empty() && !meeting.topics.contains(&topic) {
                meeting.topics.push(topic);
            }
        }
        append(&mut meeting.note, sentence.text());
        extend(&mut meeting.source, &sentence.lines());
        self.ledger.claim(&sentence.lines(), Use::Meeting);
        true
    }
}

fn append(note: &mut String, text: &str) {
    if !note.is_empty() {
        note.push(' ');
    }
    note.push_str(text);
}

/// What is still to come is no record of the past.
pub(super) fn is_outlook(text: &str, scope: &Scope) -> bool {
    let lower = text.to_lowercase();
    scope.title.to_lowercase().contains("ausblick")
        || ["findet", "nächste", "nächstes", "geplant", "stattfinden", "vorgesehen"]
            .iter()
            .any(|word| lower.split(|c: char| !c.is_alphanumeric()).any(|w| w == *word))
}

/// »Im Zeitraum vom … bis … haben 4 Sitzungen stattgefunden« dates no sitting.
pub(super) fn states_period(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["im zeitraum", "berichtszeitraum", "berichtsjahr", "in der zeit vom"].iter().any(|word| lower.contains(word))
        && !lower.contains(" am ")
}
