//! Threads of work and what belongs to them.

use allmende_documents::format as german;
use allmende_store::{Action, Day, Entry, Id, Record, StoreError, Tx};

pub use allmende_store::Precision;

allmende_store::record! {
    /// A field of action of the alliance's concept (Handlungsfeld).
    pub struct FieldOfAction: "field_of_action" {
        /// Its name.
        pub name: String,
        /// Its place in lists, from 1.
        pub position: i64,
        /// What it is about.
        pub description: String,
    }
}

impl Record for FieldOfAction {
    fn entry(&self) -> Entry {
        Entry { body: self.description.clone(), ..Entry::titled(&self.name) }
    }
}

allmende_store::word_enum! {
    /// What a thread is.
    pub enum ThreadKind {
        /// A project: stands in the report with a text of its own.
        Project = "project",
        /// A topic that comes up again and again.
        Topic = "topic",
        /// A matter that is settled once.
        Matter = "matter",
    }
}

allmende_store::word_enum! {
    /// Where a thread stands.
    pub enum ThreadState {
        /// An idea.
        Idea = "idea",
        /// Being prepared.
        Preparation = "preparation",
        /// Under way.
        Running = "running",
        /// Done.
        Done = "done",
        /// Resting.
        Paused = "paused",
        /// Given up.
        Dropped = "dropped",
    }
}

impl ThreadState {
    /// Its German word, for the search.
    pub fn german(self) -> &'static str {
        match self {
            Self::Idea => "Idee",
            Self::Preparation => "in Vorbereitung",
            Self::Running => "läuft",
            Self::Done => "abgeschlossen",
            Self::Paused => "ruht",
            Self::Dropped => "aufgegeben",
        }
    }
}

/// The names in a text that holds one a line.
pub fn names(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|name| !name.is_empty())
}

allmende_store::record! {
    /// A thread of work: everything about one matter over the years.
    pub struct Thread: "thread" {
        /// Its title.
        pub title: String,
        /// What it is.
        pub kind: ThreadKind,
        /// Whether the alliance declared it strategic.
        pub strategic: bool,
        /// The field of action.
        pub field_id: Option<Id>,
        /// Where it stands; the newest dated change says it. `None` is reported as missing.
        pub state: Option<ThreadState>,
        /// Since when.
        pub state_since: Option<Day>,
        /// One sentence.
        pub summary: String,
        /// What has happened and why, in Markdown. Report texts are drafted from it.
        pub narrative: String,
        /// Who leads.
        pub lead: String,
        /// Partners, one a line.
        pub partners: String,
        /// When it began.
        pub started_on: Option<Day>,
        /// Its place in reports, from 1; 0 for last.
        pub position: i64,
    }
}

impl Record for Thread {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.summary.clone(),
            body: format!("{} {} {}", self.narrative, self.lead, self.partners),
            thread: Some(self.head.id),
            ..Entry::titled(&self.title)
        }
    }
}

allmende_store::record! {
    /// A dated change of a thread's state.
    pub struct StateChange: "state_change" {
        /// The thread.
        pub thread_id: Id,
        /// The new state.
        pub state: ThreadState,
        /// Since when.
        pub on_day: Day,
        /// Why.
        pub note: String,
    }
}

impl Record for StateChange {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.note.clone(),
            on_day: Some(self.on_day),
            thread: Some(self.thread_id),
            parent: Some(self.thread_id),
            // The page says the state in the person's language; the search knows the German word.
            body: format!("Stand {}", self.state.german()),
            ..Entry::titled(self.state.word())
        }
    }

    /// The newest change says where the thread stands, whatever became of the others.
    async fn settle(&self, tx: &mut Tx, _action: Action) -> Result<(), StoreError> {
        crate::queries::follow_newest_state(tx, self.thread_id).await
    }
}

allmende_store::record! {
    /// Something dated that happened in a thread.
    pub struct Milestone: "milestone" {
        /// The thread.
        pub thread_id: Id,
        /// What happened.
        pub title: String,
        /// When.
        pub on_day: Day,
        /// How exactly the day is known.
        pub precision: Precision,
        /// More about it.
        pub note: String,
    }
}

impl Record for Milestone {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.note.clone(),
            on_day: Some(self.on_day),
            precision: self.precision,
            thread: Some(self.thread_id),
            parent: Some(self.thread_id),
            ..Entry::titled(&self.title)
        }
    }
}

allmende_store::word_enum! {
    /// How exactly a number is known. The word of the source stays: "ca." does not become "rund".
    pub enum Qualifier {
        /// genau; nothing is written before the number.
        Exact = "exact",
        /// rund.
        About = "about",
        /// ca.
        Circa = "circa",
        /// mindestens.
        AtLeast = "at_least",
        /// höchstens, bis zu.
        AtMost = "at_most",
    }
}

allmende_store::record! {
    /// A number that says something about a thread.
    pub struct KeyFigure: "key_figure" {
        /// The thread.
        pub thread_id: Id,
        /// What it counts.
        pub label: String,
        /// How exactly it is known.
        pub qualifier: Qualifier,
        /// The number in thousandths.
        pub value_milli: i64,
        /// Its unit; empty for a count.
        pub unit: String,
        /// The day of the figure.
        pub as_of: Option<Day>,
        /// Its place, from 1.
        pub position: i64,
    }
}

