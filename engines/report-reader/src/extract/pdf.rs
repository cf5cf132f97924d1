//! PDF: letters with their positions, read in a thread of its own because the parser may panic.

use super::pdf_guard;
use super::pdf_lines::{Glyph, Sheet, arrange};
use super::pdf_rules::rules;
use super::pdf_widths;
use crate::fault::ReadFault;
use crate::source::{Chunk, Mark, SourceLine};
use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc_page};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::time::Duration;

/// How long a PDF may take, in seconds.
pub const PDF_SECONDS: u64 = 60;
/// Parsers of nested objects need room; the usual 2 MB are not enough for odd files.
const STACK_BYTES: usize = 64 * 1024 * 1024;
/// More letters than the longest report has; a guard for memory.
const MAX_GLYPHS: usize = 8_000_000;

/// Reads all pages. A page that cannot be read is skipped; if none can, the file is broken.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<SourceLine>, ReadFault> {
    let (sender, receiver) = mpsc::channel();
    let owned = bytes.to_vec();
    let worker = std::thread::Builder::new().name("pdf-reader".to_owned()).stack_size(STACK_BYTES).spawn(move || {
        let found = catch_unwind(AssertUnwindSafe(|| pages(&owned))).unwrap_or(Err(ReadFault::BrokenPdf));
        // The receiver may have given up waiting.
        let _ = sender.send(found);
    });
    if worker.is_err() {
        return Err(ReadFault::PdfTooSlow);
    }
    match receiver.recv_timeout(Duration::from_secs(PDF_SECONDS)) {
        Ok(found) => {
            let (pages, unread) = found?;
            let mut lines = arrange(&pages);
            // What could not be read is shown like what could not be placed.
            for page in unread {
                let text = format!("[Seite {page} ließ sich nicht lesen]");
                lines.push(SourceLine {
                    number: lines.len() + 1,
                    page: pages.len() + 1,
                    chunks: vec![Chunk { x: 0, end: text.chars().count(), text: text.clone() }],
                    text,
                    mark: Mark::Footnote,
                    size: 100,
                });
            }
            Ok(lines)
        }
        Err(mpsc::RecvTimeoutError::Timeout) => Err(ReadFault::PdfTooSlow),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(ReadFault::BrokenPdf),
    }
}

/// The letters of each page, and the numbers of pages that could not be read.
fn pages(bytes: &[u8]) -> Result<(Vec<Sheet>, Vec<u32>), ReadFault> {
    pdf_guard::check_packed(bytes)?;
    let mut document = Document::load_mem(bytes).map_err(|fault| match fault {
        pdf_extract::Error::Decryption(_) | pdf_extract::Error::InvalidPassword => ReadFault::EncryptedPdf,
        _ => ReadFault::BrokenPdf,
    })?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(ReadFault::EncryptedPdf);
    }
    pdf_guard::defuse(&mut document)?;
    pdf_widths::mend(&mut document);
    let mut pages = Vec::new();
    let mut failed = Vec::new();
    let mut count = 0;
    for (number, id) in &document.get_pages() {
        let mut page = Page { glyphs: Vec::new(), left: MAX_GLYPHS - count };
        let read = catch_unwind(AssertUnwindSafe(|| output_doc_page(&document, &mut page, *number)));
        if !matches!(read, Ok(Ok(()))) && page.glyphs.is_empty() {
            failed.push(*number);
        }
        count += page.glyphs.len();
        let rules = catch_unwind(AssertUnwindSafe(|| rules(&document, *id))).unwrap_or_default();
        pages.push(Sheet { glyphs: page.glyphs, rules });
    }
    if pages.is_empty() || failed.len() == pages.len() {
        return Err(ReadFault::BrokenPdf);
    }
    Ok((pages, failed))
}

/// Typographic ligatures are two or three letters.
fn letters(text: &str) -> String {
    const LIGATURES: [(char, &str); 7] =
        [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];
    text.chars().fold(String::new(), |mut all, c| {
        match LIGATURES.iter().find(|(sign, _)| *sign == c) {
            Some((_, plain)) => all.push_str(plain),
            None => all.push(c),
        }
        all
    })
}

/// Collects the letters of one page.
struct Page {
    glyphs: Vec<Glyph>,
    left: usize,
}

impl OutputDev for Page {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        trm: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let size = (trm.m21.hypot(trm.m22) * font_size).abs();
        let advance = width * font_size * trm.m11.hypot(trm.m12);
        // Upright text only: turned text is a watermark or a picture's label, and comes last.
        let turned = trm.m12.abs() > 0.2 * trm.m11.abs();
        let finite = [trm.m31, trm.m32, size, advance].iter().all(|v| v.is_finite() && v.abs() < 1e6);
        if finite && size > 0.5 && !turned && self.left > 0 {
            self.left -= 1;
            self.glyphs.push(Glyph { x: trm.m31, y: trm.m32, width: advance, size, text: letters(text) });
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
