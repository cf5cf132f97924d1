//! Sittings: from rows, lists, headings and sentences.

use super::around_dates::{is_place_like, is_venue, remainder, take_place, tidy};
use super::rows::date_cell;
use super::topics::{clean, of_parts};
use super::{Reader, Scope, Told, extend, ranges};
use crate::dates::{DateSpan, time_at_start};
use crate::joining::Joined;
use crate::layout::{Cell, Part, Row};
use crate::proposal::{Meeting, Use};
use crate::source::bullet;
use crate::vocabulary::{Column, Section, body, body_word};

/// What a sitting is called if the report gives no name.
pub(super) const UNNAMED: &str = "Sitzung";

impl Reader {
    pub(super) fn add_meeting(&mut self, span: DateSpan, name: String, topics: Vec<Joined>, lines: &[usize]) {
        self.ledger.claim(lines, Use::Meeting);
        self.told_by = Told::Row;
        let topics = topics.iter().map(|t| clean(t.text())).filter(|t| !t.is_empty());
        let same =
            self.out.meetings.iter().position(|m| m.date == span.start && (alike(&m.body, &name) || name == UNNAMED));
        if let Some(at) = same {
            if let Some(meeting) = self.out.meetings.get_mut(at) {
                for topic in topics {
                    if !meeting.topics.contains(&topic) {
                        meeting.topics.push(topic);
                    }
                }
                extend(&mut meeting.source, lines);
            }
            self.meeting = Some(at);
            return;
        }
        self.out.meetings.push(Meeting {
            date: span.start,
            end_date: span.end,
            precision: (!span.precision.is_day()).then_some(span.precision),
            body: name,
            topics: topics.collect(),
            place: None,
            note: String::new(),
            source: ranges(lines),
        });
        self.meeting = Some(self.out.meetings.len() - 1);
    }

    pub(super) fn body_or(named: Option<String>, scope: &Scope) -> String {
        named.or_else(|| scope.body.clone()).unwrap_or_else(|| UNNAMED.to_owned())
    }

