//! A checked programme: numbers instead of names, in an order that does not depend on the file.
//!
//! Children stand in the order of their tokens, events in the order of their ids, groups in the
//! order of event and members. So the order of a file, and the ids of children and groups, cannot
//! influence anything that follows.

mod checking;
mod offers;
pub(crate) mod times;
mod wishes;

pub(crate) use checking::{check_name, check_range, read_token};

use crate::instance::{GroupKind, GroupMode, Instance};
use crate::problem::Refusal;
use times::Session;

/// No number: a child without a limit, a wish without a group.
pub(crate) const NONE: u32 = u32::MAX;

/// Most reserved contingents of one event.
pub const MOST_RESERVED: usize = 8;
/// Most wishes of one child.
pub(crate) const MOST_WISHES: usize = 10_000;
/// Most entries of one kind in an instance.
pub const MOST_ENTRIES: usize = 10_000_000;

/// Whether a child may take part in the event of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It may.
    Fits,
    /// It is too young.
    TooYoung,
    /// It is too old.
    TooOld,
}

/// A wish of a child; wishes of a child stand in the order of its priorities.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WishRow {
    /// Number of the event.
    pub(crate) event: u32,
    /// Number of the group, or [`NONE`].
    pub(crate) group: u32,
    /// Age.
    pub(crate) fit: Fit,
    /// Bit i: the child may use the i-th reserved contingent of the event.
    pub(crate) contingents: u8,
}

/// An event.
#[derive(Clone, Debug)]
pub(crate) struct EventRow {
    pub(crate) id: String,
    pub(crate) capacity: u32,
    pub(crate) min: u32,
    /// Number of the activity, or [`NONE`].
    pub(crate) activity: u32,
    /// Number of the place, or [`NONE`].
    pub(crate) place: u32,
    pub(crate) sessions: Vec<Session>,
    /// Seats of each reserved contingent.
    pub(crate) reserved: Vec<u32>,
}

/// A child.
#[derive(Clone, Debug)]
pub(crate) struct ChildRow {
    pub(crate) id: String,
    /// The 16 bytes of its token.
    pub(crate) token: [u8; 16],
    /// Most places, or [`NONE`].
    pub(crate) limit: u32,
    /// Most places a day, or [`NONE`].
    pub(crate) day_limit: u32,
    /// Takes no part.
    pub(crate) out: Option<Out>,
    /// Where it lives; for statistics.
    pub(crate) municipality: Option<String>,
}

impl ChildRow {
    /// Takes part, and may have a place at all.
    pub(crate) fn takes_part(&self) -> bool {
        self.out.is_none() && self.limit > 0 && self.day_limit > 0
    }
}

/// Why an entry takes no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Out {
    /// Withdrawn before the close.
    Withdrawn,
    /// The same child signed up twice.
    Duplicate,
}

/// A group.
#[derive(Clone, Debug)]
pub(crate) struct GroupRow {
    pub(crate) id: String,
    pub(crate) event: u32,
    pub(crate) kind: GroupKind,
    pub(crate) mode: GroupMode,
    /// Numbers of the children, ascending.
    pub(crate) members: Vec<u32>,
}

/// A programme that was checked and can be drawn.
#[derive(Clone, Debug)]
pub struct Programme {
    pub(crate) children: Vec<ChildRow>,
    pub(crate) events: Vec<EventRow>,
    pub(crate) wishes: Vec<WishRow>,
    /// Wishes of child c are `wishes[first_wish[c]..first_wish[c + 1]]`.
    pub(crate) first_wish: Vec<u32>,
    pub(crate) groups: Vec<GroupRow>,
    pub(crate) places: Vec<String>,
    pub(crate) activities: Vec<String>,
    /// Minutes between two places, the smaller number first, ascending.
    pub(crate) travel: Vec<(u32, u32, u32)>,
    /// The tokens were given and not derived from ids.
    pub(crate) tokens_given: bool,
}

impl Programme {
    /// Checks an instance.
    ///
    /// ```
    /// use allmende_seat_allocation::{Instance, Programme};
    ///
    /// let instance = Instance::from_json(br#"{
    ///   "children": [{"id": "anna", "age": 9}],
    ///   "events": [{"id": "kanu", "capacity": 8, "dates": [["2027-03-28T02:30", "2027-03-28T04:00"]]}],
    ///   "wishes": [{"child": "anna", "event": "Kanu", "priority": 1}]
    /// }"#)?;
    /// let refusal = Programme::new(&instance).unwrap_err();
    /// assert_eq!(
    ///     refusal.to_string(),
    ///     "event \"kanu\", dates: \"2027-03-28T02:30\" does not exist: the clocks are put forward over it\n\
    ///      wish of \"anna\" for \"Kanu\", event: \"Kanu\" does not exist",
    /// );
    /// # Ok::<(), allmende_seat_allocation::Refusal>(())
    /// ```
    ///
    /// # Errors
    /// All problems, each with entry and field.
    pub fn new(instance: &Instance) -> Result<Self, Refusal> {
        checking::programme(instance)
    }

    /// How many children are in the list, including those that take no part.
    pub fn child_count(&self) -> usize {
        self.children.len()
    }

    /// How many events.
    pub fn event_count(&self) -> usize {
        self.events.len()
    }

    /// How many wishes.
    pub fn wish_count(&self) -> usize {
        self.wishes.len()
    }

    /// The range of a child's wishes.
    pub(crate) fn wishes_of(&self, child: u32) -> std::ops::Range<usize> {
        self.first_wish[child as usize] as usize..self.first_wish[child as usize + 1] as usize
    }

    /// Minutes between the places of two events.
    pub(crate) fn travel_between(&self, a: u32, b: u32) -> i64 {
        if self.travel.is_empty() || a == b || a == NONE || b == NONE {
            return 0;
        }
        let key = (a.min(b), a.max(b));
        self.travel
            .binary_search_by_key(&key, |&(from, to, _)| (from, to))
            .map_or(0, |found| i64::from(self.travel[found].2))
    }

    /// Nobody can have places in both: sessions overlap, the way is too long, or they are dates of
    /// one activity.
    pub(crate) fn collide(&self, a: u32, b: u32) -> bool {
        let (first, second) = (&self.events[a as usize], &self.events[b as usize]);
        if first.activity != NONE && first.activity == second.activity {
            return true;
        }
        let way = self.travel_between(first.place, second.place);
        first
            .sessions
            .iter()
            .any(|one| second.sessions.iter().any(|other| one.start < other.end + way && other.start < one.end + way))
    }

    /// Local days that an event touches, ascending.
    pub(crate) fn days_of(&self, event: u32) -> impl Iterator<Item = i32> {
        self.events[event as usize].sessions.iter().flat_map(|session| session.first_day..=session.last_day)
    }

    /// A session of the event touches the day.
    pub(crate) fn touches(&self, event: u32, day: i32) -> bool {
        self.events[event as usize].sessions.iter().any(|session| (session.first_day..=session.last_day).contains(&day))
    }
}
