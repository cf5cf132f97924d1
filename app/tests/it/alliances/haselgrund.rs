//! The Kommunale Allianz Haselgrund: nine members that exist on no map, a year of contacts and, unless a
//! test asks for some, not one meeting.

use allmende::archive::Files;
use allmende_alliance::model::{Alliance, Body, BodyKind, Municipality, MunicipalityKind, Population};
use allmende_funding::model::{CostItem, Duty, ReceivedGrant};
use allmende_meetings::model::{Meeting, MeetingState};
use allmende_network::model::{EntryKind, NetworkEntry};
use allmende_press::model::{Clipping, Medium, MediumKind};
use allmende_projects::model::{
    FieldOfAction, KeyFigure, Milestone, Picture, Precision, Qualifier, Thread, ThreadKind, ThreadState,
};
use allmende_report::model::{Report, ReportChapter, ReportText, Template};
use allmende_store::{Day, Id};
use jiff::ToSpan;
use jiff::civil::date;

use super::{Builder, written};

/// How much of what.
#[derive(Clone, Copy, Debug)]
pub struct Amounts {
    /// Meetings of the assembly.
    pub meetings: usize,
    /// Contacts and events.
    pub entries: usize,
    /// Citations.
    pub clippings: usize,
}

/// What the documents are checked with: a year full of contacts, and empty chapters.
pub const FULL_YEAR: Amounts = Amounts { meetings: 0, entries: 250, clippings: 0 };

/// Name, kind, community and inhabitants of the members.
pub const MEMBERS: [(&str, MunicipalityKind, &str, i64); 9] = [
    ("Altenhasel", MunicipalityKind::Town, "", 6_412),
    ("Brünnstett", MunicipalityKind::Market, "", 3_187),
    ("Dornhag", MunicipalityKind::Municipality, "VG Hasel-Ost", 1_034),
    ("Eschwinkel", MunicipalityKind::Municipality, "VG Hasel-Ost", 987),
    ("Föhrenrode", MunicipalityKind::Municipality, "VG Hasel-Ost", 1_560),
    ("Grubach a. d. Hasel", MunicipalityKind::Municipality, "VG Grubach", 2_048),
    ("Heidlingen", MunicipalityKind::Municipality, "VG Grubach", 1_299),
    ("Obereschwinkelbach-Neusiedel", MunicipalityKind::Municipality, "VG Grubach", 743),
    ("Wiesenthurm", MunicipalityKind::Market, "", 2_875),
];

/// The first of the days on which contacts lie; the last is 31 December of the same leap year.
const FIRST: jiff::civil::Date = date(2024, 1, 1);

/// The day of a contact among so many: evenly over the 366 days of the year.
pub fn day_of(entry: usize, entries: usize) -> Day {
    Day(FIRST + i64::try_from(entry * 366 / entries.max(1)).unwrap().days())
}

/// The archive.
pub fn archive(amounts: Amounts) -> Files {
    let mut builder = Builder::new();
    alliance(&mut builder);
    members(&mut builder);
    let threads = projects(&mut builder);
    meetings(&mut builder, amounts.meetings, threads[0]);
    contacts(&mut builder, amounts.entries, &threads);
    press(&mut builder, amounts.clippings, threads[1]);
    grant(&mut builder);
    reports(&mut builder, threads[2]);
    builder.files()
}

fn alliance(builder: &mut Builder) {
    let record = Alliance {
        head: builder.head(),
        name: "Kommunale Allianz Haselgrund e. V.".to_owned(),
        short_name: "Haselgrund".to_owned(),
        inflected_name: "der Kommunalen Allianz Haselgrund e. V.".to_owned(),
        legal_form: "e. V.".to_owned(),
        seat: "Altenhasel".to_owned(),
        address: "Marktplatz 1\n99990 Altenhasel".to_owned(),
        founded_on: Some(Day(date(2019, 3, 14))),
        contact_name: "Allianzmanagement".to_owned(),
        email: "allianz@haselgrund.example".to_owned(),
        phone: "09999 1234-0".to_owned(),
        website: "https://haselgrund.example".to_owned(),
        brand: "#5a3d7a".to_owned(),
        logo_file: None,
        outline_source: "Grenzen: frei erfunden".to_owned(),
    };
    builder.add(&record);
}

