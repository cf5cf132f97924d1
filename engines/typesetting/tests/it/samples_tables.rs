//! Tables with invented content.

use allmende_documents::{Cell, Column, Row, RowGroup, Table};

pub(crate) fn members() -> Table {
    let rows = [
        ("Auburg", "Stadt", "eigene", "11.194"),
        ("Birkach", "Gemeinde", "VG Auburg", "2.152"),
        ("Erlenau b.\u{a0}Auburg", "Gemeinde", "VG Auburg", "2.360"),
        ("Felsing", "Markt", "eigene", "4.380"),
        ("Grünthal", "Gemeinde", "VG Kirchau", "1.388"),
        ("Haselbrunn", "Gemeinde", "VG Auburg", "968"),
        ("Kirchau", "Markt", "VG Kirchau", "3.917"),
        ("Lindenroth", "Gemeinde", "VG Kirchau", "903"),
        ("Wiesenstetten", "Gemeinde", "VG Auburg", "1.013"),
    ];
    Table {
        title: "Die Mitglieder der Allianz".to_owned(),
        columns: vec![
            Column::text("Mitglied", 5),
            Column::text("Art", 3),
            Column::text("Verwaltung", 4),
            Column::number("Einwohner"),
        ],
        groups: vec![RowGroup {
            title: None,
            rows: rows
                .iter()
                .map(|(name, kind, office, count)| Row {
                    cells: [*name, *kind, *office, *count].map(Cell::from).to_vec(),
                    strong: false,
                })
                .collect(),
        }],
        total: Some(["9 Mitglieder", "", "", "28.275"].map(str::to_owned).to_vec()),
        note: Some("Einwohner am 31.12.2030, frei erfunden.".to_owned()),
        wide: false,
    }
}

pub(crate) fn sittings() -> Table {
    let row = |day: &str, topics: &[&str]| Row {
        cells: vec![
            Cell::from(day),
            Cell { lines: topics.iter().map(|topic| (*topic).to_owned()).collect(), ..Cell::default() },
            Cell::from(topics.len().to_string()),
        ],
        strong: true,
    };
    Table {
        title: "Sitzungen und ihre Themen".to_owned(),
        columns: vec![Column::date("Datum"), Column::text("Themen", 1), Column::number("Anzahl")],
        groups: vec![RowGroup {
            title: None,
            rows: vec![
                row("12.02.2031", &["Vorstellung des neuen Managements", "Sommerfest der Vereine", "Mitfahrbänke"]),
                row(
                    "27.05.2031",
                    &[
                        "Gemeinsamer Bauhof: Ergebnis der Befragung aller Mitarbeiterinnen und Mitarbeiter sowie der daraus folgende Zeitplan",
                        "Wanderwege",
                    ],
                ),
                row("04.11.2031", &["Haushalt", "Wanderwege", "Logo", "Verschiedenes"]),
            ],
        }],
        total: Some(["3 Sitzungen", "", "9"].map(str::to_owned).to_vec()),
        note: None,
        wide: false,
    }
}

pub(crate) fn contacts() -> Table {
    let row = |day: &str, what: &str, place: &str| Row {
        cells: vec![
            Cell::from(day),
            Cell {
                lines: vec![what.to_owned()],
                small: (!place.is_empty()).then(|| place.to_owned()),
                ..Cell::default()
            },
        ],
        strong: false,
    };
    Table {
        title: "Termine zur Vernetzung".to_owned(),
        columns: vec![Column::date("Tag"), Column::text("Anlass", 1)],
        groups: vec![
            RowGroup {
                title: Some("März 2031".to_owned()),
                rows: vec![
                    row("04.03.", "Erfahrungsaustausch der Allianzen", "Haus der Dörfer, Lindenroth"),
                    row("19.03.", "Treffen mit dem Regionalmanagement", ""),
                ],
            },
            RowGroup {
                title: Some("Oktober 2031".to_owned()),
                rows: vec![row("09.10.", "Fachtagung „Nahversorgung im Dorf“", "Kirchau")],
            },
        ],
        total: None,
        note: Some("Ohne Telefonate.".to_owned()),
        wide: true,
    }
}

/// A table with that many rows in groups of twelve, with states.
pub(crate) fn decisions(rows: usize) -> Table {
    let names = ["Auburg", "Birkach", "Erlenau b.\u{a0}Auburg", "Felsing", "Grünthal", "Haselbrunn", "Kirchau"];
    let states =
        ["beschlossen", "beschlossen", "abgelehnt", "mit Änderung", "vertagt", "in Arbeit", "terminiert", "offen"];
    let all: Vec<Row> = (0..rows)
        .map(|number| Row {
            cells: vec![
                Cell::from((number + 1).to_string()),
                Cell::from(names[number % names.len()]),
                Cell::from(format!("{:02}.{:02}.2031", number % 28 + 1, number % 12 + 1)),
                Cell::from(states[number % states.len()]),
                Cell::from((number * 7 % 17).to_string()),
            ],
            strong: false,
        })
        .collect();
    let mut groups: Vec<RowGroup> = all
        .chunks(12)
        .enumerate()
        .map(|(number, rows)| RowGroup { title: Some(format!("Vorhaben {}", number + 1)), rows: rows.to_vec() })
        .collect();
    if rows < 2 {
        groups = vec![RowGroup { title: None, rows: all }];
    }
    Table {
        title: "Beschlüsse der Mitglieder".to_owned(),
        columns: vec![
            Column::number("Nr."),
            Column::text("Mitglied", 4),
            Column::date("Sitzung"),
            Column::state("Ergebnis"),
            Column::number("Ja"),
        ],
        groups,
        total: None,
        note: None,
        wide: true,
    }
}
