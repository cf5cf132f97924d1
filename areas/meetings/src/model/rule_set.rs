//! The dated rules of a body.

use allmende_meeting_rules::RuleSet;
use allmende_store::{Day, Entry, Id, Record};

allmende_store::json_value! {
    /// The rules as the engine knows them, stored as JSON.
    pub struct Rules(RuleSet);
}

allmende_store::record! {
    /// The rules of a body from a day on, until the next set. A meeting keeps those of its day.
    pub struct BodyRules: "rule_set" {
        /// The body.
        pub body_id: Id,
        /// First day.
        pub valid_from: Day,
        /// Where they stand: "Satzung vom 23.03.2016".
        pub source: String,
        /// The rules.
        pub rules: Rules,
    }
}

impl Record for BodyRules {
    fn entry(&self) -> Entry {
        Entry { parent: Some(self.body_id), ..Entry::titled(&self.source) }
    }
}
