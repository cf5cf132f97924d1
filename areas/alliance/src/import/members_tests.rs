#![allow(clippy::unwrap_used)]

use super::super::samples::{MEMBERS, count, fates, id, municipality, on, table};
use super::*;

fn today() -> Day {
    on(2026, 1, 1)
}

fn plan(text: &str, known: &[Municipality], counts: &[Population]) -> Plan<MemberPlan> {
    plan_members(&table(text), known, counts, today()).unwrap()
}

#[test]
fn heads_of_counts_name_their_day() {
    let new_years_eve = |year| Some(Column::Count(Some(on(year, 12, 31))));
    let table = [
        ("population_2018", new_years_eve(2018)),
        ("Einwohner 2018", new_years_eve(2018)),
        ("Einwohner (31.12.2018)", new_years_eve(2018)),
        ("Einwohnerzahl am 31.12.2018", new_years_eve(2018)),
        ("Einwohner Stand 2018-12-31", new_years_eve(2018)),
        ("EW 30.06.2019", Some(Column::Count(Some(on(2019, 6, 30))))),
        ("Einwohner", Some(Column::Count(None))),
        ("Einwohner je km²", None),
        ("Einwohner 99.99.2018", None),
        ("area_km2_destatis", None),
        ("ars", None),
    ];
    for (head, expected) in table {
        assert_eq!(column(head), expected, "{head}");
    }
}

#[test]
fn the_example_alliance_is_read_whole() {
    let plan = plan(MEMBERS, &[], &[]);
    assert_eq!(plan.counts(), super::super::Counts { new: 14, ..Default::default() });
    assert_eq!(plan.ignored, ["ars", "nuts3", "area_km2_destatis"]);
    let plans: Vec<&MemberPlan> = plan.rows.iter().filter_map(|row| row.plan.as_ref()).collect();
    let counts: Vec<&Population> = plans.iter().flat_map(|plan| &plan.counts).collect();
    assert_eq!(counts.iter().map(|count| count.inhabitants).sum::<i64>(), 36_817);
    assert!(counts.iter().all(|count| count.counted_on == on(2018, 12, 31) && count.source == "liste.csv"));
    assert_eq!(plans[9].municipality.name, "Marktheidenfeld");
    assert_eq!(plans[9].municipality.kind, MunicipalityKind::Town);
    assert_eq!(plans[9].municipality.administrative_community, "");
    assert_eq!(plans[0].municipality.ags, "09677119");
    assert!(plans.iter().all(|plan| plan.municipality.head.id.is_nil()));
}

#[test]
fn a_second_import_proposes_nothing() {
    let first = plan(MEMBERS, &[], &[]);
    let mut known = Vec::new();
    let mut counts = Vec::new();
    for (number, step) in (1_u128..).zip(first.rows.into_iter().filter_map(|row| row.plan)) {
        known.push(Municipality { head: super::super::samples::head(number), ..step.municipality });
        counts.extend(step.counts.into_iter().map(|count| Population {
            head: super::super::samples::head(100 + number),
            municipality_id: id(number),
            ..count
        }));
    }
    let second = plan(MEMBERS, &known, &counts);
    assert_eq!(second.counts(), super::super::Counts { duplicate: 14, ..Default::default() });
    assert!(second.rows.iter().all(|row| row.plan.is_none()));
}

