//! The SQL of letters.

use allmende_store::{Id, StoreError, Tx, args};

use super::model::{Letter, LetterRecipient};

allmende_store::statements! {
    RECIPIENTS = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, letter_id, position, person_id, organisation_id, municipality_id,
        name, address, salutation FROM letter_recipient WHERE alliance_id = $1 AND letter_id = $2 AND trashed_at IS NULL ORDER BY position, id";
    ABOUT = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, subject, dated_on, text, your_reference, your_letter_on,
        our_reference, dispatch, greeting, signer, signer_office, annexes, distribution, form, about_id, finished_on, digest, snapshot_file,
        pdf_file, docx_file, odt_file FROM letter WHERE alliance_id = $1 AND about_id = $2 AND trashed_at IS NULL ORDER BY id";
}

/// The recipients of a letter, in the order they were added.
pub async fn recipients(tx: &mut Tx, letter: Id) -> Result<Vec<LetterRecipient>, StoreError> {
    tx.rows(RECIPIENTS, args![letter]).await
}

/// The letters that go with a record, oldest first.
pub async fn about(tx: &mut Tx, record: Id) -> Result<Vec<Letter>, StoreError> {
    tx.rows(ABOUT, args![record]).await
}
