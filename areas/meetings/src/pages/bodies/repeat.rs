//! Further dates of a meeting: proposed around holidays, school holidays and other meetings, and chosen with ticks.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::{Date, Time};

use allmende_meeting_rules::{
    Busy, Candidate, Delivery, MOST_HORIZON_DAYS, Proposal, SkipReason, Skipped, WeekDay, Wish, propose,
};
use allmende_store::{Day, Head as RecordHead, Id, Tx};
use allmende_web::access::Flash;
use allmende_web::form::parse_day;
use allmende_web::texts::Language;
use allmende_web::view::Action;
use allmende_web::{Cx, Problem, assets, page};

use super::super::notice_box::REGION;
use super::super::steps::{Head, Step};
use super::take_over;
use crate::model::seat::Channel;
use crate::model::{Meeting, MeetingState};
use crate::pages::MEETINGS;
use crate::queries;

/// How many dates are proposed at most, and how many weeks may lie between two.
const MOST_DATES: usize = 24;
const MOST_WEEKS: i64 = 26;

/// How meetings follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// Every so many weeks.
    Weeks(i64),
    /// On the same weekday of each month: the first to the fourth, or the last (5).
    Month(i8),
}

/// What the address asks for.
struct Series {
    rhythm: Rhythm,
    weekday: WeekDay,
    begins_at: String,
    from: Date,
    until: Date,
    avoid_school: bool,
}

/// The days of a series before anything is avoided, from the day after `after` to `until`, both bounds as they are.
pub(super) fn slots(rhythm: Rhythm, weekday: WeekDay, from: Date, until: Date) -> Vec<Date> {
    let mut days = Vec::new();
    match rhythm {
        Rhythm::Weeks(weeks) => {
            let mut day = (0..7)
                .filter_map(|days: i64| from.checked_add(days.days()).ok())
                .find(|day| WeekDay::of(*day) == weekday);
            while let Some(date) = day.filter(|date| *date <= until && days.len() < MOST_DATES) {
                days.push(date);
                day = date.checked_add(weeks.max(1).weeks()).ok();
            }
        }
        Rhythm::Month(number) => {
            let mut month = Some(from.first_of_month());
            while let Some(first) = month.filter(|first| *first <= until && days.len() < MOST_DATES) {
                days.extend(nth_weekday(first, weekday, number).filter(|day| (from..=until).contains(day)));
                month = first.checked_add(1.month()).ok();
            }
        }
    }
    days
}

/// The first to fourth such weekday of a month, or its last.
fn nth_weekday(first: Date, weekday: WeekDay, number: i8) -> Option<Date> {
    let all: Vec<Date> = (0..i64::from(first.days_in_month()))
        .filter_map(|days| first.checked_add(days.days()).ok())
        .filter(|day| WeekDay::of(*day) == weekday)
        .collect();
    let place = usize::try_from(number.max(1)).unwrap_or(1) - 1;
    all.get(place).or(all.last()).copied()
}

/// Which one of its month a day is: 1 to 4, or 5 for the last.
fn place_in_month(day: Date) -> i8 {
    let last = day.checked_add(1.week()).is_ok_and(|next| next.month() != day.month());
    if last { 5 } else { (day.day() - 1) / 7 + 1 }
}

/// "18:00" as a time; midnight without one.
fn time(text: &str) -> Time {
    let (hour, minute) = text.split_once(':').unwrap_or(("0", "0"));
    let time = hour.parse().ok().zip(minute.parse().ok()).and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
    time.unwrap_or(Time::midnight())
}