impl Record for KeyFigure {
    fn entry(&self) -> Entry {
        Entry {
            on_day: self.as_of,
            thread: Some(self.thread_id),
            parent: Some(self.thread_id),
            ..Entry::titled(&self.label)
        }
    }
}

impl KeyFigure {
    /// Its number as German text without needless decimals: 430, 1.234, 137,1.
    pub fn number(&self) -> String {
        let (mut scaled, mut places) = (self.value_milli, 3);
        while places > 0 && scaled % 10 == 0 {
            scaled /= 10;
            places -= 1;
        }
        german::decimal(scaled, places)
    }
}

allmende_store::record! {
    /// A picture of a thread.
    pub struct Picture: "picture" {
        /// The thread.
        pub thread_id: Id,
        /// Its bytes among the stored files.
        pub file_id: Id,
        /// What it says to those who do not see it. Empty means missing unless it is decorative.
        pub alt: String,
        /// Says nothing that the text does not say.
        pub decorative: bool,
        /// Caption.
        pub caption: String,
        /// Who made it. No credit, no picture.
        pub credit: String,
        /// When it was taken.
        pub taken_on: Option<Day>,
        /// Its place, from 1.
        pub position: i64,
    }
}

impl Record for Picture {
    fn entry(&self) -> Entry {
        Entry {
            body: self.alt.clone(),
            on_day: self.taken_on,
            thread: Some(self.thread_id),
            parent: Some(self.thread_id),
            ..Entry::titled(if self.caption.is_empty() { &self.credit } else { &self.caption })
        }
    }

    /// A picture that is deleted for good takes its bytes with it.
    async fn settle(&self, tx: &mut Tx, action: Action) -> Result<(), StoreError> {
        if action == Action::Purged { tx.delete_file(self.file_id).await } else { Ok(()) }
    }
}

allmende_store::record! {
    /// Something to do: who, until when, for what.
    pub struct Task: "task" {
        /// What is to do.
        pub title: String,
        /// More about it.
        pub note: String,
        /// Until when.
        pub due_on: Option<Day>,
        /// Who does it.
        pub responsible: String,
        /// The municipality whose administration does it.
        pub municipality_id: Option<Id>,
        /// The thread it is for.
        pub thread_id: Option<Id>,
        /// The record it follows from (a network entry, an agenda item).
        pub source_id: Option<Id>,
        /// When it was done.
        pub done_on: Option<Day>,
        /// Known only to those who may know what a body deals with in private.
        #[serde(default)]
        pub private: bool,
    }
}

impl Record for Task {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.responsible.clone(),
            body: self.note.clone(),
            on_day: self.due_on,
            thread: self.thread_id,
            confidential: self.private,
            ..Entry::titled(&self.title)
        }
    }
}

impl Task {
    /// How it stands on a day.
    pub fn standing(&self, today: Day) -> TaskStanding {
        match (self.done_on, self.due_on) {
            (Some(_), _) => TaskStanding::Done,
            (None, Some(due)) if due < today => TaskStanding::Overdue,
            (None, _) => TaskStanding::Open,
        }
    }
}

/// How a task stands. Never stored: it follows from its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskStanding {
    /// Still to do, in time.
    Open,
    /// Still to do, too late.
    Overdue,
    /// Done.
    Done,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(value_milli: i64) -> KeyFigure {
        KeyFigure {
            head: allmende_store::Head::default(),
            thread_id: Id::NIL,
            label: "Kinder".to_owned(),
            qualifier: Qualifier::About,
            value_milli,
            unit: String::new(),
            as_of: None,
            position: 1,
        }
    }

    #[test]
    fn numbers_carry_no_needless_decimals() {
        let table = [
            (430_000, "430"),
            (137_100, "137,1"),
            (1_234_500, "1.234,5"),
            (75, "0,075"),
            (0, "0"),
            (-1_500, "\u{2212}1,5"),
        ];
        for (milli, expected) in table {
            assert_eq!(figure(milli).number(), expected, "{milli}");
        }
    }

    #[test]
    fn a_task_is_overdue_from_the_day_after() {
        let day = |d| Day(jiff::civil::date(2017, 11, d));
        let task = |due_on, done_on| Task {
            private: false,
            head: allmende_store::Head::default(),
            title: "Protokoll versenden".to_owned(),
            note: String::new(),
            due_on,
            responsible: String::new(),
            municipality_id: None,
            thread_id: None,
            source_id: None,
            done_on,
        };
        let table = [
            (Some(day(22)), None, TaskStanding::Open),
            (Some(day(21)), None, TaskStanding::Overdue),
            (Some(day(21)), Some(day(22)), TaskStanding::Done),
            (None, None, TaskStanding::Open),
        ];
        for (due, done, expected) in table {
            assert_eq!(task(due, done).standing(day(22)), expected);
        }
    }

    #[test]
    fn names_stand_one_a_line() {
        assert_eq!(
            names(" LAG Spessart \n\nILE Main-Wein-Garten\n").collect::<Vec<_>>(),
            ["LAG Spessart", "ILE Main-Wein-Garten"]
        );
    }
}
