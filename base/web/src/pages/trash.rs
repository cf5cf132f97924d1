//! The trash: everything can be taken out again; deleting for good is asked once.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::{Id, RecordKind, StoreError, TimelineItem, Tx};

use crate::access::Flash;
use crate::cx::Cx;
use crate::form::Form;
use crate::page;
use crate::problem::Problem;
use crate::view::{Action, Line, Part, View};

pub(super) async fn list(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let lines: Vec<Line> = tx
        .trashed()
        .await?
        .into_iter()
        .filter_map(|item| {
            let item = cx.worded(item);
            let view = cx.app().kind(&item.kind)?;
            let base = format!("/papierkorb/{}/{}", item.kind, item.record_id);
            let since =
                item.trashed_at.map(|at| cx.tv("trash-since", [("day", cx.day(at.day()).into())])).unwrap_or_default();
            let mut line = Line::text(item.title).meta(format!("{} · {since}", cx.t(&view.text())));
            line.icon = view.icon;
            if cx.may(view.write) {
                line.actions.push(Action::post(cx.t("trash-restore"), format!("{base}/wiederherstellen"), "undo"));
                line.actions.push(Action::link(cx.t("trash-purge"), format!("{base}/loeschen"), "trash"));
            }
            Some(line)
        })
        .collect();
    let main = vec![Part::Lines { title: cx.t("nav-trash"), action: None, lines, empty: cx.t("trash-empty") }];
    page::parts(&cx, &View { title: cx.t("nav-trash"), lead: cx.t("trash-lead"), main, ..View::default() })
}

pub(super) async fn restore(cx: Cx, Path((kind, id)): Path<(String, Id)>) -> Result<Response, Problem> {
    let view = *cx.app().kind(&kind).ok_or(Problem::NotFound)?;
    cx.demand(view.write)?;
    let mut tx = cx.write().await?;
    let line = tx.index_line(id).await?.filter(|line| line.kind == kind).ok_or(Problem::NotFound)?;
    demand_parent(&cx, &mut tx, &line).await?;
    (view.record.restore)(&mut tx, id).await?;
    let location = view.href(id, line.parent_id);
    let text = cx.tv("flash-restored", [("title", cx.worded(line).title.into())]);
    cx.done(tx, &location, Some(Flash { text, undo: None })).await
}

pub(super) async fn ask(cx: Cx, Path((kind, id)): Path<(String, Id)>) -> Result<Response, Problem> {
    let view = *cx.app().kind(&kind).ok_or(Problem::NotFound)?;
    cx.demand(view.write)?;
    let mut tx = cx.read().await?;
    let line = tx
        .index_line(id)
        .await?
        .filter(|line| line.kind == kind && line.trashed_at.is_some())
        .ok_or(Problem::NotFound)?;
    let parts = tx.parts(id).await?;
    if let Some(lasting) = parts.iter().find(|part| cx.app().kind(&part.kind).is_some_and(|view| view.record.lasting)) {
        return Err(Problem::Refused(cx.tv("trash-lasting", [("title", lasting.title.as_str().into())])));
    }
    let referring = tx.referring(id).await?;
    if !referring.is_empty() {
        return Err(Problem::Refused(in_use(&cx, &referring)));
    }
    let form = Form {
        action: format!("/papierkorb/{kind}/{id}/loeschen"),
        fields: Vec::new(),
        button: cx.t("trash-purge"),
        cancel: "/papierkorb".to_owned(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    };
    let path = [Line::link(cx.t("nav-trash"), "/papierkorb")];
    let title = cx.tv("trash-ask", [("title", cx.worded(line).title.into())]);
    let mut lead = cx.t("trash-ask-text");
    if !parts.is_empty() {
        let words = parts_words(&cx, &parts);
        let sentence = cx.tv("trash-ask-parts", [("count", parts.len().into()), ("parts", words.into())]);
        lead = format!("{sentence} {lead}");
    }
    page::form_with_lead(&cx, &title, &lead, "", &path, &form)
}

/// "6 × Thema, 1 × Aufgabe", in the order of the house.
fn parts_words(cx: &Cx, parts: &[TimelineItem]) -> String {
    let counted = cx.app().kinds().filter_map(|view| {
        let count = parts.iter().filter(|part| part.kind == view.record.kind).count();
        (count > 0).then(|| format!("{count} × {}", cx.t(&view.text())))
    });
    counted.collect::<Vec<_>>().join(", ")
}

/// Which entries still refer to a record; those that the person may not see are only counted.
fn in_use(cx: &Cx, lines: &[TimelineItem]) -> String {
    const NAMED: usize = 5;
    let may_see = |line: &&TimelineItem| cx.app().kind(&line.kind).is_some_and(|view| cx.may(view.read));
    let titles: Vec<String> =
        lines.iter().filter(may_see).take(NAMED).map(|line| format!("„{}“", cx.worded(line.clone()).title)).collect();
    cx.tv("trash-referred", [("count", lines.len().into()), ("titles", titles.join(", ").into())])
}

/// Refuses to take out a part whose parent lies in the trash: it would be nowhere.
pub(crate) async fn demand_parent(cx: &Cx, tx: &mut Tx, line: &TimelineItem) -> Result<(), Problem> {
    let Some(parent) = line.parent_id else { return Ok(()) };
    match tx.index_line(parent).await?.filter(|parent| parent.trashed_at.is_some()) {
        Some(parent) => Err(Problem::Refused(cx.tv("trash-parent-first", [("title", parent.title.into())]))),
        None => Ok(()),
    }
}

pub(super) async fn purge(cx: Cx, Path((kind, id)): Path<(String, Id)>) -> Result<Response, Problem> {
    let view = *cx.app().kind(&kind).ok_or(Problem::NotFound)?;
    cx.demand(view.write)?;
    let mut tx = cx.write().await?;
    let kinds: Vec<RecordKind> = cx.app().kinds().map(|view| view.record).collect();
    match tx.purge_whole(&kinds, &kind, id).await {
        Ok(()) => {}
        Err(StoreError::Constraint(_)) => return Err(Problem::Refused(cx.t("trash-in-use"))),
        Err(error) => return Err(error.into()),
    }
    cx.done(tx, "/papierkorb", Some(Flash { text: cx.t("flash-purged"), undo: None })).await
}
