//! Text reports of invented alliances. The fixtures were written by hand for these tests.

use super::{events, grants, meetings, press, projects, text, unplaced};

pub(crate) const COLUMNS: &str = include_str!("reports/columns.txt");
pub(crate) const FLOWING: &str = include_str!("reports/flowing.txt");
pub(crate) const BULLETS: &str = include_str!("reports/bullets.txt");
pub(crate) const NO_YEAR: &str = include_str!("reports/noyear.txt");
pub(crate) const TABLES: &str = include_str!("reports/table_projects.txt");
pub(crate) const PROSE: &str = include_str!("reports/prose_projects.txt");
pub(crate) const PIPES: &str = include_str!("reports/pipes.txt");
pub(crate) const AGENDA: &str = include_str!("reports/agenda.txt");
pub(crate) const NESTED: &str = include_str!("reports/nested_lists.txt");
pub(crate) const ROMAN: &str = include_str!("reports/roman.txt");
pub(crate) const LETTERS: &str = include_str!("reports/letters.txt");
pub(crate) const NUMBERED: &str = include_str!("reports/numbered_rows.txt");
pub(crate) const LABELS: &str = include_str!("reports/labels.txt");
pub(crate) const TIGHT: &str = include_str!("reports/tight.txt");
pub(crate) const ASSOCIATION: &str = include_str!("reports/association.txt");
pub(crate) const ALL: [&str; 15] = [
    COLUMNS,
    FLOWING,
    BULLETS,
    NO_YEAR,
    TABLES,
    PROSE,
    PIPES,
    AGENDA,
    NESTED,
    ROMAN,
    LETTERS,
    NUMBERED,
    LABELS,
    TIGHT,
    ASSOCIATION,
];

#[test]
fn columns_over_page_breaks() {
    let found = text(COLUMNS);
    assert_eq!(
        meetings(&found),
        [
            "2023-02-14 Lenkungsgruppe: Rückblick 2022 | Haushalt und Umlage | Kernwegenetz: Vergabe der Planung",
            "2023-05-09 Lenkungsgruppe: Leerstandskataster | Verwaltungsgemeinschaften und ihre Rolle | Raum- und Siedlungsentwicklung | Sonstiges",
            "2023-10-12 Lenkungsgruppe: Regionalbudget 2024",
            "2023-11-23 Mitgliederversammlung: Jahresbericht | Haushalt 2024 | Wahl des Vorstands",
        ]
    );
    assert_eq!(
        events(&found),
        [
            "2023-03-21 Netzwerktreffen der Allianzen im Regierungsbezirk",
            "2023-07-07..2023-07-08 Klausurtagung Innenentwicklung",
            "2023-09-01 (Month) Wanderausstellung „Leben im Ort“",
            "2023-11-13 (Week) Schulungswoche Bauhof",
        ]
    );
    assert_eq!(
        projects(&found),
        [
            "Leerstandskataster [Innenentwicklung; abgeschlossen] 9 Gemeinden, rund 310 Objekte",
            "Bauhofkooperation [Innenentwicklung; -] etwa 12500 €",
            "Mitfahrbänke [Mobilität; -] 14 Standorten",
        ]
    );
    assert_eq!(grants(&found), ["2022-12-02 Amt für Ländliche Entwicklung Oberbergen 9000000 2023-01-01..2025-12-31"]);
    assert_eq!(
        press(&found),
        [
            "Birkentaler Bote 2023-02-17 Neun Gemeinden planen gemeinsame Wege",
            "Hügelland-Kurier 2023-06-19 Wo Häuser leer stehen"
        ]
    );
    assert_eq!(unplaced(&found), [4, 48]);
    assert_eq!((found.invalid_dates[0].line, found.invalid_dates[0].text.as_str()), (48, "31.11.2023"));
    assert_eq!(found.meetings[0].place.as_deref(), Some("Rathaus Eichgrund"));
}

