//! The page on which an agenda grows: items, notice period, topic store, who will be invited.

use axum::extract::Path;
use axum::response::Response;

use allmende_alliance::model::Body;
use allmende_documents::markdown::{self, Headings};
use allmende_store::{Id, Tx};
use allmende_web::access::Flash;
use allmende_web::view::{Action, Tone};
use allmende_web::{Cx, Problem, assets, page};

use super::bodies::origin_words;
use super::notice_box::NoticeBox;
use super::steps::{Head, Step};
use super::{ITEMS, MEETINGS, TOPICS, meeting};
use crate::agenda::{reordered, span};
use crate::model::item::{ItemFile, numbers};
use crate::model::participant::Participant;
use crate::model::seat::{Channel, SeatRole};
use crate::model::topic::{Topic, TopicState};
use crate::model::{AgendaItem, ItemState, Meeting, Purpose, Stage};
use crate::{PROPOSE, WRITE, queries};

/// A part of the agenda: the public one or the private one.
struct AgendaPart {
    title: String,
    private: bool,
    minutes: String,
    items: Vec<ItemView>,
}

struct ItemView {
    id: Id,
    number: String,
    title: String,
    href: String,
    base: String,
    meta: Vec<String>,
    warning: Option<String>,
    minutes: String,
    move_label: String,
    edit_label: String,
}

struct TopicView {
    id: Id,
    title: String,
    href: String,
    meta: String,
    label: String,
}

/// Those who are invited alike.
struct GroupView {
    name: String,
    channel: String,
    count: usize,
    part: String,
}

struct Note {
    tone: Tone,
    text: String,
    action: Option<Action>,
}

#[derive(askama::Template)]
#[template(path = "prepare.html")]
struct PreparePage<'a> {
    cx: &'a Cx,
    head: Head,
    actions: Vec<Action>,
    more: Vec<Action>,
    notes: Vec<Note>,
    span: String,
    parts_of_agenda: Vec<AgendaPart>,
    new_item: String,
    base: String,
    meeting_note: String,
    groups: Vec<GroupView>,
    notice: Option<NoticeBox>,
    topics: Vec<TopicView>,
    store_href: String,
    propose_href: String,
    may_write: bool,
    may_propose: bool,
    asset: &'static str,
}

/// The page of a meeting.
pub(super) async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let meeting: Meeting = tx.get(id).await?.ok_or(Problem::NotFound)?;
    let may_write = cx.may(WRITE);
    let items = queries::agenda(&mut tx, id).await?;
    let files = queries::files(&mut tx, &items).await?;
    let participants = queries::participants(&mut tx, id).await?;
    let (rules, set) = queries::rules_on(&mut tx, meeting.body_id, meeting.held_on).await?;
    let topics = queries::waiting_topics(&mut tx, meeting.body_id).await?;
    let by_letter = participants.iter().any(|one| one.channel == Channel::Letter);
    let head = Head::of(&cx, &mut tx, &meeting, Step::Prepare).await?;
    let base = format!("{MEETINGS}/{id}");
    let body = PreparePage {
        actions: actions(&cx, &meeting, &base),
        more: more(&cx, &meeting, &base),
        notes: notes(&cx, &mut tx, &meeting, set.is_none()).await?,
        span: span_words(&cx, &meeting, &items),
        parts_of_agenda: agenda_parts(&cx, &items, &files),
        new_item: format!("{ITEMS}/neu?meeting_id={id}&zurueck={base}"),
        meeting_note: if meeting.note.is_empty() {
            String::new()
        } else {
            markdown::html(&meeting.note, Headings::Strong)
        },
        groups: groups(&cx, &participants, items.iter().any(|item| !item.public)),
        notice: NoticeBox::of(&cx, &meeting, &rules, set.as_ref(), by_letter),
        topics: topics.iter().map(|topic| topic_view(&cx, topic)).collect(),
        store_href: format!("{TOPICS}?gremium={}", meeting.body_id),
        propose_href: format!("{TOPICS}/neu?body_id={}&zurueck={base}", meeting.body_id),
        may_write,
        may_propose: cx.may(PROPOSE),
        head,
        base,
        cx: &cx,
        asset: assets::prefix(),
    };
    let title = body.head.title.clone();
    page::page(&cx, &title, &body)
}

