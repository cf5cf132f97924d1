//! Who is invited to a meeting: where each is reached, what was answered, and what is missing.

use axum::extract::Path;
use axum::response::Response;

use allmende_alliance::letters::recipients::{AddressBook, Addressee};
use allmende_alliance::model::Alliance;
use allmende_meeting_rules::QuorumKind;
use allmende_store::{Id, Tx};
use allmende_web::access::Flash;
use allmende_web::view::{Action, Badge, Tone};
use allmende_web::{Cx, Problem, assets, page};

use super::super::invite::{answer_badge, bound_words};
use super::super::paper;
use super::super::steps::{Head, Step};
use super::participants::{self, expected_quorum};
use super::{GUESTS, SEATS};
use crate::invitation::attendance;
use crate::model::participant::{Answer, AnsweredBy, Participant};
use crate::model::seat::Channel;
use crate::model::{AgendaItem, Meeting, Stage};
use crate::pages::MEETINGS;
use crate::{WRITE, queries};

/// Somebody as the list shows it.
struct InvitedView {
    id: Id,
    name: String,
    person: String,
    role: String,
    way: String,
    address: String,
    part: String,
    lack: Option<(String, String)>,
    badge: Badge,
    words: String,
    menu: Vec<Action>,
    quick: Vec<(String, &'static str)>,
}

#[derive(askama::Template)]
#[template(path = "invited.html")]
struct InvitedPage<'a> {
    cx: &'a Cx,
    head: Head,
    actions: Vec<Action>,
    more: Vec<Action>,
    counts: Vec<(String, usize)>,
    expected: Option<(Tone, String)>,
    lacking: usize,
    note: Option<String>,
    invited: Vec<InvitedView>,
    sheet_href: String,
    seats_href: String,
    may_write: bool,
    asset: &'static str,
}

/// The list.
pub(super) async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let meeting: Meeting = tx.get(id).await?.ok_or(Problem::NotFound)?;
    let invited = queries::participants(&mut tx, id).await?;
    let items = queries::whole_agenda(&mut tx, id).await?;
    let book = AddressBook::load(&mut tx, meeting.held_on).await?;
    let (rules, _) = queries::rules_on(&mut tx, meeting.body_id, meeting.held_on).await?;
    let may_write = cx.may(WRITE);
    let base = format!("{MEETINGS}/{id}/teilnehmende");
    let views: Vec<InvitedView> = invited.iter().map(|one| view(&cx, &meeting, &items, &book, one)).collect();
    let stage = meeting.stage();
    let differs = may_write && participants::differs(&mut tx, &meeting, &invited).await?;
    let body = InvitedPage {
        head: Head::of(&cx, &mut tx, &meeting, Step::Invite).await?,
        actions: actions(&cx, &meeting, &base),
        more: Vec::new(),
        counts: counts(&cx, &invited),
        expected: expected_quorum(&rules, &invited, meeting.second_call).map(|verdict| {
            let values = [
                ("present", verdict.present.to_string().into()),
                ("base", verdict.base.to_string().into()),
                ("needed", bound_words(&cx, verdict.needed).into()),
                ("votes", coming_votes(&invited).into()),
            ];
            if rules.quorum.kind == QuorumKind::None {
                (Tone::Info, cx.tv("invited-free", values))
            } else if verdict.reached {
                (Tone::Ok, cx.tv("invited-quorum", values))
            } else {
                (Tone::Warn, cx.tv("invited-no-quorum", values))
            }
        }),
        lacking: views.iter().filter(|one| one.lack.is_some()).count(),
        note: match stage {
            Stage::Invited => Some(cx.t("invited-fixed")),
            Stage::Running | Stage::Closed => Some(cx.t("invited-over")),
            Stage::Preparing if differs => Some(cx.t("invited-differs")),
            Stage::Preparing | Stage::Cancelled => None,
        },
        invited: views,
        sheet_href: format!("{base}/anwesenheitsliste.pdf"),
        seats_href: format!("{}/{}/plaetze", super::BODIES, meeting.body_id),
        may_write,
        asset: assets::prefix(),
        cx: &cx,
    };
    let title = cx.t("invited-title");
    page::page(&cx, &title, &body)
}

/// The list to sign, as a PDF.
pub(super) async fn sheet(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let meeting: Meeting = tx.get(id).await?.ok_or(Problem::NotFound)?;
    let alliance: Alliance = tx.get(tx.alliance()).await?.ok_or(Problem::NotFound)?;
    let invited = queries::participants(&mut tx, id).await?;
    drop(tx);
    let document = attendance::list(&alliance, &meeting, &invited, cx.today());
    paper::pdf(&cx, document, &format!("Anwesenheitsliste {}", meeting.held_on)).await
}

fn actions(cx: &Cx, meeting: &Meeting, base: &str) -> Vec<Action> {
    if !cx.may(WRITE) || meeting.stage() > Stage::Invited {
        return Vec::new();
    }
    let guest = Action::link(
        cx.t("participant-new"),
        format!("{GUESTS}/neu?meeting_id={}&zurueck={base}", meeting.head.id),
        "plus",
    );
    if meeting.stage() == Stage::Preparing {
        vec![guest, Action::post(cx.t("invited-take-over"), format!("{base}/uebernehmen"), "people").primary()]
    } else {
        vec![guest.primary()]
    }
}

/// "7,5", the votes of those who come.
fn coming_votes(invited: &[Participant]) -> String {
    let sum = invited.iter().filter(|one| one.is_expected()).map(|one| one.votes).sum();
    allmende_meeting_rules::Votes::from_thousandths(sum).map(|votes| votes.to_string()).unwrap_or_default()
}

