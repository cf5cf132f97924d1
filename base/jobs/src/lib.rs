//! Work that happens besides requests: mail and recurring jobs.
//!
//! A mail is a row written in the transaction that causes it, so a mail leaves if and only if its
//! cause was stored. The worker sends what is due; a mail server that is down delays it and loses
//! nothing.
//!
//! Nobody gets a mail twice by itself. SMTP has no way to ask what became of a mail, so the row is
//! claimed before the server gets it: a worker that is killed, or a connection that breaks while the
//! text is under way, leaves a claimed row behind, and that mail is *uncertain* ([`MailState`]). It
//! waits for a person, who says [`send_again`] or [`settle_uncertain`]. Whatever fails before the
//! text goes out, and whatever the server refuses, is certain and is tried again by itself. The
//! Message-ID is made of the row's id, so a mail that a person sends again is still the same one.

mod dispatch;
mod message;
mod outbox;
mod schedule;
mod smtp;

pub use outbox::{
    Attachment, Backlog, CalendarPart, Mail, MailState, OutboxLine, backlog, line, lines, list, queue, send_again,
    settle_uncertain,
};
pub use schedule::{Job, Worker};
pub use smtp::{MailFault, Mailer, SmtpSettings};

use allmende_store::{MigrationText, Statement};

/// The tables of this crate.
pub const MIGRATIONS: &[MigrationText] = &[
    MigrationText { version: 20, name: "jobs", sql: include_str!("../migrations/0020_jobs.sql") },
    MigrationText { version: 21, name: "mail parts", sql: include_str!("../migrations/0021_mail_parts.sql") },
];

/// The statements of this crate.
pub fn statements() -> Vec<Statement> {
    [dispatch::STATEMENTS, outbox::STATEMENTS, schedule::STATEMENTS].concat()
}
