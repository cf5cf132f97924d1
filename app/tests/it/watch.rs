//! What the operator sees: log lines and figures, and what never stands in them.

use std::sync::{Arc, Mutex};
use std::thread::ThreadId;

use allmende::metrics;
use allmende_web::access::Role;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use tower::ServiceExt;
use tracing_subscriber::fmt::MakeWriter;

use super::world::{Engine, World};

/// Keeps what one thread logs: the other tests of this program run beside it.
#[derive(Clone)]
struct Kept {
    thread: ThreadId,
    bytes: Arc<Mutex<Vec<u8>>>,
}

impl std::io::Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if std::thread::current().id() == self.thread {
            self.bytes.lock().unwrap().extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Kept {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Words that a caller sends and that must stand in no line.
const PRIVATE: [&str; 5] = ["ida.sommer", "geheimwort", "Kernwegenetz", "Firefox/Merkmal", "10.0."];

#[tokio::test]
async fn log_and_figures_hold_routes_and_nothing_private() {
    let kept = Kept { thread: std::thread::current().id(), bytes: Arc::default() };
    let subscriber = tracing_subscriber::fmt().json().flatten_event(true).with_max_level(tracing::Level::TRACE);
    tracing::subscriber::set_global_default(subscriber.with_writer(kept.clone()).finish()).unwrap();
    let handle = metrics::begin().unwrap();
    let world = World::new(Engine::Sqlite).await.unwrap();
    let manager = world.person(Role::Manager).await;
    let stranger = world.stranger();
    let token = "geheimwort".repeat(5);
    manager.get("/vernetzung?q=Kernwegenetz").await.ok();
    stranger.get(&format!("/konto/link/{token}")).await;
    stranger.post_raw("/anmelden", &[("email", "ida.sommer@test.example"), ("password", "geheimwort")]).await;
    stranger.call("GET", "/gibt/es/nicht/geheimwort", &[("user-agent", "Firefox/Merkmal")], "").await;
    stranger.call("GEHEIMWORT", "/anmelden", &[], "").await;
    let mut tx = world.write().await;
    let mail = allmende_jobs::Mail::new("ida.sommer@test.example", "geheimwort", "");
    allmende_jobs::queue(&mut tx, &mail).await.unwrap();
    tx.commit().await.unwrap();
    world.pass(jiff::SignedDuration::from_secs(90));

    let log = String::from_utf8(kept.bytes.lock().unwrap().clone()).unwrap();
    let lines: Vec<serde_json::Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .filter(|line: &serde_json::Value| line["target"] == "allmende::request")
        .collect();
    let of = |route: &str| lines.iter().find(|line| line["route"] == route).unwrap_or_else(|| panic!("{route}: {log}"));
    let list = of("/vernetzung");
    assert_eq!((&list["method"], &list["status"]), (&"GET".into(), &200.into()));
    assert!(list["bytes"].as_u64().unwrap() > 1000 && list["ms"].is_u64());
    assert_eq!(of("/konto/link/{token}")["status"], 422);
    assert_eq!(of("/anmelden")["status"], 422);
    assert_eq!(of("none")["status"], 404);
    assert!(lines.iter().any(|line| line["method"] == "other" && line["status"] == 405));

    let router = metrics::router(handle, world.app.database.clone(), {
        let app = world.app.clone();
        Arc::new(move || app.now())
    });
    let ask = |path: &str| router.clone().oneshot(Request::get(path).body(Body::empty()).unwrap());
    let answer = ask("/metrics").await.unwrap();
    assert_eq!(answer.status(), 200);
    let figures = String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap();
    for line in [
        "allmende_outbox_mails{state=\"waiting\"} 1",
        "allmende_outbox_mails{state=\"stuck\"} 0",
        "allmende_outbox_oldest_seconds 90",
        "allmende_database_connections{pool=\"writer\",state=\"open\"} 1",
    ] {
        assert!(figures.contains(line), "{line} is missing in\n{figures}");
    }
    // Other tests are counted too.
    for name in [
        "allmende_requests_total{method=\"GET\",route=\"/vernetzung\",status=\"200\"} ",
        "allmende_request_seconds_count{route=\"/vernetzung\"} ",
        "allmende_requests_total{method=\"other\",route=\"/anmelden\",status=\"405\"} ",
    ] {
        let count = figures.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{name}"));
        assert!(count.parse::<u64>().unwrap() >= 1);
    }
    assert_eq!(ask("/").await.unwrap().status(), 404);
    for word in PRIVATE {
        let ours: Vec<String> = lines.iter().map(ToString::to_string).collect();
        assert!(!ours.join("\n").to_lowercase().contains(&word.to_lowercase()), "{word} stands in the log");
        assert!(!figures.to_lowercase().contains(&word.to_lowercase()), "{word} stands in the figures");
    }
    // At the usual level nothing else says it either.
    let usual =
        log.lines().filter(|line| !line.contains("\"level\":\"TRACE\"") && !line.contains("\"level\":\"DEBUG\""));
    for line in usual {
        for word in PRIVATE {
            assert!(!line.to_lowercase().contains(&word.to_lowercase()), "{word}: {line}");
        }
    }
    // The pages for visitors know nothing of figures.
    assert_eq!(stranger.get("/metrics").await.status, 404);
}
