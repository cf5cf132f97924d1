//! Sending a notice: papers, mails, letters and the frozen record, all in one transaction.

use std::sync::Arc;

use axum::extract::Path;
use axum::response::Response;

use allmende_calendar as calendar;
use allmende_documents::{Document, DocumentFault, FileFormat, Recipient, Typesetter};
use allmende_jobs::{Attachment, CalendarPart, Mail, queue};
use allmende_meeting_rules::NoticeVerdict;
use allmende_store::{Head, Id, StoreError, Tx, digest};
use allmende_web::access::Flash;
use allmende_web::{Cx, Problem};

use super::super::MEETINGS;
use super::super::notice_box;
use super::draft::{self, Draft};
use crate::invitation::message::{self, CalendarText, MailText};
use crate::invitation::papers;
use crate::model::ItemFile;
use crate::model::notice::{Notice, NoticeKind, NoticeRecipient, Part};
use crate::model::participant::Participant;

/// What was typed on the page.
struct Typed {
    subject: String,
    text: String,
    reason: String,
}

/// The papers of a notice.
struct Files {
    open: Vec<u8>,
    full: Option<Vec<u8>>,
    letters: Option<Vec<u8>>,
}

/// Checks everything once more and sends.
pub(super) async fn send(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let draft = Draft::load(&cx, &mut tx, id).await?;
    let typed = Typed {
        subject: cx.submission().get("subject").replace(['\r', '\n'], " "),
        text: cx.submission().get("text").replace("\r\n", "\n"),
        reason: cx.submission().get("reason").to_owned(),
    };
    let errors = faults(&cx, &draft, &typed);
    if !errors.is_empty() {
        return super::draw(&cx, &mut tx, &draft, errors).await;
    }
    drop(tx);
    let files = match make(&cx, &draft, &typed).await {
        Ok(files) => files,
        Err(fault) => {
            let mut tx = cx.read().await?;
            return super::draw(&cx, &mut tx, &draft, vec![fault.sentence]).await;
        }
    };
    let mut tx = cx.write().await?;
    // Somebody may have changed the agenda while the papers were made.
    let again = Draft::load(&cx, &mut tx, id).await?;
    if again.digest() != draft.digest() {
        return super::draw(&cx, &mut tx, &again, vec![cx.t("notice-changed")]).await;
    }
    let counts = store(&cx, &mut tx, draft, typed, files).await?;
    let text = cx.tv("flash-notice-sent", [("mails", counts.0.into()), ("letters", counts.1.into())]);
    cx.done(tx, &format!("{MEETINGS}/{id}/einladung"), Some(Flash { text, undo: None })).await
}

fn faults(cx: &Cx, draft: &Draft, typed: &Typed) -> Vec<String> {
    let mut errors = Vec::new();
    if !draft.waits() {
        errors.push(cx.t("notice-nothing"));
    } else if cx.submission().get("digest") != draft.digest() {
        errors.push(cx.t("notice-changed"));
    }
    errors.extend(draft.blocked(cx));
    let late = matches!(draft.verdict(cx.today()), Some(NoticeVerdict::Late { .. }));
    if late && typed.reason.is_empty() {
        errors.push(cx.t("notice-reason-missing"));
    }
    if typed.subject.is_empty() || typed.subject.chars().count() > 200 {
        errors.push(cx.t("notice-subject-missing"));
    }
    if typed.text.chars().count() > 20_000 {
        errors.push(cx.t("notice-text-long"));
    }
    let lacking: Vec<&str> =
        draft.recipients().into_iter().filter(|one| draft.reach(one).is_err()).map(|one| one.name.as_str()).collect();
    if !lacking.is_empty() {
        errors.push(cx.tv("notice-lacking", [("names", lacking.join(", ").into())]));
    }
    errors
}

/// Makes all papers on a thread that may be busy.
async fn make(cx: &Cx, draft: &Draft, typed: &Typed) -> Result<Files, DocumentFault> {
    let on = cx.today();
    let period = draft.period();
    let papers = draft.papers(period.as_ref(), on);
    let open = papers::agenda(&draft.now, &papers, Part::Open);
    let full = draft.now.has_private().then(|| papers::agenda(&draft.now, &papers, Part::Full));
    let to: Vec<(Recipient, String)> = draft
        .recipients()
        .into_iter()
        .filter(|one| draft::is_letter(one))
        .filter_map(|one| Some((draft.book.find(draft::addressee(one)?).ok()?, one.name.clone())))
        .collect();
    let letter = draft.letter(on, &typed.subject, &typed.text);
    let letters =
        (!to.is_empty()).then(|| papers::letters(&draft.now, &papers, &letter, &draft.difference_lines(true), to));
    let typesetter = Arc::clone(&cx.app().typesetter);
    pdfs(typesetter, open, full, letters).await
}

