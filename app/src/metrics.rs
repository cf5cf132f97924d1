//! Figures for the operator, on a port of their own: requests by route and status, durations, the outbox, documents,
//! the pools of the database. Off unless configured, and on loopback only: nothing of it is for visitors.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics::{gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use allmende_documents::{Document, DocumentFault, FileFormat, Pages, Typesetter};
use allmende_store::{Database, Id, Moment, StoreError};

use crate::Failure;

/// Upper bounds of the classes of a duration, in seconds: from a quick page to the longest answer.
const CLASSES: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 60.0];

/// Begins to count. Once for each process.
pub fn begin() -> Result<PrometheusHandle, Failure> {
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &CLASSES)
        .and_then(PrometheusBuilder::install_recorder)
        .map_err(|error| Failure::internal(&error))
}

/// The page `/metrics`.
pub fn router(handle: PrometheusHandle, database: Database, clock: Arc<dyn Fn() -> Moment + Send + Sync>) -> Router {
    let page = move || {
        let (handle, database, clock) = (handle.clone(), database.clone(), clock.clone());
        async move { answer(&handle, &database, clock()).await }
    };
    Router::new().route("/metrics", get(page))
}

async fn answer(handle: &PrometheusHandle, database: &Database, now: Moment) -> Response {
    if let Err(error) = measure(database, now).await {
        tracing::error!(%error, "the outbox could not be measured");
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], handle.render()).into_response()
}

/// What is not counted as it happens is looked up when somebody asks.
#[allow(clippy::cast_precision_loss)] // Counts and seconds far below 2^53.
async fn measure(database: &Database, now: Moment) -> Result<(), StoreError> {
    for (pool, open, idle) in database.connections() {
        gauge!("allmende_database_connections", "pool" => pool, "state" => "open").set(f64::from(open));
        gauge!("allmende_database_connections", "pool" => pool, "state" => "idle").set(idle as f64);
    }
    let mut tx = database.read(Id::NIL, now).await?;
    let backlog = allmende_jobs::backlog(&mut tx).await?;
    gauge!("allmende_outbox_mails", "state" => "waiting").set(backlog.waiting as f64);
    gauge!("allmende_outbox_mails", "state" => "stuck").set(backlog.stuck as f64);
    gauge!("allmende_outbox_mails", "state" => "uncertain").set(backlog.uncertain as f64);
    gauge!("allmende_outbox_oldest_seconds").set(backlog.oldest_seconds as f64);
    Ok(())
}

/// A typesetter that measures how long documents take.
pub struct Timed<T>(pub T);

impl<T: Typesetter> Typesetter for Timed<T> {
    fn file(&self, document: &Document, format: FileFormat) -> Result<Vec<u8>, DocumentFault> {
        let begun = Instant::now();
        let file = self.0.file(document, format);
        histogram!("allmende_document_seconds", "format" => format.extension()).record(begun.elapsed().as_secs_f64());
        file
    }

    fn preview(&self, document: &Document) -> Result<Box<dyn Pages>, DocumentFault> {
        let begun = Instant::now();
        let pages = self.0.preview(document);
        histogram!("allmende_document_seconds", "format" => "preview").record(begun.elapsed().as_secs_f64());
        pages
    }
}
