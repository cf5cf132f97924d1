//! Contacts and events with partners.

use allmende_projects::model::Precision;
use allmende_projects::queries::forget_source;
use allmende_store::{Action, Day, Entry, Id, Record, StoreError, Tx};

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

impl EntryKind {
    /// The kind that a German title speaks of, for what is captured in one line or read from an old report.
    pub fn of_title(title: &str) -> Self {
        const SIGNS: [(&str, EntryKind); 11] = [
            ("telefon", EntryKind::Call),
            ("anruf", EntryKind::Call),
            // Before the others: "Projekttreffen Informationsplattform" is a meeting.
            ("treffen", EntryKind::Meeting),
            ("workshop", EntryKind::Workshop),
            ("tagung", EntryKind::Conference),
            ("konferenz", EntryKind::Conference),
            ("erfahrungsaustausch", EntryKind::Conference),
            ("versammlung", EntryKind::Assembly),
            ("sitzung", EntryKind::Session),
            ("informationsveranstaltung", EntryKind::Information),
            ("infoveranstaltung", EntryKind::Information),
        ];
        let title = title.to_lowercase();
        SIGNS.iter().find(|(sign, _)| title.contains(sign)).map_or(Self::Meeting, |(_, kind)| *kind)
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
            precision: self.precision,
            thread: self.thread_id,
            ..Entry::titled(&self.title)
        }
    }

    async fn settle(&self, tx: &mut Tx, action: Action) -> Result<(), StoreError> {
        // Its tasks go on without it; they must not name what is no longer there.
        if action == Action::Purged { forget_source(tx, self.head.id).await } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell_their_kind() {
        let table = [
            ("Expertenworkshop Mobilitätskonzept", EntryKind::Workshop),
            ("Treffen mit LAG Spessart", EntryKind::Meeting),
            ("4. Steuerkreissitzung der LAG Spessart", EntryKind::Session),
            ("ILE-Erfahrungsaustausch in Winterhausen", EntryKind::Conference),
            ("Projekttreffen „Guide yourself“, Informationsplattform", EntryKind::Meeting),
            ("Informationsveranstaltung medizinische Versorgung", EntryKind::Information),
            ("Mitgliederversammlung LAG Spessart", EntryKind::Assembly),
            ("Fachtagung Nahversorgung und Mobilität", EntryKind::Conference),
            ("Telefonat mit dem Landratsamt", EntryKind::Call),
            ("Besuch im Rathaus", EntryKind::Meeting),
        ];
        for (title, expected) in table {
            assert_eq!(EntryKind::of_title(title), expected, "{title}");
        }
    }
}
