//! List items and the lines that go on.

use super::build::{Builder, Kept, Open, dated, part};
use super::{Heading, Part};
use crate::dates::{YearContext, find_dates};
use crate::source::{Bullet, Mark, SourceLine, bullet};
use crate::vocabulary::{Section, classify, column};

/// »Termin: Do, 13.06.2024«: a label of one record among several.
pub(super) fn is_label(text: &str) -> bool {
    text.split_once(':').is_some_and(|(key, value)| {
        key.split_whitespace().count() <= 3 && column(key.trim()).is_some() && !value.trim().is_empty()
    })
}

impl Builder<'_> {
    /// »Sitzungen: 20.10.22 Vorstand (Haushalt); 8.12.22 …«: the name of a section and its text in one line.
    pub(super) fn run_in_section(&self, at: usize, kept: &Kept<'_>, text: &str) -> Option<Heading> {
        let (key, rest) = text.split_once(": ")?;
        // »Zu den Vorhaben: …«, »Zur Finanzierung: …«
        let announced = ["Aus den ", "Aus der ", "Aus dem ", "Zu den ", "Zur ", "Zum ", "Zu unseren "]
            .iter()
            .any(|words| key.starts_with(words));
        let opens = kept.line.mark == Mark::Plain && (kept.blanks > 0 || at == 0) && bullet(text).is_none();
        let told = rest.contains("; ") && rest.split_whitespace().count() >= 4
            || find_dates(rest, &YearContext::default()).iter().any(|hit| hit.reading.known().is_some())
                && rest.split_whitespace().count() >= 5;
        let names = classify(key).is_some_and(|class| {
            class.strong && !class.compound && !matches!(class.section, Section::Other | Section::Contents)
        });
        let section = opens && told && names && key.split_whitespace().count() <= 3 && !key.ends_with("zeitraum");
        let near = self.at(at + 1).is_some_and(|k| k.blanks == 0 && is_label(&k.line.plain()));
        // »Odenwälder Zeitung: …« is a paper and no chapter.
        let paper =
            ["Zeitung", "Presse", "Nachrichten", "Medien"].iter().any(|word| key.ends_with(&format!(" {word}")));
        let section = section && !paper || announced && opens && names && key.split_whitespace().count() <= 4;
        (section && find_dates(key, &YearContext::default()).is_empty() && !near).then(|| Heading {
            line: kept.line.number,
            text: super::wording::clean(key),
            level: super::heading::NAMED,
            weak: false,
            in_table: false,
        })
    }

    /// Labels under each other, and what stands below their values, are one block.
    pub(super) fn label_line(&mut self, at: usize, kept: &Kept<'_>, text: &str) -> bool {
        if kept.line.mark != Mark::Plain || text.split_once(':').is_some_and(|(key, _)| dated(key).is_some()) {
            return false;
        }
        let labelled = is_label(text);
        let near = |next: Option<&Kept<'_>>| next.is_some_and(|k| k.blanks == 0 && is_label(&k.line.plain()));
        let open = match &self.open {
            Open::Paragraph(parts) if kept.blanks == 0 => {
                parts.last().map(|p| (p.x, parts.iter().any(|p| is_label(&p.text))))
            }
            _ => None,
        };
        match open {
            Some((_, true)) if labelled => {}
            // Deeper lines go on with the value, list or not.
            Some((x, true)) if kept.line.indent() > x + 1 => {
                let starts = bullet(text).is_some();
                if let Open::Paragraph(parts) = &mut self.open {
                    let first = parts.first().map_or(0, |p| p.x);
                    parts.push(Part { starts, x: first, ..part(kept.line, text) });
                }
                return true;
            }
            // Below a day the labels tell of that day.
            _ if labelled
                && near(self.at(at + 1))
                && !(kept.blanks == 0 && matches!(&self.open, Open::Row { row, .. } if row.dated)) => {}
            _ => return false,
        }
        match &mut self.open {
            Open::Paragraph(parts) if kept.blanks == 0 => parts.push(part(kept.line, text)),
            _ => {
                self.end_table();
                self.open = Open::Paragraph(vec![part(kept.line, text)]);
            }
        }
        true
    }

    pub(super) fn item_or_topic(&mut self, kept: &Kept<'_>, mark: Bullet, offset: usize, text: &str) {
        if let Open::Row { row, bullet: opened } = &mut self.open {
            let own_list =
                opened.is_some_and(|(sign, indent)| sign == mark && indent.abs_diff(kept.line.indent()) <= 1);
            // An outer list goes on; what is set in less than its day belongs to no day.
            let outer = opened.is_some_and(|(_, indent)| kept.line.indent() + 1 < indent);
            if !own_list
                && !outer
                && kept.blanks <= 2
                && let Some(cell) = row.cells.last_mut()
            {
                cell.parts.push(Part { starts: true, ..part(kept.line, text) });
                return;
            }
        }
        let body = text.get(offset..).unwrap_or(text).to_owned();
        self.item(kept, Some(mark), kept.line.indent(), &body);
    }

    pub(super) fn item(&mut self, kept: &Kept<'_>, mark: Option<Bullet>, depth: usize, text: &str) {
        if mark.is_none() {
            // A real list of a word processor: dated items are rows, the others may belong to one.
            if let Some(end) = dated(text) {
                self.close();
                self.columns.clear();
                self.order_row(kept.line, text, end, Some((Bullet::Sign('•'), depth)));
                return;
            }
            if let Open::Row { row, bullet } = &mut self.open
                && !bullet.is_some_and(|(_, indent)| indent >= depth)
                && let Some(cell) = row.cells.last_mut()
            {
                cell.parts.push(Part { starts: true, ..part(kept.line, text) });
                return;
            }
        }
        self.end_table();
        self.open = Open::Item { bullet: mark, depth, parts: vec![part(kept.line, text)] };
    }

    pub(super) fn extend(&mut self, line: &SourceLine, text: &str) {
        match &mut self.open {
            Open::Row { row, .. } => {
                if let Some(cell) = row.cells.last_mut() {
                    cell.parts.push(part(line, text));
                }
            }
            Open::Item { parts, .. } | Open::Paragraph(parts) => parts.push(part(line, text)),
            Open::Nothing => self.open = Open::Paragraph(vec![part(line, text)]),
        }
    }

    pub(super) fn continue_or_paragraph(&mut self, kept: &Kept<'_>) {
        let text = kept.line.plain();
        if let Open::Row { row, .. } = &mut self.open
            && let Some(cell) = row.cells.last_mut()
        {
            cell.parts.push(Part { starts: true, ..part(kept.line, &text) });
            return;
        }
        self.extend(kept.line, &text);
    }
}
