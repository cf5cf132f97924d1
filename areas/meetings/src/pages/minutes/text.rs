//! The text of an item in the minutes. Two people who write at once both keep their words.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use allmende_store::{Id, StoreError, Tx};
use allmende_web::access::Flash;
use allmende_web::form::{Choice, Control, Field, Form, Input, value};
use allmende_web::view::Line;
use allmende_web::{Cx, Problem, page};

use super::super::{MEETINGS, may_see};
use crate::model::topic::{ModulePlace, TextModule};
use crate::model::{AgendaItem, Meeting};
use crate::queries;

/// Loads an item of a meeting.
async fn find(cx: &Cx, tx: &mut Tx, id: Id, item: Id) -> Result<(Meeting, AgendaItem), Problem> {
    let meeting: Meeting = tx.get(id).await?.ok_or(Problem::NotFound)?;
    let item: Option<AgendaItem> = tx.get(item).await?;
    let item = item.filter(|item| item.meeting_id == id && may_see(cx, item)).ok_or(Problem::NotFound)?;
    Ok((meeting, item))
}

fn build(cx: &Cx, item: &AgendaItem, modules: &[TextModule]) -> Form {
    let field = |name, control| Field::new(cx, "minutes-text", name, control).optional();
    let mut fields = vec![field("discussion", Control::Prose), field("outcome", Control::Lines)];
    if !modules.is_empty() {
        let choice = |one: &TextModule| Choice { value: one.head.id.to_string(), label: one.title.clone() };
        fields.push(field("module", Control::Select).choices(modules.iter().map(choice).collect()));
    }
    Form {
        action: format!("{MEETINGS}/{}/protokoll/texte/{}", item.meeting_id, item.head.id),
        fields,
        button: cx.t("minutes-text-save"),
        cancel: back(item),
        version: Some(item.head.version),
        files: false,
        conflict: None,
        get: false,
    }
}

fn back(item: &AgendaItem) -> String {
    format!("{MEETINGS}/{}/protokoll#top-{}", item.meeting_id, item.head.id)
}

fn draw(cx: &Cx, meeting: &Meeting, item: &AgendaItem, form: &Form) -> Result<Response, Problem> {
    let path = [
        Line::link(cx.t("meeting-list"), MEETINGS),
        Line::link(meeting.title.clone(), format!("{MEETINGS}/{}/protokoll", meeting.head.id)),
    ];
    page::form_with_lead(cx, &item.title, &cx.t("minutes-text-lead"), &cx.t("minutes-text-not-saved"), &path, form)
}

/// Shows the text.
pub(super) async fn form(cx: Cx, Path((id, item)): Path<(Id, Id)>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let (meeting, item) = find(&cx, &mut tx, id, item).await?;
    let modules = queries::modules(&mut tx, ModulePlace::Minutes).await?;
    let typed = vec![value("discussion", &item.discussion), value("outcome", &item.outcome)];
    draw(&cx, &meeting, &item, &build(&cx, &item, &modules).fill(typed))
}

/// Stores the text, unless somebody else changed the item meanwhile: then both texts are shown.
pub(super) async fn store(cx: Cx, Path((id, item)): Path<(Id, Id)>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let (meeting, mut item) = find(&cx, &mut tx, id, item).await?;
    let modules = queries::modules(&mut tx, ModulePlace::Minutes).await?;
    let mut input = Input::new(&cx);
    let discussion = input.text("discussion", 60_000);
    let outcome = input.text("outcome", 20_000);
    let module = input.id("module");
    if !input.is_fine() {
        let errors = input.errors();
        let mut form = build(&cx, &item, &modules).refill(cx.submission(), errors);
        form.version = cx.submission().get("version").parse().ok();
        return draw(&cx, &meeting, &item, &form);
    }
    if cx.submission().get("version").parse() != Ok(item.head.version) {
        return conflict(&cx, &mut tx, &meeting, &item, &modules).await;
    }
    let added = modules.iter().find(|one| Some(one.head.id) == module).map(|one| one.text.as_str());
    let parts = [Some(discussion.as_str()).filter(|text| !text.is_empty()), added];
    item.discussion = parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    item.outcome = outcome;
    match tx.update(&mut item).await {
        Ok(()) => {}
        Err(StoreError::Conflict) => return Err(Problem::Conflict),
        Err(error) => return Err(error.into()),
    }
    let text = cx.tv("flash-changed", [("title", item.title.as_str().into())]);
    cx.done(tx, &back(&item), Some(Flash { text, undo: None })).await
}

async fn conflict(
    cx: &Cx,
    tx: &mut Tx,
    meeting: &Meeting,
    item: &AgendaItem,
    modules: &[TextModule],
) -> Result<Response, Problem> {
    let who = tx.history(item.head.id).await?.into_iter().next().map(|entry| entry.actor).unwrap_or_default();
    // The version of the newest: sending the form once more stores it over the other text.
    let mut form = build(cx, item, modules).refill(cx.submission(), Vec::new());
    for (name, theirs) in [("discussion", &item.discussion), ("outcome", &item.outcome)] {
        if let Some(field) = form.fields.iter_mut().find(|field| field.name == name)
            && field.value().replace("\r\n", "\n").trim() != theirs.trim()
        {
            field.theirs = Some(theirs.clone());
        }
    }
    form.conflict = Some(cx.tv("form-conflict", [("who", who.into())]));
    let mut response = draw(cx, meeting, item, &form)?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}
