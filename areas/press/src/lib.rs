//! What the media write about the alliance.
//!
//! A [`model::Clipping`] cites an article or a programme of a [`model::Medium`] and sums it up in own
//! words; the article itself is never stored. What reports need is in [`queries`].

pub mod model;
mod pages;
pub mod queries;

use allmende_store::MigrationText;
use allmende_web::access::{EVERYBODY, MANAGER, Permission};
use allmende_web::area::{Area, Capture, Home, NavGroup, NavItem};
use allmende_web::screen;
use allmende_web::texts::AreaTexts;

use model::{Clipping, Medium};

/// Clippings and media may be read.
pub const READ: Permission = Permission { name: "press.read", roles: EVERYBODY };
/// Clippings and media may be changed.
pub const WRITE: Permission = Permission { name: "press.write", roles: MANAGER };

/// The area.
pub fn area() -> Area {
    let mut routes = screen::routes::<Medium>();
    routes.extend(screen::routes::<Clipping>());
    Area {
        name: "press",
        migrations: &[MigrationText { version: 320, name: "press", sql: include_str!("../migrations/0320_press.sql") }],
        statements: queries::STATEMENTS.to_vec(),
        kinds: vec![
            screen::kind::<Medium>("press", Home::Own(pages::MEDIA), false),
            screen::kind::<Clipping>("press", Home::Own(pages::CLIPPINGS), true),
        ],
        routes,
        navigation: vec![
            NavItem {
                group: NavGroup::Outside,
                order: 20,
                text: "nav-press",
                icon: "press",
                path: pages::CLIPPINGS,
                tab: false,
                permission: READ,
            },
            NavItem {
                group: NavGroup::Outside,
                order: 21,
                text: "medium-list",
                icon: "press",
                path: pages::MEDIA,
                tab: true,
                permission: READ,
            },
        ],
        texts: Some(AreaTexts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") }),
        panels: Vec::new(),
        captures: vec![Capture {
            word: "press",
            order: 20,
            text: "capture-press",
            permission: WRITE,
            save: pages::capture,
        }],
        due: Vec::new(),
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
        let prefixes = [("medium", Medium::FIELDS), ("clipping", Clipping::FIELDS)];
        for (prefix, fields) in prefixes {
            for field in fields {
                let key = format!("{prefix}-{}", field.replace('_', "-"));
                assert!(texts.has(Language::German, &key), "{key}");
            }
        }
    }
}
