//! The open archive: the whole alliance as readable JSON files, in one zip or in a folder.
//!
//! `export → import into an empty database → export` gives the same bytes. Accounts are not in it:
//! their secrets must not travel, and who may come in is decided anew where the archive is read.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use zip::write::SimpleFileOptions;

use allmende_store::{AuditEntry, Database, Id, Moment, RecordKind, StoredFile};

use crate::Failure;

/// The archive's format; raised when an older program could no longer read it.
const FORMAT: u32 = 1;
/// No archive of an alliance comes near this size unpacked; a bomb does.
const LARGEST: u64 = 2 * 1024 * 1024 * 1024;

/// The first file of an archive.
#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    format: u32,
    program: String,
    alliance: Id,
}

/// A stored file in the archive; its bytes stand beside it.
#[derive(Debug, Serialize, Deserialize)]
struct FileLine {
    id: Id,
    name: String,
    media_type: String,
    digest: String,
    size: i64,
    created_at: Moment,
}

/// The files of an archive by name.
pub type Files = BTreeMap<String, Vec<u8>>;

fn pretty(value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    let mut text = serde_json::to_vec_pretty(value).map_err(|error| Failure::internal(&error))?;
    text.push(b'\n');
    Ok(text)
}

/// Reads an alliance out of a database.
pub async fn export(database: &Database, alliance: Id, now: Moment, kinds: &[RecordKind]) -> Result<Files, Failure> {
    let mut tx = database.read(alliance, now).await?;
    let mut files = Files::new();
    let manifest = Manifest { format: FORMAT, program: "Allmende".to_owned(), alliance };
    files.insert("allmende.json".to_owned(), pretty(&manifest)?);
    for kind in kinds {
        let records = (kind.export)(&mut tx).await?;
        files.insert(format!("records/{}.json", kind.kind), pretty(&records)?);
    }
    let mut lines = Vec::new();
    for file in tx.files().await? {
        let StoredFile { id, name, media_type, digest, size, bytes, created_at } = file;
        files.insert(format!("files/{id}"), bytes);
        lines.push(FileLine { id, name, media_type, digest, size, created_at });
    }
    files.insert("files.json".to_owned(), pretty(&lines)?);
    let history = tx.whole_history().await?;
    files.insert("history.json".to_owned(), pretty(&history)?);
    files.insert("README.txt".to_owned(), readme().into_bytes());
    Ok(files)
}

fn readme() -> String {
    "Archiv einer kommunalen Allianz, geschrieben von Allmende.\n\
     records/<Art>.json  alle Einträge einer Art, als JSON\n\
     files.json, files/  hinzugefügte Dateien mit Namen und Prüfsumme\n\
     history.json        der verkettete Verlauf aller Änderungen\n\
     Einlesen in eine leere Datenbank: allmende import archive DATEI\n"
        .to_owned()
}

/// Whose archive it is.
pub fn alliance_of(files: &Files) -> Result<Id, Failure> {
    Ok(read_json::<Manifest>(files, "allmende.json")?.alliance)
}

