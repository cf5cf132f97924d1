//! An old report comes in: what it proposes, what is there already, and what somebody ticked.

mod guess;
mod take_over;

use std::collections::BTreeSet;

use allmende_report_reader::{Event, Grant, Meeting, PressItem, Project, Proposal};
use allmende_store::{StoreError, Tx};

pub use take_over::{TakenOver, take_over};

use crate::compose::normal;
use crate::facts::Facts;

/// Which of the proposed records are wanted, by their place in the proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Meetings with their topics.
    pub meetings: BTreeSet<usize>,
    /// Events.
    pub events: BTreeSet<usize>,
    /// Projects with figures and dates.
    pub projects: BTreeSet<usize>,
    /// Grants.
    pub grants: BTreeSet<usize>,
    /// Press items.
    pub press: BTreeSet<usize>,
}

impl Selection {
    /// How many records are wanted.
    pub fn len(&self) -> usize {
        self.meetings.len() + self.events.len() + self.projects.len() + self.grants.len() + self.press.len()
    }

    /// Whether nothing is wanted.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Everything that is not there yet: what a person would tick first.
    pub fn new_only(proposal: &Proposal, known: &Known) -> Self {
        fn new<T>(items: &[T], is_known: impl Fn(&T) -> bool) -> BTreeSet<usize> {
            items.iter().enumerate().filter(|(_, item)| !is_known(item)).map(|(index, _)| index).collect()
        }
        Self {
            meetings: new(&proposal.meetings, |item| known.meeting(item)),
            events: new(&proposal.events, |item| known.event(item)),
            projects: new(&proposal.projects, |item| known.project(item)),
            grants: new(&proposal.grants, |item| known.grant(item)),
            press: new(&proposal.press, |item| known.press(item)),
        }
    }
}

/// What is recorded already, by kind, day and title; blanks, hyphens and quotes do not count.
#[derive(Clone, Debug, Default)]
pub struct Known {
    keys: BTreeSet<String>,
}

fn key(kind: &str, day: impl std::fmt::Display, title: &str) -> String {
    format!("{kind}:{day}:{}", normal(title))
}

impl Known {
    /// Reads what is recorded.
    pub async fn load(tx: &mut Tx) -> Result<Self, StoreError> {
        Ok(Self::of(&Facts::load(tx).await?))
    }

    /// The keys of what is recorded.
    pub fn of(facts: &Facts) -> Self {
        let mut keys = BTreeSet::new();
        for meeting in &facts.meetings {
            // A report names the body or the word for its meeting; both mean this meeting.
            if let Some(body) = facts.body(meeting.body_id) {
                for name in [&body.name, &body.meeting_name, &body.meeting_name_plural] {
                    keys.insert(key("meeting", meeting.held_on, name));
                }
            }
            keys.insert(key("meeting", meeting.held_on, &meeting.title));
        }
        keys.extend(facts.entries.iter().map(|entry| key("event", entry.held_on, &entry.title)));
        keys.extend(facts.threads.iter().map(|thread| key("project", "-", &thread.title)));
        for grant in &facts.grants {
            let day = grant.notice_on.map_or_else(|| "-".to_owned(), |day| day.to_string());
            keys.insert(key("grant", &day, &grant_words(&grant.authority, grant.granted_cents)));
            // A notice of the same day is the same notice, whoever is named as its authority.
            if grant.notice_on.is_some() {
                keys.insert(key("grant-day", &day, ""));
            }
        }
        keys.extend(facts.media.iter().map(|medium| key("press", "-", &medium.name)));
        for clipping in &facts.clippings {
            let medium = facts.medium(clipping.medium_id).map(|medium| medium.name.clone()).unwrap_or_default();
            keys.insert(key("press", clipping.published_on, &format!("{medium} {}", clipping.headline)));
        }
        Self { keys }
    }

    /// Whether a meeting is recorded already.
    pub fn meeting(&self, meeting: &Meeting) -> bool {
        self.keys.contains(&key("meeting", meeting.date, &meeting.body))
    }

    /// Whether an event is recorded already.
    pub fn event(&self, event: &Event) -> bool {
        self.keys.contains(&key("event", event.date, &event.title))
    }

    /// Whether a project is recorded already.
    pub fn project(&self, project: &Project) -> bool {
        self.keys.contains(&key("project", "-", &project.title))
    }

    /// Whether a grant is recorded already.
    pub fn grant(&self, grant: &Grant) -> bool {
        let day = grant.notice_date.map_or_else(|| "-".to_owned(), |day| day.to_string());
        let words = grant_words(grant.authority.as_deref().unwrap_or_default(), grant.amount_cents);
        self.keys.contains(&key("grant", &day, &words))
            || (grant.notice_date.is_some() && self.keys.contains(&key("grant-day", &day, "")))
    }

    /// Whether a press item is recorded already: the citation, or the medium if that is all there is.
    pub fn press(&self, item: &PressItem) -> bool {
        match (&item.date, &item.title) {
            (Some(date), Some(title)) => self.keys.contains(&key("press", date, &format!("{} {title}", item.medium))),
            _ => self.keys.contains(&key("press", "-", &item.medium)),
        }
    }
}

fn grant_words(authority: &str, cents: Option<i64>) -> String {
    format!("{authority} {}", cents.map(|cents| cents.to_string()).unwrap_or_default())
}

#[cfg(test)]
mod tests;
