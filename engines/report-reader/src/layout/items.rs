//! List items and the lines that go on.

use super::Part;
use super::build::{Builder, Kept, Open, dated, part};
use crate::source::{Bullet, SourceLine};

impl Builder<'_> {
    pub(super) fn item_or_topic(&mut self, kept: &Kept<'_>, mark: Bullet, offset: usize, text: &str) {
        if let Open::Row { row, bullet: opened } = &mut self.open {
            let own_list =
                opened.is_some_and(|(sign, indent)| sign == mark && indent.abs_diff(kept.line.indent()) <= 1);
            if !own_list
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
