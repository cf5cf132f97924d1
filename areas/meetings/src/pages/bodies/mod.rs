//! What a body has beside its meetings: rules, seats, topic store, text modules; and how meetings repeat.

use allmende_web::area::Route;

/// The routes of these pages.
pub(super) fn routes() -> Vec<Route> {
    Vec::new()
}
