//! Reports: every one a rendering of the records of a period, with a person's words beside them.
//!
//! The way of a report: [`facts`] loads the records, [`compose`] makes a document of them and of
//! what a person decided ([`model`]), [`missing`] says what is not there yet, `pages` shows it beside
//! a preview, and freezing keeps files, data and digest for good. An old report comes in through
//! [`import`]: a proposal first, records only after somebody confirmed them.

pub mod build;
pub mod compose;
pub mod difference;
pub mod draft;
pub mod facts;
pub mod freeze;
pub mod import;
pub mod missing;
pub mod model;
mod pages;
mod pictures;
mod preview;
mod queries;
pub mod snapshot;

pub use build::build_document;
pub use queries::forget_uploads;

use allmende_store::{MigrationText, RecordKind};
use allmende_web::access::{Access, EVERYBODY, LEADS, MANAGER, Permission};
use allmende_web::area::{Area, Home, KindView, Method, NavGroup, NavItem, Route};
use allmende_web::screen;
use allmende_web::texts::AreaTexts;

use crate::model::{Report, ReportChapter, ReportText, ReportVersion};

/// Frozen reports.
pub const REPORT_READ: Permission = Permission { name: "report.read", roles: EVERYBODY };
/// Drafts.
pub const REPORT_DRAFT: Permission = Permission { name: "report.draft", roles: LEADS };
/// Writing, freezing, importing.
pub const REPORT_WRITE: Permission = Permission { name: "report.write", roles: MANAGER };

const MIGRATIONS: &[MigrationText] =
    &[MigrationText { version: 400, name: "report", sql: include_str!("../migrations/0400_report.sql") }];

/// The texts of this area.
pub const TEXTS: AreaTexts = AreaTexts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };

fn part<T: allmende_store::Record>(read: Permission) -> KindView {
    KindView {
        record: RecordKind::of::<T>(),
        icon: "report",
        home: Home::Parent("/berichte"),
        path: "/berichte",
        read,
        write: REPORT_WRITE,
        dated: false,
        words: allmende_web::area::as_written,
    }
}

/// The area as the house sees it.
pub fn area() -> Area {
    // A report has a page of its own instead of the usual one.
    let usual = |route: &Route| !(route.method == Method::Get && route.path == "/berichte/{id}");
    let mut routes: Vec<Route> = screen::routes::<Report>().into_iter().filter(usual).collect();
    routes.extend(pages::routes());
    Area {
        name: "report",
        migrations: MIGRATIONS,
        statements: queries::STATEMENTS.to_vec(),
        kinds: vec![
            KindView { home: Home::Own("/berichte"), words: pages::report_words, ..part::<Report>(REPORT_DRAFT) },
            part::<ReportChapter>(REPORT_DRAFT),
            part::<ReportText>(REPORT_DRAFT),
            part::<ReportVersion>(REPORT_READ),
        ],
        routes,
        navigation: vec![NavItem {
            group: NavGroup::Proof,
            order: 20,
            text: "nav-reports",
            icon: "report",
            path: "/berichte",
            tab: false,
            permission: REPORT_READ,
        }],
        texts: Some(TEXTS),
        ..Area::default()
    }
}

/// Who may reach a route.
pub(crate) const READ: Access = Access::Needs(REPORT_READ);
/// Who may see drafts.
pub(crate) const DRAFT: Access = Access::Needs(REPORT_DRAFT);
/// Who may write.
pub(crate) const WRITE: Access = Access::Needs(REPORT_WRITE);
