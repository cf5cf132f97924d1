//! Tests of the typesetter against its own files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod extract;
mod files;
mod letters;
mod limits;
mod meetings;
mod samples;
mod tables;
mod words;

use allmende_documents::{Document, FileFormat, Typesetter};
use allmende_typesetting::Engine;

/// The file, or a panic with the fault.
fn file(document: &Document, format: FileFormat) -> Vec<u8> {
    Engine::new().file(document, format).unwrap_or_else(|fault| panic!("{}: {fault}", document.title))
}
