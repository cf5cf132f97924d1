//! Events: from rows, list items and sentences.

use super::around_dates::{is_place_like, remainder, without_dates};
use super::event_titles::title;
use super::rows::date_cell;
use super::topics::{clean_title, strip_notes};
use super::{Reader, Scope, ranges};
use crate::dates::{DateSpan, skip_time, time_at_start};
use crate::joining::Joined;
use crate::layout::{Cell, Row, join};
use crate::proposal::{Event, Use};
use crate::source::bullet;
use crate::vocabulary::{Column, Section};

/// Verbs of sentences that report an event.
const HAPPENS: [&str; 40] = [
    "richtete",
    "richteten",
    "feierte",
    "feierten",
    "fuhr",
    "fuhren",
    "reiste",
    "reisten",
    "ging",
    "gingen",
    "stand",
    "standen",
    "folgte",
    "folgten",
    "fand",
    "fanden",
    "nahm",
    "nahmen",
    "besuchte",
    "besuchten",
    "traf",
    "trafen",
    "veranstaltete",
    "lud",
    "luden",
    "eröffnet",
    "eingeweiht",
    "organisierte",
    "informierte",
    "stattgefunden",
    "stattfand",
    "durchgeführt",
    "führte",
    "veranstaltet",
    "vertreten",
    "vertrat",
    "vertraten",
    "teilgenommen",
    "gefeiert",
    "begrüßte",
];

impl Reader {
    pub(super) fn add_event(&mut self, span: DateSpan, title: &str, lines: &[usize]) {
        self.ledger.claim(lines, Use::Event);
        let title = strip_notes(title);
        if let Some(known) = self.out.events.iter_mut().find(|e| e.date == span.start && e.title == title) {
            super::extend(&mut known.source, lines);
            return;
        }
        if title.is_empty() {
            return;
        }
        self.out.events.push(Event {
            date: span.start,
            end_date: span.end,
            precision: (!span.precision.is_day()).then_some(span.precision),
            title,
            place: None,
            note: String::new(),
            source: ranges(lines),
        });
        self.event = Some(self.out.events.len() - 1);
    }

    pub(super) fn event_row(&mut self, row: &Row) {
        let Some((date, hits, end)) = date_cell(row, self) else {
            return;
        };
        let column = date.column;
        let rest = remainder(date, end);
        let texts: Vec<&Cell> =
            row.cells.iter().filter(|c| c.column != column && !c.parts.is_empty()).filter(|c| !is_aside(c)).collect();
        let mut place =
            row.cell(Column::Place).map(|c| strip_notes(c.joined().text()).trim_end_matches(':').to_owned());
        let mut note = String::new();
        let titled: Vec<&&Cell> = texts.iter().filter(|c| c.role == Some(Column::Title)).collect();
        let mut title = Joined::default();
        if !rest.is_empty() {
            title.append(&join(&rest));
        }
        let others = |role: Option<Column>| matches!(role, None | Some(Column::Topic | Column::Body));
        let chosen: Vec<&Cell> = if titled.is_empty() {
            texts.iter().filter(|c| others(c.role)).copied().collect()
        } else {
            titled.into_iter().copied().collect()
        };
        let chosen = match chosen.as_slice() {
            // Without named columns a short name beside a longer text is the place.
            [a, b]
                if !row.named
                    && is_place_like(b.joined().text())
                    && a.joined().text().len() > b.joined().text().len() =>
            {
                place = Some(b.joined().text().to_owned());
                vec![*a]
            }
            [a, b]
                if !row.named
                    && is_place_like(a.joined().text())
                    && b.joined().text().split_whitespace().count() >= 2
                    && a.joined().text().split_whitespace().count() == 1 =>
            {
                place = Some(a.joined().text().to_owned());
                vec![*b]
            }
            [first, rest @ ..] if row.named && first.role.is_some() => {
                for cell in rest {
                    append(&mut note, cell.joined().text());
                }
                vec![*first]
            }
            all => all.to_vec(),
        };
        for cell in &chosen {
            title.append(&plain(cell));
        }
        for cell in texts
            .iter()
            .filter(|c| !chosen.iter().any(|other| other.column == c.column) && c.role != Some(Column::Place))
        {
            append(&mut note, cell.joined().text());
        }
        let mut text = title.text().to_owned();
        text = text.get(skip_time(&text)..).unwrap_or(&text).to_owned();
        if text.is_empty() {
            // Without a title another column has to serve, or the row stays open.
            let Some(name) = place.take().or_else(|| (!note.is_empty()).then(|| note.clone())) else {
                return;
            };
            text = name;
        }
        let lines = row.lines();
        let text = clean_title(&text);
        for hit in hits {
            if let Some(span) = hit.reading.known() {
                self.add_event(span, &text, &lines);
                if let Some(event) = self.out.events.last_mut() {
                    event.place = event.place.take().or_else(|| place.clone());
                    if event.note.is_empty() {
                        event.note.clone_from(&note);
                    }
                }
            }
        }
    }

