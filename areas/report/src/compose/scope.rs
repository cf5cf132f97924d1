//! What of all records a period speaks of. Every count in prose is the length of one of these lists.

use std::collections::BTreeMap;

use allmende_alliance::model::{Body, Municipality, Population};
use allmende_documents::collation;
use allmende_funding::model::ReceivedGrant;
use allmende_meetings::model::{AgendaItem, Meeting, MeetingState};
use allmende_network::model::NetworkEntry;
use allmende_press::model::{Clipping, Medium};
use allmende_projects::model::{KeyFigure, Milestone, Picture, Thread, ThreadKind, ThreadState};
use allmende_store::{Day, Id};

use crate::facts::{Facts, Period};

/// A meeting with its topics.
#[derive(Clone, Debug)]
pub struct HeldMeeting<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Its body.
    pub body: Option<&'a Body>,
    /// Its topics in order.
    pub topics: Vec<&'a AgendaItem>,
}

/// A project with what the period says about it.
#[derive(Clone, Debug)]
pub struct Project<'a> {
    /// Its thread.
    pub thread: &'a Thread,
    /// Where it stood at the end of the period, and since when.
    pub state: Option<(ThreadState, Option<Day>)>,
    /// Its figures, the newest of each kind.
    pub figures: Vec<&'a KeyFigure>,
    /// Its pictures.
    pub pictures: Vec<&'a Picture>,
    /// What happened in the period.
    pub milestones: Vec<&'a Milestone>,
    /// Days of the meetings that dealt with it.
    pub meeting_days: Vec<Day>,
}

/// A member with its inhabitants.
#[derive(Clone, Debug)]
pub struct Member<'a> {
    /// The municipality.
    pub municipality: &'a Municipality,
    /// The count that fits the period best.
    pub population: Option<&'a Population>,
}

/// A citation with its medium.
#[derive(Clone, Debug)]
pub struct Cited<'a> {
    /// The citation.
    pub clipping: &'a Clipping,
    /// The medium, if it is still there.
    pub medium: Option<&'a Medium>,
    /// What it is about.
    pub thread: Option<&'a Thread>,
}

/// Everything a period speaks of.
#[derive(Clone, Debug)]
pub struct Scope<'a> {
    /// All records.
    pub facts: &'a Facts,
    /// The period.
    pub period: Period,
    /// Meetings held in it, in time order.
    pub meetings: Vec<HeldMeeting<'a>>,
    /// Meetings in it that nobody marked as held or cancelled.
    pub planned: Vec<HeldMeeting<'a>>,
    /// Projects in their order.
    pub projects: Vec<Project<'a>>,
    /// Contacts and events, in time order.
    pub entries: Vec<&'a NetworkEntry>,
    /// Citations, in time order.
    pub clippings: Vec<Cited<'a>>,
    /// Media in use, by name.
    pub media: Vec<&'a Medium>,
    /// Members in the period, by name.
    pub members: Vec<Member<'a>>,
    /// Grants that fund the period.
    pub grants: Vec<&'a ReceivedGrant>,
    /// The meetings of each matter, in time order.
    matters: BTreeMap<Matter, Dealt>,
}

/// When a matter was dealt with.
#[derive(Clone, Debug, Default)]
struct Dealt {
    /// The name of its thread or its own title.
    name: String,
    /// Its place among the matters.
    order: usize,
    meetings: Vec<(Id, Day)>,
}

impl<'a> Scope<'a> {
    /// Selects what lies in the period, both ends included. A record that lasts longer or is known
    /// to the month only belongs to the period of its first day, so that adjoining reports count it once.
    pub fn new(facts: &'a Facts, period: Period) -> Self {
        let mut entries: Vec<&NetworkEntry> =
            facts.entries.iter().filter(|entry| period.contains(entry.held_on)).collect();
        entries.sort_by_key(|entry| (entry.held_on, entry.head.id));
        let mut media: Vec<&Medium> = facts.media.iter().filter(|medium| medium.head.archived_at.is_none()).collect();
        media.sort_by(|a, b| collation::compare_words(&a.name, &b.name));
        let held = meetings(facts, period, MeetingState::Held);
        Self {
            facts,
            period,
            matters: matters(facts, &held),
            meetings: held,
            planned: meetings(facts, period, MeetingState::Planned),
            projects: projects(facts, period),
            entries,
            clippings: clippings(facts, period),
            media,
            members: members(facts, period),
            grants: grants(facts, period),
        }
    }

    /// How many topics stood on the agendas.
    pub fn topic_count(&self) -> usize {
        self.meetings.iter().map(|held| held.topics.len()).sum()
    }

    /// Other days on which the matter of a topic was dealt with.
    pub fn other_days(&self, of: &HeldMeeting<'_>, topic: &AgendaItem) -> Vec<Day> {
        let meetings = self.matters.get(&matter(topic)).map(|dealt| dealt.meetings.as_slice()).unwrap_or_default();
        let mut days: Vec<Day> =
            meetings.iter().filter(|(id, _)| *id != of.meeting.head.id).map(|(_, day)| *day).collect();
        days.dedup();
        days
    }