fn members(builder: &mut Builder) {
    for (number, (name, kind, community, inhabitants)) in (0_u32..).zip(MEMBERS) {
        // Nine squares, three by three, somewhere in the sea.
        let (x, y) = (f64::from(number % 3) * 0.1, f64::from(number / 3) * 0.07);
        let corners = [(x, y), (x + 0.1, y), (x + 0.1, y + 0.07), (x, y + 0.07), (x, y)];
        let ring: Vec<[f64; 2]> = corners.iter().map(|(x, y)| [1.0 + x, 55.0 + y]).collect();
        let outline = serde_json::json!({ "type": "Polygon", "coordinates": [ring] }).to_string();
        let municipality = Municipality {
            head: builder.head(),
            name: name.to_owned(),
            ags: format!("099990{:02}", number + 1),
            kind,
            administrative_community: community.to_owned(),
            joined_on: None,
            left_on: None,
            website: String::new(),
            outline,
        };
        let municipality_id = builder.add(&municipality);
        let population = Population {
            head: builder.head(),
            municipality_id,
            counted_on: Day(date(2023, 12, 31)),
            inhabitants,
            source: "erfundene Zählung".to_owned(),
        };
        builder.add(&population);
    }
}

fn projects(builder: &mut Builder) -> [Id; 3] {
    let field =
        FieldOfAction { head: builder.head(), name: "Landschaft".to_owned(), position: 1, description: String::new() };
    let field_id = Some(builder.add(&field));
    let narratives = [
        (
            "Streuobst im Haselgrund",
            true,
            "Entlang der Hasel entsteht ein Band aus Obstwiesen. Im Berichtsjahr wurden **214 Bäume** gepflanzt; die Pflege \
             übernehmen Vereine vor Ort.\n\n- Sorten wählen\n- Flächen sichern\n- Patenschaften vergeben",
        ),
        (
            "Gemeinsamer Bauhof",
            false,
            "Die Bauhöfe leihen einander Geräte. Ein [Verzeichnis](https://haselgrund.example/geraete) nennt Standort und Zuständige.",
        ),
        (
            "Innenentwicklungsberatung und Leerstandsmanagement in den Ortskernen",
            true,
            "Eigentümerinnen und Eigentümer leer stehender Häuser werden beraten.",
        ),
    ];
    let threads: Vec<Id> = (1_i64..)
        .zip(narratives)
        .map(|(position, (title, strategic, narrative))| {
            let thread = Thread {
                head: builder.head(),
                title: title.to_owned(),
                kind: ThreadKind::Project,
                strategic,
                field_id,
                state: Some(ThreadState::Running),
                state_since: Some(Day(date(2024, 2, 29))),
                summary: "Ein Vorhaben aller neun Mitglieder.".to_owned(),
                narrative: narrative.to_owned(),
                lead: "Markt Wiesenthurm".to_owned(),
                partners: "Obstbauverein Dornhag\nNaturpark Hasel".to_owned(),
                started_on: Some(Day(date(2023, 6, 1))),
                position,
            };
            builder.add(&thread)
        })
        .collect();
    let figures = [
        (0, "Obstbäume gepflanzt", Qualifier::Exact, 214_000, ""),
        (0, "Hektar Wiese gesichert", Qualifier::About, 18_500, "ha"),
        (0, "Patenschaften", Qualifier::AtLeast, 60_000, ""),
        (1, "Geräte im Verzeichnis", Qualifier::Circa, 1_250_000, ""),
        (2, "Beratungen", Qualifier::AtMost, 1_000, ""),
    ];
    for (position, (thread, label, qualifier, value_milli, unit)) in (1_i64..).zip(figures) {
        let figure = KeyFigure {
            head: builder.head(),
            thread_id: threads[thread],
            label: label.to_owned(),
            qualifier,
            value_milli,
            unit: unit.to_owned(),
            as_of: Some(Day(date(2024, 12, 31))),
            position,
        };
        builder.add(&figure);
    }
    let milestone = Milestone {
        head: builder.head(),
        thread_id: threads[0],
        title: "Erste Pflanzung in Dornhag".to_owned(),
        on_day: Day(date(2024, 3, 1)),
        precision: Precision::Month,
        note: String::new(),
    };
    builder.add(&milestone);
    let picture = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 60"><rect width="160" height="60" fill="#e6eef5"/><path d="M0 44Q40 28 80 42T160 38V60H0Z" fill="#6b8f5a"/><circle cx="40" cy="30" r="8" fill="#3f6b35"/><circle cx="96" cy="32" r="7" fill="#3f6b35"/></svg>"##;
    let file_id = builder.file("wiese.svg", "image/svg+xml", picture);
    let picture = Picture {
        head: builder.head(),
        thread_id: threads[0],
        file_id,
        alt: "Zwei junge Obstbäume stehen auf der gesicherten Wiese bei Dornhag.".to_owned(),
        decorative: false,
        caption: "Die ersten Bäume stehen seit März.".to_owned(),
        credit: "Zeichnung: Allianz Haselgrund".to_owned(),
        taken_on: None,
        position: 1,
    };
    builder.add(&picture);
    [threads[0], threads[1], threads[2]]
}

