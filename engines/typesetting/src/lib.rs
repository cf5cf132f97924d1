//! Turns a [`Document`] into files: PDF, DOCX, ODT (and HTML by way of `allmende-documents`).
//!
//! This is the only crate that links Typst. It reads no file and opens no connection while it works:
//! templates and fonts are part of the program, the content comes as a value. Every PDF is PDF/UA-1
//! and PDF/A-2a in one file, and the same document gives the same bytes on every machine.
//!
//! How a document travels: its strings are cleaned, `check` refuses what cannot be set with a
//! sentence that names the place, then either `paper` (Typst) or `office` (DOCX, ODT) writes it.

mod breaks;
mod check;
mod colours;
mod columns;
mod fonts;
mod image;
mod office;
mod paper;
mod pictures;
mod stream_ends;
mod world;

use allmende_documents::{Document, DocumentFault, FileFormat, Pages, Typesetter, cleaning};

/// The typesetter. It holds no state of its own, so one value can serve a whole server.
#[derive(Clone, Copy, Debug, Default)]
pub struct Engine;

impl Engine {
    /// A typesetter. Fonts and templates are loaded at the first document, not here.
    pub fn new() -> Self {
        Self
    }
}

impl Typesetter for Engine {
    fn file(&self, document: &Document, format: FileFormat) -> Result<Vec<u8>, DocumentFault> {
        let document = cleaning::cleaned(document)?;
        match format {
            FileFormat::Pdf => {
                check::all(&document, check::Scope::Paper)?;
                paper::pdf(&document).map(stream_ends::clear)
            }
            FileFormat::Docx => {
                check::all(&document, check::Scope::Office)?;
                office::docx(&document)
            }
            FileFormat::Odt => {
                check::all(&document, check::Scope::Office)?;
                office::odt(&document)
            }
            FileFormat::Html => Ok(allmende_documents::html::page(&document).into_bytes()),
        }
    }

    fn preview(&self, document: &Document) -> Result<Box<dyn Pages>, DocumentFault> {
        let document = cleaning::cleaned(document)?;
        check::all(&document, check::Scope::Paper)?;
        Ok(Box::new(paper::preview(&document)?))
    }
}

/// A fault with a sentence for the person and a detail for the log.
fn fault(sentence: impl Into<String>, detail: impl Into<String>) -> DocumentFault {
    DocumentFault { sentence: sentence.into(), detail: detail.into() }
}
