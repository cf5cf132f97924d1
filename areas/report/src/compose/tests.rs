//! Counts agree with rows, periods end where they say, singular and plural are right.

#![allow(clippy::unwrap_used)]

mod properties;
mod samples;

use allmende_alliance::model::{Municipality, MunicipalityKind, Population};
use allmende_documents::{Cell, RowGroup, Table};
use allmende_funding::model::ReceivedGrant;
use allmende_meetings::model::MeetingState;
use allmende_press::model::{Medium, MediumKind};
use allmende_projects::model::{KeyFigure, Milestone, Qualifier};
use allmende_store::{Head, Moment, Precision};
use samples::{alliance, body, clipping, day, entry, head, id, meeting, thread, topic};

use super::*;

fn texts() -> Texts {
    Texts::new(&[allmende_web::TEXTS, crate::TEXTS]).unwrap()
}

fn spec(from: Day, to: Day, language: Language) -> Spec {
    Spec {
        title: "Tätigkeitsbericht".to_owned(),
        template: Template::Activity,
        period: Period { from, to },
        language,
        chapters: Vec::new(),
        texts: Vec::new(),
    }
}

fn year() -> (Day, Day) {
    (day(2024, 1, 1), day(2024, 12, 31))
}

fn draft() -> Stage {
    Stage::Draft { on: day(2025, 1, 15) }
}

fn document(facts: &Facts) -> Document {
    let (from, to) = year();
    compose(facts, &[], &spec(from, to, Language::German), &texts(), draft()).document
}

/// All prose of a document, with no-break blanks as blanks.
fn prose(document: &Document) -> String {
    let mut words = String::new();
    for block in &document.blocks {
        match block {
            Block::Lead { text } | Block::Paragraph { text } | Block::Note { text } => {
                words.extend(text.iter().map(|span| span.text.as_str()));
                words.push('\n');
            }
            _ => {}
        }
    }
    words.replace(['\u{a0}', '\u{202f}'], " ")
}

fn table<'a>(document: &'a Document, title: &str) -> Option<&'a Table> {
    document.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.title.starts_with(title) => Some(table),
        _ => None,
    })
}

fn row_count(groups: &[RowGroup]) -> usize {
    groups.iter().map(|group| group.rows.len()).sum()
}

fn with_meetings(days: &[Day]) -> Facts {
    let mut facts =
        Facts { bodies: vec![body(1, "Versammlung", "Allianzsitzung", "Allianzsitzungen")], ..Facts::default() };
    for (index, held_on) in days.iter().enumerate() {
        facts.meetings.push(meeting(100 + index as u128, 1, *held_on));
    }
    facts
}

#[test]
fn meetings_in_singular_and_plural() {
    let days = [day(2024, 2, 1), day(2024, 3, 1), day(2024, 4, 1), day(2024, 5, 1)];
    let table = [
        (0, "Vom 1. Januar bis zum 31. Dezember 2024 hat keine Allianzsitzung stattgefunden."),
        (1, "Vom 1. Januar bis zum 31. Dezember 2024 hat 1 Allianzsitzung stattgefunden."),
        (4, "Vom 1. Januar bis zum 31. Dezember 2024 haben 4 Allianzsitzungen stattgefunden."),
    ];
    for (count, sentence) in table {
        let words = prose(&document(&with_meetings(&days[..count])));
        assert!(words.contains(sentence), "{count}: {words}");
    }
    let mut neuter = with_meetings(&[]);
    neuter.bodies[0].meeting_name = "Arbeitskreistreffen".to_owned();
    assert!(prose(&document(&neuter)).contains("hat kein Arbeitskreistreffen stattgefunden"));
}

#[test]
fn several_bodies_are_named() {
    let mut facts = with_meetings(&[day(2024, 2, 1), day(2024, 3, 1)]);
    facts.bodies.push(body(2, "Arbeitskreis Wasser", "Treffen", "Treffen"));
    facts.meetings.push(meeting(200, 2, day(2024, 4, 1)));
    let made = document(&facts);
    let words = prose(&made);
    assert!(words.contains("haben 3 Sitzungen stattgefunden"), "{words}");
    assert!(words.contains("2 Allianzsitzungen (Versammlung) und 1 Treffen (Arbeitskreis Wasser)"), "{words}");
    assert_eq!(table(&made, "Sitzungen").unwrap().groups.len(), 2);
}

