//! The history: one hash-chained entry for each change, in the transaction that makes it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::args;
use crate::record::RecordData;
use crate::tx::{Actor, StoreError, Tx};
use crate::types::{Id, Moment};

crate::word_enum! {
    /// What was done.
    pub enum Action {
        /// A record was created.
        Created = "created",
        /// Its fields were changed.
        Changed = "changed",
        /// It was put into the trash.
        Trashed = "trashed",
        /// It was taken out of the trash.
        Restored = "restored",
        /// It was put aside.
        Archived = "archived",
        /// It was put back into use.
        Reactivated = "reactivated",
        /// It was deleted for good.
        Purged = "purged",
        /// Something that is no change of a record: sign-in, export, sending.
        Event = "event",
    }
}

/// The fields that changed, each with its old and new value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Change(pub Map<String, Value>);

/// Fields of every record that change with each write and say nothing.
const SILENT: [&str; 4] = ["id", "version", "created_at", "changed_at"];

impl Change {
    /// The difference of two states of a record.
    pub fn of<T: RecordData>(before: Option<&T>, after: Option<&T>) -> Result<Self, StoreError> {
        let old = before.map(serde_json::to_value).transpose()?;
        let new = after.map(serde_json::to_value).transpose()?;
        let mut fields = Map::new();
        for (key, value) in new.iter().filter_map(Value::as_object).flatten() {
            if SILENT.contains(&key.as_str()) {
                continue;
            }
            let was = old.as_ref().and_then(|old| old.get(key)).cloned().unwrap_or(Value::Null);
            if was != *value {
                fields.insert(key.clone(), serde_json::json!([was, value]));
            }
        }
        Ok(Self(fields))
    }
}

/// One entry of the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, sqlx::FromRow)]
pub struct AuditEntry {
    /// Its number, without gaps.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Which account.
    pub account_id: Option<Id>,
    /// Who, by name at the time.
    pub actor: String,
    /// What was done.
    pub action: Action,
    /// To which kind of record.
    pub kind: String,
    /// To which record.
    pub record_id: Option<Id>,
    /// Its title at the time.
    pub title: String,
    /// The changed fields as JSON; `None` after erasure.
    pub changes: Option<String>,
    /// SHA-256 of the changes.
    pub changes_digest: String,
    /// SHA-256 over the previous hash and this entry.
    pub hash: String,
}

impl AuditEntry {
    /// The changed fields with old and new value; empty after erasure.
    pub fn fields(&self) -> Vec<(String, Value, Value)> {
        let Some(text) = &self.changes else { return Vec::new() };
        let Ok(Change(fields)) = serde_json::from_str(text) else { return Vec::new() };
        fields
            .into_iter()
            .map(|(key, pair)| {
                let at = |index: usize| pair.get(index).cloned().unwrap_or(Value::Null);
                (key, at(0), at(1))
            })
            .collect()
    }

    fn chain(&self, previous: &str) -> String {
        let account = self.account_id.map(|id| id.to_string()).unwrap_or_default();
        let record = self.record_id.map(|id| id.to_string()).unwrap_or_default();
        // The title is not part: it may hold a name and must be erasable.
        let fields = [
            previous,
            &self.seq.to_string(),
            &self.at.to_string(),
            &account,
            self.action.word(),
            &self.kind,
            &record,
            &self.changes_digest,
        ];
        digest(fields.join("\n").as_bytes())
    }
}

/// SHA-256 in lower-case hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// Where the chain is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditBreak {
    /// The number of the entry.
    pub seq: i64,
    /// What is wrong with it.
    pub reason: &'static str,
}

#[derive(sqlx::FromRow)]
struct ChainHead {
    seq: i64,
    hash: String,
}

crate::statements! {
    HEAD_START = "INSERT INTO audit_head (alliance_id, seq, hash) VALUES ($1, 0, '') ON CONFLICT (alliance_id) DO NOTHING";
    // Takes the row's lock on PostgreSQL, so two writers cannot get the same number.
    HEAD_NEXT = "UPDATE audit_head SET seq = seq + 1 WHERE alliance_id = $1 RETURNING seq, hash";
    HEAD_READ = "SELECT seq, hash FROM audit_head WHERE alliance_id = $1";
    HEAD_HASH = "UPDATE audit_head SET hash = $2 WHERE alliance_id = $1";
    HEAD_SET = "UPDATE audit_head SET seq = $2, hash = $3 WHERE alliance_id = $1";
    AUDIT_PUT = "INSERT INTO audit_entry (alliance_id, seq, at, account_id, actor, action, kind, record_id, title, changes, changes_digest, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    AUDIT_OF_RECORD = "SELECT seq, at, account_id, actor, action, kind, record_id, title, changes, changes_digest, hash
        FROM audit_entry WHERE alliance_id = $1 AND record_id = $2 ORDER BY seq DESC";
    AUDIT_NEWEST = "SELECT seq, at, account_id, actor, action, kind, record_id, title, changes, changes_digest, hash
        FROM audit_entry WHERE alliance_id = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3";
    AUDIT_ALL = "SELECT seq, at, account_id, actor, action, kind, record_id, title, changes, changes_digest, hash
        FROM audit_entry WHERE alliance_id = $1 ORDER BY seq";
    AUDIT_ERASE = "UPDATE audit_entry SET changes = NULL, title = '' WHERE alliance_id = $1 AND record_id = $2";
}

