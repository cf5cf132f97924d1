//! What can be wrong with an input, as a closed set, with the entry and the field it is about.

use std::fmt;

/// Which entry a problem is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The file itself; the path inside it, such as `children[3].age`.
    File(String),
    /// The child with this id.
    Child(String),
    /// The event with this id.
    Event(String),
    /// The wish of this child for this event.
    Wish(String, String),
    /// The group with this id.
    Group(String),
    /// The travelling time between these places.
    Travel(String, String),
    /// The rules of the draw.
    Rules,
    /// The commitment or the outside value.
    Commitment,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{path}"),
            Self::Child(id) => write!(f, "child {}", Short(id)),
            Self::Event(id) => write!(f, "event {}", Short(id)),
            Self::Wish(child, event) => write!(f, "wish of {} for {}", Short(child), Short(event)),
            Self::Group(id) => write!(f, "group {}", Short(id)),
            Self::Travel(from, to) => write!(f, "way from {} to {}", Short(from), Short(to)),
            Self::Rules => write!(f, "rules"),
            Self::Commitment => write!(f, "commitment"),
        }
    }
}

/// A text in quotes, cut after sixty characters.
struct Short<'a>(&'a str);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(60) {
            None => write!(f, "{:?}", self.0),
            Some((end, _)) => write!(f, "{:?}… ({} characters)", &self.0[..end], self.0.chars().count()),
        }
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The JSON cannot be read; what the reader says.
    Unreadable(String),
    /// A text that must not be empty is.
    Empty,
    /// A text is longer than allowed.
    TooLong {
        /// Its bytes.
        bytes: usize,
        /// The bytes allowed.
        most: usize,
    },
    /// A text holds a control character.
    ControlCharacter,
    /// A number is outside its range.
    OutOfRange {
        /// The number.
        value: i64,
        /// The least that is allowed.
        least: i64,
        /// The most that is allowed.
        most: i64,
    },
    /// More entries than the draw takes.
    TooMany {
        /// How many there are.
        count: usize,
        /// How many are allowed.
        most: usize,
    },
    /// Fewer entries than are needed.
    TooFew {
        /// How many there are.
        count: usize,
        /// How many are needed.
        least: usize,
    },
    /// The same id, token or entry a second time.
    Twice(String),
    /// Something that does not exist is named.
    Unknown(String),
    /// A field that is needed here is missing.
    Missing,
    /// Not a day of the calendar.
    NoSuchDay(String),
    /// Not a point in time.
    NoSuchTime(String),
    /// The clocks are put forward over this local time; it does not exist.
    SkippedTime(String),
    /// The clocks are put back over this local time; it exists twice. Give the offset.
    RepeatedTime(String),
    /// A time that is not a whole minute.
    NotWholeMinute(String),
    /// A session ends before it starts, or at the same moment.
    EndsBeforeStart,
    /// Two sessions of one event overlap; their numbers from 1.
    SessionsOverlap(usize, usize),
    /// The lower limit is above the upper one.
    LimitsCrossed {
        /// The lower limit.
        low: i64,
        /// The upper limit.
        high: i64,
    },
    /// More seats are reserved than there are.
    ReservedTooMany {
        /// The sum of reserved seats.
        reserved: i64,
        /// The seats.
        capacity: i64,
    },
    /// Neither or both of entitlement and municipality are given.
    ReservedForWhom,
    /// The priorities of a child are not 1 to n; the number that is missing.
    PriorityGap(i64),
    /// Two wishes of a child have this priority.
    PriorityTwice(i64),
    /// A member of the group has no wish for its event.
    MemberWithoutWish(String),
    /// A member's wish does not name the group.
    MemberWishWithoutGroup(String),
    /// A wish names a group that does not list the child.
    NotAMember(String),
    /// A wish names a group of another event.
    GroupOfOtherEvent(String),
    /// A token is not 32 lowercase hexadecimal digits.
    BadToken(String),
    /// Some children have a token and this one has none.
    TokenMissing,
    /// A child is named as the duplicate of itself or of another duplicate.
    BadDuplicate(String),
    /// Two values are given for the same way.
    WayTwice,
    /// A binding draw needs tokens that the operator drew.
    TokensNeeded,
    /// The commitment was not made before the outside value was to appear.
    CommittedTooLate,
    /// The draw is run before the outside value can exist.
    BeforeTheValue,
    /// The list, the rules or the source differ from what was committed; which.
    NotAsCommitted(String),
    /// The log already holds a binding draw of this programme with another commitment.
    AlreadyDrawn,
    /// A digest is not 64 lowercase hexadecimal digits.
    BadDigest(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(what) => write!(f, "cannot be read: {what}"),
            Self::Empty => write!(f, "is empty"),
            Self::TooLong { bytes, most } => write!(f, "has {bytes} bytes; at most {most} are allowed"),
            Self::ControlCharacter => write!(f, "holds a control character"),
            Self::OutOfRange { value, least, most } => write!(f, "is {value}; allowed is {least} to {most}"),
            Self::TooMany { count, most } => write!(f, "has {count} entries; at most {most} are allowed"),
            Self::TooFew { count, least } => write!(f, "has {count} entries; at least {least} are needed"),
            Self::Twice(what) => write!(f, "{} stands here a second time", Short(what)),
            Self::Unknown(what) => write!(f, "{} does not exist", Short(what)),
            Self::Missing => write!(f, "is missing and needed here"),
            Self::NoSuchDay(text) => write!(f, "{} is not a day; write it as 2019-03-31", Short(text)),
            Self::NoSuchTime(text) => write!(f, "{} is not a time; write it as 2027-08-02T09:00", Short(text)),
            Self::SkippedTime(text) => {
                write!(f, "{} does not exist: the clocks are put forward over it", Short(text))
            }
            Self::RepeatedTime(text) => {
                write!(
                    f,
                    "{} exists twice: the clocks are put back over it; add the offset, +02:00 or +01:00",
                    Short(text)
                )
            }
            Self::NotWholeMinute(text) => write!(f, "{} is not a whole minute", Short(text)),
            Self::EndsBeforeStart => write!(f, "ends before it starts"),
            Self::SessionsOverlap(a, b) => write!(f, "sessions {a} and {b} overlap"),
            Self::LimitsCrossed { low, high } => write!(f, "the lower limit {low} is above the upper limit {high}"),
            Self::ReservedTooMany { reserved, capacity } => {
                write!(f, "{reserved} seats are reserved, but there are only {capacity}")
            }
            Self::ReservedForWhom => write!(f, "give either an entitlement or a municipality"),
            Self::PriorityGap(number) => write!(f, "priority {number} is missing; they must run from 1 without gaps"),
            Self::PriorityTwice(number) => write!(f, "priority {number} is given to two wishes"),
            Self::MemberWithoutWish(id) => write!(f, "member {} has no wish for the group's event", Short(id)),
            Self::MemberWishWithoutGroup(id) => write!(f, "the wish of member {} does not name the group", Short(id)),
            Self::NotAMember(id) => write!(f, "group {} does not list the child", Short(id)),
            Self::GroupOfOtherEvent(id) => write!(f, "group {} belongs to another event", Short(id)),
            Self::BadToken(text) => write!(f, "{} is not a token: 32 hexadecimal digits 0-9 a-f", Short(text)),
            Self::TokenMissing => write!(f, "is missing, while other children have one"),
            Self::BadDuplicate(id) => write!(f, "{} cannot be what it repeats", Short(id)),
            Self::WayTwice => write!(f, "is given a second time with other minutes"),
            Self::TokensNeeded => write!(f, "a binding draw needs a random token for each child"),
            Self::CommittedTooLate => write!(f, "the commitment must be older than the outside value"),
            Self::BeforeTheValue => write!(f, "the outside value cannot exist yet"),
            Self::NotAsCommitted(what) => write!(f, "{what} is not what was committed"),
            Self::AlreadyDrawn => write!(f, "the log already holds a binding draw with another commitment"),
            Self::BadDigest(text) => write!(f, "{} is not a digest: 64 hexadecimal digits 0-9 a-f", Short(text)),
        }
    }
}

