//! The life of a record: errors come back filled, nothing is stored twice, two people lose nothing, the trash gives back.

use allmende_store::Id;
use allmende_web::access::Role;
use axum::http::StatusCode;

use crate::world::{World, on_both_engines};

on_both_engines! {
    a_faulty_form_comes_back_filled;
    a_second_press_stores_nothing_twice;
    two_people_edit_and_lose_nothing;
    the_trash_gives_back_and_forgets_for_good;
    text_appears_literally_everywhere;
    everything_is_found_and_stands_in_its_threads_timeline;
    the_history_is_a_chain;
    lists_filter_sort_and_export;
    capture_is_one_form;
}

fn id_of(location: &str) -> Id {
    location.split('?').next().unwrap().rsplit('/').next().unwrap().parse().unwrap()
}

async fn a_faulty_form_comes_back_filled(world: World) {
    let manager = world.person(Role::Manager).await;
    let answer = manager
        .post(
            "/vernetzung/neu",
            &[("held_on", "31.11.2017"), ("title", ""), ("kind", "meeting"), ("outcome", "Ein langer Text <b>")],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(page.contains("<title>Fehler: "), "the window says that there are faults");
    assert!(page.contains("Den 31.11.2017 gibt es nicht. Der November hat 30 Tage."));
    assert!(page.contains("value=\"31.11.2017\""), "what was typed is kept");
    assert!(page.contains("Ein langer Text &#60;b&#62;"), "long text is kept, escaped");
    assert!(page.contains("aria-invalid=\"true\""));
    assert!(page.contains("href=\"#held_on\"") && page.contains("href=\"#title\""), "the summary leads to the fields");
    assert!(world.read().await.of_kind("network_entry").await.unwrap().is_empty());
}

async fn a_second_press_stores_nothing_twice(world: World) {
    let manager = world.person(Role::Manager).await;
    let fields =
        [("held_on", "17.11.2017"), ("title", "Treffen mit Nachbarn"), ("kind", "meeting"), ("precision", "day")];
    let first = manager.post_keyed("/vernetzung/neu", &fields, "einmal").await.moved();
    let second = manager.post_keyed("/vernetzung/neu", &fields, "einmal").await.moved();
    assert_eq!(first, second);
    assert_eq!(world.read().await.of_kind("network_entry").await.unwrap().len(), 1);
    manager.post_keyed("/vernetzung/neu", &fields, "zweimal").await.moved();
    assert_eq!(world.read().await.of_kind("network_entry").await.unwrap().len(), 2);
}

async fn two_people_edit_and_lose_nothing(world: World) {
    let (manager, other) = (world.person(Role::Manager).await, world.person(Role::Manager).await);
    let fields = [("held_on", "17.11.2017"), ("title", "Treffen"), ("kind", "meeting"), ("precision", "day")];
    let page = manager.post("/vernetzung/neu", &fields).await.moved();
    let path = format!("{page}/bearbeiten");
    let change = |outcome: &'static str| {
        let mut all = fields.to_vec();
        all.extend_from_slice(&[("version", "1"), ("outcome", outcome)]);
        all
    };
    other.post(&path, &change("Satz der einen")).await.moved();
    let answer = manager.post(&path, &change("Satz der anderen")).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let shown = answer.text();
    assert!(shown.contains("Satz der anderen") && shown.contains("Satz der einen"), "both texts are on the page");
    assert!(shown.contains("Erika manager"), "it says who");
    assert!(shown.contains("name=\"version\" value=\"2\""), "sending again stores over the newest");
    let mut merged = change("Satz der einen. Satz der anderen");
    merged[4] = ("version", "2");
    manager.post(&path, &merged).await.moved();
    let history = manager.get(&format!("{page}/verlauf")).await.ok();
    assert!(history.contains("Satz der einen. Satz der anderen"));
}