    /// Matters that stood on more than one agenda, by name, in the order of their first appearance.
    pub fn recurring(&self) -> Vec<&str> {
        let mut found: Vec<&Dealt> = self.matters.values().filter(|dealt| dealt.meetings.len() > 1).collect();
        found.sort_by_key(|dealt| dealt.order);
        found.into_iter().map(|dealt| dealt.name.as_str()).collect()
    }

    /// Inhabitants of all members whose count is known.
    pub fn inhabitants(&self) -> i64 {
        self.members.iter().filter_map(|member| member.population).map(|count| count.inhabitants).sum()
    }
}

/// What makes two topics the same matter: their thread, or their title if they have none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Matter {
    Thread(Id),
    Title(String),
}

fn matter(topic: &AgendaItem) -> Matter {
    topic.thread_id.map_or_else(|| Matter::Title(normal(&topic.title)), Matter::Thread)
}

fn matters(facts: &Facts, meetings: &[HeldMeeting<'_>]) -> BTreeMap<Matter, Dealt> {
    let mut found: BTreeMap<Matter, Dealt> = BTreeMap::new();
    for held in meetings {
        for topic in &held.topics {
            let order = found.len();
            let dealt = found.entry(matter(topic)).or_insert_with(|| Dealt {
                name: topic
                    .thread_id
                    .and_then(|id| facts.thread(id))
                    .map_or_else(|| topic.title.clone(), |thread| thread.title.clone()),
                order,
                meetings: Vec::new(),
            });
            let day = (held.meeting.head.id, held.meeting.held_on);
            if dealt.meetings.last() != Some(&day) {
                dealt.meetings.push(day);
            }
        }
    }
    found
}

/// Letters and digits in lower case: spelling of blanks, hyphens and quotes does not count.
pub(crate) fn normal(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

fn meetings(facts: &Facts, period: Period, state: MeetingState) -> Vec<HeldMeeting<'_>> {
    let mut found: Vec<HeldMeeting<'_>> = facts
        .meetings
        .iter()
        .filter(|meeting| meeting.state == state && period.contains(meeting.held_on))
        .map(|meeting| {
            let mut topics: Vec<&AgendaItem> =
                facts.agenda.iter().filter(|item| item.meeting_id == meeting.head.id).collect();
            topics.sort_by_key(|item| (item.position, item.head.id));
            HeldMeeting { meeting, body: facts.body(meeting.body_id), topics }
        })
        .collect();
    found.sort_by(|a, b| {
        (a.meeting.held_on, &a.meeting.begins_at, a.meeting.head.id).cmp(&(
            b.meeting.held_on,
            &b.meeting.begins_at,
            b.meeting.head.id,
        ))
    });
    found
}

/// Where a thread stood on a day.
fn state_on(facts: &Facts, thread: &Thread, day: Day) -> Option<(ThreadState, Option<Day>)> {
    let dated = facts
        .changes
        .iter()
        .filter(|change| change.thread_id == thread.head.id && change.on_day <= day)
        .max_by_key(|change| (change.on_day, change.head.id))
        .map(|change| (change.state, Some(change.on_day)));
    let own = thread
        .state
        .filter(|_| thread.state_since.is_none_or(|since| since <= day))
        .map(|state| (state, thread.state_since));
    match (dated, own) {
        // The thread itself names the newest state; an undated one is as new as any.
        (Some((_, dated_on)), Some((state, since))) if since >= dated_on => Some((state, since)),
        (Some(dated), _) => Some(dated),
        (None, own) => own,
    }
}

/// The days on which something of a thread is recorded.
fn dated_facts(facts: &Facts, id: Id) -> Vec<Day> {
    let held = |meeting: Id| {
        facts
            .meetings
            .iter()
            .find(|other| other.head.id == meeting && other.state == MeetingState::Held)
            .map(|other| other.held_on)
    };
    let mut days: Vec<Day> = Vec::new();
    days.extend(facts.milestones.iter().filter(|fact| fact.thread_id == id).map(|fact| fact.on_day));
    days.extend(facts.changes.iter().filter(|fact| fact.thread_id == id).map(|fact| fact.on_day));
    days.extend(facts.figures.iter().filter(|fact| fact.thread_id == id).filter_map(|fact| fact.as_of));
    days.extend(facts.agenda.iter().filter(|fact| fact.thread_id == Some(id)).filter_map(|fact| held(fact.meeting_id)));
    days.extend(facts.entries.iter().filter(|fact| fact.thread_id == Some(id)).map(|fact| fact.held_on));
    days.extend(facts.clippings.iter().filter(|fact| fact.thread_id == Some(id)).map(|fact| fact.published_on));
    days
}

/// A project belongs to a period if it had begun by its end and had not ended before its beginning,
/// or if anything of it lies in the period.
fn projects(facts: &Facts, period: Period) -> Vec<Project<'_>> {
    let mut found: Vec<Project<'_>> = facts
        .threads
        .iter()
        .filter(|thread| thread.kind == ThreadKind::Project)
        .filter_map(|thread| {
            let days = dated_facts(facts, thread.head.id);
            let state = state_on(facts, thread, period.to);
            let active = days.iter().any(|day| period.contains(*day));
            let began = thread.started_on.or_else(|| days.iter().min().copied());
            let ended_before = state.is_some_and(|(state, since)| {
                matches!(state, ThreadState::Done | ThreadState::Dropped)
                    && since.is_some_and(|since| since < period.from)
            });
            let belongs = active || (began.is_none_or(|day| day <= period.to) && !ended_before);
            belongs.then(|| project(facts, thread, state, period))
        })
        .collect();
    found.sort_by(|a, b| {
        let place =
            |project: &Project<'_>| if project.thread.position > 0 { project.thread.position } else { i64::MAX };
        place(a).cmp(&place(b)).then_with(|| collation::compare_words(&a.thread.title, &b.thread.title))
    });
    found
}

