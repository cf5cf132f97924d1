//! What is sent about a meeting, as one value that is stored as it is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use allmende_store::{Day, Id};

use crate::model::item::{ItemFile, numbers};
use crate::model::notice::{NoticeKind, Part};
use crate::model::participant::Participant;
use crate::model::seat::Channel;
use crate::model::{AgendaItem, ItemState, Meeting, Purpose};

/// Everything that a notice says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Name of the meeting.
    pub title: String,
    /// Name of the body.
    pub body: String,
    /// First day.
    pub held_on: Day,
    /// Last day, if it is another.
    pub ends_on: Option<Day>,
    /// Begin, "18:00".
    pub begins_at: String,
    /// End; may be empty.
    pub ends_at: String,
    /// Where.
    pub place: String,
    /// Whether it takes place.
    pub takes_place: bool,
    /// The agenda.
    pub items: Vec<SnapshotItem>,
    /// Who gets it.
    pub recipients: Vec<SnapshotRecipient>,
}

/// An item as it is announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotItem {
    /// The item.
    pub id: Id,
    /// "Ö 3".
    pub number: String,
    /// Its title.
    pub title: String,
    /// What others read instead, if it is private.
    pub open_title: String,
    /// Whether it is public.
    pub public: bool,
    /// What is wanted of the body.
    pub purpose: Purpose,
    /// Who presents it.
    pub presenter: String,
    /// What it is about.
    pub background: String,
    /// The proposed resolution.
    pub proposal: String,
    /// Titles of the files that everybody may have.
    pub open_annexes: Vec<String>,
    /// Titles of the files for members only.
    pub annexes: Vec<String>,
}

/// Somebody who gets the notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotRecipient {
    /// The participant.
    pub participant: Id,
    /// What lists show.
    pub name: String,
    /// Who speaks.
    pub person: String,
    /// By mail or letter.
    pub channel: Channel,
    /// The mail address.
    pub email: String,
    /// What of the agenda.
    pub part: Part,
}

impl Snapshot {
    /// What the records say now. `items` is the whole agenda in its order; items that were withdrawn are left out.
    pub fn of(
        meeting: &Meeting,
        body: &str,
        items: &[AgendaItem],
        files: &BTreeMap<Id, Vec<ItemFile>>,
        participants: &[Participant],
    ) -> Self {
        let items: Vec<AgendaItem> = items.iter().filter(|item| item.state != ItemState::Withdrawn).cloned().collect();
        let numbers = numbers(&items, ("Ö", "N"));
        Self {
            title: meeting.title.clone(),
            body: body.to_owned(),
            held_on: meeting.held_on,
            ends_on: meeting.ends_on,
            begins_at: meeting.begins_at.clone(),
            ends_at: meeting.ends_at.clone(),
            place: meeting.place.clone(),
            takes_place: meeting.state != crate::model::MeetingState::Cancelled,
            items: items
                .iter()
                .zip(numbers)
                .map(|(item, number)| SnapshotItem::of(item, number, files.get(&item.head.id)))
                .collect(),
            recipients: participants.iter().map(SnapshotRecipient::of).collect(),
        }
    }

    /// Whether there is anything that not everybody gets.
    pub fn has_private(&self) -> bool {
        self.items.iter().any(|item| !item.public)
    }

    /// What kind of notice this is after the one before.
    pub fn kind_after(&self, before: Option<&Self>) -> NoticeKind {
        match before {
            _ if !self.takes_place => NoticeKind::Cancelled,
            None => NoticeKind::Invitation,
            Some(before) if self.moved_from(before) => NoticeKind::Moved,
            Some(_) => NoticeKind::Supplement,
        }
    }

    /// Whether day, time or place are others.
    pub fn moved_from(&self, before: &Self) -> bool {
        let when = |one: &Self| (one.held_on, one.ends_on, one.begins_at.clone(), one.ends_at.clone());
        when(self) != when(before) || self.place != before.place
    }
}

impl SnapshotItem {
    fn of(item: &AgendaItem, number: String, files: Option<&Vec<ItemFile>>) -> Self {
        let titles = |public: bool| {
            files.into_iter().flatten().filter(|file| file.public == public).map(|file| file.title.clone()).collect()
        };
        Self {
            id: item.head.id,
            number,
            title: item.title.clone(),
            open_title: item.open_title.clone(),
            public: item.public,
            purpose: item.purpose,
            presenter: item.presenter.clone(),
            background: item.background.clone(),
            proposal: item.proposal.clone(),
            open_annexes: titles(true),
            annexes: titles(false),
        }
    }
}

impl SnapshotRecipient {
    fn of(one: &Participant) -> Self {
        Self {
            participant: one.head.id,
            name: one.name.clone(),
            person: one.person.clone(),
            channel: one.channel,
            email: one.email.clone(),
            part: if one.role.sees_private() { Part::Full } else { Part::Open },
        }
    }
}
