//! Every text that the pages of members, bodies, people and imports name exists in both languages.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;

use allmende_web::texts::{Language, Texts, keys_and_variables};

const DE: &str = include_str!("../texts/de.ftl");
const EN: &str = include_str!("../texts/en.ftl");

/// String literals of a source file that look like keys of this area.
fn keys_in(folder: &Path, found: &mut BTreeSet<String>) {
    const PREFIXES: [&str; 11] = [
        "kind-",
        "contact-",
        "municipality-",
        "population-",
        "body-",
        "organisation-",
        "salutation-",
        "person-",
        "office-",
        "alliance-",
        "import-",
    ];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            keys_in(&path, found);
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        for literal in source.split('"').skip(1).step_by(2) {
            let plain = literal.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
            if plain && !literal.ends_with('-') && PREFIXES.iter().any(|prefix| literal.starts_with(prefix)) {
                found.insert(literal.to_owned());
            }
        }
    }
}

#[test]
fn both_languages_say_the_same() {
    assert_eq!(keys_and_variables(DE), keys_and_variables(EN));
}

#[test]
fn every_named_text_exists() {
    let texts = Texts::new(&[allmende_web::TEXTS, allmende_alliance::area().texts.unwrap()])
        .unwrap_or_else(|faults| panic!("{faults:?}"));
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut keys = BTreeSet::new();
    keys_in(&source.join("pages"), &mut keys);
    keys_in(&source.join("import"), &mut keys);
    keys_in(&source.join("letters"), &mut keys);
    assert!(keys.len() > 150, "{}", keys.len());
    let area = allmende_alliance::area();
    keys.extend(area.kinds.iter().map(|kind| allmende_web::area::kind_text(kind.record.kind)));
    keys.extend(area.navigation.iter().map(|item| item.text.to_owned()));
    for prefix in ["municipality", "population", "body", "organisation", "person", "office", "alliance"] {
        keys.extend(["new", "edit", "save", "not-saved"].map(|part| format!("{prefix}-{part}")));
    }
    let missing: Vec<&String> = keys.iter().filter(|key| !texts.has(Language::German, key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn counts_inflect() {
    let texts = Texts::new(&[allmende_web::TEXTS, allmende_alliance::area().texts.unwrap()])
        .unwrap_or_else(|faults| panic!("{faults:?}"));
    let lead = |count: i64| {
        texts.with(Language::German, "municipality-lead", &[("count", count.into()), ("sum", "36.817".into())])
    };
    assert_eq!(lead(14), "14 Mitglieder mit 36.817 Einwohnern");
    assert_eq!(lead(1), "1 Mitglied mit 36.817 Einwohnern");
    let partly = texts.with(
        Language::German,
        "municipality-lead-partly",
        &[("count", 3_i64.into()), ("sum", "10".into()), ("missing", 1_i64.into())],
    );
    assert_eq!(partly, "3 Mitglieder mit mindestens 10 Einwohnern. Bei 1 Mitglied fehlt die Einwohnerzahl.");
}