fn project<'a>(
    facts: &'a Facts,
    thread: &'a Thread,
    state: Option<(ThreadState, Option<Day>)>,
    period: Period,
) -> Project<'a> {
    let id = thread.head.id;
    let mut milestones: Vec<&Milestone> =
        facts.milestones.iter().filter(|fact| fact.thread_id == id && period.contains(fact.on_day)).collect();
    milestones.sort_by_key(|fact| (fact.on_day, fact.head.id));
    let mut pictures: Vec<&Picture> = facts
        .pictures
        .iter()
        .filter(|picture| picture.thread_id == id && picture.taken_on.is_none_or(|day| period.contains(day)))
        .collect();
    pictures.sort_by_key(|picture| (picture.position, picture.head.id));
    let mut meeting_days: Vec<Day> = meetings(facts, period, MeetingState::Held)
        .iter()
        .filter(|held| held.topics.iter().any(|topic| topic.thread_id == Some(id)))
        .map(|held| held.meeting.held_on)
        .collect();
    meeting_days.dedup();
    Project { thread, state, figures: figures(facts, id, period), pictures, milestones, meeting_days }
}

/// The figures of a thread that were known at the end of the period, the newest of each label.
fn figures(facts: &Facts, id: Id, period: Period) -> Vec<&KeyFigure> {
    let known = |figure: &&KeyFigure| figure.thread_id == id && figure.as_of.is_none_or(|day| day <= period.to);
    let mut found: Vec<&KeyFigure> = facts
        .figures
        .iter()
        .filter(known)
        .filter(|figure| {
            !facts.figures.iter().filter(known).any(|other| {
                other.label == figure.label
                    && other.unit == figure.unit
                    && (other.as_of, other.head.id) > (figure.as_of, figure.head.id)
            })
        })
        .collect();
    found.sort_by_key(|figure| (figure.position, figure.head.id));
    found
}

fn clippings(facts: &Facts, period: Period) -> Vec<Cited<'_>> {
    let mut found: Vec<Cited<'_>> = facts
        .clippings
        .iter()
        .filter(|clipping| period.contains(clipping.published_on))
        .map(|clipping| Cited {
            clipping,
            medium: facts.medium(clipping.medium_id),
            thread: clipping.thread_id.and_then(|id| facts.thread(id)),
        })
        .collect();
    found.sort_by_key(|cited| (cited.clipping.published_on, cited.clipping.head.id));
    found
}

fn members(facts: &Facts, period: Period) -> Vec<Member<'_>> {
    let mut found: Vec<Member<'_>> = facts
        .municipalities
        .iter()
        .filter(|municipality| municipality.is_member_between(period.from, period.to))
        .map(|municipality| {
            let counts = || facts.populations.iter().filter(|count| count.municipality_id == municipality.head.id);
            let before = counts().filter(|count| count.counted_on <= period.to).max_by_key(|count| count.counted_on);
            let population = before.or_else(|| counts().min_by_key(|count| count.counted_on));
            Member { municipality, population }
        })
        .collect();
    found.sort_by(|a, b| collation::compare_words(&a.municipality.name, &b.municipality.name));
    found
}

/// Grants whose funded period meets the reported one. The notice may lie long before.
fn grants(facts: &Facts, period: Period) -> Vec<&ReceivedGrant> {
    let mut found: Vec<&ReceivedGrant> = facts
        .grants
        .iter()
        .filter(|grant| {
            let begins = grant.period_from.or(grant.notice_on).is_none_or(|day| day <= period.to);
            begins && grant.period_to.is_none_or(|day| day >= period.from)
        })
        .collect();
    found.sort_by_key(|grant| (grant.notice_on, grant.head.id));
    found
}
