//! Everything that minutes are made of, as one value that is stored with each version.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use allmende_meeting_rules::{Regime, RuleSet};
use allmende_projects::model::Task;
use allmende_store::{Day, Id, Moment, Record};

use crate::model::item::numbers;
use crate::model::participant::{Participant, Presence};
use crate::model::vote::{Ballot, Vote};
use crate::model::{AgendaItem, ItemState, Meeting};

/// A part of the minutes: each is a paper of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// What everybody may read.
    Open,
    /// What was dealt with in private (Art. 52 Abs. 2 GO).
    Closed,
}

/// A notice by which the meeting was called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// When it was sent.
    pub on: Day,
    /// Why it was late; empty if it was not.
    pub reason: String,
}

/// The records of a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proceedings {
    /// Name of the alliance.
    pub alliance: String,
    /// Its colour.
    pub brand: String,
    /// Name of the body.
    pub body: String,
    /// The meeting.
    pub meeting: Meeting,
    /// Its whole agenda in order.
    pub items: Vec<AgendaItem>,
    /// Who was expected, in order; without addresses.
    pub participants: Vec<Participant>,
    /// Who was there when.
    pub presences: Vec<Presence>,
    /// The votes in order.
    pub votes: Vec<Vote>,
    /// Who chose what.
    pub ballots: Vec<Ballot>,
    /// What follows from it.
    pub tasks: Vec<Task>,
    /// How it was called, newest last.
    pub calls: Vec<Call>,
    /// The rules of its day.
    pub rules: RuleSet,
    /// Where they stand; empty if nobody laid down any.
    pub source: String,
}

/// Takes away what changes without the content: counters and instants of storing.
fn still<T: Record>(records: &mut [T]) {
    for record in records {
        let head = record.head_mut();
        head.version = 0;
        head.changed_at = head.created_at;
    }
}

impl Proceedings {
    /// The same without what minutes have no use for: addresses, secrets, counters.
    pub fn cleaned(mut self) -> Self {
        for one in &mut self.participants {
            one.email.clear();
            one.token_digest.clear();
        }
        still(std::slice::from_mut(&mut self.meeting));
        still(&mut self.items);
        still(&mut self.participants);
        still(&mut self.presences);
        still(&mut self.votes);
        still(&mut self.ballots);
        still(&mut self.tasks);
        self
    }

