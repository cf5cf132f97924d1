//! The plain instance: the JSON that generators, scorers and procedures exchange.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Children, events, wishes and groups of one programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Instance {
    /// How the instance was made, and a summary; not used by any procedure.
    #[serde(default)]
    pub meta: Value,
    /// The children.
    pub children: Vec<Child>,
    /// The events.
    pub events: Vec<Event>,
    /// The wishes, in any order.
    pub wishes: Vec<Wish>,
    /// Children who asked to be together in one event.
    pub groups: Vec<Group>,
}

/// A child.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Child {
    /// Unique name.
    pub id: String,
    /// Age in whole years on the first day of the programme.
    pub age: u8,
    /// Date of birth, ISO 8601.
    pub birth_date: String,
    /// Home municipality.
    pub municipality: String,
    /// Brothers and sisters share it.
    pub household: String,
    /// Circle of friends.
    pub friend_group: Option<String>,
    /// Most places the child may get; no value: as many as it wishes.
    pub max_events: Option<u32>,
    /// Order of sign-up, from 1. Must not influence a lottery.
    pub registered_at: u32,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Unique name.
    pub id: String,
    /// Where it takes place.
    pub municipality: String,
    /// Start of the first session: local time in Europe/Berlin, ISO 8601 without offset.
    pub start: String,
    /// End of the last session.
    pub end: String,
    /// Start and end of each session.
    pub dates: Vec<(String, String)>,
    /// Lowest age, included.
    pub min_age: u8,
    /// Highest age, included.
    pub max_age: u8,
    /// Fewest participants with whom it is held.
    pub min: u32,
    /// Seats.
    pub capacity: u32,
    /// Fee in cents.
    pub fee_cents: u32,
}

/// One child's wish for one event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Wish {
    /// The child.
    pub child: String,
    /// The event.
    pub event: String,
    /// 1 is the dearest; unique within a child, without gaps.
    pub priority: u32,
    /// The group that this wish belongs to.
    pub group: Option<String>,
}

/// Children who asked to be together in one event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Unique name.
    pub id: String,
    /// `siblings` or `friends`.
    pub kind: String,
    /// The event.
    pub event: String,
    /// The children; each has the wish, tagged with the group's id.
    pub members: Vec<String>,
}

/// A seat that a procedure gave.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Seat {
    /// The child.
    pub child: String,
    /// The event.
    pub event: String,
}

/// What a procedure writes; further keys are ignored when it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// All seats.
    pub seats: Vec<Seat>,
}

impl Instance {
    /// Wished events of each child, dearest first.
    pub fn ranked(&self) -> BTreeMap<&str, Vec<&Wish>> {
        let mut ranked: BTreeMap<&str, Vec<&Wish>> = BTreeMap::new();
        for wish in &self.wishes {
            ranked.entry(&wish.child).or_default().push(wish);
        }
        for list in ranked.values_mut() {
            list.sort_by_key(|wish| wish.priority);
        }
        ranked
    }

    /// The JSON text: keys in alphabetical order, no spaces, a line feed at the end.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        Ok(sorted(serde_json::to_value(self)?).to_string() + "\n")
    }
}

/// The same value with the keys of every object in order.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let map: BTreeMap<String, Value> = map.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            Value::Object(map.into_iter().collect())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(sorted).collect()),
        other => other,
    }
}
