//! The document as a sequence of paragraphs, lists, tables and pictures. Both office formats are
//! written from it, so they say the same.

mod letter;
mod meeting;

use allmende_documents::meeting::level_below;
use allmende_documents::numbering::Numbers;
use allmende_documents::words::{self, Words};
use allmende_documents::{Block, Document, DocumentFault, Fact, ImageData, KeyFigure, Layout, Span, Table, cover};

use crate::{columns, image};

/// What kind of paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Author,
    Title,
    Period,
    Subtitle,
    Heading(u8),
    Lead,
    Body,
    Note,
    Draft,
    Margin,
    Figure,
    TableTitle,
    Small,
    Address,
    Information,
    Signature,
    /// Words below a rule to sign on.
    SignatureLine,
    Caption,
    /// Time and presence below the heading of an item.
    ItemMargin,
    /// A label and, behind a tab, what it says.
    Labelled,
    /// The same for notice of rights, whose labels are longer.
    Right,
    /// Number, title and purpose of an announced item, with tabs between.
    AgendaLine,
    /// The annex below.
    AgendaNote,
    /// The paragraphs of a decision; only the last one lets go of what follows.
    DecisionLabel,
    DecisionWording,
    DecisionLine,
    DecisionEnd,
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    Dash,
    Number,
    /// A box to tick.
    Box,
}

/// How a run of text looks inside its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Plain,
    Strong,
    Muted,
    Brand,
    /// The number of a key figure.
    Large,
    /// What deviates from the rule, and what was rejected.
    Deviation,
}

/// A run of text.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub text: String,
    pub look: Look,
    pub link: Option<String>,
}

/// A paragraph.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub style: Style,
    pub runs: Vec<Run>,
    /// Opens a new page.
    pub new_page: bool,
}

/// A table with its widths in millimetres.
#[derive(Debug)]
pub(super) struct Grid<'a> {
    pub table: &'a Table,
    pub widths: Vec<f64>,
}

/// A picture with its size in millimetres.
#[derive(Debug)]
pub(super) struct Picture {
    pub bytes: Vec<u8>,
    /// `png` or `jpg`.
    pub format: &'static str,
    pub width: f64,
    pub height: f64,
    pub alt: Option<String>,
}

/// A place on the sheet in millimetres from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// One part of the text.
#[derive(Debug)]
pub(super) enum Part<'a> {
    /// Begins a letter on a sheet of its own that is numbered from 1, with what stands at fixed places of that sheet.
    Letter {
        first: bool,
        frames: Vec<(Place, Vec<Paragraph>)>,
    },
    Paragraph(Paragraph),
    List {
        marker: Marker,
        items: Vec<Vec<Run>>,
    },
    Grid(Grid<'a>),
    Picture(Picture),
}

fn run(text: impl Into<String>, look: Look) -> Run {
    Run { text: text.into(), look, link: None }
}

fn paragraph(style: Style, runs: Vec<Run>) -> Part<'static> {
    Part::Paragraph(plain(style, runs))
}

fn plain(style: Style, runs: Vec<Run>) -> Paragraph {
    Paragraph { style, runs, new_page: false }
}

fn line(style: Style, text: &str) -> Part<'static> {
    paragraph(style, vec![run(text, Look::Plain)])
}

fn runs(spans: &[Span]) -> Vec<Run> {
    spans
        .iter()
        .map(|span| Run {
            text: span.text.clone(),
            look: if span.strong { Look::Strong } else { Look::Plain },
            link: span.link.clone().filter(|target| allmende_documents::markdown::is_allowed_link(target)),
        })
        .collect()
}

