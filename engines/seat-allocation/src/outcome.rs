//! What a draw gives.

use std::ops::ControlFlow;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use crate::draw::{self, EMPTY, Finished, Reason};
use crate::list::encoded;
use crate::programme::Programme;
use crate::rules::Rules;
use crate::seed::Seed;
use crate::statistics::Statistics;

/// A seat of a child.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Seat {
    /// Id of the child.
    pub child: String,
    /// Id of the event.
    pub event: String,
    /// The step of the draw in which it was given.
    pub step: String,
}

/// A wish that was not granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Id of the child.
    pub child: String,
    /// Id of the event.
    pub event: String,
    /// Why.
    #[serde(flatten)]
    pub reason: Reason,
}

/// An event that is not held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dissolved {
    /// Id of the event.
    pub event: String,
    /// After which run of the draw it was dissolved; 0: before the first, for want of wishes.
    pub run: u32,
    /// How many children wanted it (run 0) or sat in it.
    pub count: u32,
    /// How many it needs.
    pub min: u32,
}

/// Children who wait for a seat of an event, in the order in which they would get one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Id of the event.
    pub event: String,
    /// Ids of the children.
    pub children: Vec<String>,
}

/// What became of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupOutcome {
    /// Its id.
    pub group: String,
    /// Id of the event.
    pub event: String,
    /// How many children it has.
    pub members: u32,
    /// How many of them have the seat.
    pub seated: u32,
}

/// The result of a draw.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// All seats, by child and event.
    pub seats: Vec<Seat>,
    /// Ids of the events that are not held because their minimum number was not reached.
    pub not_held: Vec<String>,
    /// The same with numbers.
    pub dissolved: Vec<Dissolved>,
    /// All other wishes, by child and priority, with one reason each.
    pub refused: Vec<Refused>,
    /// The waiting order of each event that has one.
    pub waiting: Vec<Waiting>,
    /// Ids of the children in the order of their lots.
    pub lots: Vec<String>,
    /// Each group, in the order of event and members.
    pub groups: Vec<GroupOutcome>,
    /// Counts.
    pub statistics: Statistics,
    /// How often the draw was run, each time without further events.
    pub runs: u32,
    /// The result as the lines of a protocol.
    #[serde(skip)]
    pub lines: Vec<String>,
}

/// How far a draw is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The run, from 1; further ones follow if events are dissolved.
    pub run: u32,
    /// Calls so far; five in each run.
    pub calls: u32,
}

/// Draws.
///
/// ```
/// use allmende_seat_allocation::{Instance, Programme, Reason, Rules, Seed, allocate};
///
/// let instance = Instance::from_json(br#"{
///   "children": [{"id": "anna", "age": 9}, {"id": "ben", "age": 9}],
///   "events": [{"id": "kanu", "capacity": 1, "dates": [["2027-08-02T09:00", "2027-08-02T12:00"]]}],
///   "wishes": [{"child": "anna", "event": "kanu", "priority": 1}, {"child": "ben", "event": "kanu", "priority": 1}]
/// }"#)?;
/// let programme = Programme::new(&instance)?;
/// let allocation = allocate(&programme, Rules::default(), &Seed::preview("a first look"));
/// assert_eq!(allocation.seats.len(), 1);
/// let reason = &allocation.refused[0].reason;
/// assert_eq!(reason, &Reason::Full { lot: 2, step: Some("first".into()), last_lot: Some(1) });
/// # Ok::<(), allmende_seat_allocation::Refusal>(())
/// ```
pub fn allocate(programme: &Programme, rules: Rules, seed: &Seed) -> Allocation {
    allocate_watched(programme, rules, seed, |_| ControlFlow::Continue(())).unwrap_or_default()
}

/// Draws, and asks `watch` between the steps whether to go on; none if it said no.
///
/// ```
/// use std::ops::ControlFlow;
/// use allmende_seat_allocation::{Instance, Programme, Rules, Seed, allocate_watched};
///
/// let programme = Programme::new(&Instance::default())?;
/// let seed = Seed::preview("a first look");
/// assert!(allocate_watched(&programme, Rules::default(), &seed, |_| ControlFlow::Break(())).is_none());
/// # Ok::<(), allmende_seat_allocation::Refusal>(())
/// ```
pub fn allocate_watched(
    programme: &Programme,
    rules: Rules,
    seed: &Seed,
    mut watch: impl FnMut(Progress) -> ControlFlow<()>,
) -> Option<Allocation> {
    let mut calls = 0;
    let finished = draw::run(programme, rules, seed, &mut |run| {
        calls += 1;
        watch(Progress { run, calls })
    })?;
    Some(Allocation::of(&finished))
}

