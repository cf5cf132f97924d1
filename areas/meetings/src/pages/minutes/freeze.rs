//! Freezing minutes as a version and sending it: what goes to whom is shown first.

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::{Document, FileFormat};
use allmende_jobs::{Attachment, Mail, queue};
use allmende_meeting_rules::Regime;
use allmende_store::{Head as RecordHead, Id, Tx, digest};
use allmende_web::access::Flash;
use allmende_web::{Cx, Problem, assets, page};

use super::super::steps::{Head, Step};
use super::super::{MEETINGS, paper};
use super::load;
use super::overview::gap_words;
use crate::minutes::gaps;
use crate::minutes::{Proceedings, Sheet, Stamp, document};
use crate::model::minutes::{MinutesState, MinutesVersion};
use crate::model::participant::Participant;
use crate::model::seat::Channel;
use crate::model::topic::{Origin, Topic, TopicState};
use crate::model::{Meeting, Purpose, Stage};
use crate::queries;

/// The formats of a version in the order in which they are stored.
const FORMATS: [FileFormat; 3] = [FileFormat::Pdf, FileFormat::Docx, FileFormat::Odt];

struct RecipientView {
    name: String,
    way: String,
    part: String,
}

#[derive(askama::Template)]
#[template(path = "minutes-freeze.html")]
struct FreezePage<'a> {
    cx: &'a Cx,
    head: Head,
    actions: Vec<allmende_web::view::Action>,
    more: Vec<allmende_web::view::Action>,
    title: String,
    lead: String,
    recipients: Vec<RecipientView>,
    missing: Vec<String>,
    again: bool,
    text: String,
    reason: String,
    digest: String,
    base: String,
    errors: Vec<String>,
    asset: &'static str,
}

/// A meeting whose minutes can be frozen, with what was frozen before.
async fn load(cx: &Cx, tx: &mut Tx, id: Id) -> Result<(Proceedings, Vec<MinutesVersion>, Vec<Participant>), Problem> {
    let meeting: Meeting = load::meeting(tx, id).await?;
    if meeting.stage() != Stage::Closed {
        return Err(Problem::Refused(cx.t("minutes-not-closed")));
    }
    let versions = queries::minutes_versions(tx, id).await?;
    let participants = queries::participants(tx, id).await?;
    Ok((load::proceedings(tx, meeting).await?, versions, participants))
}

/// Shows who will get what.
pub(super) async fn ask(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let (proceedings, versions, participants) = load(&cx, &mut tx, id).await?;
    draw(&cx, &mut tx, &proceedings, &versions, &participants, Vec::new()).await
}

fn content_digest(proceedings: &Proceedings) -> String {
    digest(&serde_json::to_vec(proceedings).unwrap_or_default())
}

fn is_mailed(one: &Participant) -> bool {
    one.channel == Channel::Mail && !one.email.is_empty()
}

async fn draw(
    cx: &Cx,
    tx: &mut Tx,
    proceedings: &Proceedings,
    versions: &[MinutesVersion],
    participants: &[Participant],
    errors: Vec<String>,
) -> Result<Response, Problem> {
    let closed = proceedings.has_closed();
    let number = versions.len() + 1;
    let typed = cx.submission();
    let default = cx.tv("minutes-mail-text", [("title", proceedings.title().into())]);
    let faulty = !errors.is_empty();
    let mails = participants.iter().filter(|one| is_mailed(one)).count();
    let body = FreezePage {
        head: Head::of(cx, tx, &proceedings.meeting, Step::Minutes).await?,
        actions: Vec::new(),
        more: Vec::new(),
        title: cx.tv("minutes-freeze-ask", [("number", number.into())]),
        lead: cx.tv("minutes-freeze-lead", [("mails", mails.into())]),
        recipients: participants.iter().map(|one| recipient(cx, one, closed)).collect(),
        missing: gaps::gaps(proceedings).iter().filter(|gap| gap.mandatory).map(|gap| gap_words(cx, gap)).collect(),
        again: number > 1,
        text: if typed.values.contains_key("text") { typed.get("text").to_owned() } else { default },
        reason: typed.get("reason").to_owned(),
        digest: content_digest(proceedings),
        base: format!("{MEETINGS}/{}/protokoll", proceedings.meeting.head.id),
        errors,
        asset: assets::prefix(),
        cx,
    };
    let title = body.title.clone();
    if faulty { page::faulty(cx, &title, &body) } else { page::page(cx, &title, &body) }
}

fn recipient(cx: &Cx, one: &Participant, closed: bool) -> RecipientView {
    RecipientView {
        name: one.name.clone(),
        way: if is_mailed(one) { one.email.clone() } else { cx.t("minutes-on-paper") },
        part: cx.t(match (closed, one.role.sees_private()) {
            (false, _) => "part-whole",
            (true, true) => "part-full",
            (true, false) => "part-open",
        }),
    }
}

