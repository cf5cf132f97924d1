//! The text itself.

use allmende_documents::{Cell, ColumnKind, Row};

use super::super::content::{Grid, Look, Marker, Paragraph, Part, Picture, Place, Run, Style};
use super::super::xml::Xml;
use super::super::{INK, LINE, WRITING_ROW};
use super::{NAMESPACES, styles};
use crate::columns;

/// The content and the pictures that it shows: path, media type, bytes.
pub(super) struct Written {
    pub content: Vec<u8>,
    pub pictures: Vec<(String, &'static str, Vec<u8>)>,
}

/// Writes `content.xml`.
pub(super) fn write(parts: &[Part<'_>]) -> Written {
    let mut xml = Xml::new();
    xml.open("office:document-content", &NAMESPACES);
    styles::fonts(&mut xml);
    automatic_styles(&mut xml, parts);
    xml.open("office:body", &[]).open("office:text", &[]);
    let mut body = Body { xml, pictures: Vec::new(), tables: 0, frames: 0 };
    for part in parts {
        body.part(part);
    }
    Written { content: body.xml.finish(), pictures: body.pictures }
}

/// Widths of columns, rules of cells, headings that open a page.
fn automatic_styles(xml: &mut Xml, parts: &[Part<'_>]) {
    xml.open("office:automatic-styles", &[]);
    xml.open(
        "style:style",
        &[("style:name", "Chapter"), ("style:family", "paragraph"), ("style:parent-style-name", "Heading_20_1")],
    );
    xml.empty("style:paragraph-properties", &[("fo:break-before", "page")]).close();
    letter_styles(xml);
    let writing = format!("{WRITING_ROW}mm");
    for (name, together, height) in
        [("Row", "always", None), ("GiantRow", "auto", None), ("WritingRow", "always", Some(&writing))]
    {
        xml.open("style:style", &[("style:name", name), ("style:family", "table-row")]);
        let mut properties = vec![("fo:keep-together", together)];
        properties.extend(height.map(|height| ("style:min-row-height", height.as_str())));
        xml.empty("style:table-row-properties", &properties).close();
    }
    let (strong, fine) = (format!("0.5pt solid #{INK}"), format!("0.35pt solid #{LINE}"));
    let top = format!("1pt solid #{INK}");
    for (name, above, below) in [
        ("HeadCell", top.as_str(), strong.as_str()),
        ("Cell", "none", fine.as_str()),
        ("LastCell", "none", strong.as_str()),
        ("TotalCell", strong.as_str(), strong.as_str()),
    ] {
        xml.open("style:style", &[("style:name", name), ("style:family", "table-cell")]);
        xml.empty(
            "style:table-cell-properties",
            &[
                ("fo:border-top", above),
                ("fo:border-bottom", below),
                ("fo:border-left", "none"),
                ("fo:border-right", "none"),
                ("fo:padding", "1mm"),
            ],
        );
        xml.close();
    }
    let grids = parts.iter().filter_map(|part| match part {
        Part::Grid(grid) => Some(grid),
        _ => None,
    });
    for (number, grid) in grids.enumerate() {
        let name = format!("Table{}", number + 1);
        xml.open("style:style", &[("style:name", &name), ("style:family", "table")]);
        let width = format!("{:.2}mm", grid.widths.iter().sum::<f64>());
        xml.empty(
            "style:table-properties",
            &[("style:width", &width), ("table:align", "left"), ("fo:margin-bottom", "3mm")],
        )
        .close();
        for (column, width) in grid.widths.iter().enumerate() {
            let (name, width) = (format!("{name}.{}", column + 1), format!("{width:.2}mm"));
            xml.open("style:style", &[("style:name", &name), ("style:family", "table-column")]);
            xml.empty("style:table-column-properties", &[("style:column-width", &width)]).close();
        }
    }
    xml.close();
}

/// The start of a letter, and frames that stand where the sheet says, not the text.
fn letter_styles(xml: &mut Xml) {
    xml.open(
        "style:style",
        &[
            ("style:name", "LetterStart"),
            ("style:family", "paragraph"),
            ("style:parent-style-name", "Standard"),
            ("style:master-page-name", "Standard"),
        ],
    );
    xml.empty(
        "style:paragraph-properties",
        &[("fo:margin-top", "0mm"), ("fo:margin-bottom", "0mm"), ("style:page-number", "1")],
    );
    xml.empty("style:text-properties", &[("fo:font-size", "2pt")]).close();
    // Without a parent style, office programs take a frame for a drawing and its text for plain.
    xml.open(
        "style:style",
        &[("style:name", "Field"), ("style:family", "graphic"), ("style:parent-style-name", "Frame")],
    );
    xml.empty(
        "style:graphic-properties",
        &[
            ("style:vertical-pos", "from-top"),
            ("style:vertical-rel", "page"),
            ("style:horizontal-pos", "from-left"),
            ("style:horizontal-rel", "page"),
            ("style:wrap", "run-through"),
            ("fo:padding", "0mm"),
            ("fo:border", "none"),
            ("draw:fill", "none"),
            ("draw:stroke", "none"),
        ],
    )
    .close();
}

struct Body {
    xml: Xml,
    pictures: Vec<(String, &'static str, Vec<u8>)>,
    tables: usize,
    frames: usize,
}

impl Body {
    fn part(&mut self, part: &Part<'_>) {
        match part {
            Part::Letter { frames, .. } => self.letter(frames),
            Part::Paragraph(paragraph) => self.paragraph(paragraph),
            Part::List { marker, items } => self.list(*marker, items),
            Part::Grid(grid) => self.grid(grid),
            Part::Picture(picture) => self.picture(picture),
        }
    }

    /// A paragraph that opens a sheet numbered from 1 and holds the frames at fixed places of that sheet.
    fn letter(&mut self, frames: &[(Place, Vec<Paragraph>)]) {
        self.xml.open("text:p", &[("text:style-name", "LetterStart")]);
        for (place, paragraphs) in frames {
            self.frames += 1;
            let millimetres = |length: f64| format!("{length:.2}mm");
            self.xml.open(
                "draw:frame",
                &[
                    ("draw:name", &format!("Field {}", self.frames)),
                    ("draw:style-name", "Field"),
                    ("text:anchor-type", "paragraph"),
                    ("svg:x", &millimetres(place.x)),
                    ("svg:y", &millimetres(place.y)),
                    ("svg:width", &millimetres(place.width)),
                ],
            );
            // Another font may need more lines.
            self.xml.open("draw:text-box", &[("fo:min-height", &millimetres(place.height))]);
            for paragraph in paragraphs {
                self.paragraph(paragraph);
            }
            self.xml.close().close();
        }
        self.xml.close();
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let name = if paragraph.new_page { "Chapter" } else { styles::name(paragraph.style) };
        if let Style::Heading(level) = paragraph.style {
            let level = level.clamp(1, 3).to_string();
            self.xml.open("text:h", &[("text:style-name", name), ("text:outline-level", &level)]);
        } else {
            self.xml.open("text:p", &[("text:style-name", name)]);
        }
        self.runs(&paragraph.runs);
        self.xml.close();
    }

    fn list(&mut self, marker: Marker, items: &[Vec<Run>]) {
        let name = match marker {
            Marker::Dash => "Marked",
            Marker::Number => "Numbered",
            Marker::Box => "Boxed",
        };
        self.xml.open("text:list", &[("text:style-name", name)]);
        for item in items {
            self.xml.open("text:list-item", &[]).open("text:p", &[("text:style-name", "List")]);
            self.runs(item);
            self.xml.close().close();
        }
        self.xml.close();
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            if let Some(target) = &run.link {
                self.xml.open(
                    "text:a",
                    &[("xlink:type", "simple"), ("xlink:href", target), ("text:style-name", "Internet_20_link")],
                );
            }
            self.run(&run.text, run.look);
            if run.link.is_some() {
                self.xml.close();
            }
        }
    }

    fn run(&mut self, text: &str, look: Look) {
        let name = match look {
            Look::Plain => None,
            Look::Strong => Some("Strong"),
            Look::Muted => Some("Muted"),
            Look::Brand => Some("Brand"),
            Look::Large => Some("Large"),
            Look::Deviation => Some("Deviation"),
        };
        if let Some(name) = name {
            self.xml.open("text:span", &[("text:style-name", name)]);
        }
        self.text(text);
        if name.is_some() {
            self.xml.close();
        }
    }

    /// Text as ODF wants it: line ends and every blank after a blank as elements.
    fn text(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.xml.empty("text:line-break", &[]);
            }
            let mut plain = String::new();
            let mut after_blank = true;
            for character in line.chars() {
                if character == '\t' {
                    self.xml.text(&std::mem::take(&mut plain));
                    self.xml.empty("text:tab", &[]);
                } else if character == ' ' && after_blank {
                    self.xml.text(&std::mem::take(&mut plain));
                    self.xml.empty("text:s", &[]);
                } else {
                    plain.push(character);
                }
                after_blank = character == ' ';
            }
            // A blank at the end would be dropped as well.
            if plain.ends_with(' ') {
                plain.pop();
                self.xml.text(&plain).empty("text:s", &[]);
            } else {
                self.xml.text(&plain);
            }
        }
    }

    fn grid(&mut self, grid: &Grid<'_>) {
        self.tables += 1;
        let table = grid.table;
        let name = format!("Table{}", self.tables);
        let shown = if table.title.is_empty() { &name } else { &table.title };
        let shown = format!("{shown} ({})", self.tables);
        self.xml.open("table:table", &[("table:name", &shown), ("table:style-name", &name)]);
        for column in 1..=table.columns.len() {
            self.xml.empty("table:table-column", &[("table:style-name", &format!("{name}.{column}"))]);
        }
        self.xml.open("table:table-header-rows", &[]).open("table:table-row", &[("table:style-name", "Row")]);
        for column in &table.columns {
            let right = matches!(column.kind, ColumnKind::Number | ColumnKind::Time);
            let style = if right { "Table_20_Number_20_Heading" } else { "Table_20_Heading" };
            self.open_cell("HeadCell");
            self.line(&column.head, style, Look::Plain);
            self.xml.close();
        }
        self.xml.close().close();
        let last_group = table.groups.iter().rposition(|group| !group.rows.is_empty()).unwrap_or(0);
        for (number, group) in table.groups.iter().enumerate() {
            if let Some(title) = &group.title {
                self.group_head(title, table.columns.len());
            }
            for (index, row) in group.rows.iter().enumerate() {
                let last = number == last_group && index + 1 == group.rows.len();
                self.row(grid, row, if last { "LastCell" } else { "Cell" });
            }
        }
        if let Some(total) = &table.total {
            self.xml.open("table:table-row", &[("table:style-name", "Row")]);
            for (column, value) in table.columns.iter().zip(total) {
                self.open_cell("TotalCell");
                self.line(value, text_style(column.kind), Look::Strong);
                self.xml.close();
            }
            self.xml.close();
        }
        self.xml.close();
    }

    fn group_head(&mut self, title: &str, columns: usize) {
        self.xml.open("table:table-row", &[("table:style-name", "Row")]);
        self.xml.open(
            "table:table-cell",
            &[
                ("table:style-name", "Cell"),
                ("office:value-type", "string"),
                ("table:number-columns-spanned", &columns.to_string()),
            ],
        );
        self.line(title, "Table_20_Group", Look::Plain);
        self.xml.close();
        for _ in 1..columns {
            self.xml.empty("table:covered-table-cell", &[]);
        }
        self.xml.close();
    }

    fn row(&mut self, grid: &Grid<'_>, row: &Row, cell_style: &str) {
        let writing = grid.table.columns.iter().any(|column| column.kind == ColumnKind::Writing);
        let style = if columns::is_giant(row) {
            "GiantRow"
        } else if writing {
            "WritingRow"
        } else {
            "Row"
        };
        self.xml.open("table:table-row", &[("table:style-name", style)]);
        let head = columns::row_head(grid.table);
        for (index, (column, cell)) in grid.table.columns.iter().zip(&row.cells).enumerate() {
            self.open_cell(cell_style);
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
            self.line("", text_style(kind), look);
        }
        for line in &cell.lines {
            self.line(line, text_style(kind), look);
        }
        if let Some(small) = &cell.small {
            self.line(small, text_style(kind), Look::Muted);
        }
    }

    fn open_cell(&mut self, style: &str) {
        self.xml.open("table:table-cell", &[("table:style-name", style), ("office:value-type", "string")]);
    }

    fn line(&mut self, text: &str, style: &str, look: Look) {
        self.xml.open("text:p", &[("text:style-name", style)]);
        self.run(text, look);
        self.xml.close();
    }

    fn picture(&mut self, picture: &Picture) {
        let number = self.pictures.len() + 1;
        let path = format!("Pictures/picture{number}.{}", picture.format);
        let media = if picture.format == "png" { "image/png" } else { "image/jpeg" };
        let (width, height) = (format!("{:.2}mm", picture.width), format!("{:.2}mm", picture.height));
        let name = format!("Picture {number}");
        self.xml.open("text:p", &[("text:style-name", "Picture")]);
        self.xml.open(
            "draw:frame",
            &[("draw:name", &name), ("text:anchor-type", "as-char"), ("svg:width", &width), ("svg:height", &height)],
        );
        self.xml.empty(
            "draw:image",
            &[("xlink:href", &path), ("xlink:type", "simple"), ("xlink:show", "embed"), ("xlink:actuate", "onLoad")],
        );
        if let Some(alt) = &picture.alt {
            self.xml.element("svg:title", &[], alt);
        }
        self.xml.close().close();
        self.pictures.push((path, media, picture.bytes.clone()));
    }
}

fn text_style(kind: ColumnKind) -> &'static str {
    if matches!(kind, ColumnKind::Number | ColumnKind::Time) { "Table_20_Number" } else { "Table_20_Contents" }
}