impl Allocation {
    fn of(finished: &Finished<'_>) -> Self {
        let hall = &finished.hall;
        let programme = hall.programme;
        let token = |child: u32| HEXLOWER.encode(&programme.children[child as usize].token);
        let mut lines = vec!["allmende-draw-result 1".to_owned(), format!("runs {}", finished.runs)];
        let mut dissolved = Vec::new();
        for gone in &finished.not_held {
            let event = &programme.events[gone.event as usize];
            lines.push(format!("not-held {} {} {} {}", encoded(&event.id), gone.run, gone.count, event.min));
            dissolved.push(Dissolved { event: event.id.clone(), run: gone.run, count: gone.count, min: event.min });
        }
        for &child in &hall.order {
            lines.push(format!("lot {}", token(child)));
        }
        let last = hall.last_seats();
        let mut waiting: Vec<Vec<u32>> = vec![Vec::new(); programme.events.len()];
        let (mut seats, mut refused) = (Vec::new(), Vec::new());
        for (child, row) in (0..).zip(&programme.children) {
            for wish in programme.wishes_of(child) {
                let number = programme.wishes[wish].event;
                let event = &programme.events[number as usize].id;
                if hall.seat[wish] != EMPTY {
                    let step = hall.step_of[wish].to_string();
                    lines.push(format!("seat {} {} {step}", token(child), encoded(event)));
                    seats.push(Seat { child: row.id.clone(), event: event.clone(), step });
                    continue;
                }
                let reason = hall.reason(child, wish, &last);
                lines.push(format!("refused {} {} {}", token(child), encoded(event), reason.words()));
                if matches!(reason, Reason::Full { .. } | Reason::Group { .. }) {
                    waiting[number as usize].push(child);
                }
                refused.push(Refused { child: row.id.clone(), event: event.clone(), reason });
            }
        }
        let mut lists = Vec::new();
        for (event, mut children) in programme.events.iter().zip(waiting) {
            if !children.is_empty() {
                children.sort_by_key(|&child| hall.lot[child as usize]);
                let tokens: Vec<String> = children.iter().map(|&child| token(child)).collect();
                lines.push(format!("waiting {} {}", encoded(&event.id), tokens.join("+")));
                let children = children.iter().map(|&child| programme.children[child as usize].id.clone()).collect();
                lists.push(Waiting { event: event.id.clone(), children });
            }
        }
        seats.sort();
        let mut statistics = Statistics::of(hall);
        for one in &refused {
            let word = one.reason.words().split(' ').next().unwrap_or_default().to_owned();
            *statistics.reasons.entry(word).or_default() += 1;
        }
        let groups = programme
            .groups
            .iter()
            .map(|group| {
                let has =
                    |child: &&u32| hall.wish_for(**child, group.event).is_some_and(|wish| hall.seat[wish] != EMPTY);
                GroupOutcome {
                    group: group.id.clone(),
                    event: programme.events[group.event as usize].id.clone(),
                    members: u32::try_from(group.members.len()).unwrap_or(0),
                    seated: u32::try_from(group.members.iter().filter(has).count()).unwrap_or(0),
                }
            })
            .collect();
        Self {
            groups,
            statistics,
            seats,
            not_held: dissolved.iter().map(|gone| gone.event.clone()).collect(),
            dissolved,
            refused,
            waiting: lists,
            lots: hall.order.iter().map(|&child| programme.children[child as usize].id.clone()).collect(),
            runs: finished.runs,
            lines,
        }
    }
}

impl Reason {
    /// The reason in a line of a protocol.
    pub fn words(&self) -> String {
        match self {
            Self::Withdrawn => "withdrawn".to_owned(),
            Self::Duplicate => "duplicate".to_owned(),
            Self::TooYoung => "too-young".to_owned(),
            Self::TooOld => "too-old".to_owned(),
            Self::NotHeld => "not-held".to_owned(),
            Self::Collides { event } => format!("collides {}", encoded(event)),
            Self::Limit { limit } => format!("limit {limit}"),
            Self::DayLimit { limit, day } => format!("day-limit {limit} {day}"),
            Self::Group { members, free } => format!("group {members} {free}"),
            Self::Full { lot, step, last_lot } => format!(
                "full {lot} {} {}",
                step.as_deref().unwrap_or("-"),
                last_lot.map_or_else(|| "-".to_owned(), |lot| lot.to_string())
            ),
            Self::KeepsGroup { event } => format!("keeps-group {}", encoded(event)),
        }
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Withdrawn => write!(f, "the entry was withdrawn before the close"),
            Self::Duplicate => write!(f, "the child signed up twice; the other entry counts"),
            Self::TooYoung => write!(f, "too young for this event"),
            Self::TooOld => write!(f, "too old for this event"),
            Self::NotHeld => write!(f, "the event does not reach its minimum number and is not held"),
            Self::Collides { event } => write!(f, "not possible beside {event}, which the child likes better and has"),
            Self::Limit { limit } => write!(f, "the child has its {limit} places, all in events it likes better"),
            Self::DayLimit { limit, day } => {
                let day = crate::programme::times::day_number(*day).map(|day| day.to_string()).unwrap_or_default();
                write!(f, "the child has its {limit} places of {day}, all in events it likes better")
            }
            Self::Group { members, free } => {
                write!(
                    f,
                    "the group of {members} goes together or not at all, and could not be seated ({free} seats free)"
                )
            }
            Self::Full { step: Some(step), last_lot: Some(last), lot } => {
                write!(
                    f,
                    "all seats went to others, the last one to lot {last} in step {step}; this child has lot {lot}"
                )
            }
            Self::Full { .. } => write!(f, "the event has no seats"),
            Self::KeepsGroup { event } => {
                write!(f, "a seat is free, but for it the child would have to leave its group in {event}")
            }
        }
    }
}
