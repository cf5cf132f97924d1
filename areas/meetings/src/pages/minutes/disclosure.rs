//! What becomes of a decision later: its disclosure (Art. 52 Abs. 3 GO), its annulment, its excerpt, and the way of a
//! recommendation to the assembly.

use axum::extract::Path;
use axum::response::Response;
use futures_util::future::BoxFuture;

use allmende_alliance::model::{Body, BodyKind};
use allmende_documents::{FileFormat, Labelled, format as german};
use allmende_store::{Head, Id, Sql, Tx, args};
use allmende_web::access::Flash;
use allmende_web::area::DueItem;
use allmende_web::form::{Control, Field, Form, Input, value};
use allmende_web::view::Line;
use allmende_web::{Cx, Problem, page};

use super::super::paper;
use super::decisions::{DECISIONS, find};
use super::load;
use crate::minutes::Proceedings;
use crate::minutes::excerpt::{self, Source};
use crate::model::circular::Circular;
use crate::model::minutes::MinutesState;
use crate::model::topic::{Origin, Topic, TopicState};
use crate::model::vote::Vote;
use crate::model::{Meeting, Purpose};
use crate::{WRITE, queries};

fn form(cx: &Cx, vote: &Vote, address: &str, button: &str, fields: Vec<Field>) -> Form {
    let base = format!("{DECISIONS}/{}", vote.head.id);
    Form {
        action: format!("{base}/{address}"),
        fields,
        button: cx.t(button),
        cancel: base,
        version: None,
        files: false,
        conflict: None,
        get: false,
    }
}

fn draw(cx: &Cx, vote: &Vote, key: &str, form: &Form) -> Result<Response, Problem> {
    let path = [
        Line::link(cx.t("decision-list"), DECISIONS),
        Line::link(vote.title.clone(), format!("{DECISIONS}/{}", vote.head.id)),
    ];
    let title = cx.tv(&format!("{key}-ask"), [("title", vote.title.as_str().into())]);
    page::form_with_lead(cx, &title, &cx.t(&format!("{key}-lead")), &cx.t("minutes-not-stored"), &path, form)
}

async fn done(cx: &Cx, tx: Tx, vote: &Vote, key: &str) -> Result<Response, Problem> {
    let text = cx.tv(key, [("title", vote.title.as_str().into())]);
    cx.done(tx, &format!("{DECISIONS}/{}", vote.head.id), Some(Flash { text, undo: None })).await
}

/// A decision that is still secret.
async fn secret(cx: &Cx, tx: &mut Tx, id: Id) -> Result<Vote, Problem> {
    let vote = find(cx, tx, id).await?;
    if vote.is_open() { Err(Problem::Refused(cx.t("decision-open-already"))) } else { Ok(vote) }
}

fn planning(cx: &Cx, vote: &Vote) -> Form {
    let field = |name, control| Field::new(cx, "decision", name, control).optional();
    let fields = vec![field("disclose_on", Control::Date), field("disclose_when", Control::Line)];
    form(cx, vote, "bekanntgabe", "decision-disclosure-save", fields)
}

/// Asks when the reason for secrecy will be gone.
pub(super) async fn plan_form(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let vote = secret(&cx, &mut cx.read().await?, id).await?;
    let typed = vec![
        value("disclose_on", vote.disclose_on.map(|day| german::date(day.0)).unwrap_or_default()),
        value("disclose_when", &vote.disclose_when),
    ];
    draw(&cx, &vote, "decision-disclosure", &planning(&cx, &vote).fill(typed))
}

/// Notes when a decision is to be disclosed.
pub(super) async fn plan(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut vote = secret(&cx, &mut tx, id).await?;
    let mut input = Input::new(&cx);
    vote.disclose_on = input.day("disclose_on");
    vote.disclose_when = input.text("disclose_when", 300).replace('\n', " ");
    if !input.is_fine() {
        let errors = input.errors();
        return draw(&cx, &vote, "decision-disclosure", &planning(&cx, &vote).refill(cx.submission(), errors));
    }
    tx.update(&mut vote).await?;
    done(&cx, tx, &vote, "flash-changed").await
}