async fn the_trash_gives_back_and_forgets_for_good(world: World) {
    let manager = world.person(Role::Manager).await;
    let fields = [("held_on", "17.11.2017"), ("title", "Geheimes Treffen"), ("kind", "meeting"), ("precision", "day")];
    let page = manager.post("/vernetzung/neu", &fields).await.moved();
    let id = id_of(&page);
    manager.post(&format!("{page}/papierkorb"), &[]).await.moved();
    let list = manager.get("/vernetzung").await.ok();
    assert!(list.contains("In den Papierkorb gelegt"), "the next page says so");
    assert!(list.contains(&format!("{page}/wiederherstellen")), "and offers to undo it");
    assert_eq!(manager.get(&page).await.status, StatusCode::NOT_FOUND);
    assert!(!manager.get("/vernetzung").await.ok().contains("Geheimes"), "said once, listed no more");
    assert!(!manager.get("/suche?q=Geheimes").await.ok().contains(&page));
    manager.post(&format!("{page}/wiederherstellen"), &[]).await.moved();
    assert!(manager.get(&page).await.ok().contains("Geheimes Treffen"));

    // For good only from the trash, and then the history keeps the fact, not the content.
    let purge = format!("/papierkorb/network_entry/{id}/loeschen");
    assert_eq!(manager.post(&purge, &[]).await.status, StatusCode::CONFLICT);
    manager.post(&format!("{page}/papierkorb"), &[]).await.moved();
    manager.get("/papierkorb").await.ok();
    manager.post(&purge, &[]).await.moved();
    let mut tx = world.read().await;
    assert!(tx.index_line(id).await.unwrap().is_none());
    let history = tx.history(id).await.unwrap();
    assert!(history.len() >= 4);
    assert!(history.iter().skip(1).all(|entry| entry.changes.is_none() && entry.title.is_empty()));
    assert_eq!(tx.verify_history().await.unwrap(), []);
}

async fn text_appears_literally_everywhere(world: World) {
    let manager = world.person(Role::Manager).await;
    let evil = "#set page(1cm) *a* <b>x</b> {{ 7*7 }} =1+1 🦔 \"quoted\" 'single'";
    let fields =
        [("held_on", "17.11.2017"), ("title", evil), ("kind", "meeting"), ("precision", "day"), ("outcome", evil)];
    let page = manager.post("/vernetzung/neu", &fields).await.moved();
    let id = id_of(&page);
    for path in [
        page.clone(),
        format!("{page}/bearbeiten"),
        "/vernetzung".to_owned(),
        "/suche?q=quoted".to_owned(),
        "/protokoll".to_owned(),
    ] {
        let text = manager.get(&path).await.ok();
        assert!(!text.contains("<b>x</b>"), "{path} executes");
        assert!(text.contains("#set page(1cm) *a* &#60;b&#62;x&#60;/b&#62; {{ 7*7 }} =1+1 🦔"), "{path}");
    }
    assert_eq!(world.read().await.index_line(id).await.unwrap().unwrap().title, evil);
    let formula = [("held_on", "17.11.2017"), ("title", "=1+1"), ("kind", "meeting"), ("precision", "day")];
    manager.post("/vernetzung/neu", &formula).await.moved();
    let csv = manager.get("/vernetzung?format=csv").await.ok();
    assert!(csv.contains(";'=1+1;"), "{csv}");
}

async fn everything_is_found_and_stands_in_its_threads_timeline(world: World) {
    let manager = world.person(Role::Manager).await;
    let thread = manager
        .post(
            "/projekte/neu",
            &[("title", "Kernwegenetz"), ("kind", "project"), ("narrative", "Tragfähige Hauptwege"), ("position", "1")],
        )
        .await
        .moved();
    let id = id_of(&thread).to_string();
    let fields = [
        ("held_on", "17.11.2017"),
        ("title", "Gespräch über Wege"),
        ("kind", "meeting"),
        ("precision", "day"),
        ("thread_id", id.as_str()),
    ];
    let entry = manager.post("/vernetzung/neu", &fields).await.moved();
    let page = manager.get(&thread).await.ok();
    assert!(page.contains("Gespräch über Wege") && page.contains(&entry));
    for (words, hit) in [("Kernweg", &thread), ("tragf", &thread), ("gesprach", &entry), ("Wege Gespräch", &entry)] {
        let encoded: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let found = manager.get(&format!("/suche?q={encoded}")).await.ok();
        assert!(found.contains(hit.as_str()), "{words} does not find {hit}");
    }
    assert!(manager.get("/suche?q=%22%3B%20DROP%20TABLE%20thread%20--").await.status.is_success());
    manager.post(&format!("{entry}/papierkorb"), &[]).await.moved();
    manager.get("/vernetzung").await.ok();
    assert!(!manager.get(&thread).await.ok().contains("Gespräch über Wege"));
}

