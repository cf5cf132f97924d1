//! Walking through the lines and forming blocks.

use super::columns::{Place, column_of, header, placed};
use super::furniture::furniture;
use super::heading::{Around, Outline, possible};
use super::normal::{month_heading, normal};
use super::wording::clean;
use super::{Block, Furniture, Heading, Part, Row, cells};
use crate::dates::{YearContext, leading, skip_time};
use crate::source::{Bullet, Mark, SourceLine, bullet};
use crate::vocabulary::classify;

/// The longest paragraph that is read in one piece, in bytes: more than a page.
const MAX_OPEN_BYTES: usize = 6_000;

/// The blocks of a report, and the lines that need no place in a record.
pub(crate) struct Blocks {
    pub(crate) blocks: Vec<Block>,
    pub(crate) furniture: Vec<(usize, Furniture)>,
}

/// Forms blocks from lines.
pub(crate) fn blocks(lines: &[SourceLine]) -> Blocks {
    let marks = furniture(lines);
    let (normal, wrapped) = normal(lines);
    let lines = normal.as_slice();
    let furniture = wrapped.into_iter().map(|line| (line, Furniture::TitleRest)).collect();
    let mut result = Blocks { blocks: Vec::new(), furniture };
    let mut kept: Vec<Kept<'_>> = Vec::new();
    let mut blanks = 0;
    for (line, mark) in lines.iter().zip(&marks) {
        if let Some(mark) = mark {
            result.furniture.push((line.number, *mark));
            // A rule separates like a blank line; heads and feet do not.
            if *mark == Furniture::Separator {
                underline(kept.last_mut().filter(|_| blanks == 0), line);
                blanks += 1;
            }
        } else if line.is_blank() && !matches!(line.mark, Mark::Cell(_)) {
            blanks += 1;
        } else {
            let turned = kept.last().is_some_and(|k| k.line.page != line.page);
            kept.push(Kept { line, blanks, turned, underlined: None });
            blanks = 0;
        }
    }
    let ruled =
        |double: bool| kept.iter().any(|k| k.underlined.is_some_and(|sign| matches!(sign, '=' | '═') == double));
    let ruled_twice = ruled(true) && ruled(false);
    let mut builder = Builder {
        kept: &kept,
        open: Open::Nothing,
        columns: Vec::new(),
        table: 0,
        outline: Outline::of(is_dense(lines), ruled_twice),
        width: lines.iter().map(SourceLine::end).max().unwrap_or(0),
        out: result,
    };
    let mut at = 0;
    while at < kept.len() {
        at += builder.step(at).max(1);
    }
    builder.close();
    builder.out
}

/// A line that is not furniture, with what stood before it.
pub(super) struct Kept<'a> {
    pub(super) line: &'a SourceLine,
    pub(super) blanks: usize,
    pub(super) turned: bool,
    /// A rule about as long as the text stands right below.
    pub(super) underlined: Option<char>,
}

/// Marks a short line that a rule underlines.
fn underline(above: Option<&mut Kept<'_>>, rule: &SourceLine) {
    if let Some(kept) = above {
        let (text, length) = (kept.line.plain().chars().count(), rule.text.trim().chars().count());
        let sign = rule.text.trim().chars().next().unwrap_or(' ');
        let even =
            rule.text.trim().chars().all(|c| c == sign) && matches!(sign, '-' | '=' | '~' | '_' | '─' | '═' | '–');
        let fits = even && text <= 60 && length.abs_diff(text) <= 4 + text / 4 && kept.blanks > 0;
        kept.underlined = fits.then_some(sign);
    }
}

pub(super) enum Open {
    Nothing,
    Row { row: Row, bullet: Option<(Bullet, usize)> },
    Item { bullet: Option<Bullet>, depth: usize, parts: Vec<Part> },
    Paragraph(Vec<Part>),
}

pub(super) struct Builder<'a> {
    pub(super) kept: &'a [Kept<'a>],
    pub(super) open: Open,
    pub(super) columns: Vec<Place>,
    pub(super) table: usize,
    pub(super) outline: Outline,
    /// Where long lines end.
    pub(super) width: usize,
    pub(super) out: Blocks,
}

