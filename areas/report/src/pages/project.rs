//! The text of a project in a report: write, check, draft anew.

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::format as german;
use allmende_store::{Head, Id, Tx};
use allmende_web::access::Flash;
use allmende_web::form::{Control, Field, Form, Input, value};
use allmende_web::{Cx, Problem, assets};

use super::chapter::{EditorPage, draw, who_changed};
use super::preview::{MOST_TEXT, composed, page_of_project, shown};
use super::{address, load, path_to};
use crate::build::Stock;
use crate::compose::{Scope, Spec, Words};
use crate::model::{Report, ReportText};
use crate::{draft, preview, queries};

struct Target {
    report: Report,
    title: String,
    drafted: String,
    stored: Option<ReportText>,
    newer: usize,
}

async fn target(cx: &Cx, tx: &mut Tx, id: Id, thread: Id) -> Result<Target, Problem> {
    let report = load(tx, id).await?;
    let spec = crate::build::spec_of(tx, &report).await?;
    let stock = Stock { facts: crate::facts::Facts::load(tx).await?, images: Vec::new() };
    find(cx, report, &spec, &stock, thread)
}

fn find(cx: &Cx, report: Report, spec: &Spec, stock: &Stock, thread: Id) -> Result<Target, Problem> {
    let scope = Scope::new(&stock.facts, spec.period);
    let project = scope.projects.iter().find(|project| project.thread.head.id == thread).ok_or(Problem::NotFound)?;
    let stored = spec.texts.iter().find(|text| text.thread_id == thread).cloned();
    let newer = stored.as_ref().map_or(0, |text| draft::newer_facts(&stock.facts, spec.period, thread, text.based_on));
    let drafted = draft::draft(project, &Words::new(&cx.app().texts, spec.language));
    Ok(Target { title: project.thread.title.clone(), drafted, stored, newer, report })
}

fn base(report: &Report, thread: Id) -> String {
    format!("{}/projekt/{thread}", address(report))
}

fn back(report: &Report) -> String {
    format!("{}?kapitel=projects#projekttexte", address(report))
}

fn build(cx: &Cx, target: &Target, thread: Id) -> Form {
    let mut fields = vec![Field::new(cx, "report-text", "text", Control::Prose)];
    if target.newer > 0 {
        fields.push(Field::new(cx, "report-text", "reviewed", Control::Tick).optional());
    }
    Form {
        action: base(&target.report, thread),
        fields,
        button: cx.t("report-text-save"),
        cancel: back(&target.report),
        version: Some(target.stored.as_ref().map_or(0, |text| text.head.version)),
        files: false,
        conflict: None,
        get: false,
    }
}

async fn show(cx: &Cx, tx: &mut Tx, target: &Target, thread: Id, form: &Form) -> Result<Response, Problem> {
    let report = &target.report;
    let (_, _, composition) = composed(cx, tx, report).await?;
    let made = preview::of(cx.app().typesetter.clone(), report.head.id, composition.document.clone()).await;
    let page = cx.query("seite").parse().ok().filter(|page| *page > 0);
    let page = page
        .unwrap_or_else(|| made.as_ref().map_or(1, |preview| page_of_project(preview, &composition, &target.title)));
    let lead = match &target.stored {
        None => cx.t("report-text-lead-drafted"),
        Some(text) => cx.tv("report-text-lead-own", [("day", german::date(text.based_on.day().0).into())]),
    };
    let mut actions = Vec::new();
    if target.stored.is_some() {
        actions.push((cx.t("report-text-redraft"), format!("{}/neu-entwerfen", base(report, thread))));
    }
    if target.newer > 0 {
        actions.push((cx.t("report-text-mark-reviewed"), format!("{}/geprueft", base(report, thread))));
    }
    draw(&EditorPage {
        cx,
        title: &target.title,
        lead: &lead,
        not_saved: cx.t("report-text-not-saved"),
        path: &path_to(cx, report),
        form,
        preview_action: format!("{}/vorschau?projekt={thread}", address(report)),
        preview: shown(cx, report, made.as_ref(), page),
        actions,
        newer: (target.newer > 0).then(|| cx.tv("report-text-newer", [("count", target.newer.into())])),
        asset: assets::prefix(),
    })
}