#[test]
fn letter_in_flowing_text() {
    let found = text(FLOWING);
    assert_eq!(
        meetings(&found),
        [
            "2022-03-12 Bürgermeisterrunde: Fortschreibung des ILEK | Regionalbudget | Haushalt",
            "2022-05-03 Steuerkreis: Radwege | Streuobst | Dorfläden",
            "2022-11-17 Mitgliederversammlung: Wirtschaftsplan",
        ]
    );
    assert_eq!(
        events(&found),
        ["2022-06-24 Fachtagung „Land im Wandel“ in Neuburgen", "2022-09-08..2022-09-09 Nachbarregion Grünes Land"]
    );
    assert_eq!(grants(&found), ["2022-04-04 Regierung von Oberland 8550000"]);
    assert_eq!(unplaced(&found), [1, 2, 8, 25, 27, 28]);
}

#[test]
fn bullets_and_shouted_headings() {
    let found = text(BULLETS);
    assert_eq!(found.period.to.unwrap().to_string(), "2024-06-30");
    assert_eq!(
        meetings(&found),
        [
            "2024-01-18 Steuerungsgruppe: Jahresplanung | Regionalbudget 2024 | Verschiedenes",
            "2024-03-07 Steuerungsgruppe: Auswahl der Kleinprojekte | Öko-Modellregion",
            "2024-05-16 Steuerungsgruppe: Sturzflutkonzept | Gewerbeflächen | Ferienprogramm 2024",
        ]
    );
    assert_eq!(
        events(&found),
        [
            "2024-02-22 Treffen der Allianzmanager in Obernau",
            "2024-04-12..2024-04-13 Messe „Land & Leute“",
            "2024-05-01 (Month) Antrittsbesuche in allen Gemeinden"
        ]
    );
    assert_eq!(
        projects(&found),
        [
            "Sturzflutrisikomanagement [-; laufend] 5 Gemeinden, ca. 148000 €",
            "Öko-Modellregion [-; laufend] ",
            "Gemeinsames Gewerbegebiet [-; in Planung] ",
            "Jugendbeteiligung [-; abgeschlossen] 3 Workshops, insgesamt 64 Jugendlichen",
        ]
    );
    assert_eq!(grants(&found), ["2023-12-11 ALE Mittelwald 7650000 2024-01-01..2026-12-31"]);
    assert_eq!(
        press(&found),
        ["Talblick-Anzeiger 2024-01-20 Allianz plant das Jahr", "Drei-Täler-Zeitung 2024-05-18 Wenn der Bach kommt"]
    );
    assert_eq!(unplaced(&found), [2, 15, 16]);
}

#[test]
fn years_follow_from_the_period() {
    let found = text(NO_YEAR);
    assert_eq!(
        meetings(&found),
        [
            "2021-07-12 Verbandsversammlung: Haushaltsvollzug | Stellenplan",
            "2021-11-18 Verbandsversammlung: Jahresrechnung | Satzungsänderung",
            "2022-04-05 Verbandsversammlung: Wahl der Stellvertretung",
        ]
    );
    assert_eq!(
        events(&found),
        [
            "2021-09-15 Tag der offenen Tür im Wasserhaus",
            "2021-07-02 Grillabend",
            "2022-06-30 Sommerempfang",
            "2021-12-28..2022-01-02 Weihnachtsmarkt der Vereine",
            "2022-06-01 Betriebsausflug",
        ]
    );
    assert_eq!(found.invalid_dates[0].text, "03/04/2022");
    assert_eq!(found.inferred_years.len(), 7);
    assert_eq!(unplaced(&found), [18]);
}

