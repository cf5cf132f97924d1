//! The SQL of the area beyond reading whole kinds.

use allmende_store::{Id, Moment, StoreError, Tx, args};

use crate::model::{ReportChapter, ReportText, ReportVersion};

/// How a stored upload is known as one; nothing else among the files may be read as an old report.
pub(crate) const UPLOAD_MEDIA: &str = "application/x-allmende-report-upload";

allmende_store::statements! {
    PICTURE_FILES = "SELECT DISTINCT f.id, f.media_type FROM stored_file f
        JOIN picture p ON p.alliance_id = f.alliance_id AND p.file_id = f.id
        WHERE f.alliance_id = $1 AND p.trashed_at IS NULL ORDER BY f.id";
    CHAPTERS = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, report_id, chapter, position, hidden, heading, own_text
        FROM report_chapter WHERE alliance_id = $1 AND report_id = $2 AND trashed_at IS NULL ORDER BY position, id";
    TEXTS = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, report_id, thread_id, text, based_on
        FROM report_text WHERE alliance_id = $1 AND report_id = $2 AND trashed_at IS NULL ORDER BY id";
    LAST_TRASHED_TEXT = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, report_id, thread_id, text, based_on
        FROM report_text WHERE alliance_id = $1 AND report_id = $2 AND thread_id = $3 AND trashed_at IS NOT NULL
        ORDER BY trashed_at DESC, id DESC LIMIT 1";
    OLD_UPLOADS across = "DELETE FROM stored_file WHERE media_type = $1 AND created_at < $2";
    VERSIONS = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, report_id, number, title, frozen_on, reason,
        differences, digest, snapshot_file, pdf_file, docx_file, odt_file, html_file
        FROM report_version WHERE alliance_id = $1 AND report_id = $2 AND trashed_at IS NULL ORDER BY number";
}

/// A file that a picture shows.
#[derive(sqlx::FromRow)]
pub(crate) struct PictureFile {
    /// Its id.
    pub(crate) id: Id,
    /// Its media type.
    pub(crate) media_type: String,
}

/// The files of all pictures that are not in the trash, without their bytes.
pub(crate) async fn picture_files(tx: &mut Tx) -> Result<Vec<PictureFile>, StoreError> {
    tx.rows(PICTURE_FILES, Vec::new()).await
}

/// The chapters of a report that a person changed, in their order.
pub(crate) async fn chapters(tx: &mut Tx, report: Id) -> Result<Vec<ReportChapter>, StoreError> {
    tx.rows(CHAPTERS, args![report]).await
}

/// The project texts of a report that a person wrote or checked.
pub(crate) async fn texts(tx: &mut Tx, report: Id) -> Result<Vec<ReportText>, StoreError> {
    tx.rows(TEXTS, args![report]).await
}

/// The frozen versions of a report, oldest first.
pub(crate) async fn versions(tx: &mut Tx, report: Id) -> Result<Vec<ReportVersion>, StoreError> {
    tx.rows(VERSIONS, args![report]).await
}

/// The project text that was put aside last.
pub(crate) async fn last_trashed_text(tx: &mut Tx, report: Id, thread: Id) -> Result<Option<ReportText>, StoreError> {
    tx.row(LAST_TRASHED_TEXT, args![report, thread]).await
}

/// Deletes uploads that somebody left a day ago without confirming or discarding them.
/// The schedule calls it, for all alliances.
pub async fn forget_uploads(tx: &mut Tx) -> Result<(), StoreError> {
    let yesterday = Moment::new(tx.now().0 - jiff::SignedDuration::from_hours(24));
    tx.run(OLD_UPLOADS, args![UPLOAD_MEDIA, yesterday]).await?;
    Ok(())
}