/// Asks before a decision becomes known to everybody: that cannot be taken back.
pub(super) async fn disclose_form(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let vote = secret(&cx, &mut cx.read().await?, id).await?;
    draw(&cx, &vote, "decision-disclose", &form(&cx, &vote, "bekanntgeben", "decision-disclose", Vec::new()))
}

/// Discloses a decision.
pub(super) async fn disclose(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut vote = secret(&cx, &mut tx, id).await?;
    vote.disclosed_on = Some(cx.today());
    tx.update(&mut vote).await?;
    done(&cx, tx, &vote, "flash-disclosed").await
}

fn annulling(cx: &Cx, vote: &Vote) -> Form {
    let fields = vec![Field::new(cx, "decision", "annulled_reason", Control::Lines)];
    form(cx, vote, "aufheben", "decision-annul", fields)
}

async fn standing(cx: &Cx, tx: &mut Tx, id: Id) -> Result<Vote, Problem> {
    let vote = find(cx, tx, id).await?;
    if vote.annulled_on.is_some() { Err(Problem::Refused(cx.t("decision-annulled-already"))) } else { Ok(vote) }
}

/// Asks why a decision counts no more.
pub(super) async fn annul_form(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let vote = standing(&cx, &mut cx.read().await?, id).await?;
    draw(&cx, &vote, "decision-annul", &annulling(&cx, &vote))
}

/// Notes that a decision counts no more. Its number stays taken.
pub(super) async fn annul(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut vote = standing(&cx, &mut tx, id).await?;
    let mut input = Input::new(&cx);
    let reason = input.needed("annulled_reason", 1_000, "decision-annulled-reason-missing");
    if !input.is_fine() {
        let errors = input.errors();
        return draw(&cx, &vote, "decision-annul", &annulling(&cx, &vote).refill(cx.submission(), errors));
    }
    vote.annulled_on = Some(cx.today());
    vote.annulled_reason = reason;
    tx.update(&mut vote).await?;
    done(&cx, tx, &vote, "flash-annulled").await
}

/// Decisions whose day of disclosure has come, for those who can disclose them.
pub(crate) fn due<'a>(cx: &'a Cx, tx: &'a mut Tx) -> BoxFuture<'a, Result<Vec<DueItem>, Problem>> {
    Box::pin(async move {
        if !cx.may(WRITE) || !tx.sees_confidential() {
            return Ok(Vec::new());
        }
        let come = Sql::new(
            "NOT r.public AND r.disclosed_on IS NULL AND r.annulled_on IS NULL AND r.disclose_on <= ?",
            args![tx.today()],
        );
        let votes: Vec<Vote> = tx.matching(vec![come], "r.disclose_on").await?;
        Ok(votes
            .iter()
            .map(|vote| DueItem {
                title: cx.tv("decision-disclose-due", [("title", vote.title.as_str().into())]),
                href: format!("{DECISIONS}/{}", vote.head.id),
                day: vote.disclose_on,
                context: None,
                done: None,
            })
            .collect())
    })
}

/// A file of a decision: its excerpt.
pub(super) async fn excerpt(cx: Cx, Path((id, name)): Path<(Id, String)>) -> Result<Response, Problem> {
    let format = match name.as_str() {
        "auszug.pdf" => FileFormat::Pdf,
        "auszug.docx" => FileFormat::Docx,
        "auszug.odt" => FileFormat::Odt,
        _ => return Err(Problem::NotFound),
    };
    let mut tx = cx.read().await?;
    let vote = find(&cx, &mut tx, id).await?;
    let document = match (vote.meeting_id, vote.circular_id) {
        (Some(meeting), _) => of_meeting(&cx, &mut tx, meeting, &vote).await?,
        (None, circular) => of_circular(&cx, &mut tx, circular, &vote).await?,
    };
    drop(tx);
    let bytes = paper::file(&cx, document, format).await?;
    let number = vote.number_words().unwrap_or_default().replace('/', "-");
    let name = format!("Auszug {number}.{}", format.extension());
    Ok(paper::private(cx.download(&name, format.media_type(), bytes)))
}

