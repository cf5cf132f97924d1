//! The values that the templates read: the document itself, plus what only the program can work
//! out (numbers, widths, colours, languages).

use allmende_documents::meeting::{is_inside_item, level_below};
use allmende_documents::numbering::Numbers;
use allmende_documents::state::Sign;
use allmende_documents::{Block, ColumnKind, Document, DocumentFault, Layout, Table, cover, format, words};
use serde_json::{Value, json};

use typst_library::foundations::Bytes;

use crate::columns::{self, Width};
use crate::world::Values;
use crate::{breaks, check, fault, image, pictures, world};

/// The document as the templates read it.
pub(super) fn values(document: &Document, scale: f64) -> Result<Values, DocumentFault> {
    let unreadable = |error: serde_json::Error| fault("Das Dokument ließ sich nicht lesen.", error.to_string());
    let mut value = serde_json::to_value(document).map_err(unreadable)?;
    breaks::insert(&mut value);
    let mut shown = Vec::new();
    let mut add_picture = |bytes: Bytes| {
        shown.push(bytes);
        world::picture_name(shown.len() - 1)
    };

    let numbers = Numbers::of(document);
    if let Some(blocks) = value.get_mut("blocks").and_then(Value::as_array_mut) {
        for (position, (block, target)) in document.blocks.iter().zip(blocks).enumerate() {
            if document.layout == Layout::Minutes {
                target["inside"] = json!(is_inside_item(&document.blocks, position));
            }
            match block {
                Block::AgendaItem(_) | Block::Agenda { .. } => {
                    target["level"] = json!(level_below(&document.blocks, position));
                }
                Block::ReplySlip(slip) => {
                    let recipients = document.letter.as_ref().map_or(&[][..], |letter| letter.recipients.as_slice());
                    let who = recipients.iter().enumerate().map(|(number, one)| slip.name(number, &one.address));
                    target["who"] = who.map(|name| json!(breaks::in_text(name))).collect();
                    // Level with the sections of the letter, whatever stands before it.
                    target["level"] = json!(2 - shift(document));
                }
                Block::Decision(decision) => target["strip"] = json!(decision.strip()),
                Block::Table(table) => {
                    target["number"] = json!(numbers.table(position));
                    add_table(table, text_width(document, position, table), target);
                }
                Block::Image { name, .. } => {
                    let data = image::find(document, name)?;
                    let (width, height) = image::dimensions(data).unwrap_or((3, 2));
                    target["number"] = json!(numbers.picture(position));
                    target["file"] = json!(add_picture(pictures::shared(&data.bytes)));
                    target["format"] = json!(if data.format == "jpeg" { "jpg" } else { &data.format });
                    target["ratio"] = json!(f64::from(height) / f64::from(width));
                }
                _ => {}
            }
        }
    }

    if let Some(map) = &document.cover {
        let map = image::drawable(map);
        let (map_svg, signet_svg) = (cover::map_svg(&map, &document.brand), cover::signet_svg(&map, &document.brand));
        value["cover"]["file"] = json!(add_picture(Bytes::from_string(map_svg)));
        value["cover"]["signet"] = json!(add_picture(Bytes::from_string(signet_svg)));
        // The outlines are in the drawings now.
        value["cover"]["areas"] = Value::Null;
    }

    if let Some(name) = document.letter.as_ref().and_then(|letter| letter.logo.as_ref()) {
        let data = image::find(document, name)?;
        value["letter"]["logo_file"] = json!(add_picture(pictures::shared(&data.bytes)));
        value["letter"]["logo_format"] = json!(if data.format == "jpeg" { "jpg" } else { &data.format });
    }

    let date = check::date(document)?;
    let (language, region) = document.language.split_once('-').unwrap_or((&document.language, "DE"));
    value["lang"] = json!(language);
    value["region"] = json!(region);
    value["day"] = json!({ "year": date.year(), "month": date.month(), "day": date.day() });
    value["words"] = serde_json::to_value(words::of(&document.language)).map_err(unreadable)?;
    value["plain_title"] = json!(document.title);
    value["hyphenate_heads"] = json!(has_long_head(document));
    value["scale"] = json!(scale);
    value["shift"] = json!(shift(document));
    value["title_is_first_block"] = json!(title_is_first_block(document));
    value["landscape"] = json!(landscape(document));
    value["writing"] = json!(has_writing(document));
    value["colophon"] = value.get("colophon").cloned().unwrap_or(Value::Null);
    value["date_text"] = json!(format::date(date));
    let blocks = value.get_mut("blocks").map_or(Value::Null, Value::take);
    Ok(Values {
        frame: serde_json::to_vec(&value).map_err(unreadable)?,
        blocks: serde_json::to_vec(&blocks).map_err(unreadable)?,
        pictures: shown,
    })
}