/// All parts in reading order.
pub(super) fn parts(document: &Document) -> Result<Vec<Part<'_>>, DocumentFault> {
    let words = words::of(&document.language);
    let mut parts = if document.layout == Layout::Letter { Vec::new() } else { front(document)? };
    match &document.letter {
        Some(head) if document.layout == Layout::Letter => letter::parts(document, head, words, &mut parts)?,
        _ => blocks(document, words, &mut parts)?,
    }
    if document.layout != Layout::Report {
        facts(&document.imprint, &mut parts);
    }
    if let Some(colophon) = &document.colophon {
        // As on paper: a sheet and a list have no label for it.
        let labelled = matches!(document.layout, Layout::Report | Layout::Brief);
        let label = labelled.then(|| run(format!("{}: ", words.version), Look::Strong));
        parts.push(paragraph(Style::Small, label.into_iter().chain([run(colophon, Look::Plain)]).collect()));
    }
    Ok(parts)
}

/// What stands before the first block.
fn front(document: &Document) -> Result<Vec<Part<'static>>, DocumentFault> {
    let mut parts = vec![line(Style::Author, &document.author)];
    parts.push(line(Style::Title, &document.title));
    // A letter has its date among the information, and the head only on the pages that follow.
    if !document.running_head.is_empty() && document.letter.is_none() {
        // On a report it is the period below the title, elsewhere it belongs to the page head.
        let style = if document.layout == Layout::Report { Style::Period } else { Style::Small };
        parts.push(line(style, &document.running_head));
    }
    if let Some(subtitle) = &document.subtitle {
        parts.push(line(Style::Subtitle, subtitle));
    }
    if document.layout == Layout::Report {
        if let Some(map) = &document.cover {
            let drawn = ImageData {
                name: map.alt.clone(),
                format: "svg".to_owned(),
                bytes: cover::map_svg(&image::drawable(map), &document.brand).into_bytes().into(),
            };
            parts.push(Part::Picture(sized(&drawn, 120.0, Some(map.alt.clone()))?));
            parts.push(line(Style::Small, &map.source));
        }
        facts(&document.imprint, &mut parts);
    }
    Ok(parts)
}

fn blocks<'a>(document: &'a Document, words: &Words, parts: &mut Vec<Part<'a>>) -> Result<(), DocumentFault> {
    let numbers = Numbers::of(document);
    let repeats_title = matches!(
        document.blocks.first(),
        Some(Block::Heading { level: 1, text, .. }) if *text == document.title
    );
    let levels = document.blocks.iter().skip(usize::from(repeats_title)).filter_map(|block| match block {
        Block::Heading { level, .. } => Some(*level),
        _ => None,
    });
    let top = levels.min().unwrap_or(1);
    let below = |position| (level_below(&document.blocks, position) + 1).saturating_sub(top).max(1);
    for (position, block) in document.blocks.iter().enumerate().skip(usize::from(repeats_title)) {
        match block {
            Block::Heading { level, number, text } => {
                let mut heading = Vec::new();
                if let Some(number) = number {
                    heading.push(run(format!("{number}\u{2002}"), Look::Brand));
                }
                heading.push(run(text, Look::Plain));
                parts.push(Part::Paragraph(Paragraph {
                    style: Style::Heading(level.saturating_sub(top) + 1),
                    runs: heading,
                    new_page: document.layout == Layout::Report && *level == 1,
                }));
            }
            Block::Lead { text } => parts.push(paragraph(Style::Lead, runs(text))),
            Block::Paragraph { text } => parts.push(paragraph(Style::Body, runs(text))),
            Block::Note { text } => parts.push(paragraph(Style::Note, runs(text))),
            Block::DraftMark { text } => parts.push(paragraph(
                Style::Draft,
                vec![run(format!("{}: ", words.draft), Look::Strong), run(text, Look::Plain)],
            )),
            Block::List { ordered, items } => {
                let marker = if *ordered { Marker::Number } else { Marker::Dash };
                parts.push(Part::List { marker, items: items.iter().map(|item| runs(item)).collect() });
            }
            Block::Margin { facts } | Block::Facts { facts } => self::facts(facts, parts),
            Block::Figures { figures } | Block::MarginFigure { figures } => {
                for figure in figures {
                    parts.push(key_figure(figure));
                }
            }
            Block::Table(table) => self::table(table, numbers.table(position), words, parts),
            Block::Image { name, alt, caption, credit } => {
                parts.push(Part::Picture(picture(document, name, alt.clone())?));
                let mut text = Vec::new();
                if let Some(number) = numbers.picture(position) {
                    text.push(run(format!("{} {number}\u{2002}", words.picture), Look::Strong));
                }
                text.push(run(caption, Look::Plain));
                if !credit.is_empty() {
                    text.push(run(format!(" {} {credit}", words.credit), Look::Muted));
                }
                parts.push(paragraph(Style::Caption, text));
            }
            Block::FactGrid { facts } | Block::FactBand { facts } => meeting::labelled(facts, Style::Labelled, parts),
            Block::Rights { rows } => meeting::labelled(rows, Style::Right, parts),
            Block::Agenda { parts: agenda } => meeting::agenda(agenda, below(position), parts),
            Block::AgendaItem(item) => meeting::item(item, below(position), parts),
            Block::Decision(decision) => meeting::decision(decision, parts),
            Block::Noted { strong, text } => {
                let strong = [run(strong, Look::Strong), run(" ", Look::Plain)];
                parts.push(paragraph(Style::Note, strong.into_iter().chain(runs(text)).collect()));
            }
            Block::Signatures { statement, lines } => meeting::signatures(statement, lines, parts),
            // On a letter it stands below the closing.
            Block::ReplySlip(_) if document.letter.is_some() => {}
            Block::ReplySlip(slip) => meeting::slip(slip, "", parts),
        }
    }
    Ok(())
}

