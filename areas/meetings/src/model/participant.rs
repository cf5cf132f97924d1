//! Who is expected at a meeting, what they answered, and when they were there.

use allmende_store::{Entry, Id, Moment, Record};

use super::seat::{Channel, SeatRole};

allmende_store::word_enum! {
    /// What somebody answered to an invitation.
    pub enum Answer {
        /// Nothing yet.
        None = "none",
        /// Comes.
        Yes = "yes",
        /// Perhaps.
        Maybe = "maybe",
        /// Does not come.
        No = "no",
        /// Sends somebody else.
        Deputy = "deputy",
    }
}

allmende_store::word_enum! {
    /// How an answer came in.
    pub enum AnsweredBy {
        /// Not at all.
        Nothing = "nothing",
        /// By the link in the invitation.
        Link = "link",
        /// As the reply of a calendar.
        Calendar = "calendar",
        /// Typed by the office.
        Typed = "typed",
    }
}

allmende_store::record! {
    /// Somebody expected at a meeting. Name, role, votes and address are those of the invitation: later changes of the
    /// seat do not reach back.
    pub struct Participant: "participant" {
        /// The meeting.
        pub meeting_id: Id,
        /// The place in the list, from 1.
        pub position: i64,
        /// The seat it comes from; none for a guest of this meeting.
        pub seat_id: Option<Id>,
        /// The municipality that has the vote.
        pub municipality_id: Option<Id>,
        /// The person.
        pub person_id: Option<Id>,
        /// What lists show first: the municipality, or the person's name.
        pub name: String,
        /// Who speaks for it; empty if that is `name`.
        pub person: String,
        /// Where the invitation goes.
        pub email: String,
        /// What it is at this meeting.
        pub role: SeatRole,
        /// Votes in thousandths; 0 without a vote.
        pub votes: i64,
        /// How it is invited.
        pub channel: Channel,
        /// The items a guest is invited to, as their ids, one a line; empty for the whole meeting.
        pub items: String,
        /// What it answered.
        pub answer: Answer,
        /// Why it does not come. Shown in minutes only as far as the law asks for it.
        pub reason: String,
        /// Who comes instead.
        pub deputy: String,
        /// When it answered.
        pub answered_at: Option<Moment>,
        /// How.
        pub answered_by: AnsweredBy,
        /// SHA-256 of the secret in its link; the secret itself is stored nowhere.
        pub token_digest: String,
    }
}

impl Record for Participant {
    fn entry(&self) -> Entry {
        Entry { parent: Some(self.meeting_id), summary: self.person.clone(), ..Entry::titled(&self.name) }
    }
}

impl Participant {
    /// Whether it is expected to be there, itself or through a deputy.
    pub fn is_expected(&self) -> bool {
        matches!(self.answer, Answer::Yes | Answer::Deputy)
    }

    /// Who sits there by what was answered.
    pub fn speaker(&self) -> &str {
        match self.answer {
            Answer::Deputy if !self.deputy.is_empty() => &self.deputy,
            _ if self.person.is_empty() => &self.name,
            _ => &self.person,
        }
    }
}

allmende_store::record! {
    /// A stretch of time in which somebody was there.
    pub struct Presence: "presence" {
        /// The meeting.
        pub meeting_id: Id,
        /// Who.
        pub participant_id: Id,
        /// The person who really sat there.
        pub person: String,
        /// Since when.
        pub came_at: Moment,
        /// Until when; none while it lasts.
        pub left_at: Option<Moment>,
    }
}

impl Record for Presence {
    fn entry(&self) -> Entry {
        Entry { parent: Some(self.meeting_id), ..Entry::titled(&self.person) }
    }
}

impl Presence {
    /// Whether it covers an instant. Who leaves in an instant is no longer there in it.
    pub fn covers(&self, at: Moment) -> bool {
        self.came_at <= at && self.left_at.is_none_or(|left| left > at)
    }
}
