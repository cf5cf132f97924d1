//! A report as a document, for pages, files and the command line.

use allmende_documents::{Document, DocumentFault, FileFormat, Typesetter};
use allmende_store::{Id, Moment, StoreError, Tx};
use allmende_web::texts::Texts;

use std::sync::Arc;

use crate::compose::{Composition, Spec, Stage, compose};
use crate::facts::{self, Facts, ImageFile};
use crate::model::Report;
use crate::{pictures, queries};

/// The stored decisions about a report; [`StoreError::NotFound`] if there is no such report.
pub async fn spec(tx: &mut Tx, report: Id) -> Result<Spec, StoreError> {
    let report: Report = tx.get(report).await?.ok_or(StoreError::NotFound)?;
    spec_of(tx, &report).await
}

/// The stored decisions about a report that is loaded already.
pub(crate) async fn spec_of(tx: &mut Tx, report: &Report) -> Result<Spec, StoreError> {
    let chapters = queries::chapters(tx, report.head.id).await?;
    let texts = queries::texts(tx, report.head.id).await?;
    Ok(Spec::of(report, chapters, texts))
}

/// Everything that a report is made of, loaded with a constant number of statements.
#[derive(Clone, Debug, Default)]
pub struct Stock {
    /// The records.
    pub facts: Facts,
    /// The files of the pictures.
    pub images: Vec<ImageFile>,
}

impl Stock {
    /// Loads it.
    pub async fn load(tx: &mut Tx) -> Result<Self, StoreError> {
        Ok(Self { facts: Facts::load(tx).await?, images: facts::images(tx).await? })
    }

    /// Composes a report of it and adds the bytes of the pictures that it shows.
    pub async fn compose(
        &self,
        tx: &mut Tx,
        spec: &Spec,
        texts: &Texts,
        stage: Stage,
    ) -> Result<Composition, StoreError> {
        let mut composition = compose(&self.facts, &self.images, spec, texts, stage);
        pictures::add(tx, &mut composition.document, &self.images).await?;
        Ok(composition)
    }
}

/// The document of a report as it stands at `now`. A draft carries marks where facts are newer than
/// a text; otherwise it looks as it would when frozen as version 1.
pub async fn build_document(
    tx: &mut Tx,
    texts: &Texts,
    spec: &Spec,
    now: Moment,
    draft: bool,
) -> Result<Document, StoreError> {
    let stage = if draft { Stage::Draft { on: now.day() } } else { Stage::Final { on: now.day(), number: 1 } };
    Ok(Stock::load(tx).await?.compose(tx, spec, texts, stage).await?.document)
}

/// The bytes of a document, made on a thread that may be busy.
pub async fn file(
    typesetter: Arc<dyn Typesetter>,
    document: Document,
    format: FileFormat,
) -> Result<Vec<u8>, DocumentFault> {
    let made = tokio::task::spawn_blocking(move || typesetter.file(&document, format)).await;
    made.unwrap_or_else(|error| Err(broken(&error.to_string())))
}

/// What a person reads when the engine itself failed.
pub(crate) fn broken(detail: &str) -> DocumentFault {
    DocumentFault {
        sentence: "Das Dokument konnte nicht erzeugt werden. Ihr Text ist erhalten.".to_owned(),
        detail: detail.to_owned(),
    }
}