fn facts(facts: &[Fact], parts: &mut Vec<Part<'_>>) {
    for fact in facts {
        parts.push(paragraph(
            Style::Margin,
            match (fact.label.as_str(), fact.value.as_str()) {
                (label, "") => vec![run(label, Look::Brand)],
                ("", value) => vec![run(value, Look::Strong)],
                (label, value) => vec![run(format!("{label}: "), Look::Muted), run(value, Look::Strong)],
            },
        ));
    }
}

fn key_figure(figure: &KeyFigure) -> Part<'static> {
    let mut runs = Vec::new();
    if let Some(qualifier) = &figure.qualifier {
        runs.push(run(format!("{qualifier} "), Look::Muted));
    }
    runs.push(run(&figure.value, Look::Large));
    if let Some(unit) = &figure.unit {
        runs.push(run(format!("\u{202f}{unit}"), Look::Large));
    }
    runs.push(run(format!("\u{2002}{}", figure.label), Look::Plain));
    if let Some(origin) = &figure.origin {
        runs.push(run(format!(" ({origin})"), Look::Muted));
    }
    paragraph(Style::Figure, runs)
}

fn table<'a>(table: &'a Table, number: Option<usize>, words: &Words, parts: &mut Vec<Part<'a>>) {
    if !table.title.is_empty() {
        let mut title = Vec::new();
        if let Some(number) = number {
            title.push(run(format!("{} {number}\u{2002}", words.table), Look::Brand));
        }
        title.push(run(&table.title, Look::Plain));
        parts.push(paragraph(Style::TableTitle, title));
    }
    if table.groups.iter().all(|group| group.rows.is_empty()) {
        parts.push(line(Style::Small, words.no_rows));
    } else {
        let widths = columns::millimetres(&columns::widths(table, super::TEXT_WIDTH), super::TEXT_WIDTH);
        parts.push(Part::Grid(Grid { table, widths }));
    }
    if let Some(note) = &table.note {
        parts.push(line(Style::Small, note));
    }
}

fn picture(document: &Document, name: &str, alt: Option<String>) -> Result<Picture, DocumentFault> {
    sized(image::find(document, name)?, super::TEXT_WIDTH, alt)
}

/// A picture as wide as asked, but not higher than 150 mm.
fn sized(data: &ImageData, width: f64, alt: Option<String>) -> Result<Picture, DocumentFault> {
    let (bytes, format) = image::office::picture(data)?;
    let (across, down) = image::dimensions(data).unwrap_or((3, 2));
    let ratio = f64::from(down) / f64::from(across);
    let width = width.min(150.0 / ratio);
    Ok(Picture { bytes, format, width, height: width * ratio, alt })
}
