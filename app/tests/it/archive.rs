//! The open archive: round trip without loss, refusals that store nothing.

use allmende::{archive, house};
use allmende_store::Id;

use super::world::{Engine, database, start};

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/raum-marktheidenfeld-2017");

async fn round_trip(from: Engine, to: Engine) {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (Some(first), Some(second)) = (database(from, one.path()).await, database(to, two.path()).await) else {
        return;
    };
    let kinds = house::kinds(&house::areas());
    let files = archive::unpack(EXAMPLE.as_ref()).unwrap_or_else(|failure| panic!("{}", failure.line));
    let id =
        archive::import(&first, &files, start(), &kinds).await.unwrap_or_else(|failure| panic!("{}", failure.line));
    // A change, so that the history travels too.
    let mut tx = first.write(id, allmende_store::Actor::default(), start()).await.unwrap();
    let mut field = allmende_projects::model::FieldOfAction {
        head: allmende_store::Head::default(),
        name: "Energie".to_owned(),
        position: 9,
        description: "Zeile 1\nZeile 2 „mit Anführung“".to_owned(),
    };
    tx.insert(&mut field).await.unwrap();
    tx.trash::<allmende_projects::model::FieldOfAction>(field.head.id).await.unwrap();
    let picture = tx.add_file("bild.png", "image/png", vec![0, 1, 2, 255]).await.unwrap();
    assert_ne!(picture, Id::NIL);
    tx.commit().await.unwrap();

    let exported =
        archive::export(&first, id, start(), &kinds).await.unwrap_or_else(|failure| panic!("{}", failure.line));
    let packed = archive::pack(&exported).unwrap_or_else(|failure| panic!("{}", failure.line));
    let file = one.path().join("a.zip");
    std::fs::write(&file, &packed).unwrap();
    let read = archive::unpack(&file).unwrap_or_else(|failure| panic!("{}", failure.line));
    archive::import(&second, &read, start(), &kinds).await.unwrap_or_else(|failure| panic!("{}", failure.line));
    let again =
        archive::export(&second, id, start(), &kinds).await.unwrap_or_else(|failure| panic!("{}", failure.line));
    let packed_again = archive::pack(&again).unwrap_or_else(|failure| panic!("{}", failure.line));
    for (name, bytes) in &exported {
        assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&again[name]), "{name}");
    }
    assert_eq!(packed, packed_again);
}

#[tokio::test]
async fn export_import_export_gives_the_same_bytes() {
    round_trip(Engine::Sqlite, Engine::Sqlite).await;
}

#[tokio::test]
async fn an_archive_moves_from_sqlite_to_postgres_and_back() {
    round_trip(Engine::Sqlite, Engine::Postgres).await;
    round_trip(Engine::Postgres, Engine::Sqlite).await;
}

#[tokio::test]
async fn a_damaged_archive_stores_nothing() {
    let kinds = house::kinds(&house::areas());
    let sound = archive::unpack(EXAMPLE.as_ref()).unwrap_or_else(|failure| panic!("{}", failure.line));
    type Harm = fn(&mut archive::Files);
    let table: [(&str, Harm); 6] = [
        ("is missing", |files| drop(files.remove("allmende.json"))),
        ("records/meeting.json", |files| drop(files.insert("records/meeting.json".into(), b"[{]".to_vec()))),
        ("record 1", |files| drop(files.insert("records/meeting.json".into(), b"[{}]".to_vec()))),
        ("does not know", |files| drop(files.insert("records/stranger.json".into(), b"[]".to_vec()))),
        ("format", |files| {
            let text =
                String::from_utf8(files["allmende.json"].clone()).unwrap().replace("\"format\": 1", "\"format\": 99");
            files.insert("allmende.json".into(), text.into_bytes());
        }),
        // A child without its parent: the keys of the database refuse it.
        ("agenda_item.json", |files| drop(files.insert("records/meeting.json".into(), b"[]".to_vec()))),
    ];
    for (expected, harm) in table {
        let folder = tempfile::tempdir().unwrap();
        let database = database(Engine::Sqlite, folder.path()).await.unwrap();
        let mut files = sound.clone();
        harm(&mut files);
        let failure = archive::import(&database, &files, start(), &kinds).await.expect_err(expected);
        assert!(failure.line.contains(expected), "{expected}: {}", failure.line);
        assert_eq!(failure.code, 65);
        let alliances = allmende_alliance::all_alliances(&database, start()).await.unwrap();
        assert!(alliances.is_empty(), "{expected}: something was stored");
    }
}

#[tokio::test]
async fn the_example_is_imported_once() {
    let folder = tempfile::tempdir().unwrap();
    let database = database(Engine::Sqlite, folder.path()).await.unwrap();
    let kinds = house::kinds(&house::areas());
    let files = archive::unpack(EXAMPLE.as_ref()).unwrap_or_else(|failure| panic!("{}", failure.line));
    archive::import(&database, &files, start(), &kinds).await.unwrap_or_else(|failure| panic!("{}", failure.line));
    assert!(archive::import(&database, &files, start(), &kinds).await.is_err());
}
