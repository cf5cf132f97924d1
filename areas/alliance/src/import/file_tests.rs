#![allow(clippy::unwrap_used)]

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::samples::{MEMBERS, fates, on};
use super::*;

fn workbook(build: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("leer").unwrap();
    build(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

fn members_workbook() -> Vec<u8> {
    workbook(|sheet| {
        let day = Format::new().set_num_format("dd.mm.yyyy");
        for (column, head) in (0_u16..).zip(["AGS", "Name", "Art", "Mitglied seit", "Einwohner", "Stand"]) {
            sheet.write_string(1, column, head).unwrap();
        }
        sheet.write_string(0, 0, "Unsere Mitglieder").unwrap();
        // A key typed as a number has lost its zero; a day without a format is a bare number.
        sheet.write_number(2, 0, 9_677_119.0).unwrap();
        sheet.write_string(2, 1, "Birkenfeld").unwrap();
        sheet.write_string(2, 2, "Gemeinde").unwrap();
        sheet.write_datetime_with_format(2, 3, ExcelDateTime::from_ymd(2016, 5, 1).unwrap(), &day).unwrap();
        sheet.write_number(2, 4, 2152.0).unwrap();
        sheet.write_number(2, 5, 43_465.0).unwrap();
        sheet.write_string(4, 0, "09677120").unwrap();
        sheet.write_formula(4, 1, Formula::new("=\"Bisch\"&\"brunn\"").set_result("Bischbrunn")).unwrap();
        sheet.write_string(4, 2, "Gemeinde").unwrap();
        sheet.write_formula(5, 4, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write_string(5, 0, "09677125").unwrap();
    })
}

#[test]
fn workbooks_are_read_with_their_days_and_faults() {
    let table = read_table(&members_workbook(), "mitglieder.xlsx").unwrap();
    let plan = plan_members(&table, &[], &[], on(2026, 1, 1)).unwrap();
    let rows = fates(&plan);
    assert_eq!(rows[..4], ["1 heading", "3 new", "4 empty", "5 new"]);
    assert!(rows[4].starts_with("6 faulty"), "{rows:?}");
    let first = plan.rows[1].plan.as_ref().unwrap();
    assert_eq!(first.municipality.ags, "09677119");
    assert_eq!(first.municipality.joined_on, Some(on(2016, 5, 1)));
    assert_eq!((first.counts[0].inhabitants, first.counts[0].counted_on), (2152, on(2018, 12, 31)));
    assert_eq!(plan.rows[3].plan.as_ref().unwrap().municipality.name, "Bischbrunn");
}

#[test]
fn one_list_in_every_encoding_is_the_same_list() {
    let text = "Name;Ort\nJörg Müller;Großheubach\n";
    let windows: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.replace(';', "\t").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    let commas = text.replace(';', ",");
    let crlf = text.replace('\n', "\r\n");
    let all = [text.as_bytes(), &windows, &utf16, &marked, commas.as_bytes(), crlf.as_bytes()];
    for bytes in all {
        let table = read_table(bytes, "x").unwrap();
        let cells: Vec<&[String]> = table.lines.iter().map(|line| line.cells.as_slice()).collect();
        assert_eq!(cells, [["Name", "Ort"], ["Jörg Müller", "Großheubach"]]);
    }
}

#[test]
fn what_is_no_list_is_refused_with_its_reason() {
    let refused = |bytes: &[u8]| read_table(bytes, "x").unwrap_err().key;
    assert_eq!(refused(b""), "import-file-empty");
    assert_eq!(refused(b" \n\n"), "import-file-empty");
    assert_eq!(refused(b"%PDF-1.7"), "import-file-pdf");
    assert_eq!(refused(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "import-file-old-excel");
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "import-file-unknown");
    assert_eq!(refused(b"PK\x03\x04rest"), "import-file-broken-workbook");
    assert_eq!(refused(&workbook(|_| ())), "import-file-empty");
    let rows = "x;y\n".repeat(MOST_ROWS + 2);
    assert_eq!(refused(rows.as_bytes()), "import-file-too-many");
    assert_eq!(refused("BEGIN:VCARD\nFN:A\nEND:VCARD\n".repeat(MOST_ROWS + 2).as_bytes()), "import-file-too-many");
    let far = workbook(|sheet| {
        sheet.write_string(0, 0, "Name").unwrap();
        sheet.write_string(1_048_575, 16_383, "weit weg").unwrap();
        sheet.write_string(1_048_575, 0, "tief").unwrap();
    });
    assert_eq!(refused(&far), "import-file-too-many");
}

#[test]
fn damaged_files_never_panic() {
    let book = members_workbook();
    let card =
        "BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:M=C3=BCl=\n;A;\nADR:;;Str\\n1;Ort\nTEL;TYPE=\"a:b;c\":1\nEND:VCARD\n"
            .as_bytes();
    let table = "a;\"b\nc\";d\n\"e\"\"f;g\n".as_bytes();
    for whole in [book.as_slice(), card, table, MEMBERS.as_bytes()] {
        for end in (0..whole.len()).step_by(1 + whole.len() / 200) {
            let _ = read_table(&whole[..end], "x");
        }
        // A small generator of its own, so that a failure repeats.
        let mut seed = 1_u64;
        for _ in 0..300 {
            let mut bytes = whole.to_vec();
            for _ in 0..4 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let at = usize::try_from(seed >> 33).unwrap() % bytes.len();
                bytes[at] = seed.to_le_bytes()[2];
            }
            if let Ok(table) = read_table(&bytes, "x") {
                let _ = plan_members(&table, &[], &[], on(2026, 1, 1));
                let _ = plan_people(&table, &KnownPeople::default(), on(2026, 1, 1));
            }
        }
    }
}

#[test]
fn ten_thousand_rows_are_quick() {
    use std::fmt::Write as _;
    let mut text = "Anrede;Vorname;Name;E-Mail;Ort;Organisation\n".to_owned();
    for number in 0..10_000 {
        writeln!(text, "Frau;Ida {number};Muster;ida{number}@beispiel.example;Ort;Verein {}", number % 50).unwrap();
    }
    let begin = std::time::Instant::now();
    let table = read_table(text.as_bytes(), "x").unwrap();
    let plan = plan_people(&table, &KnownPeople::default(), on(2026, 1, 1)).unwrap();
    assert_eq!(plan.counts().new, 10_000);
    // Unoptimised on a busy machine it takes about half a second.
    assert!(begin.elapsed().as_secs() < 10, "{:?}", begin.elapsed());
    // The same name in every row is the worst case for looking up namesakes.
    let same = format!("Name;Gemeinde\n{}", "Ida Muster;\n".repeat(10_000));
    let plan =
        plan_people(&read_table(same.as_bytes(), "x").unwrap(), &KnownPeople::default(), on(2026, 1, 1)).unwrap();
    assert_eq!((plan.counts().new, plan.counts().duplicate), (1, 9_999));
}
