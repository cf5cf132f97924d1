//! Minutes, decisions, and what follows from them.

pub(crate) mod decisions;
pub(crate) mod disclosure;
mod follow;
mod freeze;
mod load;
mod open;
mod overview;
mod text;
mod versions;
pub(in crate::pages) mod words;

use allmende_web::access::{Access, LEADS, Permission, Role};
use allmende_web::area::{Method, Route, get, post};
use allmende_web::screen;

use super::MEETINGS;
use crate::model::vote::Vote;
use crate::{READ, WRITE};
use decisions::DECISIONS;

/// Reading minutes before they are frozen.
const DRAFTS: Permission = Permission { name: "meetings.minutes", roles: LEADS };
/// Objecting to minutes: those who sit in the body.
const OBJECT: Permission = Permission { name: "meetings.object", roles: &[Role::Manager, Role::Chair, Role::Mayor] };
/// Where versions of minutes stand.
const VERSIONS: &str = "/niederschriften";
/// Where objections stand.
const OBJECTIONS: &str = "/einwendungen";

/// The routes of these pages.
pub(super) fn routes() -> Vec<Route> {
    let (read, write) = (Access::Needs(READ), Access::Needs(WRITE));
    let (drafts, object) = (Access::Needs(DRAFTS), Access::Needs(OBJECT));
    let mut routes = vec![
        get(format!("{MEETINGS}/{{id}}/protokoll"), read, overview::show),
        get(format!("{MEETINGS}/{{id}}/protokoll/vorschau.pdf"), drafts, overview::preview),
        get(format!("{MEETINGS}/{{id}}/protokoll/texte/{{item}}"), write, text::form),
        post(format!("{MEETINGS}/{{id}}/protokoll/texte/{{item}}"), write, text::store),
        get(format!("{MEETINGS}/{{id}}/protokoll/feststellen"), write, freeze::ask),
        post(format!("{MEETINGS}/{{id}}/protokoll/feststellen"), write, freeze::freeze),
        get(format!("{MEETINGS}/{{id}}/wiederoeffnen"), write, versions::reopen_form),
        post(format!("{MEETINGS}/{{id}}/wiederoeffnen"), write, versions::reopen),
        get(format!("{VERSIONS}/{{id}}/{{file}}"), read, versions::file),
        get(format!("{VERSIONS}/{{id}}/genehmigen"), write, versions::approve_form),
        post(format!("{VERSIONS}/{{id}}/genehmigen"), write, versions::approve),
        get(format!("{VERSIONS}/{{id}}/unterschreiben"), write, versions::sign_form),
        post(format!("{VERSIONS}/{{id}}/unterschreiben"), write, versions::sign),
        get(format!("{VERSIONS}/{{id}}/einwenden"), object, versions::object_form),
        post(format!("{VERSIONS}/{{id}}/einwenden"), object, versions::object),
        get(format!("{OBJECTIONS}/{{id}}/beantworten"), write, versions::answer_form),
        post(format!("{OBJECTIONS}/{{id}}/beantworten"), write, versions::answer),
        get(format!("{MEETINGS}/{{id}}/nachverfolgen"), read, follow::show),
        get(format!("{MEETINGS}/{{id}}/nachverfolgen/bericht.pdf"), drafts, follow::report),
        post(format!("{MEETINGS}/{{id}}/nachverfolgen/bericht"), write, follow::offer),
    ];
    routes.extend(decision_routes());
    routes
}

/// The routes of decisions. They come from meetings and circulars, so of the common screens only list and history serve.
fn decision_routes() -> Vec<Route> {
    let (read, write) = (Access::Needs(READ), Access::Needs(WRITE));
    let common =
        |route: &Route| route.method == Method::Get && (route.path == DECISIONS || route.path.ends_with("/verlauf"));
    let mut routes: Vec<Route> = screen::routes::<Vote>().into_iter().filter(common).collect();
    routes.extend([
        get(format!("{DECISIONS}/offen"), read, open::show),
        get(format!("{DECISIONS}/erinnern"), write, open::remind_form),
        post(format!("{DECISIONS}/erinnern"), write, open::remind),
        get(format!("{DECISIONS}/{{id}}"), read, decisions::show),
        get(format!("{DECISIONS}/{{id}}/{{file}}"), read, disclosure::excerpt),
        get(format!("{DECISIONS}/{{id}}/bekanntgabe"), write, disclosure::plan_form),
        post(format!("{DECISIONS}/{{id}}/bekanntgabe"), write, disclosure::plan),
        get(format!("{DECISIONS}/{{id}}/bekanntgeben"), write, disclosure::disclose_form),
        post(format!("{DECISIONS}/{{id}}/bekanntgeben"), write, disclosure::disclose),
        get(format!("{DECISIONS}/{{id}}/aufheben"), write, disclosure::annul_form),
        post(format!("{DECISIONS}/{{id}}/aufheben"), write, disclosure::annul),
        post(format!("{DECISIONS}/{{id}}/empfehlen"), write, disclosure::recommend),
    ]);
    routes
}
