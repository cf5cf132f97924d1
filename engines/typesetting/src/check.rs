//! Refuses what cannot be set, with a sentence that names the place, before any engine sees it.

use allmende_documents::meeting::level_below;
use allmende_documents::{ADDRESS_LINES, Block, Document, DocumentFault, Layout, Letterhead, NOTE_LINES, Table};
use serde_json::Value;

use crate::{colours, fault, fonts, image, world};

/// Which file is asked for. Office programs bring their own fonts, so they take any character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// PDF and preview.
    Paper,
    /// DOCX and ODT.
    Office,
}

/// All checks of one document.
pub(crate) fn all(document: &Document, scope: Scope) -> Result<(), DocumentFault> {
    if document.title.trim().is_empty() {
        return Err(fault("Das Dokument hat keinen Titel.", "title is empty"));
    }
    date(document)?;
    colours::brand(&document.brand)?;
    headings(document)?;
    for block in &document.blocks {
        if let Block::Table(table) = block {
            self::table(table)?;
        }
    }
    pictures(document)?;
    if document.layout == Layout::Letter {
        letter(document.letter.as_ref())?;
    }
    if scope == Scope::Paper { characters(document) } else { Ok(()) }
}

/// The date of the document.
pub(crate) fn date(document: &Document) -> Result<jiff::civil::Date, DocumentFault> {
    document.date.parse().map_err(|error: jiff::Error| {
        fault(
            format!("Das Datum des Dokuments »{}« ist kein Datum der Form 2017-12-01.", document.date),
            error.to_string(),
        )
    })
}

/// Levels may not skip (PDF/UA-1, 7.4.2) and a heading may not be empty.
fn headings(document: &Document) -> Result<(), DocumentFault> {
    // The document's title is a heading above the first level of the blocks.
    let mut above = 0;
    for (position, block) in document.blocks.iter().enumerate() {
        let (level, text) = match block {
            Block::Heading { level, text, .. } => (level, text),
            Block::AgendaItem(item) => (&level_below(&document.blocks, position), &item.title),
            Block::Agenda { parts } => {
                if parts.iter().any(|part| part.title.as_ref().is_some_and(|title| title.trim().is_empty())) {
                    return Err(fault("Die Überschrift eines Teils der Tagesordnung ist leer.", "empty part title"));
                }
                continue;
            }
            Block::ReplySlip(slip) if slip.title.trim().is_empty() => {
                return Err(fault("Die Überschrift der Antwort auf Papier ist leer.", "empty slip title"));
            }
            _ => continue,
        };
        if text.trim().is_empty() {
            return Err(fault(
                match block {
                    Block::AgendaItem(item) => format!("Der Tagesordnungspunkt »{}« hat keinen Titel.", item.label),
                    _ => "Eine Überschrift ist leer.".to_owned(),
                },
                format!("heading of level {level}"),
            ));
        }
        let first_may_be = if above == 0 { 2 } else { above + 1 };
        if *level == 0 || *level > first_may_be.min(3) {
            return Err(fault(
                format!("Die Überschrift »{}« überspringt eine Ebene.", shortened(text)),
                format!("level {level} after {above}"),
            ));
        }
        above = *level;
    }
    Ok(())
}

fn table(table: &Table) -> Result<(), DocumentFault> {
    let name = if table.title.is_empty() { "ohne Titel" } else { &table.title };
    if table.columns.is_empty() {
        return Err(fault(format!("Die Tabelle »{name}« hat keine Spalten."), "no columns"));
    }
    let rows = table.groups.iter().flat_map(|group| &group.rows);
    for (number, row) in rows.enumerate() {
        if row.cells.len() != table.columns.len() {
            return Err(fault(
                format!(
                    "In der Tabelle »{name}« hat Zeile {} {} Zellen statt {}.",
                    number + 1,
                    row.cells.len(),
                    table.columns.len()
                ),
                "cells do not match columns",
            ));
        }
    }
    if table.total.as_ref().is_some_and(|total| total.len() != table.columns.len()) {
        return Err(fault(
            format!("In der Tabelle »{name}« passt die Summenzeile nicht zu den Spalten."),
            "total does not match columns",
        ));
    }
    Ok(())
}

