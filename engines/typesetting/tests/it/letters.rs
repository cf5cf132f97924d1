//! Letters: pages of each, limits of the fixed places, what a serial letter costs.

use allmende_documents::{Document, FileFormat, Typesetter};
use allmende_typesetting::Engine;

use crate::extract::letters;
use crate::{file, samples};

fn refused(change: impl FnOnce(&mut allmende_documents::Letterhead)) -> String {
    let mut document = samples::letter(false);
    change(document.letter.as_mut().unwrap());
    Engine::new().file(&document, FileFormat::Pdf).unwrap_err().sentence
}

fn pages(document: &Document) -> usize {
    Engine::new().preview(document).unwrap().count()
}

#[test]
fn each_letter_counts_its_own_pages() {
    let document = samples::serial_letter(3, 14);
    assert_eq!(pages(&document), 6);
    let text = letters(&file(&document, FileFormat::Pdf), FileFormat::Pdf);
    assert_eq!(text.matches("Seite1von2").count(), 3, "{text}");
    assert_eq!(text.matches("Seite2von2").count(), 3);
    assert!(!text.contains("Seite3"));
    // One page says so, and a letter after a short one begins at 1 again.
    let text = letters(&file(&samples::serial_letter(4, 1), FileFormat::Pdf), FileFormat::Pdf);
    assert_eq!(text.matches("Seite1von1").count(), 4, "{text}");
}

#[test]
fn a_hundred_letters_are_one_file() {
    let document = samples::serial_letter(100, 2);
    let text = letters(&file(&document, FileFormat::Pdf), FileFormat::Pdf);
    assert_eq!(text.matches("Seite1von1").count(), 100);
    for number in [2, 50, 100] {
        assert!(text.contains(&format!("GemeindeMusterort{number}Musterweg{number}")), "{number}");
    }
}

#[test]
fn what_does_not_fit_its_place_is_refused_with_a_sentence() {
    let table: [(Box<dyn FnOnce(&mut allmende_documents::Letterhead)>, &str); 8] = [
        (Box::new(|head| head.recipients.clear()), "keine Empfängerin"),
        (Box::new(|head| head.recipients[0].address.clear()), "eine Zeile leer"),
        (Box::new(|head| head.recipients[0].address[1] = " ".to_owned()), "eine Zeile leer"),
        (Box::new(|head| head.recipients[0].address = vec!["Zeile".to_owned(); 7]), "hat 7 Zeilen"),
        (Box::new(|head| head.recipients[0].address[0] = "x".repeat(5_000)), "zu lang für das Fenster"),
        (Box::new(|head| head.recipients[0].notes = vec!["Eilt".to_owned(); 4]), "höchstens 3 Vermerke"),
        (Box::new(|head| head.information[0].value = "x".repeat(200)), "zu lang"),
        (Box::new(|head| head.recipients[0].salutation = "Hallo 漢".to_owned()), "U+6F22"),
    ];
    for (change, expected) in table {
        let sentence = refused(change);
        assert!(sentence.contains(expected), "{sentence} / {expected}");
    }
}

#[test]
fn hostile_words_stand_in_a_letter_as_they_are() {
    let attack = "#set page(width: 1cm) *a* <b> $x$ =1+1";
    let mut document = samples::letter(false);
    document.title = attack.to_owned();
    document.blocks = vec![samples::paragraph(&format!("{attack} {}", "x".repeat(5_000)))];
    let head = document.letter.as_mut().unwrap();
    head.recipients[0].address[0] = attack.to_owned();
    head.recipients[0].salutation = attack.to_owned();
    head.closing.annexes = vec![attack.to_owned()];
    head.sender = vec![attack.to_owned(), "x".repeat(300)];
    for format in FileFormat::ALL {
        let text = letters(&file(&document, format), format);
        assert!(text.matches(&crate::extract::squeeze(attack)).count() >= 6, "{}", format.extension());
    }
}
