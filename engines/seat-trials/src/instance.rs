//! The JSON that generators, scorers and procedures exchange. Its types are those of the draw.

use std::collections::BTreeMap;

pub use allmende_seat_allocation::{
    AgeBasis, Child, Event, Group, GroupKind, GroupMode, Instance, Reserved, Travel, Wish,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

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

/// The JSON text of an instance: keys in alphabetical order, no spaces, a line feed at the end.
pub fn to_json(instance: &Instance) -> Result<String, serde_json::Error> {
    Ok(sorted(serde_json::to_value(instance)?).to_string() + "\n")
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
