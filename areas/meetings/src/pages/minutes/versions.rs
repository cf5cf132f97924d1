//! Versions of minutes: their files, objections, approval, signature; and opening a closed meeting again.

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::format as german;
use allmende_store::{Day, Head, Id, Tx};
use allmende_web::access::{CONFIDENTIAL, Flash};
use allmende_web::form::{Control, Field, Form, Input, value};
use allmende_web::view::{Action, Badge, Line, Tone};
use allmende_web::{Cx, Problem, page};

use super::super::{MEETINGS, files, paper};
use super::{OBJECT, OBJECTIONS, VERSIONS, load};
use crate::model::minutes::{MinutesState, MinutesVersion, Objection, ObjectionState};
use crate::model::{Meeting, MeetingState, Stage};
use crate::{WRITE, queries};

/// The largest signed sheet that is taken in.
const MOST_BYTES: usize = 20 * 1024 * 1024;

pub(super) struct ObjectionView {
    pub(super) title: String,
    pub(super) text: String,
    pub(super) answer: String,
    pub(super) href: Option<String>,
    pub(super) badge: Badge,
}

pub(super) struct VersionView {
    pub(super) title: String,
    pub(super) badge: Badge,
    pub(super) when: String,
    pub(super) reason: String,
    pub(super) digest: String,
    pub(super) files: Vec<(String, Vec<(String, String)>)>,
    pub(super) objections: Vec<ObjectionView>,
    pub(super) actions: Vec<Action>,
}

/// The versions for the page, newest first.
pub(super) async fn views(cx: &Cx, tx: &mut Tx, versions: &[MinutesVersion]) -> Result<Vec<VersionView>, Problem> {
    let mut objections: Vec<Objection> = Vec::new();
    if let (true, Some(first)) = (cx.may(CONFIDENTIAL), versions.first()) {
        objections = queries::objections_of_meeting(tx, first.meeting_id).await?;
    }
    Ok(versions.iter().rev().map(|version| view(cx, version, &objections)).collect())
}

fn view(cx: &Cx, version: &MinutesVersion, objections: &[Objection]) -> VersionView {
    let own: Vec<&Objection> = objections.iter().filter(|one| one.minutes_id == version.head.id).collect();
    VersionView {
        title: cx.tv("minutes-version", [("number", version.number.into())]),
        badge: badge(cx, version.state),
        when: when(cx, version),
        reason: version.reason.clone(),
        digest: version.digest.clone(),
        files: file_links(cx, version),
        objections: own.iter().map(|one| objection_view(cx, one)).collect(),
        actions: actions(cx, version),
    }
}

fn badge(cx: &Cx, state: MinutesState) -> Badge {
    let word = cx.t(&format!("minutes-state-{}", state.word()));
    match state {
        MinutesState::Circulated => Badge::new(Tone::Info, "clock", word),
        MinutesState::Approved => Badge::new(Tone::Ok, "check-disc", word),
        MinutesState::Signed => Badge::new(Tone::Ok, "diamond-check", word),
        MinutesState::Replaced => Badge::new(Tone::Neutral, "minus-ring", word),
    }
}