/// Hardly a blank line on the whole.
fn is_dense(lines: &[SourceLine]) -> bool {
    let blank = lines.iter().filter(|line| line.is_blank()).count();
    lines.len() >= 10 && blank * 25 < lines.len()
}

/// A year that stands alone heads what follows.
fn is_lone_year(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(':');
    bare.len() == 4 && bare.parse::<u16>().is_ok_and(|year| (1990..=2090).contains(&year))
}

pub(super) fn part(line: &SourceLine, text: &str) -> Part {
    Part { line: line.number, text: text.to_owned(), starts: false, x: line.indent(), end: line.end() }
}

pub(super) fn dated(text: &str) -> Option<usize> {
    let (_, end) = leading(text, &YearContext::default())?;
    let rest = text.get(end..).unwrap_or_default();
    let rest = rest.get(skip_time(rest)..).unwrap_or_default();
    let next = rest.split_whitespace().next().unwrap_or_default().trim_end_matches([',', '.', ';', ':']);
    // »12.03.2023 fand … statt«, »12.03.2023 wurde …«: a sentence that wrapped before its date.
    let verbs = [
        "fand",
        "fanden",
        "wurde",
        "wurden",
        "statt",
        "stattgefunden",
        "war",
        "waren",
        "nahm",
        "nahmen",
        "hat",
        "haben",
        "ist",
        "wird",
        "und",
        "oder",
        "bis",
        "traf",
        "trafen",
        "besuchte",
        "konnte",
        "kam",
        "stellte",
        "bewilligt",
        "beschlossen",
        "statt.",
        "vor",
        "teil",
        "über",
        "zur",
    ];
    // »Anfang Mai fuhren wir …«, »Am 3. März tagte die …«
    let verb = next.chars().next().is_some_and(char::is_lowercase);
    let subject = rest.split_whitespace().nth(1).is_some_and(|word| {
        matches!(
            word,
            "wir" | "ich" | "es" | "man" | "sich" | "der" | "die" | "das" | "ein" | "eine" | "unser" | "unsere"
        )
    });
    (!verbs.contains(&next) && !(verb && subject)).then_some(end)
}

impl<'a> Builder<'a> {
    pub(super) fn at(&self, at: usize) -> Option<&'a Kept<'a>> {
        self.kept.get(at)
    }

    /// Whether what is open has grown past what a person would write without a break. Reading it
    /// takes time with the square of its length, so it ends here.
    fn overgrown(&self) -> bool {
        let count = |parts: &[Part]| parts.iter().map(|part| part.text.len()).sum::<usize>();
        let size = match &self.open {
            Open::Nothing => 0,
            Open::Row { row, .. } => row.cells.iter().map(|cell| count(&cell.parts)).sum(),
            Open::Item { parts, .. } | Open::Paragraph(parts) => count(parts),
        };
        size > MAX_OPEN_BYTES
    }

    pub(super) fn close(&mut self) {
        match std::mem::replace(&mut self.open, Open::Nothing) {
            Open::Nothing => {}
            Open::Row { row, .. } => self.out.blocks.push(Block::Row(row)),
            Open::Item { bullet, depth, parts } => self.out.blocks.push(Block::Item { bullet, depth, parts }),
            Open::Paragraph(parts) => self.out.blocks.push(Block::Paragraph { parts }),
        }
    }

    pub(super) fn end_table(&mut self) {
        self.close();
        self.columns.clear();
    }

    pub(super) fn heading(&mut self, heading: Heading) {
        self.end_table();
        self.out.blocks.push(Block::Heading(heading));
    }

