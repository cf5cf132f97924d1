//! Resolutions without a meeting.

mod answers;
mod draft;
mod link;
mod send;
mod show;
mod voters;

use allmende_web::access::Access;
use allmende_web::area::{Route, get, post};
use allmende_web::screen;

use crate::WRITE;
use crate::model::circular::Circular;

/// Where resolutions without a meeting stand.
pub(crate) const CIRCULARS: &str = "/umlaufbeschluesse";

/// The routes of these pages. A resolution has a page of its own, and once it is sent it is not put away any more.
pub(super) fn routes() -> Vec<Route> {
    let (read, write) = (Access::Needs(crate::READ), Access::Needs(WRITE));
    let own = [format!("{CIRCULARS}/{{id}}"), format!("{CIRCULARS}/{{id}}/papierkorb")];
    let mut routes: Vec<Route> =
        screen::routes::<Circular>().into_iter().filter(|route| !own.contains(&route.path)).collect();
    routes.extend([
        get(format!("{CIRCULARS}/{{id}}"), read, show::show),
        get(format!("{CIRCULARS}/{{id}}/versenden"), write, send::ask),
        post(format!("{CIRCULARS}/{{id}}/versenden"), write, send::send),
        get(format!("{CIRCULARS}/{{id}}/zurueckziehen"), write, answers::withdraw_form),
        post(format!("{CIRCULARS}/{{id}}/zurueckziehen"), write, answers::withdraw),
        post(format!("{CIRCULARS}/{{id}}/feststellen"), write, answers::close),
        post(format!("{CIRCULARS}/{{id}}/papierkorb"), write, answers::trash),
        get(format!("{CIRCULARS}/{{id}}/antworten/{{answer}}"), write, answers::form),
        post(format!("{CIRCULARS}/{{id}}/antworten/{{answer}}"), write, answers::take),
        get("/umlauf/{token}", Access::Public, link::show),
        post("/umlauf/{token}", Access::Public, link::take),
    ]);
    routes
}
