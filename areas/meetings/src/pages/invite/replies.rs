//! Answers of calendars: a file or mail that somebody's calendar sent back.

use axum::extract::Path;
use axum::response::Response;

use allmende_calendar::{self as calendar, Reply};
use allmende_store::{Id, Moment, Tx};
use allmende_web::access::Flash;
use allmende_web::form::{Control, Field, Form};
use allmende_web::view::Line;
use allmende_web::{Cx, Problem, page};

use super::super::prepare::open_for_changes;
use super::MEETINGS;
use crate::invitation::message;
use crate::model::Meeting;
use crate::model::participant::{Answer, AnsweredBy, Participant};
use crate::queries;

fn ask(cx: &Cx, meeting: &Meeting, error: Option<String>) -> Result<Response, Problem> {
    let mut file = Field::new(cx, "replies", "file", Control::File);
    file.error = error;
    let form = Form {
        action: format!("{MEETINGS}/{}/antworten", meeting.head.id),
        fields: vec![file],
        button: cx.t("replies-take"),
        cancel: format!("{MEETINGS}/{}/einladung", meeting.head.id),
        version: None,
        files: true,
        conflict: None,
        get: false,
    };
    let path = [Line::link(meeting.title.clone(), format!("{MEETINGS}/{}", meeting.head.id))];
    page::form_with_lead(cx, &cx.t("replies-take"), &cx.t("replies-lead"), &cx.t("replies-not-taken"), &path, &form)
}

pub(super) async fn form(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let meeting = open_for_changes(&cx, &mut tx, id).await?;
    ask(&cx, &meeting, None)
}

pub(super) async fn take(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let meeting = open_for_changes(&cx, &mut tx, id).await?;
    let bytes = cx.submission().files.get("file").map(|file| file.bytes.clone()).unwrap_or_default();
    let replies = match calendar::replies_of_mail(&bytes) {
        Ok(found) => found.replies,
        Err(fault) => return ask(&cx, &meeting, Some(fault_words(&cx, &fault))),
    };
    let uid = message::uid(id, message::host_of(&cx.app().settings.public_url));
    let mut taken = Vec::new();
    let mut participants = queries::participants(&mut tx, id).await?;
    for reply in replies.iter().filter(|reply| reply.uid == uid) {
        let found = participants.iter_mut().find(|one| one.email.eq_ignore_ascii_case(&reply.attendee_email));
        if let Some(one) = found
            && accept(&mut tx, &meeting, one, reply).await?
        {
            taken.push(one.name.clone());
        }
    }
    if taken.is_empty() {
        let key = if replies.iter().any(|reply| reply.uid == uid) { "replies-nobody-new" } else { "replies-other" };
        return ask(&cx, &meeting, Some(cx.t(key)));
    }
    let text = cx.tv("flash-replies", [("names", taken.join(", ").into())]);
    cx.done(tx, &format!("{MEETINGS}/{id}/einladung"), Some(Flash { text, undo: None })).await
}

/// Notes a reply. One to an earlier date of the meeting, or older than what is known, changes nothing (RFC 5546, 2.1.5).
async fn accept(tx: &mut Tx, meeting: &Meeting, one: &mut Participant, reply: &Reply) -> Result<bool, Problem> {
    let stamp = reply.stamp.map_or_else(|| tx.now(), Moment::new);
    let for_older = reply.sequence.is_some_and(|sequence| i64::from(sequence) < meeting.sequence);
    if for_older || one.answered_at.is_some_and(|known| known >= stamp) {
        return Ok(false);
    }
    one.answer = match reply.answer {
        calendar::Answer::Accepted => Answer::Yes,
        calendar::Answer::Declined => Answer::No,
        calendar::Answer::Tentative => Answer::Maybe,
        calendar::Answer::Delegated => Answer::Deputy,
    };
    one.deputy = reply.delegated_to.clone().unwrap_or_default();
    one.reason = if one.answer == Answer::No { reply.comment.chars().take(500).collect() } else { String::new() };
    one.answered_at = Some(stamp);
    one.answered_by = AnsweredBy::Calendar;
    tx.update(one).await?;
    Ok(true)
}

fn fault_words(cx: &Cx, fault: &calendar::ReadFault) -> String {
    cx.t(match fault {
        calendar::ReadFault::NoCalendar => "replies-no-calendar",
        calendar::ReadFault::NoReply(_) => "replies-no-reply",
        calendar::ReadFault::Empty => "replies-empty",
        calendar::ReadFault::TooLarge => "replies-large",
    })
}
