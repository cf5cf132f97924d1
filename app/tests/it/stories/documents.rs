//! Documents from the program's own data: the facts of 2017, an invented alliance of another shape, and texts
//! that nobody wants to meet.

use std::collections::BTreeSet;

use allmende::archive::{self, Files};
use allmende::house;
use allmende_documents::{Block, Document, FileFormat, Table, Typesetter, cleaning, markdown};
use allmende_report::compose::Spec;
use allmende_report::facts::Period;
use allmende_report::model::{Report, Template};
use allmende_store::{Day, Id};
use allmende_typesetting::Engine;
use allmende_web::access::Role;
use allmende_web::area::Home;
use axum::http::StatusCode;
use jiff::civil::date;

use crate::alliances::{haselgrund, hostile};
use crate::file_text::{letters, part, shows, squeezed, without_tags};
use crate::world::{Client, World, on_both_engines, start};

on_both_engines! {
    the_pdf_of_the_example_holds_every_fact_of_the_source;
    a_year_of_contacts_breaks_over_pages;
    empty_chapters_say_so_in_every_template;
    other_periods_count_their_rows;
    markup_appears_literally;
    an_unknown_sign_is_refused_with_its_place;
}

async fn take_in(world: &World, files: &Files) -> (Id, Client) {
    let kinds = house::kinds(&house::areas());
    let id = archive::import(&world.app.database, files, start(), &kinds)
        .await
        .unwrap_or_else(|failure| panic!("{}", failure.line));
    (id, world.person_of(id, Role::Manager, None).await)
}

/// The stored report of a template, else the usual one over the period of the first.
async fn document(world: &World, alliance: Id, template: Template, period: Option<Period>) -> Document {
    let mut tx = world.app.database.read(alliance, start()).await.unwrap();
    let stored: Vec<Report> = tx.all().await.unwrap();
    let mut spec = match stored.iter().find(|report| report.template == template) {
        Some(report) => allmende_report::build::spec(&mut tx, report.head.id).await.unwrap(),
        None => Spec { template, ..Spec::of(&stored[0], Vec::new(), Vec::new()) },
    };
    spec.period = period.unwrap_or(spec.period);
    allmende_report::build_document(&mut tx, &world.app.texts, &spec, start(), false).await.unwrap()
}

fn pdf(document: &Document) -> Vec<u8> {
    Engine::new().file(document, FileFormat::Pdf).unwrap_or_else(|fault| panic!("{fault}"))
}

fn tables(document: &Document) -> Vec<&Table> {
    document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .collect()
}

fn rows(table: &Table) -> usize {
    table.groups.iter().map(|group| group.rows.len()).sum()
}

/// Everything that a document says in sentences, blanks as they are typed.
fn prose(document: &Document) -> String {
    let mut words = String::new();
    for block in &document.blocks {
        if let Block::Lead { text } | Block::Paragraph { text } | Block::Note { text } = block {
            words.extend(text.iter().map(|span| span.text.as_str()));
            words.push('\n');
        }
    }
    words.replace(['\u{a0}', '\u{202f}'], " ")
}

/// Whether the words follow each other in this order.
#[track_caller]
fn in_order(text: &str, words: &[&str]) {
    let mut from = 0;
    for word in words {
        let word = squeezed(word);
        from +=
            text[from..].find(&word).unwrap_or_else(|| panic!("{word} is missing or not in its place")) + word.len();
    }
}

const SITTINGS: [(&str, &[&str]); 4] = [
    (
        "18.05.2017",
        &[
            "Vorstellung der Umsetzungsmanagerin",
            "Ferienprogramm",
            "Geo-Caching",
            "Mobilitätskonzept",
            "Ärztliche Versorgung",
            "E-Bike Ladestationen",
        ],
    ),
    (
        "29.06.2017",
        &[
            "Kernwegenetz",
            "FairMieten",
            "Radkonzept",
            "Kommunales Förderprogramm",
            "Exkursion",
            "Corporate Design",
            "Informationsplattform für Flüchtlinge",
        ],
    ),
    ("26.10.2017", &["Logo", "Radkonzept", "Exkursion"]),
    (
        "30.11.2017",
        &[
            "Interkommunaler Biotopverbund",
            "Ferienprogramm",
            "Nachbesprechung Exkursion & Tagung",
            "Kassenversicherung",
            "Logo-Abschluss",
        ],
    ),
];

