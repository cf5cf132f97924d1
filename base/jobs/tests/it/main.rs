//! Mail from the outbox to a real socket, on both engines.

mod broken;
mod killed;
mod parts;
mod sink;
mod world;