    /// Consumes at least one line; returns how many.
    pub(super) fn step(&mut self, at: usize) -> usize {
        let Some(kept) = self.at(at) else { return 1 };
        if self.overgrown() {
            self.end_table();
        }
        match &kept.line.mark {
            Mark::Cell(mark) => return self.cells(at, mark.table),
            Mark::Heading(level) => {
                let text = kept.line.plain();
                if let Some(end) = dated(&text)
                    && *level >= 7
                {
                    self.columns.clear();
                    self.dated_line(kept, end);
                } else {
                    let text =
                        text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ')).to_owned();
                    let text =
                        if text.is_empty() || dated(&kept.line.plain()).is_some() { kept.line.plain() } else { text };
                    // Bold lines have no level of their own: the words decide.
                    let strong = classify(&text).is_some_and(|c| c.strong);
                    let level = if *level < 7 {
                        *level
                    } else if strong {
                        4
                    } else {
                        6
                    };
                    self.heading(Heading {
                        line: kept.line.number,
                        text: clean(&text),
                        level,
                        weak: false,
                        in_table: false,
                    });
                }
            }
            Mark::Footnote => {
                self.end_table();
                self.out.blocks.push(Block::Note { parts: vec![part(kept.line, &kept.line.plain())] });
            }
            Mark::Item(depth) => self.item(kept, None, usize::from(*depth) * 2, &kept.line.plain()),
            Mark::Continued => self.continue_or_paragraph(kept),
            _ => self.plain(at, kept),
        }
        1
    }

    pub(super) fn cells(&mut self, at: usize, table: usize) -> usize {
        self.end_table();
        let same = |k: &&Kept<'a>| matches!(&k.line.mark, Mark::Cell(mark) if mark.table == table);
        let lines: Vec<&SourceLine> =
            self.kept.get(at..).unwrap_or_default().iter().take_while(same).map(|k| k.line).collect();
        self.table += 1;
        let read = cells::table(&lines, self.table);
        self.out.blocks.extend(read.blocks);
        self.out.furniture.extend(read.heads);
        lines.len()
    }