    pub(super) fn meeting_row(&mut self, row: &Row, scope: &Scope) {
        let Some((date, hits, end)) = date_cell(row, self) else {
            return;
        };
        let (date_column, inherited) = (date.column, date.inherited);
        let rest = remainder(date, end);
        let mut named = row
            .cell(Column::Body)
            .filter(|c| c.column != date_column)
            .map(|c| tidy(c.joined().text()))
            .filter(|t| !t.is_empty() && t.chars().count() <= 80);
        let mut place = row.cell(Column::Place).map(|c| c.joined().text().trim_end_matches(':').to_owned());
        // »Beirat« above what it dealt with, in one column.
        let mut beneath: Vec<Part> = Vec::new();
        if let Some(cell) = row.cell(Column::Body).filter(|c| c.column != date_column)
            && let Some((first, rest)) = cell.parts.split_first()
            && !rest.is_empty()
            && body(&first.text).as_deref() == Some(first.text.trim())
            && rest
                .first()
                .is_some_and(|part| part.text.starts_with(char::is_uppercase) || bullet(&part.text).is_some())
        {
            named = Some(first.text.trim().to_owned());
            beneath = rest.to_vec();
        }
        // »Mitgliederversammlung, Arzberg«
        if let Some((name, behind)) = named.as_deref().and_then(|name| name.split_once(", "))
            && body(name).is_some()
            && (is_place_like(behind) || is_venue(behind))
        {
            place.get_or_insert_with(|| behind.to_owned());
            named = Some(name.to_owned());
        }
        let mut topics: Vec<Joined> = Vec::new();
        let mut cells: Vec<(Vec<Part>, usize)> = Vec::new();
        // »13.07.2023 / Markt Fuchs« beside a column of topics: the place stands below the day.
        let below = crate::layout::join(&rest);
        if date.role == Some(Column::Date)
            && row.named
            && place.is_none()
            && row.cell(Column::Topic).is_some()
            && (is_place_like(below.text()) || is_venue(below.text()))
        {
            place = Some(below.text().to_owned());
        } else if let Some(inner) = in_brackets(date, end) {
            // »23.01. (Aidhausen)« beside a column of topics.
            place.get_or_insert(inner);
        } else if !rest.is_empty() {
            cells.push((rest, self.width));
        }
        let texts = row.cells.iter().filter(|c| {
            c.column != date_column
                && matches!(c.role, None | Some(Column::Topic | Column::Title | Column::Note))
                && !(c.role == Some(Column::Note) && row.cell(Column::Topic).is_some())
        });
        let texts: Vec<&Cell> = texts
            .filter(|c| time_at_start(c.joined().text()).is_none_or(|end| end + 2 < c.joined().text().len()))
            .collect();
        let mut texts =
            texts.into_iter().filter(|c| !c.joined().text().chars().all(|c| c.is_ascii_digit())).collect::<Vec<_>>();
        // Without named columns a cell that is nothing but a body says who met.
        if named.is_none()
            && let Some(at) = texts.iter().position(|c| names_body(c))
            && texts.len() > 1
        {
            // »Sitzung« in a column of kinds tells only that somebody met.
            named = texts.get(at).and_then(|c| body(c.joined().text())).filter(|name| name != UNNAMED);
            texts.remove(at);
        }
        if row.cells.iter().all(|c| c.role != Some(Column::Place))
            && let [first, second] = texts.as_slice()
            && is_place_like(first.joined().text())
            && second.joined().text().len() > first.joined().text().len()
            && first.role.is_none()
        {
            place = Some(first.joined().text().to_owned());
            texts.remove(0);
        }
        for cell in &texts {
            let next =
                row.cells.iter().filter(|c| c.column > cell.column).filter_map(|c| c.parts.first()).map(|p| p.x).min();
            cells.push((cell.parts.clone(), next.unwrap_or(self.width)));
        }
        for (parts, right) in cells {
            let parts = place_above(take_place(mend_head(parts), &mut place), &mut place);
            let told = row.cell(Column::Body).is_some() && named.is_some();
            let parts = if told { parts } else { self.take_body(parts, &mut named) };
            topics.extend(of_parts(&of_label(parts), right));
        }
        if topics.is_empty() && !beneath.is_empty() {
            topics = of_parts(&beneath, self.width);
        }
        let mut note = String::new();
        for cell in row.cells.iter().filter(|c| {
            !c.inherited
                && matches!(c.role, Some(Column::Note | Column::Participants | Column::Owner | Column::State))
                && !texts.iter().any(|other| other.column == c.column)
        }) {
            if !note.is_empty() {
                note.push_str("; ");
            }
            note.push_str(cell.joined().text());
        }
        let lines = row.lines();
        // The day above counts for this row too; a body of its own makes it a sitting of its own.
        let own_body = row.cell(Column::Body).is_some_and(|cell| !cell.inherited);
        if inherited
            && !own_body
            && let Some(at) = self.meeting
        {
            if let Some(meeting) = self.out.meetings.get_mut(at) {
                meeting.topics.extend(topics.iter().map(|t| clean(t.text())).filter(|t| !t.is_empty()));
                extend(&mut meeting.source, &lines);
            }
            self.ledger.claim(&lines, Use::Meeting);
            return;
        }
        let name = Self::body_or(named, scope);
        for hit in hits {
            if let Some(span) = hit.reading.known() {
                self.add_meeting(span, name.clone(), topics.clone(), &lines);
                if let Some(meeting) = self.meeting.and_then(|at| self.out.meetings.get_mut(at)) {
                    meeting.place.clone_from(&place);
                    if meeting.note.is_empty() {
                        meeting.note.clone_from(&note);
                    }
                }
            }
        }
    }

