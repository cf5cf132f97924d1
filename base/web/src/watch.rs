//! What the operator sees of requests: one log line and two measurements each.
//!
//! Only the pattern of the route appears, never the path itself: paths hold ids and one-time tokens. No name, no mail
//! address, no query, no header of the request, no address of the caller.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use http_body::Body as _;

/// The methods that appear by name; a caller can invent others without end.
fn method_word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// Runs a request and notes what became of it.
pub(crate) async fn watch(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = method_word(request.method());
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let took = begun.elapsed();
    let status = response.status().as_u16();
    // Before compression. Nothing of the program streams, so the size is known.
    let bytes = response.body().size_hint().exact().unwrap_or(0);
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    // Files of the page and questions whether the server lives would bury the rest.
    if route.starts_with("/assets/") || route == "/healthz" {
        tracing::debug!(target: "allmende::request", method, route, status, ms, bytes, "request");
    } else {
        tracing::info!(target: "allmende::request", method, route, status, ms, bytes, "request");
    }
    metrics::counter!("allmende_requests_total", "method" => method, "route" => route.clone(), "status" => status.to_string())
        .increment(1);
    metrics::histogram!("allmende_request_seconds", "route" => route).record(took.as_secs_f64());
    response
}
