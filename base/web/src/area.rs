//! What an area tells the house: the only way in.

use axum::routing::MethodRouter;
use futures_util::future::BoxFuture;

use allmende_store::{Day, Id, MigrationText, RecordKind, Statement, TimelineItem, Tx};

use crate::access::{Access, Permission};
use crate::app::App;
use crate::cx::Cx;
use crate::problem::Problem;
use crate::texts::AreaTexts;
use crate::view::Part;

/// The method of a route. HTML forms know only these two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Reads, changes nothing.
    Get,
    /// Changes something.
    Post,
}

/// A route with what it asks of the caller.
pub struct Route {
    /// Reads or changes.
    pub method: Method,
    /// The path as axum knows it.
    pub path: String,
    /// Who may call it; checked before the handler runs.
    pub access: Access,
    /// The handler.
    pub handler: MethodRouter<App>,
}

/// A route that reads.
pub fn get<H, T>(path: impl Into<String>, access: Access, handler: H) -> Route
where
    H: axum::handler::Handler<T, App>,
    T: 'static,
{
    Route { method: Method::Get, path: path.into(), access, handler: axum::routing::get(handler) }
}

/// A route that changes something. Its form is read and its CSRF word checked before the handler runs.
pub fn post<H, T>(path: impl Into<String>, access: Access, handler: H) -> Route
where
    H: axum::handler::Handler<T, App>,
    T: 'static,
{
    Route { method: Method::Post, path: path.into(), access, handler: axum::routing::post(handler) }
}

/// Groups of the navigation, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NavGroup {
    /// Without a head: Heute.
    Top,
    /// Arbeit.
    Work,
    /// Nach außen.
    Outside,
    /// Nachweis.
    Proof,
    /// Allianz.
    Alliance,
}

impl NavGroup {
    /// The key of its head; none for the first.
    pub fn text(self) -> Option<&'static str> {
        match self {
            Self::Top => None,
            Self::Work => Some("nav-work"),
            Self::Outside => Some("nav-outside"),
            Self::Proof => Some("nav-proof"),
            Self::Alliance => Some("nav-alliance"),
        }
    }
}

/// An entry of the navigation.
#[derive(Clone, Copy, Debug)]
pub struct NavItem {
    /// Where it stands.
    pub group: NavGroup,
    /// Its place in the group.
    pub order: u8,
    /// Key of its label.
    pub text: &'static str,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// Where it leads. Everything below this path counts as "here".
    pub path: &'static str,
    /// Whether it is a tab of the entry before it in its group, instead of an entry of its own. Who may not see that
    /// entry finds the first of its tabs in the sidebar.
    pub tab: bool,
    /// Who sees it.
    pub permission: Permission,
}

/// Where a record is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// On a page of its own below this path.
    Own(&'static str),
    /// On its parent's page, whose path this is.
    Parent(&'static str),
}

/// How a kind of record appears in lists that hold many kinds.
#[derive(Clone, Copy)]
pub struct KindView {
    /// Its stored form.
    pub record: RecordKind,
    /// Its icon. Its name is the text `kind-<kind>`, with `_` written as `-`.
    pub icon: &'static str,
    /// Where it is shown.
    pub home: Home,
    /// Where its own screens stand; a part of a record has a small page of its own there.
    pub path: &'static str,
    /// Who may see it.
    pub read: Permission,
    /// Who may take it out of the trash and delete it for good.
    pub write: Permission,
    /// Whether it stands in timelines.
    pub dated: bool,
    /// Puts a line of the index into the person's language, where it holds more than what people wrote.
    pub words: fn(&Cx, &mut TimelineItem),
}

/// For kinds whose lines hold nothing but what people wrote.
pub fn as_written(_cx: &Cx, _line: &mut TimelineItem) {}

impl KindView {
    /// Where a record of this kind is shown.
    pub fn href(&self, id: Id, parent: Option<Id>) -> String {
        match (self.home, parent) {
            (Home::Parent(path), Some(parent)) => format!("{path}/{parent}"),
            (Home::Own(path) | Home::Parent(path), _) => format!("{path}/{id}"),
        }
    }

    /// The key of its name.
    pub fn text(&self) -> String {
        kind_text(self.record.kind)
    }
}

/// The key of a kind's name.
pub fn kind_text(kind: &str) -> String {
    format!("kind-{}", kind.replace('_', "-"))
}

/// What an upper area shows on a lower area's page.
pub struct Panel {
    /// The kind of record whose page it is.
    pub kind: &'static str,
    /// Who sees it.
    pub permission: Permission,
    /// Its content.
    pub parts: for<'a> fn(&'a Cx, &'a mut Tx, Id) -> BoxFuture<'a, Result<Vec<Part>, Problem>>,
}

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueItem {
    /// What is to do.
    pub title: String,
    /// Where it is done.
    pub href: String,
    /// Until when.
    pub day: Option<Day>,
    /// What it belongs to: words and where they lead.
    pub context: Option<(String, Option<String>)>,
    /// Where a form posts to that marks it as done.
    pub done: Option<String>,
}

/// What the manager can capture in one line.
#[derive(Clone, Copy)]
pub struct Capture {
    /// Its word in the form.
    pub word: &'static str,
    /// Its place among the kinds.
    pub order: u8,
    /// Key of its label.
    pub text: &'static str,
    /// Who may.
    pub permission: Permission,
    /// Stores it and gives the sentence for the flash and the new record's address.
    pub save: for<'a> fn(&'a Cx, &'a mut Tx, CaptureLine) -> BoxFuture<'a, Result<(String, String), Problem>>,
}

/// One captured line.
#[derive(Clone, Debug)]
pub struct CaptureLine {
    /// What was typed.
    pub text: String,
    /// The day.
    pub day: Day,
    /// The thread.
    pub thread: Option<Id>,
}

/// What is due for the person who asks.
pub type DueList = for<'a> fn(&'a Cx, &'a mut Tx) -> BoxFuture<'a, Result<Vec<DueItem>, Problem>>;

/// Everything the house knows of an area.
#[derive(Default)]
pub struct Area {
    /// Its name, as its crate's.
    pub name: &'static str,
    /// Its tables.
    pub migrations: &'static [MigrationText],
    /// Its SQL, for the test that prepares every statement.
    pub statements: Vec<Statement>,
    /// Its kinds of records, parents before children.
    pub kinds: Vec<KindView>,
    /// Its pages.
    pub routes: Vec<Route>,
    /// Its entries in the navigation.
    pub navigation: Vec<NavItem>,
    /// Its texts.
    pub texts: Option<AreaTexts>,
    /// What it shows on pages of lower areas.
    pub panels: Vec<Panel>,
    /// What it can capture.
    pub captures: Vec<Capture>,
    /// What is due in it.
    pub due: Vec<DueList>,
}
