#![allow(clippy::unwrap_used)]

use super::super::samples::{fates, head, id, municipality, on, person, table};
use super::*;
use crate::model::OrganisationKind;

fn office(number: u128, person: u128, title: &str) -> Office {
    Office {
        head: head(number),
        person_id: id(person),
        title: title.to_owned(),
        body_id: None,
        municipality_id: None,
        since: None,
        until: None,
    }
}

fn organisation(number: u128, name: &str) -> Organisation {
    Organisation {
        head: head(number),
        name: name.to_owned(),
        kind: OrganisationKind::Authority,
        street: String::new(),
        postcode: String::new(),
        town: String::new(),
        email: String::new(),
        phone: String::new(),
        website: String::new(),
        note: String::new(),
    }
}

fn known() -> KnownPeople {
    let mut hartlieb = person(1, "Hartlieb", "Maria", "Hartlieb@birkenfeld.example");
    hartlieb.municipality_id = Some(id(51));
    let mut muster = person(2, "Muster", "Ida", "");
    muster.organisation_id = Some(id(61));
    let mut elsewhere = person(3, "Muster", "Ida", "");
    elsewhere.municipality_id = Some(id(52));
    KnownPeople {
        people: vec![hartlieb, muster, elsewhere],
        offices: vec![office(11, 1, "Erste Bürgermeisterin")],
        municipalities: vec![
            municipality(51, "09677119", "Birkenfeld"),
            municipality(52, "09677157", "Marktheidenfeld"),
        ],
        organisations: vec![organisation(61, "Amt für Beispiele")],
    }
}

fn plan(text: &str) -> Plan<PersonPlan> {
    plan_people(&table(text), &known(), on(2026, 1, 1)).unwrap()
}

#[test]
fn every_row_has_its_fate() {
    let text = "\
Anrede;Titel;Vorname;Name;E-Mail;Telefon;Gemeinde;Organisation;Amt;seit;Einwilligung am\n\
Frau;;Maria;Hartlieb;hartlieb@birkenfeld.example;;Birkenfeld;;Erste Bürgermeisterin;;\n\
Frau;Dr.;Maria;Hartlieb;hartlieb@birkenfeld.example;09391 1;;;;;\n\
;;Kim;Probe;kim@probe.example;;;Neuer Verein;Vorstand;01.05.2024;\n\
;;Kim;Probe;KIM@probe.example;;;;;;\n\
;;Max;Anders;hartlieb@birkenfeld.example;;;;;;\n\
;;Lena;Andere;kim@probe.example;;;;;;\n\
Frau;;Ida;Muster;;;;Amt für Beispiele;;;\n\
Frau;;Ida;Muster;;123;Stadt Marktheidenfeld;;;;\n\
Frau;;Ida;Muster;;;;;;;\n\
;;;;;;;;;;\n\
Familie;;;Groß;;;;;;;\n\
;;Otto;;;;;;;;\n\
;;Otto;Ohne;otto(at)x;;;;;;\n\
;;Otto;Fern;;;Würzburg;;;;\n\
;;Eva;Amt;;;;Gemeinde Birkenfeld;Gemeinderätin;;\n\
;;Eva;Bald;;;;;Rätin;31.02.2024;\n\
;;Eva;Morgen;;;;;;;01.01.2090\n\
;;=cmd|' /C calc'!A0;'+Plus;;'+49 9391;;;;;\n\
;;M.;Hartlieb;hartlieb@birkenfeld.example;;;;;;\n\
;;Ida;Muster;ida@neu.example;;;Neuer Verein;;;\n";
    let plan = plan(text);
    let expected = [
        "2 duplicate Record(\"Hartlieb, Maria\")",
        "3 duplicate Line(2)",
        "4 new",
        "5 duplicate Line(4)",
        "6 faulty import-fault-mail-of-other",
        "7 faulty import-fault-mail-of-line",
        "8 duplicate Record(\"Muster, Ida\")",
        "9 changed person-phone=123",
        "10 faulty import-fault-namesakes",
        "11 empty",
        "12 faulty import-fault-salutation",
        "13 faulty import-fault-name",
        "14 faulty import-fault-email",
        "15 faulty import-fault-municipality",
        "16 new",
        "17 faulty import-fault-day",
        "18 faulty import-fault-day",
        "19 new",
        "20 duplicate Line(2)",
        "21 new",
    ];
    let rows = fates(&plan);
    assert_eq!(rows, expected);
    let kim = plan.rows[2].plan.as_ref().unwrap();
    assert_eq!(kim.new_organisation.as_deref(), Some("Neuer Verein"));
    assert_eq!(kim.new_office.as_ref().unwrap().since, Some(on(2024, 5, 1)));
    assert_eq!(plan.rows[2].notes.len(), 2);
    let eva = plan.rows[14].plan.as_ref().unwrap();
    assert_eq!((eva.person.municipality_id, &eva.new_organisation), (Some(id(51)), &None));
    assert_eq!(eva.new_office.as_ref().unwrap().municipality_id, Some(id(51)));
    let formula = &plan.rows[17].plan.as_ref().unwrap().person;
    assert_eq!((formula.given_name.as_str(), formula.family_name.as_str()), ("=cmd|' /C calc'!A0", "+Plus"));
    assert_eq!(formula.phone, "+49 9391");
}

#[test]
fn changes_name_their_fields() {
    let text = "Name;Mail;Titel;Telefon;Amt;Notiz\n\"Hartlieb, Maria\";hartlieb@birkenfeld.example;Dr.;1;Landrätin;\"eins\nzwei\"\n";
    let plan = plan(text);
    assert_eq!(
        fates(&plan),
        ["2 changed person-academic-title=Dr.|person-phone=1|person-note=eins\nzwei|person-offices=Landrätin"]
    );
    let step = plan.rows[0].plan.as_ref().unwrap();
    assert_eq!((step.person.head.id, step.changed), (id(1), true));
    // A form of address that the file does not name stays.
    assert_eq!(step.person.salutation, Salutation::Ms);
}

#[test]
fn an_office_alone_changes_no_field_of_the_person() {
    let plan = plan("Name;Mail;Amt\nMaria Hartlieb;hartlieb@birkenfeld.example;Kreisrätin\n");
    let step = plan.rows[0].plan.as_ref().unwrap();
    assert!(!step.changed && step.new_office.is_some());
}

#[test]
fn address_books_fare_like_tables() {
    let text = "BEGIN:VCARD\nVERSION:3.0\nN:Hartlieb;Maria;;;\nFN:Maria Hartlieb\nEMAIL:hartlieb@birkenfeld.example\nTITLE:Erste Bürgermeisterin\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:4.0\nFN:Herr Dr. Jo van der Probe\nTEL:09391\nORG:Stadt Marktheidenfeld\nEND:VCARD\n\
        BEGIN:VCARD\nFN:Abgebrochen";
    let plan = plan(text);
    assert_eq!(fates(&plan), ["1 duplicate Record(\"Hartlieb, Maria\")", "8 new", "14 faulty import-fault-torn-card"]);
    let jo = &plan.rows[1].plan.as_ref().unwrap().person;
    assert_eq!((jo.family_name.as_str(), jo.given_name.as_str()), ("van der Probe", "Jo"));
    assert_eq!((jo.academic_title.as_str(), jo.salutation, jo.municipality_id), ("Dr.", Salutation::Mr, Some(id(52))));
}

#[test]
fn a_file_without_names_is_refused() {
    let fault = plan_people(&table("Mail;Telefon\na@b.example;1\n"), &known(), on(2026, 1, 1)).unwrap_err();
    assert_eq!(fault.key, "import-file-no-names");
}