fn meetings(builder: &mut Builder, count: usize, thread: Id) {
    let body = Body {
        head: builder.head(),
        name: "Mitgliederversammlung".to_owned(),
        kind: BodyKind::Assembly,
        meeting_name: "Mitgliederversammlung".to_owned(),
        meeting_name_plural: "Mitgliederversammlungen".to_owned(),
        municipality_id: None,
        description: String::new(),
    };
    let body_id = builder.add(&body);
    for number in 0..count {
        let meeting = Meeting {
            head: builder.head(),
            begins_at: "18:00".to_owned(),
            place: "Rathaus Altenhasel".to_owned(),
            state: MeetingState::Held,
            ..Meeting::new(body_id, &format!("Mitgliederversammlung {}", number + 1), day_of(number, count))
        };
        builder.add(&meeting);
        for (position, title) in (1_i64..).zip(["Streuobst: Stand der Pflanzung", "Haushalt"]) {
            let mut item = meeting.item(position, title, (position == 1).then_some(thread));
            item.head = builder.head();
            builder.add(&item);
        }
    }
}

fn contacts(builder: &mut Builder, count: usize, threads: &[Id; 3]) {
    const PARTNERS: [&str; 7] = [
        "Amt für Ländliche Entwicklung",
        "Landratsamt Haselkreis",
        "Allianz Oberes Weihertal",
        "Naturpark Hasel",
        "Kreisverband der Obst- und Gartenbauvereine",
        "Regionalmanagement Haselkreis\nSparkasse Haselgrund",
        "Hochschule Weihern",
    ];
    const MATTERS: [(&str, EntryKind); 6] = [
        ("Treffen mit dem Landratsamt", EntryKind::Meeting),
        ("Fachtagung Innenentwicklung und Flächenmanagement in ländlichen Räumen", EntryKind::Conference),
        ("Informationsveranstaltung Streuobst", EntryKind::Information),
        ("Workshop Gerätepark", EntryKind::Workshop),
        ("Sitzung der Steuerungsgruppe", EntryKind::Session),
        ("Telefonat zum Bewilligungsbescheid", EntryKind::Call),
    ];
    const PLACES: [&str; 4] = ["Altenhasel", "", "Weihern", "Grubach a. d. Hasel"];
    for number in 0..count {
        let (matter, kind) = MATTERS[number % MATTERS.len()];
        let held_on = day_of(number, count);
        let entry = NetworkEntry {
            head: builder.head(),
            held_on,
            ends_on: (number % 17 == 5).then(|| Day(held_on.0 + 1.day())),
            // Only entries of a first of the month are known to the month: their day is its first.
            precision: if held_on.0.day() == 1 && number % 2 == 0 { Precision::Month } else { Precision::Day },
            kind,
            title: format!("{matter} ({}. Kontakt)", number + 1),
            place: PLACES[number % PLACES.len()].to_owned(),
            partners: PARTNERS[number % PARTNERS.len()].to_owned(),
            outcome: "Verabredet wurde ein weiterer Termin.".to_owned(),
            thread_id: (number % 5 == 0).then(|| threads[number % 3]),
        };
        builder.add(&entry);
    }
}

