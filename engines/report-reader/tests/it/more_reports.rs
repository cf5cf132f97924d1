//! More text reports of invented alliances, written by hand for these tests.

use super::text_reports::{ASSOCIATION, LABELS, LETTERS, NESTED, NUMBERED, ROMAN, TIGHT};
use super::{events, grants, meetings, press, projects, text, unplaced};

#[test]
fn nested_lists_and_numbered_projects() {
    let found = text(NESTED);
    assert_eq!(
        meetings(&found),
        [
            "2023-01-17 Lenkungsgruppe: Jahresplanung 2023 | Regionalbudget: Auswahl der Projekte",
            "2023-04-18 Lenkungsgruppe: Sachstand Radwegekonzept | Personalsituation",
            "2023-07-11 Lenkungsgruppe: Haushaltsentwurf",
            "2023-10-31 Lenkungsgruppe: Ausblick 2024",
            "2023-12-05 Mitgliederversammlung: Bericht des Vorsitzenden | Kassenbericht | Neuwahlen",
        ]
    );
    assert_eq!(found.meetings[1].place.as_deref(), Some("Gasthof Post, Moorhausen"));
    assert_eq!(
        events(&found),
        [
            "2023-03-03 Informationsabend Photovoltaik",
            "2023-03-24..2023-03-26 Regionalmesse „Vennland“",
            "2023-06-01 (Month) Jugendbefragung",
            "2023-10-14 Obstbaumtag mit Sortenbestimmung und Schnittkurs",
        ]
    );
    assert_eq!(
        projects(&found),
        [
            "Leerstandsmanagement [Dorfentwicklung und Innenentwicklung; laufend] 27 Erstberatungen",
            "Dorfmoderation [Dorfentwicklung und Innenentwicklung; abgeschlossen] 3 Ortsteile",
            "Moor-Erlebnispfad [Tourismus; in Planung] 3.2 km, ca. 145000 €",
            "Spielgeräte am Dorfplatz [Regionalbudget; -] 8450 €",
            "Instrumente für die Jugendkapelle [Regionalbudget; -] 3200 €",
        ]
    );
    assert_eq!(grants(&found), ["2023-02-08 ALE Westmark 9000000"]);
    assert_eq!(
        press(&found),
        [
            "Vennland-Kurier 2023-01-20 Lenkungsgruppe plant das Jahr",
            "Moorhausener Zeitung 2023-03-06 Großes Interesse an Photovoltaik",
            "Radio Vennwelle 2023-10-16 Interview zum Obstbaumtag",
        ]
    );
    // The outlook is no record of the past.
    assert_eq!(unplaced(&found), [2, 8, 78]);
}

#[test]
fn roman_chapters_and_lists_of_days() {
    let found = text(ROMAN);
    assert_eq!(
        meetings(&found),
        [
            "2020-07-14 Vorstandssitzung: ",
            "2020-09-22 Vorstandssitzung: ",
            "2021-01-12 Vorstandssitzung: ",
            "2021-04-20 Vorstandssitzung: ",
            "2020-10-06 Steuerungsgruppe: Wettbewerb „Unser Dorf“ | Mobilitätsstudie | Gewerbeflächenkataster",
            "2021-03-23 Steuerungsgruppe: Impfzentrum | Breitbandausbau",
        ]
    );
    assert_eq!(
        events(&found),
        [
            "2020-09-02 Landesnetzwerktreffen (Hannoversch Beispiel)",
            "2020-11-11..2020-11-12 Digitale Fachkonferenz „Smarte Dörfer“",
            "2021-01-27 Austausch mit der LAG Nordheide",
            "2021-02-01 (Month) Umfrage der Akademie",
            "2021-05-05 Schulung Datenschutz",
            "2021-05-19 Schulung Datenschutz",
        ]
    );
    assert_eq!(
        projects(&found),
        [
            "Mobilitätsstudie [-; -] 38000 €, 60 %",
            "Heidehonig [-; -] 18 Imkereien",
            "Gewerbeflächenkataster [-; abgeschlossen] "
        ]
    );
    assert_eq!(grants(&found), ["2020-05-18 Amt für Ländliche Entwicklung Heideland 15750000 2020-07-01..2023-06-30"]);
    assert_eq!(
        press(&found),
        [
            "Heide-Bote 2020-07-15 Neues Gesicht im Regionalmanagement",
            "Südheide-Anzeiger 2020-10-08 Wie kommt Oma zum Arzt? Studie soll Antworten geben",
        ]
    );
    assert_eq!(unplaced(&found), [1, 40]);
    assert_eq!(found.invalid_dates[0].text, "Frühjahr 2021");
}

#[test]
fn chapters_with_letters() {
    let found = text(LETTERS);
    assert_eq!(
        meetings(&found),
        [
            "2022-02-10 Bürgermeisterrunde: Kläranlage | Standesamt | Ferienbetreuung",
            "2022-05-19 Bürgermeisterrunde: Energieagentur | Archivpflege",
            "2022-09-08 Bürgermeisterrunde: Gasmangellage",
        ]
    );
    assert_eq!(
        events(&found),
        [
            "2022-03-17 Seminar „Fördermittel finden“ an der Schule für Dorfentwicklung",
            "2022-06-21 Tag der Daseinsvorsorge in Großau",
            "2022-07-04..2022-07-06 Exkursion der Gemeinderäte nach Südtirol",
        ]
    );
    assert_eq!(found.projects.iter().map(|p| p.title.as_str()).collect::<Vec<_>>(), ["Archivpflege", "Energieagentur"]);
    assert_eq!(
        grants(&found),
        ["2022-03-01 Regierung von Mittelau 2400000", "2022-09-30 Amt für Ländliche Entwicklung Auland 5625000"]
    );
    assert_eq!(unplaced(&found), [1, 3, 32, 34]);
}