/// One problem: where and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The entry.
    pub entry: Entry,
    /// The field of the entry, as it is called in the file; empty if the entry as a whole is meant.
    pub field: &'static str,
    /// What is wrong.
    pub fault: Fault,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.field.is_empty() {
            write!(f, "{}: {}", self.entry, self.fault)
        } else {
            write!(f, "{}, {}: {}", self.entry, self.field, self.fault)
        }
    }
}

/// Why an input is refused: all problems that were found, the first hundred in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The first hundred problems, in the order of the file.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub more: usize,
}

impl Refusal {
    /// How many problems are kept.
    pub const KEPT: usize = 100;

    /// A refusal with one problem.
    pub(crate) fn fault(entry: Entry, field: &'static str, fault: Fault) -> Self {
        Self::one(Problem { entry, field, fault })
    }

    /// A refusal with one problem.
    pub(crate) fn one(problem: Problem) -> Self {
        Self { problems: vec![problem], more: 0 }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, problem) in self.problems.iter().enumerate() {
            if number > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}

/// Collects problems, so that a person sees all of them at once.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    kept: Vec<Problem>,
    more: usize,
}

impl Problems {
    /// Notes a problem.
    pub(crate) fn note(&mut self, entry: Entry, field: &'static str, fault: Fault) {
        if self.kept.len() < Refusal::KEPT {
            self.kept.push(Problem { entry, field, fault });
        } else {
            self.more += 1;
        }
    }

    /// Nothing was noted?
    pub(crate) fn none(&self) -> bool {
        self.kept.is_empty()
    }

    /// Refuses if anything was noted.
    pub(crate) fn refuse(self) -> Result<(), Refusal> {
        if self.kept.is_empty() { Ok(()) } else { Err(Refusal { problems: self.kept, more: self.more }) }
    }
}