impl Tx {
    /// Adds an entry to the history. Writes of records do it themselves.
    pub async fn audit(
        &mut self,
        action: Action,
        kind: &str,
        record: Option<Id>,
        title: &str,
        change: &Change,
    ) -> Result<(), StoreError> {
        let changes = serde_json::to_string(change)?;
        let head: ChainHead = match self.row(HEAD_NEXT, Vec::new()).await? {
            Some(head) => head,
            None => {
                self.run(HEAD_START, Vec::new()).await?;
                self.row(HEAD_NEXT, Vec::new()).await?.ok_or(StoreError::NotFound)?
            }
        };
        let Actor { account, name } = self.actor.clone();
        let mut entry = AuditEntry {
            seq: head.seq,
            at: self.now,
            account_id: account,
            actor: name,
            action,
            kind: kind.to_owned(),
            record_id: record,
            title: title.to_owned(),
            changes_digest: digest(changes.as_bytes()),
            changes: Some(changes),
            hash: String::new(),
        };
        entry.hash = entry.chain(&head.hash);
        self.put_audit(&entry).await?;
        self.run(HEAD_HASH, args![entry.hash]).await?;
        Ok(())
    }

    /// Notes something that is no change of a record.
    pub async fn note_event(&mut self, kind: &str, title: &str) -> Result<(), StoreError> {
        self.audit(Action::Event, kind, None, title, &Change::default()).await
    }

    async fn put_audit(&mut self, entry: &AuditEntry) -> Result<(), StoreError> {
        self.run(
            AUDIT_PUT,
            args![
                entry.seq,
                entry.at,
                entry.account_id,
                &entry.actor,
                entry.action,
                &entry.kind,
                entry.record_id,
                &entry.title,
                entry.changes.clone(),
                &entry.changes_digest,
                &entry.hash
            ],
        )
        .await?;
        Ok(())
    }

    /// The history of one record, newest first.
    pub async fn history(&mut self, record: Id) -> Result<Vec<AuditEntry>, StoreError> {
        self.rows(AUDIT_OF_RECORD, args![record]).await
    }

    /// The newest `most` entries before number `before` (`i64::MAX` for the newest of all).
    pub async fn recent(&mut self, before: i64, most: i64) -> Result<Vec<AuditEntry>, StoreError> {
        self.rows(AUDIT_NEWEST, args![before, most]).await
    }

    /// The whole history, oldest first.
    pub async fn whole_history(&mut self) -> Result<Vec<AuditEntry>, StoreError> {
        self.rows(AUDIT_ALL, Vec::new()).await
    }

    pub(crate) async fn erase_history(&mut self, record: Id) -> Result<(), StoreError> {
        self.run(AUDIT_ERASE, args![record]).await?;
        Ok(())
    }

    /// Checks the whole chain: order, completeness, and that nothing unerased was altered.
    pub async fn verify_history(&mut self) -> Result<Vec<AuditBreak>, StoreError> {
        let mut breaks = Vec::new();
        let mut previous = String::new();
        let mut expected = 1;
        for entry in self.whole_history().await? {
            if entry.seq != expected {
                breaks.push(AuditBreak { seq: expected, reason: "missing" });
            }
            if entry.chain(&previous) != entry.hash {
                breaks.push(AuditBreak { seq: entry.seq, reason: "altered" });
            } else if entry.changes.as_ref().is_some_and(|text| digest(text.as_bytes()) != entry.changes_digest) {
                breaks.push(AuditBreak { seq: entry.seq, reason: "content altered" });
            }
            previous = entry.hash;
            expected = entry.seq + 1;
        }
        let head: Option<ChainHead> = self.row(HEAD_READ, Vec::new()).await?;
        if head.is_some_and(|head| head.hash != previous || head.seq != expected - 1) {
            breaks.push(AuditBreak { seq: expected, reason: "cut off" });
        }
        Ok(breaks)
    }

    /// Takes a history in from an archive. Only for an alliance that has none yet.
    pub(crate) async fn take_in_history(&mut self, entries: &[AuditEntry]) -> Result<(), StoreError> {
        self.run(HEAD_START, Vec::new()).await?;
        for entry in entries {
            self.put_audit(entry).await?;
        }
        if let Some(last) = entries.last() {
            self.run(HEAD_SET, args![last.seq, &last.hash]).await?;
        }
        Ok(())
    }
}
