//! What was sent: the frozen notices with their files, and the agenda as it stands.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;

use allmende_jobs::MailState;
use allmende_store::{Id, Tx};
use allmende_web::access::CONFIDENTIAL;
use allmende_web::screen::moment_words;
use allmende_web::view::{Badge, Tone};
use allmende_web::{Cx, Problem};

use super::super::paper;
use super::draft::Draft;
use super::{MEETINGS, NoticeView, kind_word};
use crate::invitation::papers;
use crate::model::notice::{Notice, Part};
use crate::{INVITED, queries};

/// The notices of a meeting, newest first.
pub(super) async fn views(cx: &Cx, tx: &mut Tx, draft: &Draft) -> Result<Vec<NoticeView>, Problem> {
    let mut views = Vec::new();
    for notice in draft.notices.iter().rev() {
        views.push(view(cx, tx, notice).await?);
    }
    Ok(views)
}

async fn view(cx: &Cx, tx: &mut Tx, notice: &Notice) -> Result<NoticeView, Problem> {
    let base = format!("{MEETINGS}/{}/ladungen/{}", notice.meeting_id, notice.number);
    let mut files = vec![(cx.t("notice-file-open"), format!("{base}/tagesordnung.pdf"))];
    if notice.full_pdf_file.is_some() && cx.may(CONFIDENTIAL) {
        files.push((cx.t("notice-file-full"), format!("{base}/tagesordnung-voll.pdf")));
    }
    if notice.letters_file.is_some() && cx.may(INVITED) {
        files.push((cx.t("notice-file-letters"), format!("{base}/briefe.pdf")));
    }
    let recipients = queries::notice_recipients(tx, notice.head.id).await?;
    let mails: BTreeMap<Id, MailState> =
        allmende_jobs::lines(tx, recipients.iter().filter_map(|one| one.mail_id).collect())
            .await?
            .into_iter()
            .map(|line| (line.id, line.state()))
            .collect();
    let recipients = recipients
        .iter()
        .map(|one| {
            let state = one.mail_id.and_then(|id| mails.get(&id).copied());
            (format!("{} · {}", one.name, one.address.replace('\n', ", ")), mail_badge(cx, one.mail_id, state))
        })
        .collect();
    Ok(NoticeView {
        title: kind_word(cx, notice.kind, notice.number),
        when: moment_words(cx, notice.sent_at),
        verdict: notice.verdict.clone(),
        reason: notice.reason.clone(),
        digest: notice.digest.clone(),
        differences: notice.differences.lines().map(str::to_owned).collect(),
        files,
        recipients,
    })
}

/// What became of a mail. One that left long ago is no longer in the outbox.
fn mail_badge(cx: &Cx, mail: Option<Id>, state: Option<MailState>) -> Badge {
    let (tone, icon, key) = match (mail, state) {
        (None, _) => (Tone::Neutral, "document", "mail-state-letter"),
        (Some(_), None | Some(MailState::Sent)) => (Tone::Ok, "check-disc", "mail-state-sent"),
        (_, Some(MailState::Waiting | MailState::Sending)) => (Tone::Info, "clock", "mail-state-waiting"),
        (_, Some(MailState::Uncertain)) => (Tone::Warn, "warning", "mail-state-uncertain"),
        (_, Some(MailState::Stuck)) => (Tone::Bad, "cross-square", "mail-state-stuck"),
    };
    Badge::new(tone, icon, cx.t(key))
}

/// A file of a notice, exactly as it was sent.
pub(super) async fn file(cx: Cx, Path((id, number, name)): Path<(Id, i64, String)>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let notices = queries::notices(&mut tx, id).await?;
    let notice = notices.iter().find(|notice| notice.number == number).ok_or(Problem::NotFound)?;
    let file = match name.as_str() {
        "tagesordnung.pdf" => Some(notice.open_pdf_file),
        "tagesordnung-voll.pdf" if cx.may(CONFIDENTIAL) => notice.full_pdf_file,
        "briefe.pdf" if cx.may(INVITED) => notice.letters_file,
        _ => None,
    };
    let stored = tx.file(file.ok_or(Problem::NotFound)?).await?.ok_or(Problem::NotFound)?;
    Ok(paper::private(cx.download(&stored.name, &stored.media_type, stored.bytes)))
}

/// The agenda as it stands now.
pub(super) async fn preview(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let draft = Draft::load(&cx, &mut tx, id).await?;
    drop(tx);
    let part = if cx.query("teil") == "voll" && cx.may(CONFIDENTIAL) { Part::Full } else { Part::Open };
    let period = draft.period();
    let document = papers::agenda(&draft.now, &draft.papers(period.as_ref(), cx.today()), part);
    paper::pdf(&cx, document, &format!("Tagesordnung {}", draft.meeting.held_on)).await
}
