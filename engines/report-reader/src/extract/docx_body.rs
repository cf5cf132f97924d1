//! DOCX: paragraphs, tables with merged cells, lists, notes and text boxes of one part.

use super::docx_styles::{Meaning, Styles, attribute, is_on};
use crate::fault::ReadFault;
use crate::source::{CellMark, Chunk, Mark, SourceLine};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// Deeper nesting is no document a person wrote.
const MAX_DEPTH: usize = 400;

/// Which part of the package is parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Body,
    Notes,
    Frame,
}

#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    meaning: Option<Meaning>,
    numbered: Option<u8>,
    bold: usize,
    plain: usize,
    /// The paragraph mark was deleted: the text runs on into the next paragraph.
    runs_on: bool,
}

#[derive(Debug, Default)]
struct Table {
    row: usize,
    column: usize,
    span: usize,
    header: bool,
    merged: bool,
    deleted: bool,
}

struct Walker<'a> {
    styles: &'a Styles,
    part: Part,
    lines: Vec<SourceLine>,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    table_count: usize,
    /// Depth of elements whose content is not part of the final text.
    muted: usize,
    bold: bool,
    in_run: bool,
    in_paragraph_style: bool,
    in_text: bool,
    carry: String,
}

/// Deletions and moves away are not the text any more; the fallback repeats what a text box says.
fn mutes(name: &str) -> bool {
    matches!(
        name,
        "del"
            | "moveFrom"
            | "Fallback"
            | "instrText"
            | "delText"
            | "delInstrText"
            | "pPrChange"
            | "rPrChange"
            | "tblPrChange"
    )
}

impl Walker<'_> {
    fn start(&mut self, e: &BytesStart<'_>, empty: bool) {
        let local = e.local_name();
        let name = local.as_ref();
        if self.part == Part::Notes
            && (name == "footnote" || name == "endnote")
            && attribute(e, "type").is_some_and(|t| t != "normal")
        {
            self.muted += usize::from(!empty);
            return;
        }
        if self.muted > 0 || mutes(name) {
            if name == "del" && self.muted == 0 {
                self.deletion_mark();
            }
            self.muted += usize::from(!empty);
            return;
        }
        match name {
            "p" => {
                let carried = std::mem::take(&mut self.carry);
                self.paragraphs.push(Paragraph { text: carried, ..Paragraph::default() });
                if empty {
                    self.end_paragraph();
                }
            }
            "pPr" => self.in_paragraph_style = !empty,
            "r" => {
                self.in_run = !empty;
                self.bold = false;
            }
            "t" => self.in_text = !empty,
            "tab" if !self.in_paragraph_style => self.add("\t"),
            "br" | "cr" => self.add("\n"),
            "noBreakHyphen" => self.add("-"),
            "softHyphen" => self.add("\u{ad}"),
            "sym" => self.add(" "),
            "tbl" if !empty => {
                if self.tables.is_empty() {
                    self.table_count += 1;
                }
                self.tables.push(Table::default());
            }
            _ => self.property(name, e),
        }
    }

    /// `w:del` inside properties marks a deleted row or paragraph mark and holds no text.
    fn deletion_mark(&mut self) {
        if self.in_paragraph_style {
            if let Some(paragraph) = self.paragraphs.last_mut() {
                paragraph.runs_on = true;
            }
        } else if self.paragraphs.is_empty()
            && let Some(table) = self.tables.last_mut()
        {
            table.deleted = true;
        }
    }

    fn property(&mut self, name: &str, e: &BytesStart<'_>) {
        let value = || attribute(e, "val");
        let number = || value().and_then(|v| v.parse::<usize>().ok());
        match name {
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    *table = Table { row: table.row + 1, ..Table::default() };
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.span = 1;
                    table.merged = false;
                }
            }
            "gridBefore" => {
                if let Some(table) = self.tables.last_mut() {
                    table.column += number().unwrap_or(0).min(64);
                }
            }
            "gridSpan" => {
                if let Some(table) = self.tables.last_mut() {
                    table.span = number().unwrap_or(1).clamp(1, 64);
                }
            }
            "vMerge" => {
                if let Some(table) = self.tables.last_mut() {
                    table.merged = value().is_none_or(|v| v == "continue");
                }
            }
            "tblHeader" => {
                if let Some(table) = self.tables.last_mut() {
                    table.header = is_on(e);
                }
            }
            "b" if self.in_run => self.bold = is_on(e),
            "pStyle" => {
                let found = value().and_then(|v| self.styles.meaning(&v));
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.meaning = found;
                }
            }
            "outlineLvl" if self.in_paragraph_style => {
                if let (Some(level), Some(paragraph)) = (number().filter(|l| *l < 9), self.paragraphs.last_mut()) {
                    paragraph.meaning = Some(Meaning::Heading(u8::try_from(level).unwrap_or(8) + 1));
                }
            }
            "ilvl" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.numbered = Some(u8::try_from(number().unwrap_or(0)).unwrap_or(8));
                }
            }
            "numId" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.numbered = if number() == Some(0) { None } else { paragraph.numbered.or(Some(0)) };
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.muted > 0 {
            self.muted -= 1;
            return;
        }
        match name {
            "p" => self.end_paragraph(),
            "pPr" => self.in_paragraph_style = false,
            "r" => self.in_run = false,
            "t" => self.in_text = false,
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.column += table.span;
                }
            }
            "tbl" => {
                self.tables.pop();
            }
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
            let letters = text.chars().filter(|c| !c.is_whitespace()).count();
            if self.bold {
                paragraph.bold += letters;
            } else {
                paragraph.plain += letters;
            }
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else {
            return;
        };
        if paragraph.runs_on {
            self.carry = paragraph.text;
            return;
        }
        if self.tables.iter().any(|table| table.deleted) {
            return;
        }
        let list = paragraph.numbered.is_some() || paragraph.meaning == Some(Meaning::Item);
        for (at, text) in paragraph.text.split('\n').enumerate() {
            let mark = self.mark(&paragraph, list, at == 0);
            if at > 0 && text.trim().is_empty() {
                continue;
            }
            let chunks = tabbed(text);
            let text = text.trim_end().to_owned();
            self.lines.push(SourceLine { number: 0, page: 1, text, chunks, mark, size: 100 });
        }
    }

    fn mark(&self, paragraph: &Paragraph, list: bool, first: bool) -> Mark {
        if self.part == Part::Frame {
            return Mark::Furniture;
        }
        // Nested tables are read into the cell of the outer one.
        if let Some(table) = self.tables.first() {
            return Mark::Cell(CellMark {
                table: self.table_count,
                row: table.row,
                column: table.column,
                span: table.span,
                header: table.header,
                starts: list || first,
                runs_on: false,
                merged: table.merged,
            });
        }
        if self.part == Part::Notes {
            return Mark::Footnote;
        }
        if !first {
            return Mark::Continued;
        }
        match paragraph.meaning {
            Some(Meaning::Heading(level)) => Mark::Heading(level),
            Some(Meaning::Contents | Meaning::Frame) => Mark::Furniture,
            _ if list => Mark::Item(paragraph.numbered.unwrap_or(0)),
            _ if is_bold_heading(paragraph) => Mark::Heading(7),
            _ => Mark::Paragraph,
        }
    }
}

