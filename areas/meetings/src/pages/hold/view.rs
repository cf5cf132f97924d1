//! Drawing the page of the evening.

use std::collections::BTreeMap;

use axum::response::Response;

use allmende_meeting_rules::Votes;
use allmende_projects::model::Task;
use allmende_store::{Id, Moment, Sql, Tx, args};
use allmende_web::form::Choice;
use allmende_web::view::{Badge, Tone};
use allmende_web::{Cx, Problem, assets, page};

use super::evening::{Evening, clock, minutes_between, moment_on, plus_minutes};
use super::item_view::{self, ItemView};
use super::people::{self, Heading, PersonView};
use super::{SCRIPT, address};
use crate::model::item::numbers;
use crate::model::vote::VoteOutcome;
use crate::model::{AgendaItem, ItemState};

/// What could not be taken from a form of the page, in sentences.
#[derive(Default)]
pub(super) struct Faults {
    pub(super) vote: Option<String>,
    pub(super) task: Option<String>,
    pub(super) urgent: Option<String>,
    /// Notes that somebody else stored meanwhile.
    pub(super) theirs: Option<String>,
}

impl Faults {
    fn any(&self) -> bool {
        self.vote.is_some() || self.task.is_some() || self.urgent.is_some() || self.theirs.is_some()
    }
}

/// An item in the list at the side.
struct NavItem {
    id: Id,
    number: String,
    title: String,
    icon: &'static str,
    word: String,
    done: bool,
    current: bool,
    /// Choosing it begins it.
    begins: bool,
}

struct NavPart {
    title: Option<String>,
    items: Vec<NavItem>,
}

struct TaskView {
    title: String,
    href: String,
    meta: String,
}

/// A task that was refused, as it was typed.
struct TypedTask {
    fault: Option<String>,
    title: String,
    responsible: String,
    municipality: String,
    due: String,
}

#[derive(askama::Template)]
#[template(path = "hold.html")]
struct HoldPage<'a> {
    cx: &'a Cx,
    title: String,
    base: String,
    back: String,
    meeting: Id,
    account: String,
    badge: Badge,
    now: String,
    clock: String,
    closed: bool,
    heading: Heading,
    people: Vec<PersonView>,
    others: Vec<PersonView>,
    parts: Vec<NavPart>,
    schedule: String,
    item: Option<ItemView>,
    top: String,
    tasks: Vec<TaskView>,
    task: TypedTask,
    municipalities: Vec<Choice>,
    urgent: Option<String>,
    urgent_rule: String,
    urgent_title: String,
    follow_up: String,
    asset: &'static str,
}

/// Draws the page with an item in its middle: the wanted one, else the one that is dealt with, else the first open one.
pub(super) async fn draw(
    cx: &Cx,
    tx: &mut Tx,
    evening: &Evening,
    wanted: Option<Id>,
    faults: Faults,
) -> Result<Response, Problem> {
    let at = if faults.any() { evening.at(cx).unwrap_or_else(|_| evening.now(cx)) } else { evening.now(cx) };
    let current = current(evening, wanted);
    let letters = (cx.t("agenda-letter-open"), cx.t("agenda-letter-private"));
    let all = numbers(&evening.items, (&letters.0, &letters.1));
    let number = |item: &AgendaItem| {
        let place = evening.items.iter().position(|one| one.head.id == item.head.id);
        place.and_then(|place| all.get(place)).cloned().unwrap_or_default()
    };
    let form = cx.submission();
    let faulty = faults.any();
    let (people, others) = strip(cx, evening, at);
    let body = HoldPage {
        title: super::title(&evening.meeting),
        base: address(evening.meeting.head.id),
        back: format!("{}/{}", super::MEETINGS, evening.meeting.head.id),
        meeting: evening.meeting.head.id,
        account: cx.principal().map(|person| person.account.to_string()).unwrap_or_default(),
        badge: badge(cx, evening),
        // The script carries this clock on, so it begins with seconds.
        now: if minutes_between(at, cx.now()) == 0 { cx.now() } else { at }.to_string(),
        clock: clock(at),
        closed: evening.is_closed(),
        heading: people::heading(cx, evening, at),
        people,
        others,
        parts: nav(cx, evening, &all, current),
        schedule: schedule(cx, evening, at),
        top: current.map(|item| item.head.id.to_string()).unwrap_or_default(),
        tasks: tasks(cx, tx, current).await?,
        municipalities: super::super::choices(tx, "municipality").await?,
        task: TypedTask {
            title: if faults.task.is_some() { form.get("title").to_owned() } else { String::new() },
            responsible: if faults.task.is_some() { form.get("responsible").to_owned() } else { String::new() },
            municipality: if faults.task.is_some() { form.get("municipality_id").to_owned() } else { String::new() },
            due: if faults.task.is_some() { form.get("due_on").to_owned() } else { String::new() },
            fault: faults.task.clone(),
        },
        item: current.map(|item| item_view::view(cx, evening, item, &number(item), at, &faults)),
        urgent_title: if faults.urgent.is_some() { form.get("title").to_owned() } else { String::new() },
        urgent: faults.urgent,
        urgent_rule: urgent_rule(cx, evening),
        follow_up: evening.meeting.follow_up.clone(),
        asset: assets::prefix(),
        cx,
    };
    let title =
        body.item.as_ref().map_or_else(|| body.title.clone(), |item| format!("{} – {}", item.title, body.title));
    page::alone(cx, &title, SCRIPT, faulty, &body)
}

fn current(evening: &Evening, wanted: Option<Id>) -> Option<&AgendaItem> {
    let wanted = wanted.and_then(|id| evening.items.iter().find(|item| item.head.id == id));
    wanted
        .or_else(|| evening.running_item())
        .or_else(|| evening.items.iter().find(|item| item.state == ItemState::Open))
        .or(evening.items.first())
}