/// Millimetres that a table fills.
fn text_width(document: &Document, position: usize, table: &Table) -> f64 {
    let hanging = matches!(document.layout, Layout::Report | Layout::Brief);
    if landscape(document) {
        252.0
    } else if hanging && !table.wide {
        120.0
    } else if document.layout == Layout::OnePage && !table.wide {
        125.0
    } else if document.layout == Layout::Minutes && !table.wide && is_inside_item(&document.blocks, position) {
        135.0
    } else {
        165.0
    }
}

fn add_table(table: &Table, available: f64, target: &mut Value) {
    let widths = columns::widths(table, available);
    target["widths"] = widths
        .iter()
        .map(|width| match width {
            Width::Content(_) => json!(0),
            Width::Share(share) => json!(share),
        })
        .collect();
    target["head_rows"] = json!(columns::has_row_heads(table));
    target["row_head"] = json!(columns::row_head(table));
    let Some(groups) = target.get_mut("groups").and_then(Value::as_array_mut) else { return };
    for (group, target) in table.groups.iter().zip(groups) {
        let Some(rows) = target.get_mut("rows").and_then(Value::as_array_mut) else { continue };
        for (row, target) in group.rows.iter().zip(rows) {
            target["giant"] = json!(columns::is_giant(row));
            for (index, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
                if column.kind == ColumnKind::State
                    && let Some(sign) = cell.lines.first().and_then(|word| Sign::for_word(word))
                {
                    target["cells"][index]["sign"] = json!(sign.name());
                }
            }
        }
    }
}

/// Whether the first block only repeats the title, so that it need not stand there twice.
fn title_is_first_block(document: &Document) -> bool {
    matches!(document.blocks.first(), Some(Block::Heading { level: 1, text, .. }) if *text == document.title)
}

/// How many levels the headings of the blocks move down below the title. In a report the title
/// stands on the cover and the chapters are level 1; elsewhere the title is level 1 itself.
fn shift(document: &Document) -> u8 {
    if document.layout == Layout::Report {
        return 0;
    }
    let skipped = usize::from(title_is_first_block(document));
    let top_level = document.blocks.iter().enumerate().skip(skipped).any(|(position, block)| match block {
        Block::Heading { level, .. } => *level == 1,
        Block::AgendaItem(_) | Block::Agenda { .. } => level_below(&document.blocks, position) == 1,
        _ => false,
    });
    u8::from(top_level)
}

/// Whether a heading holds a word that needs hyphens; otherwise headings have none.
fn has_long_head(document: &Document) -> bool {
    let heads = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { text, .. } => Some(text),
        Block::AgendaItem(item) => Some(&item.title),
        _ => None,
    });
    heads.chain([&document.title]).any(|text| text.split([' ', '-', '\n']).any(|word| word.chars().count() > 24))
}

/// A list whose columns do not fit upright is printed landscape.
fn landscape(document: &Document) -> bool {
    document.layout == Layout::List
        && document.blocks.iter().any(|block| matches!(block, Block::Table(table) if columns::desired(table) > 175.0))
}

/// Whether somebody writes on it by hand.
fn has_writing(document: &Document) -> bool {
    document.blocks.iter().any(|block| {
        matches!(block, Block::Table(table) if table.columns.iter().any(|column| column.kind == ColumnKind::Writing))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use allmende_documents::{CoverMap, plain};

    fn report(paragraph: &str) -> Document {
        Document {
            layout: Layout::Report,
            language: "de-DE".to_owned(),
            title: "Jahresbericht".to_owned(),
            subtitle: None,
            description: "Ein Bericht".to_owned(),
            author: "Allianz Oberes Erlental".to_owned(),
            running_head: "2031".to_owned(),
            date: "2031-12-01".to_owned(),
            brand: "#1e5945".to_owned(),
            imprint: Vec::new(),
            cover: Some(CoverMap { areas: Vec::new(), source: "Quelle".to_owned(), alt: "Karte".to_owned() }),
            letter: None,
            colophon: None,
            blocks: vec![Block::Paragraph { text: plain(paragraph) }],
            images: Vec::new(),
        }
    }

    #[test]
    fn an_edited_text_leaves_the_frame_as_it_was() {
        let (before, after) = (values(&report("Vorher"), 1.0).unwrap(), values(&report("Nachher"), 1.0).unwrap());
        assert_eq!(before.frame, after.frame);
        assert_ne!(before.blocks, after.blocks);
        assert_eq!(before.pictures, after.pictures);
    }
}