fn when(cx: &Cx, version: &MinutesVersion) -> String {
    let day = |key: &str, day: Option<Day>| day.map(|day| cx.tv(key, [("day", cx.day(day).into())]));
    let parts = [
        day("minutes-made-on", Some(version.made_on)),
        day("minutes-approved-on-day", version.approved_on),
        day("minutes-signed-on-day", version.signed_on),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn file_links(cx: &Cx, version: &MinutesVersion) -> Vec<(String, Vec<(String, String)>)> {
    let base = format!("{VERSIONS}/{}", version.head.id);
    let links = |word: &str| {
        ["pdf", "docx", "odt"].map(|ending| (ending.to_uppercase(), format!("{base}/{word}.{ending}"))).to_vec()
    };
    let private = version.closed_pdf_file.is_some() && cx.may(CONFIDENTIAL);
    let open = if private { cx.t("agenda-open") } else { String::new() };
    let mut groups = vec![(open, links("niederschrift"))];
    if private {
        groups.push((cx.t("agenda-private"), links("nichtoeffentlich")));
    }
    if version.signed_file.is_some() && cx.may(CONFIDENTIAL) {
        groups.push((cx.t("minutes-signed-sheet"), vec![("PDF".to_owned(), format!("{base}/unterschrieben.pdf"))]));
    }
    groups
}

fn actions(cx: &Cx, version: &MinutesVersion) -> Vec<Action> {
    let base = format!("{VERSIONS}/{}", version.head.id);
    let link = |key: &str, page: &str| Action::link(cx.t(key), format!("{base}/{page}"), "");
    let mut actions = Vec::new();
    if version.state == MinutesState::Circulated && cx.may(OBJECT) {
        actions.push(link("objection-new", "einwenden"));
    }
    if cx.may(WRITE) {
        match version.state {
            MinutesState::Circulated => actions.push(link("minutes-approve", "genehmigen")),
            MinutesState::Approved => actions.push(link("minutes-sign", "unterschreiben")),
            MinutesState::Signed | MinutesState::Replaced => {}
        }
    }
    actions
}

fn objection_view(cx: &Cx, one: &Objection) -> ObjectionView {
    let (tone, icon) = match one.state {
        ObjectionState::Open => (Tone::Warn, "half-disc"),
        ObjectionState::Upheld => (Tone::Ok, "check-disc"),
        ObjectionState::Refused => (Tone::Neutral, "minus-ring"),
    };
    ObjectionView {
        title: format!("{}, {}", one.raised_by, cx.day(one.raised_on)),
        text: one.text.clone(),
        answer: one.answer.clone(),
        href: cx.may(WRITE).then(|| format!("{OBJECTIONS}/{}/beantworten", one.head.id)),
        badge: Badge::new(tone, icon, cx.t(&format!("objection-state-{}", one.state.word()))),
    }
}

async fn version(tx: &mut Tx, id: Id) -> Result<MinutesVersion, Problem> {
    tx.get(id).await?.ok_or(Problem::NotFound)
}

fn page_of(version: &MinutesVersion) -> String {
    format!("{MEETINGS}/{}/protokoll", version.meeting_id)
}

/// A file of a version, exactly as it was frozen. What is private does not exist for others.
pub(super) async fn file(cx: Cx, Path((id, name)): Path<(Id, String)>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let version = version(&mut tx, id).await?;
    let sees = cx.may(CONFIDENTIAL);
    let file = match name.as_str() {
        "niederschrift.pdf" => Some(version.open_pdf_file),
        "niederschrift.docx" => Some(version.open_docx_file),
        "niederschrift.odt" => Some(version.open_odt_file),
        "nichtoeffentlich.pdf" if sees => version.closed_pdf_file,
        "nichtoeffentlich.docx" if sees => version.closed_docx_file,
        "nichtoeffentlich.odt" if sees => version.closed_odt_file,
        "unterschrieben.pdf" if sees => version.signed_file,
        _ => None,
    };
    let stored = tx.file(file.ok_or(Problem::NotFound)?).await?.ok_or(Problem::NotFound)?;
    Ok(paper::private(cx.download(&stored.name, &stored.media_type, stored.bytes)))
}

fn form(cx: &Cx, action: String, back: String, button: &str, fields: Vec<Field>) -> Form {
    Form { action, fields, button: cx.t(button), cancel: back, version: None, files: false, conflict: None, get: false }
}

fn draw(cx: &Cx, key: &str, version: &MinutesVersion, form: &Form) -> Result<Response, Problem> {
    let path = [Line::link(cx.t("meeting-list"), MEETINGS), Line::link(version.title.clone(), page_of(version))];
    let lead = cx.t(&format!("{key}-lead"));
    page::form_with_lead(cx, &cx.t(key), &lead, &cx.t("minutes-not-stored"), &path, form)
}

/// Refuses what does not fit the state of a version.
fn demand(cx: &Cx, version: &MinutesVersion, state: MinutesState, key: &str) -> Result<(), Problem> {
    if version.state == state { Ok(()) } else { Err(Problem::Refused(cx.t(key))) }
}

fn approval(cx: &Cx, version: &MinutesVersion) -> Form {
    let fields = vec![Field::new(cx, "minutes", "approved_on", Control::Date)];
    form(cx, format!("{VERSIONS}/{}/genehmigen", version.head.id), page_of(version), "minutes-approve", fields)
}

/// Asks for the day of the approval.
pub(super) async fn approve_form(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let version = version(&mut cx.read().await?, id).await?;
    demand(&cx, &version, MinutesState::Circulated, "minutes-approve-not")?;
    let today = value("approved_on", german::date(cx.today().0));
    draw(&cx, "minutes-approve", &version, &approval(&cx, &version).fill(vec![today]))
}

/// Notes that the body approved a version.
pub(super) async fn approve(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut version = version(&mut tx, id).await?;
    demand(&cx, &version, MinutesState::Circulated, "minutes-approve-not")?;
    let mut input = Input::new(&cx);
    let day = input.needed_day("approved_on");
    if input.is_fine() && (day > cx.today() || day < version.made_on) {
        input.refuse("approved_on", cx.tv("minutes-approve-day", [("day", cx.day(version.made_on).into())]));
    }
    let open = queries::objections(&mut tx, id).await?.into_iter().find(|one| one.state == ObjectionState::Open);
    if let (true, Some(open)) = (input.is_fine(), open) {
        input.refuse("approved_on", cx.tv("minutes-approve-open", [("who", open.raised_by.into())]));
    }
    if !input.is_fine() {
        let errors = input.errors();
        return draw(&cx, "minutes-approve", &version, &approval(&cx, &version).refill(cx.submission(), errors));
    }
    version.state = MinutesState::Approved;
    version.approved_on = Some(day);
    tx.update(&mut version).await?;
    done(&cx, tx, &version).await
}

async fn done(cx: &Cx, tx: Tx, version: &MinutesVersion) -> Result<Response, Problem> {
    let text = cx.tv("flash-changed", [("title", version.title.as_str().into())]);
    cx.done(tx, &page_of(version), Some(Flash { text, undo: None })).await
}

fn signing(cx: &Cx, version: &MinutesVersion) -> Form {
    let fields = vec![
        Field::new(cx, "minutes", "signed_on", Control::Date),
        Field::new(cx, "minutes", "signed_file", Control::File).optional(),
    ];
    let action = format!("{VERSIONS}/{}/unterschreiben", version.head.id);
    Form { files: true, ..form(cx, action, page_of(version), "minutes-sign", fields) }
}

/// Asks for the day of the signatures.
pub(super) async fn sign_form(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let version = version(&mut cx.read().await?, id).await?;
    demand(&cx, &version, MinutesState::Approved, "minutes-sign-not")?;
    let today = value("signed_on", german::date(cx.today().0));
    draw(&cx, "minutes-sign", &version, &signing(&cx, &version).fill(vec![today]))
}

/// Notes that a version is signed, with the scanned sheet if there is one.
pub(super) async fn sign(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut version = version(&mut tx, id).await?;
    demand(&cx, &version, MinutesState::Approved, "minutes-sign-not")?;
    let mut input = Input::new(&cx);
    let day = input.needed_day("signed_on");
    if input.is_fine() && day > cx.today() {
        input.refuse_key("signed_on", "minutes-sign-day");
    }
    let upload = cx.submission().files.get("signed_file").filter(|upload| !upload.bytes.is_empty());
    if let Some(upload) = upload {
        let is_pdf = files::media_type(&upload.name, &upload.bytes) == Some("application/pdf");
        if !is_pdf || upload.bytes.len() > MOST_BYTES {
            input.refuse_key("signed_file", "minutes-sign-file");
        }
        input.room(&mut tx, "signed_file").await?;
    }
    if !input.is_fine() {
        let errors = input.errors();
        return draw(&cx, "minutes-sign", &version, &signing(&cx, &version).refill(cx.submission(), errors));
    }
    if let Some(upload) = upload {
        let name = format!("{}, unterschrieben.pdf", version.title);
        version.signed_file = Some(tx.add_file(&name, "application/pdf", upload.bytes.clone()).await?);
    }
    version.state = MinutesState::Signed;
    version.signed_on = Some(day);
    tx.update(&mut version).await?;
    done(&cx, tx, &version).await
}

fn objecting(cx: &Cx, version: &MinutesVersion) -> Form {
    let field = |name, control| Field::new(cx, "objection", name, control);
    let fields =
        vec![field("raised_by", Control::Line), field("raised_on", Control::Date), field("text", Control::Lines)];
    form(cx, format!("{VERSIONS}/{}/einwenden", version.head.id), page_of(version), "objection-save", fields)
}

/// Asks what is wrong in the minutes.
pub(super) async fn object_form(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let version = version(&mut cx.read().await?, id).await?;
    demand(&cx, &version, MinutesState::Circulated, "objection-late")?;
    // Who sits in the body objects for itself; the office notes what it is told.
    let name = if cx.may(WRITE) { String::new() } else { cx.person()?.name.clone() };
    let typed = vec![value("raised_by", name), value("raised_on", german::date(cx.today().0))];
    draw(&cx, "objection-new", &version, &objecting(&cx, &version).fill(typed))
}

/// Notes an objection.
pub(super) async fn object(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let version = version(&mut tx, id).await?;
    demand(&cx, &version, MinutesState::Circulated, "objection-late")?;
    let mut input = Input::new(&cx);
    let mut objection = Objection {
        head: Head::default(),
        minutes_id: id,
        raised_by: input.line("raised_by", "objection-who-missing"),
        raised_on: input.needed_day("raised_on"),
        text: input.needed("text", 10_000, "objection-text-missing"),
        answer: String::new(),
        state: ObjectionState::Open,
    };
    if !input.is_fine() {
        let errors = input.errors();
        return draw(&cx, "objection-new", &version, &objecting(&cx, &version).refill(cx.submission(), errors));
    }
    tx.insert(&mut objection).await?;
    let text = cx.t("flash-objection");
    cx.done(tx, &page_of(&version), Some(Flash { text, undo: None })).await
}

fn answering(cx: &Cx, objection: &Objection, version: &MinutesVersion) -> Form {
    let field = |name, control| Field::new(cx, "objection", name, control);
    let states = ObjectionState::ALL.iter().map(|state| state.word());
    let fields = vec![
        field("state", Control::Radio).words(cx, "objection-state", states),
        field("answer", Control::Lines).optional(),
    ];
    form(cx, format!("{OBJECTIONS}/{}/beantworten", objection.head.id), page_of(version), "objection-settle", fields)
}

/// Asks what becomes of an objection.
pub(super) async fn answer_form(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let objection: Objection = tx.get(id).await?.ok_or(Problem::NotFound)?;
    let version = version(&mut tx, objection.minutes_id).await?;
    let typed = vec![value("state", objection.state.word()), value("answer", &objection.answer)];
    draw(&cx, "objection-settle", &version, &answering(&cx, &objection, &version).fill(typed))
}

/// Settles an objection. An upheld one asks for a further version; a refused one needs its reason.
pub(super) async fn answer(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut objection: Objection = tx.get(id).await?.ok_or(Problem::NotFound)?;
    let version = version(&mut tx, objection.minutes_id).await?;
    let mut input = Input::new(&cx);
    objection.state = input.word("state", ObjectionState::from_word, ObjectionState::Open);
    objection.answer = input.text("answer", 10_000);
    if objection.state == ObjectionState::Refused && objection.answer.is_empty() {
        input.refuse_key("answer", "objection-answer-missing");
    }
    if !input.is_fine() {
        let errors = input.errors();
        let form = answering(&cx, &objection, &version).refill(cx.submission(), errors);
        return draw(&cx, "objection-settle", &version, &form);
    }
    tx.update(&mut objection).await?;
    let key = if objection.state == ObjectionState::Upheld { "flash-objection-upheld" } else { "flash-objection" };
    cx.done(tx, &page_of(&version), Some(Flash { text: cx.t(key), undo: None })).await
}

/// A meeting that may be opened again: closed, and no version of its minutes approved.
async fn reopenable(cx: &Cx, tx: &mut Tx, id: Id) -> Result<Meeting, Problem> {
    let meeting = load::meeting(tx, id).await?;
    if meeting.stage() != Stage::Closed || meeting.opened_at.is_none() {
        return Err(Problem::Refused(cx.t("meeting-reopen-open")));
    }
    let versions = queries::minutes_versions(tx, id).await?;
    if versions.iter().any(|one| matches!(one.state, MinutesState::Approved | MinutesState::Signed)) {
        return Err(Problem::Refused(cx.t("meeting-reopen-approved")));
    }
    Ok(meeting)
}

fn reopening(cx: &Cx, meeting: &Meeting) -> Form {
    let base = format!("{MEETINGS}/{}", meeting.head.id);
    let fields = vec![Field::new(cx, "meeting-reopen", "reason", Control::Lines)];
    form(cx, format!("{base}/wiederoeffnen"), format!("{base}/protokoll"), "meeting-reopen", fields)
}

fn draw_reopening(cx: &Cx, meeting: &Meeting, form: &Form) -> Result<Response, Problem> {
    let path = [Line::link(meeting.title.clone(), format!("{MEETINGS}/{}/protokoll", meeting.head.id))];
    let (title, lead) = (cx.t("meeting-reopen"), cx.t("meeting-reopen-lead"));
    page::form_with_lead(cx, &title, &lead, &cx.t("minutes-not-stored"), &path, form)
}

/// Asks why a meeting is opened again.
pub(super) async fn reopen_form(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let meeting = reopenable(&cx, &mut cx.read().await?, id).await?;
    draw_reopening(&cx, &meeting, &reopening(&cx, &meeting))
}

/// Opens a meeting again, so that attendance and votes can be corrected. The log keeps the reason.
pub(super) async fn reopen(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut meeting = reopenable(&cx, &mut tx, id).await?;
    let mut input = Input::new(&cx);
    let reason = input.needed("reason", 1_000, "meeting-reopen-reason-missing");
    if !input.is_fine() {
        let errors = input.errors();
        return draw_reopening(&cx, &meeting, &reopening(&cx, &meeting).refill(cx.submission(), errors));
    }
    meeting.state = MeetingState::Planned;
    meeting.closed_at = None;
    tx.update(&mut meeting).await?;
    let title = cx.tv("meeting-reopened-event", [("title", meeting.title.as_str().into()), ("reason", reason.into())]);
    tx.note_event("meeting", &title).await?;
    let text = cx.tv("flash-reopened", [("title", meeting.title.as_str().into())]);
    cx.done(tx, &format!("{MEETINGS}/{id}/durchfuehren"), Some(Flash { text, undo: None })).await
}
