//! Calling a meeting off. Whoever was invited is told by the notice that then waits.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::Id;
use allmende_web::access::Flash;
use allmende_web::form::{Control, Field, Form};
use allmende_web::view::Line;
use allmende_web::{Cx, Problem, page};

use super::super::prepare::open_for_changes;
use super::MEETINGS;
use crate::model::{Meeting, MeetingState, Stage};

/// Asks before it is called off.
pub(super) async fn ask(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let meeting = cancellable(&cx, open_for_changes(&cx, &mut tx, id).await?)?;
    let form = Form {
        action: format!("{MEETINGS}/{id}/absagen"),
        fields: vec![Field::new(&cx, "meeting-cancel", "reason", Control::Lines).optional()],
        button: cx.t("meeting-cancel"),
        cancel: format!("{MEETINGS}/{id}"),
        version: None,
        files: false,
        conflict: None,
        get: false,
    };
    let title = cx.tv("meeting-cancel-ask", [("title", meeting.title.as_str().into())]);
    let key = if meeting.invited_at.is_some() { "meeting-cancel-invited" } else { "meeting-cancel-uninvited" };
    let path = [Line::link(meeting.title.clone(), format!("{MEETINGS}/{id}"))];
    page::form_with_lead(&cx, &title, &cx.t(key), "", &path, &form)
}

fn cancellable(cx: &Cx, meeting: Meeting) -> Result<Meeting, Problem> {
    match meeting.stage() {
        Stage::Preparing | Stage::Invited => Ok(meeting),
        Stage::Cancelled => Err(Problem::Refused(cx.t("meeting-cancel-already"))),
        Stage::Running | Stage::Closed => Err(Problem::Refused(cx.t("meeting-cancel-running"))),
    }
}

/// Calls it off.
pub(super) async fn cancel(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut meeting = cancellable(&cx, open_for_changes(&cx, &mut tx, id).await?)?;
    let reason = cx.submission().get("reason").replace("\r\n", "\n");
    if !reason.is_empty() {
        let words = cx.tv("meeting-cancel-note", [("reason", reason.into())]);
        let notes = [std::mem::take(&mut meeting.note), words];
        meeting.note = notes.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
    }
    meeting.state = MeetingState::Cancelled;
    let invited = meeting.invited_at.is_some();
    tx.update(&mut meeting).await?;
    let text = cx.tv("flash-cancelled", [("title", meeting.title.as_str().into())]);
    // The invited must be told: their page comes next.
    let next = if invited { format!("{MEETINGS}/{id}/einladung") } else { format!("{MEETINGS}/{id}") };
    cx.done(tx, &next, Some(Flash { text, undo: None })).await
}
