//! Inviting: who gets what, what was sent, and the answers.

mod answer;
mod cancel;
mod draft;
mod replies;
mod send;
mod sent;

use axum::extract::Path;
use axum::response::Response;

use allmende_meeting_rules::{Bound, NoticeVerdict, QuorumKind};
use allmende_store::{Id, Tx};
use allmende_web::access::Access;
use allmende_web::area::{Route, get, post};
use allmende_web::view::{Action, Badge, Tone};
use allmende_web::{Cx, Problem, assets, page};

use super::MEETINGS;
use super::notice_box::NoticeBox;
use super::steps::{Head, Step};
use crate::model::Stage;
use crate::model::notice::NoticeKind;
use crate::model::participant::{Answer, Participant};
use crate::{INVITED, READ, WRITE};

use draft::Draft;

/// The routes of these pages.
pub(super) fn routes() -> Vec<Route> {
    let (read, write, invited) = (Access::Needs(READ), Access::Needs(WRITE), Access::Needs(INVITED));
    vec![
        get(format!("{MEETINGS}/{{id}}/einladung"), invited, show),
        post(format!("{MEETINGS}/{{id}}/einladung"), write, send::send),
        get(format!("{MEETINGS}/{{id}}/tagesordnung.pdf"), read, sent::preview),
        get(format!("{MEETINGS}/{{id}}/ladungen/{{number}}/{{file}}"), read, sent::file),
        get(format!("{MEETINGS}/{{id}}/absagen"), write, cancel::ask),
        post(format!("{MEETINGS}/{{id}}/absagen"), write, cancel::cancel),
        get(format!("{MEETINGS}/{{id}}/antworten"), write, replies::form),
        post(format!("{MEETINGS}/{{id}}/antworten"), write, replies::take),
        get("/einladung/{token}", Access::Public, answer::show),
        post("/einladung/{token}", Access::Public, answer::take),
    ]
}

/// Somebody who will get the notice.
struct RecipientView {
    name: String,
    person: String,
    way: String,
    address: String,
    part: String,
    lack: Option<(String, String)>,
}

/// Somebody's answer.
struct AnswerView {
    name: String,
    words: String,
    badge: Badge,
}

/// A notice that was sent.
struct NoticeView {
    title: String,
    when: String,
    verdict: String,
    reason: String,
    digest: String,
    differences: Vec<String>,
    files: Vec<(String, String)>,
    recipients: Vec<(String, Badge)>,
}

#[derive(askama::Template)]
#[template(path = "invite.html")]
struct InvitePage<'a> {
    cx: &'a Cx,
    head: Head,
    actions: Vec<Action>,
    more: Vec<Action>,
    draft: Option<DraftView>,
    sent: Vec<NoticeView>,
    answers: Vec<AnswerView>,
    counts: Vec<(String, usize)>,
    expected: Option<(Tone, String)>,
    notice: Option<NoticeBox>,
    base: String,
    may_write: bool,
    asset: &'static str,
}

/// The notice that waits to be sent.
struct DraftView {
    title: String,
    subject: String,
    text: String,
    reason: String,
    differences: Vec<String>,
    recipients: Vec<RecipientView>,
    lacking: usize,
    late: bool,
    blocked: Option<String>,
    lateness: String,
    digest: String,
    button: String,
    summary: String,
    errors: Vec<String>,
}

async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let draft = Draft::load(&cx, &mut tx, id).await?;
    draw(&cx, &mut tx, &draft, Vec::new()).await
}

/// The page, with what is wrong with the notice if it could not be sent. What was typed stays.
async fn draw(cx: &Cx, tx: &mut Tx, draft: &Draft, errors: Vec<String>) -> Result<Response, Problem> {
    let meeting = &draft.meeting;
    let base = format!("{MEETINGS}/{}", meeting.head.id);
    let faulty = !errors.is_empty();
    let body = InvitePage {
        head: Head::of(cx, tx, meeting, Step::Invite).await?,
        actions: vec![Action::link(cx.t("agenda-preview"), format!("{base}/tagesordnung.pdf?teil=voll"), "document")],
        more: more(cx, draft, &base),
        draft: draft.waits().then(|| draft_view(cx, draft, errors)),
        sent: sent::views(cx, tx, draft).await?,
        answers: draft.participants.iter().map(|one| answer_view(cx, one)).collect(),
        counts: counts(cx, &draft.participants),
        expected: expected(cx, draft),
        notice: NoticeBox::of(cx, meeting, &draft.rules, draft.set.as_ref(), draft.by_letter()),
        may_write: cx.may(WRITE),
        base,
        asset: assets::prefix(),
        cx,
    };
    let title = body.head.title.clone();
    if faulty { page::faulty(cx, &title, &body) } else { page::page(cx, &title, &body) }
}

