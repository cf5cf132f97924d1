//! Storing what somebody ticked, in the caller's transaction: all of it or nothing.

use allmende_alliance::model::Body;
use allmende_funding::model::ReceivedGrant;
use allmende_meetings::model::{Meeting, MeetingState};
use allmende_network::model::NetworkEntry;
use allmende_press::model::{Clipping, Medium};
use allmende_projects::model::{FieldOfAction, KeyFigure, Milestone, Thread, ThreadKind};
use allmende_report_reader as reader;
use allmende_report_reader::Proposal;
use allmende_store::{Day, Head, Id, Precision, StoreError, Tx};

use super::{Selection, guess};
use crate::compose::normal;

/// The longest line of a record.
const LONGEST: usize = 300;
/// Titles shorter than this are linked only if they are equal.
const SHORTEST_PART: usize = 6;

/// How many records were stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TakenOver {
    /// Meetings.
    pub meetings: usize,
    /// Their topics.
    pub topics: usize,
    /// Events.
    pub events: usize,
    /// Projects.
    pub projects: usize,
    /// Grants.
    pub grants: usize,
    /// Press items.
    pub press: usize,
}

/// Stores the selected records. Projects first, so that topics can be linked to them.
pub async fn take_over(tx: &mut Tx, proposal: &Proposal, selection: &Selection) -> Result<TakenOver, StoreError> {
    let mut taken = TakenOver::default();
    for project in chosen(&proposal.projects, &selection.projects) {
        self::project(tx, project).await?;
        taken.projects += 1;
    }
    let threads: Vec<Thread> = tx.all().await?;
    for meeting in chosen(&proposal.meetings, &selection.meetings) {
        taken.topics += self::meeting(tx, meeting, &threads).await?;
        taken.meetings += 1;
    }
    for event in chosen(&proposal.events, &selection.events) {
        self::event(tx, event, &threads).await?;
        taken.events += 1;
    }
    for grant in chosen(&proposal.grants, &selection.grants) {
        self::grant(tx, grant).await?;
        taken.grants += 1;
    }
    for item in chosen(&proposal.press, &selection.press) {
        press(tx, item, &threads).await?;
        taken.press += 1;
    }
    Ok(taken)
}

fn chosen<'a, T>(items: &'a [T], places: &std::collections::BTreeSet<usize>) -> Vec<&'a T> {
    items.iter().enumerate().filter(|(index, _)| places.contains(index)).map(|(_, item)| item).collect()
}

/// One line, no longer than a record takes.
fn line(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if joined.chars().count() <= LONGEST { joined } else { joined.chars().take(LONGEST - 1).chain(['…']).collect() }
}

async fn project(tx: &mut Tx, project: &reader::Project) -> Result<(), StoreError> {
    let field_id = match project.field.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => Some(field_of_action(tx, name).await?),
        None => None,
    };
    let mut thread = Thread {
        head: Head::default(),
        title: line(&project.title),
        kind: ThreadKind::Project,
        strategic: project.strategic,
        field_id,
        state: project.state.as_deref().and_then(guess::state),
        state_since: None,
        summary: String::new(),
        narrative: narrative(project),
        lead: String::new(),
        partners: project.partners.join("\n"),
        started_on: None,
        position: 0,
    };
    tx.insert(&mut thread).await?;
    for (index, figure) in project.figures.iter().enumerate() {
        let Some(value_milli) = thousandths(figure.value) else { continue };
        let label =
            figure.unit.as_deref().map(line).filter(|label| !label.is_empty()).unwrap_or_else(|| line(&project.title));
        let mut figure = KeyFigure {
            head: Head::default(),
            thread_id: thread.head.id,
            label,
            qualifier: guess::qualifier(figure.qualifier.as_deref()),
            value_milli,
            unit: String::new(),
            as_of: None,
            position: i64::try_from(index).unwrap_or(0) + 1,
        };
        tx.insert(&mut figure).await?;
    }
    for step in &project.milestones {
        let mut milestone = Milestone {
            head: Head::default(),
            thread_id: thread.head.id,
            title: line(&step.text),
            on_day: Day(step.date),
            precision: guess::precision(step.precision),
            note: String::new(),
        };
        tx.insert(&mut milestone).await?;
    }
    Ok(())
}

/// The text in paragraphs. A state in words that the program does not know stays readable below it.
fn narrative(project: &reader::Project) -> String {
    let mut paragraphs: Vec<String> = project.narrative.lines().map(str::to_owned).collect();
    if let Some(state) = project.state.as_deref().filter(|state| guess::state(state).is_none()) {
        paragraphs.push(format!("Stand laut Bericht: {state}"));
    }
    paragraphs.join("\n\n")
}

