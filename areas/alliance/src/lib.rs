//! The alliance: who belongs to it, who decides, and whom it deals with.
//!
//! Members and their dated populations, bodies that meet, people with dated offices, organisations,
//! and the alliance itself. Every area above stands on these records. Contacts and members come in
//! by hand or through [`import`] from a spreadsheet or an address book. Who holds an office is
//! public inside the alliance; contact data are not ([`CONTACTS_READ`]). Accounts and sign-in are
//! in [`accounts`].

pub mod accounts;
pub mod import;
pub mod letters;
pub mod model;
pub mod outline;
mod pages;
pub mod queries;

pub use accounts::all_alliances;

use allmende_store::{MigrationText, RecordKind};
use allmende_web::access::{EVERYBODY, MANAGER, Permission, Role};
use allmende_web::area::{Area, Home, KindView, NavGroup, NavItem};
use allmende_web::screen;
use allmende_web::texts::AreaTexts;

use letters::model::{Letter, LetterRecipient};
use model::{Alliance, Body, Municipality, Office, Organisation, Person, Population};
use pages::{alliance, body, municipality, organisation, person};

/// Reading members, bodies, organisations and the alliance itself.
pub const READ: Permission = Permission { name: "alliance.read", roles: EVERYBODY };
/// Changing members, bodies and organisations.
pub const WRITE: Permission = Permission { name: "alliance.write", roles: MANAGER };
/// Changing the alliance itself.
pub const SETTINGS: Permission = Permission { name: "alliance.settings", roles: MANAGER };
/// Reading people with their contact data.
pub const CONTACTS_READ: Permission =
    Permission { name: "contacts.read", roles: &[Role::Manager, Role::Chair, Role::Mayor, Role::Clerk] };
/// Changing people and their offices.
pub const CONTACTS_WRITE: Permission = Permission { name: "contacts.write", roles: MANAGER };

/// The area as the house knows it.
pub fn area() -> Area {
    let mut routes = alliance::routes();
    routes.extend(pages::import::routes());
    routes.extend(screen::routes::<Municipality>());
    routes.extend(screen::routes::<Population>());
    routes.extend(screen::routes::<Body>());
    routes.extend(screen::routes::<Organisation>());
    routes.extend(screen::routes::<Person>());
    routes.extend(screen::routes::<Office>());
    routes.extend(letters::routes());
    routes.extend(accounts::routes());

    let mut statements = queries::STATEMENTS.to_vec();
    statements.extend_from_slice(letters::queries::STATEMENTS);
    statements.extend(accounts::statements());

    Area {
        name: "alliance",
        migrations: &[
            MigrationText { version: 100, name: "alliance", sql: include_str!("../migrations/0100_alliance.sql") },
            MigrationText { version: 101, name: "accounts", sql: include_str!("../migrations/0101_accounts.sql") },
            MigrationText { version: 130, name: "letter", sql: include_str!("../migrations/0130_letter.sql") },
        ],
        statements,
        kinds: vec![
            KindView {
                record: RecordKind::of::<Alliance>(),
                icon: "flag",
                home: Home::Own(alliance::PATH),
                path: alliance::PATH,
                read: READ,
                write: SETTINGS,
                dated: false,
                words: allmende_web::area::as_written,
            },
            screen::kind::<Municipality>("people", Home::Own(municipality::PATH), false),
            screen::kind::<Population>("people", Home::Parent(municipality::PATH), false),
            screen::kind::<Body>("network", Home::Own(body::PATH), false),
            screen::kind::<Organisation>("globe", Home::Own(organisation::PATH), false),
            screen::kind::<Person>("user", Home::Own(person::PATH), false),
            screen::kind::<Office>("user", Home::Parent(person::PATH), false),
            screen::kind::<Letter>("mail", Home::Own(letters::PATH), true),
            KindView {
                record: RecordKind::of::<LetterRecipient>(),
                icon: "mail",
                home: Home::Parent(letters::PATH),
                path: letters::PATH,
                read: letters::LETTER_READ,
                write: letters::LETTER_WRITE,
                dated: false,
                words: allmende_web::area::as_written,
            },
        ],
        routes,
        navigation: navigation(),
        texts: Some(AreaTexts {
            de: concat!(
                include_str!("../texts/de.ftl"),
                "\n",
                include_str!("../texts/letters.de.ftl"),
                "\n",
                include_str!("../texts/accounts.de.ftl")
            ),
            en: concat!(
                include_str!("../texts/en.ftl"),
                "\n",
                include_str!("../texts/letters.en.ftl"),
                "\n",
                include_str!("../texts/accounts.en.ftl")
            ),
        }),
        ..Area::default()
    }
}

fn navigation() -> Vec<NavItem> {
    let item = |order, text, icon, path, permission| NavItem {
        group: NavGroup::Alliance,
        order,
        text,
        icon,
        path,
        tab: order > 10,
        permission,
    };
    let mut items = vec![
        item(10, "municipality-list", "people", municipality::PATH, READ),
        item(20, "body-list", "network", body::PATH, READ),
        item(30, "person-list", "user", person::PATH, CONTACTS_READ),
        item(40, "organisation-list", "globe", organisation::PATH, READ),
        item(50, "nav-alliance-itself", "flag", alliance::PATH, READ),
    ];
    items.push(NavItem {
        group: NavGroup::Outside,
        order: 40,
        text: "letter-list",
        icon: "mail",
        path: letters::PATH,
        tab: false,
        permission: letters::LETTER_READ,
    });
    items.extend(accounts::navigation());
    items
}
