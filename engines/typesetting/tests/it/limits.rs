//! Input that nobody wants to meet: long words, unknown signs, too much for a page, wrong order.

use allmende_documents::{Block, FileFormat, Layout, Typesetter};
use allmende_typesetting::Engine;

use crate::extract::letters;
use crate::{file, samples};

fn sentence(document: &allmende_documents::Document) -> String {
    Engine::new().file(document, FileFormat::Pdf).unwrap_err().sentence
}

#[test]
fn a_word_of_five_thousand_letters_stays_on_the_page() {
    let word = "x".repeat(5000);
    let mut document = samples::report();
    document.blocks.insert(1, samples::paragraph(&word));
    document.blocks.insert(1, Block::Margin { facts: vec![samples::fact("Wort", &word[..300])] });
    if let Some(Block::Table(table)) = document.blocks.iter_mut().find(|block| matches!(block, Block::Table(_))) {
        table.groups[0].rows[0].cells[1] = allmende_documents::Cell::from(&word[..200]);
    }
    let text = letters(&file(&document, FileFormat::Pdf), FileFormat::Pdf);
    assert!(text.matches('x').count() >= 5500);
    // Each line of the page can hold well under 100 letters of this width.
    let raw = pdf_extract::extract_text_from_mem(&file(&document, FileFormat::Pdf)).unwrap();
    assert!(raw.lines().all(|line| line.chars().filter(|letter| *letter == 'x').count() < 100));
}

#[test]
fn an_unknown_sign_is_named_with_its_place() {
    for (sign, code) in [("\u{f0b7}", "U+F0B7"), ("北", "U+5317"), ("ش", "U+0634")] {
        let mut document = samples::brief();
        document.blocks.push(samples::heading(2, "7.1", "Feste"));
        document.blocks.push(samples::paragraph(&format!("Ein Fest für alle {sign} im Tal")));
        let sentence = sentence(&document);
        assert!(sentence.contains(code) && sentence.contains("Fest für alle"), "{sentence}");
        assert!(sentence.contains("im Text im Abschnitt »7.1 Feste«"), "{sentence}");
        // Office programs have their own fonts.
        let text = letters(&file(&document, FileFormat::Docx), FileFormat::Docx);
        assert!(text.contains(sign));
    }
}

#[test]
fn signs_outside_the_serif_fall_back_to_the_sans() {
    let mut document = samples::empty(Layout::Brief, "Zeichen");
    document.blocks = vec![samples::paragraph("Grün\u{2011}Gold ☐ ● □ ✓ → ² ½ ž ğ Ω ж")];
    let text = letters(&file(&document, FileFormat::Pdf), FileFormat::Pdf);
    assert!(text.contains('☐') && text.contains('ж'), "{text}");
}

#[test]
fn emoji_and_signs_are_printed() {
    let signs = "🦔😀👩🏽🌳🇩🇪 ☎ ✉ ⚠ ♿ ✔ ✗ ⌘ ➜ ① ⬆";
    for layout in [Layout::Report, Layout::Brief, Layout::OnePage, Layout::List] {
        let mut document = samples::empty(layout, &format!("Fest {signs}"));
        document.blocks = vec![
            samples::heading(1, "1", &format!("Überschrift {signs}")),
            samples::paragraph(&format!("Joiner fallen weg: 👨\u{200d}👩\u{200d}👧 1\u{fe0f}\u{20e3} {signs}")),
        ];
        let text = letters(&file(&document, FileFormat::Pdf), FileFormat::Pdf);
        for sign in signs.chars().filter(|sign| !sign.is_whitespace()) {
            assert!(text.contains(sign), "{layout:?}: {sign} U+{:04X}", u32::from(sign));
        }
    }
}

#[test]
fn one_page_is_one_page_or_refused() {
    let mut document = samples::one_page();
    assert_eq!(Engine::new().preview(&document).unwrap().count(), 1);
    // A little more is set smaller.
    for _ in 0..14 {
        document.blocks.push(samples::paragraph(&"Noch ein Satz, der Platz braucht. ".repeat(6)));
    }
    assert_eq!(Engine::new().preview(&document).unwrap().count(), 1);
    for _ in 0..60 {
        document.blocks.push(samples::paragraph(&"Noch ein Satz, der Platz braucht. ".repeat(6)));
    }
    assert!(sentence(&document).contains("passt nicht auf eine Seite"));
}

#[test]
fn faults_say_what_is_wrong() {
    let mut untitled = samples::brief();
    untitled.title = " ".to_owned();
    assert_eq!(sentence(&untitled), "Das Dokument hat keinen Titel.");

    let mut skipping = samples::empty(Layout::Report, "Sprung");
    skipping.blocks = vec![samples::heading(1, "1", "Eins"), samples::heading(3, "", "Drei")];
    assert_eq!(sentence(&skipping), "Die Überschrift »Drei« überspringt eine Ebene.");

    let mut pale = samples::brief();
    pale.brand = "#ffcc00".to_owned();
    assert!(sentence(&pale).contains("zu hell"));

    let mut undated = samples::brief();
    undated.date = "gestern".to_owned();
    assert!(sentence(&undated).contains("gestern"));

    let mut pictureless = samples::report();
    pictureless.images.clear();
    assert_eq!(sentence(&pictureless), "Das Bild »huegel« fehlt.");

    let mut broken = samples::report();
    broken.images[0].format = "png".to_owned();
    assert!(sentence(&broken).contains("beschädigt"));

    // Nothing but a head that lies: the size is readable, the picture is not.
    let mut lying = samples::report();
    lying.images[0].format = "png".to_owned();
    lying.images[0].bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06\0\0\0".as_slice().into();
    assert!(sentence(&lying).contains("Bild"), "{}", sentence(&lying));
}

#[test]
fn an_empty_document_is_still_a_document() {
    for layout in [Layout::Report, Layout::Brief, Layout::OnePage, Layout::List] {
        let document = samples::empty(layout, "Leer");
        for format in FileFormat::ALL {
            assert!(!file(&document, format).is_empty());
        }
    }
}
