//! Minutes, invitations and lists to sign.

use allmende_documents::{
    AgendaItem, AgendaLine, AgendaPart, Block, Decision, Document, FileFormat, Labelled, Layout, Typesetter, plain,
};
use allmende_typesetting::Engine;

use crate::extract::{entry, letters, squeeze};
use crate::{file, samples};

fn refused(document: &Document) -> String {
    Engine::new().file(document, FileFormat::Pdf).unwrap_err().sentence
}

fn pages(document: &Document) -> Vec<String> {
    let pdf = file(document, FileFormat::Pdf);
    pdf_extract::extract_text_from_mem_by_pages(&pdf).unwrap().iter().map(|page| squeeze(page)).collect()
}

fn decisions(document: &Document) -> impl Iterator<Item = &Decision> {
    document.blocks.iter().filter_map(|block| if let Block::Decision(decision) = block { Some(decision) } else { None })
}

#[test]
fn minutes_count_their_pages_and_name_their_version_on_each() {
    let document = samples::minutes();
    let pages = pages(&document);
    assert_eq!(pages.len(), 3);
    for (number, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("{}/3", number + 1)), "{page}");
        assert!(page.contains("genehmigtam26.10.2031") && page.contains("öffentlicherTeil"), "{page}");
    }
    let headings = Engine::new().preview(&document).unwrap();
    // Three headings and eight items.
    assert_eq!(headings.headings().len(), 11);
    assert!(headings.headings().is_sorted() && headings.headings().last() == Some(&3));
}

#[test]
fn a_decision_and_its_vote_stay_on_one_page() {
    let document = samples::long_minutes(24);
    let pages = pages(&document);
    assert!(pages.len() > 4);
    let mut count = 0;
    for decision in decisions(&document) {
        let page = pages.iter().find(|page| page.contains(&squeeze(&decision.label))).unwrap();
        let start = page.find(&squeeze(&decision.label)).unwrap();
        let whole = format!(
            "{}{}Ja{}Nein{}Enthaltung0Angenommen",
            decision.label, decision.wording, decision.counts[0].value, decision.counts[1].value
        );
        assert!(page[start..].starts_with(&squeeze(&whole)), "{}", &page[start..]);
        count += 1;
    }
    assert_eq!(count, 10);
}

#[test]
fn a_certified_excerpt_is_one_page() {
    let pages = pages(&samples::excerpt());
    assert_eq!(pages.len(), 1);
    assert!(pages[0].contains("1/1") && pages[0].contains("Ja:Nein12:1"), "{}", pages[0]);
}

#[test]
fn each_slip_names_its_recipient_and_stands_last() {
    let mut document = samples::invitation(3);
    for block in &mut document.blocks {
        if let Block::ReplySlip(slip) = block {
            slip.names = vec![String::new(), "Markt Felsing im Erlental".to_owned()];
        }
    }
    let pages = pages(&document);
    assert_eq!(pages.len(), 6);
    for (page, name) in [(1, "GemeindeBirkach"), (3, "MarktFelsingimErlental"), (5, "StadtAuburg")] {
        let text = &pages[page];
        let (list, slip) = (text.find("Verteiler").unwrap(), text.find("AntwortaufPapier").unwrap());
        assert!(list < slip && text[slip..].contains(&format!("{name}·3.Mitgliederversammlung")), "{text}");
    }
    for format in [FileFormat::Docx, FileFormat::Odt] {
        let text = letters(&file(&document, format), format);
        assert_eq!(text.matches("AntwortaufPapier").count(), 3);
        assert!(text.contains("MarktFelsingimErlental·3.Mitglieder"));
    }
}

#[test]
fn a_slip_that_does_not_fit_takes_the_next_page_whole() {
    let pages = pages(&samples::long_invitation());
    assert_eq!(pages.len(), 3);
    assert!(pages[1].contains("Verteiler") && !pages[1].contains("AntwortaufPapier"));
    assert!(pages[2].contains("AntwortaufPapier") && pages[2].contains("Unterschrift"));
}

#[test]
fn a_list_to_sign_repeats_its_heads_and_leaves_room() {
    let document = samples::attendance_list(40);
    let pages = pages(&document);
    assert_eq!(pages.len(), 2);
    for (number, page) in pages.iter().enumerate() {
        assert!(page.contains("Unterschrift") && page.contains(&format!("{}/2", number + 1)), "{page}");
    }
    assert!(pages[1].contains("Gäste"));
    let docx = entry(&file(&document, FileFormat::Docx), "word/document.xml");
    assert_eq!(docx.matches("<w:trHeight w:val=\"482\" w:hRule=\"atLeast\"/>").count(), 40);
    let odt = entry(&file(&document, FileFormat::Odt), "content.xml");
    assert_eq!(odt.matches("table:style-name=\"WritingRow\"").count(), 40);
    // A single page says that there is no other.
    assert!(self::pages(&samples::attendance_list(8))[0].contains("1/1"));
}

