//! Minutes, decisions, and what follows from them.

use allmende_web::area::Route;

/// The routes of these pages.
pub(super) fn routes() -> Vec<Route> {
    Vec::new()
}
