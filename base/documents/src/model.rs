//! The value that every document is.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::letter::Letterhead;
use crate::meeting::{AgendaItem, AgendaPart, Decision, Labelled, ReplySlip, Signature};

/// How the pages look. Content never depends on it. Measures: `docs/documents.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Cover, contents, margin column, chapters that start on a page of their own.
    Report,
    /// Prose and tables without cover and contents, same margin column.
    Brief,
    /// Exactly one page: no cover, no contents, key figures first.
    OnePage,
    /// A printed list: one table over the full width, head repeated.
    List,
    /// A letter after DIN 5008.
    Letter,
    /// Minutes, an excerpt of them or an agenda: items with their number hanging left.
    Minutes,
}

/// A whole document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// How its pages look.
    pub layout: Layout,
    /// Language tag, `de-DE` or `en-GB`. Words that the layout adds itself (contents, table) follow it.
    pub language: String,
    /// Title, also of the window and the metadata.
    pub title: String,
    /// One line under the title on the cover. On [`Layout::Minutes`] the left part of the page head.
    pub subtitle: Option<String>,
    /// What the document is about, for the metadata.
    pub description: String,
    /// Sender: the alliance. Stands on the cover and in the foot of every page.
    pub author: String,
    /// Right part of the page head, usually the period or the date.
    pub running_head: String,
    /// Date of the document, ISO 8601. Fixes the metadata, so the bytes are reproducible.
    pub date: String,
    /// Brand colour as `#rrggbb`.
    pub brand: String,
    /// Lines at the foot of the contents page (publisher, funding) as label and text.
    #[serde(default)]
    pub imprint: Vec<Fact>,
    /// The picture on the cover.
    #[serde(default)]
    pub cover: Option<CoverMap>,
    /// Only for [`Layout::Letter`].
    #[serde(default)]
    pub letter: Option<Letterhead>,
    /// Last line of the last page, for example the version. On [`Layout::Minutes`] at the foot of every page.
    #[serde(default)]
    pub colophon: Option<String>,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// Pictures that blocks name.
    #[serde(default, skip)]
    pub images: Vec<ImageData>,
}

/// One part of the content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block {
    /// A heading. Levels must not skip; level 1 opens a chapter.
    Heading {
        /// 1 to 3.
        level: u8,
        /// "2.1", hanging in the margin; none for level 3.
        number: Option<String>,
        /// The words.
        text: String,
    },
    /// The first, larger paragraph of a chapter.
    Lead {
        /// Its text.
        text: Vec<Span>,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: Vec<Span>,
    },
    /// A list of items, each one paragraph.
    List {
        /// Numbered instead of marked.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Span>>,
    },
    /// Facts in the margin, level with the block that follows.
    Margin {
        /// Label and value pairs.
        facts: Vec<Fact>,
    },
    /// Facts below a text, one a line: what a reader looks up, too long for the margin.
    Facts {
        /// Label and value pairs.
        facts: Vec<Fact>,
    },
    /// One to four key figures abreast.
    Figures {
        /// The figures.
        figures: Vec<KeyFigure>,
    },
    /// One large key figure in the margin, level with the block that follows.
    MarginFigure {
        /// The figures, top down.
        figures: Vec<KeyFigure>,
    },
    /// A table with a title above it.
    Table(Table),
    /// A picture; its data stand in [`Document::images`].
    Image {
        /// Name of the data in [`Document::images`].
        name: String,
        /// What the picture says; `None` marks it as decoration.
        alt: Option<String>,
        /// Caption below.
        caption: String,
        /// Who made it. A picture without credit is refused by the report's check list.
        credit: String,
    },
    /// What a reader wants to know first, in two columns between two rules: the first half left, the rest right.
    FactGrid {
        /// Labels and what they say.
        facts: Vec<Labelled>,
    },
    /// When and where, one below the other between two rules.
    FactBand {
        /// Labels and what they say.
        facts: Vec<Labelled>,
    },
    /// The items that a meeting will deal with.
    Agenda {
        /// Public and other parts.
        parts: Vec<AgendaPart>,
    },
    /// Notice of rights: a label and a sentence that names the paragraph.
    Rights {
        /// Labels and what they say.
        rows: Vec<Labelled>,
    },
    /// An item of the agenda as it was dealt with; the blocks behind it belong to it.
    AgendaItem(AgendaItem),
    /// A decision with its vote.
    Decision(Decision),
    /// What was only taken note of, without a number.
    Noted {
        /// "Kenntnis genommen."
        strong: String,
        /// What there is to say about it.
        text: Vec<Span>,
    },
    /// Lines to sign on, together with the sentence before them.
    Signatures {
        /// Sentence before the lines; stays on their page.
        #[serde(default)]
        statement: Vec<Span>,
        /// The lines, up to three abreast.
        lines: Vec<Signature>,
    },
    /// An answer on paper.
    ReplySlip(ReplySlip),
    /// A remark that deserves notice: nothing to report, something is missing.
    Note {
        /// Its text.
        text: Vec<Span>,
    },
    /// Something that stands in the document only while it is a draft (newer facts exist).
    DraftMark {
        /// Short text for the margin.
        text: String,
    },
}