/// The most letters of one file.
const LETTERS: usize = 1_000;

/// The longest line of an address that still breaks inside its zone.
const ADDRESS_LINE: usize = 100;

/// The most lines of the information block, and their longest words.
const INFORMATION: (usize, usize) = (8, 90);

/// What has a fixed place on a letter must fit there.
fn letter(letter: Option<&Letterhead>) -> Result<(), DocumentFault> {
    let Some(letter) = letter.filter(|letter| !letter.recipients.is_empty()) else {
        return Err(fault("Der Brief hat keine Empfängerin und keinen Empfänger.", "no recipients"));
    };
    if letter.recipients.len() > LETTERS {
        return Err(fault(
            format!(
                "Der Brief hat {} Empfänger; in eine Datei passen {LETTERS}. Teilen Sie ihn auf.",
                letter.recipients.len()
            ),
            "too many recipients",
        ));
    }
    for (number, recipient) in letter.recipients.iter().enumerate() {
        let first = recipient.address.first().map_or("", String::as_str);
        let lines = recipient.address.iter().flat_map(|line| line.split('\n'));
        if first.trim().is_empty() || lines.clone().any(|line| line.trim().is_empty()) {
            return Err(fault(
                format!("In der Anschrift des {}. Briefs ist eine Zeile leer.", number + 1),
                "blank address line",
            ));
        }
        if lines.clone().count() > ADDRESS_LINES {
            return Err(fault(
                format!(
                    "Die Anschrift »{}« hat {} Zeilen; im Fenster stehen höchstens {ADDRESS_LINES}.",
                    shortened(first),
                    lines.count()
                ),
                "too many address lines",
            ));
        }
        if let Some(line) = lines.clone().find(|line| line.chars().count() > ADDRESS_LINE) {
            return Err(fault(
                format!("Die Anschriftzeile »{}« ist zu lang für das Fenster; bitte kürzen Sie sie.", shortened(line)),
                "address line too long",
            ));
        }
        if recipient.notes.len() > NOTE_LINES {
            return Err(fault(
                format!("Über der Anschrift »{}« stehen höchstens {NOTE_LINES} Vermerke.", shortened(first)),
                "too many notes",
            ));
        }
    }
    let (most, longest) = INFORMATION;
    if letter.information.len() > most {
        return Err(fault(format!("Der Informationsblock hat mehr als {most} Zeilen."), "too much information"));
    }
    if let Some(fact) = letter.information.iter().find(|fact| fact.value.chars().count() > longest) {
        return Err(fault(
            format!("Die Angabe »{}« im Informationsblock ist zu lang; bitte kürzen Sie sie.", fact.label),
            "information too long",
        ));
    }
    Ok(())
}

fn pictures(document: &Document) -> Result<(), DocumentFault> {
    let mut count = 0;
    for block in &document.blocks {
        let Block::Image { name, .. } = block else { continue };
        count += 1;
        let data = image::find(document, name)?;
        image::dimensions(data).ok_or_else(|| {
            fault(
                format!("Das Bild »{name}« ist beschädigt oder nicht vom Typ {}.", data.format),
                "dimensions cannot be read",
            )
        })?;
    }
    if let Some(name) = document.letter.as_ref().and_then(|letter| letter.logo.as_ref()) {
        let data = image::find(document, name)?;
        image::dimensions(data).ok_or_else(|| {
            fault("Das Logo ist beschädigt; bitte laden Sie es neu hoch.".to_owned(), "dimensions cannot be read")
        })?;
    }
    // Places are kept for the map on the cover, the signet and the logo of a letter.
    if count > world::PICTURES - 3 {
        return Err(fault(
            format!("Das Dokument hat {count} Bilder; möglich sind {}.", world::PICTURES - 3),
            "too many pictures",
        ));
    }
    Ok(())
}

