//! Work that happens besides requests: mail and recurring jobs.
//!
//! A mail is a row written in the transaction that causes it, so a mail leaves if and only if its
//! cause was stored. The worker sends what is due; a mail server that is down delays it and loses
//! nothing. Its Message-ID is made of the row's id, so a mail that is sent again after a kill in
//! the wrong moment is recognised as the same one.

mod mail;
mod outbox;
mod schedule;

pub use mail::{MailFault, Mailer, SmtpSettings};
pub use outbox::{Backlog, Mail, OutboxLine, backlog, list, queue, send_due};
pub use schedule::{Job, Worker};

use allmende_store::{MigrationText, Statement};

/// The tables of this crate.
pub const MIGRATIONS: &[MigrationText] =
    &[MigrationText { version: 20, name: "jobs", sql: include_str!("../migrations/0020_jobs.sql") }];

/// The statements of this crate.
pub fn statements() -> Vec<Statement> {
    [outbox::STATEMENTS, schedule::STATEMENTS].concat()
}
