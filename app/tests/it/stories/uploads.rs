//! Files that people add: room for them, and those that wait too long.

use allmende_jobs::Worker;
use allmende_web::access::Role;
use allmende_web::app::Settings;
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::world::{Engine, World, on_both_engines};

on_both_engines! {
    waiting_files_go_after_a_day;
}

const MEMBERS: &str = "Name;Art;AGS\nKarbach;Markt;09677148\n";

async fn waiting_files_go_after_a_day(world: World) {
    let manager = world.person(Role::Manager).await;
    let there = manager.upload("/mitglieder/einlesen", &[], ("file", "m.csv", MEMBERS.as_bytes())).await.moved();
    let report = "Tätigkeitsbericht\n\n1. Sitzungen\n\n12.09.2017 Sitzung der Lenkungsgruppe in Karbach\n";
    let old = manager.upload("/berichte/einlesen", &[], ("file", "b.txt", report.as_bytes())).await.moved();
    manager.get(&there).await.ok();
    manager.get(&old).await.ok();
    let clock = {
        let app = world.app.clone();
        std::sync::Arc::new(move || app.now())
    };
    let worker = Worker { database: world.app.database.clone(), clock, mailer: None, jobs: allmende::house::jobs() };
    worker.step().await;
    manager.get(&there).await.ok();
    world.pass(SignedDuration::from_hours(11));
    manager.get("/").await.ok();
    world.pass(SignedDuration::from_hours(11));
    manager.get("/").await.ok();
    worker.step().await;
    manager.get(&there).await.ok();
    manager.get(&old).await.ok();
    world.pass(SignedDuration::from_hours(3));
    worker.step().await;
    assert_eq!(manager.get(&there).await.status, StatusCode::UNPROCESSABLE_ENTITY, "gone, and said so");
    assert_eq!(manager.get(&old).await.status, StatusCode::NOT_FOUND);
    assert!(world.read().await.files().await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_alliance_says_so_at_the_field() {
    let settings =
        Settings { public_url: "http://allmende.test".to_owned(), most_file_bytes: 1_048_576, ..Settings::default() };
    let world = World::with(Engine::Sqlite, settings).await.unwrap();
    let manager = world.person(Role::Manager).await;
    let mut tx = world.write().await;
    tx.add_file("bild.png", "image/png", vec![0; 1_048_500]).await.unwrap();
    tx.commit().await.unwrap();
    let long = format!("{MEMBERS}{}", "\n".repeat(200));
    for (path, name, text) in [
        ("/mitglieder/einlesen", "m.csv", long.as_str()),
        ("/berichte/einlesen", "b.txt", &"Sitzung am 12.09.2017\n".repeat(9)),
    ] {
        let answer = manager.upload(path, &[], ("file", name, text.as_bytes())).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(answer.text().contains("kein Platz mehr: 1 von 1 MB"), "{path}: {}", answer.text());
    }
    // A small one still fits, and another alliance has room of its own.
    manager.upload("/mitglieder/einlesen", &[], ("file", "m.csv", MEMBERS.as_bytes())).await.moved();
    let other = world.second_alliance().await;
    let stranger = world.person_of(other, Role::Manager, None).await;
    stranger.upload("/mitglieder/einlesen", &[], ("file", "m.csv", long.as_bytes())).await.moved();
}