#[test]
fn other_counts_in_singular_and_plural() {
    let cases: [(usize, &str, &str); 3] = [
        (0, "keine Veranstaltungen und Treffen erfasst", "keine Meldung erfasst"),
        (1, "an 1 Veranstaltung teil", "Erfasst ist 1 Meldung."),
        (2, "an 2 Veranstaltungen und Treffen teil", "Erfasst sind 2 Meldungen."),
    ];
    for (count, network, press) in cases {
        let mut facts = Facts::default();
        facts.media.push(Medium {
            head: head(9),
            name: "Tal-Echo".to_owned(),
            kind: MediumKind::Daily,
            website: String::new(),
            email: String::new(),
            note: String::new(),
        });
        for number in 0..count {
            facts.entries.push(entry(10 + number as u128, day(2024, 6, 1)));
            facts.clippings.push(clipping(20 + number as u128, day(2024, 6, 2)));
        }
        let words = prose(&document(&facts));
        assert!(words.contains(network), "{count}: {words}");
        assert!(words.contains(press), "{count}: {words}");
        assert!(words.contains("die Tageszeitung Tal-Echo"), "{words}");
    }
}

#[test]
fn english_has_its_own_forms() {
    let (from, to) = year();
    let facts = with_meetings(&[day(2024, 2, 1)]);
    let made = compose(&facts, &[], &spec(from, to, Language::English), &texts(), draft()).document;
    let words = prose(&made);
    assert!(words.contains("1 Allianzsitzung took place from 1 January to 31 December 2024."), "{words}");
    assert_eq!(made.language, "en-GB");
}

#[test]
fn only_held_meetings_of_the_period_count_and_both_ends_belong_to_it() {
    let mut facts = with_meetings(&[
        day(2023, 12, 31),
        day(2024, 1, 1),
        day(2024, 12, 31),
        day(2025, 1, 1),
        day(2024, 7, 1),
        day(2024, 8, 1),
    ]);
    facts.meetings[4].state = MeetingState::Planned;
    facts.meetings[5].state = MeetingState::Cancelled;
    let (from, to) = year();
    let made = compose(&facts, &[], &spec(from, to, Language::German), &texts(), draft());
    assert!(prose(&made.document).contains("haben 2 Allianzsitzungen stattgefunden"));
    assert!(made.gaps.iter().any(|gap| gap.lack == crate::missing::Lack::MeetingPlanned));
}

#[test]
fn matters_that_return_name_their_other_days() {
    let mut facts = with_meetings(&[day(2024, 2, 1), day(2024, 3, 7)]);
    facts.threads.push(thread(50, "Obstwiesen"));
    facts.agenda = vec![
        topic(1, 100, "Obstwiesen", Some(50)),
        topic(2, 100, "Haushalt", None),
        topic(3, 101, "Abschluss Obstwiesen", Some(50)),
    ];
    let made = document(&facts);
    let rows: Vec<&Cell> =
        table(&made, "Allianzsitzungen").unwrap().groups[0].rows.iter().map(|row| &row.cells[1]).collect();
    assert_eq!(rows[0].lines, vec!["Obstwiesen (auch 07.03.)", "Haushalt"]);
    assert_eq!(rows[1].lines, vec!["Abschluss Obstwiesen (auch 01.02.)"]);
    let words = prose(&made);
    assert!(words.contains("Mehr als einmal behandelt wurde 1 Thema: Obstwiesen."), "{words}");
    assert!(words.contains("standen zusammen 3 Themen"), "{words}");
}

#[test]
fn approximate_numbers_keep_their_word() {
    let mut facts = Facts::default();
    facts.threads.push(thread(50, "Obstwiesen"));
    let figure = |number: u128, qualifier, value_milli| KeyFigure {
        head: head(number),
        thread_id: id(50),
        label: format!("Bäume {number}"),
        qualifier,
        value_milli,
        unit: String::new(),
        as_of: None,
        position: 1,
    };
    facts.figures = vec![
        figure(1, Qualifier::About, 430_000),
        figure(2, Qualifier::Circa, 20_000),
        figure(3, Qualifier::Exact, 137_100),
    ];
    let made = document(&facts);
    let figures: Vec<&KeyFigureOut> = made
        .blocks
        .iter()
        .filter_map(|block| if let Block::Figures { figures } = block { Some(figures) } else { None })
        .flatten()
        .take(3)
        .collect();
    let shown: Vec<(Option<&str>, &str)> =
        figures.iter().map(|figure| (figure.qualifier.as_deref(), figure.value.as_str())).collect();
    assert_eq!(shown, vec![(Some("rund"), "430"), (Some("ca."), "20"), (None, "137,1")]);
}

type KeyFigureOut = allmende_documents::KeyFigure;

