//! What a draw is given: children, events, wishes, groups and ways, as they stand in a JSON file.
//!
//! These types hold the data as written. [`Programme::new`](crate::Programme::new) checks them.
//! A field that is not listed here is refused, so that a misspelt limit is not silently ignored.

use serde::{Deserialize, Serialize};

use crate::problem::{Entry, Fault, Problem, Refusal};

/// A programme with its wishes.
///
/// ```
/// use allmende_seat_allocation::Instance;
///
/// let instance = Instance::from_json(br#"{
///   "children": [{"id": "anna", "age": 9}],
///   "events": [{"id": "kanu", "capacity": 8, "dates": [["2027-08-02T09:00", "2027-08-02T12:00"]]}],
///   "wishes": [{"child": "anna", "event": "kanu", "priority": 1}]
/// }"#)?;
/// assert_eq!(instance.wishes.len(), 1);
/// # Ok::<(), allmende_seat_allocation::Refusal>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// Whatever the maker of the file wants to keep with it; the draw does not read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meta: Option<serde_json::Value>,
    /// Everybody who signed up.
    pub children: Vec<Child>,
    /// Everything that is offered.
    pub events: Vec<Event>,
    /// Which child wants which event.
    pub wishes: Vec<Wish>,
    /// Which children want to be together in an event.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Travelling times between places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub travel: Vec<Travel>,
}

/// A child that signed up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Child {
    /// Name of the entry inside the file; 1 to 200 bytes, unique. It has no influence on the draw.
    pub id: String,
    /// Pseudonym for the published list: 32 lowercase hexadecimal digits that the **operator** drew
    /// at random. Nobody who signs up may choose it. Either all children have one or none; without
    /// tokens they are derived from the ids, which is good for trials and refused for a binding draw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// Age in full years as stated (the peer format gives the age on the first day), 0 to 120.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<i64>,
    /// Day of birth, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<String>,
    /// Where the child lives; for seats reserved for residents and for statistics.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// The household; for statistics and for finding second accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<String>,
    /// The circle of friends; for statistics. Wishes to be together are [`Group`]s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub friend_group: Option<String>,
    /// Most places in total; none = no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_events: Option<i64>,
    /// Most places on one day; none = no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_per_day: Option<i64>,
    /// Position in the order of sign-up. It has no influence on the draw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered_at: Option<i64>,
    /// What the child may claim reserved seats for, such as `inclusion`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entitlements: Vec<String>,
    /// Withdrawn before the close: stays in the list, takes no part.
    #[serde(default, skip_serializing_if = "is_false")]
    pub withdrawn: bool,
    /// The id of the entry that this one repeats, if the operator found a second account:
    /// stays in the list, takes no part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<String>,
}

/// How the age limits of an event are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgeBasis {
    /// The stated age counts.
    #[default]
    Stated,
    /// The age on the day of the first session counts; needs the day of birth.
    OnEventDay,
    /// The year of the first session minus the year of birth counts; needs the day of birth.
    YearOfBirth,
}

/// An event: one thing a child can have one place in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Name of the event; 1 to 200 bytes, unique.
    pub id: String,
    /// A title for people; the draw does not read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where the organiser belongs; for statistics.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// Start of the only session, if `dates` is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// End of the only session, if `dates` is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// Sessions, `[start, end]` each, ISO 8601 to the minute. Without an offset the time is
    /// that of Europe/Berlin. End is the first minute that is free again.
    #[serde(default)]
    pub dates: Vec<(String, String)>,
    /// Youngest age, inclusive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_age: Option<i64>,
    /// Oldest age, inclusive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_age: Option<i64>,
    /// How the limits are meant.
    #[serde(default, skip_serializing_if = "is_default")]
    pub age_basis: AgeBasis,
    /// Below this number the event is not held.
    #[serde(default)]
    pub min: i64,
    /// Seats.
    pub capacity: i64,
    /// Seats of `capacity` that are kept for some children until nobody of them can use them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reserved: Vec<Reserved>,
    /// Where it takes place; for travelling times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Events with the same activity are dates of one thing; a child gets one of them at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// Price; the draw does not read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee_cents: Option<i64>,
}

/// Seats kept for children with an entitlement or for residents; exactly one of the two is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reserved {
    /// Children with this entitlement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entitlement: Option<String>,
    /// Children of this municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// How many seats.
    pub seats: i64,
}

/// A wish.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// Id of the child.
    pub child: String,
    /// Id of the event.
    pub event: String,
    /// 1 = dearest; 1 to n without gaps for each child.
    pub priority: i64,
    /// Id of the group that the child wants to be with in this event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// Who wants to be together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// Children of one household.
    Siblings,
    /// Friends.
    Friends,
}

/// What a group wants if it cannot be together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupMode {
    /// Then nobody of them goes.
    AllOrNothing,
    /// Then each may go alone: where a group brings nobody ahead (R = 0) in its own turn, else if seats are left when
    /// all others had their turns.
    #[default]
    IfPossible,
}

/// Children who want to be together in one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Name of the group inside the file; 1 to 200 bytes, unique.
    pub id: String,
    /// Siblings or friends.
    pub kind: GroupKind,
    /// Id of the event.
    pub event: String,
    /// Ids of the children, two to twenty; each has the wish and its wish names the group.
    pub members: Vec<String>,
    /// What if it cannot be.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mode: GroupMode,
}

/// Time to get from one place to another, the same in both directions. Places that are not listed
/// are taken as zero minutes apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Travel {
    /// One place.
    pub from: String,
    /// The other.
    pub to: String,
    /// Minutes, 0 to 1440.
    pub minutes: i64,
}

impl Instance {
    /// Reads an instance. Whether its content makes sense is checked by
    /// [`Programme::new`](crate::Programme::new).
    ///
    /// # Errors
    /// The place (`children[3].age`, line and column) and what the JSON reader expected there.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Refusal> {
        read_json(bytes)
    }
}

/// Reads JSON and names the place of a fault.
pub(crate) fn read_json<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        // A key that is empty leaves no path.
        let path = Some(error.path().to_string()).filter(|path| !path.is_empty()).unwrap_or_else(|| ".".to_owned());
        Refusal::one(Problem {
            entry: Entry::File(path),
            field: "",
            fault: Fault::Unreadable(error.into_inner().to_string()),
        })
    })?;
    reader.end().map_err(|error| {
        Refusal::one(Problem {
            entry: Entry::File(".".to_owned()),
            field: "",
            fault: Fault::Unreadable(error.to_string()),
        })
    })?;
    Ok(value)
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn is_false(value: &bool) -> bool {
    !*value
}
