//! An English screen speaks English, also where it shows lines of the index.

use allmende_alliance::model::{Body, BodyKind};
use allmende_meetings::model::Meeting;
use allmende_store::{Day, Head, Id};
use allmende_web::access::Role;

use crate::world::{World, on_both_engines};

on_both_engines! {
    the_index_speaks_the_language_of_the_screen;
}

async fn the_index_speaks_the_language_of_the_screen(world: World) {
    let manager = world.person(Role::Manager).await;
    let fields = [("title", "Radwegenetz"), ("kind", "project"), ("state", "running"), ("state_since", "01.03.2017")];
    let thread = manager.post("/projekte/neu", &fields).await.moved();
    let id: Id = thread.rsplit('/').next().unwrap().parse().unwrap();
    let mut tx = world.write().await;
    let mut body = Body {
        head: Head::default(),
        name: "Lenkungsgruppe".to_owned(),
        kind: BodyKind::WorkingGroup,
        meeting_name: "Sitzung".to_owned(),
        meeting_name_plural: "Sitzungen".to_owned(),
        municipality_id: None,
        description: String::new(),
    };
    tx.insert(&mut body).await.unwrap();
    let mut meeting = Meeting {
        begins_at: "19:30".to_owned(),
        place: "Rathaus".to_owned(),
        ..Meeting::new(body.head.id, "Novembersitzung", Day(jiff::civil::date(2017, 11, 20)))
    };
    tx.insert(&mut meeting).await.unwrap();
    let change = tx.parts(id).await.unwrap().remove(0);
    assert_eq!((change.kind.as_str(), change.title.as_str()), ("state_change", "running"), "the index holds data");
    tx.commit().await.unwrap();
    let report = [
        ("title", "Halbjahr"),
        ("template", "overview"),
        ("period_from", "01.05.2017"),
        ("period_to", "01.12.2017"),
        ("language", "de"),
    ];
    manager.post("/berichte/neu", &report).await.moved();
    let trashed = format!("/projektstand/{}/papierkorb", change.record_id);

    let timeline = async |language: &str| manager.get(&format!("{thread}?sprache={language}")).await.ok();
    let (german, english) = (timeline("de").await, timeline("en").await);
    assert!(german.contains("Stand: läuft") && !german.contains("State: under way"), "{german}");
    assert!(english.contains("State: under way") && !english.contains("Stand: läuft"), "{english}");
    let found = async |words: &str, language: &str| {
        let page = manager.get(&format!("/suche?q={words}&sprache={language}")).await.ok();
        page.replace('\u{a0}', " ")
    };
    assert!(found("Novembersitzung", "de").await.contains("19:30 Uhr, Rathaus"));
    let english = found("Novembersitzung", "en").await;
    assert!(english.contains("19:30, Rathaus") && !english.contains("Uhr"), "{english}");
    assert!(found("Halbjahr", "de").await.contains("1. Mai 2017"));
    assert!(found("Halbjahr", "en").await.contains("1 May 2017"));
    assert!(found("l%C3%A4uft", "de").await.contains("Stand: läuft"), "the German word is still found");
    let log = manager.get("/protokoll?sprache=en").await.ok();
    assert!(log.contains("State: under way"), "{log}");
    manager.post(&trashed, &[]).await.moved();
    // The sentence about what was just done is in the language in which it was done; it is said once.
    manager.get("/papierkorb").await.ok();
    let trash = manager.get("/papierkorb?sprache=en").await.ok();
    assert!(trash.contains("State: under way") && !trash.contains("läuft"), "{trash}");
}
