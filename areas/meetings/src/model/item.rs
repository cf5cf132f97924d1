//! Items of an agenda.

use allmende_store::{Day, Entry, Head, Id, Moment, Record};

allmende_store::word_enum! {
    /// What is wanted of the body.
    pub enum Purpose {
        /// Nothing said.
        None = "none",
        /// Opening, quorum, closing.
        Formality = "formality",
        /// A resolution.
        Decision = "decision",
        /// A debate.
        Discussion = "discussion",
        /// To take note.
        Report = "report",
        /// An election.
        Election = "election",
    }
}

allmende_store::word_enum! {
    /// What became of an item.
    pub enum ItemState {
        /// Not dealt with yet.
        Open = "open",
        /// Dealt with.
        Done = "done",
        /// Put off: waits in the topic store.
        Postponed = "postponed",
        /// Taken from the agenda.
        Withdrawn = "withdrawn",
    }
}

// What archives say that were written before items had these fields.
fn public() -> bool {
    true
}

fn no_purpose() -> Purpose {
    Purpose::None
}

fn open() -> ItemState {
    ItemState::Open
}

allmende_store::record! {
    /// A topic on the agenda of a meeting.
    pub struct AgendaItem: "agenda_item" {
        /// The meeting.
        pub meeting_id: Id,
        /// Its place, from 1. Gaps remain after deletions: a number on a page counts the items before it in its part.
        pub position: i64,
        /// Its title as it stands on the agenda.
        pub title: String,
        /// [`super::Meeting::calendar_day`] of its meeting, kept in step with it.
        pub on_day: Option<Day>,
        /// The thread it belongs to, so that the same matter is followed over several meetings.
        pub thread_id: Option<Id>,
        /// What came of it.
        pub outcome: String,
        /// Whether it is dealt with in public. A private one is found and named only for those who sit in the body.
        #[serde(default = "public")]
        pub public: bool,
        /// What others may read instead of the title of a private item; empty for nothing.
        #[serde(default)]
        pub open_title: String,
        /// What is wanted of the body.
        #[serde(default = "no_purpose")]
        pub purpose: Purpose,
        /// How long it should take, in minutes; 0 for nothing said.
        #[serde(default)]
        pub minutes: i64,
        /// Who presents it.
        #[serde(default)]
        pub presenter: String,
        /// What it is about, Markdown.
        #[serde(default)]
        pub background: String,
        /// The resolution that is proposed.
        #[serde(default)]
        pub proposal: String,
        /// Notes on the debate, Markdown.
        #[serde(default)]
        pub discussion: String,
        /// What became of it.
        #[serde(default = "open")]
        pub state: ItemState,
        /// The number of the notice that announced it first; none if no notice did.
        #[serde(default)]
        pub announced: Option<i64>,
        /// When the body came to it.
        #[serde(default)]
        pub began_at: Option<Moment>,
        /// When it was through with it.
        #[serde(default)]
        pub ended_at: Option<Moment>,
        /// The topic of the store that it was.
        #[serde(default)]
        pub topic_id: Option<Id>,
    }
}

impl Record for AgendaItem {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.outcome.clone(),
            body: format!("{} {} {}", self.background, self.proposal, self.discussion),
            on_day: self.on_day,
            thread: self.thread_id,
            parent: Some(self.meeting_id),
            confidential: !self.public,
            ..Entry::titled(&self.title)
        }
    }
}

impl AgendaItem {
    /// An item of which nothing is known but its title.
    pub fn new(meeting_id: Id, position: i64, title: &str) -> Self {
        Self {
            head: Head::default(),
            meeting_id,
            position,
            title: title.to_owned(),
            on_day: None,
            thread_id: None,
            outcome: String::new(),
            public: true,
            open_title: String::new(),
            purpose: Purpose::None,
            minutes: 0,
            presenter: String::new(),
            background: String::new(),
            proposal: String::new(),
            discussion: String::new(),
            state: ItemState::Open,
            announced: None,
            began_at: None,
            ended_at: None,
            topic_id: None,
        }
    }
}

allmende_store::record! {
    /// A file that goes with an item.
    pub struct ItemFile: "item_file" {
        /// The item.
        pub item_id: Id,
        /// Its place, from 1.
        pub position: i64,
        /// What it is called on the agenda.
        pub title: String,
        /// The file.
        pub file_id: Id,
        /// Whether everybody may have it.
        pub public: bool,
    }
}

impl Record for ItemFile {
    fn entry(&self) -> Entry {
        Entry { parent: Some(self.item_id), confidential: !self.public, ..Entry::titled(&self.title) }
    }
}

/// The numbers of items in their order: "Ö 1", "Ö 2", "N 1". Each part counts by itself, so that the number of a public
/// item says nothing about private ones. `words` are the letters of the two parts.
pub fn numbers(items: &[AgendaItem], words: (&str, &str)) -> Vec<String> {
    let (mut open, mut private) = (0, 0);
    items
        .iter()
        .map(|item| {
            let (word, count) = if item.public { (words.0, &mut open) } else { (words.1, &mut private) };
            *count += 1;
            format!("{word}\u{a0}{count}")
        })
        .collect()
}