/// A run of text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The text, literally.
    pub text: String,
    /// Semibold instead of regular.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
    /// Where it leads: `http:`, `https:` or `mailto:` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

impl From<&str> for Span {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

impl From<String> for Span {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// A paragraph of plain text.
pub fn plain(text: impl Into<String>) -> Vec<Span> {
    vec![Span { text: text.into(), ..Span::default() }]
}

/// A label and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The label; empty for a value that speaks for itself.
    pub label: String,
    /// The value.
    pub value: String,
}

/// A number that deserves to be large.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFigure {
    /// The word before an approximate number (rund, ca., mind.); `None` for an exact one.
    pub qualifier: Option<String>,
    /// The number as it is printed.
    pub value: String,
    /// The unit behind it.
    pub unit: Option<String>,
    /// What it counts.
    pub label: String,
    /// Where it stands in the text ("Abschnitt 2.2").
    pub origin: Option<String>,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Title above, without "Tabelle n"; tables are numbered in their order.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows in order, split into groups. A table without groups has one group without title.
    pub groups: Vec<RowGroup>,
    /// The sum row.
    pub total: Option<Vec<String>>,
    /// Remark below (source, day of the figures).
    pub note: Option<String>,
    /// Over the full width including the margin column.
    pub wide: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Head, with the unit if there is one.
    pub head: String,
    /// How its cells stand.
    pub kind: ColumnKind,
    /// Share of the width; 0 takes what the content needs.
    pub share: u8,
}

impl Column {
    /// A column of text with a share of the width.
    pub fn text(head: impl Into<String>, share: u8) -> Self {
        Self { head: head.into(), kind: ColumnKind::Text, share }
    }
    /// A column of numbers, flush right.
    pub fn number(head: impl Into<String>) -> Self {
        Self { head: head.into(), kind: ColumnKind::Number, share: 0 }
    }
    /// A column of states (decided, rejected, open), as narrow as their words.
    pub fn state(head: impl Into<String>) -> Self {
        Self { head: head.into(), kind: ColumnKind::State, share: 0 }
    }
    /// A column of times, flush right, as narrow as they are.
    pub fn time(head: impl Into<String>) -> Self {
        Self { head: head.into(), kind: ColumnKind::Time, share: 0 }
    }
    /// A column that stays empty for a pencil (signature), with a share of the width.
    pub fn writing(head: impl Into<String>, share: u8) -> Self {
        Self { head: head.into(), kind: ColumnKind::Writing, share }
    }
    /// A column of dates, as narrow as they are.
    pub fn date(head: impl Into<String>) -> Self {
        Self { head: head.into(), kind: ColumnKind::Date, share: 0 }
    }
}

/// How the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Flush left.
    Text,
    /// Flush right, tabular figures.
    Number,
    /// Flush left, tabular figures, never broken.
    Date,
    /// Flush left and muted, for remarks.
    Remark,
    /// Flush left; a known word of state (see [`crate::state::Sign`]) gets its sign on paper.
    State,
    /// Flush right, tabular figures, never broken: times of day.
    Time,
    /// Empty for a pencil; the rows of its table are at least 8 mm high.
    Writing,
}

/// Rows under a common head.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowGroup {
    /// Head of the group, repeated on every page; `None` without.
    pub title: Option<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row: one cell for each column, each cell one or more lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Cell>,
    /// First cell semibold: it opens a new item.
    pub strong: bool,
}

/// A cell: its lines, top down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Main lines.
    pub lines: Vec<String>,
    /// Muted line below (place, partner).
    pub small: Option<String>,
    /// Deviates from the rule (a late arrival): strong and in the colour of deviations. A remark must say it too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub deviates: bool,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(line: T) -> Self {
        Self { lines: vec![line.into()], ..Self::default() }
    }
}

impl Cell {
    /// A cell that deviates from the rule.
    pub fn deviating(line: impl Into<String>) -> Self {
        Self { deviates: true, ..Self::from(line) }
    }
}

/// The outline of the members, drawn on the cover.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CoverMap {
    /// The areas in drawing order.
    pub areas: Vec<MapArea>,
    /// Source line that the licence of the outlines asks for.
    pub source: String,
    /// What the map says, for those who do not see it.
    pub alt: String,
}

/// One municipality on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapArea {
    /// Name written in it.
    pub name: String,
    /// Where the name stands, in the coordinates of the rings.
    pub label: [f64; 2],
    /// Closed rings (outer ones and holes) in projected units, y downwards.
    pub rings: Vec<Vec<[f64; 2]>>,
    /// 0 (darkest) to 6 (lightest).
    pub step: u8,
}

/// The bytes of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageData {
    /// The name that blocks use.
    pub name: String,
    /// `png`, `jpg`, `webp` or `svg`.
    pub format: String,
    /// The bytes, shared: a document travels through several hands and pictures are its largest part.
    pub bytes: Arc<[u8]>,
}