#[test]
fn every_row_has_its_fate() {
    let known = [municipality(1, "09677119", "Birkenfeld"), municipality(2, "09677120", "Bischbrunn")];
    let counts = [count(11, 1, on(2018, 12, 31), 2152), count(12, 2, on(2018, 12, 31), 1774)];
    let text = "\
Mitglieder unserer Allianz;;;;;;\n\
\n\
AGS;Name;Art;Mitglied seit;Mitglied bis;Einwohner;Stand\n\
09677119;Birkenfeld;Gemeinde;;;2.152;31.12.2018\n\
09677120;Bischbrunn;Markt;01.05.2016;;1.780;31.12.2018\n\
9677125;Erlenbach b. Marktheidenfeld;gemeinde;;;;\n\
09677125;Erlenbach;Gemeinde;;;;\n\
09677126;=1+1;Gemeinde;;;;\n\
;Ohne Schlüssel;Gemeinde;;;;\n\
096770157157;Marktheidenfeld;Stadt;;;;\n\
0967713;Kurz;Gemeinde;;;;\n\
99677135;Falsches Land;Gemeinde;;;;\n\
0967713x;Buchstabe;Gemeinde;;;;\n\
;;;;;;\n\
09677135;;Gemeinde;;;;\n\
09677137;Hasloch;Dorf;;;;\n\
09677146;Karbach;;;;;\n\
09677151;Kreuzwertheim;Markt;31.11.2018;;;\n\
09677154;Triefenstein;Markt;01.01.2018;01.01.2017;;\n\
09677157;Marktheidenfeld;Große Kreisstadt;;;ca. 11000;31.12.2018\n\
09677178;Roden;Gemeinde;;;968;\n\
09677181;Rothenfels;Stadt;;;1013;31.12.2090\n\
09677182;Schollbrunn;Gemeinde;43465;;903;43465\n\
09677119;Birkenfeld;Gemeinde;;;9;31.12.2019\n";
    let plan = plan(text, &known, &counts);
    let expected = [
        "1 heading",
        "2 empty",
        "4 duplicate Record(\"Birkenfeld\")",
        "5 changed municipality-kind=Markt|municipality-joined-on=01.05.2016|municipality-inhabitants=1.780 (31.12.2018)",
        "6 new",
        "7 duplicate Line(6)",
        "8 new",
        "9 faulty municipality-ags-missing",
        "10 faulty municipality-ags-regional",
        "11 faulty municipality-ags-length",
        "12 faulty municipality-ags-state",
        "13 faulty municipality-ags-digits",
        "14 empty",
        "15 faulty municipality-name-missing",
        "16 faulty import-fault-kind",
        "17 faulty import-fault-kind",
        "18 faulty import-fault-day",
        "19 faulty municipality-left-early",
        "20 faulty import-fault-number",
        "21 faulty import-fault-count-day",
        "22 faulty import-fault-count-future",
        "23 new",
        "24 duplicate Line(4)",
    ];
    assert_eq!(fates(&plan), expected);
    let changed = plan.rows[3].plan.as_ref().unwrap();
    assert_eq!((changed.municipality.head.id, changed.counts[0].head.id), (id(2), id(12)));
    assert_eq!(changed.municipality.outline, "{}");
    assert_eq!(plan.rows[6].plan.as_ref().unwrap().municipality.name, "=1+1");
    assert_eq!(plan.rows[21].plan.as_ref().unwrap().municipality.joined_on, Some(on(2018, 12, 31)));
}

#[test]
fn empty_cells_change_nothing_and_a_new_count_is_added() {
    let mut known = municipality(1, "09677119", "Birkenfeld");
    known.administrative_community = "VG Marktheidenfeld".to_owned();
    let counts = [count(11, 1, on(2018, 12, 31), 2152)];
    let text = "ags;vg;website;einwohner 2018;einwohner 2019\n09677119;;www.birkenfeld.example;;2.160\n";
    let plan = plan(text, &[known], &counts);
    assert_eq!(
        fates(&plan),
        ["2 changed municipality-website=https://www.birkenfeld.example|municipality-inhabitants=2.160 (31.12.2019)"]
    );
    let step = plan.rows[0].plan.as_ref().unwrap();
    assert_eq!(step.municipality.administrative_community, "VG Marktheidenfeld");
    assert!(step.counts[0].head.id.is_nil());
}

#[test]
fn files_without_the_needed_columns_are_refused() {
    let refused = |text: &str| plan_members(&table(text), &[], &[], today()).unwrap_err().key;
    assert_eq!(refused("Name;Art\nBirkenfeld;Gemeinde\n"), "import-file-no-ags");
    assert_eq!(refused("AGS;Name;Einwohner\n09677119;Birkenfeld;2152\n"), "import-file-no-count-day");
    assert_eq!(refused("foo;bar\n1;2\n"), "import-file-no-heads");
}
