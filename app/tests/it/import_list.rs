//! Members and contacts from the command line: the same fates and words as in the browser.

use allmende::command::import_list::{Target, preview};
use allmende_alliance::import::{ImportFault, Words, import_members, import_people};
use allmende_web::texts::Language;

use super::world::{Engine, World};

const MEMBERS: &str = "Name;Art;AGS\nKarbach;Markt;09677148\nKarbach;Markt;09677148\nOhne Schlüssel;Markt;12\n";
const CONTACTS: &str = "Vorname;Nachname;E-Mail\nIda;Sommer;ida@test.example\nOtto;Winter;keine Adresse\n";

#[tokio::test]
async fn every_row_is_shown_and_only_asked_for_rows_are_stored() {
    let world = World::new(Engine::Sqlite).await.unwrap();
    let words = Words { texts: &world.app.texts, language: Language::German };
    let mut tx = world.write().await;
    let (sum, shown) = preview(&mut tx, Target::Members, MEMBERS.as_bytes(), "m.csv", words).await.unwrap();
    assert!(sum.starts_with("1 neu, 0 geändert, 1 Dublette, 1 fehlerhaft"), "{sum}");
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines.len(), 3, "{shown}");
    assert!(lines[0].starts_with("    2  neu") && lines[0].contains("Karbach"), "{shown}");
    assert!(lines[1].starts_with("    3  ") && lines[1].contains("Zeile 2"), "{shown}");
    assert!(lines[2].starts_with("    4  ") && lines[2].contains("dieser hat 2"), "{shown}");
    assert!(tx.of_kind("municipality").await.unwrap().is_empty(), "looking stores nothing");
    let counts = import_members(&mut tx, MEMBERS.as_bytes(), "m.csv").await.unwrap();
    assert_eq!((counts.new, counts.duplicate, counts.faulty), (1, 1, 1));
    let (_, again) = preview(&mut tx, Target::Members, MEMBERS.as_bytes(), "m.csv", words).await.unwrap();
    assert!(!again.lines().any(|line| line.contains("  neu ")), "{again}");
    tx.commit().await.unwrap();

    let mut tx = world.write().await;
    let english = Words { texts: &world.app.texts, language: Language::English };
    let (_, shown) = preview(&mut tx, Target::Contacts, CONTACTS.as_bytes(), "k.csv", english).await.unwrap();
    assert!(shown.contains("Sommer, Ida"), "{shown}");
    import_people(&mut tx, CONTACTS.as_bytes(), "k.csv").await.unwrap();
    assert!(tx.of_kind("person").await.unwrap().iter().any(|line| line.title.contains("Sommer")));
}

#[tokio::test]
async fn what_a_terminal_obeys_is_not_sent_to_it() {
    let world = World::new(Engine::Sqlite).await.unwrap();
    let words = Words { texts: &world.app.texts, language: Language::German };
    let mut tx = world.write().await;
    let file = "Name;Art;AGS\nKar\u{1b}[31mbach\u{7};Markt;09677148\n";
    match preview(&mut tx, Target::Members, file.as_bytes(), "m.csv", words).await {
        Ok((_, shown)) => assert!(!shown.contains(['\u{1b}', '\u{7}']), "{shown:?}"),
        Err(ImportFault::Refused(_)) => {}
        Err(ImportFault::Store(error)) => panic!("{error}"),
    }
}
