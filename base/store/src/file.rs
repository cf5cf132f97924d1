//! Files that people add: pictures, logos. They live in the database, so one copy holds everything.

use std::collections::BTreeMap;

use crate::args;
use crate::audit::digest;
use crate::tx::{StoreError, Tx};
use crate::types::{Id, Moment};

/// A stored file.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredFile {
    /// Its id.
    pub id: Id,
    /// The name it was added under; only shown, never a path.
    pub name: String,
    /// Its media type, found from the content.
    pub media_type: String,
    /// SHA-256 of the bytes.
    pub digest: String,
    /// Number of bytes.
    pub size: i64,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// When it was added.
    pub created_at: Moment,
}

crate::statements! {
    FILE_GET = "SELECT id, name, media_type, digest, size, bytes, created_at FROM stored_file WHERE alliance_id = $1 AND id = $2";
    FILE_ALL = "SELECT id, name, media_type, digest, size, bytes, created_at FROM stored_file WHERE alliance_id = $1 ORDER BY id";
    FILE_PUT = "INSERT INTO stored_file (alliance_id, id, name, media_type, digest, size, bytes, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    FILE_SIZE = "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM stored_file WHERE alliance_id = $1";
    FILE_NAMES = "SELECT id, name FROM stored_file WHERE alliance_id = $1 AND id IN ({ids})";
    FILE_KINDS = "SELECT id, name, media_type FROM stored_file WHERE alliance_id = $1 AND id IN ({ids})";
    FILE_DELETE = "DELETE FROM stored_file WHERE alliance_id = $1 AND id = $2";
}

impl Tx {
    /// Stores a file and gives its id.
    pub async fn add_file(&mut self, name: &str, media_type: &str, bytes: Vec<u8>) -> Result<Id, StoreError> {
        let file = StoredFile {
            id: Id::new(self.now),
            name: name.to_owned(),
            media_type: media_type.to_owned(),
            digest: digest(&bytes),
            size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            bytes,
            created_at: self.now,
        };
        self.put_file(&file).await?;
        Ok(file.id)
    }

    pub(crate) async fn put_file(&mut self, file: &StoredFile) -> Result<(), StoreError> {
        self.run(
            FILE_PUT,
            args![file.id, &file.name, &file.media_type, &file.digest, file.size, file.bytes.clone(), file.created_at],
        )
        .await?;
        Ok(())
    }

    /// The file with this id.
    pub async fn file(&mut self, id: Id) -> Result<Option<StoredFile>, StoreError> {
        self.row(FILE_GET, args![id]).await
    }

    /// The bytes of all files together.
    pub async fn files_size(&mut self) -> Result<i64, StoreError> {
        let row: Option<(i64,)> = self.row(FILE_SIZE, Vec::new()).await?;
        Ok(row.map_or(0, |(size,)| size))
    }

    /// The names of these files, by id.
    pub async fn file_names(&mut self, ids: Vec<Id>) -> Result<BTreeMap<Id, String>, StoreError> {
        Ok(self.rows_for::<(Id, String)>(FILE_NAMES, ids).await?.into_iter().collect())
    }

    /// Name and media type of these files, by id.
    pub async fn file_kinds(&mut self, ids: Vec<Id>) -> Result<BTreeMap<Id, (String, String)>, StoreError> {
        let rows: Vec<(Id, String, String)> = self.rows_for(FILE_KINDS, ids).await?;
        Ok(rows.into_iter().map(|(id, name, media_type)| (id, (name, media_type))).collect())
    }

    /// All files in the order of their ids.
    pub async fn files(&mut self) -> Result<Vec<StoredFile>, StoreError> {
        self.rows(FILE_ALL, Vec::new()).await
    }

    /// Deletes a file for good.
    pub async fn delete_file(&mut self, id: Id) -> Result<(), StoreError> {
        self.run(FILE_DELETE, args![id]).await?;
        Ok(())
    }
}
