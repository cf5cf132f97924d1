//! Documents with invented content that together use every block in every layout.

#[path = "samples_hostile.rs"]
mod hostile;
#[path = "samples_invitation.rs"]
mod invitation;
#[path = "samples_letter.rs"]
mod letters;
#[path = "samples_minutes.rs"]
mod minutes;
#[path = "samples_tables.rs"]
mod tables;

use allmende_documents::{
    Block, Cell, Column, CoverMap, Document, Fact, ImageData, KeyFigure, Layout, MapArea, Row, Span, plain,
};

pub(crate) fn fact(label: &str, value: &str) -> Fact {
    Fact { label: label.to_owned(), value: value.to_owned() }
}

pub(crate) fn heading(level: u8, number: &str, text: &str) -> Block {
    Block::Heading { level, number: (!number.is_empty()).then(|| number.to_owned()), text: text.to_owned() }
}

pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph { text: plain(text) }
}

fn figure(qualifier: &str, value: &str, unit: &str, label: &str, origin: &str) -> KeyFigure {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    KeyFigure {
        qualifier: some(qualifier),
        value: value.to_owned(),
        unit: some(unit),
        label: label.to_owned(),
        origin: some(origin),
    }
}

pub(crate) use hostile::{hostile_invitation, hostile_minutes};
pub(crate) use invitation::{agenda, invitation, long_invitation};
pub(crate) use letters::{letter, recipient, serial_letter};
pub(crate) use minutes::{attendance_list, excerpt, long_minutes, minutes};
pub(crate) use tables::decisions;
use tables::{contacts, members, sittings};

/// A document without content.
pub(crate) fn empty(layout: Layout, title: &str) -> Document {
    Document {
        layout,
        language: "de-DE".to_owned(),
        title: title.to_owned(),
        subtitle: None,
        description: "Muster mit erfundenem Inhalt".to_owned(),
        author: "Allianz Oberes Erlental e.\u{202f}V.".to_owned(),
        running_head: "01.01.2031–31.12.2031".to_owned(),
        date: "2032-01-15".to_owned(),
        brand: "#1e5945".to_owned(),
        imprint: Vec::new(),
        cover: None,
        letter: None,
        colophon: None,
        blocks: Vec::new(),
        images: Vec::new(),
    }
}

/// Nine invented places on a grid whose lines are bent.
pub(crate) fn map() -> CoverMap {
    let names = [
        "Auburg",
        "Birkach",
        "Erlenau b. Auburg",
        "Felsing",
        "Grünthal",
        "Haselbrunn",
        "Kirchau",
        "Lindenroth",
        "Wiesenstetten",
    ];
    let bend = |x: f64, y: f64| [x * 10.0 + (y * 1.7).sin() * 1.6, y * 9.0 + (x * 2.1).cos() * 1.4];
    let side = |from: (f64, f64), to: (f64, f64)| {
        (0..12).map(move |step| {
            let share = f64::from(step) / 12.0;
            bend(from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
        })
    };
    let areas = names
        .iter()
        .enumerate()
        .map(|(number, name)| {
            let number = u8::try_from(number).unwrap_or(0);
            let (x, y) = (f64::from(number % 3), f64::from(number / 3));
            let corners = [(x, y), (x + 1.0, y), (x + 1.0, y + 1.0), (x, y + 1.0), (x, y)];
            let ring = corners.windows(2).flat_map(|pair| side(pair[0], pair[1])).collect();
            MapArea { name: (*name).to_owned(), label: bend(x + 0.5, y + 0.5), rings: vec![ring], step: number * 5 % 7 }
        })
        .collect();
    CoverMap {
        areas,
        source: "Grenzen: frei erfunden".to_owned(),
        alt: "Karte der neun Mitglieder; Grünthal liegt in der Mitte, die Namen stehen in Tabelle 1.".to_owned(),
    }
}

fn hills() -> ImageData {
    let svg = concat!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 165 62"><rect width="165" height="62" fill="#edf3f0"/>"##,
        r##"<circle cx="128" cy="20" r="10" fill="#e3b75b"/>"##,
        r##"<path d="M0 42C30 32 60 48 90 38S140 32 165 40V62H0Z" fill="#b9d3c5"/>"##,
        r##"<path d="M0 50C40 40 70 54 100 46S150 44 165 50V62H0Z" fill="#5d977c"/>"##,
        r##"<path d="M0 58C50 46 90 60 165 56V62H0Z" fill="#1e5945"/></svg>"##,
    );
    ImageData { name: "huegel".to_owned(), format: "svg".to_owned(), bytes: svg.as_bytes().into() }
}

