//! Contacts and events with partners.

use allmende_projects::model::Precision;
use allmende_store::{Day, Entry, Id, Record};

allmende_store::word_enum! {
    /// What an entry is about.
    pub enum EntryKind {
        /// A meeting with somebody.
        Meeting = "meeting",
        /// A conference or an exchange of experience.
        Conference = "conference",
        /// An event that informs.
        Information = "information",
        /// A workshop.
        Workshop = "workshop",
        /// A session of another body.
        Session = "session",
        /// A members' assembly of somebody else.
        Assembly = "assembly",
        /// A call.
        Call = "call",
    }
}

allmende_store::record! {
    /// A contact or an event outside the alliance, with what came of it.
    pub struct NetworkEntry: "network_entry" {
        /// First day.
        pub held_on: Day,
        /// Last day, if it lasted longer than one.
        pub ends_on: Option<Day>,
        /// How exactly the day is known.
        pub precision: Precision,
        /// What it was.
        pub kind: EntryKind,
        /// What it is called in the report.
        pub title: String,
        /// Where.
        pub place: String,
        /// With whom, one a line.
        pub partners: String,
        /// What came of it.
        pub outcome: String,
        /// The thread it belongs to.
        pub thread_id: Option<Id>,
    }
}

impl Record for NetworkEntry {
    fn entry(&self) -> Entry {
        Entry {
            summary: if self.outcome.is_empty() { self.place.clone() } else { self.outcome.clone() },
            body: format!("{} {}", self.place, self.partners),
            on_day: Some(self.held_on),
            thread: self.thread_id,
            ..Entry::titled(&self.title)
        }
    }
}
