//! The link in the mail: answers without an account. Opening it changes nothing, because mail programs open links by
//! themselves; only the button does.

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::format as german;
use allmende_documents::markdown;
use allmende_store::{Actor, Tx, digest};
use allmende_web::form::{Choice, Control, Field, Form, Input, value};
use allmende_web::limit::Rate;
use allmende_web::{Cx, Problem, page};

use crate::model::circular::{Circular, CircularAnswer, CircularChoice, CircularState};
use crate::model::participant::AnsweredBy;
use crate::queries;

/// Tries at secret links from one address.
const BY_ADDRESS: Rate = Rate { name: "circular", burst: 10, every: 6_000 };

/// The answers that somebody can give.
pub(super) const CHOICES: [CircularChoice; 3] = [CircularChoice::Yes, CircularChoice::No, CircularChoice::Abstain];

async fn find(cx: &Cx, token: &str) -> Result<(Tx, CircularAnswer, Circular), Problem> {
    let attempt = cx.attempt(BY_ADDRESS, &[])?;
    let gone = || Problem::Refused(cx.t("circular-link-gone"));
    let mut tx = cx.app().across().await?;
    let id = queries::enter_asked(&mut tx, &digest(token.as_bytes())).await?.ok_or_else(gone)?;
    let answer: CircularAnswer = tx.get(id).await?.ok_or_else(gone)?;
    let circular: Circular = tx.get(answer.circular_id).await?.ok_or_else(gone)?;
    attempt.right();
    Ok((tx, answer, circular))
}

/// Whether answers are still taken: until the end of the last day, as long as nobody stated the outcome.
pub(super) fn is_open(cx: &Cx, circular: &Circular) -> bool {
    circular.state == CircularState::Running && circular.deadline >= cx.today()
}

/// The fields of an answer.
pub(super) fn fields(cx: &Cx) -> Vec<Field> {
    let choice = |one: CircularChoice| Choice {
        value: one.word().to_owned(),
        label: cx.t(&format!("circular-choose-{}", one.word())),
    };
    vec![
        Field::new(cx, "circular", "answer", Control::Radio).choices(CHOICES.map(choice).to_vec()),
        Field::new(cx, "circular", "text", Control::Line).optional(),
    ]
}

fn form(cx: &Cx, token: &str) -> Form {
    let mut fields = fields(cx);
    fields.push(Field::new(cx, "circular", "signed", Control::Line));
    Form {
        action: format!("/umlauf/{token}"),
        fields,
        button: cx.t("circular-answer-save"),
        cancel: String::new(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    }
}

fn lead(cx: &Cx, answer: &CircularAnswer, circular: &Circular) -> String {
    let mut parts = vec![markdown::plain_text(&circular.wording)];
    if !circular.reason.is_empty() {
        parts.push(markdown::plain_text(&circular.reason));
    }
    let values = [("name", answer.name.as_str().into()), ("day", german::date(circular.deadline.0).into())];
    parts.push(cx.tv("circular-link-lead", values));
    parts.join(" · ")
}

/// Shows the motion and asks for an answer.
pub(super) async fn show(cx: Cx, Path(token): Path<String>) -> Result<Response, Problem> {
    let (_, answer, circular) = find(&cx, &token).await?;
    if !is_open(&cx, &circular) {
        return page::message(&cx, &circular.title, &cx.t("circular-too-late"));
    }
    let given = if answer.answer == CircularChoice::None { "" } else { answer.answer.word() };
    let typed = vec![value("answer", given), value("signed", &answer.person)];
    page::sign_in(&cx, &circular.title, &lead(&cx, &answer, &circular), "", &form(&cx, &token).fill(typed), false)
}

/// Takes the answer. The name below it makes it text form (§ 126b BGB).
pub(super) async fn take(cx: Cx, Path(token): Path<String>) -> Result<Response, Problem> {
    let (found, answer, circular) = find(&cx, &token).await?;
    if !is_open(&cx, &circular) {
        return page::message(&cx, &circular.title, &cx.t("circular-too-late"));
    }
    let mut input = Input::new(&cx);
    let choice = input.word(
        "answer",
        |word| CircularChoice::from_word(word).filter(|one| *one != CircularChoice::None),
        CircularChoice::None,
    );
    let text = input.text("text", 1_000).replace('\n', " ");
    let signed = input.line("signed", "circular-signed-missing");
    if !input.is_fine() {
        let errors = input.errors();
        let form = form(&cx, &token).refill(cx.submission(), errors);
        let lead = lead(&cx, &answer, &circular);
        return page::sign_in(&cx, &circular.title, &lead, &cx.t("answer-not-saved"), &form, false);
    }
    let alliance = found.alliance();
    drop(found);
    let actor = Actor { account: None, name: signed.clone() };
    let mut tx = cx.app().database.write(alliance, actor, cx.now()).await?;
    // Read again inside the transaction that writes: somebody may have stated the outcome meanwhile.
    let circular: Circular = tx.get(circular.head.id).await?.ok_or(Problem::NotFound)?;
    let mut answer: CircularAnswer = tx.get(answer.head.id).await?.ok_or(Problem::NotFound)?;
    if !is_open(&cx, &circular) {
        return page::message(&cx, &circular.title, &cx.t("circular-too-late"));
    }
    answer.answer = choice;
    answer.text = [signed, text].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    answer.answered_at = Some(cx.now());
    answer.answered_by = AnsweredBy::Link;
    tx.update(&mut answer).await?;
    tx.commit().await?;
    page::message(&cx, &circular.title, &cx.t("circular-thanks"))
}
