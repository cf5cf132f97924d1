//! The mails that the program sends, and what a person decides about those whose fate is unknown.

use axum::extract::Path;
use axum::response::Response;

use allmende_jobs::{MailState, OutboxLine};
use allmende_store::{Action as Did, Change, Id, StoreError, Tx};
use allmende_web::access::Flash;
use allmende_web::screen::moment_words;
use allmende_web::view::{Action, Badge, Line, Part, Tone, View};
use allmende_web::{Cx, Problem, page};

use super::OUTBOX_WRITE;

/// Where the page stands.
pub(super) const PATH: &str = "/postausgang";

pub(super) async fn list(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let mails = allmende_jobs::list(&mut tx).await?;
    let mut main = Vec::new();
    if !cx.app().settings.mail {
        main.push(Part::Note { tone: Tone::Warn, text: cx.t("outbox-no-server"), action: None });
    }
    let uncertain = mails.iter().filter(|mail| mail.state() == MailState::Uncertain).count();
    if uncertain > 0 {
        let text = cx.tv("outbox-uncertain-note", [("count", uncertain.into())]);
        main.push(Part::Note { tone: Tone::Warn, text, action: None });
    }
    let lines = mails.into_iter().map(|mail| line(&cx, mail)).collect();
    main.push(Part::Lines { title: cx.t("nav-outbox"), action: None, lines, empty: cx.t("outbox-empty") });
    page::parts(&cx, &View { title: cx.t("nav-outbox"), lead: cx.t("outbox-lead"), main, ..View::default() })
}

fn badge(cx: &Cx, mail: &OutboxLine) -> Badge {
    match mail.state() {
        MailState::Sent => Badge::new(Tone::Ok, "check", cx.t("outbox-sent")),
        MailState::Sending => Badge::new(Tone::Info, "clock", cx.t("outbox-sending")),
        MailState::Uncertain => Badge::new(Tone::Warn, "warning", cx.t("outbox-uncertain")),
        MailState::Stuck => Badge::new(Tone::Bad, "warning", cx.t("outbox-fault")),
        MailState::Waiting if mail.fault.is_empty() => Badge::new(Tone::Info, "clock", cx.t("outbox-waits")),
        MailState::Waiting => Badge::new(Tone::Warn, "clock", cx.t("outbox-delayed")),
    }
}

fn line(cx: &Cx, mail: OutboxLine) -> Line {
    let mut actions = Vec::new();
    if cx.may(OUTBOX_WRITE) {
        let state = mail.state();
        if state == MailState::Uncertain {
            actions.push(Action::post(cx.t("outbox-arrived"), format!("{PATH}/{}/angekommen", mail.id), "check"));
        }
        if matches!(state, MailState::Uncertain | MailState::Stuck) {
            actions.push(Action::post(cx.t("outbox-again"), format!("{PATH}/{}/nochmals", mail.id), "mail"));
        }
    }
    let badge = badge(cx, &mail);
    let mut words = vec![mail.recipient, moment_words(cx, mail.created_at)];
    words.extend([mail.fault, mail.body].into_iter().filter(|text| !text.is_empty()));
    Line { badge: Some(badge), icon: "mail", actions, ..Line::text(mail.subject).meta(words.join(" · ")) }
}

pub(super) async fn again(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let gone = || Problem::Refused(cx.t("outbox-decided"));
    let mail = allmende_jobs::line(&mut tx, id).await?.ok_or_else(gone)?;
    if !allmende_jobs::send_again(&mut tx, id).await? {
        return Err(gone());
    }
    note(&mut tx, "mail_sent_again", &mail).await?;
    cx.done(tx, PATH, Some(Flash { text: cx.t("outbox-again-done"), undo: None })).await
}

pub(super) async fn arrived(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let gone = || Problem::Refused(cx.t("outbox-decided"));
    let mail = allmende_jobs::line(&mut tx, id).await?.ok_or_else(gone)?;
    if !allmende_jobs::settle_uncertain(&mut tx, id).await? {
        return Err(gone());
    }
    note(&mut tx, "mail_arrived", &mail).await?;
    cx.done(tx, PATH, Some(Flash { text: cx.t("outbox-arrived-done"), undo: None })).await
}

/// One line of the history. It names the mail by its subject; the recipient may be a private person.
async fn note(tx: &mut Tx, kind: &str, mail: &OutboxLine) -> Result<(), StoreError> {
    tx.audit(Did::Event, kind, Some(mail.id), &mail.subject, &Change::default()).await
}
