//! The pages of the area, one file for each kind of record or thing a person does.

use allmende_store::{Id, Tx};
use allmende_web::access::Access;
use allmende_web::area::{Route, get, post};
use allmende_web::form::Input;
use allmende_web::screen::{Screen, routes as screens};
use allmende_web::view::{FactLine, Line, Part, View};
use allmende_web::{Cx, Problem};

use crate::model::{FieldOfAction, KeyFigure, Milestone, Picture, StateChange, Task, Thread};

pub(crate) mod capture;
pub(crate) mod due;
mod field_of_action;
mod key_figure;
mod milestone;
mod picture;
mod state_change;
mod task;
mod thread;
mod thread_page;

pub(crate) use state_change::state_words;
pub use task::{may_tick, task_line};

/// All routes of the area.
pub(crate) fn routes() -> Vec<Route> {
    let mut all = [
        screens::<FieldOfAction>(),
        screens::<Thread>(),
        screens::<StateChange>(),
        screens::<Milestone>(),
        screens::<KeyFigure>(),
        screens::<Picture>(),
        screens::<Task>(),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<Route>>();
    all.push(get("/bilder/{id}/datei", Access::Needs(crate::READ), picture::file));
    all.push(post("/aufgaben/{id}/erledigt", Access::Needs(crate::TASKS_TICK), task::done));
    all.push(post("/aufgaben/{id}/offen", Access::Needs(crate::TASKS_TICK), task::reopen));
    all
}

/// The thread that a part belongs to: chosen when the part is created, never changed afterwards.
fn parent_thread(input: &mut Input<'_>, before: Option<Id>) -> Id {
    before.or_else(|| input.id("thread_id")).unwrap_or_else(|| {
        input.refuse_key("thread_id", "form-choice-missing");
        Id::NIL
    })
}

/// The address of a thread's page.
fn thread_href(thread: Id) -> String {
    format!("{}/{thread}", Thread::PATH)
}

/// The small page of a part of a thread: where it belongs and what it says.
async fn part_page(
    cx: &Cx,
    tx: &mut Tx,
    thread: Id,
    title: String,
    facts: Vec<Option<FactLine>>,
) -> Result<View, Problem> {
    let name = tx.index_line(thread).await?.map(|line| line.title).unwrap_or_default();
    let facts = facts.into_iter().flatten().collect();
    Ok(View {
        title,
        path: vec![Line::link(cx.t("thread-list"), Thread::PATH), Line::link(name, thread_href(thread))],
        main: vec![Part::Facts { title: cx.t("part-facts"), facts }],
        ..View::default()
    })
}