fn actions(cx: &Cx, meeting: &Meeting, base: &str) -> Vec<Action> {
    let preview = Action::link(cx.t("agenda-preview"), format!("{base}/tagesordnung.pdf"), "document");
    if !cx.may(WRITE) {
        return vec![preview];
    }
    let onward = match meeting.stage() {
        Stage::Preparing => Some(("meeting-onward-invite", Step::Invite)),
        Stage::Invited | Stage::Running => Some(("meeting-onward-hold", Step::Hold)),
        Stage::Closed => Some(("meeting-onward-minutes", Step::Minutes)),
        Stage::Cancelled => None,
    };
    let onward = onward.map(|(key, step)| Action::link(cx.t(key), step.address(meeting.head.id), "").primary());
    std::iter::once(preview).chain(onward).collect()
}

fn more(cx: &Cx, meeting: &Meeting, base: &str) -> Vec<Action> {
    let mut more = Vec::new();
    if cx.may(WRITE) {
        more.push(Action::link(cx.t("record-edit"), format!("{base}/bearbeiten"), "edit"));
        more.push(Action::link(cx.t("meeting-repeat"), format!("{base}/wiederholen"), "calendar"));
        if matches!(meeting.stage(), Stage::Preparing | Stage::Invited) {
            more.push(Action::link(cx.t("meeting-cancel"), format!("{base}/absagen"), "minus-ring"));
        }
    }
    more.push(Action::link(cx.t("record-history"), format!("{base}/verlauf"), "history"));
    if cx.may(WRITE) && meeting.invited_at.is_none() {
        more.push(Action::post(cx.t("record-trash"), format!("{base}/papierkorb"), "trash"));
    }
    more
}

async fn notes(cx: &Cx, tx: &mut Tx, meeting: &Meeting, without_rules: bool) -> Result<Vec<Note>, Problem> {
    let mut notes = Vec::new();
    let may_write = cx.may(WRITE);
    if meeting.is_unsettled(cx.today()) && meeting.opened_at.is_none() {
        notes.push(Note {
            tone: Tone::Warn,
            text: cx.tv("meeting-unsettled", [("day", cx.long_day(meeting.last_day()).into())]),
            action: may_write.then(|| meeting::held_action(cx, meeting)),
        });
    }
    if may_write && without_rules && meeting.stage() < Stage::Running {
        let body: Option<Body> = tx.get_any(meeting.body_id).await?;
        let name = body.map(|body| body.name).unwrap_or_default();
        notes.push(Note {
            tone: Tone::Info,
            text: cx.tv("rule-set-missing", [("body", name.into())]),
            action: Some(Action::link(
                cx.t("rule-set-new"),
                format!("{}/neu?body_id={}&zurueck={MEETINGS}/{}", super::RULES, meeting.body_id, meeting.head.id),
                "",
            )),
        });
    }
    Ok(notes)
}

/// "18:00 bis etwa 19:50 Uhr · 110 min"
fn span_words(cx: &Cx, meeting: &Meeting, items: &[AgendaItem]) -> String {
    let minutes: i64 = items.iter().map(|item| item.minutes).sum();
    if minutes == 0 {
        return String::new();
    }
    let length = cx.tv("minutes-short", [("minutes", minutes.into())]);
    match span(&meeting.begins_at, minutes) {
        Some(end) => {
            let values = [("begin", meeting.begins_at.as_str().into()), ("end", end.into())];
            format!("{} · {length}", cx.tv("agenda-span", values))
        }
        None => length,
    }
}

