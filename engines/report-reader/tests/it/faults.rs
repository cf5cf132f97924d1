//! Files that are refused, each with its German sentence.

use super::pages::{file, pdf, put};
use super::word::{archive, docx, p};
use allmende_report_reader::{ReadFault, read};

#[test]
fn refusals_by_content() {
    let bomb = "<w:document><w:body>".to_owned()
        + &"<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(1_700_000)
        + "</w:body></w:document>";
    let many: Vec<String> = (0..10_001).map(|n| format!("word/media/{n}.png")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|name| (name.as_str(), "")).collect();
    let entity = r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y SYSTEM "file:geheim.txt">]><w:document><w:p><w:r><w:t>&y;</w:t></w:r></w:p></w:document>"#;
    let pages = "<< /Type /Catalog /Pages 2 0 R >>".to_owned();
    let locked = file(
        &[
            pages.clone(),
            "<< /Type /Pages /Kids [] /Count 0 >>".to_owned(),
            format!("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{0}> /U <{0}> >>", "ab".repeat(32)),
        ],
        "/Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]",
    );
    let rows: Vec<(&str, Vec<u8>, ReadFault)> = vec![
        ("empty", Vec::new(), ReadFault::Empty),
        ("blank", b" \n\t\n".to_vec(), ReadFault::NoText),
        ("binary", vec![0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16], ReadFault::UnknownFormat),
        ("cut pdf", b"%PDF-1.7\n%abc".to_vec(), ReadFault::BrokenPdf),
        ("pictures only", pdf(&[vec![]]), ReadFault::NoText),
        ("locked pdf", locked, ReadFault::EncryptedPdf),
        ("cut zip", b"PK\x03\x04abc".to_vec(), ReadFault::BrokenDocx("das Archiv ist beschädigt")),
        ("empty docx", docx("", &[]), ReadFault::NoText),
        ("spreadsheet", archive(&[("xl/workbook.xml", "<a/>")]), ReadFault::ForeignFormat("eine Excel-Tabelle")),
        ("odt", archive(&[("content.xml", "<a/>")]), ReadFault::ForeignFormat("ein OpenDocument")),
        ("rtf", b"{\\rtf1 Hallo}".to_vec(), ReadFault::ForeignFormat("ein RTF-Dokument")),
        (
            "doc",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
            ReadFault::ForeignFormat("ein altes Word-Dokument (.doc)"),
        ),
        ("bomb", archive(&[("word/document.xml", &bomb)]), ReadFault::TooLarge),
        ("many entries", archive(&many), ReadFault::TooManyEntries),
        ("entities", archive(&[("word/document.xml", entity)]), ReadFault::ForbiddenXml),
    ];
    for (what, bytes, expected) in rows {
        assert_eq!(read("bericht.pdf", &bytes), Err(expected), "{what}");
    }
    assert!(ReadFault::NoText.to_string().contains("enthält keinen Text, vielleicht nur Bilder"));
}

#[test]
fn the_name_does_not_matter() {
    let bytes = docx(&p("Bericht"), &[]);
    assert!(read("bericht.pdf", &bytes).is_ok());
    assert!(read("", &pdf(&[vec![put(50.0, 50.0, "Bericht")]])).is_ok());
}

#[test]
fn a_form_that_draws_itself_is_refused() {
    let form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >> /Length 5 >>\nstream\n/A Do\nendstream";
    let bytes = file(
        &[
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>".to_owned(),
            "<< /Length 5 >>\nstream\n/A Do\nendstream".to_owned(),
            form.to_owned(),
        ],
        "",
    );
    assert_eq!(read("x", &bytes), Err(ReadFault::BrokenPdf));
}

#[test]
fn old_encodings_are_understood() {
    let latin = "Veranstaltungen 2020\n\n03.04.2020 F\u{fc}hrung"
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect::<Vec<u8>>();
    assert_eq!(read("x", &latin).unwrap().events[0].title, "Führung");
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain("Veranstaltungen 2020\n\n03.04.2020 Führung".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert_eq!(read("x", &wide).unwrap().events[0].title, "Führung");
}
