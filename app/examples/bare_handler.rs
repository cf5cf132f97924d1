//! The reference of `cargo xtask bench`: the server's own accept loop around one handler that already
//! knows its answer. Between it and a page lie the guard, the database and the drawing.
//!
//! `GET /{length}` answers with so many bytes of HTML. The address stands on the first line of output.

use allmende_web::server::{self, Limits};
use axum::Router;
use axum::extract::Path;
use axum::response::Html;
use axum::routing::get;
use tokio::net::TcpListener;

/// The program's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// No page is larger.
const LARGEST: usize = 4 * 1024 * 1024;

async fn answer(Path(length): Path<usize>) -> Html<Vec<u8>> {
    Html(vec![b'a'; length.min(LARGEST)])
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    // As the program does.
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::disable_transparent_huge_pages(true);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    let router = Router::new().route("/{length}", get(answer));
    server::serve(listener, router, Limits::default(), std::future::pending()).await
}
