//! Opening a meeting: time, chair, minute taker, and who is there.

use axum::extract::Path;
use axum::response::Response;

use allmende_store::{Head, Id, Moment, Tx};
use allmende_web::form::Input;
use allmende_web::{Cx, Problem, assets, page};

use super::evening::{Evening, clock, is_ahead, moment_on, to_minute};
use super::{SCRIPT, address, refused};
use crate::model::participant::{Answer, Participant, Presence};
use crate::model::seat::SeatRole;

/// What stands before the id of a participant in the names of its fields.
const HERE: &str = "da-";
const PERSON: &str = "person-";

struct Line {
    id: Id,
    name: String,
    person: String,
    answer: String,
    votes: bool,
    here: bool,
}

#[derive(askama::Template)]
#[template(path = "hold-open.html")]
struct OpenPage<'a> {
    cx: &'a Cx,
    title: String,
    base: String,
    back: String,
    time: String,
    chair: String,
    minute_taker: String,
    summoned: bool,
    people: Vec<Line>,
    errors: Vec<String>,
    asset: &'static str,
}

fn lines(cx: &Cx, evening: &Evening, typed: bool) -> Vec<Line> {
    let form = cx.submission();
    let line = |one: &Participant| {
        let id = one.head.id;
        Line {
            id,
            name: one.name.clone(),
            person: if typed { form.get(&format!("{PERSON}{id}")).to_owned() } else { one.speaker().to_owned() },
            answer: answer_words(cx, one),
            votes: one.role.votes(),
            here: if typed { form.ticked(&format!("{HERE}{id}")) } else { is_awaited(one) },
        }
    };
    evening.participants.iter().map(line).collect()
}

/// Who takes the minutes is there, whatever was answered.
fn is_awaited(one: &Participant) -> bool {
    one.is_expected() || (one.role == SeatRole::MinuteTaker && one.answer != Answer::No)
}

/// "entschuldigt (Urlaub)"
fn answer_words(cx: &Cx, one: &Participant) -> String {
    let word = cx.t(&format!("hold-answer-{}", one.answer.word()));
    if one.reason.is_empty() { word } else { format!("{word} ({})", one.reason) }
}

/// The page before a meeting is opened.
pub(super) fn form(cx: &Cx, evening: &Evening, errors: Vec<String>) -> Result<Response, Problem> {
    let typed = !errors.is_empty();
    let form = cx.submission();
    let of = |name: &str, stored: &str| if typed { form.get(name).to_owned() } else { stored.to_owned() };
    let meeting = &evening.meeting;
    let is_today = meeting.held_on <= cx.today() && cx.today() <= meeting.last_day();
    let time = if is_today { clock(cx.now()) } else { meeting.begins_at.clone() };
    let body = OpenPage {
        title: super::title(meeting),
        base: address(meeting.head.id),
        back: format!("{}/{}", super::MEETINGS, meeting.head.id),
        time: of("at", &time),
        chair: of("chair", &meeting.chair),
        minute_taker: of("minute_taker", &meeting.minute_taker),
        summoned: if typed { form.ticked("summoned") } else { meeting.invited_at.is_some() },
        people: lines(cx, evening, typed),
        errors,
        asset: assets::prefix(),
        cx,
    };
    page::alone(cx, &body.title, SCRIPT, typed, &body)
}

/// Opens the meeting.
pub(super) async fn open(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut evening = Evening::load(&cx, &mut tx, id).await?;
    if evening.is_closed() {
        return Err(Problem::Refused(cx.t("meeting-closed")));
    }
    // Somebody else opened it meanwhile: their list counts.
    if evening.meeting.opened_at.is_some() {
        return cx.done(tx, &address(id), None).await;
    }
    let mut input = Input::new(&cx);
    let at = opening_time(&cx, &evening, &mut input);
    evening.meeting.chair = input.line("chair", "hold-chair-missing");
    evening.meeting.minute_taker = input.text("minute_taker", 300).replace('\n', " ");
    let errors: Vec<String> = input.errors().into_iter().map(|(_, sentence)| sentence).collect();
    if !errors.is_empty() {
        return form(&cx, &evening, errors);
    }
    evening.meeting.summoned = cx.submission().ticked("summoned");
    evening.meeting.opened_at = Some(at);
    tx.update(&mut evening.meeting).await?;
    come_in(&cx, &mut tx, &evening, at).await?;
    cx.done(tx, &address(id), None).await
}

fn opening_time(cx: &Cx, evening: &Evening, input: &mut Input<'_>) -> Moment {
    let meeting = &evening.meeting;
    let now = to_minute(cx.now());
    let is_today = meeting.held_on <= cx.today() && cx.today() <= meeting.last_day();
    let day = if is_today { cx.today() } else { meeting.held_on };
    let at = match input.time("at") {
        Some(time) => moment_on(day, &time).unwrap_or(now),
        None if is_today => now,
        None => moment_on(day, &meeting.begins_at).unwrap_or(now),
    };
    if meeting.held_on > cx.today() {
        input.refuse("at", cx.tv("hold-not-yet", [("day", cx.long_day(meeting.held_on).into())]));
    } else if is_ahead(cx, at) {
        let values = [("time", clock(at).into()), ("now", clock(now).into())];
        input.refuse("at", cx.tv("hold-opening-ahead", values));
    }
    at
}

async fn come_in(cx: &Cx, tx: &mut Tx, evening: &Evening, at: Moment) -> Result<(), Problem> {
    for one in &evening.participants {
        let id = one.head.id;
        if !cx.submission().ticked(&format!("{HERE}{id}")) {
            continue;
        }
        let mut input = Input::new(cx);
        let person = cx.submission().get(&format!("{PERSON}{id}")).replace(['\r', '\n'], " ");
        if person.chars().count() > 300 {
            input.refuse("person", cx.t("hold-person-long"));
        }
        refused(input)?;
        let mut stretch = Presence {
            head: Head::default(),
            meeting_id: evening.meeting.head.id,
            participant_id: id,
            person: if person.is_empty() { one.speaker().to_owned() } else { person },
            came_at: at,
            left_at: None,
        };
        tx.insert(&mut stretch).await?;
    }
    Ok(())
}
