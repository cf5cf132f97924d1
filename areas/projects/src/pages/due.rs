//! The tasks on the page "Heute".

use std::collections::BTreeMap;

use allmende_store::{Id, Tx};
use allmende_web::area::DueItem;
use allmende_web::list::address;
use allmende_web::screen::Screen;
use allmende_web::{Cx, Problem};

use super::task::may_tick;
use super::thread_href;
use crate::queries;

/// The open tasks of the person who asks: who steers sees all, a municipality its own.
pub(crate) async fn tasks(cx: &Cx, tx: &mut Tx) -> Result<Vec<DueItem>, Problem> {
    if !cx.may(crate::TASKS_TICK) {
        return Ok(Vec::new());
    }
    let mut tasks = queries::open_tasks(tx).await?;
    tasks.retain(|task| may_tick(cx, task));
    if tasks.is_empty() {
        return Ok(Vec::new());
    }
    let threads: BTreeMap<Id, String> =
        queries::thread_names(tx).await?.into_iter().map(|name| (name.id, name.title)).collect();
    Ok(tasks
        .into_iter()
        .map(|task| {
            let thread = task.thread_id.and_then(|id| Some((threads.get(&id)?.clone(), Some(thread_href(id)))));
            let person = (!task.responsible.is_empty()).then(|| (task.responsible.clone(), None));
            DueItem {
                href: task.href(),
                day: task.due_on,
                context: thread.or(person),
                done: Some(address(&format!("{}/erledigt", task.href()), &BTreeMap::new(), &[("zurueck", "/")])),
                title: task.title,
            }
        })
        .collect())
}
