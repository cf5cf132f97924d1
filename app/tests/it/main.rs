//! Tests of the whole program: through the real router, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

#[allow(dead_code)] // Some of it only serves the documents that are checked from outside.
mod alliances;
mod archive;
mod commands;
mod draw;
mod file_text;
mod import_list;
mod matrix;
mod played;
mod schema;
mod stories;
mod texts;
mod watch;
mod world;