/// A report with every block.
pub(crate) fn report() -> Document {
    let mut document = empty(Layout::Report, "Jahresbericht 2031");
    document.subtitle = Some("Bericht des Managements über seine Arbeit".to_owned());
    document.imprint = vec![
        fact("Herausgeberin", "Allianz Oberes Erlental e.\u{202f}V.\nDorfplatz 1, 99999 Auburg"),
        fact("Förderung", "Das Management ist mit Bescheid vom 03.02.2030 bewilligt (erfunden)."),
    ];
    document.cover = Some(map());
    document.colophon =
        Some("Fassung 1, festgestellt am 15.01.2032. Eine Berichtigung erscheint als Fassung 2.".to_owned());
    document.images = vec![hills()];
    document.blocks = vec![
        heading(1, "1", "Vorbemerkung"),
        Block::Margin {
            facts: vec![
                fact("Auf einen Blick", ""),
                fact("Bewilligt mit Bescheid vom", "03.02.2030"),
                fact("Stelle besetzt seit", "01.04.2030"),
                fact("Mitglieder", "9 Städte, Märkte und Gemeinden"),
            ],
        },
        Block::Lead {
            text: plain(
                "Dieser Bericht zeigt, woran das Management im Jahr 2031 gearbeitet hat: was beschlossen, was begonnen und was abgeschlossen wurde.",
            ),
        },
        paragraph(
            "Die Stelle ist seit dem 1.\u{a0}April 2030 besetzt. Das Management führt die Geschäfte, bereitet die Sitzungen vor und betreut die gemeinsamen Vorhaben der neun Mitglieder im Verwaltungsgemeinschaftsgebiet.",
        ),
        Block::Paragraph {
            text: vec![
                Span::from("Die Tabelle nennt alle Mitglieder. "),
                Span { text: "Kein Mitglied ist ausgetreten.".to_owned(), strong: true, link: None },
                Span::from(" Mehr steht auf "),
                Span {
                    text: "der Seite der Allianz".to_owned(),
                    strong: false,
                    link: Some("https://erlental.example.org/allianz".to_owned()),
                },
                Span::from("."),
            ],
        },
        Block::Table(members()),
        heading(1, "2", "Funktion und Aufgaben"),
        heading(2, "2.1", "Geschäftsführung"),
        Block::MarginFigure {
            figures: vec![
                figure("", "3", "", "Sitzungen im Zeitraum", ""),
                figure("", "9", "", "Themen auf den Tagesordnungen", "Tabelle 2"),
            ],
        },
        paragraph(
            "Im Berichtsjahr haben drei Sitzungen stattgefunden. Mehrere Themen kehren wieder; die Tabelle führt jede Sitzung mit ihren Themen auf.",
        ),
        Block::List {
            ordered: false,
            items: vec![
                plain("Einladungen gingen stets fristgerecht hinaus."),
                plain("Alle Niederschriften liegen vor."),
            ],
        },
        Block::Table(sittings()),
        heading(2, "2.2", "Projekte"),
        paragraph("Zwei Vorhaben fielen in den Berichtszeitraum."),
        heading(3, "", "Sommerfest der Vereine"),
        paragraph(
            "Das Sommerfest stand zum ersten Mal den Kindern aller neun Mitglieder offen. Rund 430 Kinder nahmen an mindestens einer Veranstaltung teil.",
        ),
        Block::Facts {
            facts: vec![
                fact("Federführung", "Stadt Auburg"),
                fact("Partner", "Kreisjugendring\nVereine der neun Orte 🌳"),
            ],
        },
        Block::Figures {
            figures: vec![
                figure("rund", "430", "", "Kinder nahmen an mindestens einer Veranstaltung teil", "Abschnitt 2.2"),
                figure("ca.", "70", "", "Veranstaltungen", ""),
                figure("", "46.000", "€", "Kosten des Fests", "Tabelle 3"),
            ],
        },
        Block::Image {
            name: "huegel".to_owned(),
            alt: Some("Grüne Hügel unter gelber Sonne als Platzhalter für ein Foto des Sommerfests".to_owned()),
            caption: "Das Sommerfest stand allen Kindern offen.".to_owned(),
            credit: "Platzhalter / Allianz".to_owned(),
        },
        heading(3, "", "Wanderwege"),
        Block::DraftMark { text: "3 Tatsachen sind jünger als dieser Text.".to_owned() },
        paragraph(
            "Der Arbeitskreis hat die Lücken im Wegenetz aufgenommen und jeder Gemeinde eine Liste übergeben. Über die Beschilderung entscheiden die Räte im kommenden Jahr.",
        ),
        Block::List {
            ordered: true,
            items: vec![plain("Lücken aufnehmen"), plain("Schilder planen"), plain("Mittel beantragen")],
        },
        heading(2, "2.3", "Austausch und Vernetzung"),
        paragraph("Das Management nahm an den folgenden Terminen teil."),
        Block::Table(contacts()),
        heading(2, "2.4", "Öffentlichkeitsarbeit"),
        Block::Note { text: plain("In diesem Zeitraum sind keine Presseberichte erfasst.") },
        heading(1, "3", "Nachweis der Beschlüsse"),
        paragraph("Alle Beschlüsse in zeitlicher Folge."),
        Block::Table(decisions(40)),
    ];
    document
}