/// The last day of what is known by its week; other spans end as written.
fn last_day(event: &reader::Event) -> Option<jiff::civil::Date> {
    let week = event.precision == Some(reader::dates::Precision::Week) && event.end_date.is_none();
    if week { Some(event.date.saturating_add(jiff::Span::new().days(6))) } else { event.end_date }
}

/// A number in thousandths; `None` if it does not fit.
fn thousandths(value: f64) -> Option<i64> {
    // Through its shortest decimal form, so that 137.1 does not become 137.099.
    let text = format!("{value}");
    let (whole, fraction) = text.split_once('.').unwrap_or((text.as_str(), ""));
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    let whole: i64 = whole.parse().ok()?;
    let fraction: i64 = digits.parse().ok()?;
    whole.checked_mul(1000)?.checked_add(sign * fraction)
}

async fn field_of_action(tx: &mut Tx, name: &str) -> Result<Id, StoreError> {
    let fields: Vec<FieldOfAction> = tx.all().await?;
    if let Some(field) = fields.iter().find(|field| normal(&field.name) == normal(name)) {
        return Ok(field.head.id);
    }
    let position = fields.iter().map(|field| field.position).max().unwrap_or(0) + 1;
    let mut field = FieldOfAction { head: Head::default(), name: line(name), position, description: String::new() };
    tx.insert(&mut field).await?;
    Ok(field.head.id)
}

/// The thread that a title belongs to: the same title, else the only one whose title holds it or is held by it.
fn thread_of(threads: &[Thread], title: &str) -> Option<Id> {
    let wanted = normal(title);
    if let Some(thread) = threads.iter().find(|thread| normal(&thread.title) == wanted) {
        return Some(thread.head.id);
    }
    let near: Vec<&Thread> = threads
        .iter()
        .filter(|thread| {
            let own = normal(&thread.title);
            let shorter = own.chars().count().min(wanted.chars().count());
            shorter >= SHORTEST_PART && (own.contains(&wanted) || wanted.contains(&own))
        })
        .collect();
    if let [only] = near[..] { Some(only.head.id) } else { None }
}

async fn body(tx: &mut Tx, name: &str) -> Result<Body, StoreError> {
    let bodies: Vec<Body> = tx.all().await?;
    let wanted = normal(name);
    let named = |body: &&Body| {
        [&body.name, &body.meeting_name, &body.meeting_name_plural].into_iter().any(|own| normal(own) == wanted)
    };
    if let Some(body) = bodies.iter().find(named) {
        return Ok(body.clone());
    }
    let (meeting_name, meeting_name_plural) = guess::meeting_words(name);
    let mut body = Body {
        head: Head::default(),
        name: line(name),
        kind: guess::body_kind(name),
        meeting_name,
        meeting_name_plural,
        municipality_id: None,
        description: String::new(),
    };
    tx.insert(&mut body).await?;
    Ok(body)
}

/// Stores a meeting and gives the number of its topics.
async fn meeting(tx: &mut Tx, meeting: &reader::Meeting, threads: &[Thread]) -> Result<usize, StoreError> {
    let name = if meeting.body.trim().is_empty() { "Sitzung" } else { meeting.body.trim() };
    let body = self::body(tx, name).await?;
    let held_on = Day(meeting.date);
    // What lies ahead was announced, not held.
    let state = if held_on <= tx.today() { MeetingState::Held } else { MeetingState::Planned };
    let mut record = Meeting {
        ends_on: meeting.end_date.map(Day),
        place: meeting.place.as_deref().map(line).unwrap_or_default(),
        state,
        note: meeting.note.clone(),
        ..Meeting::new(body.head.id, &body.meeting_name, held_on)
    };
    tx.insert(&mut record).await?;
    for (index, topic) in meeting.topics.iter().enumerate() {
        let position = i64::try_from(index).unwrap_or(0) + 1;
        let mut item = record.item(position, &line(topic), thread_of(threads, topic));
        tx.insert(&mut item).await?;
    }
    Ok(meeting.topics.len())
}

async fn event(tx: &mut Tx, event: &reader::Event, threads: &[Thread]) -> Result<(), StoreError> {
    let mut entry = NetworkEntry {
        head: Head::default(),
        held_on: Day(event.date),
        ends_on: last_day(event).map(Day),
        precision: guess::precision(event.precision),
        kind: guess::entry_kind(&event.title),
        title: line(&event.title),
        place: event.place.as_deref().map(line).unwrap_or_default(),
        partners: String::new(),
        outcome: event.note.clone(),
        thread_id: thread_of(threads, &event.title),
    };
    tx.insert(&mut entry).await
}

