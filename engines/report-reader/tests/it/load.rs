//! Long and hostile files: a result or a refusal, never a panic, and never more work than the file is worth.

use super::pages::{pdf, put};
use super::word::{docx, p, row, table};
use allmende_report_reader::{ReadFault, read};

#[test]
fn a_single_endless_line_is_refused() {
    let line = "Die Allianz berät am 3. Mai 2023 über Wege, ".repeat(230_000);
    assert!(line.len() > 10_000_000);
    assert_eq!(read("t", line.as_bytes()), Err(ReadFault::LineTooLong(1)));
    assert!(ReadFault::LineTooLong(1).to_string().starts_with("Zeile 1 ist zu lang"));
}

#[test]
fn a_long_report_is_read_whole() {
    // Two hundred pages of dated entries between running heads.
    let mut text = String::from("Tätigkeitsbericht 01.01.2000 – 31.12.2019\n\nVeranstaltungen\n\n");
    for page in 0..200 {
        for entry in 0..20 {
            let (year, month, day) = (2000 + page / 10, 1 + entry % 12, 1 + entry % 28);
            text += &format!("{day:02}.{month:02}.{year}   Treffen Nummer {page}-{entry} mit Gästen\n");
        }
        text += &format!("\nSeite {} von 200\n\u{c}", page + 1);
    }
    let proposal = read("t", text.as_bytes()).unwrap();
    assert_eq!(proposal.events.len(), 4_000);
    assert_eq!(proposal.unplaced, vec![]);
}

#[test]
fn a_report_without_a_blank_line_is_read_whole() {
    let line = "Die Allianz hat im Jahr mit vielen Gästen über Wege und Wälder gesprochen und\n";
    let proposal = read("t", format!("Tätigkeitsbericht 2020\n{}", line.repeat(3_000)).as_bytes()).unwrap();
    let used: usize = proposal.placed.iter().map(|p| p.to - p.from + 1).sum();
    assert_eq!(used + proposal.unplaced.len(), 3_001);
}

#[test]
fn a_long_pdf_is_read_whole() {
    let rows: Vec<Vec<String>> = (0..200)
        .map(|page| {
            (0..30).map(|row| format!("{:02}.{:02}.{}", 1 + row % 28, 1 + page % 12, 2001 + page / 12)).collect()
        })
        .collect();
    let pages = rows
        .iter()
        .map(|page| {
            page.iter()
                .enumerate()
                .flat_map(|(at, day)| {
                    #[allow(clippy::cast_precision_loss)]
                    let y = 780.0 - at as f64 * 20.0;
                    [put(60.0, y, day), put(160.0, y, "Besprechung mit dem Nachbarverband")]
                })
                .collect()
        })
        .collect::<Vec<_>>();
    let proposal = read("t", &pdf(&pages)).unwrap();
    assert_eq!(proposal.events.len(), 28 * 200);
}

#[test]
fn tables_within_tables_are_read_or_refused() {
    for depth in [3, 40, 400] {
        let mut inner = p("03.05.2023 Treffen im Tal");
        for _ in 0..depth {
            inner = format!("<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>");
        }
        let found = read("t", &docx(&(p("Veranstaltungen") + &inner), &[]));
        match found {
            Ok(proposal) => {
                let all = proposal.to_json().to_string();
                assert!(all.contains("Treffen im Tal"), "{depth}: {all}");
            }
            Err(fault) => assert!(depth > 40, "{depth}: {fault}"),
        }
    }
}

#[test]
fn marks_without_end_are_no_trap() {
    for text in ["(".repeat(5_000), "12.".repeat(3_000), "„".repeat(3_000), "- ".repeat(5_000), "a: ".repeat(3_000)] {
        let _ = read("t", format!("Projekte\n\n{text}\n").as_bytes());
    }
    let wide = row(&["03.05.2023"; 60]);
    let _ = read("t", &docx(&table(&vec![wide; 200]), &[]));
}
