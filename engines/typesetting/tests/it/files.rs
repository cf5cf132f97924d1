//! Properties of the files: the same bytes again, language, standards, structure.

use std::time::Instant;

use allmende_documents::{FileFormat, Typesetter};
use allmende_typesetting::Engine;

use crate::extract::{entry, letters};
use crate::{file, samples};

fn contains(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let (document, other) = (samples::report(), samples::letter(false));
    for format in FileFormat::ALL {
        let first = file(&document, format);
        // Another document in between must leave no trace.
        file(&other, format);
        assert!(first == file(&document, format), "{}", format.extension());
    }
}

#[test]
fn what_is_kept_between_documents_changes_no_byte() {
    for mut document in [samples::report(), samples::one_page()] {
        file(&document, FileFormat::Pdf);
        document.blocks.insert(1, samples::paragraph("Ein Absatz, der erst nach dem ersten Druck dazukam."));
        let after_the_draft = file(&document, FileFormat::Pdf);
        comemo::evict(0);
        assert!(after_the_draft == file(&document, FileFormat::Pdf), "{}", document.title);
    }
}

#[test]
fn pdf_names_its_language_and_standards() {
    for (document, language) in [(samples::brief(), "de-DE"), (english(), "en-GB")] {
        let pdf = file(&document, FileFormat::Pdf);
        assert!(
            contains(&pdf, &format!("/Lang({language})")) || contains(&pdf, &format!("/Lang ({language})")),
            "{language}"
        );
        assert!(contains(&pdf, "pdfuaid:part>1<") || contains(&pdf, "pdfuaid:part=\"1\""));
        assert!(contains(&pdf, "pdfaid:part>2<") || contains(&pdf, "pdfaid:part=\"2\""));
    }
}

fn english() -> allmende_documents::Document {
    let mut document = samples::brief();
    "en-GB".clone_into(&mut document.language);
    document
}

#[test]
fn words_of_the_layout_follow_the_language() {
    let text = letters(&file(&english(), FileFormat::Pdf), FileFormat::Pdf);
    assert!(text.contains("Table1DieMitglieder") && !text.contains("Tabelle1"));
}

#[test]
fn docx_has_styles_language_and_alternative_texts() {
    let docx = file(&samples::report(), FileFormat::Docx);
    let body = entry(&docx, "word/document.xml");
    for style in ["Title", "Heading1", "Heading2", "Heading3", "Lead", "ListParagraph", "TableTitle", "KeyFigure"] {
        assert!(body.contains(&format!("w:pStyle w:val=\"{style}\"")), "{style}");
    }
    assert!(body.contains("descr=\"Grüne Hügel"));
    assert!(body.contains("<w:hyperlink r:id=\"rId-link0\">"));
    assert!(entry(&docx, "word/_rels/document.xml.rels").contains("https://erlental.example.org/allianz"));
    assert!(entry(&docx, "word/styles.xml").contains("w:lang w:val=\"de-DE\""));
    assert!(entry(&docx, "docProps/core.xml").contains("<dc:title>Jahresbericht 2031</dc:title>"));
}

#[test]
fn odt_starts_with_its_type_and_has_styles_and_alternative_texts() {
    let odt = file(&samples::report(), FileFormat::Odt);
    assert_eq!(&odt[30..38], b"mimetype");
    assert_eq!(&odt[38..77], b"application/vnd.oasis.opendocument.text");
    let body = entry(&odt, "content.xml");
    assert!(body.contains("text:h text:style-name=\"Heading_20_2\" text:outline-level=\"2\""));
    assert!(body.contains("<svg:title>Grüne Hügel"));
    let styles = entry(&odt, "styles.xml");
    assert!(styles.contains("fo:language=\"de\"") && styles.contains("fo:country=\"DE\""));
}

#[test]
fn html_stands_alone() {
    let html = String::from_utf8(file(&samples::report(), FileFormat::Html)).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"de-DE\">"));
    assert_eq!(html.matches("<h1>").count(), 1);
    assert!(!html.contains("<script") && !html.contains("src=\"http"));
    assert!(html.contains("<th scope=\"col\"") && html.contains("<th scope=\"row\""));
    assert!(html.contains("scope=\"rowgroup\""));
    assert!(html.contains("alt=\"Grüne Hügel"));
}

#[test]
fn many_documents_need_no_new_file_names() {
    // Far below the 65,535 names that Typst can hold; each document must reuse the old ones.
    let engine = Engine::new();
    let start = Instant::now();
    for number in 0..40 {
        let mut document = samples::letter(number % 2 == 0);
        document.title = format!("Brief {number}");
        engine.file(&document, FileFormat::Pdf).unwrap();
    }
    println!("40 letters: {} ms", start.elapsed().as_millis());
}