/// Proposes days for meetings of a body, one for each wish: the first that keeps the period of notice, is no holiday and
/// has no other meeting. `own` is a meeting that is no obstacle to itself.
pub(crate) async fn next_dates(
    cx: &Cx,
    tx: &mut Tx,
    body: Id,
    wishes: &[Wish],
    own: Option<Id>,
) -> Result<Vec<Proposal>, Problem> {
    let Some(first) = wishes.iter().map(|wish| wish.not_before).min() else { return Ok(Vec::new()) };
    let ends = wishes.iter().filter_map(|wish| wish.not_before.checked_add(i64::from(wish.horizon_days).days()).ok());
    let last = ends.max().unwrap_or(first);
    let (rules, _) = queries::rules_on(tx, body, Day(first)).await?;
    let by_letter = queries::seats(tx, body).await?.iter().any(|seat| seat.channel == Channel::Letter);
    let delivery = if by_letter { Delivery::Letter } else { Delivery::Immediate };
    let busy: Vec<Busy> = queries::between(tx, Day(first), Day(last))
        .await?
        .into_iter()
        .filter(|meeting| meeting.state != MeetingState::Cancelled && Some(meeting.head.id) != own)
        .map(|meeting| Busy { day: meeting.held_on.0, reason: meeting.title })
        .collect();
    let fault = |fault: allmende_meeting_rules::ProposalFault| Problem::Refused(fault.to_string());
    wishes
        .iter()
        .map(|wish| propose(wish, &rules.notice, delivery, REGION, &busy, cx.today().0).map_err(fault))
        .collect()
}

/// Why a day was left out.
fn reason(cx: &Cx, reason: &SkipReason) -> String {
    let english = cx.language() == Language::English;
    match reason {
        SkipReason::NoticeTooShort { send_by } => cx.tv("repeat-skip-notice", [("day", cx.day(Day(*send_by)).into())]),
        SkipReason::PublicHoliday { holiday } => if english { holiday.english() } else { holiday.german() }.to_owned(),
        SkipReason::SchoolHolidays { holiday } => if english { holiday.english() } else { holiday.german() }.to_owned(),
        SkipReason::Busy { reason } => cx.tv("repeat-skip-busy", [("title", reason.as_str().into())]),
    }
}

fn skipped_words(cx: &Cx, skipped: &[Skipped]) -> Vec<String> {
    let line = |one: &Skipped| {
        let reasons: Vec<String> = one.reasons.iter().map(|why| reason(cx, why)).collect();
        cx.tv("repeat-skipped", [("day", cx.day(Day(one.day)).into()), ("why", reasons.join(", ").into())])
    };
    skipped.iter().map(line).collect()
}

struct DateView {
    iso: String,
    ticked: bool,
    day: String,
    send_by: String,
    near: String,
    skipped: Vec<String>,
}

struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

#[derive(askama::Template)]
#[template(path = "repeat.html")]
struct RepeatPage<'a> {
    cx: &'a Cx,
    head: Head,
    actions: Vec<Action>,
    more: Vec<Action>,
    rhythms: Vec<Choice>,
    weekdays: Vec<Choice>,
    begins_at: String,
    until: String,
    avoid_school: bool,
    fault: Option<String>,
    dates: Vec<DateView>,
    rest: Vec<String>,
    create_href: String,
    base: String,
    asset: &'static str,
}

/// What the address asks for, or what follows from the meeting itself; a fault if it cannot be understood.
fn series(cx: &Cx, meeting: &Meeting) -> (Series, Option<String>) {
    let after = meeting.held_on.0.checked_add(1.day()).unwrap_or(meeting.held_on.0);
    let from = after.max(cx.today().0);
    let mut fault = None;
    let rhythm = match cx.query("rhythmus").split_once('-') {
        Some(("wochen", weeks)) => Rhythm::Weeks(weeks.parse().unwrap_or(4).clamp(1, MOST_WEEKS)),
        Some(("monat", number)) => Rhythm::Month(number.parse().unwrap_or(1).clamp(1, 5)),
        _ => Rhythm::Month(place_in_month(meeting.held_on.0)),
    };
    let half_year = from.checked_add(6.months()).unwrap_or(from);
    let until = match cx.query("bis") {
        "" => half_year,
        text => parse_day(text).map_or_else(
            |_| {
                fault = Some(cx.tv("repeat-until-fault", [("text", text.into())]));
                half_year
            },
            |day| day.0,
        ),
    };
    let longest = from.checked_add(i64::from(MOST_HORIZON_DAYS - 60).days()).unwrap_or(until);
    if fault.is_none() && (until < from || until > longest) {
        let values = [("from", cx.day(Day(from)).into()), ("to", cx.day(Day(longest)).into())];
        fault = Some(cx.tv("repeat-until-range", values));
    }
    let begins_at = match cx.query("uhrzeit") {
        "" => meeting.begins_at.clone(),
        text => clock(text).unwrap_or_else(|| {
            fault = Some(cx.tv("form-time", [("text", text.into())]));
            meeting.begins_at.clone()
        }),
    };
    let series = Series {
        rhythm,
        weekday: WeekDay::from_word(cx.query("wochentag")).unwrap_or_else(|| WeekDay::of(meeting.held_on.0)),
        begins_at,
        from,
        until: until.min(longest),
        avoid_school: cx.query("gefragt").is_empty() || !cx.query("ferien").is_empty(),
    };
    (series, fault)
}