fn agenda_parts(
    cx: &Cx,
    items: &[AgendaItem],
    files: &std::collections::BTreeMap<Id, Vec<ItemFile>>,
) -> Vec<AgendaPart> {
    let letters = (cx.t("agenda-letter-open"), cx.t("agenda-letter-private"));
    let numbers = numbers(items, (&letters.0, &letters.1));
    let mut parts = Vec::new();
    for private in [false, true] {
        let views: Vec<ItemView> = items
            .iter()
            .zip(&numbers)
            .filter(|(item, _)| item.public != private)
            .map(|(item, number)| item_view(cx, item, number, files.get(&item.head.id).map_or(0, Vec::len)))
            .collect();
        if views.is_empty() {
            continue;
        }
        let minutes: i64 = items.iter().filter(|item| item.public != private).map(|item| item.minutes).sum();
        parts.push(AgendaPart {
            title: cx.t(if private { "agenda-private" } else { "agenda-open" }),
            private,
            minutes: if minutes > 0 { cx.tv("minutes-short", [("minutes", minutes.into())]) } else { String::new() },
            items: views,
        });
    }
    parts
}

fn item_view(cx: &Cx, item: &AgendaItem, number: &str, files: usize) -> ItemView {
    let base = format!("{ITEMS}/{}", item.head.id);
    let label = |key: &str| cx.tv(key, [("title", item.title.as_str().into())]);
    let purpose = (item.purpose != Purpose::None).then(|| cx.t(&format!("item-purpose-{}", item.purpose.word())));
    let files = (files > 0).then(|| cx.tv("item-files", [("count", files.into())]));
    let state = (item.state != ItemState::Open).then(|| cx.t(&format!("item-state-{}", item.state.word())));
    let meta = [Some(item.presenter.clone()), purpose, files, state, Some(item.outcome.clone())];
    ItemView {
        id: item.head.id,
        number: number.to_owned(),
        title: item.title.clone(),
        href: base.clone(),
        meta: meta.into_iter().flatten().filter(|text| !text.is_empty()).collect(),
        // Something is to be decided, and nobody wrote down what.
        warning: (item.purpose == Purpose::Decision && item.proposal.is_empty() && item.state == ItemState::Open)
            .then(|| cx.t("item-proposal-missing")),
        minutes: if item.minutes > 0 {
            cx.tv("minutes-short", [("minutes", item.minutes.into())])
        } else {
            String::new()
        },
        move_label: label("agenda-move"),
        edit_label: label("agenda-item-change"),
        base,
    }
}

fn topic_view(cx: &Cx, topic: &Topic) -> TopicView {
    TopicView {
        id: topic.head.id,
        title: topic.title.clone(),
        href: format!("{TOPICS}/{}", topic.head.id),
        meta: origin_words(cx, topic),
        label: cx.tv("topic-take", [("title", topic.title.as_str().into())]),
    }
}

fn groups(cx: &Cx, participants: &[Participant], has_private: bool) -> Vec<GroupView> {
    let part = |role: SeatRole| match (has_private, role.sees_private()) {
        (false, _) => cx.t("part-whole"),
        (true, true) => cx.t("part-full"),
        (true, false) => cx.t("part-open"),
    };
    let mut groups: Vec<(SeatRole, Channel, usize)> = Vec::new();
    for one in participants {
        // Whoever votes is invited alike.
        let role = if one.role.votes() { SeatRole::Member } else { one.role };
        match groups.iter_mut().find(|(other, channel, _)| *other == role && *channel == one.channel) {
            Some((_, _, count)) => *count += 1,
            None => groups.push((role, one.channel, 1)),
        }
    }
    groups.sort();
    groups
        .into_iter()
        .map(|(role, channel, count)| GroupView {
            name: cx.t(&format!("participants-role-{}", role.word().replace('_', "-"))),
            channel: cx.t(&format!("channel-{}", channel.word())),
            count,
            part: part(role),
        })
        .collect()
}