    /// Takes »3. Sitzung der Lenkungsgruppe in Musterdorf:« off the front of the topics.
    fn take_body(&self, parts: Vec<Part>, named: &mut Option<String>) -> Vec<Part> {
        let in_meetings = self.scopes.now().section == Some(Section::Meetings);
        let Some(first) = parts.first() else {
            return parts;
        };
        if bullet(&first.text).is_some()
            && !first.text.starts_with(|c: char| c.is_ascii_digit())
            && !first.text.trim_start_matches(['-', '–', ' ']).contains(':')
            && parts.len() > 1
        {
            return parts;
        }
        // »Vorstandschaft (Themen: Haushalt, Wege)«
        let unwrapped = unwrap_topics(&first.text);
        if let Some((name, topics)) = unwrapped.filter(|_| parts.len() == 1) {
            named.get_or_insert(name);
            return vec![Part { text: topics, ..first.clone() }];
        }
        let shown = first.text.trim_start().trim_start_matches(['-', '–', '—', ':', ' ', '|']).to_owned();
        let head = shown.split(':').next().unwrap_or_default();
        let lists = shown.len() > head.len();
        let followed = parts.get(1).is_none_or(|p| bullet(&p.text).is_some() || p.starts);
        // »Steuerungsgruppe« alone on the first line of its cell says who met.
        let alone = body(head).is_some_and(|name| name == head.trim());
        let own_line = parts.get(1).is_some_and(|p| p.text.starts_with(char::is_uppercase))
            && (is_sitting(head) || alone)
            && !head.ends_with(['-', ',']);
        let followed = followed || own_line;
        if let Some(name) = body(head)
            && (lists || followed)
            && head.split_whitespace().count() <= 12
            && (head.trim() == name
                || head.split_whitespace().any(|w| body_word(w.trim_matches(|c: char| !c.is_alphanumeric())).is_some()))
            && (lists || parts.len() > 1 || is_sitting(head) || alone || !in_meetings)
        {
            named.get_or_insert(name);
            let rest = shown.get(head.len()..).unwrap_or_default().trim_start_matches([':', ' ', '–', '-']).to_owned();
            let mut kept = parts.clone();
            if rest.is_empty() {
                kept.remove(0);
                // »Themen: …« below the name of the body.
                if let Some(part) = kept.first_mut()
                    && let Some((key, value)) = part.text.split_once(':')
                    && crate::vocabulary::column(key.trim()) == Some(Column::Topic)
                {
                    part.text = value.trim().to_owned();
                }
            } else if let Some(part) = kept.first_mut() {
                part.text = rest;
            }
            return kept;
        }
        // »in Musterdorf: A, B« or »Themen: A, B«
        let lower = head.to_lowercase();
        let label = lists
            && (matches!(
                lower.trim(),
                "beschlüsse"
                    | "beschluss"
                    | "ergebnisse"
                    | "punkte"
                    | "themen"
                    | "thema"
                    | "tagesordnung"
                    | "inhalt"
                    | "inhalte"
                    | "tops"
                    | "schwerpunkte"
            ) || head.starts_with("in ")
                || head.starts_with("im ")
                || is_venue(head));
        let mut kept = parts;
        if let Some(part) = kept.first_mut() {
            let cut =
                if label { shown.get(head.len() + 1..).unwrap_or_default().trim().to_owned() } else { shown.clone() };
            if bullet(&part.text).is_none_or(|_| label) {
                part.text = cut;
            }
        }
        kept.retain(|p| !p.text.trim().is_empty());
        kept
    }

    /// Names that were learnt late are given to the sittings before.
    pub(super) fn finish_meetings(&mut self) {
        for meeting in &mut self.out.meetings {
            meeting.body = super::topics::strip_notes(&meeting.body);
            // »Vorstand (Videokonferenz)«: where or how, and the line keeps it as a note.
            if let Some(open) = meeting.body.rfind(" (").filter(|at| *at >= 2 && meeting.body.ends_with(')')) {
                meeting.body.truncate(open);
            }
        }
    }
}

/// The same body, one name perhaps longer: »Lenkungsgruppe«, »Lenkungsgruppensitzung«.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let stem = |t: &str| t.trim_end_matches("sitzung").trim_end_matches('s').to_owned();
    a == b
        || stem(&a) == stem(&b) && !stem(&a).is_empty()
        || (a.len() >= 6 && b.contains(&a))
        || (b.len() >= 6 && a.contains(&b))
}

