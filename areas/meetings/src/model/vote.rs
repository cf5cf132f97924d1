//! Votes and what came of them.

use allmende_store::{Action, Day, Entry, Id, Moment, Record, StoreError, Tx};

allmende_store::word_enum! {
    /// What a vote is about.
    pub enum VoteKind {
        /// The matter itself: gets a number.
        Resolution = "resolution",
        /// How the body goes on (postponing, closing a debate): gets no number.
        Procedure = "procedure",
        /// Persons.
        Election = "election",
    }
}

allmende_store::word_enum! {
    /// How votes were given.
    pub enum Ballots {
        /// Openly; who voted how is known and not printed.
        Open = "open",
        /// By name: printed.
        Named = "named",
        /// On paper: only the counts are known.
        Secret = "secret",
    }
}

allmende_store::word_enum! {
    /// Which of the body's majorities a vote needs.
    pub enum MajorityKind {
        /// The usual one.
        Ordinary = "ordinary",
        /// For a change of the statutes (§ 33 Abs. 1 Satz 1 BGB).
        Statutes = "statutes",
        /// For a change of the purpose (§ 33 Abs. 1 Satz 2 BGB).
        Purpose = "purpose",
        /// For elections.
        Election = "election",
    }
}

allmende_store::word_enum! {
    /// What came of a vote.
    pub enum VoteOutcome {
        /// Adopted; in an election: somebody is elected.
        Adopted = "adopted",
        /// Rejected.
        Rejected = "rejected",
        /// Taken note of, without a vote.
        Noted = "noted",
        /// A tie that the chair or the lot has to settle.
        Open = "open",
    }
}

allmende_store::record! {
    /// A vote of a body, or the outcome of a resolution without a meeting. All counts are thousandths of a vote.
    pub struct Vote: "vote" {
        /// The body.
        pub body_id: Id,
        /// The meeting; none for a resolution without one.
        pub meeting_id: Option<Id>,
        /// The item.
        pub item_id: Option<Id>,
        /// The resolution without a meeting.
        pub circular_id: Option<Id>,
        /// The thread of the item, so that the decision stands in its timeline.
        pub thread_id: Option<Id>,
        /// The place among the votes of the meeting, from 1.
        pub position: i64,
        /// What it is about.
        pub kind: VoteKind,
        /// What it is called in lists: the title of the item.
        pub title: String,
        /// The wording that was voted on.
        pub wording: String,
        /// The day of the decision.
        pub on_day: Day,
        /// When it was taken.
        pub cast_at: Moment,
        /// Number in its year, counted without gaps for each body, public and private decisions apart; none for
        /// procedure.
        pub number: Option<i64>,
        /// The year of the number.
        pub number_year: i64,
        /// Which majority it needs.
        pub majority: MajorityKind,
        /// How votes were given.
        pub ballots: Ballots,
        /// Votes in favour.
        pub yes: i64,
        /// Votes against.
        pub no: i64,
        /// Abstentions.
        pub abstain: i64,
        /// Invalid votes.
        pub invalid: i64,
        /// Votes of all who were present and entitled.
        pub present: i64,
        /// How many were present and entitled, counted by heads.
        pub heads: i64,
        /// Who was personally concerned and left out (Art. 49 GO, § 34 BGB), one a line.
        pub concerned: String,
        /// What came of it.
        pub outcome: VoteOutcome,
        /// "Angenommen mit 11 : 1 Stimmen".
        pub verdict: String,
        /// The base of the verdict with its paragraph.
        pub basis: String,
        /// The finding on the quorum at that moment.
        pub quorum: String,
        /// Rounds of an election as JSON; empty otherwise.
        pub election: String,
        /// Whether it may be known to everybody.
        pub public: bool,
        /// When a private decision is to be disclosed (Art. 52 Abs. 3 GO).
        pub disclose_on: Option<Day>,
        /// On what event it is to be disclosed.
        pub disclose_when: String,
        /// Since when it is disclosed.
        pub disclosed_on: Option<Day>,
        /// Since when it counts no more: a mistake, a repeated vote. The number stays taken.
        pub annulled_on: Option<Day>,
        /// Why.
        pub annulled_reason: String,
    }
}

impl Record for Vote {
    fn entry(&self) -> Entry {
        Entry {
            title: self.title.clone(),
            summary: self.verdict.clone(),
            body: self.wording.clone(),
            on_day: Some(self.on_day),
            thread: self.thread_id,
            parent: self.meeting_id,
            confidential: !self.is_open(),
            ..Entry::default()
        }
    }

    /// A vote on minutes approves them.
    async fn settle(&self, tx: &mut Tx, action: Action) -> Result<(), StoreError> {
        if self.kind != VoteKind::Resolution {
            return Ok(());
        }
        crate::queries::minutes_follow(tx, self, action != Action::Purged).await
    }
}

impl Vote {
    /// Whether everybody may know it.
    pub fn is_open(&self) -> bool {
        self.public || self.disclosed_on.is_some()
    }

    /// "07/2017", for a private decision "N 02/2017"; nothing without a number.
    pub fn number_words(&self) -> Option<String> {
        // U+00A0 keeps the letter beside its number.
        let part = if self.public { "" } else { "N\u{a0}" };
        self.number.map(|number| format!("{part}{number:02}/{}", self.number_year))
    }
}

allmende_store::word_enum! {
    /// What one participant chose.
    pub enum BallotChoice {
        /// In favour.
        Yes = "yes",
        /// Against.
        No = "no",
        /// Neither.
        Abstain = "abstain",
        /// Invalid.
        Invalid = "invalid",
        /// Personally concerned: did not take part.
        Concerned = "concerned",
    }
}

allmende_store::record! {
    /// What one participant chose in a vote that was not secret.
    pub struct Ballot: "ballot" {
        /// The vote.
        pub vote_id: Id,
        /// Who.
        pub participant_id: Id,
        /// The name at that time.
        pub name: String,
        /// The weight in thousandths.
        pub votes: i64,
        /// What.
        pub choice: BallotChoice,
    }
}

impl Record for Ballot {
    fn entry(&self) -> Entry {
        // Who voted how stands on the page of the vote and in no search.
        Entry { parent: Some(self.vote_id), confidential: true, ..Entry::titled(&self.name) }
    }
}