fn faults(cx: &Cx, proceedings: &Proceedings, versions: &[MinutesVersion]) -> Vec<String> {
    let typed = cx.submission();
    let mut errors = Vec::new();
    if typed.get("digest") != content_digest(proceedings) {
        errors.push(cx.t("minutes-changed-meanwhile"));
    }
    if !versions.is_empty() && typed.get("reason").is_empty() {
        errors.push(cx.t("minutes-reason-missing"));
    }
    if typed.get("reason").chars().count() > 1_000 || typed.get("text").chars().count() > 20_000 {
        errors.push(cx.t("minutes-text-long"));
    }
    let lacks = gaps::gaps(proceedings).iter().any(|gap| gap.mandatory);
    if lacks && !typed.ticked("anyway") {
        errors.push(cx.t("minutes-anyway-missing"));
    }
    errors
}

/// The files of a version: the three formats of each part.
struct Files {
    open: Vec<Vec<u8>>,
    closed: Option<Vec<Vec<u8>>>,
}

async fn make(cx: &Cx, proceedings: &Proceedings, stamp: &Stamp) -> Result<Files, Problem> {
    let open = in_all_formats(cx, &document(proceedings, Sheet::Open, stamp)).await?;
    let closed = if proceedings.has_closed() {
        Some(in_all_formats(cx, &document(proceedings, Sheet::Closed, stamp)).await?)
    } else {
        None
    };
    Ok(Files { open, closed })
}

async fn in_all_formats(cx: &Cx, document: &Document) -> Result<Vec<Vec<u8>>, Problem> {
    let mut made = Vec::new();
    for format in FORMATS {
        made.push(paper::file(cx, document.clone(), format).await?);
    }
    Ok(made)
}

/// Freezes a version and sends it, all in one transaction.
pub(super) async fn freeze(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let (proceedings, versions, participants) = load(&cx, &mut tx, id).await?;
    let errors = faults(&cx, &proceedings, &versions);
    if !errors.is_empty() {
        return draw(&cx, &mut tx, &proceedings, &versions, &participants, errors).await;
    }
    drop(tx);
    let number = i64::try_from(versions.len()).unwrap_or(0) + 1;
    let reason = if number > 1 { cx.submission().get("reason").replace("\r\n", "\n") } else { String::new() };
    let stamp = Stamp { number: Some(number), on: cx.today(), reason };
    let files = make(&cx, &proceedings, &stamp).await?;
    let mut tx = cx.write().await?;
    // Somebody may have changed or frozen the minutes while the papers were made.
    let (again, before, participants) = load(&cx, &mut tx, id).await?;
    if before.len() != versions.len() || content_digest(&again) != content_digest(&proceedings) {
        let errors = vec![cx.t("minutes-changed-meanwhile")];
        return draw(&cx, &mut tx, &again, &before, &participants, errors).await;
    }
    let version = store(&mut tx, &proceedings, &stamp, files).await?;
    replace(&mut tx, before).await?;
    let sent = send(&cx, &mut tx, &version, &proceedings, &participants).await?;
    ask_to_approve(&mut tx, &version, &proceedings, &versions).await?;
    let text = cx.tv("flash-minutes-frozen", [("number", number.into()), ("mails", sent.into())]);
    cx.done(tx, &format!("{MEETINGS}/{id}/protokoll"), Some(Flash { text, undo: None })).await
}

/// "Niederschrift 2017-11-30.pdf".
fn name(proceedings: &Proceedings, sheet: Sheet, format: FileFormat) -> String {
    let part = if sheet == Sheet::Closed { ", nichtöffentlicher Teil" } else { "" };
    format!("{} {}{part}.{}", proceedings.paper(), proceedings.meeting.held_on, format.extension())
}

