//! Reads old activity reports (text, PDF, DOCX) of any municipal alliance and proposes what could
//! be entered: meetings with topics, events, projects with figures, grants and press items.
//!
//! The way of a report: bytes → lines ([`extract`]) → blocks ([`layout`]) → records ([`records`]).
//! Nothing is guessed: a date that does not exist or could be several is listed with its reason,
//! and every line is either used by a record, a heading or furniture, or listed as unplaced.

pub mod dates;
mod extract;
mod fault;
mod fingerprint;
mod joining;
mod layout;
mod ledger;
mod proposal;
mod records;
mod source;
mod vocabulary;

pub use extract::{MAX_ENTRIES, MAX_FILE_BYTES, MAX_LINE_BYTES, MAX_LINES, PDF_SECONDS};
pub use fault::ReadFault;
pub use joining::join_lines;
pub use proposal::{
    DoubtfulDate, Event, Figure, Grant, InferredYear, LineRange, LooseLine, Meeting, Milestone, Period, Placed,
    PressItem, Project, Proposal, Use,
};

/// Reads a report. The format is recognised by content; `name` is accepted because callers have
/// it, and is not trusted.
///
/// # Errors
/// [`ReadFault`] if the file as a whole cannot be read; its text is a German sentence.
pub fn read(name: &str, bytes: &[u8]) -> Result<Proposal, ReadFault> {
    let _ = name;
    let lines = extract::lines(bytes)?;
    let blocks = layout::blocks(&lines);
    Ok(records::propose(&lines, blocks))
}