/// Those with a vote, and those without.
fn strip(cx: &Cx, evening: &Evening, at: Moment) -> (Vec<PersonView>, Vec<PersonView>) {
    let view = |one| people::person(cx, evening, one, at);
    (
        evening.voters().map(view).collect(),
        evening.participants.iter().filter(|one| !one.role.votes()).map(view).collect(),
    )
}

fn badge(cx: &Cx, evening: &Evening) -> Badge {
    let time = |at: Option<Moment>| [("time", at.map(clock).unwrap_or_default().into())];
    let meeting = &evening.meeting;
    if evening.is_closed() {
        Badge::new(Tone::Neutral, "lock", cx.tv("hold-closed-at", time(meeting.closed_at)))
    } else {
        Badge::new(Tone::Ok, "half-disc", cx.tv("hold-running-since", time(meeting.opened_at)))
    }
}

fn nav(cx: &Cx, evening: &Evening, numbers: &[String], current: Option<&AgendaItem>) -> Vec<NavPart> {
    let mut parts = Vec::new();
    for private in [false, true] {
        let items: Vec<NavItem> = evening
            .items
            .iter()
            .zip(numbers)
            .filter(|(item, _)| item.public != private)
            .map(|(item, number)| nav_item(cx, evening, item, number, current))
            .collect();
        if !items.is_empty() {
            parts.push(NavPart { title: private.then(|| cx.t("hold-private")), items });
        }
    }
    parts
}

fn nav_item(cx: &Cx, evening: &Evening, item: &AgendaItem, number: &str, current: Option<&AgendaItem>) -> NavItem {
    let current = current.is_some_and(|one| one.head.id == item.head.id);
    let running = item.began_at.is_some() && item.ended_at.is_none();
    let rejected = evening.votes.iter().rfind(|vote| vote.item_id == Some(item.head.id) && vote.annulled_on.is_none());
    let rejected = rejected.is_some_and(|vote| vote.outcome == VoteOutcome::Rejected);
    let icon = match item.state {
        ItemState::Open if running => "chevron-right",
        ItemState::Open => "",
        ItemState::Done if rejected => "cross-square",
        ItemState::Done => "check",
        ItemState::Postponed => "pause-square",
        ItemState::Withdrawn => "minus-ring",
    };
    let word = if icon.is_empty() {
        String::new()
    } else if item.state == ItemState::Open {
        cx.t("hold-item-running")
    } else {
        cx.t(&format!("item-state-{}", item.state.word()))
    };
    NavItem {
        id: item.head.id,
        number: number.to_owned(),
        title: item.title.clone(),
        icon,
        word,
        done: item.state != ItemState::Open,
        current,
        begins: item.state == ItemState::Open && !evening.is_closed(),
    }
}

/// "4 min hinter dem Zeitplan": when the running item should have begun, and by how much it takes longer.
fn schedule(cx: &Cx, evening: &Evening, at: Moment) -> String {
    let planned = moment_on(evening.meeting.held_on, &evening.meeting.begins_at);
    let (Some(planned), Some(running)) = (planned, evening.running_item()) else { return String::new() };
    let before = evening.items.iter().take_while(|item| item.head.id != running.head.id);
    let minutes: i64 = before.map(|item| item.minutes).sum();
    if evening.is_closed() || evening.items.iter().all(|item| item.minutes == 0) {
        return String::new();
    }
    let began = running.began_at.unwrap_or(at);
    let overrun = (minutes_between(began, at) - running.minutes).max(0);
    let behind = minutes_between(plus_minutes(planned, minutes), began) + overrun;
    let key = match behind {
        ..0 => "hold-ahead-of-schedule",
        0 => "hold-in-schedule",
        1.. => "hold-behind-schedule",
    };
    cx.tv(key, [("minutes", behind.abs().into())])
}

/// What may be done with an item that nobody announced.
fn urgent_rule(cx: &Cx, evening: &Evening) -> String {
    let binding = &evening.rules.agenda_binding;
    let key = if binding.binding { "hold-urgent-bound" } else { "hold-urgent-free" };
    cx.tv(key, [("paragraph", binding.paragraph.as_str().into())])
}

async fn tasks(cx: &Cx, tx: &mut Tx, item: Option<&AgendaItem>) -> Result<Vec<TaskView>, Problem> {
    let Some(item) = item else { return Ok(Vec::new()) };
    let follows = Sql::new(
        "r.source_id = ? OR r.source_id IN (SELECT v.id FROM vote v WHERE v.alliance_id = r.alliance_id AND v.item_id = ?)",
        args![item.head.id, item.head.id],
    );
    let tasks: Vec<Task> = tx.matching(vec![follows], "").await?;
    let members: BTreeMap<Id, String> = if tasks.iter().any(|task| task.municipality_id.is_some()) {
        let all = tx.of_kind("municipality").await?;
        all.into_iter().map(|line| (line.record_id, line.title)).collect()
    } else {
        BTreeMap::new()
    };
    let view = |task: &Task| {
        let due = task.due_on.map(|day| cx.tv("hold-until", [("day", cx.day(day).into())]));
        let member = task.municipality_id.and_then(|id| members.get(&id).cloned());
        let who = Some(task.responsible.clone()).filter(|who| !who.is_empty());
        let meta: Vec<String> = [who, member, due].into_iter().flatten().collect();
        TaskView { title: task.title.clone(), href: format!("/aufgaben/{}", task.head.id), meta: meta.join(" · ") }
    };
    Ok(tasks.iter().map(view).collect())
}

/// Votes in thousandths as a German number.
pub(super) fn votes_words(thousandths: i64) -> String {
    Votes::from_thousandths(thousandths).unwrap_or_default().to_string()
}
