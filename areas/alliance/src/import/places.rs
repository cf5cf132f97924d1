//! Members and organisations as files of contacts name them.

use std::collections::BTreeMap;

use allmende_store::Id;

use super::spelling::plain;
use crate::model::{Municipality, Organisation};

/// What is stored, by the names that files use.
pub(super) struct Places<'a> {
    municipalities: BTreeMap<String, Option<Id>>,
    keys: BTreeMap<&'a str, Id>,
    organisations: BTreeMap<String, Id>,
}

impl<'a> Places<'a> {
    pub(super) fn new(members: &'a [Municipality], organisations: &[Organisation]) -> Self {
        let mut municipalities: BTreeMap<String, Option<Id>> = BTreeMap::new();
        for one in members {
            // A name that two members share names neither.
            municipalities.entry(plain(&one.name)).and_modify(|id| *id = None).or_insert(Some(one.head.id));
        }
        Self {
            municipalities,
            keys: members.iter().map(|one| (one.ags.as_str(), one.head.id)).collect(),
            organisations: organisations.iter().map(|one| (plain(&one.name), one.head.id)).collect(),
        }
    }

    /// A member by its name, with or without its kind in front, or by its key.
    pub(super) fn municipality(&self, text: &str) -> Option<Id> {
        const KINDS: [&str; 4] = ["gemeinde", "markt", "stadt", "marktgemeinde"];
        if let Some(id) = self.keys.get(text) {
            return Some(*id);
        }
        let by_name = |name: &str| self.municipalities.get(&plain(name)).copied().flatten();
        let rest =
            text.split_once(' ').filter(|(first, _)| KINDS.contains(&plain(first).as_str())).map(|(_, rest)| rest);
        by_name(text).or_else(|| rest.and_then(by_name))
    }

    /// An organisation by its name.
    pub(super) fn organisation(&self, name: &str) -> Option<Id> {
        self.organisations.get(&plain(name)).copied()
    }
}
