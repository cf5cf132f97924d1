//! The matrix of routes and roles: one written table, compared with what the program does.
//!
//! `docs/roles.md` holds the table. A route that is missing from it fails here, and so does a cell
//! that says something else than the router.

use std::collections::BTreeMap;

use allmende_store::Id;
use allmende_web::access::Role;
use allmende_web::area::Method;
use axum::http::StatusCode;

use super::world::{Engine, World};

const TABLE: &str = include_str!("../../../docs/roles.md");

/// The columns of the table: nobody, then the roles.
fn columns() -> Vec<&'static str> {
    std::iter::once("public").chain(Role::ALL.iter().map(|role| role.word())).collect()
}

/// The written table: route → column → allowed.
fn written() -> BTreeMap<String, Vec<bool>> {
    TABLE
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let allowed = cells[1..].iter().map(|cell| *cell == "yes").collect();
            (cells[0].trim_matches('`').to_owned(), allowed)
        })
        .collect()
}

/// What a role is told at a route of which the record does not exist: allowed means it came past the guard.
fn came_past(status: StatusCode, location: &str) -> bool {
    let sent_to_sign_in = status == StatusCode::SEE_OTHER && location.starts_with("/anmelden");
    status != StatusCode::FORBIDDEN && !sent_to_sign_in
}

fn fill(path: &str) -> String {
    let id = Id::NIL.to_string();
    let mut out = String::new();
    let mut rest = path;
    while let Some(start) = rest.find('{') {
        let end = start + rest[start..].find('}').unwrap();
        out.push_str(&rest[..start]);
        out.push_str(match &rest[start + 1..end] {
            "kind" => "thread",
            "format" => "pdf",
            "n" | "number" | "page" => "1",
            "chapter" => "preface",
            _ => &id,
        });
        rest = &rest[end + 1..];
    }
    out + rest
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_answers_each_role_as_written() {
    let world = World::new(Engine::Sqlite).await.unwrap();
    let table = written();
    let mut clients = vec![world.stranger()];
    for role in Role::ALL {
        clients.push(world.person(*role).await);
    }
    let mut wrong = Vec::new();
    let mut seen = Vec::new();
    for route in &world.app.routes {
        let method = if route.method == Method::Get { "GET" } else { "POST" };
        let name = format!("{method} {}", route.path);
        seen.push(name.clone());
        // Signing out would end the session that the next routes need.
        if route.path == "/abmelden" || route.path == "/konto/sitzungen/beenden" {
            continue;
        }
        let path = fill(&route.path);
        let mut row = Vec::new();
        for client in &clients {
            let answer = match route.method {
                Method::Get => client.get(&path).await,
                Method::Post => client.post(&path, &[]).await,
            };
            assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{name}");
            // The page of sign-in itself is open to all, although it is what others are sent to.
            row.push(came_past(answer.status, answer.location()) || route.path.starts_with("/anmelden"));
        }
        match table.get(&name) {
            Some(expected) if *expected == row => {}
            Some(expected) => wrong.push(format!("{name}: written {expected:?}, is {row:?}")),
            None => {
                let cells: Vec<&str> = row.iter().map(|allowed| if *allowed { "yes" } else { "–" }).collect();
                wrong.push(format!("missing: | `{name}` | {} |", cells.join(" | ")));
            }
        }
    }
    for name in table.keys() {
        if !seen.contains(name) {
            wrong.push(format!("written, but there is no such route: {name}"));
        }
    }
    assert!(wrong.is_empty(), "columns: {:?}\n{}", columns(), wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn unusual_methods_are_refused_everywhere() {
    let world = World::new(Engine::Sqlite).await.unwrap();
    let manager = world.person(Role::Manager).await;
    for route in &world.app.routes {
        for method in ["PUT", "DELETE", "PATCH", "TRACE"] {
            let answer = manager.call(method, &fill(&route.path), &[], "").await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {}", route.path);
        }
    }
}
