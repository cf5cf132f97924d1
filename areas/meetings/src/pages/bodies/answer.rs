//! What somebody answered by telephone or in passing, typed by the office.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::{Id, Tx};
use allmende_web::access::Flash;
use allmende_web::form::{Choice, Control, Field, Form, Input, value};
use allmende_web::view::Line;
use allmende_web::{Cx, Problem, page};

use super::GUESTS;
use super::invited::{answerable, note};
use crate::model::Meeting;
use crate::model::participant::{Answer, Participant};
use crate::pages::MEETINGS;

fn form(cx: &Cx, one: &Participant) -> Form {
    let field = |name, control| Field::new(cx, "typed", name, control);
    let choices = [Answer::Yes, Answer::Deputy, Answer::Maybe, Answer::No, Answer::None]
        .map(|answer| Choice { value: answer.word().to_owned(), label: cx.t(&format!("typed-{}", answer.word())) });
    Form {
        action: format!("{GUESTS}/{}/antwort", one.head.id),
        fields: vec![
            field("answer", Control::Radio).choices(choices.into()),
            field("deputy", Control::Line).optional(),
            field("reason", Control::Line).optional(),
        ],
        button: cx.t("typed-save"),
        cancel: list(one.meeting_id),
        version: None,
        files: false,
        conflict: None,
        get: false,
    }
}

fn list(meeting: Id) -> String {
    format!("{MEETINGS}/{meeting}/teilnehmende")
}

fn draw(cx: &Cx, one: &Participant, meeting: &Meeting, form: &Form) -> Result<Response, Problem> {
    let title = cx.tv("typed-title", [("name", one.name.as_str().into())]);
    let path = [
        Line::link(meeting.title.clone(), format!("{MEETINGS}/{}", meeting.head.id)),
        Line::link(cx.t("invited-title"), list(meeting.head.id)),
    ];
    page::form(cx, &title, &cx.t("answer-not-saved"), &path, form)
}

/// Asks for the answer.
pub(super) async fn ask(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let (one, meeting) = answerable(&cx, &mut tx, id).await?;
    let known = vec![value("answer", one.answer.word()), value("deputy", &one.deputy), value("reason", &one.reason)];
    draw(&cx, &one, &meeting, &form(&cx, &one).fill(known))
}

/// Takes the answer.
pub(super) async fn take(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let (mut one, meeting) = answerable(&cx, &mut tx, id).await?;
    let mut input = Input::new(&cx);
    let answer = input.word("answer", Answer::from_word, Answer::None);
    let deputy = input.text("deputy", 200).replace('\n', " ");
    let reason = input.text("reason", 500).replace('\n', " ");
    if answer == Answer::Deputy && deputy.is_empty() {
        input.refuse_key("deputy", "typed-deputy-missing");
    }
    if !input.is_fine() {
        let errors = input.errors();
        return draw(&cx, &one, &meeting, &form(&cx, &one).refill(cx.submission(), errors));
    }
    note(&cx, &mut one, answer, deputy, reason);
    store(&cx, tx, one).await
}

async fn store(cx: &Cx, mut tx: Tx, mut one: Participant) -> Result<Response, Problem> {
    tx.update(&mut one).await?;
    let values =
        [("name", one.name.as_str().into()), ("answer", cx.t(&format!("answer-{}", one.answer.word())).into())];
    let text = cx.tv("flash-answer", values);
    cx.done(tx, &format!("{}#person-{}", list(one.meeting_id), one.head.id), Some(Flash { text, undo: None })).await
}