#[test]
fn own_text_survives_and_old_texts_are_marked_in_drafts_only() {
    let mut facts = Facts::default();
    facts.threads.push(thread(50, "Obstwiesen"));
    let at = |second: i64| Moment::new(jiff::Timestamp::from_second(second).unwrap());
    facts.threads[0].head.changed_at = at(10);
    facts.milestones.push(Milestone {
        head: Head { created_at: at(30), changed_at: at(30), ..head(60) },
        thread_id: id(50),
        title: "Erste Bäume gepflanzt".to_owned(),
        on_day: day(2024, 4, 1),
        precision: Precision::Day,
        note: String::new(),
    });
    let (from, to) = year();
    let mut spec = spec(from, to, Language::German);
    spec.texts.push(ReportText {
        head: head(70),
        report_id: id(80),
        thread_id: id(50),
        text: "Eigene Worte.".to_owned(),
        based_on: at(20),
    });
    let marks = |made: &Document| {
        made.blocks
            .iter()
            .filter_map(|block| if let Block::DraftMark { text } = block { Some(text.clone()) } else { None })
            .collect::<Vec<_>>()
    };
    let made = compose(&facts, &[], &spec, &texts(), draft());
    assert!(prose(&made.document).contains("Eigene Worte."));
    assert_eq!(marks(&made.document), vec!["1 Eintrag ist neuer als dieser Text"]);
    let last = compose(&facts, &[], &spec, &texts(), Stage::Final { on: to, number: 1 });
    assert!(marks(&last.document).is_empty());
    assert!(last.document.colophon.unwrap().starts_with("Fassung 1, festgestellt am"));
    spec.texts[0].based_on = at(30);
    assert!(marks(&compose(&facts, &[], &spec, &texts(), draft()).document).is_empty());
}

#[test]
fn a_notice_may_lie_before_the_period() {
    let mut facts = Facts::default();
    facts.grants.push(ReceivedGrant {
        head: head(1),
        purpose: "Allianzmanagement".to_owned(),
        authority: String::new(),
        reference: String::new(),
        notice_on: Some(day(2023, 11, 5)),
        period_from: None,
        period_to: None,
        rate: None,
        cap_cents: None,
        granted_cents: Some(100),
        post_filled_on: Some(day(2024, 1, 1)),
        note: String::new(),
    });
    let words = prose(&document(&facts));
    assert!(words.contains("Mit Zuwendungsbescheid vom 5. November 2023"), "{words}");
    assert!(words.contains("Seit dem 1. Januar 2024 ist die geförderte Stelle besetzt."), "{words}");
    assert!(!words.contains('€'), "amounts stand only in the chapter on funding");
}

#[test]
fn members_have_a_sum_and_an_outline() {
    let mut facts = Facts { alliance: Some(alliance()), ..Facts::default() };
    for (number, name, count) in [(1_u128, "Auhausen", 1200), (2, "Übertal", 800)] {
        facts.municipalities.push(Municipality {
            head: head(number),
            name: name.to_owned(),
            ags: format!("0999900{number}"),
            kind: MunicipalityKind::Municipality,
            administrative_community: String::new(),
            joined_on: None,
            left_on: None,
            website: String::new(),
            outline: r#"{"type":"Polygon","coordinates":[[[9,49],[9.1,49],[9.1,49.1],[9,49.1],[9,49]]]}"#.to_owned(),
        });
        facts.populations.push(Population {
            head: head(10 + number),
            municipality_id: id(number),
            counted_on: day(2024, 12, 31),
            inhabitants: count,
            source: "Zählung".to_owned(),
        });
    }
    let made = document(&facts);
    let members = table(&made, "Die Mitglieder").unwrap();
    assert_eq!(members.total.as_ref().unwrap()[3], "2.000");
    let cover = made.cover.unwrap();
    assert_eq!(cover.areas.iter().map(|area| area.step).collect::<Vec<_>>(), vec![0, 6]);
    assert_eq!(cover.source, "Quelle: erfunden");
}

#[test]
fn empty_chapters_say_so_in_every_template() {
    let (from, to) = year();
    for template in Template::ALL {
        let spec = Spec { template: *template, ..spec(from, to, Language::German) };
        let made = compose(&Facts::default(), &[], &spec, &texts(), draft()).document;
        let words = prose(&made);
        for sentence in [
            "keine Sitzung stattgefunden",
            "kein Projekt erfasst",
            "keine Veranstaltungen und Treffen erfasst",
            "keine Meldung erfasst",
        ] {
            assert!(words.contains(sentence), "{template:?}: {sentence}\n{words}");
        }
        assert!(!words.contains("report-doc-"), "{words}");
    }
}

#[test]
fn both_languages_have_the_same_texts() {
    use allmende_web::texts::keys_and_variables;
    assert_eq!(keys_and_variables(crate::TEXTS.de), keys_and_variables(crate::TEXTS.en));
}
