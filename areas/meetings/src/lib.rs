//! The meetings of the alliance's bodies and what stands on their agendas.
//!
//! A [`model::Meeting`] belongs to a body of the alliance; its [`model::AgendaItem`]s point to the
//! threads they speak of, so a thread's page shows when it was on the table. How typed lines become
//! an agenda stands in [`agenda`]; what reports need is in [`queries`].

pub mod agenda;
pub mod model;
mod pages;
pub mod queries;

use allmende_store::MigrationText;
use allmende_web::access::{EVERYBODY, MANAGER, Permission};
use allmende_web::area::{Area, Home, KindView, NavGroup, NavItem};
use allmende_web::screen;
use allmende_web::texts::AreaTexts;

use model::{AgendaItem, Meeting};

/// Meetings and agendas may be read.
pub const READ: Permission = Permission { name: "meetings.read", roles: EVERYBODY };
/// Meetings and agendas may be changed.
pub const WRITE: Permission = Permission { name: "meetings.write", roles: MANAGER };

/// The area.
pub fn area() -> Area {
    let mut routes = screen::routes::<Meeting>();
    routes.extend(screen::routes::<AgendaItem>());
    routes.extend(pages::routes());
    Area {
        name: "meetings",
        migrations: &[MigrationText {
            version: 300,
            name: "meetings",
            sql: include_str!("../migrations/0300_meetings.sql"),
        }],
        statements: queries::STATEMENTS.to_vec(),
        kinds: vec![
            KindView {
                words: pages::meeting_words,
                ..screen::kind::<Meeting>("calendar", Home::Own(pages::MEETINGS), true)
            },
            screen::kind::<AgendaItem>("calendar", Home::Parent(pages::MEETINGS), true),
        ],
        routes,
        navigation: vec![NavItem {
            group: NavGroup::Work,
            order: 10,
            text: "nav-meetings",
            icon: "calendar",
            path: pages::MEETINGS,
            tab: false,
            permission: READ,
        }],
        texts: Some(AreaTexts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") }),
        panels: pages::panels(),
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
        let prefixes = [("meeting", Meeting::FIELDS), ("agenda-item", AgendaItem::FIELDS)];
        for (prefix, fields) in prefixes {
            for field in fields {
                let key = format!("{prefix}-{}", field.replace('_', "-"));
                assert!(texts.has(Language::German, &key), "{key}");
            }
        }
    }
}
