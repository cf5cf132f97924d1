//! Quick capture of a contact.

use allmende_projects::model::Precision;
use allmende_store::{Head, Tx};
use allmende_web::area::CaptureLine;
use allmende_web::screen::Screen;
use allmende_web::{Cx, Problem};

use crate::model::{EntryKind, NetworkEntry};

/// A contact on the captured day. Its title tells its kind; both can be changed later.
pub(crate) async fn contact(cx: &Cx, tx: &mut Tx, line: CaptureLine) -> Result<(String, String), Problem> {
    let mut entry = NetworkEntry {
        head: Head::default(),
        held_on: line.day,
        ends_on: None,
        precision: Precision::Day,
        kind: EntryKind::of_title(&line.text),
        title: line.text,
        place: String::new(),
        partners: String::new(),
        outcome: String::new(),
        thread_id: line.thread,
    };
    tx.insert(&mut entry).await?;
    let sentence =
        cx.tv("capture-contact-saved", [("title", entry.title.as_str().into()), ("day", cx.day(line.day).into())]);
    Ok((sentence, entry.href()))
}
