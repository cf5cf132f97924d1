//! PDF reports: columns by position, tables over page breaks, running heads.

use super::pages::{Put, pdf, put};
use super::{events, grants, meetings, projects, unplaced};
use allmende_report_reader::read;

fn frame<'a>(number: &'a str, mut body: Vec<Put<'a>>) -> Vec<Put<'a>> {
    body.insert(0, Put { size: 8.0, ..put(60.0, 800.0, "Allianz Quellgrund · Jahresbericht 2022") });
    body.push(Put { size: 8.0, ..put(290.0, 30.0, number) });
    body
}

#[test]
fn table_over_a_page_break_with_running_heads() {
    let first = vec![
        Put { size: 16.0, ..put(60.0, 760.0, "Jahresbericht 2022") },
        Put { size: 13.0, ..put(60.0, 720.0, "1 Sitzungen der Lenkungsgruppe") },
        put(60.0, 690.0, "Datum"),
        put(140.0, 690.0, "Ort"),
        put(250.0, 690.0, "Themen"),
        put(60.0, 676.0, "12.01.2022"),
        put(140.0, 676.0, "Quelldorf"),
        put(250.0, 676.0, "• Wegenetz: Vergabe der Planung an ein Büro in der Verwaltungsgemein-"),
        put(250.0, 664.0, "schaft"),
        put(250.0, 652.0, "• Haushalt"),
        put(60.0, 638.0, "03.05.2022"),
        put(140.0, 638.0, "Oberquell"),
        put(250.0, 638.0, "• Bericht aus der Main-"),
    ];
    let second = vec![
        put(60.0, 770.0, "Datum"),
        put(140.0, 770.0, "Ort"),
        put(250.0, 770.0, "Themen"),
        put(250.0, 756.0, "Quell-Region"),
        put(250.0, 744.0, "• Verschiedenes"),
        put(60.0, 730.0, "09.11.2022"),
        put(140.0, 730.0, "Quelldorf"),
        put(250.0, 730.0, "• Regionalbudget"),
        Put { size: 13.0, ..put(60.0, 690.0, "2 Austausch und Vernetzung") },
        put(60.0, 664.0, "21.03.2022"),
        put(140.0, 664.0, "Treffen mit dem Naturpark"),
        put(60.0, 650.0, "17.-18.06.22"),
        put(140.0, 650.0, "Landestagung der Allianzen in"),
        put(140.0, 638.0, "Hochstett"),
    ];
    let third = vec![
        Put { size: 13.0, ..put(60.0, 760.0, "3 Projekte") },
        Put { size: 11.0, ..put(60.0, 735.0, "3.1 Quellenweg") },
        put(60.0, 718.0, "Der Weg ist 12,5 km lang und verbindet alle 6 Gemeinden. Er wurde am 01.10.2022"),
        put(60.0, 706.0, "eröffnet. Etwa 150 Personen nahmen teil."),
        Put { size: 13.0, ..put(60.0, 670.0, "4 Förderung") },
        put(60.0, 650.0, "Mit Bewilligungsbescheid des Amtes für Ländliche Entwicklung Quelland vom"),
        put(60.0, 638.0, "15.12.2021 wurden 67.500 € bewilligt."),
    ];
    let found = read("x", &pdf(&[frame("1", first), frame("2", second), frame("3", third)])).unwrap();
    assert_eq!(
        meetings(&found),
        [
            "2022-01-12 Lenkungsgruppe: Wegenetz: Vergabe der Planung an ein Büro in der Verwaltungsgemeinschaft | Haushalt",
            "2022-05-03 Lenkungsgruppe: Bericht aus der Main-Quell-Region | Verschiedenes",
            "2022-11-09 Lenkungsgruppe: Regionalbudget",
        ]
    );
    assert_eq!(found.meetings[0].place.as_deref(), Some("Quelldorf"));
    assert_eq!(
        events(&found),
        ["2022-03-21 Treffen mit dem Naturpark", "2022-06-17..2022-06-18 Landestagung der Allianzen in Hochstett"]
    );
    assert_eq!(projects(&found), ["Quellenweg [-; -] 12.5 km, 6 Gemeinden, etwa 150 Personen"]);
    assert_eq!(grants(&found), ["2021-12-15 Amt für Ländliche Entwicklung Quelland 6750000"]);
    assert_eq!(unplaced(&found), Vec::<usize>::new());
}

#[test]
fn flowing_pdf_with_footnote_marks() {
    let page = vec![
        Put { size: 14.0, ..put(60.0, 780.0, "Bericht der Geschäftsstelle 2020") },
        put(60.0, 740.0, "Am 04.02.2020 fand in Steinach die Mitgliederversammlung statt. Auf der Tages-"),
        put(60.0, 728.0, "ordnung standen der Haushalt, die Wahl des Vorstands sowie der Radweg."),
        Put { size: 12.0, ..put(60.0, 700.0, "Veranstaltungen") },
        put(60.0, 680.0, "11.03.2020 Werkstatt Ortsmitte"),
        Put { size: 6.0, ..put(204.0, 684.0, "1") },
        put(60.0, 668.0, "30.02.2020 Entfallene Wanderung"),
    ];
    let found = read("x", &pdf(&[page])).unwrap();
    assert_eq!(meetings(&found), ["2020-02-04 Mitgliederversammlung: Haushalt | Wahl des Vorstands | Radweg"]);
    assert_eq!(events(&found), ["2020-03-11 Werkstatt Ortsmitte"]);
    assert_eq!(found.invalid_dates[0].text, "30.02.2020");
    assert!(found.unplaced.iter().any(|l| l.text.contains("Entfallene Wanderung")));
}