const CONTACTS: [(&str, &str); 13] = [
    ("09.05.2017", "Expertenworkshop Mobilitätskonzept Landkreis Main-Spessart"),
    ("22.05.2017", "Treffen mit LAG Spessart"),
    ("23.05.2017", "4. Steuerkreissitzung der LAG Spessart"),
    ("20.06.2017", "Treffen mit ALE Unterfranken: Jürgen Eisentraut"),
    ("14.07.2017", "Treffen Klinikum Main-Spessart"),
    ("20.07.2017", "ILE-Erfahrungsaustausch in Winterhausen"),
    ("01.08.2017", "Projekttreffen „Guide yourself“"),
    ("02.08.2017", "Treffen mit Regionalmanagement Main-Spessart"),
    ("13.09.2017", "Informationsveranstaltung medizinische Versorgung Main-Spessart"),
    ("09.10.2017", "Mitgliederversammlung LAG Spessart"),
    ("10.11.2017", "Austausch der Regionalentwicklungsinitiativen in Main-Spessart"),
    ("17.11.2017", "Treffen mit ILE Main-Wein-Garten"),
    ("23.11.2017", "Fachtagung Nahversorgung und Mobilität in Lichtenfels"),
];

async fn the_pdf_of_the_example_holds_every_fact_of_the_source(world: World) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/raum-marktheidenfeld-2017");
    let files = archive::unpack(folder.as_ref()).unwrap_or_else(|failure| panic!("{}", failure.line));
    let (alliance, _) = take_in(&world, &files).await;
    let document = document(&world, alliance, Template::Activity, None).await;
    let text = letters(&pdf(&document), FileFormat::Pdf);

    let table =
        |title: &str| text.split(&squeezed(title)).nth(1).unwrap_or_else(|| panic!("{title} is missing")).to_owned();
    let sittings = table("Allianzsitzungen und ihre Themen");
    let words: Vec<&str> =
        SITTINGS.iter().flat_map(|(day, topics)| std::iter::once(*day).chain(topics.iter().copied())).collect();
    in_order(&sittings, &words);
    let counts: Vec<usize> = SITTINGS.iter().map(|(_, topics)| topics.len()).collect();
    assert_eq!(counts, [6, 7, 3, 5]);
    in_order(
        &sittings,
        &["18.05.2017", "6", "29.06.2017", "7", "26.10.2017", "3", "30.11.2017", "5", "4 Sitzungen", "21"],
    );
    in_order(&table("Tabelle 3"), &CONTACTS.iter().flat_map(|(day, title)| [*day, *title]).collect::<Vec<_>>());
    for fact in [
        "27. März 2017",
        "27.03.2017",
        "4 Allianzsitzungen",
        "an 13 Veranstaltungen und Treffen",
        "Rund 430 Kinder",
        "rund 70 Veranstaltungen",
        "ca. 20 Personen",
        "Main-Post",
        "Main-Echo",
        "KTD&Goldimpuls GmbH",
        "21.09.2017",
        "03.11.2017",
        "seit 2007",
        "Dorflinde in Langenfeld",
        "Steigerwaldzentrum",
        "Homepage",
    ] {
        assert!(text.contains(&squeezed(fact)), "{fact} is missing");
    }
    // Key figures keep their word.
    for figure in ["rund430", "rund70", "ca.20"] {
        assert!(text.matches(figure).count() >= 2, "{figure}: beside its project and among the figures");
    }
}

async fn a_year_of_contacts_breaks_over_pages(world: World) {
    let (alliance, _) = take_in(&world, &haselgrund::archive(haselgrund::FULL_YEAR)).await;
    let document = document(&world, alliance, Template::Activity, None).await;
    let words = prose(&document);
    assert!(words.contains("Im Berichtszeitraum nahm es an 250 Veranstaltungen und Treffen teil."), "{words}");
    assert!(words.contains("Im Berichtszeitraum liefen 3 Projekte:"), "{words}");
    assert!(words.contains("1 Zuwendung trägt die Arbeit in diesem Zeitraum."), "{words}");
    let counts: Vec<usize> = tables(&document).into_iter().map(rows).collect();
    assert_eq!(counts, [9, 250, 1, 3, 1], "members, contacts, grants, plan, duties");
    let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf(&document)).unwrap();
    let mut seen = 0;
    let mut with_rows = 0;
    for page in &pages {
        let page = squeezed(page);
        let here = page.matches("Kontakt)").count();
        if here > 0 {
            with_rows += 1;
            assert!(page.contains("DatumVeranstaltung"), "the head is repeated: {page}");
            assert!(page.contains("2024"), "the month is repeated");
        }
        seen += here;
    }
    assert_eq!(seen, 250);
    assert!(with_rows >= 5, "{with_rows} pages");
    let all: String = pages.iter().map(|page| squeezed(page)).collect();
    for number in 1..=250 {
        assert_eq!(all.matches(&format!("({number}.Kontakt)")).count(), 1, "contact {number}");
    }
}

