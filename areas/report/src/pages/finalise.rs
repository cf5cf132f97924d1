//! Freezing a report: a page that says what follows, then files that nothing changes any more.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::{Id, Tx};
use allmende_web::access::Flash;
use allmende_web::form::{Control, Field, Form, Input};
use allmende_web::view::Line;
use allmende_web::{Cx, Problem, assets, page};

use super::composer::{final_stage, gap_lines};
use super::{address, load, path_to};
use crate::build::{Stock, spec_of};
use crate::difference::differences;
use crate::freeze;
use crate::model::Report;

/// The most differences that the question shows.
const MOST_SHOWN: usize = 40;

#[derive(askama::Template)]
#[template(path = "finalise.html")]
struct FinalisePage<'a> {
    cx: &'a Cx,
    title: String,
    lead: String,
    not_saved: String,
    path: &'a [Line],
    counts: Vec<String>,
    gaps: Vec<String>,
    differences: Option<Vec<String>>,
    more: Option<String>,
    form: &'a Form,
    asset: &'static str,
}

fn build(cx: &Cx, report: &Report) -> Form {
    let fields =
        if report.versions > 0 { vec![Field::new(cx, "report-final", "reason", Control::Lines)] } else { Vec::new() };
    Form {
        action: format!("{}/abschliessen", address(report)),
        fields,
        button: cx.t(if report.versions > 0 { "report-final-correct" } else { "report-final-save" }),
        cancel: address(report),
        version: Some(report.head.version),
        files: false,
        conflict: None,
        get: false,
    }
}

async fn show(cx: &Cx, tx: &mut Tx, report: &Report, form: &Form) -> Result<Response, Problem> {
    let spec = spec_of(tx, report).await?;
    let composition = Stock::load(tx).await?.compose(tx, &spec, &cx.app().texts, final_stage(cx, report)).await?;
    let before = freeze::newest(tx, report.head.id).await?;
    let mut all: Option<Vec<String>> = before.map(|before| {
        differences(&before, &composition.document)
            .iter()
            .map(|difference| freeze::difference_line(difference, &cx.app().texts, cx.language()))
            .collect()
    });
    let hidden = all.as_ref().map_or(0, |lines| lines.len().saturating_sub(MOST_SHOWN));
    if let Some(lines) = &mut all {
        lines.truncate(MOST_SHOWN);
    }
    let gaps = gap_lines(cx, &composition);
    let number = report.versions + 1;
    let view = FinalisePage {
        cx,
        title: cx.tv("report-final-title", [("title", report.title.as_str().into()), ("number", number.into())]),
        lead: cx.tv("report-final-lead", [("number", number.into())]),
        not_saved: cx.t("report-final-not-saved"),
        path: &path_to(cx, report),
        counts: composition
            .chapters
            .iter()
            .filter(|line| line.placed.shown() && !line.meta.is_empty())
            .map(|line| format!("{}: {}", line.title, line.meta))
            .collect(),
        gaps,
        differences: all,
        more: (hidden > 0).then(|| cx.tv("report-final-more", [("count", hidden.into())])),
        form,
        asset: assets::prefix(),
    };
    let mut response = page::page(cx, &view.title, &view)?;
    if form.fault_count() > 0 {
        *response.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// The question, with what is missing and what differs.
pub(super) async fn ask(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let report = load(&mut tx, id).await?;
    let form = build(&cx, &report);
    show(&cx, &mut tx, &report, &form).await
}

/// Freezes the report. The files are made before the writing transaction begins, so that nobody waits for them.
pub(super) async fn freeze(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let mut report = load(&mut tx, id).await?;
    let mut input = Input::new(&cx);
    let reason =
        if report.versions > 0 { input.needed("reason", 2_000, "report-final-reason-missing") } else { String::new() };
    if !input.is_fine() {
        let errors = input.errors();
        let form = build(&cx, &report).refill(cx.submission(), errors);
        return show(&cx, &mut tx, &report, &form).await;
    }
    let read_version: i64 = cx.submission().get("version").parse().unwrap_or(0);
    if read_version != report.head.version {
        // A second press of the same button ends here too; the first one's page is the right place.
        let tx = cx.write().await?;
        drop(tx);
        return Err(Problem::Conflict);
    }
    let texts = &cx.app().texts;
    let document = freeze::next_document(&mut tx, texts, &report, cx.today()).await?;
    drop(tx);
    let frozen = freeze::make(cx.app().typesetter.clone(), &report, document, cx.today(), &reason).await?;
    let mut tx = cx.write().await?;
    let version = freeze::store(&mut tx, texts, &mut report, frozen).await?;
    let text = cx.tv("report-final-done", [("number", version.number.into())]);
    cx.done(tx, &format!("{}#fassungen", address(&report)), Some(Flash { text, undo: None })).await
}
