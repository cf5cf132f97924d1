//! What the guard refuses, and what stands on every answer.

use allmende_web::access::{Access, Role};
use allmende_web::app::Settings;
use axum::http::StatusCode;

use crate::world::{Answer, Client, Engine, World, on_both_engines};

on_both_engines! {
    a_form_without_the_sessions_word_changes_nothing;
    a_form_from_a_foreign_page_changes_nothing;
    every_answer_carries_the_headers;
    a_panic_is_one_answer_with_all_headers;
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

/// The headers of each answer, whatever became of the request.
fn check_headers(name: &str, answer: &Answer) {
    let is = |header: &str| answer.headers.get(header).map_or("", String::as_str);
    let policy = is("content-security-policy");
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{name}: {policy}");
    for part in ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"] {
        assert!(policy.contains(part), "{name}: {policy}");
    }
    for (header, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-robots-tag", "noindex"),
    ] {
        assert_eq!(is(header), value, "{name}: {header}");
    }
    assert!(!is("cache-control").is_empty() && !is("permissions-policy").is_empty(), "{name}");
    assert!(!answer.headers.contains_key("access-control-allow-origin"), "{name}");
}

async fn every_answer_carries_the_headers(world: World) {
    let manager = world.person(Role::Manager).await;
    let stranger = world.stranger();
    let style = format!("{}/allmende.css", allmende_web::assets::prefix());
    let form = ("content-type", "application/x-www-form-urlencoded");
    let file = ("content-type", "multipart/form-data; boundary=x");
    let large = "x".repeat(2 * 1024 * 1024 + 1);
    let unknown = format!("/konto/link/{}", "x".repeat(43));
    let slow = world.stranger();
    for _ in 0..3 {
        slow.get(&unknown).await;
    }
    for (name, status, answer) in [
        ("start", 200, manager.get("/").await),
        ("list", 200, manager.get("/vernetzung").await),
        ("not found", 404, manager.get("/gibt-es-nicht").await),
        ("method", 405, manager.call("PUT", "/vernetzung", &[], "").await),
        ("sign-in", 200, stranger.get("/anmelden").await),
        ("sent away", 303, stranger.get("/vernetzung").await),
        ("health", 200, stranger.get("/healthz").await),
        ("no file", 404, stranger.get("/assets/x/nein.css").await),
        ("file", 200, stranger.get(&style).await),
        ("csv", 200, manager.get("/vernetzung?format=csv").await),
        ("xlsx", 200, manager.get("/vernetzung?format=xlsx").await),
        ("refused", 422, manager.post("/vernetzung/neu", &[]).await),
        ("forbidden", 403, manager.post_raw("/vernetzung/neu", &[]).await),
        ("content type", 400, manager.call("POST", "/vernetzung/neu", &[("content-type", "text/plain")], "a").await),
        ("large form", 413, manager.call("POST", "/vernetzung/neu", &[form], &large).await),
        (
            "large file",
            413,
            manager.call("POST", "/personen/einlesen", &[file, ("content-length", "26214401")], "--x--").await,
        ),
        ("too often", 429, slow.get(&unknown).await),
    ] {
        assert_eq!(answer.status.as_u16(), status, "{name}: {}", answer.text());
        check_headers(name, &answer);
        if name != "file" {
            assert_eq!(answer.headers["cache-control"], "no-store", "{name}");
        }
        if answer.status.is_client_error() && !["method", "no file"].contains(&name) {
            assert!(answer.text().contains("<h1>"), "{name}: a page says what happened");
        }
    }
}

async fn a_panic_is_one_answer_with_all_headers(world: World) {
    let broken = |_: allmende_web::Cx| async { if true { panic!("on purpose") } else { StatusCode::OK } };
    let routes = vec![
        allmende_web::area::get("/kaputt", Access::Public, broken),
        allmende_web::area::get("/heil", Access::Public, |_: allmende_web::Cx| async { StatusCode::OK }),
    ];
    let client = Client { router: allmende_web::router::build(world.app.clone(), routes), ..world.stranger() };
    let answer = client.get("/kaputt").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!answer.text().contains("on purpose"), "the cause is for the log");
    check_headers("panic", &answer);
    assert_eq!(client.get("/heil").await.status, StatusCode::OK, "others go on");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_tls_cookies_are_bound_to_the_host() {
    let settings = Settings { public_url: "https://allmende.test".to_owned(), ..Settings::default() };
    let world = World::with(Engine::Sqlite, settings).await.unwrap();
    let link = super::accounts::invited(&world, "reader").await;
    let stranger = world.stranger();
    stranger.post_raw(&link, &[("password", super::accounts::SECRET)]).await.moved();
    let fields = [("email", "ida@test.example"), ("password", super::accounts::SECRET)];
    let answer = stranger.post_raw("/anmelden", &fields).await;
    assert_eq!(answer.moved(), "/");
    assert_eq!(answer.cookies.len(), 2);
    for cookie in &answer.cookies {
        assert!(cookie.starts_with("__Host-allmende"), "{cookie}");
        for part in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/;"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
    assert_eq!(answer.headers["strict-transport-security"], "max-age=31536000; includeSubDomains");
    // Without TLS, on loopback, the browser would not send such cookies back.
    let plain = World::new(Engine::Sqlite).await.unwrap();
    let answer = plain.stranger().get("/anmelden").await;
    assert!(!answer.headers.contains_key("strict-transport-security"));
    assert!(answer.cookies.is_empty(), "no cookie before sign-in");
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
