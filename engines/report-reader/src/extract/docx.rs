//! DOCX: the archive and its parts, within limits.

use super::docx_body::{Part, parse};
use super::docx_styles::Styles;
use super::{MAX_ENTRIES, MAX_FILE_BYTES};
use crate::fault::ReadFault;
use crate::source::{Mark, SourceLine};
use std::io::{Cursor, Read};
use zip::ZipArchive;

struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    /// Bytes that may still be unpacked; declared sizes are not trusted.
    left: usize,
}

impl Package<'_> {
    fn read(&mut self, name: &str) -> Result<Option<String>, ReadFault> {
        if !self.names.iter().any(|known| known == name) {
            return Ok(None);
        }
        let file = self.archive.by_name(name).map_err(|fault| match fault {
            zip::result::ZipError::UnsupportedArchive(_) | zip::result::ZipError::InvalidPassword => {
                ReadFault::EncryptedDocx
            }
            _ => ReadFault::BrokenDocx("ein Teil des Archivs ist beschädigt"),
        })?;
        let mut bytes = Vec::new();
        let limit = u64::try_from(self.left).unwrap_or(u64::MAX);
        file.take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|_| ReadFault::BrokenDocx("ein Teil des Archivs ist beschädigt"))?;
        self.left = self.left.checked_sub(bytes.len()).ok_or(ReadFault::TooLarge)?;
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
            return Err(ReadFault::BrokenDocx("die Zeichenkodierung ist nicht UTF-8"));
        }
        Ok(Some(String::from_utf8_lossy(bytes).into_owned()))
    }
}

/// Reads the body, then foot- and endnotes; running heads and feet come first as furniture.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<SourceLine>, ReadFault> {
    let archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadFault::BrokenDocx("das Archiv ist beschädigt"))?;
    if archive.len() > MAX_ENTRIES {
        return Err(ReadFault::TooManyEntries);
    }
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect();
    let main = names
        .iter()
        .find(|n| *n == "word/document.xml")
        .or_else(|| names.iter().find(|n| is_xml_part(n, "word/document")))
        .cloned();
    let Some(main) = main else {
        return Err(if names.iter().any(|n| n.starts_with("xl/")) {
            ReadFault::ForeignFormat("eine Excel-Tabelle")
        } else if names.iter().any(|n| n == "content.xml") {
            ReadFault::ForeignFormat("ein OpenDocument")
        } else {
            ReadFault::BrokenDocx("der Textteil fehlt")
        });
    };
    let mut package = Package { archive, names, left: MAX_FILE_BYTES };
    let styles = match package.read("word/styles.xml")? {
        Some(xml) => Styles::parse(&xml)?,
        None => Styles::default(),
    };
    let mut lines = Vec::new();
    let mut frames: Vec<String> = package
        .names
        .iter()
        .filter(|n| is_xml_part(n, "word/header") || is_xml_part(n, "word/footer"))
        .cloned()
        .collect();
    frames.sort();
    for name in frames {
        if let Some(xml) = package.read(&name)? {
            lines.extend(parse(&xml, &styles, Part::Frame)?);
        }
    }
    let body = package.read(&main)?.ok_or(ReadFault::BrokenDocx("der Textteil fehlt"))?;
    lines.extend(parse(&body, &styles, Part::Body)?);
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(xml) = package.read(name)? {
            lines.extend(parse(&xml, &styles, Part::Notes)?);
        }
    }
    if lines.iter().all(|line| line.mark == Mark::Furniture || line.is_blank()) {
        return Err(ReadFault::NoText);
    }
    for (at, line) in lines.iter_mut().enumerate() {
        line.number = at + 1;
    }
    Ok(lines)
}

fn is_xml_part(name: &str, stem: &str) -> bool {
    name.strip_prefix(stem)
        .and_then(|rest| rest.strip_suffix(".xml"))
        .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()))
}
