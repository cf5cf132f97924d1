//! Finishing a letter: first what is missing, then the question, then files that nothing changes any more.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::Id;
use allmende_web::access::Flash;
use allmende_web::form::Form;
use allmende_web::screen::Screen;
use allmende_web::view::{Line, Part, Tone, View};
use allmende_web::{Cx, Problem, page};

use super::{Opened, PATH, receiving};
use crate::letters::finish as freezing;

/// The question, or the list of those who cannot be reached.
pub(super) async fn ask(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let opened = Opened::load(&mut tx, id).await?;
    let letter = &opened.letter;
    if letter.is_finished() {
        return Err(Problem::Refused(cx.t("letter-is-finished")));
    }
    let path = vec![Line::link(cx.t("letter-list"), PATH), Line::link(&letter.subject, letter.href())];
    if let Some(sentence) = obstacle(&cx, &opened) {
        let note = Part::Note { tone: Tone::Warn, text: sentence, action: None };
        let view = View {
            title: cx.t("letter-finish"),
            path,
            main: vec![note, receiving::part(&cx, &opened, true)],
            ..View::default()
        };
        return page::parts(&cx, &view);
    }
    let form = Form {
        action: format!("{}/abschliessen", letter.href()),
        fields: Vec::new(),
        button: cx.t("letter-finish"),
        cancel: letter.href(),
        version: Some(letter.head.version),
        files: false,
        conflict: None,
        get: false,
    };
    let lead = cx.tv("letter-finish-lead", [("count", opened.recipients.len().into())]);
    page::form_with_lead(&cx, &cx.t("letter-finish"), &lead, "", &path, &form)
}

/// Why the letter cannot be finished yet.
fn obstacle(cx: &Cx, opened: &Opened) -> Option<String> {
    let missing = opened.missing().count();
    if opened.recipients.is_empty() {
        Some(cx.t("letter-nobody"))
    } else if missing > 0 {
        Some(cx.tv("letter-missing", [("count", missing.into())]))
    } else if opened.letter.text.trim().is_empty() {
        Some(cx.t("letter-no-text"))
    } else {
        None
    }
}

/// Finishes it. The files are made before the writing transaction begins, so that nobody waits for them.
pub(super) async fn finish(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let opened = Opened::load(&mut tx, id).await?;
    drop(tx);
    if opened.letter.is_finished() {
        // A second press of the same button leads to where the first one led.
        drop(cx.write().await?);
        return Err(Problem::Refused(cx.t("letter-is-finished")));
    }
    let read_version: i64 = cx.submission().get("version").parse().unwrap_or(0);
    if read_version != opened.letter.head.version {
        return Err(Problem::Conflict);
    }
    if let Some(sentence) = obstacle(&cx, &opened) {
        return Err(Problem::Refused(sentence));
    }
    let files = freezing::make(cx.app().typesetter.clone(), opened.document()).await?;
    let mut letter = opened.letter.clone();
    let mut tx = cx.write().await?;
    freezing::store(&mut tx, &mut letter, &opened.recipients, files, cx.today()).await?;
    let text = cx.tv("letter-done", [("count", opened.recipients.len().into())]);
    cx.done(tx, &letter.href(), Some(Flash { text, undo: None })).await
}
