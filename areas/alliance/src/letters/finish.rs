//! Finishing a letter: its files are made once and kept for good.

use std::sync::Arc;

use allmende_documents::{Document, DocumentFault, FileFormat, Typesetter};
use allmende_store::{Day, StoreError, Tx, digest};

use super::model::{Letter, LetterRecipient};
use super::recipients::Reached;

/// The files of a finished letter, before they are stored.
#[derive(Debug)]
pub struct Files {
    snapshot: Vec<u8>,
    pdf: Vec<u8>,
    docx: Vec<u8>,
    odt: Vec<u8>,
}

/// One file of a letter, made on a thread that may be busy.
pub async fn file(
    typesetter: Arc<dyn Typesetter>,
    document: Document,
    format: FileFormat,
) -> Result<Vec<u8>, DocumentFault> {
    let made = tokio::task::spawn_blocking(move || typesetter.file(&document, format)).await;
    made.unwrap_or_else(|error| Err(broken(&error.to_string())))
}

/// All files of a letter.
pub async fn make(typesetter: Arc<dyn Typesetter>, document: Document) -> Result<Files, DocumentFault> {
    let made = tokio::task::spawn_blocking(move || {
        Ok(Files {
            snapshot: serde_json::to_vec_pretty(&document).map_err(|error| broken(&error.to_string()))?,
            pdf: typesetter.file(&document, FileFormat::Pdf)?,
            docx: typesetter.file(&document, FileFormat::Docx)?,
            odt: typesetter.file(&document, FileFormat::Odt)?,
        })
    })
    .await;
    made.unwrap_or_else(|error| Err(broken(&error.to_string())))
}

fn broken(detail: &str) -> DocumentFault {
    DocumentFault {
        sentence: "Der Brief konnte nicht erzeugt werden. Ihr Text ist erhalten.".to_owned(),
        detail: detail.to_owned(),
    }
}

/// Stores the files and what each recipient was sent. Fails with [`StoreError::Conflict`] if somebody changed or finished
/// the letter, or its recipients, meanwhile.
pub async fn store(
    tx: &mut Tx,
    letter: &mut Letter,
    recipients: &[(LetterRecipient, Reached)],
    files: Files,
    on: Day,
) -> Result<(), StoreError> {
    let stored: Letter = tx.get(letter.head.id).await?.ok_or(StoreError::NotFound)?;
    let there = super::queries::recipients(tx, letter.head.id).await?;
    let same = there.iter().map(|one| one.head.id).eq(recipients.iter().map(|(one, _)| one.head.id));
    if stored.head.version != letter.head.version || stored.is_finished() || !same {
        return Err(StoreError::Conflict);
    }
    for (recipient, reached) in recipients {
        let Ok(sent) = &reached.letter else { return Err(StoreError::Conflict) };
        let mut recipient = recipient.clone();
        recipient.name.clone_from(&reached.name);
        recipient.address = sent.address.join("\n");
        recipient.salutation.clone_from(&sent.salutation);
        tx.update(&mut recipient).await?;
    }
    let name = |ending: &str| format!("{}.{ending}", letter.subject);
    let (pdf, docx, odt, json) = (name("pdf"), name("docx"), name("odt"), name("json"));
    letter.digest = digest(&files.pdf);
    letter.snapshot_file = Some(tx.add_file(&json, "application/json", files.snapshot).await?);
    letter.pdf_file = Some(tx.add_file(&pdf, FileFormat::Pdf.media_type(), files.pdf).await?);
    letter.docx_file = Some(tx.add_file(&docx, FileFormat::Docx.media_type(), files.docx).await?);
    letter.odt_file = Some(tx.add_file(&odt, FileFormat::Odt.media_type(), files.odt).await?);
    letter.finished_on = Some(on);
    tx.update(letter).await
}