/// Puts a topic of the store on the agenda.
pub(super) async fn take_up(cx: Cx, Path((id, topic)): Path<(Id, Id)>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let meeting = open_for_changes(&cx, &mut tx, id).await?;
    let mut topic: Topic = tx.get(topic).await?.ok_or(Problem::NotFound)?;
    if topic.body_id != meeting.body_id || (!topic.public && !tx.sees_confidential()) {
        return Err(Problem::NotFound);
    }
    if topic.state != TopicState::Open {
        return Err(Problem::Refused(cx.t("topic-taken")));
    }
    let position = queries::next_position(&mut tx, id).await?;
    let mut item = AgendaItem {
        public: topic.public,
        purpose: topic.purpose,
        minutes: topic.minutes,
        background: topic.reason.clone(),
        proposal: topic.proposal.clone(),
        presenter: topic.proposed_by.clone(),
        topic_id: Some(topic.head.id),
        ..meeting.item(position, &topic.title, topic.thread_id)
    };
    tx.insert(&mut item).await?;
    topic.state = TopicState::Scheduled;
    tx.update(&mut topic).await?;
    let text = cx.tv("flash-taken-up", [("title", topic.title.as_str().into())]);
    let undo = Some(format!("{ITEMS}/{}/zurueckstellen", item.head.id));
    cx.done(tx, &format!("{MEETINGS}/{id}#top-{}", item.head.id), Some(Flash { text, undo })).await
}

/// Takes an item off the agenda and puts it back into the store.
pub(super) async fn put_back(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let item: AgendaItem = tx.get(id).await?.filter(|item| super::may_see(&cx, item)).ok_or(Problem::NotFound)?;
    let meeting = open_for_changes(&cx, &mut tx, item.meeting_id).await?;
    if item.announced.is_some() {
        return Err(Problem::Refused(cx.tv("item-announced", [("title", item.title.as_str().into())])));
    }
    let topic: Option<Topic> = match item.topic_id {
        Some(topic) => tx.get(topic).await?,
        None => None,
    };
    match topic {
        Some(mut topic) => {
            topic.state = TopicState::Open;
            tx.update(&mut topic).await?;
        }
        None => tx.insert(&mut Topic::of_item(&item, &meeting, tx.today())).await?,
    }
    tx.trash::<AgendaItem>(id).await?;
    let text = cx.tv("flash-put-back", [("title", item.title.as_str().into())]);
    cx.done(tx, &format!("{MEETINGS}/{}", item.meeting_id), Some(Flash { text, undo: None })).await
}

/// Moves an item to a place among those of its part: what dropping it with a pointer sends.
pub(super) async fn place(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    open_for_changes(&cx, &mut tx, id).await?;
    let wish = cx.submission();
    let (Ok(item), Ok(place)) = (wish.get("item").parse::<Id>(), wish.get("place").parse::<usize>()) else {
        return Err(Problem::NotFound);
    };
    let items = queries::agenda(&mut tx, id).await?;
    let Some(moved) = items.iter().find(|one| one.head.id == item) else { return Err(Problem::NotFound) };
    let part: Vec<Id> = items.iter().filter(|one| one.public == moved.public).map(|one| one.head.id).collect();
    let order = reordered(&part, item, place);
    let part = items.into_iter().filter(|one| order.contains(&one.head.id)).collect();
    queries::renumber(&mut tx, part, &order).await?;
    cx.done(tx, &format!("{MEETINGS}/{id}#top-{item}"), None).await
}

/// The meeting, if its agenda may still be changed.
pub(super) async fn open_for_changes(cx: &Cx, tx: &mut Tx, id: Id) -> Result<Meeting, Problem> {
    let meeting: Meeting = tx.get(id).await?.ok_or(Problem::NotFound)?;
    if meeting.is_closed() {
        return Err(Problem::Refused(cx.t("meeting-closed")));
    }
    Ok(meeting)
}