/// Stores an archive in a database that does not hold this alliance yet. All or nothing.
pub async fn import(database: &Database, files: &Files, now: Moment, kinds: &[RecordKind]) -> Result<Id, Failure> {
    let manifest: Manifest = read_json(files, "allmende.json")?;
    if manifest.format > FORMAT {
        return Err(Failure::data(format!(
            "the archive has format {}, this program reads up to {FORMAT}",
            manifest.format
        )));
    }
    let known: Vec<String> = kinds.iter().map(|kind| format!("records/{}.json", kind.kind)).collect();
    let fixed = ["allmende.json", "files.json", "history.json", "README.txt"];
    if let Some(stranger) = files
        .keys()
        .find(|name| !known.contains(name) && !fixed.contains(&name.as_str()) && !name.starts_with("files/"))
    {
        return Err(Failure::data(format!(
            "the archive holds {stranger}, which this program does not know; nothing was stored"
        )));
    }
    let mut tx = database.write(manifest.alliance, allmende_store::Actor::default(), now).await?;
    let lines: Vec<FileLine> =
        if files.contains_key("files.json") { read_json(files, "files.json")? } else { Vec::new() };
    let mut stored = Vec::new();
    for line in lines {
        let bytes = files
            .get(&format!("files/{}", line.id))
            .ok_or_else(|| Failure::data(format!("files/{} is missing in the archive", line.id)))?
            .clone();
        if allmende_store::digest(&bytes) != line.digest {
            return Err(Failure::data(format!(
                "files/{} ({}) does not fit its digest; the archive is damaged",
                line.id, line.name
            )));
        }
        let FileLine { id, name, media_type, digest, size, created_at } = line;
        stored.push(StoredFile { id, name, media_type, digest, size, bytes, created_at });
    }
    let history: Vec<AuditEntry> =
        if files.contains_key("history.json") { read_json(files, "history.json")? } else { Vec::new() };
    tx.take_in_rest(&stored, &history).await.map_err(|error| in_place("files and history", &error))?;
    for kind in kinds {
        let name = format!("records/{}.json", kind.kind);
        if !files.contains_key(&name) {
            continue;
        }
        let records: Vec<Value> = read_json(files, &name)?;
        for (index, record) in records.into_iter().enumerate() {
            (kind.import)(&mut tx, record)
                .await
                .map_err(|error| in_place(&format!("{name}, record {}", index + 1), &error))?;
        }
    }
    let breaks = tx.verify_history().await?;
    if let Some(first) = breaks.first() {
        return Err(Failure::data(format!("history.json, entry {}: {}; nothing was stored", first.seq, first.reason)));
    }
    tx.commit().await?;
    Ok(manifest.alliance)
}

fn in_place(place: &str, error: &dyn std::fmt::Display) -> Failure {
    Failure::data(format!("{place}: {error}; nothing was stored"))
}

fn read_json<T: serde::de::DeserializeOwned>(files: &Files, name: &str) -> Result<T, Failure> {
    let bytes = files.get(name).ok_or_else(|| Failure::data(format!("{name} is missing in the archive")))?;
    serde_json::from_slice(bytes).map_err(|error| Failure::data(format!("{name}: {error}")))
}

/// Packs the files. The same files give the same bytes.
pub fn pack(files: &Files) -> Result<Vec<u8>, Failure> {
    let fault = |error: &dyn std::fmt::Display| Failure::internal(error);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options).map_err(|error| fault(&error))?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish().map_err(|error| fault(&error))?.into_inner())
}

/// Reads an archive from a zip or from a folder of the same files.
pub fn unpack(path: &Path) -> Result<Files, Failure> {
    if path.is_dir() {
        let mut files = Files::new();
        read_folder(path, path, &mut files)?;
        return Ok(files);
    }
    let bytes = std::fs::read(path).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| Failure::data(format!("{} is no archive: {error}", path.display())))?;
    let mut files = Files::new();
    let mut total = 0;
    for index in 0..zip.len() {
        let entry = zip.by_index(index).map_err(|error| Failure::data(error.to_string()))?;
        if entry.is_dir() {
            continue;
        }
        let name = entry.name().map_err(|error| Failure::data(error.to_string()))?.into_owned();
        let mut content = Vec::new();
        entry.take(LARGEST - total + 1).read_to_end(&mut content)?;
        total += content.len() as u64;
        if total > LARGEST {
            return Err(Failure::data("the archive is larger than 2 GiB unpacked"));
        }
        files.insert(name, content);
    }
    Ok(files)
}

fn read_folder(root: &Path, folder: &Path, files: &mut Files) -> Result<(), Failure> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read_folder(root, &path, files)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            let name = name.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            files.insert(name, std::fs::read(&path)?);
        }
    }
    Ok(())
}

/// Writes the files into a folder, for an archive that is kept under version control.
pub fn write_folder(files: &Files, folder: &Path) -> Result<(), Failure> {
    for (name, bytes) in files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&path, bytes)?;
    }
    Ok(())
}