    /// »Wir waren bei: Kommunalforum Coburg (6. April), Regionaltag (17. und 18. September) …«
    fn listed_events(&mut self, sentence: &Joined) -> bool {
        let text = sentence.text();
        let Some(from) = text.find(": ").map(|at| at + 2) else {
            return false;
        };
        let pieces = sentence.pieces(from, &[',', ';']);
        let read: Option<Vec<(DateSpan, String, Vec<usize>)>> = pieces
            .iter()
            .map(|piece| {
                let open = piece.text().rfind(" (").filter(|_| piece.text().ends_with(')'))?;
                let inner = piece.text().get(open + 2..piece.text().len() - 1)?;
                // »(November)«: alone in its bracket a month is a time.
                let hits = self.dates(inner);
                let hits = if hits.is_empty() { self.dates(&format!("im {inner}")) } else { hits };
                let span = hits.first().and_then(|hit| hit.reading.known())?;
                Some((span, piece.text().get(..open)?.to_owned(), piece.lines()))
            })
            .collect();
        let Some(read) = read.filter(|read| read.len() >= 2) else {
            return false;
        };
        for (span, title, lines) in read {
            self.add_event(span, &title, &lines);
        }
        self.ledger.claim(&sentence.lines(), Use::Event);
        true
    }

    /// »… die Jobmesse am 8. Februar in Wassertrüdingen, die Radsternfahrt am 5. Juli und der Markt am 27. September«
    fn enumerated_events(&mut self, sentence: &Joined) -> bool {
        let text = sentence.text();
        let opens = [" auf der ", " auf dem ", " beim ", " bei der ", " an der "];
        let from = text.find(": ").map(|at| at + 2).or_else(|| opens.iter().filter_map(|word| text.find(word)).min());
        let Some(from) = from else { return false };
        let mut pieces: Vec<Joined> = Vec::new();
        for piece in sentence.pieces(from, &[',', ';']) {
            let halves =
                piece.text().find(" und ").map(|at| (piece.slice(0, at), piece.slice(at + 5, piece.text().len())));
            match halves.filter(|(a, b)| self.dates(a.text()).len() == 1 && self.dates(b.text()).len() == 1) {
                Some((first, second)) => pieces.extend([first, second]),
                None => pieces.push(piece),
            }
        }
        let read: Option<Vec<(DateSpan, String, Vec<usize>)>> = pieces
            .iter()
            .map(|piece| {
                let hits = self.dates(piece.text());
                let [hit] = hits.as_slice() else { return None };
                let span = hit.reading.known()?;
                let bare = super::around_dates::tidy(&without_dates(piece, &hits));
                let small = [
                    "und", "auf", "bei", "beim", "an", "am", "zur", "zum", "der", "die", "das", "dem", "den", "eine",
                    "einer",
                ];
                let words: Vec<&str> = bare.split_whitespace().skip_while(|word| small.contains(word)).collect();
                words.first().filter(|word| word.starts_with(char::is_uppercase))?;
                Some((span, words.join(" "), piece.lines()))
            })
            .collect();
        let Some(read) = read.filter(|read| read.len() >= 3) else {
            return false;
        };
        for (span, title, lines) in read {
            self.add_event(span, &title, &lines);
        }
        self.ledger.claim(&sentence.lines(), Use::Event);
        true
    }

