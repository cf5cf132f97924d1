//! Papers as answers: made on a thread that may be busy, kept by no shared store.

use std::sync::Arc;

use axum::http::{HeaderValue, header};
use axum::response::Response;

use allmende_documents::{Document, FileFormat};
use allmende_web::{Cx, Problem};

/// A document as a file of a format.
pub(super) async fn file(cx: &Cx, document: Document, format: FileFormat) -> Result<Vec<u8>, Problem> {
    let typesetter = Arc::clone(&cx.app().typesetter);
    let made = tokio::task::spawn_blocking(move || typesetter.file(&document, format)).await;
    Ok(made.map_err(|error| Problem::Internal(error.to_string()))??)
}

/// A document as a PDF to download; `name` is without its ending.
pub(super) async fn pdf(cx: &Cx, document: Document, name: &str) -> Result<Response, Problem> {
    let bytes = file(cx, document, FileFormat::Pdf).await?;
    Ok(private(cx.download(&format!("{name}.pdf"), FileFormat::Pdf.media_type(), bytes)))
}

/// Kept by no shared store.
pub(super) fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}
