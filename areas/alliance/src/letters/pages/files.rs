//! The files of a letter and the picture of its first page.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use allmende_documents::{DocumentFault, FileFormat, format as german};
use allmende_store::Id;
use allmende_web::{Cx, Problem};

use super::Opened;
use crate::letters::finish;

/// A file: of a finished letter always the same bytes.
pub(super) async fn file(cx: Cx, Path((id, format)): Path<(Id, String)>) -> Result<Response, Problem> {
    let format = FileFormat::from_extension(&format).filter(|format| *format != FileFormat::Html);
    let format = format.ok_or(Problem::NotFound)?;
    let mut tx = cx.read().await?;
    let opened = Opened::load(&mut tx, id).await?;
    let letter = &opened.letter;
    let words: Vec<&str> =
        letter.subject.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let stem: String = words.join("-").chars().take(80).collect();
    let name = format!("{stem}-{}.{}", german::date(letter.dated_on.0), format.extension());
    let frozen = match format {
        FileFormat::Pdf => letter.pdf_file,
        FileFormat::Docx => letter.docx_file,
        FileFormat::Odt | FileFormat::Html => letter.odt_file,
    };
    if let Some(file) = frozen {
        let stored = tx.file(file).await?.ok_or(Problem::NotFound)?;
        return Ok(cx.download(&name, &stored.media_type, stored.bytes));
    }
    if opened.reached().next().is_none() {
        return Err(Problem::Refused(cx.t("letter-nobody")));
    }
    drop(tx);
    let bytes = finish::file(cx.app().typesetter.clone(), opened.document(), format).await?;
    Ok(cx.download(&name, format.media_type(), bytes))
}

/// The first page as the first recipient gets it.
async fn first_page(cx: &Cx, opened: &Opened) -> Option<Result<String, DocumentFault>> {
    let document = opened.first()?;
    let typesetter = cx.app().typesetter.clone();
    let first = move || typesetter.preview(&document).map(|pages| pages.svg(0).unwrap_or_default());
    tokio::task::spawn_blocking(first).await.ok()
}

/// Why the letter cannot be set, if it cannot.
pub(super) async fn fault(cx: &Cx, opened: &Opened) -> Option<String> {
    first_page(cx, opened).await?.err().map(|fault| fault.sentence)
}

/// The picture.
pub(super) async fn preview(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let opened = Opened::load(&mut tx, id).await?;
    drop(tx);
    let svg = first_page(&cx, &opened).await.ok_or(Problem::NotFound)??;
    let mut response = svg.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; img-src data:; style-src 'unsafe-inline'"),
    );
    Ok(response)
}
