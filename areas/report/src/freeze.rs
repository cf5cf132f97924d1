//! Freezing: files, data and digest of a version, kept for good.

use std::sync::Arc;

use allmende_documents::{Document, DocumentFault, FileFormat, Typesetter};
use allmende_store::{Day, Head, Id, StoreError, Tx, digest};

use crate::build::{Stock, broken, spec_of};
use crate::compose::Stage;
use crate::difference::{Difference, differences};
use crate::model::{Report, ReportVersion};
use crate::queries;
use crate::snapshot::Snapshot;
use allmende_web::texts::{Language, Texts};

/// The bytes of a version, before it is stored.
pub struct Frozen {
    snapshot: Snapshot,
    pdf: Vec<u8>,
    docx: Vec<u8>,
    odt: Vec<u8>,
    html: Vec<u8>,
}

/// The document of the next version, as the records are now.
pub async fn next_document(tx: &mut Tx, texts: &Texts, report: &Report, on: Day) -> Result<Document, StoreError> {
    let spec = spec_of(tx, report).await?;
    let stage = Stage::Final { on, number: report.versions + 1 };
    Ok(Stock::load(tx).await?.compose(tx, &spec, texts, stage).await?.document)
}

/// Makes all files of a document on a thread that may be busy.
pub async fn make(
    typesetter: Arc<dyn Typesetter>,
    report: &Report,
    document: Document,
    on: Day,
    reason: &str,
) -> Result<Frozen, DocumentFault> {
    let snapshot = Snapshot::new(report, &document, report.versions + 1, on, reason);
    let made = tokio::task::spawn_blocking(move || {
        Ok(Frozen {
            pdf: typesetter.file(&document, FileFormat::Pdf)?,
            docx: typesetter.file(&document, FileFormat::Docx)?,
            odt: typesetter.file(&document, FileFormat::Odt)?,
            html: typesetter.file(&document, FileFormat::Html)?,
            snapshot,
        })
    })
    .await;
    made.unwrap_or_else(|error| Err(broken(&error.to_string())))
}

/// The newest frozen document; `None` if there is none yet.
pub async fn newest(tx: &mut Tx, report: Id) -> Result<Option<Document>, StoreError> {
    let Some(version) = queries::versions(tx, report).await?.pop() else { return Ok(None) };
    let file = tx.file(version.snapshot_file).await?.ok_or(StoreError::NotFound)?;
    let snapshot: Snapshot = serde_json::from_slice(&file.bytes)?;
    Ok(Some(snapshot.document))
}

/// A difference as one line: "2.1 Geschäftsführung: alt → neu".
pub fn difference_line(difference: &Difference, texts: &Texts, language: Language) -> String {
    let key = match (&difference.before, &difference.after) {
        (Some(_), Some(_)) => "report-doc-difference-changed",
        (None, _) => "report-doc-difference-new",
        (Some(_), None) => "report-doc-difference-gone",
    };
    let mut values = vec![("section", difference.section.as_str().into())];
    if let Some(before) = &difference.before {
        values.push(("before", before.as_str().into()));
    }
    if let Some(after) = &difference.after {
        values.push(("after", after.as_str().into()));
    }
    texts.with(language, key, &values).replace('\n', " ")
}

/// Stores a version. Fails with [`StoreError::Conflict`] if somebody froze or changed the report meanwhile.
pub async fn store(
    tx: &mut Tx,
    texts: &Texts,
    report: &mut Report,
    frozen: Frozen,
) -> Result<ReportVersion, StoreError> {
    let number = report.versions + 1;
    let stored: Report = tx.get(report.head.id).await?.ok_or(StoreError::NotFound)?;
    if stored.head.version != report.head.version || frozen.snapshot.number != number {
        return Err(StoreError::Conflict);
    }
    let language = Language::from_tag(&report.language).unwrap_or_default();
    let lines: Vec<String> = newest(tx, report.head.id)
        .await?
        .map(|before| differences(&before, &frozen.snapshot.document))
        .unwrap_or_default()
        .iter()
        .map(|difference| difference_line(difference, texts, language))
        .collect();
    let name = |ending: &str| format!("{}-{number}.{ending}", report.title);
    let snapshot = serde_json::to_vec_pretty(&frozen.snapshot)?;
    let digest = digest(&frozen.pdf);
    let mut version = ReportVersion {
        head: Head::default(),
        report_id: report.head.id,
        number,
        title: report.title.clone(),
        frozen_on: frozen.snapshot.frozen_on,
        reason: frozen.snapshot.reason.clone(),
        differences: lines.join("\n"),
        digest,
        snapshot_file: tx.add_file(&name("json"), "application/json", snapshot).await?,
        pdf_file: tx.add_file(&name("pdf"), FileFormat::Pdf.media_type(), frozen.pdf).await?,
        docx_file: tx.add_file(&name("docx"), FileFormat::Docx.media_type(), frozen.docx).await?,
        odt_file: tx.add_file(&name("odt"), FileFormat::Odt.media_type(), frozen.odt).await?,
        html_file: tx.add_file(&name("html"), FileFormat::Html.media_type(), frozen.html).await?,
    };
    tx.insert(&mut version).await?;
    report.versions = number;
    tx.update(report).await?;
    Ok(version)
}
