//! Files for the tests.
#![allow(clippy::unwrap_used)]

use allmende_store::{Day, Head, Id};

use super::{Fate, Plan, Table, read_table};
use crate::model::{Municipality, MunicipalityKind, Person, Population, Salutation};

/// The members of the example alliance with the counts of 2018 (public facts).
pub(super) const MEMBERS: &str = "\
ags,ars,name,kind,vg,nuts3,population_2018,area_km2_destatis
09677119,096775621119,Birkenfeld,Gemeinde,VG Marktheidenfeld,DE26A,2152,29.15
09677120,096775621120,Bischbrunn,Gemeinde,VG Marktheidenfeld,DE26A,1774,36.96
09677125,096775621125,Erlenbach b. Marktheidenfeld,Gemeinde,VG Marktheidenfeld,DE26A,2360,15.31
09677126,096775621126,Esselbach,Gemeinde,VG Marktheidenfeld,DE26A,2096,11.93
09677135,096775621135,Hafenlohr,Gemeinde,VG Marktheidenfeld,DE26A,1851,11.33
09677137,096775620137,Hasloch,Gemeinde,VG Kreuzwertheim,DE26A,1388,10.38
09677146,096775621146,Karbach,Gemeinde,VG Marktheidenfeld,DE26A,1439,24.14
09677151,096775620151,Kreuzwertheim,Gemeinde,VG Kreuzwertheim,DE26A,3917,19.98
09677154,096770154154,Triefenstein,Gemeinde,,DE26A,4380,25.47
09677157,096770157157,Marktheidenfeld,Stadt,,DE26A,11194,35.7
09677178,096775621178,Roden,Gemeinde,VG Marktheidenfeld,DE26A,968,20.05
09677181,096775621181,Rothenfels,Stadt,VG Marktheidenfeld,DE26A,1013,12.07
09677182,096775620182,Schollbrunn,Gemeinde,VG Kreuzwertheim,DE26A,903,12.3
09677193,096775621193,Urspringen,Gemeinde,VG Marktheidenfeld,DE26A,1382,17.99
";

pub(super) fn table(text: &str) -> Table {
    read_table(text.as_bytes(), "liste.csv").unwrap()
}

pub(super) fn on(year: i16, month: i8, day: i8) -> Day {
    Day(jiff::civil::date(year, month, day))
}

pub(super) fn id(number: u128) -> Id {
    format!("00000000-0000-7000-8000-{number:012x}").parse().unwrap()
}

pub(super) fn head(number: u128) -> Head {
    Head { id: id(number), version: 1, ..Head::default() }
}

pub(super) fn municipality(number: u128, ags: &str, name: &str) -> Municipality {
    Municipality {
        head: head(number),
        name: name.to_owned(),
        ags: ags.to_owned(),
        kind: MunicipalityKind::Municipality,
        administrative_community: String::new(),
        joined_on: None,
        left_on: None,
        website: String::new(),
        outline: "{}".to_owned(),
    }
}

pub(super) fn count(number: u128, municipality: u128, day: Day, inhabitants: i64) -> Population {
    Population {
        head: head(number),
        municipality_id: id(municipality),
        counted_on: day,
        inhabitants,
        source: "Amt".to_owned(),
    }
}

pub(super) fn person(number: u128, family: &str, given: &str, email: &str) -> Person {
    Person {
        head: head(number),
        family_name: family.to_owned(),
        given_name: given.to_owned(),
        academic_title: String::new(),
        salutation: Salutation::Ms,
        letter_salutation: String::new(),
        email: email.to_owned(),
        phone: String::new(),
        street: String::new(),
        postcode: String::new(),
        town: String::new(),
        organisation_id: None,
        municipality_id: None,
        consent: String::new(),
        consent_on: None,
        note: String::new(),
    }
}

/// Every row as "number word detail", to compare at a glance.
pub(super) fn fates<P>(plan: &Plan<P>) -> Vec<String> {
    plan.rows
        .iter()
        .map(|row| {
            let detail = match &row.fate {
                Fate::Changed(all) => {
                    all.iter().map(|one| format!("{}={}", one.label, one.new)).collect::<Vec<_>>().join("|")
                }
                Fate::Duplicate(twin) => format!("{twin:?}"),
                Fate::Faulty(sentence) => sentence.key.to_owned(),
                _ => String::new(),
            };
            format!("{} {} {detail}", row.number, row.fate.word()).trim_end().to_owned()
        })
        .collect()
}
