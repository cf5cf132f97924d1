//! The link in an invitation: answers without an account. Opening it changes nothing, because mail programs open links
//! by themselves; only the button does.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::{Actor, Tx, digest};
use allmende_web::form::{Choice, Control, Field, Form, Input, value};
use allmende_web::limit::Rate;
use allmende_web::{Cx, Problem, page};

use super::super::meeting;
use crate::model::participant::{Answer, AnsweredBy, Participant};
use crate::model::{Meeting, Stage};
use crate::queries;

/// Tries at secret links from one address.
const BY_ADDRESS: Rate = Rate { name: "invitation", burst: 10, every: 6_000 };

/// The answers that somebody can give.
const CHOICES: [Answer; 4] = [Answer::Yes, Answer::Deputy, Answer::Maybe, Answer::No];

async fn find(cx: &Cx, token: &str) -> Result<(Tx, Participant, Meeting), Problem> {
    let attempt = cx.attempt(BY_ADDRESS, &[])?;
    let gone = || Problem::Refused(cx.t("answer-link-gone"));
    let mut tx = cx.app().across().await?;
    let id = queries::enter_invited(&mut tx, &digest(token.as_bytes())).await?.ok_or_else(gone)?;
    let participant: Participant = tx.get(id).await?.ok_or_else(gone)?;
    let meeting: Meeting = tx.get(participant.meeting_id).await?.ok_or_else(gone)?;
    attempt.right();
    Ok((tx, participant, meeting))
}

/// Whether answers are still taken.
fn is_open(cx: &Cx, meeting: &Meeting) -> bool {
    meeting.stage() <= Stage::Invited && meeting.last_day() >= cx.today()
}

fn form(cx: &Cx, token: &str) -> Form {
    let field = |name, control| Field::new(cx, "answer", name, control);
    let choices = CHOICES.map(|answer| Choice {
        value: answer.word().to_owned(),
        label: cx.t(&format!("answer-choice-{}", answer.word())),
    });
    Form {
        action: format!("/einladung/{token}"),
        fields: vec![
            field("answer", Control::Radio).choices(choices.into()),
            field("deputy", Control::Line).optional(),
            field("reason", Control::Line).optional(),
        ],
        button: cx.t("answer-save"),
        cancel: String::new(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    }
}

fn lead(cx: &Cx, participant: &Participant, meeting: &Meeting) -> String {
    let values = [("name", participant.name.as_str().into()), ("when", meeting::lead(meeting, cx).into())];
    cx.tv("answer-lead", values)
}

/// Shows the meeting and asks for an answer.
pub(super) async fn show(cx: Cx, Path(token): Path<String>) -> Result<Response, Problem> {
    let (_, participant, meeting) = find(&cx, &token).await?;
    if !is_open(&cx, &meeting) {
        return page::message(&cx, &meeting.title, &cx.t("answer-too-late"));
    }
    let typed = vec![
        value("answer", if participant.answer == Answer::None { "" } else { participant.answer.word() }),
        value("deputy", &participant.deputy),
        value("reason", &participant.reason),
    ];
    page::sign_in(&cx, &meeting.title, &lead(&cx, &participant, &meeting), "", &form(&cx, &token).fill(typed), false)
}

/// Takes the answer.
pub(super) async fn take(cx: Cx, Path(token): Path<String>) -> Result<Response, Problem> {
    let (found, participant, meeting) = find(&cx, &token).await?;
    if !is_open(&cx, &meeting) {
        return page::message(&cx, &meeting.title, &cx.t("answer-too-late"));
    }
    let mut input = Input::new(&cx);
    let answer = input.word("answer", |word| Answer::from_word(word).filter(|one| *one != Answer::None), Answer::None);
    let deputy = input.text("deputy", 200).replace('\n', " ");
    let reason = input.text("reason", 500).replace('\n', " ");
    if answer == Answer::Deputy && deputy.is_empty() {
        input.refuse_key("deputy", "answer-deputy-missing");
    }
    if !input.is_fine() {
        let errors = input.errors();
        let form = form(&cx, &token).refill(cx.submission(), errors);
        let lead = lead(&cx, &participant, &meeting);
        return page::sign_in(&cx, &meeting.title, &lead, &cx.t("answer-not-saved"), &form, false);
    }
    let alliance = found.alliance();
    drop(found);
    let actor = Actor { account: None, name: participant.name.clone() };
    let mut tx = cx.app().database.write(alliance, actor, cx.now()).await?;
    // Read again inside the transaction that writes: the office may have typed something meanwhile.
    let mut participant: Participant = tx.get(participant.head.id).await?.ok_or(Problem::NotFound)?;
    participant.answer = answer;
    participant.deputy = if answer == Answer::Deputy { deputy } else { String::new() };
    participant.reason = if matches!(answer, Answer::No | Answer::Deputy) { reason } else { String::new() };
    participant.answered_at = Some(cx.now());
    participant.answered_by = AnsweredBy::Link;
    tx.update(&mut participant).await?;
    tx.commit().await?;
    page::message(&cx, &meeting.title, &cx.t(&format!("answer-thanks-{}", answer.word())))
}