    pub(super) fn around(&self, at: usize) -> Option<Around<'a>> {
        let kept = self.at(at)?;
        let after = self.at(at + 1);
        let certain_end = |line: &SourceLine| line.mark == Mark::Paragraph;
        Some(Around {
            line: kept.line,
            before: at.checked_sub(1).and_then(|b| self.at(b)).map(|k| k.line),
            after: after.map(|k| k.line),
            blank_before: kept.blanks > 0 || kept.turned || at == 0 || certain_end(kept.line),
            blank_after: after.is_none_or(|k| k.blanks > 0) || certain_end(kept.line),
            underlined: kept.underlined,
            in_paragraph: matches!(self.open, Open::Paragraph(_)),
        })
    }

    /// A line of text or PDF, or a paragraph of a word processor.
    pub(super) fn plain(&mut self, at: usize, kept: &'a Kept<'a>) {
        let line = kept.line;
        if let Some(columns) = header(line) {
            // The same head again after a page break: the open row goes on.
            if self.columns.len() != columns.len() || self.columns.iter().zip(&columns).any(|(a, b)| a.role != b.role) {
                self.close();
                self.table += 1;
            }
            self.columns = columns;
            self.out.furniture.push((line.number, Furniture::TableHead));
            return;
        }
        let text = line.plain();
        let month = line.mark == Mark::Plain
            && month_heading(&text).is_some()
            && (kept.blanks > 0 || self.at(at + 1).is_some_and(|next| dated(&next.line.plain()).is_some()));
        if (is_lone_year(&text) || month) && !placed(&self.columns) {
            let heading = Heading { line: line.number, text, level: 8, weak: false, in_table: true };
            self.heading(heading);
            return;
        }
        if let Some(named) = self.run_in_section(at, kept, &text) {
            self.heading(named);
            let rest = text.split_once(':').map_or("", |(_, rest)| rest).trim().to_owned();
            self.open = Open::Paragraph(vec![part(line, &rest)]);
            return;
        }
        if self.label_line(at, kept, &text) {
            return;
        }
        let listed = bullet(&text);
        let body = listed.and_then(|(_, offset)| text.get(offset..)).unwrap_or(&text);
        if self.month_cell(kept) {
            return;
        }
        let after_preposition = kept.blanks == 0 && !kept.turned && self.ends_before_date();
        let is_dated = (listed
            .is_none_or(|(b, _)| !matches!(b, Bullet::Number(n) if dated(&text).is_some() || n == 0))
            || dated(&text).is_some())
            && !after_preposition;
        let around = self.around(at);
        let numbered_item = matches!(listed, Some((Bullet::Number(_), _)))
            && kept.blanks == 0
            && !kept.turned
            && line.size < 112
            && matches!(self.open, Open::Row { .. })
            && !self.outline.dense;
        // Text right under a column beside the first belongs to the open row, whatever its words.
        let under_column = kept.blanks == 0
            && matches!(self.open, Open::Row { .. })
            && placed(&self.columns)
            && line.chunks.first().is_some_and(|c| column_of(c, &self.columns) > 0 && line.mark == Mark::Plain);
        if under_column && !kept.turned && self.in_columns(at, kept) {
            return;
        }
        // Deeper than the day above: it belongs to it.
        let deeper = kept.blanks == 0
            && !kept.turned
            && line.mark == Mark::Plain
            && !placed(&self.columns)
            && listed.is_none()
            && dated(&text).is_none()
            && matches!(&self.open, Open::Row { row, .. } if row.cells.first().and_then(|c| c.parts.first()).is_some_and(|p| line.indent() >= p.x + 2));
        if deeper && self.continues(at, kept, &text) {
            self.extend(line, &text);
            return;
        }
        // »25.02.2021« alone in its line: what stands below is what happened.
        let bare = kept.blanks == 0
            && !kept.turned
            && listed.is_none()
            && dated(&text).is_none()
            && matches!(&self.open, Open::Row { row, .. } if !row.tabular && row.cells.last().is_some_and(|c| c.parts.is_empty()));
        if bare {
            self.extend(line, &text);
            return;
        }
        let numbered_heading = around.as_ref().filter(|_| !numbered_item).and_then(|a| self.outline.certain(a));
        if let Some(heading) = numbered_heading.filter(|_| !(after_preposition)) {
            self.heading(heading);
            return;
        }
        if is_dated && self.wrapped_date(at, kept) {
            return;
        }
        if is_dated && let (Some((mark @ Bullet::Sign(_), offset)), Some(end)) = (listed, dated(body)) {
            self.dated_item(kept, mark, offset, offset + end);
            return;
        }
        if is_dated && let Some(end) = dated(&text) {
            self.dated_line(kept, end);
            return;
        }
        if is_dated && let (Some((mark, offset)), Some(end)) = (listed, dated(body)) {
            self.dated_item(kept, mark, offset, offset + end);
            return;
        }
        // »Kosten 27.800 EUR          Stand: abgeschlossen« below a list item is its text.
        let details = kept.blanks == 0
            && line.chunks.len() > 1
            && line.chunks.iter().any(|chunk| super::items::is_label(&chunk.text))
            && matches!(&self.open, Open::Item { parts, .. } if parts.first().is_some_and(|p| line.indent() > p.x));
        if details {
            self.extend(line, &text);
            return;
        }
        if self.in_columns(at, kept) || self.opens_table(at, kept) {
            return;
        }
        if let Some((mark, offset)) = listed {
            self.item_or_topic(kept, mark, offset, &text);
            return;
        }
        if self.continues(at, kept, &text) {
            self.extend(line, &text);
            return;
        }
        if let Some(heading) = around.as_ref().and_then(possible) {
            self.heading(heading);
            return;
        }
        let joins = kept.blanks == 0 && line.mark != Mark::Paragraph;
        match &mut self.open {
            Open::Paragraph(parts) if joins && !kept.turned => parts.push(part(line, &text)),
            Open::Paragraph(parts)
                if kept.turned
                    && line.mark == Mark::Plain
                    && parts.last().is_some_and(|p| !p.text.trim_end().ends_with(['.', '!', '?', ':'])) =>
            {
                parts.push(part(line, &text));
            }
            _ => {
                self.end_table();
                self.open = Open::Paragraph(vec![part(line, &text)]);
            }
        }
    }
}
