//! Grants received: notice, cost plan, duties. Rates, caps and paragraphs are data of the notice,
//! never constants: the rules change and each notice may deviate.

use allmende_store::{Day, Entry, Id, Record};

allmende_store::record! {
    /// A grant that the alliance receives.
    pub struct ReceivedGrant: "received_grant" {
        /// What for.
        pub purpose: String,
        /// The authority that grants.
        pub authority: String,
        /// Its reference; may be empty.
        pub reference: String,
        /// Day of the notice; may lie before any reported period.
        pub notice_on: Option<Day>,
        /// First day of the funded period.
        pub period_from: Option<Day>,
        /// Last day of the funded period.
        pub period_to: Option<Day>,
        /// Rate in hundredths of a percent: 75 % is 7500.
        pub rate: Option<i64>,
        /// The most that is granted, in cents.
        pub cap_cents: Option<i64>,
        /// What was granted, in cents.
        pub granted_cents: Option<i64>,
        /// Since when the funded post is filled.
        pub post_filled_on: Option<Day>,
        /// Anything worth knowing.
        pub note: String,
    }
}

impl Record for ReceivedGrant {
    fn entry(&self) -> Entry {
        Entry {
            summary: self.authority.clone(),
            body: format!("{} {}", self.reference, self.note),
            on_day: self.notice_on,
            ..Entry::titled(&self.purpose)
        }
    }
}

allmende_store::record! {
    /// A line of a grant's cost plan.
    pub struct CostItem: "cost_item" {
        /// The grant.
        pub grant_id: Id,
        /// Its place, from 1.
        pub position: i64,
        /// What for.
        pub label: String,
        /// Planned, in cents.
        pub planned_cents: i64,
    }
}

impl Record for CostItem {
    fn entry(&self) -> Entry {
        Entry { parent: Some(self.grant_id), ..Entry::titled(&self.label) }
    }
}

allmende_store::record! {
    /// Something the notice obliges to, with its deadline.
    pub struct Duty: "duty" {
        /// The grant.
        pub grant_id: Id,
        /// What is to do.
        pub title: String,
        /// Where it says so: paragraph of the notice or of its side conditions.
        pub basis: String,
        /// Until when.
        pub due_on: Option<Day>,
        /// When it was done.
        pub done_on: Option<Day>,
    }
}

impl Record for Duty {
    fn entry(&self) -> Entry {
        Entry { parent: Some(self.grant_id), summary: self.basis.clone(), on_day: self.due_on, ..Entry::titled(&self.title) }
    }
}
