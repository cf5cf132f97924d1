//! Calendars: the month on a page, and addresses that calendar programs subscribe to.

mod feed;
mod month;
mod subscriptions;

use allmende_web::access::Access;
use allmende_web::area::{Route, get, post};

use crate::{READ, WRITE};

/// Where the calendar stands.
pub(crate) const CALENDAR: &str = "/kalender";

/// The routes of these pages.
pub(super) fn routes() -> Vec<Route> {
    let (read, write) = (Access::Needs(READ), Access::Needs(WRITE));
    vec![
        get(CALENDAR, read, month::show),
        get(format!("{CALENDAR}/abo"), read, subscriptions::show),
        post(format!("{CALENDAR}/abo"), read, subscriptions::create),
        post(format!("{CALENDAR}/abo/{{id}}/widerrufen"), read, subscriptions::revoke),
        post(format!("{CALENDAR}/oeffentlich"), write, subscriptions::publish),
        get(format!("{CALENDAR}/abo/{{file}}"), Access::Public, feed::private),
        get(format!("{CALENDAR}/oeffentlich/{{file}}"), Access::Public, feed::public),
    ]
}