/// "18:00" out of "18 Uhr", "18.00" or "18:00".
fn clock(text: &str) -> Option<String> {
    let text = text.trim_end_matches("Uhr").trim().replace('.', ":");
    let (hour, minute) = text.split_once(':').unwrap_or((&text, "0"));
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// One wish for each slot: that day or, if it does not fit, the same weekday before the next slot.
fn wishes(series: &Series) -> Vec<Wish> {
    let slots = slots(series.rhythm, series.weekday, series.from, series.until);
    let ends = slots.iter().skip(1).copied().map(Some).chain([None]);
    let wish = |(slot, next): (&Date, Option<Date>)| {
        let days = next.and_then(|next| slot.until(next).ok()).map_or(28, |span| span.get_days());
        Wish {
            weekday: Some(series.weekday),
            time: time(&series.begins_at),
            not_before: *slot,
            horizon_days: u32::try_from(days).unwrap_or(28),
            candidates: 1,
            avoid_holidays: true,
            avoid_school_holidays: series.avoid_school,
        }
    };
    slots.iter().zip(ends).map(wish).collect()
}

fn date_view(cx: &Cx, candidate: &Candidate) -> DateView {
    let english = cx.language() == Language::English;
    let near = candidate.near_holiday.map(|day| if english { day.english() } else { day.german() });
    let send_by = cx.day(Day(candidate.plan.send_by));
    let iso = Day(candidate.day).to_string();
    // All at first; what was ticked stays so when something was refused.
    let ticked = cx.submission().values.get("day").is_none_or(|days| days.contains(&iso));
    DateView {
        iso,
        ticked,
        day: cx.long_weekday(Day(candidate.day)),
        send_by: cx.tv("repeat-send-by", [("day", send_by.into())]),
        near: near.map(|name| cx.tv("notice-no-holiday", [("name", name.into())])).unwrap_or_default(),
        skipped: skipped_words(cx, &candidate.skipped),
    }
}

fn rhythms(cx: &Cx, chosen: Rhythm) -> Vec<Choice> {
    let weeks = [1, 2, 3, 4, 6, 8, 12].map(Rhythm::Weeks);
    let months = [1, 2, 3, 4, 5].map(Rhythm::Month);
    months
        .into_iter()
        .chain(weeks)
        .map(|rhythm| {
            let (value, label) = match rhythm {
                Rhythm::Weeks(weeks) => (format!("wochen-{weeks}"), cx.tv("repeat-weeks", [("count", weeks.into())])),
                Rhythm::Month(number) => (format!("monat-{number}"), cx.t(&format!("repeat-month-{number}"))),
            };
            Choice { value, label, chosen: rhythm == chosen }
        })
        .collect()
}

/// Proposes the dates.
pub(super) async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let meeting: Meeting = tx.get(id).await?.ok_or(Problem::NotFound)?;
    draw(&cx, &mut tx, &meeting, None).await
}

async fn draw(cx: &Cx, tx: &mut Tx, meeting: &Meeting, refused: Option<String>) -> Result<Response, Problem> {
    let (series, fault) = series(cx, meeting);
    let proposals = next_dates(cx, tx, meeting.body_id, &wishes(&series), Some(meeting.head.id)).await?;
    let fault = refused.or(fault);
    let faulty = fault.is_some();
    let weekday = |day: &WeekDay| Choice {
        value: day.word().to_owned(),
        label: cx.t(&format!("repeat-{}", day.word())),
        chosen: *day == series.weekday,
    };
    let base = format!("{MEETINGS}/{}/wiederholen", meeting.head.id);
    let body = RepeatPage {
        head: Head::of(cx, tx, meeting, Step::Prepare).await?,
        actions: Vec::new(),
        more: Vec::new(),
        rhythms: rhythms(cx, series.rhythm),
        weekdays: WeekDay::ALL.iter().map(weekday).collect(),
        until: allmende_documents::format::date(series.until),
        avoid_school: series.avoid_school,
        fault,
        dates: proposals.iter().flat_map(|one| &one.candidates).map(|one| date_view(cx, one)).collect(),
        rest: proposals.iter().flat_map(|one| skipped_words(cx, &one.skipped)).collect(),
        create_href: allmende_web::list::address(&base, cx.query_all(), &[]),
        base,
        begins_at: series.begins_at,
        asset: assets::prefix(),
        cx,
    };
    let title = cx.t("meeting-repeat");
    if faulty { page::faulty(cx, &title, &body) } else { page::page(cx, &title, &body) }
}

