//! Tables of every length.

use allmende_documents::{Cell, Column, FileFormat, Layout, Row, RowGroup, Table, Typesetter};
use allmende_typesetting::Engine;

use crate::extract::{entry, letters};
use crate::{file, samples};

#[test]
fn no_row_is_lost_and_heads_repeat() {
    for (rows, pages) in [(0, 1), (1, 1), (24, 1), (200, 6)] {
        let document = samples::list(rows);
        assert_eq!(Engine::new().preview(&document).unwrap().count(), pages, "{rows} rows");
        let text = pdf_extract::extract_text_from_mem(&file(&document, FileFormat::Pdf)).unwrap();
        for number in 0..rows {
            let day = format!("{:02}.{:02}.2031", number % 28 + 1, number % 12 + 1);
            assert!(text.contains(&day), "row {number} of {rows}");
        }
        if rows > 0 {
            assert_eq!(text.matches("Ergebnis").count(), pages, "{rows} rows: heads");
        } else {
            assert!(text.contains("Keine Einträge."));
        }
    }
}

#[test]
fn office_tables_have_heads_that_repeat_and_rows_that_stay_whole() {
    let document = samples::list(24);
    let docx = entry(&file(&document, FileFormat::Docx), "word/document.xml");
    assert_eq!(docx.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(docx.matches("<w:cantSplit/>").count(), 24 + 2 + 1);
    let odt = entry(&file(&document, FileFormat::Odt), "content.xml");
    assert_eq!(odt.matches("<table:table-header-rows>").count(), 1);
    assert!(odt.contains("fo:keep-together=\"always\""));
}

/// A hyphen at a line's end would be read as part of an address.
#[test]
fn addresses_break_without_a_hyphen() {
    let mut document = samples::list(0);
    let name = "kaetheelfriedesiegfriedmagdalena";
    let addresses: Vec<String> = (3..name.len())
        .flat_map(|length| {
            let name = &name[..length];
            [format!("{name}.achterfeld57@beispiel.example"), format!("https://{name}.example/aktuelles/{name}")]
        })
        .collect();
    let filler = "Leiterin der Geschäftsstelle für Interkommunale Zusammenarbeit";
    let row =
        |address: &String| Row { cells: vec![filler.into(), filler.into(), address.as_str().into()], strong: false };
    document.blocks = vec![allmende_documents::Block::Table(Table {
        title: "Adressen".to_owned(),
        columns: vec![Column::text("Amt", 6), Column::text("Organisation", 6), Column::text("E-Mail", 4)],
        groups: vec![RowGroup { title: None, rows: addresses.iter().map(row).collect() }],
        ..Table::default()
    })];
    let text = pdf_extract::extract_text_from_mem(&file(&document, FileFormat::Pdf)).unwrap();
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect();
    for address in addresses {
        let near: String = text.split(&address[..8]).nth(1).unwrap_or_default().chars().take(60).collect();
        assert!(text.contains(&address), "{address}: {near:?}");
    }
}

#[test]
fn wide_lists_turn_the_page() {
    let mut document = samples::list(0);
    let columns: Vec<Column> = (0..12).map(|number| Column::text(format!("Spalte {number}"), 1)).collect();
    let cells = (0..12).map(|number| Cell::from(format!("Wert {number}"))).collect();
    document.blocks = vec![allmende_documents::Block::Table(Table {
        title: "Breit".to_owned(),
        columns,
        groups: vec![RowGroup { title: None, rows: vec![Row { cells, strong: false }] }],
        wide: true,
        ..Table::default()
    })];
    let svg = Engine::new().preview(&document).unwrap().svg(0).unwrap();
    assert!(svg.contains("viewBox=\"0 0 841"), "{}", &svg[..200]);
}

#[test]
fn a_cell_longer_than_a_page_still_prints_whole() {
    let mut document = samples::empty(Layout::Report, "Lang");
    let mut table = samples::decisions(2);
    table.groups[0].rows[0].cells[1] = Cell::from(format!("{}Ende", "Wort ".repeat(4000)));
    document.blocks = vec![samples::heading(1, "1", "Anfang"), allmende_documents::Block::Table(table)];
    let text = letters(&file(&document, FileFormat::Pdf), FileFormat::Pdf);
    assert_eq!(text.matches("Wort").count(), 4000);
    assert!(text.contains("Ende"));
}

#[test]
fn a_table_whose_cells_do_not_match_is_refused() {
    let mut document = samples::list(3);
    if let allmende_documents::Block::Table(table) = &mut document.blocks[0] {
        table.groups[0].rows[1].cells.pop();
    }
    let fault = Engine::new().file(&document, FileFormat::Pdf).unwrap_err();
    assert_eq!(fault.sentence, "In der Tabelle »Beschlüsse der Mitglieder« hat Zeile 2 4 Zellen statt 5.");
}