/// The form for the text of a project.
pub(super) async fn form(cx: Cx, Path((id, thread)): Path<(Id, Id)>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let target = target(&cx, &mut tx, id, thread).await?;
    let text = target.stored.as_ref().map_or(&target.drafted, |text| &text.text);
    let form = build(&cx, &target, thread).fill(vec![value("text", text)]);
    show(&cx, &mut tx, &target, thread, &form).await
}

/// Stores the text. It keeps its age unless somebody says that it was checked against the records.
pub(super) async fn save(cx: Cx, Path((id, thread)): Path<(Id, Id)>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let target = target(&cx, &mut tx, id, thread).await?;
    let mut input = Input::new(&cx);
    let text = input.needed("text", MOST_TEXT, "report-text-missing");
    let reviewed = input.ticked("reviewed");
    if !input.is_fine() {
        let errors = input.errors();
        let mut form = build(&cx, &target, thread).refill(cx.submission(), errors);
        form.version = cx.submission().get("version").parse().ok();
        return show(&cx, &mut tx, &target, thread, &form).await;
    }
    let read_version: i64 = cx.submission().get("version").parse().unwrap_or(0);
    match &target.stored {
        Some(stored) if stored.head.version != read_version => {
            let mut form = build(&cx, &target, thread).refill(cx.submission(), Vec::new());
            if let Some(field) = form.fields.first_mut() {
                field.theirs = Some(stored.text.clone());
            }
            form.conflict = Some(who_changed(&cx, &mut tx, stored.head.id).await?);
            return show(&cx, &mut tx, &target, thread, &form).await;
        }
        Some(stored) => {
            let mut stored = stored.clone();
            stored.text = text;
            if reviewed {
                stored.based_on = cx.now();
            }
            tx.update(&mut stored).await?;
        }
        None => {
            let based_on = cx.now();
            tx.insert(&mut ReportText { head: Head::default(), report_id: id, thread_id: thread, text, based_on })
                .await?;
        }
    }
    let text = cx.tv("report-text-saved", [("title", target.title.as_str().into())]);
    cx.done(tx, &back(&target.report), Some(Flash { text, undo: None })).await
}

/// Puts the own text aside, so that the draft from the project's records stands again.
pub(super) async fn redraft(cx: Cx, Path((id, thread)): Path<(Id, Id)>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let target = target(&cx, &mut tx, id, thread).await?;
    let here = base(&target.report, thread);
    let Some(stored) = target.stored else { return cx.done(tx, &here, None).await };
    tx.trash::<ReportText>(stored.head.id).await?;
    let text = cx.tv("report-text-redrafted", [("title", target.title.as_str().into())]);
    cx.done(tx, &here, Some(Flash { text, undo: Some(format!("{here}/zurueckholen")) })).await
}

/// Takes the own text back that was put aside last.
pub(super) async fn take_back(cx: Cx, Path((id, thread)): Path<(Id, Id)>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let target = target(&cx, &mut tx, id, thread).await?;
    if target.stored.is_none()
        && let Some(last) = queries::last_trashed_text(&mut tx, id, thread).await?
    {
        tx.restore::<ReportText>(last.head.id).await?;
    }
    cx.done(tx, &base(&target.report, thread), None).await
}

/// Notes that the text was checked against the records as they are now.
pub(super) async fn reviewed(cx: Cx, Path((id, thread)): Path<(Id, Id)>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let target = target(&cx, &mut tx, id, thread).await?;
    if let Some(mut stored) = target.stored {
        stored.based_on = cx.now();
        tx.update(&mut stored).await?;
    }
    let text = cx.tv("report-text-was-reviewed", [("title", target.title.as_str().into())]);
    cx.done(tx, &back(&target.report), Some(Flash { text, undo: None })).await
}