async fn empty_chapters_say_so_in_every_template(world: World) {
    let (alliance, _) = take_in(&world, &haselgrund::archive(haselgrund::FULL_YEAR)).await;
    for template in Template::ALL {
        let document = document(&world, alliance, *template, None).await;
        let words = prose(&document);
        for sentence in [
            "Vom 1. Januar bis zum 31. Dezember 2024 hat keine Mitgliederversammlung stattgefunden.",
            "Für diesen Zeitraum ist keine Meldung erfasst.",
            "250 Veranstaltungen und Treffen",
        ] {
            assert!(words.contains(sentence), "{template:?}: {sentence}\n{words}");
        }
        assert!(!words.contains(" 0 "), "zero is a word: {words}");
        for format in FileFormat::ALL {
            let file = Engine::new().file(&document, format).unwrap_or_else(|fault| panic!("{fault}"));
            let text = letters(&file, format);
            assert!(text.contains("hatkeineMitgliederversammlungstattgefunden."), "{template:?} {format:?}");
        }
    }
}

async fn other_periods_count_their_rows(world: World) {
    let (alliance, _) = take_in(&world, &haselgrund::archive(haselgrund::FULL_YEAR)).await;
    // Begin and end; how the period reads; how many projects there were.
    let table = [
        (date(2024, 2, 29), date(2024, 2, 29), "Am 29. Februar 2024 hat keine", 3),
        (date(2024, 2, 28), date(2024, 3, 1), "Vom 28. Februar bis zum 1. März 2024 hat keine", 3),
        (date(2024, 12, 31), date(2024, 12, 31), "Am 31. Dezember 2024 hat keine", 3),
        (date(2023, 7, 1), date(2025, 6, 30), "Vom 1. Juli 2023 bis zum 30. Juni 2025 hat keine", 3),
        (date(1999, 1, 1), date(1999, 12, 31), "Vom 1. Januar bis zum 31. Dezember 1999 hat keine", 0),
    ];
    for (from, to, sentence, projects) in table {
        let (from, to) = (Day(from), Day(to));
        let expected =
            (0..250).map(|entry| haselgrund::day_of(entry, 250)).filter(|day| (from..=to).contains(day)).count();
        let document = document(&world, alliance, Template::Activity, Some(Period { from, to })).await;
        let words = prose(&document);
        assert!(words.contains(sentence), "{sentence}\n{words}");
        let said = match expected {
            0 => "Für diesen Zeitraum sind keine Veranstaltungen und Treffen erfasst.".to_owned(),
            1 => "nahm es an 1 Veranstaltung teil.".to_owned(),
            more => format!("nahm es an {more} Veranstaltungen und Treffen teil."),
        };
        assert!(words.contains(&said), "{said}\n{words}");
        let contacts =
            tables(&document).into_iter().find(|table| table.title == "Veranstaltungen und Treffen").map_or(0, rows);
        assert_eq!(contacts, expected, "{from} to {to}");
        let headings = document.blocks.iter().filter(|block| matches!(block, Block::Heading { level: 3, .. })).count();
        assert_eq!(headings, projects, "{from} to {to}");
        assert_eq!(words.contains("kein Projekt erfasst"), projects == 0, "{words}");
        assert!(!pdf(&document).is_empty());
    }
}

/// Fields that stand in an activity report; each must have been found.
const IN_THE_REPORT: &[&str] = &[
    "alliance.name",
    "alliance.inflected_name",
    "alliance.address",
    "alliance.contact_name",
    "alliance.email",
    "alliance.phone",
    "alliance.website",
    "alliance.outline_source",
    "municipality.name",
    "municipality.administrative_community",
    "population.source",
    "thread.title",
    "thread.narrative",
    "thread.lead",
    "thread.partners",
    "key_figure.label",
    "key_figure.unit",
    "milestone.title",
    "picture.caption",
    "picture.credit",
    "body.meeting_name_plural",
    "meeting.title",
    "meeting.place",
    "agenda_item.title",
    "network_entry.title",
    "network_entry.place",
    "network_entry.partners",
    "medium.name",
    "clipping.headline",
    "clipping.page",
    "clipping.link",
    "received_grant.purpose",
    "received_grant.authority",
    "received_grant.reference",
    "cost_item.label",
    "duty.title",
    "duty.basis",
    "report.title",
    "report_chapter.heading",
    "report_chapter.own_text",
    "report_text.text",
];