/// Prose and tables without cover.
pub(crate) fn brief() -> Document {
    let mut document = report();
    document.layout = Layout::Brief;
    "Sachstand zum 31.12.2031".clone_into(&mut document.title);
    document.cover = None;
    document.imprint.clear();
    document.blocks.truncate(26);
    document
}

/// One page.
pub(crate) fn one_page() -> Document {
    let mut document = empty(Layout::OnePage, "Wanderwege");
    document.subtitle =
        Some("Ein durchgehendes Netz von Wegen über die Grenzen der neun Mitglieder hinweg.".to_owned());
    document.colophon = Some("Stand 15.01.2032".to_owned());
    document.images = vec![hills()];
    document.imprint = vec![
        fact("Fragen", "Management der Allianz\n09999 00000-12"),
        fact("Federführung", "Stadt Auburg"),
        fact("Unterlagen", "erlental.example.org/wege"),
    ];
    let mut money = members();
    "Geld".clone_into(&mut money.title);
    money.columns = vec![Column::text("Posten", 1), Column::number("Betrag in €")];
    money.groups[0].rows = vec![
        Row { cells: vec![Cell::from("Konzept, geschätzt"), Cell::from("46.000,00")], strong: false },
        Row { cells: vec![Cell::from("Zuwendung 75\u{202f}%"), Cell::from("−34.500,00")], strong: false },
    ];
    money.total = Some(vec!["Eigenanteil".to_owned(), "11.500,00".to_owned()]);
    money.note = None;
    document.blocks = vec![
        Block::Figures {
            figures: vec![
                figure("", "7 von 9", "", "Räte haben zugestimmt", ""),
                figure("rund", "46.000", "€", "Kosten des Konzepts", ""),
                figure("", "75", "%", "Zuwendung in Aussicht", ""),
                figure("bis", "30.11.", "", "Beschlüsse der letzten Räte", ""),
            ],
        },
        heading(1, "", "Wozu"),
        paragraph(
            "Viele Wege enden an der Gemeindegrenze. Das Konzept zeigt, welche durchgehend ausgebaut werden sollten.",
        ),
        heading(1, "", "Worum wir bitten"),
        Block::List {
            ordered: false,
            items: vec![plain("Beschluss an das Management melden"), plain("eine Ansprechperson benennen")],
        },
        Block::Margin { facts: vec![fact("Nächster Termin", "12.02.2032")] },
        paragraph("Die nächste Sitzung berät über die Reihenfolge."),
        Block::Table(money),
    ];
    document
}

/// A list with repeated heads.
pub(crate) fn list(rows: usize) -> Document {
    let mut document = empty(Layout::List, "Nachweis der Beschlüsse");
    document.subtitle = Some("Der Tabellenkopf wiederholt sich auf jeder Seite, keine Zeile wird geteilt.".to_owned());
    "Stand 31.12.2031".clone_into(&mut document.running_head);
    document.blocks = vec![Block::Table(decisions(rows))];
    document
}

