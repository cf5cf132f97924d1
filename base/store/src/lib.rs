//! The database: two engines behind one small interface.
//!
//! SQLite is embedded, PostgreSQL is for larger operators; every statement is one SQL text for
//! both. A request opens one [`Tx`], which carries the alliance, the person acting and the time,
//! and binds the alliance as `$1` of every statement, so no query can forget the tenant. Records
//! (see [`record!`]) are written only through [`Tx::insert`], [`Tx::update`] and their kin, which keep
//! the search index, the history and the version in step, in the same transaction. Rules for
//! statements and tables: `docs/database.md`.

mod archive;
mod audit;
mod check;
mod database;
mod file;
mod fold;
mod ids;
mod index;
mod listing;
mod migrate;
mod record;
mod statement;
mod tx;
mod types;

/// What the macros of this crate expand to.
#[doc(hidden)]
pub mod export {
    pub use serde::{self, Deserialize, Serialize};
    pub use serde_json::{from_str as from_json, to_string as to_json};
    pub use sqlx;
}

extern crate self as allmende_store;

pub use archive::{RecordKind, archive_order};
pub use audit::{Action, AuditBreak, AuditEntry, Change, digest};
pub use check::{TableShape, prepare_all, table_shapes};
pub use database::{Database, OpenFault};
pub use file::StoredFile;
pub use fold::fold;
pub use index::{Entry, Found, IndexQuery, TimelineItem};
pub use listing::{CountedPage, Listing, Order, Sql, SqlColumn};
pub use migrate::{MigrationText, translate};
pub use record::{Head, Record, RecordData, RecordSql, record_sql};
pub use statement::{Arg, Statement, ToArg};
pub use tx::{Actor, BothRow, StoreError, Tx};
pub use types::{Day, Id, Moment, Precision};

/// The migration that every area builds on: index, history, files.
pub const MIGRATIONS: &[MigrationText] = &[
    MigrationText { version: 1, name: "base", sql: include_str!("../migrations/0001_base.sql") },
    MigrationText { version: 2, name: "lists", sql: include_str!("../migrations/0002_lists.sql") },
    MigrationText { version: 3, name: "confidential", sql: include_str!("../migrations/0003_confidential.sql") },
];

/// All statements of this crate, for the test that prepares every one on both engines.
pub fn statements() -> Vec<Statement> {
    [audit::STATEMENTS, file::STATEMENTS, index::STATEMENTS, listing::STATEMENTS].concat()
}