/// Strings of a document that a reader must find in a file.
fn strings(document: &Document) -> Vec<String> {
    const UNSEEN: [&str; 10] =
        ["layout", "language", "date", "brand", "type", "kind", "link", "name", "alt", "description"];
    fn walk(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => found.push(text.clone()),
            serde_json::Value::Array(items) => items.iter().for_each(|item| walk(item, found)),
            serde_json::Value::Object(fields) => {
                fields
                    .iter()
                    .filter(|(name, _)| !UNSEEN.contains(&name.as_str()))
                    .for_each(|(_, field)| walk(field, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(&serde_json::to_value(document).unwrap(), &mut found);
    found
}

async fn markup_appears_literally(world: World) {
    const TYPED: &str = "=1+1 #set page(1cm) *a* <b>c</b> $x$ @d 🦔";
    let (files, fields) = hostile::marked(hostile::markup);
    let (alliance, manager) = take_in(&world, &files).await;
    documents_say_what_was_typed(&world, alliance, &fields).await;
    // A list shows, exports and never executes it.
    let mut exported = 0;
    for area in house::areas() {
        for view in area.kinds {
            let Home::Own(path) = view.home else { continue };
            let page = manager.get(path).await;
            assert!(!page.text().contains("<b>c</b>"), "{path} executes");
            let csv = manager.get(&format!("{path}?format=csv")).await;
            if !csv.headers.get("content-type").is_some_and(|kind| kind.starts_with("text/csv")) {
                continue; // a page without a list
            }
            let csv = csv.ok();
            let formula = |cell: &str| cell.trim_start_matches(['"', '\u{feff}']).starts_with('=');
            assert!(!csv.lines().any(|line| line.split(';').any(formula)), "{path}: {csv}");
            let book = manager.get(&format!("{path}?format=xlsx")).await;
            assert!(!part(&book.bytes, "xl/worksheets/sheet1.xml").contains("<f>"), "{path} calculates");
            if csv.contains("#set page") {
                exported += 1;
                assert!(csv.contains(&format!("'{TYPED}")), "{path}: {csv}");
                let words = squeezed(&without_tags(&part(&book.bytes, "xl/worksheets/sheet1.xml")));
                assert!(words.contains(&squeezed(TYPED)), "{path}: {words}");
            }
        }
    }
    assert!(exported >= 8, "{exported} lists held what was typed");
}

/// On one engine: what it asks is the typesetter's work, and that takes a while.
#[tokio::test]
async fn endless_names_appear_literally() {
    let world = World::new(crate::world::Engine::Sqlite).await.unwrap();
    let (files, fields) = hostile::marked(hostile::names);
    let (alliance, _) = take_in(&world, &files).await;
    documents_say_what_was_typed(&world, alliance, &fields).await;
}

/// Composes every template from what was typed into which field, and looks for it in every format.
async fn documents_say_what_was_typed(world: &World, alliance: Id, fields: &[(String, String)]) {
    let clean = |text: &str| squeezed(&cleaning::clean(text));
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    for template in Template::ALL {
        let document = document(world, alliance, *template, None).await;
        let wanted: Vec<String> =
            strings(&document).iter().map(|string| clean(string)).filter(|string| !string.is_empty()).collect();
        // The runs of a text follow each other.
        let said = wanted.concat();
        for (number, (field, typed)) in fields.iter().enumerate() {
            // What a person wrote as Markdown loses its marks, nothing else.
            if said.contains(&clean(typed)) || said.contains(&clean(&markdown::plain_text(typed))) {
                reached.insert(field);
            } else {
                let cut = *template == Template::Overview;
                assert!(cut || !said.contains(&hostile::mark(number)), "{template:?}: {field} is not literal");
            }
        }
        for format in FileFormat::ALL {
            let file = match Engine::new().file(&document, format) {
                Ok(file) => letters(&file, format),
                Err(fault) => {
                    assert_eq!(*template, Template::Overview, "{fault}");
                    assert!(fault.sentence.contains("passt nicht auf eine Seite"), "{fault}");
                    continue;
                }
            };
            for string in &wanted {
                assert!(shows(&file, string), "{template:?} {format:?}: {string} is missing");
            }
        }
    }
    let missing: Vec<&&str> = IN_THE_REPORT.iter().filter(|field| !reached.contains(**field)).collect();
    assert!(missing.is_empty(), "{missing:?} did not reach a document");
}

async fn an_unknown_sign_is_refused_with_its_place(world: World) {
    let (files, _) = hostile::marked(hostile::unknown);
    let (alliance, manager) = take_in(&world, &files).await;
    let mut tx = world.app.database.read(alliance, start()).await.unwrap();
    let reports: Vec<Report> = tx.all().await.unwrap();
    drop(tx);
    let activity = reports.iter().find(|report| report.template == Template::Activity).unwrap();
    let path = format!("/berichte/{}/datei", activity.head.id);
    let refused = manager.get(&format!("{path}/pdf")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
    let page = refused.text();
    assert!(
        page.contains("U+5317") && page.contains("fehlt in der Druckschrift") && page.contains("Es steht"),
        "{page}"
    );
    // Office programs and browsers bring fonts of their own.
    for format in [FileFormat::Docx, FileFormat::Odt, FileFormat::Html] {
        let file = manager.get(&format!("{path}/{}", format.extension())).await;
        assert_eq!(file.status, StatusCode::OK, "{format:?}");
        assert!(letters(&file.bytes, format).contains("Fest北imTal"), "{format:?}");
    }
}
