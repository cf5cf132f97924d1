//! All areas together. Nothing else knows them all.

use std::sync::Arc;

use axum::Router;

use allmende_alliance::accounts;
use allmende_documents::Typesetter;
use allmende_jobs::Job;
use allmende_store::{Database, MigrationText, Moment, RecordKind, Statement};
use allmende_web::app::{App, House, RouteLine, Settings, area_texts};
use allmende_web::area::{Area, Route};
use allmende_web::limit::Buckets;
use allmende_web::texts::Texts;
use allmende_web::{app, pages, router, session};

use crate::Failure;

/// The areas, lower floors first, so that parents come before children in archives.
pub fn areas() -> Vec<Area> {
    vec![
        pages::area(),
        allmende_alliance::area(),
        allmende_projects::area(),
        allmende_meetings::area(),
        allmende_network::area(),
        allmende_press::area(),
        allmende_funding::area(),
        allmende_report::area(),
    ]
}

/// The migrations of everything.
pub fn migrations(areas: &[Area]) -> Vec<MigrationText> {
    let mut all = app::migrations(areas);
    all.extend_from_slice(allmende_jobs::MIGRATIONS);
    all.sort_by_key(|step| step.version);
    all
}

/// The statements of everything.
pub fn statements(areas: &[Area]) -> Vec<Statement> {
    let mut all = app::statements(areas);
    all.extend(allmende_jobs::statements());
    all
}

/// The kinds of records, parents before children.
pub fn kinds(areas: &[Area]) -> Vec<RecordKind> {
    areas.iter().flat_map(|area| area.kinds.iter().map(|view| view.record)).collect()
}

/// The recurring jobs.
pub fn jobs() -> Vec<Job> {
    vec![
        Job { name: "sessions", hours: 1, run: |tx| Box::pin(session::sweep(tx)) },
        Job { name: "waiting contacts", hours: 1, run: |tx| Box::pin(allmende_alliance::queries::forget_uploads(tx)) },
        Job { name: "waiting reports", hours: 1, run: |tx| Box::pin(allmende_report::forget_uploads(tx)) },
        Job { name: "accounts", hours: 1, run: |tx| Box::pin(accounts::sweep(tx)) },
    ]
}

/// The texts of everything.
pub fn texts(areas: &[Area]) -> Result<Texts, Failure> {
    Texts::new(&area_texts(areas)).map_err(|faults| Failure::internal(&faults.join("; ")))
}

/// The clock on the wall.
pub fn wall_clock() -> Arc<dyn Fn() -> Moment + Send + Sync> {
    Arc::new(|| Moment::new(jiff::Timestamp::now()))
}

/// Opens the database with the schema of all areas.
pub async fn open(address: &str) -> Result<Database, Failure> {
    Ok(Database::open(address, &migrations(&areas())).await?)
}

/// Builds the program around a database. Gives the shared state and the router.
pub fn build(
    database: Database,
    settings: Settings,
    clock: Arc<dyn Fn() -> Moment + Send + Sync>,
    typesetter: Arc<dyn Typesetter>,
) -> Result<(App, Router), Failure> {
    let mut areas = areas();
    let texts = texts(&areas)?;
    let routes: Vec<Route> = areas.iter_mut().flat_map(|area| std::mem::take(&mut area.routes)).collect();
    let lines = routes
        .iter()
        .map(|route| RouteLine { method: route.method, path: route.path.clone(), access: route.access })
        .collect();
    let house = Arc::new(House {
        database,
        areas,
        texts,
        typesetter,
        clock,
        settings,
        lookup: accounts::lookup,
        buckets: Buckets::default(),
        routes: lines,
    });
    let router = router::build(house.clone(), routes);
    Ok((house, router))
}