/// Creates the meetings that were ticked, all or none.
pub(super) async fn create(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let meeting: Meeting = tx.get(id).await?.ok_or(Problem::NotFound)?;
    let ticked = cx.submission().values.get("day").cloned().unwrap_or_default();
    let days: BTreeSet<Day> = ticked.iter().filter_map(|text| parse_day(text).ok()).collect();
    if days.is_empty() {
        return draw(&cx, &mut tx, &meeting, Some(cx.t("repeat-none-ticked"))).await;
    }
    if days.len() > MOST_DATES || days.iter().any(|day| *day < cx.today()) {
        return Err(Problem::BadRequest("days"));
    }
    let begins_at = clock(cx.submission().get("begins_at")).unwrap_or_default();
    let moved = begins_at != meeting.begins_at;
    let (first, last) =
        (*days.iter().next().unwrap_or(&meeting.held_on), *days.iter().last().unwrap_or(&meeting.held_on));
    let there = queries::between(&mut tx, first, last).await?;
    for day in &days {
        // Pressed twice, or somebody was quicker: the day is taken already.
        if there.iter().any(|other| other.body_id == meeting.body_id && other.held_on == *day) {
            let sentence = cx.tv("repeat-taken", [("day", cx.day(*day).into())]);
            return draw(&cx, &mut tx, &meeting, Some(sentence)).await;
        }
        let mut new = Meeting {
            head: RecordHead::default(),
            title: meeting.title.clone(),
            begins_at: begins_at.clone(),
            // The end belongs to the old begin.
            ends_at: if moved { String::new() } else { meeting.ends_at.clone() },
            place: meeting.place.clone(),
            chair: meeting.chair.clone(),
            minute_taker: meeting.minute_taker.clone(),
            public: meeting.public,
            ..Meeting::new(meeting.body_id, &meeting.title, *day)
        };
        tx.insert(&mut new).await?;
        take_over(&mut tx, &new).await?;
    }
    let text = cx.tv("flash-repeated", [("count", days.len().into())]);
    cx.done(tx, &format!("{MEETINGS}?gremium={}", meeting.body_id), Some(Flash { text, undo: None })).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn series_have_their_days() {
        let (from, until) = (date(2018, 1, 1), date(2018, 4, 30));
        let table = [
            (Rhythm::Month(1), WeekDay::Thursday, vec![(1, 4), (2, 1), (3, 1), (4, 5)]),
            (Rhythm::Month(5), WeekDay::Thursday, vec![(1, 25), (2, 22), (3, 29), (4, 26)]),
            (Rhythm::Weeks(4), WeekDay::Tuesday, vec![(1, 2), (1, 30), (2, 27), (3, 27), (4, 24)]),
        ];
        for (rhythm, weekday, expected) in table {
            let expected: Vec<Date> = expected.into_iter().map(|(month, day)| date(2018, month, day)).collect();
            assert_eq!(slots(rhythm, weekday, from, until), expected, "{rhythm:?}");
        }
        assert_eq!(place_in_month(date(2017, 11, 30)), 5);
        assert_eq!(place_in_month(date(2017, 11, 14)), 2);
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let table = [
            ("18 Uhr", Some("18:00")),
            ("18.30", Some("18:30")),
            ("9:05", Some("09:05")),
            ("25:00", None),
            ("x", None),
        ];
        for (text, expected) in table {
            assert_eq!(clock(text).as_deref(), expected, "{text}");
        }
    }
}
