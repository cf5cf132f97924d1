//! The trash: everything can be taken out again; deleting for good is asked once.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::Id;

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
    (view.record.restore)(&mut tx, id).await?;
    let text = cx.tv("flash-restored", [("title", line.title.into())]);
    cx.done(tx, &view.href(id, line.parent_id), Some(Flash { text, undo: None })).await
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
    let title = cx.tv("trash-ask", [("title", line.title.into())]);
    page::form_with_lead(&cx, &title, &cx.t("trash-ask-text"), "", &path, &form)
}

pub(super) async fn purge(cx: Cx, Path((kind, id)): Path<(String, Id)>) -> Result<Response, Problem> {
    let view = *cx.app().kind(&kind).ok_or(Problem::NotFound)?;
    cx.demand(view.write)?;
    let mut tx = cx.write().await?;
    match (view.record.purge)(&mut tx, id).await {
        Ok(()) => {}
        Err(allmende_store::StoreError::Constraint(_)) => return Err(Problem::Refused(cx.t("trash-in-use"))),
        Err(error) => return Err(error.into()),
    }
    cx.done(tx, "/papierkorb", Some(Flash { text: cx.t("flash-purged"), undo: None })).await
}
