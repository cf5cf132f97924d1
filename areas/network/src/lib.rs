//! Exchange and networking: the dated log of contacts and events with partners.
//!
//! Each entry says who met whom, where, what came of it, and which task follows. Together the
//! entries of a period are a chapter of the activity report, and each stands on its project's page.

use allmende_store::MigrationText;
use allmende_web::access::{Access, EVERYBODY, MANAGER, Permission};
use allmende_web::area::{Area, Capture, Home, NavGroup, NavItem, get};
use allmende_web::screen::{self, Screen};
use allmende_web::texts::AreaTexts;

pub mod model;
mod pages;

use model::NetworkEntry;

/// See contacts and events.
pub const READ: Permission = Permission { name: "network.read", roles: EVERYBODY };
/// Create and change contacts and events.
pub const WRITE: Permission = Permission { name: "network.write", roles: MANAGER };

const CONTACT: Capture = Capture {
    word: "contact",
    order: 0,
    text: "capture-contact",
    permission: WRITE,
    save: |cx, tx, line| Box::pin(pages::capture::contact(cx, tx, line)),
};

/// What the area adds to the house.
pub fn area() -> Area {
    let mut routes = screen::routes::<NetworkEntry>();
    routes.push(get(pages::partners::PATH, Access::Needs(READ), pages::partners::list));
    Area {
        name: "network",
        migrations: &[
            MigrationText { version: 310, name: "network", sql: include_str!("../migrations/0310_network.sql") },
            MigrationText {
                version: 311,
                name: "network list",
                sql: include_str!("../migrations/0311_network_list.sql"),
            },
        ],
        kinds: vec![screen::kind::<NetworkEntry>("network", Home::Own(NetworkEntry::PATH), true)],
        routes,
        navigation: vec![
            NavItem {
                group: NavGroup::Outside,
                order: 10,
                text: "nav-network",
                icon: "network",
                path: NetworkEntry::PATH,
                tab: false,
                permission: READ,
            },
            NavItem {
                group: NavGroup::Outside,
                order: 11,
                text: "partners-list",
                icon: "people",
                path: pages::partners::PATH,
                tab: true,
                permission: READ,
            },
        ],
        texts: Some(AreaTexts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") }),
        captures: vec![CONTACT],
        ..Area::default()
    }
}
