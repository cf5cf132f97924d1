//! What belongs together stays together: in the trash, out of it, and gone for good. And the history names it in words.

use allmende_alliance::model::{Body, BodyKind};
use allmende_funding::model::CostItem;
use allmende_meetings::model::AgendaItem;
use allmende_network::model::NetworkEntry;
use allmende_projects::model::{Milestone, StateChange, Task};
use allmende_store::{Head, Id};
use allmende_web::access::Role;
use axum::http::StatusCode;

use crate::world::{Client, World, on_both_engines};

on_both_engines! {
    a_meeting_goes_and_comes_with_its_topics;
    a_grant_goes_for_good_with_its_cost_plan;
    a_thread_goes_for_good_once_nothing_refers_to_it;
    a_final_report_is_not_deleted;
    tasks_outlive_the_entry_they_follow_from;
    the_order_of_creation_holds_within_a_transaction;
    the_history_speaks_in_words;
}

fn id_of(location: &str) -> Id {
    location.split('?').next().unwrap().rsplit('/').next().unwrap().parse().unwrap()
}

async fn body(manager: &Client) -> String {
    let fields = [
        ("name", "Lenkungsgruppe"),
        ("kind", "working_group"),
        ("meeting_name", "Sitzung"),
        ("meeting_name_plural", "Sitzungen"),
    ];
    id_of(&manager.post("/gremien/neu", &fields).await.moved()).to_string()
}

async fn meeting(world: &World, manager: &Client) -> (String, Vec<Id>) {
    let body = body(manager).await;
    let fields = [
        ("body_id", body.as_str()),
        ("title", "Maisitzung"),
        ("held_on", "02.05.2017"),
        ("state", "held"),
        ("place", "Rathaus"),
    ];
    let page = manager.post("/sitzungen/neu", &fields).await.moved();
    let mut tx = world.write().await;
    let mut items = Vec::new();
    for position in 1..=3 {
        let mut item = AgendaItem {
            outcome: "Vertraulich".to_owned(),
            ..AgendaItem::new(id_of(&page), position, &format!("Thema {position}"))
        };
        tx.insert(&mut item).await.unwrap();
        items.push(item.head.id);
    }
    tx.commit().await.unwrap();
    (page, items)
}

async fn a_meeting_goes_and_comes_with_its_topics(world: World) {
    let manager = world.person(Role::Manager).await;
    let (page, items) = meeting(&world, &manager).await;
    let id = id_of(&page);
    // One topic was trashed before; it is not among those that come back with the meeting.
    manager.post(&format!("/themen/{}/papierkorb", items[0]), &[]).await.moved();
    manager.post(&format!("{page}/papierkorb"), &[]).await.moved();
    assert!(!manager.get("/suche?q=Thema").await.ok().contains("Thema 2"));
    let alone = manager.post(&format!("/papierkorb/agenda_item/{}/wiederherstellen", items[0]), &[]).await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY, "a part does not come back without its parent");
    assert!(alone.text().contains("Maisitzung"));
    manager.post(&format!("{page}/wiederherstellen"), &[]).await.moved();
    let shown = manager.get(&page).await.ok();
    assert!(shown.contains("Thema 2") && shown.contains("Thema 3") && !shown.contains("Thema 1"));
    manager.post(&format!("/papierkorb/agenda_item/{}/wiederherstellen", items[0]), &[]).await.moved();

    manager.post(&format!("{page}/papierkorb"), &[]).await.moved();
    let purge = format!("/papierkorb/meeting/{id}/loeschen");
    let question = manager.get(&purge).await.ok();
    assert!(question.contains("3 Teile davon werden mitgelöscht") && question.contains("3 × "), "{question}");
    manager.post(&purge, &[]).await.moved();
    let mut tx = world.read().await;
    assert!(tx.index_line(id).await.unwrap().is_none());
    assert_eq!(tx.parts(id).await.unwrap(), []);
    for item in items {
        assert!(tx.get_any::<AgendaItem>(item).await.unwrap().is_none());
        let history = tx.history(item).await.unwrap();
        assert!(history.iter().skip(1).all(|entry| entry.changes.is_none()), "its content left the history");
    }
    let query = allmende_store::IndexQuery { kinds: vec!["agenda_item", "meeting"], most: 10 };
    assert_eq!(tx.search("Vertraulich", &query).await.unwrap(), []);
    assert_eq!(tx.verify_history().await.unwrap(), []);
}