async fn pdfs(
    typesetter: Arc<dyn Typesetter>,
    open: Document,
    full: Option<Document>,
    letters: Option<Document>,
) -> Result<Files, DocumentFault> {
    let made = tokio::task::spawn_blocking(move || {
        let pdf = |document: &Document| typesetter.file(document, FileFormat::Pdf);
        Ok(Files {
            open: pdf(&open)?,
            full: full.as_ref().map(pdf).transpose()?,
            letters: letters.as_ref().map(pdf).transpose()?,
        })
    })
    .await;
    made.unwrap_or_else(|error| {
        Err(DocumentFault {
            sentence: "Die Einladung konnte nicht erzeugt werden. Ihr Text ist erhalten.".to_owned(),
            detail: error.to_string(),
        })
    })
}

/// Freezes the notice and puts its mails into the outbox. Gives how many mails and letters there are.
async fn store(cx: &Cx, tx: &mut Tx, draft: Draft, typed: Typed, files: Files) -> Result<(usize, usize), Problem> {
    let number = draft.number();
    let kind = draft.kind();
    let verdict = verdict_words(cx, &draft);
    let mut meeting = draft.meeting.clone();
    if kind == NoticeKind::Moved || kind == NoticeKind::Cancelled {
        meeting.sequence += 1;
    }
    let snapshot = serde_json::to_vec_pretty(&draft.now).map_err(|error| Problem::Internal(error.to_string()))?;
    let name = |what: &str| format!("{what} {}.pdf", draft.meeting.held_on);
    let digest = digest(&snapshot);
    let snapshot_file = tx.add_file("Ladung.json", "application/json", snapshot).await?;
    let pdf = FileFormat::Pdf.media_type();
    let open_name = name("Tagesordnung");
    let open_pdf_file = tx.add_file(&open_name, pdf, files.open).await?;
    // The names of files that travel say nothing of what is in the private part.
    let full_pdf_file = match files.full {
        Some(bytes) => Some(tx.add_file(&open_name, pdf, bytes).await?),
        None => None,
    };
    let letters_file = match files.letters {
        Some(bytes) => Some(tx.add_file(&name("Briefe"), pdf, bytes).await?),
        None => None,
    };
    let mut notice = Notice {
        head: Head::default(),
        meeting_id: meeting.head.id,
        number,
        kind,
        sent_at: cx.now(),
        subject: typed.subject.clone(),
        text: typed.text.clone(),
        differences: draft.difference_lines(false).join("\n"),
        verdict,
        reason: typed.reason.clone(),
        digest,
        snapshot_file,
        open_pdf_file,
        full_pdf_file,
        letters_file,
    };
    tx.insert(&mut notice).await?;
    let post = Post {
        open: attachments(tx, &draft, &notice, &open_name, Part::Open).await?,
        full: attachments(tx, &draft, &notice, &open_name, Part::Full).await?,
        draft: &draft,
        notice: &notice,
        sequence: meeting.sequence,
    };
    let mut counts = (0, 0);
    for one in draft.recipients() {
        let mail_id = if draft::is_letter(one) {
            counts.1 += 1;
            None
        } else {
            counts.0 += 1;
            Some(post.send(cx, tx, one.clone()).await?)
        };
        tx.insert(&mut recipient(&draft, &notice, one, mail_id)).await?;
    }
    announce(tx, &draft, number).await?;
    if meeting.invited_at.is_none() {
        meeting.invited_at = Some(cx.now());
    }
    if matches!(draft.verdict(cx.today()), Some(NoticeVerdict::Late { .. })) && kind != NoticeKind::Supplement {
        meeting.urgent_reason = typed.reason;
    }
    tx.update(&mut meeting).await?;
    Ok(counts)
}

fn verdict_words(cx: &Cx, draft: &Draft) -> String {
    match draft.verdict(cx.today()) {
        None => String::new(),
        Some(NoticeVerdict::Late { .. }) => draft.lateness(cx),
        Some(_) => {
            cx.tv("notice-in-time", [("rule", notice_box::rule_words(cx, &draft.rules, draft.set.as_ref()).into())])
        }
    }
}

fn part_of(draft: &Draft, one: &Participant) -> Part {
    if draft.now.has_private() && one.role.sees_private() { Part::Full } else { Part::Open }
}

fn recipient(draft: &Draft, notice: &Notice, one: &Participant, mail_id: Option<Id>) -> NoticeRecipient {
    NoticeRecipient {
        head: Head::default(),
        notice_id: notice.head.id,
        participant_id: one.head.id,
        name: one.name.clone(),
        channel: one.channel,
        address: draft.reach(one).unwrap_or_default(),
        part: part_of(draft, one),
        mail_id,
    }
}

