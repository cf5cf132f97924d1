//! The navigation as a page of its own, for phones.

use axum::response::Response;

use crate::cx::Cx;
use crate::page;
use crate::problem::Problem;

pub(super) async fn menu(cx: Cx) -> Result<Response, Problem> {
    page::menu(&cx)
}
