//! The pages of reports, one file for each thing a person does.

mod chapter;
mod composer;
mod cover_letter;
mod finalise;
mod import;
mod preview;
mod project;
mod report;
mod versions;

use allmende_store::{Id, Tx};
use allmende_web::area::{Route, get, post};
use allmende_web::view::Line;
use allmende_web::{Cx, Problem};

use crate::model::Report;
use crate::{DRAFT, READ, WRITE};

/// The routes besides the usual ones of a record.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/berichte/einlesen", WRITE, import::upload_form),
        post("/berichte/einlesen", WRITE, import::upload),
        get("/berichte/einlesen/{file}", WRITE, import::proposal),
        post("/berichte/einlesen/{file}", WRITE, import::confirm),
        post("/berichte/einlesen/{file}/verwerfen", WRITE, import::discard),
        get("/berichte/{id}", READ, composer::show),
        get("/berichte/{id}/ansicht", DRAFT, preview::html),
        get("/berichte/{id}/vorschau/{page}", DRAFT, preview::page),
        post("/berichte/{id}/vorschau", WRITE, preview::unsaved),
        get("/berichte/{id}/datei/{format}", DRAFT, preview::file),
        post("/berichte/{id}/kapitel", WRITE, chapter::add),
        get("/berichte/{id}/kapitel/{word}", WRITE, chapter::form),
        post("/berichte/{id}/kapitel/{word}", WRITE, chapter::save),
        post("/berichte/{id}/kapitel/{word}/hoch", WRITE, chapter::up),
        post("/berichte/{id}/kapitel/{word}/runter", WRITE, chapter::down),
        post("/berichte/{id}/kapitel/{word}/ausblenden", WRITE, chapter::hide),
        post("/berichte/{id}/kapitel/{word}/einblenden", WRITE, chapter::unhide),
        get("/berichte/{id}/projekt/{thread}", WRITE, project::form),
        post("/berichte/{id}/projekt/{thread}", WRITE, project::save),
        post("/berichte/{id}/projekt/{thread}/neu-entwerfen", WRITE, project::redraft),
        post("/berichte/{id}/projekt/{thread}/zurueckholen", WRITE, project::take_back),
        post("/berichte/{id}/projekt/{thread}/geprueft", WRITE, project::reviewed),
        get("/berichte/{id}/abschliessen", WRITE, finalise::ask),
        post("/berichte/{id}/abschliessen", WRITE, finalise::freeze),
        get("/berichte/{id}/fassung/{number}/anschreiben", WRITE, cover_letter::ask),
        post("/berichte/{id}/fassung/{number}/anschreiben", WRITE, cover_letter::begin),
        get("/berichte/{id}/fassung/{number}/{format}", READ, versions::download),
    ]
}

/// The report with this id, if it is there.
async fn load(tx: &mut Tx, id: Id) -> Result<Report, Problem> {
    tx.get(id).await?.ok_or(Problem::NotFound)
}

/// The way back to the report.
fn path_to(cx: &Cx, report: &Report) -> Vec<Line> {
    vec![Line::link(cx.t("report-list"), "/berichte"), Line::link(report.title.clone(), address(report))]
}

/// Where a report stands.
fn address(report: &Report) -> String {
    format!("/berichte/{}", report.head.id)
}

/// The period of a report in its line of the index.
pub(crate) fn report_words(cx: &allmende_web::Cx, line: &mut allmende_store::TimelineItem) {
    let days = line
        .summary
        .split_once('/')
        .and_then(|(from, to)| Some((from.parse::<jiff::civil::Date>().ok()?, to.parse::<jiff::civil::Date>().ok()?)));
    if let Some((from, to)) = days {
        line.summary = format!("{} – {}", cx.long_day(allmende_store::Day(from)), cx.long_day(allmende_store::Day(to)));
    }
}
