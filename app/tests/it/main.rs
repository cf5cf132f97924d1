//! Tests of the whole program: through the real router, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod archive;
mod commands;
mod import_list;
mod matrix;
mod schema;
mod stories;
mod texts;
mod watch;
mod world;
