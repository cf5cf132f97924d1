//! Moving an item of an agenda up and down.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::Id;
use allmende_web::{Cx, Problem};

use super::prepare::open_for_changes;
use super::{MEETINGS, may_see};
use crate::agenda::{Move, moved};
use crate::model::AgendaItem;
use crate::queries;

pub(super) async fn up(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    shift(cx, id, Move::Up).await
}

pub(super) async fn down(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    shift(cx, id, Move::Down).await
}

async fn shift(cx: Cx, id: Id, direction: Move) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let item: AgendaItem = tx.get(id).await?.filter(|item| may_see(&cx, item)).ok_or(Problem::NotFound)?;
    open_for_changes(&cx, &mut tx, item.meeting_id).await?;
    let mut items = queries::agenda(&mut tx, item.meeting_id).await?;
    items.retain(|one| one.public == item.public);
    let order: Vec<Id> = items.iter().map(|item| item.head.id).collect();
    queries::renumber(&mut tx, items, &moved(&order, id, direction)).await?;
    cx.done(tx, &format!("{MEETINGS}/{}#top-{id}", item.meeting_id), None).await
}
