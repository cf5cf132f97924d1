//! Grants that the alliance receives: notice, cost plan, duties.
//!
//! Who pays what follows from the notice by the rules in [`model`]; rates, caps and deadlines are data of the
//! notice. What reports need is in [`queries`].

pub mod model;
mod pages;
pub mod queries;

use allmende_store::MigrationText;
use allmende_web::access::{LEADS, MANAGER, Permission, Role};
use allmende_web::area::{Area, Home, NavGroup, NavItem};
use allmende_web::screen;
use allmende_web::texts::AreaTexts;

use model::{CostItem, Duty, ReceivedGrant};

/// Grants may be read.
pub const READ: Permission = Permission { name: "funding.read", roles: &[Role::Manager, Role::Chair, Role::Mayor] };
/// Grants may be changed.
pub const WRITE: Permission = Permission { name: "funding.write", roles: MANAGER };
/// Duties that are not done stand among what is due.
pub const DUE: Permission = Permission { name: "funding.due", roles: LEADS };

/// The area.
pub fn area() -> Area {
    let mut routes = screen::routes::<ReceivedGrant>();
    routes.extend(screen::routes::<CostItem>());
    routes.extend(screen::routes::<Duty>());
    routes.extend(pages::routes());
    Area {
        name: "funding",
        migrations: &[MigrationText {
            version: 330,
            name: "funding",
            sql: include_str!("../migrations/0330_funding.sql"),
        }],
        statements: queries::STATEMENTS.to_vec(),
        kinds: vec![
            screen::kind::<ReceivedGrant>("euro", Home::Own(pages::GRANTS), true),
            screen::kind::<CostItem>("euro", Home::Parent(pages::GRANTS), false),
            screen::kind::<Duty>("task", Home::Parent(pages::GRANTS), true),
        ],
        routes,
        navigation: vec![NavItem {
            group: NavGroup::Proof,
            order: 10,
            text: "nav-funding",
            icon: "euro",
            path: pages::GRANTS,
            tab: false,
            permission: READ,
        }],
        texts: Some(AreaTexts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") }),
        panels: Vec::new(),
        captures: Vec::new(),
        due: vec![pages::due],
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use allmende_store::RecordData;
    use allmende_web::texts::{Language, Texts, keys_and_variables};

    #[test]
    fn texts_are_whole_in_both_languages() {
        let both = area().texts.unwrap();
        assert_eq!(keys_and_variables(both.de), keys_and_variables(both.en));
        let texts = Texts::new(&[both]).unwrap();
        let prefixes = [("grant", ReceivedGrant::FIELDS), ("cost-item", CostItem::FIELDS), ("duty", Duty::FIELDS)];
        for (prefix, fields) in prefixes {
            for field in fields {
                let key = format!("{prefix}-{}", field.replace('_', "-"));
                assert!(texts.has(Language::German, &key), "{key}");
            }
        }
    }
}