    /// Whether minutes made of the other would say the same. Tasks go on after the meeting.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let without = |one: &Self| {
            let mut one = one.clone();
            for task in &mut one.tasks {
                task.done_on = None;
            }
            one
        };
        without(self) == without(other)
    }

    /// The items that stand in the minutes with their numbers: all but those that were taken away before anybody was told.
    pub fn numbered(&self) -> Vec<(&AgendaItem, String)> {
        let told = |item: &&AgendaItem| item.state != ItemState::Withdrawn || item.announced.is_some();
        let items: Vec<&AgendaItem> = self.items.iter().filter(told).collect();
        let owned: Vec<AgendaItem> = items.iter().copied().cloned().collect();
        items.into_iter().zip(numbers(&owned, ("Ö", "N"))).collect()
    }

    /// The items of a part. A vote that is not for everybody brings its item into the private part, too.
    pub fn items_of(&self, sheet: Sheet) -> Vec<(&AgendaItem, String)> {
        let mut items = self.numbered();
        items.retain(|(item, _)| match sheet {
            Sheet::Open => item.public,
            Sheet::Closed => !item.public || !self.votes_of(item, Sheet::Closed).is_empty(),
        });
        items
    }

    /// The votes on an item that a part may tell.
    pub fn votes_of(&self, item: &AgendaItem, sheet: Sheet) -> Vec<&Vote> {
        let told = |vote: &&Vote| {
            vote.item_id == Some(item.head.id)
                && match sheet {
                    Sheet::Open => item.public && vote.public,
                    Sheet::Closed => !item.public || !vote.public,
                }
        };
        self.votes.iter().filter(told).collect()
    }

    /// All votes that a part may tell, in order.
    pub fn votes_in(&self, sheet: Sheet) -> Vec<&Vote> {
        self.items_of(sheet).into_iter().flat_map(|(item, _)| self.votes_of(item, sheet)).collect()
    }

    /// Whether there is a private part.
    pub fn has_closed(&self) -> bool {
        !self.items_of(Sheet::Closed).is_empty()
    }

    /// Who votes.
    pub fn voting(&self) -> impl Iterator<Item = &Participant> {
        self.participants.iter().filter(|one| one.role.votes())
    }

    /// The stretches in which somebody was there, in order.
    pub fn presences_of(&self, participant: Id) -> Vec<&Presence> {
        let mut all: Vec<&Presence> =
            self.presences.iter().filter(|presence| presence.participant_id == participant).collect();
        all.sort_by_key(|presence| presence.came_at);
        all
    }

    /// Whether somebody was there at an instant.
    pub fn is_there(&self, participant: Id, at: Moment) -> bool {
        self.presences.iter().any(|presence| presence.participant_id == participant && presence.covers(at))
    }

    /// How many of those who vote were there at an instant.
    pub fn heads_at(&self, at: Moment) -> usize {
        self.voting().filter(|one| self.is_there(one.head.id, at)).count()
    }

    /// The tasks that a part may tell: those that follow from its items and votes.
    pub fn tasks_of(&self, sheet: Sheet) -> Vec<&Task> {
        let open = self.sources_of(Sheet::Open);
        let closed = self.sources_of(Sheet::Closed);
        let told = |task: &&Task| {
            let of = |sources: &BTreeSet<Id>| task.source_id.is_some_and(|source| sources.contains(&source));
            match sheet {
                Sheet::Open => of(&open) && !task.private,
                // A confidential task stands on the private sheet, whatever it follows from.
                Sheet::Closed => of(&closed) || (of(&open) && task.private),
            }
        };
        self.tasks.iter().filter(told).collect()
    }

    /// What tasks of a part can follow from: its votes, and its items.
    fn sources_of(&self, sheet: Sheet) -> BTreeSet<Id> {
        let items = self.items_of(sheet).into_iter().map(|(item, _)| item);
        let items = items.filter(|item| item.public == (sheet == Sheet::Open)).map(|item| item.head.id);
        items.chain(self.votes_in(sheet).into_iter().map(|vote| vote.head.id)).collect()
    }

    /// What a task follows from: the number of the decision, or nothing.
    pub fn decision_of(&self, task: &Task) -> Option<&Vote> {
        self.votes.iter().find(|vote| task.source_id == Some(vote.head.id))
    }

    /// When it was opened: as held, else as announced.
    pub fn begin(&self) -> String {
        self.meeting.opened_at.map_or_else(|| self.meeting.begins_at.clone(), clock)
    }

    /// When it was closed.
    pub fn end(&self) -> String {
        self.meeting.closed_at.map_or_else(|| self.meeting.ends_at.clone(), clock)
    }

    /// What the body's papers are called: a group without formal rules writes notes.
    pub fn paper(&self) -> &'static str {
        if self.rules.regime == Regime::Informal { "Ergebnisnotiz" } else { "Niederschrift" }
    }

    /// "Niederschrift der Allianzsitzung vom 30.11.2017".
    pub fn title(&self) -> String {
        let day = allmende_documents::format::date(self.meeting.held_on.0);
        format!("{} {} vom {day}", self.paper(), of_meeting(&self.meeting.title))
    }
}

/// "18:05" in German time.
pub fn clock(at: Moment) -> String {
    let local = at.in_germany();
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// Endings of feminine words for a meeting: their genitive needs nothing but the article.
const FEMININE: [&str; 7] = ["sitzung", "versammlung", "besprechung", "konferenz", "tagung", "klausur", "runde"];

/// "der Allianzsitzung"; a name of another form is quoted, because its genitive cannot be known.
pub fn of_meeting(title: &str) -> String {
    let last = title.to_lowercase();
    if FEMININE.iter().any(|ending| last.ends_with(ending)) && !title.contains(char::is_numeric) {
        format!("der {title}")
    } else {
        format!("„{title}“")
    }
}