fn press(builder: &mut Builder, count: usize, thread: Id) {
    let medium = Medium {
        head: builder.head(),
        name: "Haselbote".to_owned(),
        kind: MediumKind::Gazette,
        website: String::new(),
        email: String::new(),
        note: String::new(),
    };
    let medium_id = builder.add(&medium);
    for number in 0..count {
        let clipping = Clipping {
            head: builder.head(),
            medium_id,
            published_on: day_of(number, count),
            precision: Precision::Day,
            headline: format!("Obstbäume für alle ({})", number + 1),
            page: "7".to_owned(),
            link: "https://haselbote.example/obst".to_owned(),
            summary: "Über die Pflanzung.".to_owned(),
            thread_id: Some(thread),
        };
        builder.add(&clipping);
    }
}

fn grant(builder: &mut Builder) {
    let grant = ReceivedGrant {
        head: builder.head(),
        purpose: "Umsetzungsbegleitung Haselgrund".to_owned(),
        authority: "Amt für Ländliche Entwicklung".to_owned(),
        reference: "ALE-H 7/2023".to_owned(),
        notice_on: Some(Day(date(2023, 5, 4))),
        period_from: Some(Day(date(2023, 6, 1))),
        period_to: Some(Day(date(2026, 5, 31))),
        rate: Some(7_500),
        cap_cents: Some(9_000_000),
        granted_cents: Some(18_534_567),
        post_filled_on: Some(Day(date(2023, 7, 1))),
        note: String::new(),
    };
    let grant_id = builder.add(&grant);
    for (position, (label, planned_cents)) in
        (1_i64..).zip([("Personal", 21_000_000), ("Sachkosten", 2_500_000), ("Öffentlichkeitsarbeit", 1_212_756)])
    {
        let item = CostItem { head: builder.head(), grant_id, position, label: label.to_owned(), planned_cents };
        builder.add(&item);
    }
    let duty = Duty {
        head: builder.head(),
        grant_id,
        title: "Sachstandsbericht vorlegen".to_owned(),
        basis: "Bescheid Nr. 6.2".to_owned(),
        due_on: Some(Day(date(2025, 3, 31))),
        done_on: None,
    };
    builder.add(&duty);
}

/// One report of each template; the activity report has its chapter on funding and words of its own.
fn reports(builder: &mut Builder, thread: Id) {
    for (template, title) in [
        (Template::Activity, "Tätigkeitsbericht 2024"),
        (Template::Assembly, "Bericht an die Mitgliederversammlung"),
        (Template::Overview, "Haselgrund auf einen Blick"),
    ] {
        let report = Report {
            head: builder.head(),
            title: title.to_owned(),
            template,
            period_from: Day(FIRST),
            period_to: Day(date(2024, 12, 31)),
            language: "de".to_owned(),
            versions: 0,
        };
        let report_id = builder.add(&report);
        let chapters: &[(&str, i64, &str, &str)] = if template == Template::Activity {
            &[
                ("funding", 8, "", ""),
                ("outlook", 9, "", "Im Jahr 2025 folgen weitere Pflanzungen."),
                ("own-1", 5, "Ehrenamt", "Der Dank gilt den Vereinen."),
            ]
        } else {
            &[("outlook", 9, "Ausblick auf 2025", "Im Jahr 2025 folgen weitere Pflanzungen.")]
        };
        for (chapter, position, heading, own_text) in chapters {
            let chapter = ReportChapter {
                head: builder.head(),
                report_id,
                chapter: (*chapter).to_owned(),
                position: *position,
                hidden: false,
                heading: (*heading).to_owned(),
                own_text: (*own_text).to_owned(),
            };
            builder.add(&chapter);
        }
        if template == Template::Activity {
            let text = ReportText {
                head: builder.head(),
                report_id,
                thread_id: thread,
                text: "Im Berichtsjahr fand eine Beratung statt. Weitere folgen, sobald die Ortskerne erfasst sind."
                    .to_owned(),
                based_on: written(),
            };
            builder.add(&text);
        }
    }
}
