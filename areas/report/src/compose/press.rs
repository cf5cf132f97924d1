//! Öffentlichkeitsarbeit und Marketing: media and what they wrote.

use allmende_documents::{Block, Cell, Column, KeyFigure, Row, RowGroup, Table, plain};
use allmende_press::model::{Medium, MediumKind};

use super::{Cited, Material};

/// The media that the period names: those in use, and those cited although put aside since.
fn media<'a>(material: &Material<'a>, kind: MediumKind) -> Vec<&'a Medium> {
    let mut found: Vec<&Medium> = material.scope.media.iter().copied().filter(|medium| medium.kind == kind).collect();
    for medium in material.scope.clippings.iter().filter_map(|cited| cited.medium) {
        if medium.kind == kind && !found.iter().any(|other| other.head.id == medium.head.id) {
            found.push(medium);
        }
    }
    found
}

/// "2 Tageszeitungen: Main-Post und …" for each kind of medium that there is.
fn kinds(material: &Material<'_>) -> Vec<(MediumKind, Vec<String>)> {
    MediumKind::ALL
        .iter()
        .map(|kind| (*kind, media(material, *kind).into_iter().map(|medium| medium.name.clone()).collect::<Vec<_>>()))
        .filter(|(_, names)| !names.is_empty())
        .collect()
}

/// The sentence that names the media.
pub(super) fn media_sentence(material: &Material<'_>) -> String {
    let words = &material.words;
    let parts: Vec<String> = kinds(material)
        .iter()
        .map(|(kind, names)| {
            words.counted(&format!("media-{}", kind.word()), names.len(), &[("names", words.list(names).into())])
        })
        .collect();
    if parts.is_empty() {
        words.t("media-empty")
    } else {
        words.tv("media-sentence", &[("list", words.list(&parts).into())])
    }
}

pub(super) fn chapter(blocks: &mut Vec<Block>, material: &Material<'_>, own: Vec<Block>) {
    let clippings = &material.scope.clippings;
    let words = &material.words;
    let figures: Vec<KeyFigure> = kinds(material)
        .iter()
        .map(|(kind, names)| KeyFigure {
            qualifier: None,
            value: words.number(i64::try_from(names.len()).unwrap_or(i64::MAX)),
            unit: None,
            label: words.counted(&format!("figure-media-{}", kind.word()), names.len(), &[]),
            origin: None,
        })
        .collect();
    if !figures.is_empty() {
        blocks.push(Block::MarginFigure { figures });
    }
    blocks.push(Block::Paragraph { text: plain(media_sentence(material)) });
    blocks.extend(own);
    let sentence = words.counted("clippings-sentence", clippings.len(), &[]);
    if clippings.is_empty() {
        blocks.push(Block::Note { text: plain(sentence) });
        return;
    }
    blocks.push(Block::Paragraph { text: plain(sentence) });
    blocks.push(Block::Table(Table {
        title: words.t("clippings-title"),
        columns: vec![
            Column::date(words.t("column-date")),
            Column::text(words.t("column-medium"), 3),
            Column::text(words.t("column-headline"), 6),
            Column::text(words.t("column-page"), 2),
            Column::text(words.t("column-about"), 4),
        ],
        groups: vec![RowGroup { title: None, rows: clippings.iter().map(|cited| row(material, cited)).collect() }],
        total: None,
        note: None,
        wide: true,
    }));
}

fn row(material: &Material<'_>, cited: &Cited<'_>) -> Row {
    let words = &material.words;
    let clipping = cited.clipping;
    Row {
        cells: vec![
            Cell::from(words.known_day(clipping.published_on, clipping.precision)),
            Cell::from(cited.medium.map(|medium| medium.name.clone()).unwrap_or_default()),
            Cell {
                lines: vec![clipping.headline.clone()],
                small: (!clipping.link.is_empty()).then(|| clipping.link.clone()),
                ..Cell::default()
            },
            Cell::from(clipping.page.clone()),
            Cell::from(cited.thread.map(|thread| thread.title.clone()).unwrap_or_default()),
        ],
        strong: false,
    }
}
