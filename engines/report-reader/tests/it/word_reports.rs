//! DOCX reports: merged cells, notes, tracked changes, text boxes.

use super::word::{cell, cells, docx, li, p, r, row, styled, table};
use super::{events, grants, meetings, press, projects, unplaced};
use allmende_report_reader::read;

#[test]
fn tables_with_merged_cells_and_footnotes() {
    let meetings_table = table(&[
        row(&["Datum", "Gremium", "Themen"]),
        cells(&[
            cell(r#"<w:vMerge w:val="restart"/>"#, &p("14.03.2023")),
            cell(r#"<w:vMerge w:val="restart"/>"#, &p("Lenkungsgruppe")),
            cell("", &(li("Wegekonzept") + &li("Haushalt &amp; Umlage"))),
        ]),
        cells(&[cell("<w:vMerge/>", "<w:p/>"), cell("<w:vMerge/>", "<w:p/>"), cell("", &p("Verschiedenes"))]),
        cells(&[
            cell("", &p("20.06.2023")),
            cell("", &p("Vorstand")),
            cell("", &format!("<w:p>{}<w:r><w:br/></w:r>{}</w:p>", r("Personal"), r("Büro"))),
        ]),
    ]);
    let projects_table = table(&[
        row(&["Projekt", "Stand", "Kosten"]),
        cells(&[cell(r#"<w:gridSpan w:val="3"/>"#, &p("Handlungsfeld 1: Wohnen"))]),
        row(&["Dorfhaus Kleinried", "abgeschlossen", "210.000 €"]),
        row(&["Wohnraumbörse", "in Umsetzung", "ca. 8.000 €"]),
        cells(&[cell(r#"<w:gridSpan w:val="3"/>"#, &p("Handlungsfeld 2: Mobilität"))]),
        row(&["Rufbus", "in Planung", ""]),
    ]);
    let note = format!(r#"<w:p>{}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>"#, r("05.05.2023 Fachtag Ortskern"));
    let body = [
        styled("berschrift1", "Jahresbericht 2023 der Allianz Rieder Land"),
        styled("Verzeichnis1", "1 Sitzungen 3"),
        styled("Eigene", "1 Sitzungen"),
        meetings_table,
        styled("berschrift1", "2 Veranstaltungen"),
        note,
        p("07.–08.07.2023 Klausur in Hohenried"),
        styled("berschrift1", "3 Projekte"),
        projects_table,
        styled("berschrift1", "4 Presse"),
        table(&[row(&["Erschienen", "Zeitung", "Überschrift"]), row(&["16.03.2023", "Rieder Bote", "Wege für alle"])]),
    ]
    .concat();
    let found = read(
        "x",
        &docx(
            &body,
            &["Gefördert mit Zuwendungsbescheid vom 01.02.2023 über 4.500 € (Amt für Ländliche Entwicklung Riedland)."],
        ),
    )
    .unwrap();
    assert_eq!(
        meetings(&found),
        [
            "2023-03-14 Lenkungsgruppe: Wegekonzept | Haushalt & Umlage | Verschiedenes",
            "2023-06-20 Vorstand: Personal | Büro"
        ]
    );
    assert_eq!(events(&found), ["2023-05-05 Fachtag Ortskern", "2023-07-07..2023-07-08 Klausur in Hohenried"]);
    assert_eq!(
        projects(&found),
        [
            "Dorfhaus Kleinried [Wohnen; abgeschlossen] 210000 €",
            "Wohnraumbörse [Wohnen; in Umsetzung] ca. 8000 €",
            "Rufbus [Mobilität; in Planung] "
        ]
    );
    assert_eq!(press(&found), ["Rieder Bote 2023-03-16 Wege für alle"]);
    assert_eq!(grants(&found), ["2023-02-01 Amt für Ländliche Entwicklung Riedland 450000"]);
    assert_eq!(unplaced(&found), Vec::<usize>::new());
}

#[test]
fn deletions_are_gone_and_text_boxes_are_read() {
    let body = [
        styled("berschrift1", "Veranstaltungen 2022"),
        format!(
            r#"<w:p>{}<w:del w:id="1" w:author="x"><w:r><w:delText>13.</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>14.</w:t></w:r></w:ins>{}</w:p>"#,
            r(""),
            r("05.2022 Ausflug der Bauhöfe")
        ),
        format!(
            r"<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:txbxContent>{}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            p("22.09.2022 Tag der Regionen"),
            p("22.09.2022 Tag der Regionen")
        ),
        li("24.12.2022: Krippenweg"),
        li("ohne Datum"),
    ]
    .concat();
    let found = read("x", &docx(&body, &[])).unwrap();
    assert_eq!(
        events(&found),
        ["2022-05-14 Ausflug der Bauhöfe", "2022-09-22 Tag der Regionen", "2022-12-24 Krippenweg"]
    );
    assert_eq!(found.unplaced.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["ohne Datum"]);
}

#[test]
fn flowing_document_with_bold_headings() {
    let bold = |text: &str| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>");
    let body = [
        p("Tätigkeitsbericht für den Zeitraum 01.01.2021 bis 30.06.2021"),
        bold("Gremien"),
        p("Am 03.02.2021 tagte die Bürgermeisterrunde online. Beraten wurden das Hallenbad, der Bauhof und die Impfbusse."),
        bold("Projekte"),
        bold("Hallenbad"),
        p("Das Gutachten kostet rund 42.000 Euro. Es wurde am 15.03.2021 vergeben."),
        bold("Impfbusse (abgeschlossen)"),
        p("Insgesamt 1.240 Personen nutzten die Busse."),
        bold("Ausblick"),
        p("Im Herbst wird gewählt."),
    ]
    .concat();
    let found = read("x", &docx(&body, &[])).unwrap();
    assert_eq!(found.period.from.unwrap().to_string(), "2021-01-01");
    assert_eq!(found.period.to.unwrap().to_string(), "2021-06-30");
    assert_eq!(meetings(&found), ["2021-02-03 Bürgermeisterrunde: Hallenbad | Bauhof | Impfbusse"]);
    assert_eq!(
        projects(&found),
        ["Hallenbad [-; -] rund 42000 €", "Impfbusse [-; abgeschlossen] insgesamt 1240 Personen"]
    );
    assert_eq!(found.projects[0].milestones[0].date.to_string(), "2021-03-15");
    assert_eq!(found.unplaced.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["Im Herbst wird gewählt."]);
}
