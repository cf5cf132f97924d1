//! The meetings of the alliance's bodies, from the first topic to approved minutes.
//!
//! A [`model::Meeting`] belongs to a body; its [`model::AgendaItem`]s point to the threads they speak of, so a thread's
//! page shows when it was on the table. The body's dated rules ([`model::rule_set`]) say how it is called, when it may
//! decide and with which majority; the computing is done by the engine `meeting-rules`. What a body deals with in
//! private is marked on its item, and is found, counted and named only for those who sit in it.

pub mod agenda;
pub mod calendar_month;
pub mod feeds;
pub mod invitation;
pub mod minutes;
pub mod model;
mod pages;
pub mod queries;
pub mod reminders;

use allmende_store::{MigrationText, Record, RecordKind};
use allmende_web::access::{EVERYBODY, LEADS, MANAGER, Permission, Role};
use allmende_web::area::{Area, Home, KindView, Method, NavGroup, NavItem, Route, as_written};
use allmende_web::screen;
use allmende_web::texts::AreaTexts;

use model::circular::{Circular, CircularAnswer};
use model::minutes::{MinutesVersion, Objection};
use model::notice::{Notice, NoticeRecipient};
use model::participant::{Participant, Presence};
use model::rule_set::BodyRules;
use model::seat::Seat;
use model::topic::{TextModule, Topic};
use model::vote::{Ballot, Vote};
use model::{AgendaItem, ItemFile, Meeting};

/// Meetings and agendas may be read.
pub const READ: Permission = Permission { name: "meetings.read", roles: EVERYBODY };
/// Meetings and agendas may be changed.
pub const WRITE: Permission = Permission { name: "meetings.write", roles: MANAGER };

/// Proposing topics for an agenda.
pub const PROPOSE: Permission =
    Permission { name: "meetings.propose", roles: &[Role::Manager, Role::Chair, Role::Mayor, Role::Clerk] };
/// Seeing who was invited and what they answered: names with addresses and reasons.
pub const INVITED: Permission = Permission { name: "meetings.invited", roles: LEADS };

/// A kind without screens of its own: it is shown where it belongs.
fn part<T: Record>(icon: &'static str, read: Permission) -> KindView {
    KindView {
        record: RecordKind::of::<T>(),
        icon,
        home: Home::Parent(pages::MEETINGS),
        path: pages::MEETINGS,
        read,
        write: WRITE,
        dated: false,
        words: as_written,
    }
}

/// The texts, one file for each group of pages.
macro_rules! texts {
    ($language:literal) => {
        concat!(
            include_str!(concat!("../texts/", $language, ".ftl")),
            include_str!(concat!("../texts/bodies.", $language, ".ftl")),
            include_str!(concat!("../texts/invite.", $language, ".ftl")),
            include_str!(concat!("../texts/hold.", $language, ".ftl")),
            include_str!(concat!("../texts/minutes.", $language, ".ftl")),
            include_str!(concat!("../texts/calendars.", $language, ".ftl")),
        )
    };
}

/// The area.
pub fn area() -> Area {
    // A meeting has a page of its own instead of the usual one.
    let usual = |route: &Route| !(route.method == Method::Get && route.path == "/sitzungen/{id}");
    let mut routes: Vec<Route> = screen::routes::<Meeting>().into_iter().filter(usual).collect();
    routes.extend(screen::routes::<AgendaItem>());
    routes.extend(pages::routes());
    Area {
        name: "meetings",
        migrations: &[
            MigrationText { version: 300, name: "meetings", sql: include_str!("../migrations/0300_meetings.sql") },
            MigrationText {
                version: 301,
                name: "meeting life",
                sql: include_str!("../migrations/0301_meeting_life.sql"),
            },
            MigrationText {
                version: 302,
                name: "private tasks",
                sql: include_str!("../migrations/0302_private_tasks.sql"),
            },
        ],
        statements: [queries::STATEMENTS, feeds::STATEMENTS, reminders::STATEMENTS].concat(),
        kinds: vec![
            KindView {
                words: pages::meeting_words,
                ..screen::kind::<Meeting>("calendar", Home::Own(pages::MEETINGS), true)
            },
            screen::kind::<AgendaItem>("calendar", Home::Parent(pages::MEETINGS), true),
            screen::kind::<ItemFile>("document", Home::Parent(pages::ITEMS), false),
            screen::kind::<BodyRules>("document", Home::Own(pages::RULES), false),
            screen::kind::<Seat>("user", Home::Own(pages::SEATS), false),
            // Whoever may propose may not empty the trash.
            KindView { write: WRITE, ..screen::kind::<Topic>("flag", Home::Own(pages::TOPICS), false) },
            screen::kind::<TextModule>("document", Home::Own(pages::MODULES), false),
            screen::kind::<Participant>("user", Home::Parent(pages::MEETINGS), false),
            part::<Presence>("user", READ),
            part::<Notice>("mail", READ),
            part::<NoticeRecipient>("mail", INVITED),
            screen::kind::<Circular>("mail", Home::Own(pages::CIRCULARS), true),
            part::<CircularAnswer>("mail", INVITED),
            KindView { write: WRITE, ..screen::kind::<Vote>("check-disc", Home::Own(pages::DECISIONS), true) },
            part::<Ballot>("check-disc", READ),
            part::<MinutesVersion>("document", READ),
            part::<Objection>("document", READ),
        ],
        routes,
        navigation: vec![
            NavItem {
                group: NavGroup::Work,
                order: 10,
                text: "nav-meetings",
                icon: "calendar",
                path: pages::MEETINGS,
                tab: false,
                permission: READ,
            },
            NavItem {
                group: NavGroup::Work,
                order: 12,
                text: "decision-list",
                icon: "check-disc",
                path: pages::DECISIONS,
                tab: true,
                permission: READ,
            },
            NavItem {
                group: NavGroup::Work,
                order: 13,
                text: "circular-list",
                icon: "mail",
                path: pages::CIRCULARS,
                tab: true,
                permission: READ,
            },
            NavItem {
                group: NavGroup::Work,
                order: 14,
                text: "calendar",
                icon: "calendar",
                path: pages::CALENDAR,
                tab: true,
                permission: READ,
            },
            NavItem {
                group: NavGroup::Work,
                order: 15,
                text: "topic-list",
                icon: "flag",
                path: pages::TOPICS,
                tab: true,
                permission: READ,
            },
            NavItem {
                group: NavGroup::Work,
                order: 17,
                text: "rule-set-list",
                icon: "document",
                path: pages::RULES,
                tab: true,
                permission: READ,
            },
            NavItem {
                group: NavGroup::Work,
                order: 18,
                text: "text-module-list",
                icon: "document",
                path: pages::MODULES,
                tab: true,
                permission: WRITE,
            },
        ],
        texts: Some(AreaTexts { de: texts!("de"), en: texts!("en") }),
        panels: pages::panels(),
        captures: Vec::new(),
        due: vec![pages::due, pages::disclosures_due],
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
        let prefixes = [
            ("meeting", Meeting::FIELDS),
            ("agenda-item", AgendaItem::FIELDS),
            ("rule-set", BodyRules::FIELDS),
            ("seat", Seat::FIELDS),
            ("topic", Topic::FIELDS),
            ("text-module", TextModule::FIELDS),
            ("participant", Participant::FIELDS),
            ("decision", Vote::FIELDS),
            ("circular", Circular::FIELDS),
        ];
        for (prefix, fields) in prefixes {
            for field in fields {
                let key = format!("{prefix}-{}", field.replace('_', "-"));
                assert!(texts.has(Language::German, &key), "{key}");
            }
        }
    }
}
