//! The text itself.

mod picture;

use allmende_documents::{Cell, ColumnKind, Document, Layout, Row};

use super::super::content::{Grid, Look, Marker, Paragraph, Part, Place, Run, Style};
use super::super::xml::Xml;
use super::super::{BAD, INK, LINE, MUTED, WRITING_ROW};
use super::{RELATIONS, WORD, styles};
use crate::columns;

/// What the body needs in other parts of the package.
pub(super) struct Written {
    pub document: Vec<u8>,
    pub links: Vec<String>,
    pub pictures: Vec<(String, Vec<u8>)>,
}

struct Body {
    xml: Xml,
    links: Vec<String>,
    pictures: Vec<(String, Vec<u8>)>,
    brand: String,
    ordered_lists: usize,
    /// Tables have no distance of their own; what follows keeps it.
    after_table: bool,
    letters: bool,
}

/// Writes `word/document.xml`.
pub(super) fn write(document: &Document, parts: &[Part<'_>]) -> Written {
    let mut body = Body {
        xml: Xml::new(),
        links: Vec::new(),
        pictures: Vec::new(),
        brand: document.brand.trim_start_matches('#').to_lowercase(),
        ordered_lists: 0,
        after_table: false,
        letters: document.layout == Layout::Letter,
    };
    body.xml.open(
        "w:document",
        &[
            ("xmlns:w", WORD),
            ("xmlns:r", RELATIONS),
            ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
            ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
            ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ],
    );
    body.xml.open("w:body", &[]);
    let mut after_table = false;
    for part in parts {
        // Two tables that touch would become one.
        if after_table && matches!(part, Part::Grid(_)) {
            body.xml.empty("w:p", &[]);
        }
        body.after_table = after_table;
        body.part(part);
        after_table = matches!(part, Part::Grid(_));
    }
    if after_table {
        body.xml.empty("w:p", &[]);
    }
    body.section();
    Written { document: body.xml.finish(), links: body.links, pictures: body.pictures }
}

/// Text with line breaks, inside a run.
pub(super) fn text(xml: &mut Xml, text: &str) {
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            xml.empty("w:br", &[]);
        }
        for (number, piece) in line.split('\t').enumerate() {
            if number > 0 {
                xml.empty("w:tab", &[]);
            }
            if !piece.is_empty() {
                xml.element("w:t", &[("xml:space", "preserve")], piece);
            }
        }
    }
}

fn twips(millimetres: f64) -> String {
    format!("{:.0}", millimetres * 1440.0 / 25.4)
}

impl Body {
    fn part(&mut self, part: &Part<'_>) {
        match part {
            Part::Letter { first, frames } => self.letter(*first, frames),
            Part::Paragraph(paragraph) => self.paragraph(paragraph, None),
            Part::List { marker, items } => self.list(*marker, items),
            Part::Grid(grid) => self.grid(grid),
            Part::Picture(picture) => self.picture(picture),
        }
    }

