//! Minutes, decisions, and what follows from them.

mod freeze;
mod load;
mod overview;
mod text;
mod versions;
pub(in crate::pages) mod words;

use allmende_web::access::{Access, LEADS, Permission, Role};
use allmende_web::area::{Route, get, post};

use super::MEETINGS;
use crate::{READ, WRITE};

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
    vec![
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
    ]
}
