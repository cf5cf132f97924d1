//! Resolutions without a meeting (§ 32 Abs. 3 BGB).

use allmende_store::{Day, Entry, Id, Moment, Record};

use super::participant::AnsweredBy;
use super::seat::Channel;

allmende_store::word_enum! {
    /// Where a resolution without a meeting stands.
    pub enum CircularState {
        /// Being written.
        Draft = "draft",
        /// Sent; answers come in.
        Running = "running",
        /// Everybody whose consent it needs gave it.
        Adopted = "adopted",
        /// It failed.
        Failed = "failed",
        /// It was taken back.
        Withdrawn = "withdrawn",
    }
}

allmende_store::record! {
    /// A resolution that is taken without a meeting.
    pub struct Circular: "circular" {
        /// The body.
        pub body_id: Id,
        /// What it is about.
        pub title: String,
        /// The wording.
        pub wording: String,
        /// Why, and why without a meeting.
        pub reason: String,
        /// The thread it belongs to.
        pub thread_id: Option<Id>,
        /// Whether everybody may know it.
        pub public: bool,
        /// The last day for answers.
        pub deadline: Day,
        /// When it was sent.
        pub opened_at: Option<Moment>,
        /// When its outcome was found.
        pub closed_at: Option<Moment>,
        /// Where it stands.
        pub state: CircularState,
        /// The finding, with its paragraph.
        pub verdict: String,
    }
}

impl Record for Circular {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.verdict.clone(),
            body: format!("{} {}", self.wording, self.reason),
            on_day: Some(self.deadline),
            thread: self.thread_id,
            confidential: !self.is_open(),
            ..Entry::titled(&self.title)
        }
    }
}

impl Circular {
    /// Whether everybody may know of it. Nobody learns of a draft but those who sit in bodies.
    pub fn is_open(&self) -> bool {
        self.public && self.state != CircularState::Draft
    }
}

allmende_store::word_enum! {
    /// What somebody answered.
    pub enum CircularChoice {
        /// Nothing yet.
        None = "none",
        /// Agrees.
        Yes = "yes",
        /// Does not.
        No = "no",
        /// Abstains.
        Abstain = "abstain",
    }
}

allmende_store::record! {
    /// The answer of one member.
    pub struct CircularAnswer: "circular_answer" {
        /// The resolution.
        pub circular_id: Id,
        /// The place in the list, from 1.
        pub position: i64,
        /// The seat.
        pub seat_id: Option<Id>,
        /// What lists show first: the municipality, or the person's name.
        pub name: String,
        /// Who speaks for it.
        pub person: String,
        /// Where it was sent.
        pub email: String,
        /// By mail or letter.
        pub channel: Channel,
        /// The weight in thousandths.
        pub votes: i64,
        /// What was answered.
        pub answer: CircularChoice,
        /// What was written: the text form that the law asks for.
        pub text: String,
        /// When.
        pub answered_at: Option<Moment>,
        /// How.
        pub answered_by: AnsweredBy,
        /// SHA-256 of the secret in the link.
        pub token_digest: String,
    }
}

impl Record for CircularAnswer {
    fn entry(&self) -> Entry {
        Entry { parent: Some(self.circular_id), confidential: true, ..Entry::titled(&self.name) }
    }
}
