//! Plays the half-year of the invented alliance and writes its archive.
//!
//! `cargo run -p allmende --example haselgrund -- examples/haselgrund-2017`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

#[path = "../tests/it/played/mod.rs"]
#[allow(dead_code)] // Some of it only serves the tests.
mod played;
#[path = "../tests/it/world.rs"]
#[allow(dead_code, unused_macros, unused_imports)] // The same.
mod world;

use std::path::PathBuf;

use allmende::{archive, house};

#[tokio::main]
async fn main() {
    let target = PathBuf::from(std::env::args().nth(1).expect("usage: haselgrund <directory>"));
    let world = played::stage(world::Engine::Sqlite).await.unwrap();
    played::play(&world).await;
    let kinds = house::kinds(&house::areas());
    let files = archive::export(&world.app.database, world.alliance, world.app.now(), &kinds)
        .await
        .unwrap_or_else(|failure| panic!("{}", failure.line));
    if target.exists() {
        std::fs::remove_dir_all(&target).unwrap();
    }
    archive::write_folder(&files, &target).unwrap_or_else(|failure| panic!("{}", failure.line));
}