async fn a_grant_goes_for_good_with_its_cost_plan(world: World) {
    let manager = world.person(Role::Manager).await;
    let page = manager.post("/foerderung/neu", &[("purpose", "Allianzmanagement"), ("authority", "Amt")]).await.moved();
    let id = id_of(&page);
    let mut tx = world.write().await;
    let mut line = CostItem {
        head: Head::default(),
        grant_id: id,
        position: 1,
        label: "Personal".to_owned(),
        planned_cents: 100_000,
    };
    tx.insert(&mut line).await.unwrap();
    tx.commit().await.unwrap();
    manager.post(&format!("{page}/papierkorb"), &[]).await.moved();
    let purge = format!("/papierkorb/received_grant/{id}/loeschen");
    assert!(manager.get(&purge).await.ok().contains("Ein Teil davon wird mitgelöscht"));
    manager.post(&purge, &[]).await.moved();
    let mut tx = world.read().await;
    assert!(tx.get_any::<CostItem>(line.head.id).await.unwrap().is_none());
    assert_eq!(tx.trashed().await.unwrap(), []);
}

async fn a_thread_goes_for_good_once_nothing_refers_to_it(world: World) {
    let manager = world.person(Role::Manager).await;
    let fields = [("title", "Radwegenetz"), ("kind", "project"), ("state", "running"), ("state_since", "01.03.2017")];
    let page = manager.post("/projekte/neu", &fields).await.moved();
    let id = id_of(&page);
    let milestone =
        [("thread_id", id.to_string()), ("title", "Auftakt".to_owned()), ("on_day", "05.05.2017".to_owned())];
    let milestone: Vec<(&str, &str)> =
        milestone.iter().map(|(name, text)| (*name, text.as_str())).chain([("precision", "day")]).collect();
    manager.post("/meilensteine/neu", &milestone).await.moved();
    let task = [("title", "Plan zeichnen"), ("thread_id", &id.to_string())];
    let task = manager.post("/aufgaben/neu", &task).await.moved();
    manager.post(&format!("{page}/papierkorb"), &[]).await.moved();
    let purge = format!("/papierkorb/thread/{id}/loeschen");
    let refused = manager.get(&purge).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Plan zeichnen"), "it says what still refers to it");
    // Asking the server past the question changes nothing.
    assert_eq!(manager.post(&purge, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let parts = world.read().await.parts(id).await.unwrap();
    assert_eq!(parts.len(), 2, "{parts:?}");
    manager.post(&format!("{task}/papierkorb"), &[]).await.moved();
    manager.post(&format!("/papierkorb/task/{}/loeschen", id_of(&task)), &[]).await.moved();
    assert!(manager.get(&purge).await.ok().contains("2 Teile davon"));
    manager.post(&purge, &[]).await.moved();
    let mut tx = world.read().await;
    for part in parts {
        assert!(tx.index_line(part.record_id).await.unwrap().is_none());
        assert!(tx.get_any::<Milestone>(part.record_id).await.unwrap().is_none());
        assert!(tx.get_any::<StateChange>(part.record_id).await.unwrap().is_none());
    }
    assert_eq!(tx.verify_history().await.unwrap(), []);
}

async fn a_final_report_is_not_deleted(world: World) {
    let manager = world.person(Role::Manager).await;
    let fields = [
        ("title", "Bericht"),
        ("template", "overview"),
        ("period_from", "01.05.2017"),
        ("period_to", "01.12.2017"),
        ("language", "de"),
    ];
    let page = manager.post("/berichte/neu", &fields).await.moved();
    let id = id_of(&page);
    let mut tx = world.write().await;
    let file = tx.add_file("bericht.pdf", "application/pdf", b"%PDF".to_vec()).await.unwrap();
    let mut version = allmende_report::model::ReportVersion {
        head: Head::default(),
        report_id: id,
        number: 1,
        title: "Bericht".to_owned(),
        frozen_on: tx.today(),
        reason: String::new(),
        differences: String::new(),
        digest: String::new(),
        snapshot_file: file,
        pdf_file: file,
        docx_file: file,
        odt_file: file,
        html_file: file,
    };
    tx.insert(&mut version).await.unwrap();
    tx.trash::<allmende_report::model::Report>(id).await.unwrap();
    tx.commit().await.unwrap();
    let purge = format!("/papierkorb/report/{id}/loeschen");
    assert_eq!(manager.get(&purge).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(manager.post(&purge, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        world.read().await.get_any::<allmende_report::model::ReportVersion>(version.head.id).await.unwrap().is_some()
    );
}

async fn tasks_outlive_the_entry_they_follow_from(world: World) {
    let manager = world.person(Role::Manager).await;
    let fields = [
        ("held_on", "17.11.2017"),
        ("title", "Treffen"),
        ("kind", "meeting"),
        ("precision", "day"),
        ("follow_up_title", "Angebot einholen"),
    ];
    let page = manager.post("/vernetzung/neu", &fields).await.moved();
    manager.post(&format!("{page}/papierkorb"), &[]).await.moved();
    manager.post(&format!("/papierkorb/network_entry/{}/loeschen", id_of(&page)), &[]).await.moved();
    let mut tx = world.read().await;
    let tasks: Vec<Task> = tx.all().await.unwrap();
    assert_eq!(tasks.len(), 1);
    assert_eq!(tasks[0].source_id, None, "nothing names what is gone");
    assert!(tx.all::<NetworkEntry>().await.unwrap().is_empty());
}

async fn the_order_of_creation_holds_within_a_transaction(world: World) {
    let mut tx = world.write().await;
    for number in 0..200 {
        let mut body = Body {
            head: Head::default(),
            name: format!("Gremium {number}"),
            kind: BodyKind::Other,
            meeting_name: "Sitzung".to_owned(),
            meeting_name_plural: "Sitzungen".to_owned(),
            municipality_id: None,
            description: String::new(),
        };
        tx.insert(&mut body).await.unwrap();
    }
    let names: Vec<String> = tx.all::<Body>().await.unwrap().into_iter().map(|body| body.name).collect();
    let expected: Vec<String> = (0..200).map(|number| format!("Gremium {number}")).collect();
    assert_eq!(names, expected);
}

async fn the_history_speaks_in_words(world: World) {
    let manager = world.person(Role::Manager).await;
    let thread = manager.post("/projekte/neu", &[("title", "Kernwegenetz"), ("kind", "project")]).await.moved();
    let gone = manager.post("/projekte/neu", &[("title", "Verworfenes"), ("kind", "topic")]).await.moved();
    let (thread_id, gone_id) = (id_of(&thread).to_string(), id_of(&gone).to_string());
    let outcome = "Das Treffen war gut besucht. Alle wollen die drei Wege im nächsten Jahr gemeinsam planen und bauen.";
    let later = outcome.replace("drei Wege", "vier Wege");
    let fields = |thread: &str, kind: &str, outcome: &str, version: &str| {
        [
            ("held_on", "17.11.2017"),
            ("title", "Treffen"),
            ("kind", kind),
            ("precision", "day"),
            ("thread_id", thread),
            ("outcome", outcome),
            ("version", version),
        ]
        .map(|(name, text)| (name, text.to_owned()))
    };
    let send = async |path: String, fields: [(&'static str, String); 7]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
        manager.post(&path, &fields).await.moved()
    };
    let page = send("/vernetzung/neu".to_owned(), fields(&gone_id, "meeting", outcome, "")).await;
    send(format!("{page}/bearbeiten"), fields(&thread_id, "conference", &later, "1")).await;
    manager.post(&format!("{gone}/papierkorb"), &[]).await.moved();
    // The page around it has forms that carry ids.
    let diff =
        |page: String| page.split_once("<ol class=\"diff\">").unwrap().1.split_once("</ol>").unwrap().0.to_owned();
    let history = diff(manager.get(&format!("{page}/verlauf")).await.ok());
    let conference = manager.get(&page).await.ok();
    assert!(!history.contains(&thread_id) && !history.contains(&gone_id), "no raw ids");
    assert!(history.contains("Kernwegenetz") && history.contains("Verworfenes (im Papierkorb)"));
    assert!(!history.contains(">conference<") && !history.contains("2017-11-17"), "no stored words");
    assert!(history.contains("17.11.2017") && conference.contains("Tagung") && history.contains("Tagung"));
    // Of the long text only what changed.
    assert!(history.contains("drei</del>") && history.contains("vier</ins>"), "{history}");
    manager.post(&format!("/papierkorb/thread/{gone_id}/loeschen"), &[]).await.moved();
    let history = diff(manager.get(&format!("{page}/verlauf")).await.ok());
    assert!(history.contains("inzwischen gelöscht") && !history.contains(&gone_id));
}