#[test]
fn tables_of_projects_small_grants_and_notices() {
    let found = text(TABLES);
    assert_eq!(
        projects(&found),
        [
            "Dorfladen Kleinwarte [Grundversorgung; abgeschlossen] 182000 €",
            "Radweg am Alten Bahndamm [Mobilität; in Umsetzung] ca. 340000 €",
            "Sagenweg [Tourismus; in Planung] 45500.5 €",
            "Boulebahn Warteck [Regionalbudget; -] 4800 €",
            "Bücherschrank [Regionalbudget; -] 1250 €",
            "Backhaus: neuer Ofen und Vordach [Regionalbudget; -] 9999.99 €",
        ]
    );
    assert_eq!(
        grants(&found),
        [
            "2021-01-15 Amt für Ländliche Entwicklung Nord 10000000 2021-01-01..2021-12-31",
            "2021-08-03 Landkreis Wartental 1250000"
        ]
    );
    assert_eq!(found.projects[3].partners, ["SV Warteck"]);
    assert_eq!(unplaced(&found), [11]);
}

#[test]
fn narratives_without_headings() {
    let found = text(PROSE);
    assert_eq!(
        meetings(&found),
        [
            "2019-04-08 Allianzsitzung: Begrüßung | Vorstellung des neuen Logos | Sonstiges",
            "2019-06-24 Allianzsitzung: Wasserversorgung | Exkursion nach Neuhof",
            "2019-09-16 Allianzsitzung: Haushalt 2020"
        ]
    );
    assert_eq!(
        projects(&found),
        [
            "Wanderbares Sonnengau [-; -] über 80 km",
            "Jugendtaxi [-; -] etwa 200 Jugendliche",
            "Leerstandskataster [-; in Vorbereitung] 8 Gemeinden"
        ]
    );
    assert_eq!(found.projects[1].milestones[0].date.to_string(), "2019-07-05");
    assert!(found.projects[1].narrative.ends_with("Hierzu liegt eine Auswertung vor."));
    assert_eq!(
        press(&found),
        ["Sonnengauer Nachrichten - -", "Tagblatt - -", "Gau-Anzeiger 2019-06-25 Ein Taxi für die Jugend"]
    );
    assert_eq!(events(&found), Vec::<String>::new());
    assert_eq!(unplaced(&found), [2, 6, 45]);
}

#[test]
fn tables_with_bars_and_labels() {
    let found = text(PIPES);
    assert_eq!(
        meetings(&found),
        [
            "2020-01-20 Vorstandssitzung: Haushalt | Personal | Homepage",
            "2020-05-11 Videokonferenz des Vorstands: Corona-Hilfen | Maskenverteilung",
            "2020-10-19 Mitgliederversammlung: Entlastung des Vorstands",
        ]
    );
    assert_eq!(
        events(&found),
        [
            "2020-02-04 Erfahrungsaustausch der Umsetzungsbegleitungen",
            "2020-09-14..2020-09-16 Studienreise „Dorfentwicklung“",
            "2020-07-01 (Quarter) Umfrage zur Nahversorgung",
            "2020-07-01 (HalfYear) Impulsreihe Digitales Rathaus",
        ]
    );
    assert_eq!(
        projects(&found),
        ["Digitales Rathaus [Digitalisierung; in Umsetzung] 24000 €, 7 Gemeinden", "Waldlehrpfad [-; -] 2.5 km"]
    );
    assert_eq!(unplaced(&found), [9]);
}

#[test]
fn agendas_below_dated_headings() {
    let found = text(AGENDA);
    assert_eq!(
        meetings(&found),
        [
            "2018-03-15 Lenkungsgruppe: Protokoll | Flurneuordnung | Verschiedenes",
            "2018-09-20 Lenkungsgruppe: Flurneuordnung | Ladesäulen",
            "2018-12-05 Beirat: Jahresrückblick | Planung 2019",
            "2018-02-12 Arbeitskreis Energie: ",
            "2018-06-11 Arbeitskreis Energie: ",
            "2018-10-08 Arbeitskreis Energie: ",
        ]
    );
    assert_eq!(
        events(&found),
        [
            "2018-04-16 Regionalkonferenz in Großmoos",
            "2018-06-04 Bereisung mit dem Amt für Ländliche Entwicklung Moosland",
            "2018-01-01 (Quarter) Haushaltsbefragung"
        ]
    );
    assert_eq!(unplaced(&found), [1]);
}
