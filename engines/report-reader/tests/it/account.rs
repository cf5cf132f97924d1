//! The account of lines, and that nothing makes the reader panic.

use super::pages::{pdf, put};
use super::word::{docx, p, row, table};
use allmende_report_reader::{Proposal, read};
use proptest::prelude::*;
use std::collections::HashMap;

/// Each line with text is in exactly one of used and unplaced.
fn assert_account(text: &str, proposal: &Proposal) {
    let mut seen: HashMap<usize, usize> = HashMap::new();
    for range in &proposal.placed {
        for line in range.from..=range.to {
            *seen.entry(line).or_default() += 1;
        }
    }
    for loose in &proposal.unplaced {
        *seen.entry(loose.line).or_default() += 1;
    }
    for (at, line) in text.split('\n').enumerate() {
        let blank = line.chars().all(|c| c.is_whitespace() || c.is_control() || c == '\u{feff}');
        assert_eq!(seen.remove(&(at + 1)).unwrap_or(0), usize::from(!blank), "line {}: {line:?}", at + 1);
    }
    assert!(seen.is_empty(), "{seen:?}");
}

/// Lines as they occur in reports, and others.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("2. Projekte".to_owned()),
        Just("Sitzungen der Lenkungsgruppe".to_owned()),
        Just("Datum         Themen".to_owned()),
        Just("Handlungsfeld 1: Wohnen".to_owned()),
        Just("Presse".to_owned()),
        Just("Regionalbudget".to_owned()),
        Just("Seite 2 von 3".to_owned()),
        "[0-3][0-9]\\.[01][0-9]\\.(20)?2[0-9] [A-ZÄÖÜ][a-zß]{3,9}[ -][a-z]{2,6}[-,.:]?",
        "- [A-Z][a-z]{2,9} (und|für) [A-Z][a-z]{2,9}",
        "Am [1-3]?[0-9]\\. (Mai|März) 2021 fand die Mitgliederversammlung in [A-Z][a-z]{3,8} statt\\.",
        "[A-Z][a-z]{4,9}   [0-9]{1,3}\\.[0-9]{3} €   [A-Z][a-z]{3,8}",
        "Zuwendungsbescheid vom 0[1-9]\\.0[1-9]\\.2022 über [0-9]{2}\\.000 €",
        "\\PC{0,60}",
    ]
}

/// Mathematical capitals count as capitals and have no small letters.
#[test]
fn capitals_without_small_letters_are_words() {
    let text = "Sitzungen der 𝐋𝐄𝐍𝐊𝐔𝐍𝐆𝐒𝐆𝐑𝐔𝐏𝐏𝐄\n𝐕𝐎𝐑𝐒𝐓𝐀𝐍𝐃 vom 01.02.2020";
    assert_account(text, &read("t", text.as_bytes()).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_line_of_any_text_has_one_place(lines in prop::collection::vec(line(), 1..40)) {
        let lines: Vec<String> = lines.iter().map(|l| l.replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], " ")).collect();
        let text = lines.join("\n");
        if let Ok(proposal) = read("t", text.as_bytes()) {
            assert_account(text.strip_suffix('\n').unwrap_or(&text), &proposal);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read("x", &bytes);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,300}") {
        let _ = read("x", text.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_documents_are_read_or_refused(at in 0.0_f64..1.0, cut in any::<bool>(), byte in any::<u8>()) {
        let word = docx(&(p("Sitzungen") + &table(&[row(&["Datum", "Themen"]), row(&["01.02.2020", "A"])])), &["Fußnote"]);
        let sheet = pdf(&[vec![put(60.0, 700.0, "01.02.2020 Treffen")]]);
        for mut bytes in [word, sheet] {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let place = (at * (bytes.len() - 1) as f64) as usize;
            if cut { bytes.truncate(place) } else { bytes[place] = byte }
            let _ = read("x", &bytes);
        }
    }
}

#[test]
fn the_account_holds_for_written_reports() {
    for text in super::text_reports::ALL {
        assert_account(text.strip_suffix('\n').unwrap_or(text), &super::text(text));
    }
}
