//! Accounts: who may come in, how they prove it, and what they are.

mod account;
mod administration;
mod confirmations;
mod limits;
mod links;
mod outbox;
mod own;
mod password;
mod queries;
mod recovery;
mod second_factor;
mod set_up;
mod sign_in;

use allmende_web::access::{Access, LEADS, Permission, Role};
use allmende_web::area::{NavGroup, NavItem, Route, get, post};

pub use account::{
    Account, NewAccount, all_emails, create_account, find_account, give_role, one_time_link, sign_in_url,
};
pub use links::Purpose;
pub use queries::{lookup, sweep};
pub use recovery::reset_second_factor;
pub use set_up::{all_alliances, alliance_count, found_alliance, prepare_set_up};

/// Who sees the accounts.
pub const ACCOUNTS_READ: Permission =
    Permission { name: "accounts.read", roles: &[Role::Manager, Role::Chair, Role::Admin] };
/// Who invites, changes roles and blocks.
pub const ACCOUNTS_WRITE: Permission = Permission { name: "accounts.write", roles: &[Role::Manager, Role::Admin] };
/// Who sees the mails that wait.
pub const OUTBOX_READ: Permission = Permission { name: "outbox.read", roles: LEADS };
/// Who decides about mails whose fate is unknown.
pub const OUTBOX_WRITE: Permission = Permission { name: "outbox.write", roles: LEADS };

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    let public = Access::Public;
    let own = Access::SignedIn;
    let read = Access::Needs(ACCOUNTS_READ);
    let write = Access::Needs(ACCOUNTS_WRITE);
    vec![
        get("/einrichten", public, set_up::form),
        post("/einrichten", public, set_up::save),
        get("/anmelden", public, sign_in::form),
        post("/anmelden", public, sign_in::sign_in),
        get("/anmelden/code/{step}", public, second_factor::ask),
        post("/anmelden/code/{step}", public, second_factor::check),
        get("/anmelden/link/{token}", public, links::sign_in_form),
        post("/anmelden/link/{token}", public, links::sign_in),
        get("/passwort-vergessen", public, links::forgotten_form),
        post("/passwort-vergessen", public, links::forgotten),
        get("/konto/link/{token}", public, links::password_form),
        post("/konto/link/{token}", public, links::set_password),
        post("/abmelden", own, sign_in::sign_out),
        get("/konto", own, own::page),
        post("/konto/erscheinungsbild", own, own::theme),
        post("/konto/sprache", own, own::language),
        get("/konto/passwort", own, own::password_form),
        post("/konto/passwort", own, own::password),
        post("/konto/sitzungen/{digest}/beenden", own, own::end_session),
        post("/konto/sitzungen/beenden", own, own::end_other_sessions),
        get("/konto/zweiter-faktor", own, second_factor::enrol_form),
        get("/konto/zweiter-faktor/code.svg", own, second_factor::code),
        post("/konto/zweiter-faktor", own, second_factor::enrol),
        get("/konto/wiederherstellungscodes", own, recovery::renew_form),
        post("/konto/wiederherstellungscodes", own, recovery::renew),
        get("/konten", read, administration::list),
        get("/konten/neu", write, administration::invite_form),
        post("/konten/neu", write, administration::invite),
        get("/konten/{id}", read, administration::show),
        post("/konten/{id}/rolle", write, administration::change_role),
        post("/konten/{id}/sperren", write, administration::disable),
        post("/konten/{id}/entsperren", write, administration::enable),
        post("/konten/{id}/link", write, administration::new_link),
        post("/konten/{id}/zweiter-faktor", write, administration::reset_factor),
        get("/bestaetigungen", read, confirmations::page),
        post("/bestaetigungen/{id}", write, confirmations::confirm),
        post("/bestaetigungen/{id}/verwerfen", write, confirmations::discard),
        get(outbox::PATH, Access::Needs(OUTBOX_READ), outbox::list),
        post("/postausgang/{id}/nochmals", Access::Needs(OUTBOX_WRITE), outbox::again),
        post("/postausgang/{id}/angekommen", Access::Needs(OUTBOX_WRITE), outbox::arrived),
    ]
}

/// The navigation of this room.
pub fn navigation() -> Vec<NavItem> {
    let item = |order, text, icon, path, permission| NavItem {
        group: NavGroup::Alliance,
        order,
        text,
        icon,
        path,
        // Accounts and what guards the data are a section of their own.
        tab: path != "/konten",
        permission,
    };
    vec![
        item(60, "nav-accounts", "lock", "/konten", ACCOUNTS_READ),
        item(65, "confirmations", "check", confirmations::PATH, ACCOUNTS_WRITE),
        item(70, "nav-outbox", "mail", outbox::PATH, OUTBOX_READ),
    ]
}

/// The statements of this room.
pub fn statements() -> Vec<allmende_store::Statement> {
    [queries::STATEMENTS, set_up::STATEMENTS].concat()
}