/// What people type when nobody holds them back: everything too long.
pub(crate) fn unruly() -> Document {
    let long = "Verwaltungsgemeinschaftsvorsitzendenstellvertreterversammlung";
    let mut document = report();
    document.title = format!("Bericht der {long} über das gemeinsame Regionalbudget und alles Übrige");
    "Berichtszeitraum vom 1. Januar bis zum 31. Dezember 2031 einschließlich".clone_into(&mut document.running_head);
    "Interkommunale Allianz der Städte, Märkte und Gemeinden im Oberen und Unteren Erlental e.\u{202f}V."
        .clone_into(&mut document.author);
    document.blocks = vec![
        heading(1, "1", &format!("Ein Kapitel mit der {long} im Titel, der über mehrere Zeilen läuft")),
        Block::Margin {
            facts: (0..9)
                .map(|number| {
                    fact(&format!("Angabe {number} zur {long}"), "geschaeftsstelle@interkommunale-allianz.example.org")
                })
                .collect(),
        },
        paragraph("Ein kurzer Absatz neben einer langen Randnotiz."),
        heading(2, "1.1", "Danach"),
        paragraph(&format!(
            "Ein Wort {} und eine Adresse https://erlental.example.org/ein/langer/pfad/ohne/ende?abfrage={long}",
            "x".repeat(300)
        )),
        Block::Figures {
            figures: vec![
                figure("mindestens", "1.234.567,89", "€", &format!("Summe der {long}"), "Abschnitt 1.1"),
                figure("", "12", "Veranstaltungen", "im Jahr", ""),
                figure("", "3", "", "Räte", ""),
                figure("rund", "99.000.000", "Besucherinnen", "auf allen Festen", ""),
                figure("", "5", "%", "der Fläche", ""),
            ],
        },
        Block::MarginFigure { figures: vec![figure("mehr als", "1.234.567,89", "€", long, "")] },
        Block::Note { text: plain("Eine Bemerkung neben einer großen Zahl.") },
        Block::Facts {
            facts: vec![fact(long, long), fact("Signale", "🦔 ☎ ✔ ⚠ 🇩🇪"), fact("", "Ein Wert ohne Wort davor")],
        },
    ];
    let mut tall = hills();
    "hoch".clone_into(&mut tall.name);
    tall.bytes = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 60"><rect width="20" height="60" fill="#5d977c"/></svg>"##.as_slice().into();
    document.images.push(tall);
    document.blocks.push(Block::Image {
        name: "hoch".to_owned(),
        alt: Some("Ein hohes grünes Rechteck".to_owned()),
        caption: "Ein Bild, das höher ist als breit; die Zeile darunter erklärt es und läuft deshalb über mehr als eine Zeile hinaus.".to_owned(),
        credit: "Platzhalter".to_owned(),
    });
    let mut table = decisions(5);
    table.wide = false;
    table.total = Some(vec![String::new(), "5 Beschlüsse".to_owned(), String::new(), String::new(), "31".to_owned()]);
    table.groups[0].rows[1].cells[1] = Cell::from(long);
    table.groups[0].rows[2].cells[3] = Cell::from("im Gremium ausführlich beraten, aber noch nicht entschieden");
    table.groups[0].rows[3].cells[4] = Cell::from("1.234.567.890,00");
    document.blocks.push(Block::Table(table));
    document
}

/// What looks like markup and is none.
pub(crate) const ATTACK: &str = "#set page(width: 1cm) *a* _b_ <b>c</b> $x$ @ref ]) // & &amp; 🦔";
/// What no dictionary knows.
const WORD: &str = "Verwaltungsgemeinschaftsvorsitzendenstellvertreterversammlung";

/// All samples with the names of their files.
pub(crate) fn all() -> Vec<(&'static str, Document)> {
    let mut english = brief();
    "en-GB".clone_into(&mut english.language);
    "Status report 2031".clone_into(&mut english.title);
    vec![
        ("report", report()),
        ("report-unruly", unruly()),
        ("brief", brief()),
        ("brief-english", english),
        ("one-page", one_page()),
        ("list-0", list(0)),
        ("list-1", list(1)),
        ("list-24", list(24)),
        ("list-200", list(200)),
        ("letter-form-b", letter(false)),
        ("letter-form-a", letter(true)),
        ("letter-serial", serial_letter(3, 14)),
        ("minutes", minutes()),
        ("minutes-40", long_minutes(40)),
        ("minutes-unruly", hostile_minutes(ATTACK, &WORD.repeat(5))),
        ("excerpt", excerpt()),
        ("attendance-list", attendance_list(40)),
        ("invitation", invitation(3)),
        ("invitation-long", long_invitation()),
        ("invitation-unruly", hostile_invitation(ATTACK, &WORD.repeat(5))),
        ("agenda", agenda()),
    ]
}