async fn store(tx: &mut Tx, proceedings: &Proceedings, stamp: &Stamp, files: Files) -> Result<MinutesVersion, Problem> {
    let snapshot = serde_json::to_vec_pretty(proceedings).map_err(|error| Problem::Internal(error.to_string()))?;
    let digest_of = |files: &[Vec<u8>]| files.first().map(|pdf| digest(pdf)).unwrap_or_default();
    let open_digest = digest_of(&files.open);
    let closed_digest = files.closed.as_deref().map(digest_of).unwrap_or_default();
    let open = add(tx, proceedings, Sheet::Open, files.open).await?;
    let closed = match files.closed {
        Some(files) => add(tx, proceedings, Sheet::Closed, files).await?,
        None => Vec::new(),
    };
    let snapshot_file = tx.add_file("Niederschrift.json", "application/json", snapshot).await?;
    let [open_pdf_file, open_docx_file, open_odt_file] = open[..] else {
        return Err(Problem::Internal("minutes have three formats".to_owned()));
    };
    let mut version = MinutesVersion {
        head: RecordHead::default(),
        meeting_id: proceedings.meeting.head.id,
        number: stamp.number.unwrap_or(1),
        title: proceedings.title(),
        made_on: stamp.on,
        reason: stamp.reason.clone(),
        state: MinutesState::Circulated,
        approved_on: None,
        approved_by: None,
        signed_on: None,
        digest: open_digest,
        snapshot_file,
        open_pdf_file,
        open_docx_file,
        open_odt_file,
        closed_digest,
        closed_pdf_file: closed.first().copied(),
        closed_docx_file: closed.get(1).copied(),
        closed_odt_file: closed.get(2).copied(),
        signed_file: None,
    };
    tx.insert(&mut version).await?;
    Ok(version)
}

async fn add(tx: &mut Tx, proceedings: &Proceedings, sheet: Sheet, files: Vec<Vec<u8>>) -> Result<Vec<Id>, Problem> {
    let mut ids = Vec::new();
    for (format, bytes) in FORMATS.into_iter().zip(files) {
        ids.push(tx.add_file(&name(proceedings, sheet, format), format.media_type(), bytes).await?);
    }
    Ok(ids)
}

/// Earlier versions stay readable, but another one counts now.
async fn replace(tx: &mut Tx, before: Vec<MinutesVersion>) -> Result<(), Problem> {
    for mut version in before {
        if version.state != MinutesState::Replaced {
            version.state = MinutesState::Replaced;
            tx.update(&mut version).await?;
        }
    }
    Ok(())
}

/// Puts the mails into the outbox. Guests get the public part, members both.
async fn send(
    cx: &Cx,
    tx: &mut Tx,
    version: &MinutesVersion,
    proceedings: &Proceedings,
    participants: &[Participant],
) -> Result<usize, Problem> {
    let alliance: allmende_alliance::model::Alliance = tx.get(tx.alliance()).await?.ok_or(Problem::NotFound)?;
    let attachment = |sheet, file: Id| Attachment {
        name: name(proceedings, sheet, FileFormat::Pdf),
        media_type: FileFormat::Pdf.media_type().to_owned(),
        file,
    };
    let open = attachment(Sheet::Open, version.open_pdf_file);
    let closed = version.closed_pdf_file.map(|file| attachment(Sheet::Closed, file));
    let text = cx.submission().get("text").replace("\r\n", "\n");
    let mut sent = 0;
    for one in participants.iter().filter(|one| is_mailed(one)) {
        let mut attachments = vec![open.clone()];
        attachments.extend(closed.clone().filter(|_| one.role.sees_private()));
        let person = if one.person.is_empty() { &one.name } else { &one.person };
        let body = format!("Guten Tag {person},\n\n{text}\n\n{}", alliance.name);
        let mail = Mail {
            reply_to: (!alliance.email.is_empty()).then(|| alliance.email.clone()),
            attachments,
            ..Mail::new(one.email.clone(), version.title.clone(), body)
        };
        queue(tx, &mail).await?;
        sent += 1;
    }
    Ok(sent)
}

/// The body's next agenda gets the approval by itself. A group without formal rules approves nothing.
async fn ask_to_approve(
    tx: &mut Tx,
    version: &MinutesVersion,
    proceedings: &Proceedings,
    before: &[MinutesVersion],
) -> Result<(), Problem> {
    if proceedings.rules.regime == Regime::Informal {
        return Ok(());
    }
    let mut waits = false;
    for old in before {
        for mut topic in queries::topics_of_version(tx, old.head.id).await? {
            // A topic that nobody dealt with asks for the newest version.
            if matches!(topic.state, TopicState::Open | TopicState::Scheduled) {
                topic.origin_id = Some(version.head.id);
                tx.update(&mut topic).await?;
                waits = true;
            }
        }
    }
    if waits {
        return Ok(());
    }
    let day = allmende_documents::format::date(proceedings.meeting.held_on.0);
    let title = &version.title;
    let mut topic = Topic {
        head: RecordHead::default(),
        body_id: proceedings.meeting.body_id,
        title: format!("Genehmigung der Niederschrift vom {day}"),
        reason: String::new(),
        proposed_by: String::new(),
        proposed_on: tx.today(),
        thread_id: None,
        public: true,
        purpose: Purpose::Decision,
        minutes: 5,
        proposal: format!("Die {title} wird genehmigt."),
        state: TopicState::Open,
        origin: Origin::Minutes,
        origin_id: Some(version.head.id),
    };
    tx.insert(&mut topic).await?;
    Ok(())
}