/// An unnamed cell that holds the name of a body and no more.
fn names_body(cell: &Cell) -> bool {
    let joined = cell.joined();
    let text = joined.text();
    cell.role.is_none() && text.split_whitespace().count() <= 3 && !text.contains(':') && body(text).is_some()
}

/// »Abstimmungs-« above »runde: Friedwald«: the head of the row is one word again.
fn mend_head(mut parts: Vec<Part>) -> Vec<Part> {
    while parts.len() > 1
        && parts.first().is_some_and(|p| p.text.trim_end().ends_with('-') && !p.text.contains(':'))
        && parts.get(1).is_some_and(|p| p.text.contains(':') && p.text.starts_with(char::is_lowercase) && !p.starts)
    {
        let next = parts.remove(1);
        if let Some(first) = parts.first_mut() {
            let joined = Joined::of([(first.line, first.text.as_str()), (next.line, next.text.as_str())]);
            joined.text().clone_into(&mut first.text);
            first.end = next.end;
        }
    }
    parts
}

/// »24. Januar 2023, Türkenfeld« above a list of topics: the place stands beside the day.
fn place_above(mut parts: Vec<Part>, place: &mut Option<String>) -> Vec<Part> {
    let (Some(first), Some(rest)) = (parts.first(), parts.get(1..)) else {
        return parts;
    };
    let text = first.text.trim_start_matches([',', ' ', '–', '-']).trim_end_matches([':', ' ']).to_owned();
    let listed = !rest.is_empty() && rest.first().is_some_and(|part| bullet(&part.text).is_some());
    if listed && bullet(&first.text).is_none() && (is_place_like(&text) || is_venue(&text)) && body(&text).is_none() {
        place.get_or_insert(text);
        parts.remove(0);
    }
    parts
}

/// »Anwesend: 27«, »Tagesordnung: A; B«, »Nächste Versammlung: …«: only what the label for topics says.
fn of_label(parts: Vec<Part>) -> Vec<Part> {
    let role = |part: &Part| part.text.split_once(':').and_then(|(key, _)| crate::vocabulary::column(key.trim()));
    let Some(at) =
        parts.iter().position(|part| role(part) == Some(Column::Topic) && !part.text.trim_end().ends_with(':'))
    else {
        return parts;
    };
    let mut own: Vec<Part> = Vec::new();
    for (nth, mut part) in parts.into_iter().enumerate().skip(at) {
        if nth == at {
            let value = part.text.split_once(':').map_or("", |(_, value)| value).trim().to_owned();
            part.text = value;
        } else if super::project_lines::keyed(&part.text) {
            break;
        }
        own.push(part);
    }
    own
}

/// What a date cell holds in brackets behind its day, and nothing else.
fn in_brackets(date: &Cell, end: usize) -> Option<String> {
    let joined = date.joined();
    let inner = joined.text().get(end..)?.trim().strip_prefix('(')?.strip_suffix(')')?;
    let named = inner.starts_with(char::is_uppercase) && body(inner).is_none() && !inner.contains([':', ';']);
    named.then(|| inner.to_owned())
}

/// A body and, in brackets, what it met about.
fn unwrap_topics(text: &str) -> Option<(String, String)> {
    let text = text.trim().trim_start_matches(['-', '–', ' ']).trim_end_matches('.');
    let (head, inner) = text.split_once(" (")?;
    let inner = inner.strip_suffix(')')?;
    let (label, topics) = inner.split_once(':')?;
    let names = crate::vocabulary::column(label.trim()) == Some(Column::Topic);
    (names && head.split_whitespace().count() <= 5).then(|| Some((body(head)?, topics.trim().to_owned())))?
}

fn is_sitting(head: &str) -> bool {
    ["sitzung", "versammlung", "treffen", "runde", "besprechung", "klausur"]
        .iter()
        .any(|w| head.to_lowercase().contains(w))
}
