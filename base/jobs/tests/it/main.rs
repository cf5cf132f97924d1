//! Mail from the outbox to a real socket, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod broken;
mod killed;
mod parts;
mod sink;
mod world;
