//! Meetings and their agenda. Invitations, attendance, votes and minutes will grow from here:
//! each will be a kind of record of its own that points to the meeting or to an agenda item.

use allmende_store::{Day, Entry, Id, Record};

allmende_store::word_enum! {
    /// Where a meeting stands.
    pub enum MeetingState {
        /// Still to come.
        Planned = "planned",
        /// Took place.
        Held = "held",
        /// Called off; it counts in no report.
        Cancelled = "cancelled",
    }
}

allmende_store::record! {
    /// A meeting of a body.
    pub struct Meeting: "meeting" {
        /// The body that meets.
        pub body_id: Id,
        /// Its name if it has one besides the body's word for a meeting; may be empty.
        pub title: String,
        /// First day.
        pub held_on: Day,
        /// Last day, if it lasts longer than one.
        pub ends_on: Option<Day>,
        /// Begin as "18:00" in German time; may be empty.
        pub begins_at: String,
        /// End as "20:00"; may be empty.
        pub ends_at: String,
        /// Where.
        pub place: String,
        /// Where it stands.
        pub state: MeetingState,
        /// Anything worth knowing.
        pub note: String,
    }
}

impl Record for Meeting {
    fn entry(&self) -> Entry {
        let time = if self.begins_at.is_empty() { String::new() } else { format!("{} Uhr", self.begins_at) };
        let parts: Vec<&str> = [time.as_str(), self.place.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        Entry {
            summary: parts.join(", "),
            body: self.note.clone(),
            on_day: Some(self.held_on),
            ..Entry::titled(&self.title)
        }
    }
}

allmende_store::record! {
    /// A topic on the agenda of a meeting.
    pub struct AgendaItem: "agenda_item" {
        /// The meeting.
        pub meeting_id: Id,
        /// Its number, from 1.
        pub position: i64,
        /// Its title as it stands on the agenda.
        pub title: String,
        /// The thread it belongs to, so that the same matter is followed over several meetings.
        pub thread_id: Option<Id>,
        /// What came of it.
        pub outcome: String,
    }
}

impl Record for AgendaItem {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.outcome.clone(),
            thread: self.thread_id,
            parent: Some(self.meeting_id),
            ..Entry::titled(&self.title)
        }
    }
}
