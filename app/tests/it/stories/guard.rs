//! What the guard refuses, and what stands on every answer.

use allmende_web::access::Role;
use axum::http::StatusCode;

use crate::world::{World, on_both_engines};

on_both_engines! {
    a_form_without_the_sessions_word_changes_nothing;
    a_form_from_a_foreign_page_changes_nothing;
    every_answer_carries_the_headers;
    another_alliance_does_not_exist;
    a_stolen_session_ends_when_the_person_is_blocked;
}

const ENTRY: &[(&str, &str)] =
    &[("held_on", "17.11.2017"), ("title", "Treffen"), ("kind", "meeting"), ("precision", "day")];

async fn entries(world: &World) -> usize {
    world.read().await.of_kind("network_entry").await.unwrap().len()
}

async fn a_form_without_the_sessions_word_changes_nothing(world: World) {
    let manager = world.person(Role::Manager).await;
    let other = world.person(Role::Manager).await;
    for word in ["", "falsch", other.csrf.as_str()] {
        let mut fields = vec![("csrf", word)];
        fields.extend_from_slice(ENTRY);
        let answer = manager.post_raw("/vernetzung/neu", &fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{word}");
    }
    assert_eq!(entries(&world).await, 0);
    manager.post("/vernetzung/neu", ENTRY).await.moved();
    assert_eq!(entries(&world).await, 1);
}

async fn a_form_from_a_foreign_page_changes_nothing(world: World) {
    let manager = world.person(Role::Manager).await;
    let body = format!("csrf={}&held_on=17.11.2017&title=x&kind=meeting", manager.csrf);
    let form = ("content-type", "application/x-www-form-urlencoded");
    for headers in [
        vec![form, ("sec-fetch-site", "cross-site")],
        vec![form, ("sec-fetch-site", "same-site")],
        vec![form, ("origin", "https://evil.example")],
        vec![form, ("origin", "null")],
        vec![("content-type", "text/plain"), ("sec-fetch-site", "same-origin")],
        vec![("content-type", "application/json"), ("sec-fetch-site", "same-origin")],
    ] {
        let answer = manager.call("POST", "/vernetzung/neu", &headers, &body).await;
        assert!(answer.status.is_client_error(), "{headers:?}: {}", answer.status);
    }
    assert_eq!(entries(&world).await, 0);
}

async fn every_answer_carries_the_headers(world: World) {
    let manager = world.person(Role::Manager).await;
    let stranger = world.stranger();
    let answers = [
        manager.get("/").await,
        manager.get("/vernetzung").await,
        manager.get("/gibt-es-nicht").await,
        manager.call("PUT", "/vernetzung", &[], "").await,
        stranger.get("/anmelden").await,
        stranger.get("/vernetzung").await,
        stranger.get("/healthz").await,
        stranger.get("/assets/x/nein.css").await,
        manager.get("/vernetzung?format=csv").await,
    ];
    for answer in answers {
        for name in
            ["content-security-policy", "x-content-type-options", "referrer-policy", "x-frame-options", "cache-control"]
        {
            assert!(answer.headers.contains_key(name), "{name} is missing at {}", answer.status);
        }
        let policy = &answer.headers["content-security-policy"];
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    }
}

async fn another_alliance_does_not_exist(world: World) {
    let manager = world.person(Role::Manager).await;
    let here = manager.post("/vernetzung/neu", ENTRY).await.moved();
    let other = world.second_alliance().await;
    let stranger = world.person_of(other, Role::Manager, None).await;
    assert_eq!(stranger.get(&here).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.get(&format!("{here}/bearbeiten")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.get(&format!("{here}/verlauf")).await.status, StatusCode::NOT_FOUND);
    for verb in ["bearbeiten", "papierkorb", "wiederherstellen", "ablegen"] {
        let answer = stranger.post(&format!("{here}/{verb}"), ENTRY).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{verb}");
    }
    assert!(!stranger.get("/vernetzung").await.ok().contains("Treffen</a>"));
    assert!(!stranger.get("/suche?q=Treffen").await.ok().contains(&here));
    assert!(!stranger.get("/protokoll").await.ok().contains("Treffen"));
    // A reference into the other alliance is no choice.
    let thread = manager
        .post("/projekte/neu", &[("title", "Kernwegenetz"), ("kind", "project"), ("position", "1")])
        .await
        .moved();
    let id = thread.rsplit('/').next().unwrap();
    let mut fields = ENTRY.to_vec();
    fields.push(("thread_id", id));
    assert_eq!(stranger.post("/vernetzung/neu", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn a_stolen_session_ends_when_the_person_is_blocked(world: World) {
    let manager = world.person(Role::Manager).await;
    let reader = world.person(Role::Reader).await;
    reader.get("/projekte").await.ok();
    let accounts = manager.get("/konten").await.ok();
    let start = accounts.find("Erika reader").unwrap();
    let href = accounts[..start].rfind("/konten/").unwrap();
    let id = &accounts[href + 8..href + 44];
    manager.post(&format!("/konten/{id}/sperren"), &[]).await.moved();
    assert!(reader.get("/projekte").await.moved().starts_with("/anmelden"));
}
