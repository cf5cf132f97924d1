//! Who sits in a body.

use allmende_store::{Day, Entry, Id, Record};

allmende_store::word_enum! {
    /// What somebody is in a body.
    pub enum SeatRole {
        /// Sits and votes.
        Member = "member",
        /// Sits, votes and leads.
        Chair = "chair",
        /// Leads when the chair cannot.
        DeputyChair = "deputy_chair",
        /// Writes the minutes, has no vote.
        MinuteTaker = "minute_taker",
        /// Always invited, speaks, has no vote (the adviser of the funding office).
        Adviser = "adviser",
        /// Invited to single items.
        Guest = "guest",
    }
}

impl SeatRole {
    /// Whether the role votes.
    pub fn votes(self) -> bool {
        matches!(self, Self::Member | Self::Chair | Self::DeputyChair)
    }

    /// Whether the role gets what is dealt with in private.
    pub fn sees_private(self) -> bool {
        self.votes() || self == Self::MinuteTaker
    }
}

allmende_store::word_enum! {
    /// How somebody is invited.
    pub enum Channel {
        /// By mail with a calendar request.
        Mail = "mail",
        /// By a letter on paper.
        Letter = "letter",
    }
}

allmende_store::record! {
    /// A place in a body: a municipality that speaks through its mayor, or a person.
    pub struct Seat: "seat" {
        /// The body.
        pub body_id: Id,
        /// The municipality that has the vote; in its assembly it speaks through its mayor (Art. 38 GO).
        pub municipality_id: Option<Id>,
        /// The person, if it is not simply the mayor of the day.
        pub person_id: Option<Id>,
        /// Somebody who is not among the people: a name to write on the list.
        pub name: String,
        /// Where invitations go, if not to the person's own address.
        pub email: String,
        /// What the seat is.
        pub role: SeatRole,
        /// Votes in thousandths; 1000 is one vote.
        pub votes: i64,
        /// How it is invited.
        pub channel: Channel,
        /// Who stands in, as a name (Art. 39 GO: the further mayors).
        pub deputy: String,
        /// First day.
        pub since: Option<Day>,
        /// Last day.
        pub until: Option<Day>,
    }
}

impl Record for Seat {
    fn entry(&self) -> Entry {
        Entry { parent: Some(self.body_id), body: self.deputy.clone(), ..Entry::titled(&self.name) }
    }
}

impl Seat {
    /// Whether it is filled on a day.
    pub fn is_filled_on(&self, day: Day) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| until >= day)
    }
}
