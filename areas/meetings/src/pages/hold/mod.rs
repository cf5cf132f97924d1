//! The evening itself: attendance, items, votes.

use allmende_web::area::Route;

/// The routes of these pages.
pub(super) fn routes() -> Vec<Route> {
    Vec::new()
}