    /// »Am 5. Mai 2023 fand der Bürgerworkshop in Musterdorf statt.«
    pub(super) fn event_sentence(&mut self, sentence: &Joined, scope: &Scope) -> bool {
        if !matches!(scope.section, Some(Section::Events | Section::Other) | None)
            && !(scope.section == Some(Section::Meetings))
        {
            return false;
        }
        let text = sentence.text();
        let outlook = scope.title.to_lowercase().contains("ausblick");
        if !outlook && (self.listed_events(sentence) || self.enumerated_events(sentence)) {
            return true;
        }
        if super::sittings::is_outlook(text, scope) {
            return false;
        }
        let hits = self.dates(text);
        let Some(span) = hits.iter().find_map(|h| h.reading.known()) else {
            return false;
        };
        let own = ["habe ich", "haben wir", "war ich", "waren wir", "Ich war", "Wir waren", "Ich habe", "Wir haben"];
        let took_part = text.contains("war")
            || [
                "teilgenommen",
                "besucht",
                "vertreten",
                "veranstaltet",
                "organisiert",
                "begleitet",
                "getroffen",
                "mitgewirkt",
            ]
            .iter()
            .any(|verb| text.contains(verb));
        let happens = took_part && own.iter().any(|words| text.contains(words))
            || HAPPENS.iter().any(|verb| text.split(|c: char| !c.is_alphanumeric()).any(|w| w == *verb));
        let lower = text.to_lowercase();
        let planned = [
            "geplant",
            "voraussichtlich",
            "wird stattfinden",
            "soll ",
            "bescheid",
            "bewilligt",
            "berichtszeitraum",
            "im zeitraum",
            "seit ",
        ]
        .iter()
        .any(|w| lower.contains(w));
        // In a section of events a short note is one, elsewhere a verb must tell.
        let noted = scope.section == Some(Section::Events) && text.split_whitespace().count() <= 20;
        if planned || !(happens || noted) || (scope.section == Some(Section::Meetings) && !happens) {
            return false;
        }
        let title = title(&without_dates(sentence, &hits));
        // »Altenau, den 01.12.2022« dates a letter.
        let letter = text.contains(", den ") || scope.section != Some(Section::Events);
        if !happens && letter && title.split_whitespace().count() < 2 {
            return false;
        }
        let lines = sentence.lines();
        let spans: Vec<DateSpan> = hits.iter().filter_map(|h| h.reading.known()).collect();
        if spans.len() > 1
            && spans.iter().all(|s| s.precision.is_day())
            && ["jeweils", " und ", "sowie"].iter().any(|w| text.contains(w))
        {
            for span in spans {
                self.add_event(span, &title, &lines);
            }
        } else {
            self.add_event(span, &title, &lines);
        }
        true
    }
}

fn append(note: &mut String, text: &str) {
    if !note.is_empty() {
        note.push_str("; ");
    }
    note.push_str(text);
}

/// Times, numbers of participants and running numbers are no title.
fn is_aside(cell: &Cell) -> bool {
    let joined = cell.joined();
    let text = joined.text();
    let time = time_at_start(text).is_some_and(|end| end + 1 >= text.trim_end().len());
    let number = text.trim_end_matches(['.', ' ']).chars().all(|c| c.is_ascii_digit());
    matches!(cell.role, Some(Column::Time | Column::Number)) || time || number
}

/// A cell as running text; list markers go.
fn plain(cell: &Cell) -> Joined {
    let mut joined = Joined::default();
    for part in &cell.parts {
        let text = bullet(&part.text)
            .filter(|_| !part.text.starts_with(|c: char| c.is_ascii_digit()))
            .and_then(|(_, at)| part.text.get(at..))
            .unwrap_or(&part.text);
        joined.push(part.line, text);
    }
    joined
}
