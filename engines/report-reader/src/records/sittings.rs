//! Sittings told in list items and sentences.

use super::meetings::UNNAMED;
use super::rows::is_foreign;
use super::told_topics::{of_sentence, topic_range};
use super::topics::{clean, of_parts, split};
use super::{Reader, Scope, Told, extend};
use crate::dates::{DateHit, DateSpan, time_at_start};
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

/// One record of labels.
#[derive(Debug, Default)]
struct Labelled {
    title: Option<Part>,
    fields: Vec<(Column, Vec<Part>)>,
    lines: Vec<usize>,
}

impl Labelled {
    fn dated(&self) -> bool {
        self.fields.iter().any(|(role, _)| *role == Column::Date)
    }

    /// The parts of a value, the label taken off the first.
    fn parts(fields: &[Part]) -> Vec<Part> {
        let mut parts = fields.to_vec();
        if let Some(first) = parts.first_mut()
            && let Some((_, value)) = first.text.split_once(':')
        {
            first.text = value.trim().to_owned();
        }
        parts
    }

    fn values(&self, role: Column) -> Option<Vec<Part>> {
        self.fields.iter().find(|(r, _)| *r == role).map(|(_, parts)| Self::parts(parts))
    }

    fn find(&self, role: Column) -> Option<Joined> {
        self.values(role).map(|parts| crate::layout::join(&parts))
    }
}