async fn the_history_is_a_chain(world: World) {
    let manager = world.person(Role::Manager).await;
    for day in ["15.11.2017", "16.11.2017", "17.11.2017"] {
        manager
            .post(
                "/vernetzung/neu",
                &[("held_on", day), ("title", "Treffen"), ("kind", "meeting"), ("precision", "day")],
            )
            .await
            .moved();
    }
    assert_eq!(world.read().await.verify_history().await.unwrap(), []);
    let history = world.read().await.whole_history().await.unwrap();
    let numbers: Vec<i64> = history.iter().map(|entry| entry.seq).collect();
    assert_eq!(numbers, (1..=i64::try_from(history.len()).unwrap()).collect::<Vec<_>>());
}

async fn lists_filter_sort_and_export(world: World) {
    let manager = world.person(Role::Manager).await;
    for (day, title) in [("01.05.2017", "Ärzte"), ("30.04.2017", "Apfel"), ("01.12.2017", "Zorn"), ("02.12.2017", "Öl")]
    {
        manager
            .post("/vernetzung/neu", &[("held_on", day), ("title", title), ("kind", "meeting"), ("precision", "day")])
            .await
            .moved();
    }
    manager.get("/vernetzung").await.ok();
    let within = manager.get("/vernetzung?von=01.05.2017&bis=01.12.2017").await.ok();
    assert!(within.contains("2 von 4 Einträgen"), "both ends are included");
    assert!(within.contains("Ärzte") && within.contains("Zorn") && !within.contains("Apfel"));
    let sorted = manager.get("/vernetzung?sort=titel").await.ok();
    let places: Vec<usize> =
        ["Apfel", "Ärzte", "Öl", "Zorn"].iter().map(|word| sorted.find(&format!("{word}</a>")).unwrap()).collect();
    assert!(places.is_sorted(), "DIN 5007-1");
    let fault = manager.get("/vernetzung?von=31.11.2017").await.ok();
    assert!(fault.contains("31.11.2017"));
    let csv = manager.get("/vernetzung?format=csv&von=01.05.2017&bis=01.12.2017").await.ok();
    assert_eq!(csv.lines().count(), 3, "the export holds what the filter left: {csv}");
    let book = manager.get("/vernetzung?format=xlsx").await;
    assert_eq!(&book.bytes[..2], b"PK");
    let empty = manager.get("/vernetzung?q=gibtesnicht").await.ok();
    assert!(empty.contains("Keine Einträge für diese Filter"));
}

async fn capture_is_one_form(world: World) {
    let manager = world.person(Role::Manager).await;
    for (kind, table) in [("contact", "network_entry"), ("task", "task"), ("press", "clipping"), ("topic", "thread")] {
        let answer =
            manager.post("/erfassen", &[("kind", kind), ("text", "Kurz notiert"), ("day", "14.11.2017")]).await;
        assert_eq!(answer.moved(), format!("/erfassen?art={kind}"));
        assert_eq!(world.read().await.of_kind(table).await.unwrap().len(), 1, "{kind}");
    }
    let faulty = manager.post("/erfassen", &[("kind", "contact"), ("text", ""), ("day", "31.11.2017")]).await;
    assert_eq!(faulty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(faulty.text().contains("31.11.2017"));
    let reader = world.person(Role::Reader).await;
    assert_eq!(reader.get("/erfassen").await.status, StatusCode::FORBIDDEN);
    assert_ne!(
        reader.post("/erfassen", &[("kind", "task"), ("text", "x"), ("day", "14.11.2017")]).await.status,
        StatusCode::SEE_OTHER
    );
}
