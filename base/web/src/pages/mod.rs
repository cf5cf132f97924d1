//! Pages that belong to no area because they show all of them: today, search, capture, trash, log.

mod capture;
mod log;
mod menu;
mod search;
mod today;
pub(crate) mod trash;

use crate::access::{Access, EVERYBODY, LEADS, Permission};
use crate::area::{Area, NavGroup, NavItem, get, post};

/// The day of the person who asks, and the search.
pub const TODAY: Permission = Permission { name: "house.today", roles: EVERYBODY };
/// The trash.
pub const TRASH: Permission = Permission { name: "house.trash", roles: crate::access::MANAGER };
/// The log of all changes.
pub const LOG: Permission = Permission { name: "house.log", roles: LEADS };

/// The pages of the house itself, as an area like any other.
pub fn area() -> Area {
    let mut routes = vec![
        get("/", Access::SignedIn, today::today),
        get("/suche", Access::Needs(TODAY), search::search),
        get("/erfassen", Access::Needs(TODAY), capture::form),
        post("/erfassen", Access::Needs(TODAY), capture::save),
        get("/menue", Access::SignedIn, menu::menu),
        get("/papierkorb", Access::Needs(TRASH), trash::list),
        post("/papierkorb/{kind}/{id}/wiederherstellen", Access::Needs(TRASH), trash::restore),
        get("/papierkorb/{kind}/{id}/loeschen", Access::Needs(TRASH), trash::ask),
        post("/papierkorb/{kind}/{id}/loeschen", Access::Needs(TRASH), trash::purge),
        get("/protokoll", Access::Needs(LOG), log::log),
    ];
    routes.shrink_to_fit();
    Area {
        name: "house",
        routes,
        navigation: vec![
            NavItem {
                group: NavGroup::Top,
                order: 0,
                text: "nav-today",
                icon: "home",
                path: "/",
                tab: false,
                permission: TODAY,
            },
            NavItem {
                group: NavGroup::Alliance,
                order: 80,
                text: "nav-trash",
                icon: "trash",
                path: "/papierkorb",
                tab: true,
                permission: TRASH,
            },
            NavItem {
                group: NavGroup::Alliance,
                order: 90,
                text: "nav-log",
                icon: "history",
                path: "/protokoll",
                tab: true,
                permission: LOG,
            },
        ],
        ..Area::default()
    }
}
