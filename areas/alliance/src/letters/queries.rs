//! The SQL of letters.

use std::collections::BTreeMap;

use allmende_store::{Id, StoreError, Tx, args};

use super::model::{Letter, LetterRecipient};

allmende_store::statements! {
    RECIPIENTS = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, letter_id, position, person_id, organisation_id, municipality_id,
        name, address, salutation FROM letter_recipient WHERE alliance_id = $1 AND letter_id = $2 AND trashed_at IS NULL ORDER BY position, id";
    NAMES = "SELECT letter_id, name FROM letter_recipient WHERE alliance_id = $1 AND letter_id IN ({ids}) AND trashed_at IS NULL ORDER BY position, id";
    ABOUT = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, subject, dated_on, text, your_reference, your_letter_on,
        our_reference, dispatch, greeting, signer, signer_office, annexes, distribution, form, about_id, finished_on, digest, snapshot_file,
        pdf_file, docx_file, odt_file FROM letter WHERE alliance_id = $1 AND about_id = $2 AND trashed_at IS NULL ORDER BY id";
}

/// The recipients of a letter, in the order they were added.
pub async fn recipients(tx: &mut Tx, letter: Id) -> Result<Vec<LetterRecipient>, StoreError> {
    tx.rows(RECIPIENTS, args![letter]).await
}

/// The names of the recipients of these letters, by letter.
pub(crate) async fn recipient_names(tx: &mut Tx, letters: Vec<Id>) -> Result<BTreeMap<Id, Vec<String>>, StoreError> {
    let mut by_letter: BTreeMap<Id, Vec<String>> = BTreeMap::new();
    for (letter, name) in tx.rows_for::<(Id, String)>(NAMES, letters).await? {
        by_letter.entry(letter).or_default().push(name);
    }
    Ok(by_letter)
}

/// The letters that go with a record, oldest first.
pub async fn about(tx: &mut Tx, record: Id) -> Result<Vec<Letter>, StoreError> {
    tx.rows(ABOUT, args![record]).await
}
