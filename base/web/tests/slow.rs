//! Slow and half clients on a real socket. No test says how long something takes: each waits until the server has closed
//! the connection, and a server that never does makes it fail by the time limit of `closed`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::net::SocketAddr;
use std::time::Duration;

use allmende_web::caller::Networks;
use allmende_web::server::{Limits, serve};
use axum::Router;
use axum::body::Bytes;
use axum::routing::{get, post};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

/// Quick limits, so that the tests are.
fn limits() -> Limits {
    Limits {
        head: Duration::from_millis(300),
        body: Duration::from_millis(300),
        connection: Duration::from_secs(20),
        ..Limits::default()
    }
}

async fn server(limits: Limits) -> (SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new()
        .route("/", get(|| async { "hier" }))
        .route(
            "/langsam",
            get(|| async {
                tokio::time::sleep(Duration::from_millis(500)).await;
                "endlich"
            }),
        )
        .route("/form", post(|body: Bytes| async move { format!("{} Bytes", body.len()) }));
    let (stop, stopped) = oneshot::channel();
    let task = tokio::spawn(async move {
        serve(listener, router, limits, async {
            let _ = stopped.await;
        })
        .await
        .unwrap();
    });
    (address, stop, task)
}

async fn sent(address: SocketAddr, text: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    stream
}

/// Everything that the server still says until it closes.
async fn closed(mut stream: TcpStream) -> String {
    let mut said = Vec::new();
    // A reset is a closed connection too.
    let _ = tokio::time::timeout(Duration::from_secs(60), stream.read_to_end(&mut said))
        .await
        .expect("the server closes the connection");
    String::from_utf8_lossy(&said).into_owned()
}

const WHOLE: &str = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

#[tokio::test]
async fn half_a_head_is_not_waited_for() {
    let (address, _stop, _) = server(limits()).await;
    let mut halves = Vec::new();
    for text in ["", "G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: "] {
        for _ in 0..20 {
            halves.push(sent(address, text).await);
        }
    }
    // Others are served meanwhile.
    assert!(closed(sent(address, WHOLE).await).await.ends_with("hier"));
    for half in halves {
        assert!(!closed(half).await.contains("200 OK"));
    }
}

#[tokio::test]
async fn a_head_that_drips_is_not_waited_for() {
    let (address, _stop, _) = server(limits()).await;
    let mut stream = sent(address, "GET / HTTP/1.1\r\nHost: a\r\n").await;
    // Each byte comes in time, the head as a whole does not.
    let mut open = true;
    for _ in 0..600 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        if stream.write_all(b"X").await.is_err() {
            open = false;
            break;
        }
    }
    assert!(!open, "the server closed it");
}

#[tokio::test]
async fn half_a_body_is_not_waited_for() {
    let (address, _stop, _) = server(limits()).await;
    let head = "POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n";
    let said = closed(sent(address, &format!("{head}nur ein Anfang")).await).await;
    assert!(!said.contains("200 OK"), "{said}");
    let chunked = "POST /form HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhallo\r\n";
    let said = closed(sent(address, chunked).await).await;
    assert!(!said.contains("200 OK"), "{said}");
    // A whole one is answered.
    let whole = "POST /form HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhallo";
    assert!(closed(sent(address, whole).await).await.ends_with("5 Bytes"));
}

#[tokio::test]
async fn an_idle_connection_is_closed() {
    let (address, _stop, _) = server(limits()).await;
    let said = closed(sent(address, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").await).await;
    assert!(said.contains("200 OK") && said.ends_with("hier"), "answered, kept, then closed: {said}");
}

#[tokio::test]
async fn a_connection_ends_however_busy() {
    let (address, _stop, _) = server(Limits { connection: Duration::from_secs(1), ..limits() }).await;
    let mut stream = TcpStream::connect(address).await.unwrap();
    let mut buffer = [0; 4096];
    let mut open = true;
    for _ in 0..600 {
        let asked = stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
        if asked.is_err() || !matches!(stream.read(&mut buffer).await, Ok(1..)) {
            open = false;
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(!open, "the server closed it");
}

#[tokio::test]
async fn an_address_holds_only_so_many_connections() {
    let few = Limits { per_address: 3, head: Duration::from_secs(20), ..limits() };
    let (address, _stop, _) = server(few.clone()).await;
    let mut held = Vec::new();
    for _ in 0..3 {
        let mut stream = sent(address, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
        let mut buffer = [0; 4096];
        assert!(stream.read(&mut buffer).await.unwrap() > 0, "served");
        held.push(stream);
    }
    assert_eq!(closed(sent(address, WHOLE).await).await, "", "the fourth is closed unread");
    // One leaves, one comes in. The server notices a closed connection in its own time.
    drop(held.pop());
    let mut served = false;
    for _ in 0..600 {
        served = closed(sent(address, WHOLE).await).await.ends_with("hier");
        if served {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(served);
    // A proxy carries everybody.
    let proxies = Networks::read(&["127.0.0.1".to_owned()]).unwrap();
    let (address, _stop, _) = server(Limits { proxies, ..few }).await;
    let mut through = Vec::new();
    for _ in 0..10 {
        through.push(sent(address, "GET / HTTP/1.1\r\n").await);
    }
    assert!(closed(sent(address, WHOLE).await).await.ends_with("hier"));
}

#[tokio::test]
async fn a_stop_finishes_what_is_under_way() {
    let (address, stop, task) = server(limits()).await;
    let mut stream = sent(address, "GET /langsam HTTP/1.1\r\nHost: a\r\n\r\n").await;
    // The request has arrived once another, sent later, is answered.
    assert!(closed(sent(address, WHOLE).await).await.ends_with("hier"));
    stop.send(()).unwrap();
    let mut said = Vec::new();
    stream.read_to_end(&mut said).await.unwrap();
    assert!(String::from_utf8_lossy(&said).ends_with("endlich"));
    task.await.unwrap();
    assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
}
