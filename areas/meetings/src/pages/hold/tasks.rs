//! Tasks that arise from an item.

use axum::extract::Path;
use axum::response::Response;

use allmende_projects::model::Task;
use allmende_store::{Head, Id};
use allmende_web::form::Input;
use allmende_web::{Cx, Problem};

use super::evening::Evening;
use super::item_address;
use super::view::{self, Faults};

/// Stores a task that follows from what was decided on the item, or from the item while nothing is.
pub(super) async fn add(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let evening = Evening::running(&cx, &mut tx, id).await?;
    let item = evening.item_of_form(&cx)?;
    let decision = evening
        .votes
        .iter()
        .rev()
        .find(|vote| vote.item_id == Some(item.head.id) && vote.number.is_some() && vote.annulled_on.is_none());
    let mut input = Input::new(&cx);
    let mut task = Task {
        head: Head::default(),
        title: input.line("title", "hold-task-title-missing"),
        note: String::new(),
        due_on: input.day("due_on"),
        responsible: input.text("responsible", 300).replace('\n', " "),
        municipality_id: input.id("municipality_id"),
        thread_id: item.thread_id,
        source_id: Some(decision.map_or(item.head.id, |vote| vote.head.id)),
        done_on: None,
        private: !item.public || decision.is_some_and(|vote| !vote.is_open()),
    };
    allmende_projects::choices::check_reference(
        &mut input,
        &mut tx,
        "municipality_id",
        task.municipality_id,
        "municipality",
    )
    .await?;
    let errors: Vec<String> = input.errors().into_iter().map(|(_, sentence)| sentence).collect();
    if !errors.is_empty() {
        let faults = Faults { task: Some(errors.join(" ")), ..Faults::default() };
        return view::draw(&cx, &mut tx, &evening, Some(item.head.id), faults).await;
    }
    tx.insert(&mut task).await?;
    cx.done(tx, &item_address(id, item.head.id), None).await
}
