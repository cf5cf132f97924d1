//! The files that a document can become, and what makes them.

use serde::{Deserialize, Serialize};

use crate::Document;

/// Files that a document can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileFormat {
    /// PDF/UA-1 and PDF/A-2a.
    Pdf,
    /// Office Open XML text.
    Docx,
    /// OpenDocument text.
    Odt,
    /// One HTML page that stands alone.
    Html,
}

impl FileFormat {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Docx, Self::Odt, Self::Html];

    /// The ending of the file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Html => "html",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Html => "text/html; charset=utf-8",
        }
    }

    /// The format with this file name ending.
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension() == extension)
    }
}

/// Why a document could not be made. The text is for the person who asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFault {
    /// What is wrong, in one German sentence that names the place if it is known.
    pub sentence: String,
    /// What the engine said, for the log.
    pub detail: String,
}

impl std::fmt::Display for DocumentFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.sentence, self.detail)
    }
}

impl std::error::Error for DocumentFault {}

/// What turns documents into files. `engines/typesetting` is one; areas only know this.
pub trait Typesetter: Send + Sync {
    /// The bytes of the file. Slow (tens of milliseconds): call it on a blocking thread.
    fn file(&self, document: &Document, format: FileFormat) -> Result<Vec<u8>, DocumentFault>;

    /// The set pages, for a preview beside a form. Slow as well.
    fn preview(&self, document: &Document) -> Result<Box<dyn Pages>, DocumentFault>;
}

/// A document that is set. A page is drawn only when somebody looks at it.
pub trait Pages: Send + Sync {
    /// How many pages there are.
    fn count(&self) -> usize;

    /// A page as SVG, counted from 0; `None` behind the last. Not tagged: the HTML page is its accessible twin.
    fn svg(&self, page: usize) -> Option<String>;

    /// The page of every [`Block::Heading`](crate::Block::Heading) and [`Block::AgendaItem`](crate::Block::AgendaItem) in
    /// their order, counted from 1, so that a preview can open at a chapter; empty if the engine cannot say.
    fn headings(&self) -> &[usize];
}