/// What a mail carries: the agenda of its part and the files that go with it. A cancellation carries nothing.
async fn attachments(
    tx: &mut Tx,
    draft: &Draft,
    notice: &Notice,
    name: &str,
    part: Part,
) -> Result<Vec<Attachment>, StoreError> {
    if !draft.now.takes_place {
        return Ok(Vec::new());
    }
    let file = match part {
        Part::Full => notice.full_pdf_file.unwrap_or(notice.open_pdf_file),
        Part::Open => notice.open_pdf_file,
    };
    let agenda = Attachment { name: name.to_owned(), media_type: FileFormat::Pdf.media_type().to_owned(), file };
    Ok(std::iter::once(agenda).chain(annexes(tx, draft, part).await?).collect())
}

/// The mails of one notice.
struct Post<'a> {
    draft: &'a Draft,
    notice: &'a Notice,
    sequence: i64,
    open: Vec<Attachment>,
    full: Vec<Attachment>,
}

impl Post<'_> {
    /// Queues the mail of one participant, with a link of its own.
    async fn send(&self, cx: &Cx, tx: &mut Tx, mut one: Participant) -> Result<Id, Problem> {
        let takes_place = self.draft.now.takes_place;
        let token = if takes_place { allmende_web::session::secret() } else { String::new() };
        // Without a meeting there is nothing to answer: older links end with it.
        one.token_digest = if takes_place { digest(token.as_bytes()) } else { String::new() };
        let link =
            if takes_place { format!("{}/einladung/{token}", cx.app().settings.public_url) } else { String::new() };
        let part = part_of(self.draft, &one);
        let office = self.draft.office();
        let mail = Mail {
            reply_to: (!office.email.is_empty()).then(|| office.email.clone()),
            calendar: (!office.email.is_empty()).then(|| self.calendar(cx, &one, &link)),
            attachments: if part == Part::Full { self.full.clone() } else { self.open.clone() },
            ..Mail::new(one.email.clone(), self.notice.subject.clone(), self.words(&one, &link))
        };
        let id = queue(tx, &mail).await?;
        tx.update(&mut one).await?;
        Ok(id)
    }

    fn words(&self, one: &Participant, link: &str) -> String {
        let draft = self.draft;
        let part = part_of(draft, one);
        let salutation =
            draft::addressee(one).map_or_else(|| format!("Guten Tag {},", one.name), |to| draft.book.salutation(to));
        let signature = [draft.meeting.chair.as_str(), draft.alliance.name.as_str()];
        let signature = signature.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        let text = MailText {
            salutation: &salutation,
            text: &self.notice.text,
            differences: &draft.difference_lines(part == Part::Full),
            part,
            link,
            signature: &signature,
        };
        message::mail_text(&draft.now, text)
    }

    fn calendar(&self, cx: &Cx, one: &Participant, link: &str) -> CalendarPart {
        let text = CalendarText {
            meeting: self.draft.meeting.head.id,
            host: message::host_of(&cx.app().settings.public_url),
            sequence: self.sequence,
            stamp: cx.now().0,
            office: &self.draft.office(),
            link,
        };
        let person = if one.person.is_empty() { &one.name } else { &one.person };
        let event = message::event(&self.draft.now, text, Some((person, &one.email, one.role)));
        if self.draft.now.takes_place {
            CalendarPart { method: "REQUEST".to_owned(), text: calendar::request(&event) }
        } else {
            CalendarPart { method: "CANCEL".to_owned(), text: calendar::cancel(&event) }
        }
    }
}

/// The files of the items, as far as this part may have them.
async fn annexes(tx: &mut Tx, draft: &Draft, part: Part) -> Result<Vec<Attachment>, StoreError> {
    let items = draft.items.iter().filter(|item| item.public || part == Part::Full);
    let files: Vec<&ItemFile> = items
        .flat_map(|item| draft.files.get(&item.head.id).into_iter().flatten())
        .filter(|file| file.public || part == Part::Full)
        .collect();
    let kinds = tx.file_kinds(files.iter().map(|file| file.file_id).collect()).await?;
    let attachment = |file: &&ItemFile| {
        let (name, media_type) = kinds.get(&file.file_id)?.clone();
        Some(Attachment { name, media_type, file: file.file_id })
    };
    Ok(files.iter().filter_map(attachment).collect())
}

/// Notes on each item with which notice it was announced first.
async fn announce(tx: &mut Tx, draft: &Draft, number: i64) -> Result<(), StoreError> {
    for item in &draft.items {
        let there = draft.now.items.iter().any(|one| one.id == item.head.id);
        if there && item.announced.is_none() {
            let mut item = item.clone();
            item.announced = Some(number);
            tx.update(&mut item).await?;
        }
    }
    Ok(())
}