/// People who use no heading styles make a short line bold.
fn is_bold_heading(paragraph: &Paragraph) -> bool {
    let text = paragraph.text.trim();
    paragraph.bold > 0
        && paragraph.plain == 0
        && text.chars().count() <= 90
        && !text.contains(['\n', '\t'])
        && !text.ends_with(['.', ',', ';', '!', '?'])
}

fn tabbed(text: &str) -> Vec<Chunk> {
    let parts = text.split('\t').map(str::trim).filter(|part| !part.is_empty());
    parts.enumerate().map(|(at, part)| Chunk { x: at * 100, end: at * 100 + 99, text: part.to_owned() }).collect()
}

/// Reads one part into lines; numbers are given by the caller.
pub(super) fn parse(xml: &str, styles: &Styles, part: Part) -> Result<Vec<SourceLine>, ReadFault> {
    let broken = ReadFault::BrokenDocx("der Textteil ist beschädigt");
    let mut walker = Walker {
        styles,
        part,
        lines: Vec::new(),
        paragraphs: Vec::new(),
        tables: Vec::new(),
        table_count: 0,
        muted: 0,
        bold: false,
        in_run: false,
        in_paragraph_style: false,
        in_text: false,
        carry: String::new(),
    };
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Err(_) => return Err(broken),
            Ok(Event::Eof) => break,
            Ok(Event::DocType(_)) => return Err(ReadFault::ForbiddenXml),
            Ok(Event::Start(e)) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(broken);
                }
                walker.start(&e, false);
            }
            Ok(Event::Empty(e)) => walker.start(&e, true),
            Ok(Event::End(e)) => {
                depth = depth.saturating_sub(1);
                walker.end(e.local_name().as_ref());
            }
            Ok(Event::Text(e)) if walker.in_text && walker.muted == 0 => {
                walker.add(&e.xml10_content());
            }
            Ok(Event::GeneralRef(e)) if walker.in_text && walker.muted == 0 => {
                let found = match e.resolve_char_ref() {
                    Ok(Some(c)) => c.to_string(),
                    Ok(None) => match &*e.xml10_content() {
                        "amp" => "&".to_owned(),
                        "lt" => "<".to_owned(),
                        "gt" => ">".to_owned(),
                        "quot" => "\"".to_owned(),
                        "apos" => "'".to_owned(),
                        // Only a DOCTYPE could define another one.
                        _ => return Err(ReadFault::ForbiddenXml),
                    },
                    Err(_) => return Err(broken),
                };
                walker.add(&found);
            }
            Ok(_) => {}
        }
    }
    if depth > 0 {
        return Err(broken);
    }
    Ok(walker.lines)
}
