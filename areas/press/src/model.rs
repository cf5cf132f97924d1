//! Media, and citations of what they wrote: medium, day, page, headline, link and a summary in own
//! words. Never the article itself (§ 51 UrhG covers citing, not copying).

use allmende_projects::model::Precision;
use allmende_store::{Day, Entry, Id, Record};

allmende_store::word_enum! {
    /// What a medium is.
    pub enum MediumKind {
        /// A daily newspaper.
        Daily = "daily",
        /// An official or municipal gazette.
        Gazette = "gazette",
        /// Radio or television.
        Broadcast = "broadcast",
        /// Online only.
        Online = "online",
        /// Anything else.
        Other = "other",
    }
}

allmende_store::record! {
    /// A medium.
    pub struct Medium: "medium" {
        /// Its name.
        pub name: String,
        /// What it is.
        pub kind: MediumKind,
        /// Homepage.
        pub website: String,
        /// Mail address of the desk.
        pub email: String,
        /// Anything worth knowing.
        pub note: String,
    }
}

impl Record for Medium {
    fn entry(&self) -> Entry {
        Entry { body: self.note.clone(), ..Entry::titled(&self.name) }
    }
}

allmende_store::record! {
    /// A citation of an article or a programme.
    pub struct Clipping: "clipping" {
        /// The medium.
        pub medium_id: Id,
        /// When it appeared.
        pub published_on: Day,
        /// How exactly the day is known.
        pub precision: Precision,
        /// Its headline.
        pub headline: String,
        /// Page; empty is reported as missing for printed media.
        pub page: String,
        /// Where it can be read.
        pub link: String,
        /// What it says, in own words.
        pub summary: String,
        /// The thread it is about.
        pub thread_id: Option<Id>,
    }
}

impl Record for Clipping {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.summary.clone(),
            on_day: Some(self.published_on),
            thread: self.thread_id,
            ..Entry::titled(&self.headline)
        }
    }
}
