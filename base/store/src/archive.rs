//! The open archive: every record of an alliance as readable JSON, and back without loss.

use std::collections::BTreeMap;

use futures_util::future::BoxFuture;
use serde_json::Value;

use crate::audit::AuditEntry;
use crate::file::StoredFile;
use crate::record::{Record, RecordSql};
use crate::tx::{StoreError, Tx};
use crate::types::Id;

/// What the program knows of a kind of record without knowing its type.
#[derive(Clone, Copy)]
pub struct RecordKind {
    /// The kind's word.
    pub kind: &'static str,
    /// Its statements.
    pub sql: fn() -> &'static RecordSql,
    /// All records as JSON.
    pub export: fn(&mut Tx) -> BoxFuture<'_, Result<Vec<Value>, StoreError>>,
    /// Stores one record exactly as it was exported.
    pub import: fn(&mut Tx, Value) -> BoxFuture<'_, Result<(), StoreError>>,
    /// Takes a record out of the trash.
    pub restore: fn(&mut Tx, Id) -> BoxFuture<'_, Result<(), StoreError>>,
    /// Deletes a trashed record for good. Its parts must be gone: [`Tx::purge_whole`] sees to that.
    purge: fn(&mut Tx, Id) -> BoxFuture<'_, Result<(), StoreError>>,
    purge_part: fn(&mut Tx, Id) -> BoxFuture<'_, Result<(), StoreError>>,
    /// Whether it must not be deleted along with its parent.
    pub lasting: bool,
}

impl RecordKind {
    /// The description of a kind.
    pub const fn of<T: Record>() -> Self {
        Self {
            kind: T::KIND,
            sql: T::sql,
            export: |tx| {
                Box::pin(async move {
                    let records: Vec<T> = tx.rows(T::sql().all, Vec::new()).await?;
                    records.iter().map(|record| Ok(serde_json::to_value(record)?)).collect()
                })
            },
            import: |tx, value| {
                Box::pin(async move {
                    let record: T = serde_json::from_value(value)?;
                    tx.take_in(&record).await
                })
            },
            restore: |tx, id| Box::pin(async move { tx.restore::<T>(id).await.map(drop) }),
            purge: |tx, id| Box::pin(async move { tx.purge::<T>(id).await }),
            purge_part: |tx, id| Box::pin(async move { tx.purge_part::<T>(id).await }),
            lasting: T::LASTING,
        }
    }
}

/// The order in which kinds are imported: the order of the list, parents before children.
pub fn archive_order(kinds: &[RecordKind]) -> BTreeMap<&'static str, usize> {
    kinds.iter().enumerate().map(|(index, kind)| (kind.kind, index)).collect()
}

impl Tx {
    /// Deletes a trashed record for good with everything that is part of it, the parts of parts first. `kinds` are all
    /// kinds of the house. Fails with [`StoreError::Constraint`] if another record refers to one of them, or if a part
    /// is lasting; then nothing may be committed.
    pub async fn purge_whole(&mut self, kinds: &[RecordKind], kind: &str, id: Id) -> Result<(), StoreError> {
        let known = |word: &str| kinds.iter().find(|kind| kind.kind == word).ok_or(StoreError::NotFound);
        let parts = self.parts(id).await?;
        for part in &parts {
            if known(&part.kind)?.lasting {
                return Err(StoreError::Constraint(format!("lasting {}", part.kind)));
            }
        }
        for part in parts.iter().rev() {
            (known(&part.kind)?.purge_part)(self, part.record_id).await?;
        }
        (known(kind)?.purge)(self, id).await
    }

    /// Stores what an archive holds besides records.
    pub async fn take_in_rest(&mut self, files: &[StoredFile], history: &[AuditEntry]) -> Result<(), StoreError> {
        for file in files {
            self.put_file(file).await?;
        }
        self.take_in_history(history).await
    }
}
