//! What waits for an agenda.

use allmende_store::{Day, Entry, Head, Id, Record};

use super::item::{AgendaItem, Purpose};
use super::meeting::Meeting;

allmende_store::word_enum! {
    /// Where a topic stands.
    pub enum TopicState {
        /// Waits for an agenda.
        Open = "open",
        /// Stands on one.
        Scheduled = "scheduled",
        /// Was dealt with.
        Done = "done",
        /// Was given up.
        Dropped = "dropped",
    }
}

allmende_store::word_enum! {
    /// Where a topic comes from.
    pub enum Origin {
        /// Somebody proposed it.
        Proposal = "proposal",
        /// It was postponed in a meeting.
        Postponed = "postponed",
        /// It was on an agenda and not dealt with.
        Undecided = "undecided",
        /// Minutes want to be approved.
        Minutes = "minutes",
        /// Open tasks want a report.
        Tasks = "tasks",
        /// A working group recommends it.
        Recommendation = "recommendation",
    }
}

allmende_store::record! {
    /// A topic that waits for an agenda of a body.
    pub struct Topic: "topic" {
        /// The body.
        pub body_id: Id,
        /// As it would stand on the agenda.
        pub title: String,
        /// Why it should be dealt with.
        pub reason: String,
        /// Who proposed it.
        pub proposed_by: String,
        /// When.
        pub proposed_on: Day,
        /// The thread it belongs to.
        pub thread_id: Option<Id>,
        /// Whether it may be dealt with in public.
        pub public: bool,
        /// What is wanted of the body.
        pub purpose: Purpose,
        /// How long it will take, in minutes.
        pub minutes: i64,
        /// The resolution that is proposed.
        pub proposal: String,
        /// Where it stands.
        pub state: TopicState,
        /// Where it comes from.
        pub origin: Origin,
        /// The record it comes from: the agenda item, the minutes, the task.
        pub origin_id: Option<Id>,
    }
}

impl Topic {
    /// What an item becomes that is taken off an agenda.
    pub fn of_item(item: &AgendaItem, meeting: &Meeting, on: Day) -> Self {
        Self {
            head: Head::default(),
            body_id: meeting.body_id,
            title: item.title.clone(),
            reason: item.background.clone(),
            proposed_by: item.presenter.clone(),
            proposed_on: on,
            thread_id: item.thread_id,
            public: item.public,
            purpose: item.purpose,
            minutes: item.minutes,
            proposal: item.proposal.clone(),
            state: TopicState::Open,
            origin: Origin::Proposal,
            origin_id: Some(item.head.id),
        }
    }
}

impl Record for Topic {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.proposed_by.clone(),
            body: format!("{} {}", self.reason, self.proposal),
            on_day: Some(self.proposed_on),
            thread: self.thread_id,
            confidential: !self.public,
            ..Entry::titled(&self.title)
        }
    }
}

allmende_store::word_enum! {
    /// Where a text module is offered.
    pub enum ModulePlace {
        /// In the invitation.
        Invitation = "invitation",
        /// In what an item is about.
        Background = "background",
        /// As a proposed resolution.
        Proposal = "proposal",
        /// In the minutes.
        Minutes = "minutes",
    }
}

allmende_store::record! {
    /// A text that is used again and again.
    pub struct TextModule: "text_module" {
        /// What it is called.
        pub title: String,
        /// Where it is offered.
        pub place: ModulePlace,
        /// The text, Markdown.
        pub text: String,
    }
}

impl Record for TextModule {
    fn entry(&self) -> Entry {
        Entry { body: self.text.clone(), ..Entry::titled(&self.title) }
    }
}
