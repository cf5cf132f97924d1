//! Austausch und Vernetzung: contacts and events by month.

use allmende_documents::format as german;
use allmende_documents::{Block, Cell, Column, KeyFigure, Row, RowGroup, Table, plain};
use allmende_network::model::NetworkEntry;
use allmende_projects::model::Precision;

use super::Material;

pub(super) fn chapter(blocks: &mut Vec<Block>, material: &Material<'_>, own: Vec<Block>) {
    let entries = &material.scope.entries;
    let words = &material.words;
    if entries.is_empty() {
        blocks.push(Block::Paragraph { text: plain(words.t("network-intro")) });
        blocks.extend(own);
        blocks.push(Block::Note { text: plain(words.counted("network-sentence", 0, &[])) });
        return;
    }
    blocks.push(Block::MarginFigure {
        figures: vec![KeyFigure {
            qualifier: None,
            value: words.number(i64::try_from(entries.len()).unwrap_or(i64::MAX)),
            unit: None,
            label: words.counted("figure-entries", entries.len(), &[]),
            origin: None,
        }],
    });
    let sentence = words.counted("network-sentence", entries.len(), &[]);
    blocks.push(Block::Paragraph { text: plain(format!("{} {sentence}", words.t("network-intro"))) });
    blocks.extend(own);
    blocks.push(Block::Table(table(material)));
}

fn table(material: &Material<'_>) -> Table {
    let words = &material.words;
    let mut groups: Vec<RowGroup> = Vec::new();
    for entry in &material.scope.entries {
        let title = if entry.precision == Precision::Year {
            entry.held_on.0.year().to_string()
        } else {
            german::month_of_year(entry.held_on.0, words.document_language())
        };
        let row = row(material, entry);
        match groups.last_mut() {
            Some(group) if group.title.as_deref() == Some(title.as_str()) => group.rows.push(row),
            _ => groups.push(RowGroup { title: Some(title), rows: vec![row] }),
        }
    }
    Table {
        title: words.t("network-title"),
        columns: vec![Column::date(words.t("column-date")), Column::text(words.t("column-event"), 1)],
        groups,
        total: None,
        note: None,
        wide: true,
    }
}

fn row(material: &Material<'_>, entry: &NetworkEntry) -> Row {
    let date = match entry.ends_on.filter(|last| *last > entry.held_on) {
        Some(last) if entry.precision == Precision::Day => german::date_range(entry.held_on.0, last.0),
        _ => material.words.known_day(entry.held_on, entry.precision),
    };
    let partners = entry.partners.lines().map(str::trim).filter(|line| !line.is_empty());
    let small: Vec<&str> =
        std::iter::once(entry.place.trim()).filter(|place| !place.is_empty()).chain(partners).collect();
    Row {
        cells: vec![
            Cell::from(date),
            Cell {
                lines: vec![entry.title.clone()],
                small: (!small.is_empty()).then(|| small.join(", ")),
                ..Cell::default()
            },
        ],
        strong: false,
    }
}