impl Reader {
    /// Sittings and events told in labels under each other: »Termin: … Ort: … Themen: …«; several
    /// may follow each other without a blank line.
    pub(super) fn labelled_records(&mut self, parts: &[Part], scope: &Scope) -> bool {
        let mut records: Vec<Labelled> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let opens = |part: &Part| label(part).is_some_and(|(role, _)| role == Column::Date);
            match label(part) {
                Some((role, _)) => {
                    let full = records.last().is_none_or(|r| r.dated() && role == Column::Date);
                    if full {
                        records.push(Labelled::default());
                    }
                    if let Some(record) = records.last_mut() {
                        record.fields.push((role, vec![part.clone()]));
                        record.lines.push(part.line);
                    }
                }
                // »Verbandsausschuss« above »Termin: …«
                None if parts.get(at + 1).is_some_and(opens)
                    && !part.starts
                    && part.text.split_whitespace().count() <= 8 =>
                {
                    records.push(Labelled { title: Some(part.clone()), lines: vec![part.line], fields: Vec::new() });
                }
                None => {
                    let Some(record) = records.last_mut() else {
                        return false;
                    };
                    if let Some((_, value)) = record.fields.last_mut() {
                        value.push(part.clone());
                        record.lines.push(part.line);
                    }
                }
            }
        }
        let grants = scope.section == Some(Section::Grants);
        let granted = |r: &Labelled| {
            let told = [Column::Date, Column::Authority, Column::Grant, Column::Cost, Column::Period];
            grants && told.into_iter().filter(|role| r.find(*role).is_some()).count() >= 2
        };
        if records.iter().any(granted) {
            for record in &records {
                self.labelled_grant(record);
            }
            return true;
        }
        let fits = |r: &Labelled| {
            r.find(Column::Date).is_some()
                && (r.find(Column::Topic).is_some()
                    || r.find(Column::Body).is_some()
                    || r.find(Column::Title).is_some()
                    || r.title.is_some()
                    || scope.section == Some(Section::Meetings))
        };
        if !records.iter().any(fits) {
            return false;
        }
        for record in records.iter().filter(|r| fits(r)) {
            self.labelled_record(record, scope);
        }
        true
    }

    /// »Bescheid vom: …«, »Behörde: …«, »Betrag: …«, »Zeitraum: …«
    fn labelled_grant(&mut self, record: &Labelled) {
        let text = record.fields.iter().map(|(_, parts)| crate::layout::join(parts)).fold(
            Joined::default(),
            |mut all, value| {
                all.append(&value);
                all
            },
        );
        let amount = [Column::Grant, Column::Cost].into_iter().find_map(|role| record.find(role));
        self.add_labelled_grant(
            record.find(Column::Date).as_ref(),
            record.find(Column::Authority).as_ref(),
            amount.as_ref(),
            record.find(Column::Period).as_ref(),
            &text,
        );
    }

    fn labelled_record(&mut self, record: &Labelled, scope: &Scope) {
        let Some(span) = record.find(Column::Date).and_then(|date| self.known(&date).first().copied()) else {
            return;
        };
        let place = record.find(Column::Place).map(|p| p.text().to_owned());
        let headed = record.title.as_ref().map(|t| t.text.trim().to_owned());
        let named = record
            .find(Column::Body)
            .and_then(|b| body(b.text()).or_else(|| Some(b.text().to_owned())))
            .or_else(|| headed.as_deref().and_then(body));
        let event = scope.section == Some(Section::Events) && named.is_none()
            || record.find(Column::Title).is_some() && record.find(Column::Topic).is_none() && named.is_none();
        if event {
            let title = record.find(Column::Title).or_else(|| record.find(Column::Topic)).map(|t| t.text().to_owned());
            let title = headed.or(title).unwrap_or_default();
            let before = self.out.events.len();
            self.add_event(span, &title, &record.lines);
            if let Some(event) = self.out.events.get_mut(before) {
                event.place = place;
            }
            return;
        }
        let topics = record.values(Column::Topic).map(|parts| of_parts(&parts, self.width)).unwrap_or_default();
        self.add_meeting(span, Self::body_or(named.or(headed), scope), topics, &record.lines);
        self.told_by = Told::Heading;
        if let Some(meeting) = self.meeting.and_then(|at| self.out.meetings.get_mut(at)) {
            meeting.place = place;
        }
    }

    /// A list item in a section about meetings.
    pub(super) fn meeting_item(&mut self, item: &Joined) {
        let scope = self.scopes.now();
        let hits = self.dates(item.text());
        let spans: Vec<DateSpan> =
            hits.iter().filter_map(|h| h.reading.known()).filter(|s| s.precision.is_day()).collect();
        let sits = body(item.text());
        let named = sits.clone().filter(|name| name != UNNAMED || scope.body.is_none());
        if let (Some(first), Some(span)) = (hits.first(), spans.first())
            && (sits.is_some() || (self.meeting.is_none() && item.text().split_whitespace().count() <= 30))
            && !states_period(item.text())
        {
            let colon = item.text().get(first.end..).and_then(|t| t.find(": ")).map(|at| first.end + at + 2);
            let topics = colon.map(|at| split(&item.slice(at, item.text().len()), true)).unwrap_or_default();
            let topics = if topics.is_empty() { of_sentence(item) } else { topics };
            let topics = if topics.is_empty() { in_brackets(item) } else { topics };
            // »Verbandsschau: 18.04.2023«
            let key = super::project_lines::keyed(item.text()).then(|| item.text().split(": ").next()).flatten();
            let named = named.or_else(|| key.filter(|_| scope.body.is_none() && sits.is_none()).map(str::to_owned));
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
        // »Am 14. Februar ging es um die Nachfolge im Vorstand«: a topic names no body.
        let telling = topic_range(text).map(|(from, _)| from).filter(|from| hits.iter().any(|h| h.end <= *from));
        let mut named = body(telling.and_then(|from| text.get(..from)).unwrap_or(text));
        if let Some(name) = named.as_ref().filter(|name| *name != UNNAMED && !is_foreign(text)) {
            self.body_told = Some(name.clone());
        } else if named.as_deref().is_none_or(|name| name == UNNAMED) && refers_back(text) {
            // »Er beriet am …«, »In seiner zweiten Sitzung …«
            named = self.body_told.clone().or(named);
        } else if in_meetings
            && scope.body.is_none()
            && named.as_deref().is_none_or(|name| name == UNNAMED)
            && (telling.is_some() || MEETS.iter().any(|verb| text.contains(verb)))
        {
            named = self.body_told.clone().or(named);
        }
        if in_meetings
            && scope.body.is_none()
            && spans.is_empty()
            && let Some(name) = &named
        {
            self.scopes.set_body(name.clone());
        }
        if is_outlook(text, scope) || is_cancelled(text) {
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
        // »… am 10. März (Thema: Radständer) und am 13. Oktober (Themen: Rufbus, Nachtlinie)«
        if let Some(each) = bracketed(sentence, &hits)
            && (in_meetings || named.is_some() && !is_foreign(text))
        {
            let name = Self::body_or(named, scope);
            for (span, topics) in each {
                self.add_meeting(span, name.clone(), topics, &sentence.lines());
                self.told_by = Told::Sentence;
                if let Some(meeting) = self.meeting.and_then(|at| self.out.meetings.get_mut(at)) {
                    append(&mut meeting.note, text);
                }
            }
            return true;
        }
        // »In der Versammlung am … wurde … beschlossen«: a date beside the body and a verb.
        let beside = ["versammlung am ", "sitzung am "].iter().any(|pair| text.contains(pair));
        let met = MEETS.iter().any(|verb| text.contains(verb)) || (beside && looks_like_clause(text));
        let own = named.is_some() && met && (in_meetings || !is_foreign(text));
        // »Das Jahr begann mit der Lenkungsgruppe am …:« above a list of topics.
        let own = own || self.leads_to_list && !is_foreign(text) && named.as_ref().is_some_and(|n| n != UNNAMED);
        // »Das erste Treffen nach der Sommerpause war am 22. September«
        let lower = text.to_lowercase();
        let sat = scope.body.is_some()
            && ["treffen", "sitzung", "zusammenkunft", "besprechung"].iter().any(|w| lower.contains(w));
        let met = met || sat;
        let listed = in_meetings && (met || named.is_some() || !of_sentence(sentence).is_empty());
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
        for hit in hits.iter().filter(|hit| hit.reading.known().is_some_and(|span| span.precision.is_day())) {
            let Some(span) = hit.reading.known() else { continue };
            // »Der Arbeitskreis A tagte am …, der Arbeitskreis B am …«
            let before = text.get(..hit.start).unwrap_or_default();
            let nearest = before.rsplit(", ").next().filter(|piece| piece.len() < before.len()).and_then(body);
            let own = nearest.filter(|near| near != UNNAMED && text.contains(near.as_str()));
            self.add_meeting(span, own.unwrap_or_else(|| name.clone()), topics.clone(), &lines);
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

/// »20.10.22 Vorstand (Haushalt; Winterdienst)«: what the bracket at the end tells.
fn in_brackets(item: &Joined) -> Vec<Joined> {
    let text = item.text().trim_end_matches(['.', ' ']);
    let Some(open) = text.rfind(" (").filter(|_| text.ends_with(')')) else {
        return Vec::new();
    };
    let inner = item.slice(open + 2, text.len() - 1);
    let named = text.get(..open).and_then(body).is_some();
    let elsewhere = super::around_dates::is_venue(inner.text()) || time_at_start(inner.text()).is_some();
    if !named || elsewhere || !inner.text().chars().any(char::is_alphabetic) {
        return Vec::new();
    }
    split(&inner, true)
}

fn append(note: &mut String, text: &str) {
    if !note.is_empty() {
        note.push(' ');
    }
    note.push_str(text);
}

/// Each day with the topics in the bracket right behind it, if several days have one with a label.
fn bracketed(sentence: &Joined, hits: &[DateHit]) -> Option<Vec<(DateSpan, Vec<Joined>)>> {
    let mut found = Vec::new();
    let mut labelled = 0;
    for hit in hits {
        let span = hit.reading.known().filter(|span| span.precision.is_day())?;
        let behind = sentence.text().get(hit.end..).unwrap_or_default();
        let Some((inner, _)) = behind.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')')) else {
            found.push((span, Vec::new()));
            continue;
        };
        let from = hit.end + behind.find('(').unwrap_or(0) + 1;
        let label = inner.split_once(':').filter(|(key, _)| column(key.trim()) == Some(Column::Topic));
        labelled += usize::from(label.is_some());
        let skip = label.map_or(0, |(key, _)| key.len() + 1);
        found.push((span, split(&sentence.slice(from + skip, from + inner.len()), true)));
    }
    (found.len() >= 2 && labelled >= 2).then_some(found)
}

/// A sentence that goes on about the body of the one before.
fn refers_back(text: &str) -> bool {
    ["Er ", "Sie ", "Es ", "In seiner ", "In ihrer ", "Bei seiner ", "Bei ihrer ", "In der ", "Die ", "In einer "]
        .iter()
        .any(|word| text.starts_with(word))
}

/// What is still to come is no record of the past.
pub(super) fn is_outlook(text: &str, scope: &Scope) -> bool {
    let lower = text.to_lowercase();
    scope.title.to_lowercase().contains("ausblick")
        || ["findet", "nächste", "nächstes", "geplant", "stattfinden", "vorgesehen"]
            .iter()
            .any(|word| lower.split(|c: char| !c.is_alphanumeric()).any(|w| w == *word))
}

/// »Die für den 2. April einberufene Versammlung entfiel«: it was not held.
pub(super) fn is_cancelled(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| ["entfiel", "entfielen", "entfallen", "entfällt", "abgesagt", "ausgefallen"].contains(&word))
}

/// »Im Zeitraum vom … bis … haben 4 Sitzungen stattgefunden« dates no sitting.
pub(super) fn states_period(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["im zeitraum", "berichtszeitraum", "berichtsjahr", "in der zeit vom"].iter().any(|word| lower.contains(word))
        && !lower.contains(" am ")
}
