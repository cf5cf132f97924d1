//! The ZIP file around the parts, the same bytes for the same parts.

use std::io::{Cursor, Write as _};

use allmende_documents::DocumentFault;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::fault;

/// One file in the package.
pub(super) struct Part {
    /// Its path.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Stored as it is, for types that are compressed already or must be readable by their place.
    pub stored: bool,
}

impl Part {
    /// A part that is compressed.
    pub(super) fn new(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { path: path.into(), bytes, stored: false }
    }

    /// A part that is stored.
    pub(super) fn stored(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { path: path.into(), bytes, stored: true }
    }
}

/// Packs the parts in their order. Every entry carries the first day of 1980, the epoch of ZIP.
pub(super) fn pack(parts: Vec<Part>) -> Result<Vec<u8>, DocumentFault> {
    let failed = |error: &dyn std::fmt::Display| fault("Die Datei ließ sich nicht packen.", error.to_string());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        let method = if part.stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        zip.start_file(part.path, options).map_err(|error| failed(&error))?;
        zip.write_all(&part.bytes).map_err(|error| failed(&error))?;
    }
    Ok(zip.finish().map_err(|error| failed(&error))?.into_inner())
}
