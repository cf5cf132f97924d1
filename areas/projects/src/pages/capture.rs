//! Quick capture of a task or a topic.

use allmende_store::{Head, Tx};
use allmende_web::area::CaptureLine;
use allmende_web::screen::Screen;
use allmende_web::{Cx, Problem};

use crate::model::{Task, Thread, ThreadKind};

/// A task that is due on the captured day.
pub(crate) async fn task(cx: &Cx, tx: &mut Tx, line: CaptureLine) -> Result<(String, String), Problem> {
    let mut task = Task {
        head: Head::default(),
        title: line.text,
        note: String::new(),
        due_on: Some(line.day),
        responsible: String::new(),
        municipality_id: None,
        thread_id: line.thread,
        source_id: None,
        done_on: None,
        private: false,
    };
    tx.insert(&mut task).await?;
    let sentence =
        cx.tv("capture-task-saved", [("title", task.title.as_str().into()), ("day", cx.day(line.day).into())]);
    Ok((sentence, task.href()))
}

/// A topic that began on the captured day. It becomes a project by editing it.
pub(crate) async fn topic(cx: &Cx, tx: &mut Tx, line: CaptureLine) -> Result<(String, String), Problem> {
    let mut topic = Thread {
        head: Head::default(),
        title: line.text,
        kind: ThreadKind::Topic,
        strategic: false,
        field_id: None,
        state: None,
        state_since: None,
        summary: String::new(),
        narrative: String::new(),
        lead: String::new(),
        partners: String::new(),
        started_on: Some(line.day),
        position: 0,
    };
    tx.insert(&mut topic).await?;
    let sentence = cx.tv("capture-topic-saved", [("title", topic.title.as_str().into())]);
    Ok((sentence, topic.href()))
}