fn more(cx: &Cx, draft: &Draft, base: &str) -> Vec<Action> {
    if !cx.may(WRITE) {
        return Vec::new();
    }
    let mut more = vec![Action::link(cx.t("participants-check"), format!("{base}/teilnehmende"), "people")];
    if draft.before.is_some() {
        more.push(Action::link(cx.t("replies-take"), format!("{base}/antworten"), "upload"));
    }
    if draft.now.takes_place {
        more.push(Action::link(cx.t("meeting-cancel"), format!("{base}/absagen"), "minus-ring"));
    }
    more
}

fn draft_view(cx: &Cx, draft: &Draft, errors: Vec<String>) -> DraftView {
    let recipients: Vec<RecipientView> = draft.recipients().iter().map(|one| recipient_view(cx, draft, one)).collect();
    let lacking = recipients.iter().filter(|one| one.lack.is_some()).count();
    let by = |letter: bool| draft.recipients().iter().filter(|one| draft::is_letter(one) == letter).count();
    let counts = [("mails", by(false).into()), ("letters", by(true).into())];
    let verdict = draft.verdict(cx.today());
    let typed = cx.submission();
    let field = |name: &str, fallback: String| {
        if typed.values.contains_key(name) { typed.get(name).to_owned() } else { fallback }
    };
    DraftView {
        title: cx.t(&format!("notice-kind-{}", draft.kind().word())),
        subject: field("subject", draft.subject()),
        text: field("text", draft.opening()),
        reason: field("reason", draft.meeting.urgent_reason.clone()),
        differences: draft.difference_lines(true),
        recipients,
        lacking,
        late: matches!(verdict, Some(NoticeVerdict::Late { .. })),
        blocked: draft.blocked(cx),
        lateness: draft.lateness(cx),
        digest: draft.digest(),
        button: cx.t(&format!("notice-send-{}", draft.kind().word())),
        summary: cx.tv("notice-summary", counts),
        errors,
    }
}

fn recipient_view(cx: &Cx, draft: &Draft, one: &Participant) -> RecipientView {
    let (address, lack) = match draft.reach(one) {
        Ok(address) => (address, None),
        Err((key, href)) => (String::new(), Some((cx.t(key), href))),
    };
    RecipientView {
        name: one.name.clone(),
        person: one.person.clone(),
        way: cx.t(&format!("channel-{}", one.channel.word())),
        address,
        part: cx.t(match (draft.now.has_private(), one.role.sees_private()) {
            (false, _) => "part-whole",
            (true, true) => "part-full",
            (true, false) => "part-open",
        }),
        lack,
    }
}

/// An answer as shape, word and colour.
pub(super) fn answer_badge(cx: &Cx, answer: Answer) -> Badge {
    let (tone, icon) = match answer {
        Answer::Yes => (Tone::Ok, "check-disc"),
        Answer::Deputy => (Tone::Ok, "diamond-check"),
        Answer::Maybe => (Tone::Warn, "half-disc"),
        Answer::No => (Tone::Bad, "minus-ring"),
        Answer::None => (Tone::Neutral, "ring"),
    };
    Badge::new(tone, icon, cx.t(&format!("answer-{}", answer.word())))
}

fn answer_view(cx: &Cx, one: &Participant) -> AnswerView {
    let words = [one.person.as_str(), one.deputy.as_str(), one.reason.as_str()];
    AnswerView {
        name: one.name.clone(),
        words: words.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · "),
        badge: answer_badge(cx, one.answer),
    }
}

fn counts(cx: &Cx, participants: &[Participant]) -> Vec<(String, usize)> {
    let all = [Answer::Yes, Answer::Deputy, Answer::Maybe, Answer::No, Answer::None];
    all.into_iter()
        .map(|answer| {
            let count = participants.iter().filter(|one| one.answer == answer).count();
            (cx.t(&format!("answer-{}", answer.word())), count)
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// Whether the body will be able to decide, as far as the answers tell.
fn expected(cx: &Cx, draft: &Draft) -> Option<(Tone, String)> {
    draft.before.as_ref()?;
    // Afterwards nothing is expected any more; and without a least number there is nothing to reach.
    if draft.meeting.stage() > Stage::Invited || draft.rules.quorum.kind == QuorumKind::None {
        return None;
    }
    let verdict = draft.expected_quorum()?;
    let values = [
        ("present", verdict.present.to_string().into()),
        ("base", verdict.base.to_string().into()),
        ("needed", bound_words(cx, verdict.needed).into()),
    ];
    Some(if verdict.reached {
        (Tone::Ok, cx.tv("quorum-expected", values))
    } else {
        (Tone::Warn, cx.tv("quorum-not-yet", values))
    })
}

/// "8" or "mehr als 7,25".
pub(super) fn bound_words(cx: &Cx, bound: Bound) -> String {
    match bound {
        Bound::AtLeast(votes) => votes.to_string(),
        Bound::MoreThan(votes) => cx.tv("bound-more-than", [("votes", votes.to_string().into())]),
    }
}

/// The words of a kind of notice.
pub(super) fn kind_word(cx: &Cx, kind: NoticeKind, number: i64) -> String {
    cx.tv(&format!("notice-was-{}", kind.word()), [("number", number.into())])
}
