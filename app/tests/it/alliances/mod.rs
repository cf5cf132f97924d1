//! Invented alliances for tests and for the check of documents, as archives that the program imports.
//!
//! The same code makes the same records on every machine: ids, days and words come from counting.

pub mod haselgrund;
pub mod hostile;

use std::collections::BTreeMap;

use allmende::archive::Files;
use allmende_store::{Head, Id, Moment, RecordData};
use serde_json::{Value, json};

/// An archive under construction.
pub struct Builder {
    alliance: Id,
    records: BTreeMap<&'static str, Vec<Value>>,
    stored: Vec<(Value, Vec<u8>)>,
    count: u32,
}

/// The id with this number: a `UUIDv7` of 1 January 2024.
fn id(number: u32) -> Id {
    format!("018cc251-f400-7000-8000-{number:012x}").parse().unwrap()
}

/// When every record was written.
pub fn written() -> Moment {
    Moment::new("2024-12-31T10:00:00Z".parse().unwrap())
}

impl Builder {
    /// An empty archive; the first record is the alliance itself.
    pub fn new() -> Self {
        Self { alliance: id(1), records: BTreeMap::new(), stored: Vec::new(), count: 0 }
    }

    /// The common part of the next record.
    pub fn head(&mut self) -> Head {
        self.count += 1;
        Head {
            id: id(self.count),
            version: 1,
            created_at: written(),
            changed_at: written(),
            trashed_at: None,
            archived_at: None,
        }
    }

    /// Adds a record; gives back its id.
    pub fn add<T: RecordData>(&mut self, record: &T) -> Id {
        self.records.entry(T::KIND).or_default().push(serde_json::to_value(record).unwrap());
        record.head().id
    }

    /// Adds a stored file; gives back its id.
    pub fn file(&mut self, name: &str, media_type: &str, bytes: &[u8]) -> Id {
        let id = self.head().id;
        let line = json!({
            "id": id,
            "name": name,
            "media_type": media_type,
            "digest": allmende_store::digest(bytes),
            "size": bytes.len(),
            "created_at": written(),
        });
        self.stored.push((line, bytes.to_vec()));
        id
    }

    /// The archive.
    pub fn files(self) -> Files {
        let mut files = Files::new();
        let text = |value: &Value| serde_json::to_vec_pretty(value).unwrap();
        let manifest = json!({ "format": 1, "program": "Allmende", "alliance": self.alliance });
        files.insert("allmende.json".to_owned(), text(&manifest));
        for (kind, records) in self.records {
            files.insert(format!("records/{kind}.json"), text(&Value::Array(records)));
        }
        let lines: Vec<Value> = self.stored.iter().map(|(line, _)| line.clone()).collect();
        files.insert("files.json".to_owned(), text(&Value::Array(lines)));
        for (line, bytes) in self.stored {
            files.insert(format!("files/{}", line["id"].as_str().unwrap()), bytes);
        }
        files
    }
}