async fn grant(tx: &mut Tx, grant: &reader::Grant) -> Result<(), StoreError> {
    let period = grant.period.unwrap_or_default();
    let mut record = ReceivedGrant {
        head: Head::default(),
        // The sentence stays beside it; the purpose in a few words is for a person to say.
        purpose: "Zuwendung aus eingelesenem Bericht".to_owned(),
        authority: grant.authority.as_deref().map(line).unwrap_or_default(),
        reference: String::new(),
        notice_on: grant.notice_date.map(Day),
        period_from: period.from.map(Day),
        period_to: period.to.map(Day),
        rate: None,
        cap_cents: None,
        granted_cents: grant.amount_cents,
        post_filled_on: None,
        note: grant.text.clone(),
    };
    tx.insert(&mut record).await
}

async fn press(tx: &mut Tx, item: &reader::PressItem, threads: &[Thread]) -> Result<(), StoreError> {
    let media: Vec<Medium> = tx.all().await?;
    let known = media.iter().find(|medium| normal(&medium.name) == normal(&item.medium)).map(|medium| medium.head.id);
    let medium_id = if let Some(id) = known {
        id
    } else {
        let mut medium = Medium {
            head: Head::default(),
            name: line(&item.medium),
            kind: guess::medium_kind(&item.medium),
            website: String::new(),
            email: String::new(),
            note: String::new(),
        };
        tx.insert(&mut medium).await?;
        medium.head.id
    };
    // Without a day and a headline there is only the medium to record.
    if let (Some(date), Some(title)) = (item.date, &item.title) {
        let mut clipping = Clipping {
            head: Head::default(),
            medium_id,
            published_on: Day(date),
            precision: Precision::Day,
            headline: line(title),
            page: String::new(),
            link: String::new(),
            summary: item.note.clone(),
            thread_id: thread_of(threads, title),
        };
        tx.insert(&mut clipping).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_exact() {
        for (value, expected) in [(430.0, Some(430_000)), (137.1, Some(137_100)), (0.5, Some(500)), (1e300, None)] {
            assert_eq!(thousandths(value), expected, "{value}");
        }
    }

    #[test]
    fn a_week_has_seven_days() {
        let mut event = reader::Event {
            date: jiff::civil::date(2023, 3, 20),
            end_date: None,
            precision: Some(reader::dates::Precision::Week),
            title: "Aktionswoche".to_owned(),
            place: None,
            note: String::new(),
            source: Vec::new(),
        };
        assert_eq!(last_day(&event), Some(jiff::civil::date(2023, 3, 26)));
        event.precision = None;
        assert_eq!(last_day(&event), None);
        event.end_date = Some(jiff::civil::date(2023, 4, 1));
        event.precision = Some(reader::dates::Precision::Week);
        assert_eq!(last_day(&event), Some(jiff::civil::date(2023, 4, 1)));
    }

    #[test]
    fn a_state_without_counterpart_stays_readable() {
        let mut project = reader::Project {
            title: "Radweg".to_owned(),
            field: None,
            state: Some("zu drei Vierteln gebaut".to_owned()),
            strategic: false,
            figures: Vec::new(),
            milestones: Vec::new(),
            partners: Vec::new(),
            narrative: "Es fehlt die Brücke.\nSie folgt.".to_owned(),
            source: Vec::new(),
        };
        let expected = "Es fehlt die Brücke.\n\nSie folgt.\n\nStand laut Bericht: zu drei Vierteln gebaut";
        assert_eq!(narrative(&project), expected);
        project.state = Some("ruht".to_owned());
        assert_eq!(narrative(&project), "Es fehlt die Brücke.\n\nSie folgt.");
    }

    fn thread(title: &str, number: u128) -> Thread {
        Thread {
            head: Head { id: Id(uuid::Uuid::from_u128(number)), ..Head::default() },
            title: title.to_owned(),
            kind: ThreadKind::Project,
            strategic: false,
            field_id: None,
            state: None,
            state_since: None,
            summary: String::new(),
            narrative: String::new(),
            lead: String::new(),
            partners: String::new(),
            started_on: None,
            position: 0,
        }
    }

    #[test]
    fn topics_find_their_thread_or_none() {
        let threads = [thread("Obstwiesen", 1), thread("Lehrfahrt", 2), thread("Wasser", 3), thread("Wasserschutz", 4)];
        let id = |number: u128| Some(Id(uuid::Uuid::from_u128(number)));
        let table = [
            ("Obstwiesen", id(1)),
            ("obst-wiesen", id(1)),
            ("Nachbesprechung der Lehrfahrt", id(2)),
            ("Wasser", id(3)),
            ("Wasserschutzgebiet Nord", None),
            ("Haushalt", None),
        ];
        for (title, expected) in table {
            assert_eq!(thread_of(&threads, title), expected, "{title}");
        }
    }
}