#[test]
fn office_files_of_minutes_have_headings_bars_and_deviations() {
    let document = samples::minutes();
    let docx = entry(&file(&document, FileFormat::Docx), "word/document.xml");
    assert_eq!(docx.matches("<w:pStyle w:val=\"Heading2\"/>").count(), 8);
    assert_eq!(docx.matches("<w:pStyle w:val=\"DecisionWording\"/>").count(), decisions(&document).count());
    assert_eq!(docx.matches("<w:tblHeader/>").count(), 2);
    assert!(docx.contains("<w:b/><w:color w:val=\"a1231c\"/></w:rPr><w:t xml:space=\"preserve\">18:35"));
    let styles = entry(&file(&document, FileFormat::Docx), "word/styles.xml");
    assert!(styles.contains("<w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"1e5945\"/>"));
    let odt = file(&document, FileFormat::Odt);
    let body = entry(&odt, "content.xml");
    assert_eq!(body.matches("text:style-name=\"Heading_20_2\" text:outline-level=\"2\"").count(), 8);
    assert!(body.contains("<text:span text:style-name=\"Deviation\">18:35"));
    assert!(entry(&odt, "styles.xml").contains("fo:border-left=\"2.2pt solid #1e5945\""));
}

#[test]
fn html_of_minutes_says_what_the_marks_show() {
    let html = String::from_utf8(file(&samples::minutes(), FileFormat::Html)).unwrap();
    assert!(html.contains("<h3 id=\"h4\" class=\"item\"><span class=\"number\">TOP 1</span> Begrüßung"));
    assert!(html.contains("Enthaltung <strong>1</strong></span> <span class=\"marks\" aria-hidden=\"true\">"));
    assert_eq!(html.matches("<i class=\"no\">").count(), 7);
    assert!(html.contains("<strong class=\"bad\">18:35</strong>"));
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let of = |block: Block| {
        let mut document = samples::excerpt();
        document.blocks.insert(2, block);
        document
    };
    let decision = Decision { wording: "Ja zu 北".to_owned(), label: "Beschluss 7".to_owned(), ..Decision::default() };
    let item = |title: &str| {
        Block::AgendaItem(AgendaItem { label: "TOP 9".to_owned(), margin: Vec::new(), title: title.to_owned() })
    };
    let part = AgendaPart { title: Some(" ".to_owned()), items: Vec::new() };
    let line = AgendaLine { title: "ش".to_owned(), ..AgendaLine::default() };
    for (block, expected) in [
        (Block::Decision(decision), "Es steht im »Beschluss 7« im Abschnitt »TOP 4 Teilnahme"),
        (item("Wege \u{f0b7}"), "Es steht beim Tagesordnungspunkt »TOP 9 Wege"),
        (item(" "), "Der Tagesordnungspunkt »TOP 9« hat keinen Titel."),
        (Block::Agenda { parts: vec![part] }, "Die Überschrift eines Teils der Tagesordnung ist leer."),
        (Block::Agenda { parts: vec![AgendaPart { title: None, items: vec![line] }] }, "Es steht in der Tagesordnung"),
        (Block::FactGrid { facts: vec![Labelled::new("Tag", "北")] }, "Es steht bei Tag und Ort"),
        (Block::Rights { rows: vec![Labelled::new("北", "")] }, "Es steht in den Hinweisen"),
    ] {
        let sentence = refused(&of(block));
        assert!(sentence.contains(expected), "{sentence} / {expected}");
    }
}

#[test]
fn hostile_words_stand_in_minutes_and_invitations_as_they_are() {
    let attack = samples::ATTACK;
    let table = [(samples::hostile_minutes(attack, "Wort"), 20), (samples::hostile_invitation(attack, "Wort"), 12)];
    for (document, least) in table {
        for format in FileFormat::ALL {
            let text = letters(&file(&document, format), format);
            let count = text.matches(&squeeze(attack)).count();
            assert!(count >= least, "{} {}: {count}", document.title, format.extension());
        }
    }
}

#[test]
fn monstrous_words_of_an_item_stay_on_the_page() {
    let word = "x".repeat(3000);
    let mut document = samples::empty(Layout::Minutes, "Wort");
    let opened = |label: &str, margin: &str, title: &str| {
        Block::AgendaItem(AgendaItem {
            label: label.to_owned(),
            margin: vec![margin.to_owned()],
            title: title.to_owned(),
        })
    };
    let line =
        AgendaLine { number: word.clone(), title: word.clone(), purpose: word.clone(), annex: Some(word.clone()) };
    document.blocks = vec![
        opened(&word, "a", "b"),
        opened("TOP", &word, "b"),
        opened("TOP", "a", &word),
        Block::Paragraph { text: plain("Ende") },
        samples::heading(1, "", "Tagesordnung"),
        Block::Agenda { parts: vec![AgendaPart { title: None, items: vec![line] }] },
    ];
    let pages = pages(&document);
    assert_eq!(pages.iter().map(|page| page.matches('x').count()).sum::<usize>(), 7 * 3000);
    // The densest page holds no more letters than a page of text does.
    assert!(pages.iter().all(|page| page.matches('x').count() < 6000));
}

#[test]
fn minutes_without_anything_are_still_minutes() {
    let mut document = samples::empty(Layout::Minutes, "Niederschrift");
    document.blocks = vec![
        Block::FactGrid { facts: Vec::new() },
        Block::FactBand { facts: Vec::new() },
        Block::Agenda { parts: Vec::new() },
        Block::Rights { rows: Vec::new() },
        Block::Decision(Decision::default()),
        Block::Signatures { statement: Vec::new(), lines: Vec::new() },
    ];
    for format in FileFormat::ALL {
        assert!(!file(&document, format).is_empty());
    }
}
