//! From bytes to lines: the format is recognised by content, never by name.

mod docx;
mod docx_body;
mod docx_styles;
mod pdf;
mod pdf_columns;
mod pdf_grid;
mod pdf_guard;
mod pdf_lines;
mod pdf_rules;
mod pdf_widths;
mod text;

pub use pdf::PDF_SECONDS;

use crate::fault::ReadFault;
use crate::source::SourceLine;

/// The largest file that is read, packed or unpacked, in bytes.
pub const MAX_FILE_BYTES: usize = 50 * 1024 * 1024;
/// The most entries an archive may have.
pub const MAX_ENTRIES: usize = 10_000;
/// The most lines a report may have.
pub const MAX_LINES: usize = 100_000;
/// The longest line or paragraph, in bytes: four pages without a break.
pub const MAX_LINE_BYTES: usize = 12_000;

/// Reads the lines of a report.
pub(crate) fn lines(bytes: &[u8]) -> Result<Vec<SourceLine>, ReadFault> {
    if bytes.is_empty() {
        return Err(ReadFault::Empty);
    }
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ReadFault::TooLarge);
    }
    // Some programs write a few bytes before the PDF header; readers accept it within 1 kB.
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let lines = if head.windows(5).any(|w| w == b"%PDF-") {
        pdf::lines(bytes)?
    } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        docx::lines(bytes)?
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        // Old Word files and encrypted DOCX share this container.
        let encrypted = bytes.windows(32).any(|w| w == b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0");
        return Err(if encrypted {
            ReadFault::EncryptedDocx
        } else {
            ReadFault::ForeignFormat("ein altes Word-Dokument (.doc)")
        });
    } else if bytes.starts_with(b"{\\rtf") {
        return Err(ReadFault::ForeignFormat("ein RTF-Dokument"));
    } else {
        text::lines(bytes)?
    };
    if lines.len() > MAX_LINES {
        return Err(ReadFault::TooManyLines);
    }
    if let Some(line) = lines.iter().find(|line| line.text.len() > MAX_LINE_BYTES) {
        return Err(ReadFault::LineTooLong(line.number));
    }
    if lines.iter().all(SourceLine::is_blank) {
        return Err(ReadFault::NoText);
    }
    Ok(lines)
}