#[test]
fn rows_with_numbers_and_wrapped_dates() {
    let found = text(NUMBERED);
    assert_eq!(
        meetings(&found),
        [
            "2019-01-22 ILE-Sitzung: Protokoll | Glasfaser | Sonstiges",
            "2019-05-07 ILE-Sitzung: Wasserverbund | Fest „30 Jahre Grenzöffnung“",
            "2019-09-03 ILE-Sitzung: Festnachlese",
        ]
    );
    assert_eq!(
        events(&found),
        ["2019-02-12 Infoabend Erbbaurecht", "2019-11-09 Fest „30 Jahre Grenzöffnung“ auf dem Kolonnenweg"]
    );
    assert_eq!(
        projects(&found),
        ["Kolonnenweg als Radweg [-; laufend] ", "Grenzmuseum [-; fertiggestellt] ", "Wasserverbund Ost [-; Idee] "]
    );
    assert_eq!(grants(&found), ["2018-12-12 ALE Grenzland 18000000"]);
}

#[test]
fn labels_and_year_lines() {
    let found = text(LABELS);
    assert_eq!(
        meetings(&found),
        [
            "2018-10-16 Allianztreffen: Kernwegenetz | Hochwasserschutz",
            "2019-01-22 Allianztreffen: Fortschreibung ILEK | Wahl des Sprechers",
        ]
    );
    assert_eq!(found.meetings[0].place.as_deref(), Some("Rathaus Rotdorf"));
    assert_eq!(
        events(&found),
        [
            "2018-10-01 (Month) Vorstellung beim Landrat",
            "2018-11-15 ILE-Fachtagung (Bad Beispielheim)",
            "2018-12-04..2018-12-05 Seminar Moderation",
            "2019-01-23 Treffen mit der Öko-Modellregion",
            "2019-02-14 Runder Tisch Jugend",
            "2019-03-18 (Week) Jurysitzung Kleinprojekte",
        ]
    );
    assert_eq!(
        projects(&found),
        ["Kernwegenetz [-; -] rund 56 km, 8 Gemeinden, 43200 €, 32400 €", "Hochwasserschutz [-; -] "]
    );
    assert_eq!(press(&found), ["Rotmain-Zeitung - -", "Radio Rotmain - -"]);
    assert_eq!(unplaced(&found), [30]);
}

#[test]
fn tight_text_without_blank_lines() {
    let found = text(TIGHT);
    assert_eq!(
        meetings(&found),
        [
            "2022-03-22 Mitgliederversammlung: ",
            "2022-11-29 Mitgliederversammlung: Lokale Entwicklungsstrategie",
            "2022-01-27 Entscheidungsgremium: Projektauswahl | Geschäftsordnung",
            "2022-06-30 Entscheidungsgremium: Projektauswahl",
        ]
    );
    assert_eq!(
        events(&found),
        [
            "2022-05-07 Seerundweg feierlich eröffnet",
            "2022-09-10..2022-09-11 Seefest",
            "2022-10-01 (Month) Zukunftswerkstatt"
        ]
    );
    assert_eq!(
        projects(&found),
        ["Seerundweg [Tourismus; abgeschlossen] 310000 €, 18 km", "Fischerhütte [Kultur; in Vorbereitung] "]
    );
    assert_eq!(grants(&found), ["2020-08-12 AELF Seestadt 18600000", "2021-12-20 - 9500000 2022-01-01..2023-12-31"]);
    assert_eq!(
        press(&found),
        ["Seeblick Kurier 2022-05-09 Eröffnung am See", "Seeblick Kurier 2022-09-13 Fest trotz Regen"]
    );
    assert_eq!(unplaced(&found), Vec::<usize>::new());
}

#[test]
fn association_with_days_in_brackets() {
    let found = text(ASSOCIATION);
    assert_eq!(
        meetings(&found),
        [
            "2021-02-09 Vorstand: ",
            "2021-06-15 Vorstand: ",
            "2021-10-19 Vorstand: ",
            "2021-07-06 Mitgliederversammlung: Bericht des Vorstands | Jahresrechnung 2020 | Beitragsordnung",
        ]
    );
    assert_eq!(
        events(&found),
        [
            "2021-06-19..2021-06-20 Oberlandmarkt (ca. 5.500 Besucher)",
            "2021-10-03 Tag der offenen Höfe",
            "2021-11-01 (Month) Lesereihe in 12 Gemeinden",
        ]
    );
    assert_eq!(
        projects(&found),
        [
            "Fahrradverleih [-; -] 5 Stationen, 40 Räder",
            "Regionale Speisekarte [-; -] mindestens 25 Gaststätten",
            "Kulturkalender [-; -] 15000 Stück",
        ]
    );
    assert_eq!(
        grants(&found),
        ["2021-04-14 Bayerisches Staatsministerium für Ernährung, Landwirtschaft und Forsten 120000000"]
    );
    assert_eq!(found.invalid_dates[0].text, "31. September");
}
