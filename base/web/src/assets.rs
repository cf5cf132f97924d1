//! Files that pages load: style, script, icons, font. Compiled in, served with a digest in the address.

use std::sync::OnceLock;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Name, media type and bytes of each file.
const FILES: &[(&str, &str, &[u8])] = &[
    ("allmende.css", "text/css; charset=utf-8", include_bytes!("../assets/allmende.css")),
    ("allmende.js", "text/javascript; charset=utf-8", include_bytes!("../assets/allmende.js")),
    ("evening.js", "text/javascript; charset=utf-8", include_bytes!("../assets/evening.js")),
    ("icons.svg", "image/svg+xml", include_bytes!("../assets/icons.svg")),
    ("icons/mark.svg", "image/svg+xml", include_bytes!("../assets/icons/mark.svg")),
    ("icons/chevron-dark.svg", "image/svg+xml", include_bytes!("../assets/icons/chevron-dark.svg")),
    ("icons/chevron-light.svg", "image/svg+xml", include_bytes!("../assets/icons/chevron-light.svg")),
    ("fonts/inter-latin.woff2", "font/woff2", include_bytes!("../assets/fonts/inter-latin.woff2")),
    ("fonts/inter-latin-ext.woff2", "font/woff2", include_bytes!("../assets/fonts/inter-latin-ext.woff2")),
];

/// The path under which the files of this build stand: `/assets/<digest>`.
pub fn prefix() -> &'static str {
    static PREFIX: OnceLock<String> = OnceLock::new();
    PREFIX.get_or_init(|| {
        let all: Vec<u8> = FILES.iter().flat_map(|(_, _, bytes)| bytes.iter().copied()).collect();
        let digest = allmende_store::digest(&all);
        format!("/assets/{}", &digest[..12])
    })
}

/// Serves a file. The digest in the address makes it safe to keep for a year.
pub(crate) async fn serve(Path((_digest, name)): Path<(String, String)>) -> Response {
    match FILES.iter().find(|(file, _, _)| *file == name) {
        Some((_, media, bytes)) => {
            ([(header::CONTENT_TYPE, *media), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")], *bytes)
                .into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
