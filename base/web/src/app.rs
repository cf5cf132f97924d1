//! The composed program: all areas, the database, the clock.

use std::sync::Arc;

use futures_util::future::BoxFuture;

use allmende_documents::Typesetter;
use allmende_store::{Database, Id, MigrationText, Moment, Statement, StoreError, Tx};

use crate::access::Access;
use crate::access::SignedIn;
use crate::area::{Area, KindView, Method};
use crate::caller::Networks;
use crate::limit::Buckets;
use crate::texts::{AreaTexts, Texts};

/// Finds the person behind a session's digest. The area that knows accounts provides it.
pub type SignedInLookup = for<'a> fn(&'a mut Tx, &'a str) -> BoxFuture<'a, Result<Option<SignedIn>, StoreError>>;

/// What differs from one installation to another.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Address under which people reach the server, without a slash at the end.
    pub public_url: String,
    /// Whether the server shows itself as a demonstration.
    pub demo: bool,
    /// Whether mails really leave the house.
    pub mail: bool,
    /// Proxies whose `X-Forwarded-For` is believed. Without them the header is ignored.
    pub proxies: Networks,
    /// Addresses that many people share (a town hall): their limits are wider.
    pub shared_addresses: Networks,
    /// The most bytes of added files in one alliance; 0 for no limit.
    pub most_file_bytes: i64,
}

impl Settings {
    /// Whether people reach the server encrypted, so cookies may insist on it.
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https:")
    }
}

/// A route as the matrix of routes and roles lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteLine {
    /// Reads or changes.
    pub method: Method,
    /// Its path.
    pub path: String,
    /// What it asks.
    pub access: Access,
}

/// Everything a request can reach.
pub struct House {
    /// The data.
    pub database: Database,
    /// The areas; their routes have moved into the router.
    pub areas: Vec<Area>,
    /// All texts.
    pub texts: Texts,
    /// What makes files of documents.
    pub typesetter: Arc<dyn Typesetter>,
    /// The time; tests set it.
    pub clock: Arc<dyn Fn() -> Moment + Send + Sync>,
    /// What differs between installations.
    pub settings: Settings,
    /// Finds the person behind a session.
    pub lookup: SignedInLookup,
    /// How often what was tried.
    pub buckets: Buckets,
    /// Every route with what it asks.
    pub routes: Vec<RouteLine>,
}

/// The shared state of all handlers.
pub type App = Arc<House>;

impl House {
    /// Now, from the injected clock.
    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    /// All kinds of records, parents before children.
    pub fn kinds(&self) -> impl Iterator<Item = &KindView> {
        self.areas.iter().flat_map(|area| area.kinds.iter())
    }

    /// The kind with this word.
    pub fn kind(&self, word: &str) -> Option<&KindView> {
        self.kinds().find(|view| view.record.kind == word)
    }

    /// A transaction of no alliance, for sign-in and set-up.
    pub async fn across(&self) -> Result<Tx, StoreError> {
        self.database.read(Id::NIL, self.now()).await
    }
}

/// The migrations of the base and all areas.
pub fn migrations(areas: &[Area]) -> Vec<MigrationText> {
    let mut all: Vec<MigrationText> = allmende_store::MIGRATIONS.to_vec();
    all.extend_from_slice(crate::session::MIGRATIONS);
    all.extend(areas.iter().flat_map(|area| area.migrations.iter().copied()));
    all
}

/// The statements of the base and all areas.
pub fn statements(areas: &[Area]) -> Vec<Statement> {
    let mut all = allmende_store::statements();
    all.extend_from_slice(crate::session::STATEMENTS);
    all.extend(areas.iter().flat_map(|area| area.statements.iter().copied()));
    all
}

/// The texts of the base and all areas.
pub fn area_texts(areas: &[Area]) -> Vec<AreaTexts> {
    let mut all = vec![crate::TEXTS];
    all.extend(areas.iter().filter_map(|area| area.texts));
    all
}