    /// A letter is a section, so that its pages count from 1. What stands at a fixed place of its first sheet is a frame.
    fn letter(&mut self, first: bool, frames: &[(Place, Vec<Paragraph>)]) {
        if !first {
            self.xml.open("w:p", &[]).open("w:pPr", &[]);
            self.xml
                .empty("w:spacing", &[("w:before", "0"), ("w:after", "0"), ("w:line", "20"), ("w:lineRule", "exact")]);
            self.section();
            self.xml.close().close();
        }
        for (place, paragraphs) in frames {
            for paragraph in paragraphs {
                self.paragraph(paragraph, Some(*place));
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, place: Option<Place>) {
        self.xml.open("w:p", &[]).open("w:pPr", &[]);
        self.xml.empty("w:pStyle", &[("w:val", styles::id(paragraph.style))]);
        if let Some(place) = place {
            self.xml.empty(
                "w:framePr",
                &[
                    ("w:w", &twips(place.width)),
                    ("w:h", &twips(place.height)),
                    // Another font may need more lines.
                    ("w:hRule", "atLeast"),
                    ("w:wrap", "around"),
                    ("w:vAnchor", "page"),
                    ("w:hAnchor", "page"),
                    ("w:x", &twips(place.x)),
                    ("w:y", &twips(place.y)),
                ],
            );
        }
        if paragraph.new_page {
            self.xml.empty("w:pageBreakBefore", &[]);
        }
        if self.after_table && !matches!(paragraph.style, Style::Heading(_) | Style::TableTitle) {
            self.xml.empty("w:spacing", &[("w:before", "160")]);
        }
        self.xml.close();
        self.runs(&paragraph.runs);
        self.xml.close();
    }

    fn list(&mut self, marker: Marker, items: &[Vec<Run>]) {
        let id = match marker {
            Marker::Dash => 1,
            Marker::Box => 2,
            Marker::Number => {
                self.ordered_lists += 1;
                self.ordered_lists + 2
            }
        };
        for item in items {
            self.xml.open("w:p", &[]).open("w:pPr", &[]);
            self.xml.empty("w:pStyle", &[("w:val", "ListParagraph")]);
            self.xml.open("w:numPr", &[]);
            self.xml.empty("w:ilvl", &[("w:val", "0")]).empty("w:numId", &[("w:val", &id.to_string())]);
            self.xml.close().close();
            self.runs(item);
            self.xml.close();
        }
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            if let Some(target) = &run.link {
                let id = format!("rId-link{}", self.links.len());
                self.links.push(target.clone());
                self.xml.open("w:hyperlink", &[("r:id", &id)]);
            }
            self.run(&run.text, run.look, run.link.is_some());
            if run.link.is_some() {
                self.xml.close();
            }
        }
    }

    fn run(&mut self, words: &str, look: Look, link: bool) {
        self.xml.open("w:r", &[]);
        if link || look != Look::Plain {
            self.xml.open("w:rPr", &[]);
            if link {
                self.xml.empty("w:rStyle", &[("w:val", "Hyperlink")]);
            }
            match look {
                Look::Plain => {}
                Look::Strong => drop(self.xml.empty("w:b", &[])),
                Look::Deviation => {
                    self.xml.empty("w:b", &[]).empty("w:color", &[("w:val", BAD)]);
                }
                Look::Muted => drop(self.xml.empty("w:color", &[("w:val", MUTED)])),
                Look::Brand => drop(self.xml.empty("w:color", &[("w:val", &self.brand)])),
                Look::Large => {
                    self.xml.empty("w:color", &[("w:val", &self.brand)]).empty("w:sz", &[("w:val", "44")]);
                }
            }
            self.xml.close();
        }
        text(&mut self.xml, words);
        self.xml.close();
    }

    fn grid(&mut self, grid: &Grid<'_>) {
        let table = grid.table;
        self.xml.open("w:tbl", &[]).open("w:tblPr", &[]);
        self.xml.empty("w:tblW", &[("w:w", &twips(grid.widths.iter().sum())), ("w:type", "dxa")]);
        self.xml.open("w:tblBorders", &[]);
        self.rule("w:top", "8", INK);
        self.rule("w:bottom", "4", INK);
        self.rule("w:insideH", "4", LINE);
        self.xml.close();
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        self.xml.open("w:tblCellMar", &[]);
        for (side, width) in [("w:top", "50"), ("w:left", "60"), ("w:bottom", "50"), ("w:right", "60")] {
            self.xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
        }
        self.xml.close();
        self.xml.empty("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1"), ("w:noVBand", "1")]);
        if !table.title.is_empty() {
            self.xml.empty("w:tblCaption", &[("w:val", &table.title)]);
        }
        self.xml.close();
        self.xml.open("w:tblGrid", &[]);
        for width in &grid.widths {
            self.xml.empty("w:gridCol", &[("w:w", &twips(*width))]);
        }
        self.xml.close();
        self.head(grid);
        for group in &table.groups {
            if let Some(title) = &group.title {
                self.open_row(false, true);
                self.open_cell(grid.widths.iter().sum(), table.columns.len(), None);
                self.cell_line(title, ColumnKind::Text, Look::Brand, true, true);
                self.xml.close().close();
            }
            for row in &group.rows {
                self.row(grid, row);
            }
        }
        if let Some(total) = &table.total {
            self.open_row(false, true);
            for ((column, width), value) in table.columns.iter().zip(&grid.widths).zip(total) {
                self.open_cell(*width, 1, Some("w:top"));
                self.cell_line(value, column.kind, Look::Strong, false, false);
                self.xml.close();
            }
            self.xml.close();
        }
        self.xml.close();
    }

    fn rule(&mut self, side: &str, size: &str, colour: &str) {
        self.xml.empty(side, &[("w:val", "single"), ("w:sz", size), ("w:space", "0"), ("w:color", colour)]);
    }

    fn head(&mut self, grid: &Grid<'_>) {
        self.open_row(true, true);
        for (column, width) in grid.table.columns.iter().zip(&grid.widths) {
            self.open_cell(*width, 1, Some("w:bottom"));
            self.cell_line(&column.head, column.kind, Look::Muted, true, true);
            self.xml.close();
        }
        self.xml.close();
    }

    fn open_row(&mut self, head: bool, whole: bool) {
        self.open_row_of(head, whole, false);
    }

    /// `writing` makes room for a pencil.
    fn open_row_of(&mut self, head: bool, whole: bool, writing: bool) {
        self.xml.open("w:tr", &[]).open("w:trPr", &[]);
        if whole {
            self.xml.empty("w:cantSplit", &[]);
        }
        if head {
            self.xml.empty("w:tblHeader", &[]);
        }
        if writing {
            self.xml.empty("w:trHeight", &[("w:val", &twips(WRITING_ROW)), ("w:hRule", "atLeast")]);
        }
        self.xml.close();
    }

    fn open_cell(&mut self, width: f64, span: usize, rule: Option<&'static str>) {
        self.xml.open("w:tc", &[]).open("w:tcPr", &[]);
        self.xml.empty("w:tcW", &[("w:w", &twips(width)), ("w:type", "dxa")]);
        if span > 1 {
            self.xml.empty("w:gridSpan", &[("w:val", &span.to_string())]);
        }
        if let Some(side) = rule {
            self.xml.open("w:tcBorders", &[]);
            self.rule(side, "4", INK);
            self.xml.close();
        }
        self.xml.close();
    }

    fn row(&mut self, grid: &Grid<'_>, row: &Row) {
        let writing = grid.table.columns.iter().any(|column| column.kind == ColumnKind::Writing);
        self.open_row_of(false, !columns::is_giant(row), writing);
        let head = columns::row_head(grid.table);
        for (index, ((column, width), cell)) in grid.table.columns.iter().zip(&grid.widths).zip(&row.cells).enumerate()
        {
            self.open_cell(*width, 1, None);
            self.cell(cell, column.kind, row.strong && Some(index) == head);
            self.xml.close();
        }
        self.xml.close();
    }

    fn cell(&mut self, cell: &Cell, kind: ColumnKind, strong: bool) {
        let look = match (strong, kind) {
            _ if cell.deviates => Look::Deviation,
            (true, _) => Look::Strong,
            (false, ColumnKind::Remark) => Look::Muted,
            (false, _) => Look::Plain,
        };
        if cell.lines.is_empty() && cell.small.is_none() {
            self.cell_line("", kind, look, false, false);
        }
        for line in &cell.lines {
            self.cell_line(line, kind, look, false, false);
        }
        if let Some(small) = &cell.small {
            self.cell_line(small, kind, Look::Muted, false, false);
        }
    }

    fn cell_line(&mut self, words: &str, kind: ColumnKind, look: Look, bold: bool, keep: bool) {
        self.xml.open("w:p", &[]).open("w:pPr", &[]);
        self.xml.empty("w:pStyle", &[("w:val", "TableText")]);
        if keep {
            self.xml.empty("w:keepNext", &[]);
        }
        if matches!(kind, ColumnKind::Number | ColumnKind::Time) {
            self.xml.empty("w:jc", &[("w:val", "right")]);
        }
        self.xml.close();
        if bold {
            self.xml.open("w:r", &[]).open("w:rPr", &[]).empty("w:b", &[]);
            let colour = if look == Look::Brand { self.brand.as_str() } else { MUTED };
            self.xml.empty("w:color", &[("w:val", colour)]).close();
            text(&mut self.xml, words);
            self.xml.close();
        } else if !words.is_empty() {
            self.run(words, look, false);
        }
        self.xml.close();
    }

    /// The page: A4 with the margins of the printed letter.
    fn section(&mut self) {
        let xml = &mut self.xml;
        xml.open("w:sectPr", &[]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId-footer")]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", "1417"),
                ("w:right", "1134"),
                ("w:bottom", "1417"),
                ("w:left", "1417"),
                ("w:header", "709"),
                ("w:footer", "709"),
                ("w:gutter", "0"),
            ],
        );
        // Letters follow each other in one file, each counts its own pages.
        if self.letters {
            xml.empty("w:pgNumType", &[("w:start", "1")]);
        }
        xml.close();
    }
}