fn counts(cx: &Cx, invited: &[Participant]) -> Vec<(String, usize)> {
    let count = |answer: Answer| invited.iter().filter(|one| one.answer == answer).count();
    let always = [Answer::Yes, Answer::Deputy, Answer::No, Answer::None];
    let maybe = Some(Answer::Maybe).filter(|answer| count(*answer) > 0);
    always
        .into_iter()
        .chain(maybe)
        .map(|answer| (cx.t(&format!("invited-count-{}", answer.word())), count(answer)))
        .collect()
}

/// What is missing to reach somebody, and where it is mended.
fn lack(cx: &Cx, book: &AddressBook, one: &Participant) -> Option<(String, String)> {
    let own = || match (one.seat_id, one.person_id) {
        (_, Some(person)) => format!("/personen/{person}/bearbeiten"),
        (Some(seat), None) => format!("{SEATS}/{seat}/bearbeiten"),
        (None, None) => format!("{GUESTS}/{}/bearbeiten", one.head.id),
    };
    match one.channel {
        Channel::Mail => one.email.is_empty().then(|| (cx.t("notice-lack-mail"), own())),
        Channel::Letter => {
            let addressee = one.person_id.map(Addressee::Person).or(one.municipality_id.map(Addressee::Member));
            match addressee.map(|addressee| book.find(addressee)) {
                None => Some((cx.t("invited-lack-both"), own())),
                Some(Err((lack, href))) => Some((cx.t(lack.text()), href)),
                Some(Ok(_)) => None,
            }
        }
    }
}

fn part_words(cx: &Cx, items: &[AgendaItem], one: &Participant) -> String {
    let wanted = one.items.lines().count();
    if wanted > 0 {
        return cx.tv("invited-items", [("count", wanted.into())]);
    }
    let private = items.iter().any(|item| !item.public);
    cx.t(match (private, one.role.sees_private()) {
        (false, _) => "part-whole",
        (true, true) => "part-full",
        (true, false) => "part-open",
    })
}

fn view(cx: &Cx, meeting: &Meeting, items: &[AgendaItem], book: &AddressBook, one: &Participant) -> InvitedView {
    let own = format!("{GUESTS}/{}", one.head.id);
    let open = cx.may(WRITE) && meeting.stage() <= Stage::Running;
    let words = [one.deputy.as_str(), one.reason.as_str()];
    let label = |key: &str| cx.tv(key, [("name", one.name.as_str().into())]);
    let mut menu = Vec::new();
    if open {
        menu.push(Action::link(label("invited-answer"), format!("{own}/antwort"), "task"));
        if one.seat_id.is_none() && one.token_digest.is_empty() {
            menu.push(Action::link(label("invited-edit"), format!("{own}/bearbeiten"), "edit"));
            menu.push(Action::post(label("invited-remove"), format!("{own}/entfernen"), "trash"));
        }
    }
    let menu = menu.into_iter().map(Action::icon_only).collect();
    let quick = if open && one.answer == Answer::None {
        vec![(cx.t("invited-yes"), "yes"), (cx.t("invited-no"), "no")]
    } else {
        Vec::new()
    };
    InvitedView {
        id: one.head.id,
        name: one.name.clone(),
        person: one.person.clone(),
        role: cx.t(&format!("seat-role-{}", one.role.word().replace('_', "-"))),
        way: cx.t(&format!("channel-{}", one.channel.word())),
        address: if one.channel == Channel::Mail { one.email.clone() } else { String::new() },
        part: part_words(cx, items, one),
        lack: lack(cx, book, one),
        badge: answer_badge(cx, one.answer),
        words: words.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · "),
        menu,
        quick,
    }
}

/// Brings the list in line with the seats of the body.
pub(super) async fn take_over(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let meeting: Meeting = tx.get(id).await?.ok_or(Problem::NotFound)?;
    if meeting.stage() != Stage::Preparing {
        return Err(Problem::Refused(cx.t("invited-fixed")));
    }
    let done = participants::take_over(&mut tx, &meeting).await?;
    let values = [("added", done.added.into()), ("changed", done.changed.into()), ("removed", done.removed.into())];
    let text = cx.tv("flash-taken-over", values);
    cx.done(tx, &format!("{MEETINGS}/{id}/teilnehmende"), Some(Flash { text, undo: None })).await
}

/// The participant and its meeting, while answers still change.
pub(super) async fn answerable(cx: &Cx, tx: &mut Tx, id: Id) -> Result<(Participant, Meeting), Problem> {
    let one: Participant = tx.get(id).await?.ok_or(Problem::NotFound)?;
    let meeting: Meeting = tx.get(one.meeting_id).await?.ok_or(Problem::NotFound)?;
    if meeting.stage() > Stage::Running {
        return Err(Problem::Refused(cx.t("invited-over")));
    }
    Ok((one, meeting))
}

/// Notes what somebody answered, as the office heard it.
pub(super) fn note(cx: &Cx, one: &mut Participant, answer: Answer, deputy: String, reason: String) {
    let none = answer == Answer::None;
    one.answer = answer;
    one.deputy = if answer == Answer::Deputy { deputy } else { String::new() };
    one.reason = if matches!(answer, Answer::No | Answer::Deputy) { reason } else { String::new() };
    one.answered_at = (!none).then(|| cx.now());
    one.answered_by = if none { AnsweredBy::Nothing } else { AnsweredBy::Typed };
}