async fn of_meeting(cx: &Cx, tx: &mut Tx, meeting: Id, vote: &Vote) -> Result<allmende_documents::Document, Problem> {
    let meeting: Meeting = tx.get_any(meeting).await?.ok_or(Problem::NotFound)?;
    let newest = queries::minutes_versions(tx, meeting.head.id).await?.pop();
    let source = newest.map_or(Source::Draft, |version| match version.state {
        MinutesState::Approved | MinutesState::Signed => Source::Approved(version.number),
        MinutesState::Circulated | MinutesState::Replaced => Source::Circulated(version.number),
    });
    let proceedings = load::proceedings(tx, meeting).await?;
    Ok(excerpt::excerpt(&proceedings, vote, source, cx.today()))
}

async fn of_circular(
    cx: &Cx,
    tx: &mut Tx,
    circular: Option<Id>,
    vote: &Vote,
) -> Result<allmende_documents::Document, Problem> {
    let circular: Option<Circular> = match circular {
        Some(id) => tx.get_any(id).await?,
        None => None,
    };
    // A meeting that never was lends the frame: alliance, body, rules of the day.
    let frame = load::proceedings(tx, Meeting::new(vote.body_id, "", vote.on_day)).await?;
    let frame = Proceedings { votes: vec![vote.clone()], ..frame };
    let mut how = vec![Labelled::strong("Festgestellt am", german::long_date(vote.on_day.0, german::Language::De))];
    if let Some(circular) = circular {
        let sent = circular.opened_at.map(|at| german::date(at.day().0)).unwrap_or_default();
        how.push(Labelled::new("Versandt am", sent));
        how.push(Labelled::new("Frist", german::date(circular.deadline.0)));
        how.push(Labelled::new("Feststellung", circular.verdict));
    }
    Ok(excerpt::circular_excerpt(&frame, vote, how, cx.today()))
}

/// Sends what a working group recommends to the topic store of the assembly.
pub(super) async fn recommend(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let vote = standing(&cx, &mut tx, id).await?;
    let (rules, _) = queries::rules_on(&mut tx, vote.body_id, vote.on_day).await?;
    if rules.binding {
        return Err(Problem::Refused(cx.t("decision-recommend-binding")));
    }
    let bodies: Vec<Body> = tx.all().await?;
    let group = bodies.iter().find(|body| body.head.id == vote.body_id).map(|body| body.name.clone());
    let assembly = bodies.iter().find(|body| body.kind == BodyKind::Assembly && body.head.id != vote.body_id);
    let Some(assembly) = assembly else { return Err(Problem::Refused(cx.t("decision-recommend-nowhere"))) };
    if !queries::topics_of_version(&mut tx, id).await?.is_empty() {
        return Err(Problem::Refused(cx.t("decision-recommend-twice")));
    }
    let group = group.unwrap_or_default();
    let mut topic = Topic {
        head: Head::default(),
        body_id: assembly.head.id,
        title: vote.title.clone(),
        reason: format!("Empfehlung von {group} am {}: {}", german::date(vote.on_day.0), vote.verdict),
        proposed_by: group,
        proposed_on: tx.today(),
        thread_id: vote.thread_id,
        public: vote.is_open(),
        purpose: Purpose::Decision,
        minutes: 0,
        proposal: vote.wording.clone(),
        state: TopicState::Open,
        origin: Origin::Recommendation,
        origin_id: Some(id),
    };
    tx.insert(&mut topic).await?;
    done(&cx, tx, &vote, "flash-recommended").await
}
