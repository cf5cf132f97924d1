//! The month on a page: meetings of all bodies, public holidays, school holidays.

use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;

use allmende_meeting_rules::{SchoolDay, holiday, school_holiday};
use allmende_store::Day;
use allmende_web::texts::Language;
use allmende_web::view::month_title;
use allmende_web::{Cx, Problem, assets, page};

use super::super::notice_box::REGION;
use super::super::{MEETINGS, meeting};
use super::CALENDAR;
use crate::calendar_month::{month_word, parse_month, weeks};
use crate::model::{Meeting, Stage};
use crate::queries;

/// A day of the month.
struct DayView {
    number: i8,
    iso: String,
    /// "Donnerstag, 30. November 2017", for those who cannot see the table.
    name: String,
    outside: bool,
    today: bool,
    holiday: String,
    school: bool,
    meetings: Vec<MeetingView>,
}

struct MeetingView {
    href: String,
    title: String,
    time: String,
    /// ", 18:00 bis 20:00 Uhr, Rathaus": what the small field has no room for.
    more: String,
    off: bool,
}

#[derive(askama::Template)]
#[template(path = "month.html")]
struct MonthPage<'a> {
    cx: &'a Cx,
    title: String,
    previous: (String, String),
    next: (String, String),
    weekdays: Vec<(String, String)>,
    weeks: Vec<Vec<DayView>>,
    list: Vec<(String, MeetingView)>,
    school: String,
    asset: &'static str,
}

pub(super) async fn show(cx: Cx) -> Result<Response, Problem> {
    let first = parse_month(cx.query("monat")).unwrap_or_else(|| cx.today().0.first_of_month());
    let grid = weeks(first);
    let (Some(begin), Some(end)) = (grid.first().map(|week| week[0]), grid.last().map(|week| week[6])) else {
        return Err(Problem::NotFound);
    };
    let mut tx = cx.read().await?;
    let meetings = queries::between(&mut tx, Day(begin), Day(end)).await?;
    let neighbour = |months: i64| {
        let day = first.checked_add(months.months()).unwrap_or(first);
        (format!("{CALENDAR}?monat={}", month_word(day)), month_title(&cx, Day(day)))
    };
    let list = meetings
        .iter()
        .filter(|meeting| meeting.held_on.0.first_of_month() == first)
        .map(|one| (meeting::lead(one, &cx), meeting_view(&cx, one)))
        .collect();
    let body = MonthPage {
        title: month_title(&cx, Day(first)),
        previous: neighbour(-1),
        next: neighbour(1),
        weekdays: (1..=7).map(|day| (cx.t(&format!("weekday-short-{day}")), cx.t(&format!("weekday-{day}")))).collect(),
        weeks: grid.iter().map(|week| week.iter().map(|day| day_view(&cx, *day, first, &meetings)).collect()).collect(),
        list,
        school: school_words(&cx, first),
        cx: &cx,
        asset: assets::prefix(),
    };
    let title = format!("{}: {}", cx.t("calendar"), body.title);
    page::page(&cx, &title, &body)
}

fn day_view(cx: &Cx, day: Date, first: Date, meetings: &[Meeting]) -> DayView {
    let english = cx.language() == Language::English;
    let covers = |one: &&Meeting| one.held_on.0 <= day && day <= one.last_day().0;
    DayView {
        number: day.day(),
        iso: day.to_string(),
        name: cx.long_weekday(Day(day)),
        outside: day.first_of_month() != first,
        today: Day(day) == cx.today(),
        holiday: holiday(day, REGION)
            .map(|one| if english { one.english() } else { one.german() }.to_owned())
            .unwrap_or_default(),
        school: matches!(school_holiday(day), SchoolDay::Holiday(_)),
        meetings: meetings.iter().filter(covers).map(|one| meeting_view(cx, one)).collect(),
    }
}

fn meeting_view(cx: &Cx, one: &Meeting) -> MeetingView {
    let off = one.stage() == Stage::Cancelled;
    let times = if one.ends_at.is_empty() { String::new() } else { meeting::times(one, cx) };
    let state = if off { cx.t("meeting-state-cancelled") } else { String::new() };
    let words = [times, one.place.clone(), state];
    let more = words.iter().filter(|word| !word.is_empty()).map(|word| format!(", {word}")).collect();
    MeetingView {
        href: format!("{MEETINGS}/{}", one.head.id),
        title: one.title.clone(),
        time: one.begins_at.clone(),
        more,
        off,
    }
}

/// Whether the school holidays of the month are known, and which there are.
fn school_words(cx: &Cx, first: Date) -> String {
    let english = cx.language() == Language::English;
    let mut names: Vec<String> = Vec::new();
    for day in 0..i64::from(first.days_in_month()) {
        let Ok(day) = first.checked_add(day.days()) else { continue };
        match school_holiday(day) {
            SchoolDay::Unknown => return cx.t("calendar-school-unknown"),
            SchoolDay::Holiday(one) => {
                let name = if english { one.english() } else { one.german() };
                if names.last().is_none_or(|last| last != name) {
                    names.push(name.to_owned());
                }
            }
            SchoolDay::School => {}
        }
    }
    if names.is_empty() { String::new() } else { cx.tv("calendar-school", [("names", names.join(", ").into())]) }
}
