//! No word of a report is lost: it stands in a record or among the lines without a place.

use super::pages::{Put, pdf, put};
use super::word::{docx, p, row, styled, table};
use allmende_report_reader::{Proposal, Use, read};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A mark that stands for one line or cell: a word no rule knows.
fn token(n: usize) -> String {
    let letters = ["Qua", "Zul", "Mox", "Tiv", "Rek", "Bof", "Hyd", "Gan", "Wex", "Jup"];
    let pick = |digit: usize| letters.get(digit % 10).copied().unwrap_or("Qua").to_owned();
    format!("{}{}{}", pick(n / 100), pick(n / 10).to_lowercase(), pick(n).to_lowercase())
}

/// Kinds of lines; `{}` is the mark, and each but the last has exactly one.
const LINES: [&str; 38] = [
    "",
    "1. Sitzungen der Lenkungsgruppe",
    "2 Projekte",
    "Netzwerkarbeit",
    "Presse",
    "Fördermittel",
    "Wo wir waren",
    "Datum         Themen",
    "Termin\tOrt\tBetreff",
    "April",
    "{}",
    "{} und mehr",
    "03.04.2021 {}",
    "03.04.2021    {}",
    "03.04.2021\tTalheim\t{}",
    "              {}",
    "31.04.2021 {}",
    "12.5. {}",
    "07.–08.07.2021: {}",
    "KW 12/2021 {}",
    " 4. {}",
    "- {}",
    "  - {}",
    "* 5. Mai 2021: {}",
    "TOP 3: {}",
    "Vorstand am 4. Mai 2021: {}",
    "Termin: 4. Mai 2021",
    "Thema: {}",
    "Stand: {}",
    "{}: rund 40 Kinder, Stand: abgeschlossen",
    "Das Projekt {} ist abgeschlossen.",
    "Am 9. Juni 2021 fand die Mitgliederversammlung mit {} statt.",
    "Am 9. Juni 2021 besuchte das Management die Tagung {}.",
    "Zuwendungsbescheid vom 03.02.2021 über 12.000 € für {}",
    "Der Talbote berichtete am 5. Mai 2021 über {}.",
    "Talbote, 05.05.2021: {}",
    "{}     12.000 €     laufend",
    "Handlungsfeld 2: {}",
];

/// Uses that keep no text: what a heading, a table's head or a page number says is no fact.
const FRAME: [Use; 6] = [Use::Heading, Use::TableHead, Use::LeadIn, Use::Title, Use::Furniture, Use::Period];

fn lost(proposal: &Proposal, marks: &BTreeMap<String, usize>) -> Vec<String> {
    let kept = {
        let mut bare = proposal.clone();
        bare.placed.clear();
        bare.to_json().to_string().to_lowercase()
    };
    let framed = |line: usize| {
        line > 0 && proposal.placed.iter().any(|p| p.from <= line && line <= p.to && FRAME.contains(&p.used_for))
    };
    marks
        .iter()
        .filter(|(mark, line)| !kept.contains(&mark.to_lowercase()) && !framed(**line))
        .map(|(mark, line)| format!("{mark} (line {line})"))
        .collect()
}

fn written(kinds: &[usize]) -> (Vec<String>, BTreeMap<String, usize>) {
    let mut marks = BTreeMap::new();
    let lines = kinds
        .iter()
        .enumerate()
        .map(|(at, kind)| {
            let pattern = LINES.get(*kind).copied().unwrap_or_default();
            let mark = token(at);
            if pattern.contains("{}") {
                marks.insert(mark.clone(), at + 1);
            }
            pattern.replace("{}", &mark)
        })
        .collect();
    (lines, marks)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_any_text(kinds in prop::collection::vec(0..LINES.len(), 3..30)) {
        let (lines, marks) = written(&kinds);
        let text = lines.join("\n");
        if let Ok(proposal) = read("t", text.as_bytes()) {
            let lost = lost(&proposal, &marks);
            prop_assert!(lost.is_empty(), "{lost:?} lost of\n{text}");
        }
    }

    #[test]
    fn of_any_word_document(kinds in prop::collection::vec(0..LINES.len(), 3..20), breaks in prop::collection::vec(0..4_usize, 20)) {
        let (lines, mut marks) = written(&kinds);
        marks.values_mut().for_each(|line| *line = 0);
        let mut body = String::new();
        let mut rows = Vec::new();
        for (line, kind) in lines.iter().zip(&breaks) {
            let text = line.replace('\t', " ");
            match kind {
                0 => rows.push(row(&["05.06.2021", &text])),
                1 => rows.push(row(&[&text, "laufend", "12.000 €"])),
                2 => body += &styled("berschrift1", "Projekte"),
                _ => body += &p(&text),
            }
            if *kind == 2 { body += &p(&text); }
        }
        if !rows.is_empty() { body += &table(&rows); }
        // Paragraphs that are headings by their words are not known by line here.
        if let Ok(proposal) = read("t", &docx(&body, &[])) {
            let headings: usize = proposal.placed.iter().filter(|p| FRAME.contains(&p.used_for)).map(|p| p.to - p.from + 1).sum();
            let lost = lost(&proposal, &marks);
            prop_assert!(lost.len() <= headings, "{lost:?} lost of\n{lines:?}");
        }
    }

    #[test]
    fn of_any_page(kinds in prop::collection::vec(0..LINES.len(), 3..40)) {
        let (lines, mut marks) = written(&kinds);
        marks.values_mut().for_each(|line| *line = 0);
        let lines: Vec<String> = lines.iter().map(|l| l.replace('\t', "   ")).collect();
        let puts: Vec<Put<'_>> = lines.iter().enumerate().filter(|(_, l)| !l.trim().is_empty()).map(|(at, line)| {
            #[allow(clippy::cast_precision_loss)]
            put(60.0 + (line.len() - line.trim_start().len()) as f64 * 5.0, 780.0 - at as f64 * 14.0, line.trim())
        }).collect();
        if let Ok(proposal) = read("t", &pdf(&[puts])) {
            let headings: usize = proposal.placed.iter().filter(|p| FRAME.contains(&p.used_for)).map(|p| p.to - p.from + 1).sum();
            let lost = lost(&proposal, &marks);
            prop_assert!(lost.len() <= headings, "{lost:?} lost of\n{lines:?}");
        }
    }
}