/// Every character must have a glyph, else the file would not be PDF/UA (7.21.4.1).
fn characters(document: &Document) -> Result<(), DocumentFault> {
    let mut value = serde_json::to_value(document)
        .map_err(|error| fault("Das Dokument ließ sich nicht lesen.", error.to_string()))?;
    let blocks = value.get_mut("blocks").map(Value::take);
    if let Some(found) = first_unknown(&value) {
        return Err(unknown(&found, "im Titel, im Impressum oder auf dem Umschlag"));
    }
    let mut section = String::new();
    for (block, value) in document.blocks.iter().zip(blocks.iter().filter_map(Value::as_array).flatten()) {
        if let Block::Heading { number, text, .. } = block {
            section = number.iter().map(String::as_str).chain([text.as_str()]).collect::<Vec<_>>().join(" ");
        }
        if let Block::AgendaItem(item) = block {
            format!("{} {}", item.label, item.title).trim().clone_into(&mut section);
        }
        if let Some(found) = first_unknown(value) {
            return Err(unknown(&found, &place(block, &section)));
        }
    }
    Ok(())
}

fn unknown((character, around): &(char, String), place: &str) -> DocumentFault {
    let code = u32::from(*character);
    fault(
        format!(
            "Das Zeichen »{character}« (U+{code:04X}) in »{around}« fehlt in der Druckschrift; bitte ersetzen Sie es. \
             Es steht {place}."
        ),
        "no glyph",
    )
}

/// Where a block stands, as the end of a sentence.
fn place(block: &Block, section: &str) -> String {
    let part = match block {
        Block::Heading { .. } => return format!("in der Überschrift »{}«", shortened(section)),
        Block::AgendaItem(_) => return format!("beim Tagesordnungspunkt »{}«", shortened(section)),
        Block::Decision(decision) if decision.label.is_empty() => "in einem Beschluss".to_owned(),
        Block::Decision(decision) => format!("im »{}«", shortened(&decision.label)),
        Block::FactGrid { .. } | Block::FactBand { .. } => "bei Tag und Ort".to_owned(),
        Block::Agenda { .. } => "in der Tagesordnung".to_owned(),
        Block::Rights { .. } => "in den Hinweisen".to_owned(),
        Block::Signatures { .. } => "bei den Unterschriften".to_owned(),
        Block::ReplySlip(_) => "in der Antwort auf Papier".to_owned(),
        Block::Table(table) if table.title.is_empty() => "in einer Tabelle".to_owned(),
        Block::Table(table) => format!("in der Tabelle »{}«", shortened(&table.title)),
        Block::Image { .. } => "bei einem Bild".to_owned(),
        Block::Figures { .. } | Block::MarginFigure { .. } => "bei einer Kennzahl".to_owned(),
        Block::Margin { .. } | Block::Facts { .. } => "bei den Angaben neben oder unter dem Text".to_owned(),
        _ => "im Text".to_owned(),
    };
    if section.is_empty() { part } else { format!("{part} im Abschnitt »{}«", shortened(section)) }
}

fn first_unknown(value: &Value) -> Option<(char, String)> {
    match value {
        Value::String(text) => {
            let (position, character) = text.char_indices().find(|(_, character)| !printable(*character))?;
            Some((character, around(text, position)))
        }
        Value::Array(items) => items.iter().find_map(first_unknown),
        Value::Object(fields) => fields.values().find_map(first_unknown),
        _ => None,
    }
}

fn printable(character: char) -> bool {
    matches!(character, '\n' | '\u{ad}' | '\u{200b}' | '\u{2011}') || fonts::covers(character)
}

/// Up to 20 characters on either side of a byte position.
fn around(text: &str, position: usize) -> String {
    let (before, after) = text.split_at(position);
    let mut start: Vec<char> = before.chars().rev().take(20).collect();
    start.reverse();
    start.into_iter().chain(after.chars().take(21)).collect::<String>().replace('\n', " ")
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 60 {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(59).collect();
    short.push('…');
    short
}
