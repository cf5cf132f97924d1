//! Checks children, and brings everything into its order.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::offers::{check_event, check_travel};
use super::times::{Clock, full_years};
use super::{ChildRow, EventRow, Fit, MOST_ENTRIES, NONE, Out, Programme, wishes};
use crate::instance::{AgeBasis, Child, Event, Instance};
use crate::problem::{Entry, Fault, Problems, Refusal};

/// Longest id in bytes.
const LONGEST_ID: usize = 200;
/// Most seats of an event, highest limit.
pub(super) const MOST_SEATS: i64 = 1_000_000;

/// What checking knows about a child beyond its row.
pub(super) struct ChildFacts<'a> {
    pub(super) child: &'a Child,
    pub(super) birth: Option<Date>,
    /// Its number after sorting.
    pub(super) number: u32,
}

/// What checking knows about an event beyond its row.
pub(super) struct EventFacts<'a> {
    pub(super) event: &'a Event,
    pub(super) first_day: Option<Date>,
    pub(super) number: u32,
}

/// Checks everything.
pub(super) fn programme(instance: &Instance) -> Result<Programme, Refusal> {
    let mut problems = Problems::default();
    for (field, count) in [
        ("children", instance.children.len()),
        ("events", instance.events.len()),
        ("wishes", instance.wishes.len()),
        ("groups", instance.groups.len()),
        ("travel", instance.travel.len()),
    ] {
        if count > MOST_ENTRIES {
            problems.note(Entry::File(field.to_owned()), "", Fault::TooMany { count, most: MOST_ENTRIES });
        }
    }
    let tokens_given = instance.children.iter().any(|child| child.token.is_some());
    let mut children = Vec::with_capacity(instance.children.len());
    let mut child_facts = HashMap::with_capacity(instance.children.len());
    let mut tokens = HashSet::with_capacity(instance.children.len());
    for child in &instance.children {
        let (row, birth) = check_child(child, tokens_given, &mut problems);
        if child_facts.insert(child.id.as_str(), ChildFacts { child, birth, number: 0 }).is_some() {
            problems.note(Entry::Child(child.id.clone()), "id", Fault::Twice(child.id.clone()));
        } else if !tokens.insert(row.token) && tokens_given {
            let token = child.token.clone().unwrap_or_default();
            problems.note(Entry::Child(child.id.clone()), "token", Fault::Twice(token));
        }
        children.push(row);
    }
    check_duplicates(&child_facts, &mut problems, instance);
    children.sort_by_key(|row: &ChildRow| row.token);
    for (number, row) in (0..).zip(&children) {
        if let Some(facts) = child_facts.get_mut(row.id.as_str()) {
            facts.number = number;
        }
    }

    let clock = Clock::new();
    let mut places = Names::of(instance.events.iter().filter_map(|event| event.place.as_deref()));
    let activities = Names::of(instance.events.iter().filter_map(|event| event.activity.as_deref()));
    places.extend(instance.travel.iter().flat_map(|way| [way.from.as_str(), way.to.as_str()]));
    let mut events = Vec::with_capacity(instance.events.len());
    let mut event_facts = HashMap::with_capacity(instance.events.len());
    for event in &instance.events {
        let (row, first_day) = check_event(event, &clock, &places, &activities, &mut problems);
        if event_facts.insert(event.id.as_str(), EventFacts { event, first_day, number: 0 }).is_some() {
            problems.note(Entry::Event(event.id.clone()), "id", Fault::Twice(event.id.clone()));
        }
        events.push(row);
    }
    events.sort_by(|a: &EventRow, b| a.id.cmp(&b.id));
    for (number, row) in (0..).zip(&events) {
        if let Some(facts) = event_facts.get_mut(row.id.as_str()) {
            facts.number = number;
        }
    }
    let travel = check_travel(instance, &places, &mut problems);
    let found = wishes::check(instance, &child_facts, &event_facts, &mut problems);
    problems.refuse()?;
    let (wishes, first_wish, groups) = found;
    Ok(Programme {
        children,
        events,
        wishes,
        first_wish,
        groups,
        places: places.sorted,
        activities: activities.sorted,
        travel,
        tokens_given,
    })
}

/// Names in order of their bytes.
pub(super) struct Names {
    pub(super) sorted: Vec<String>,
}

impl Names {
    fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut all = Self { sorted: Vec::new() };
        all.extend(names);
        all
    }

    fn extend<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        self.sorted.extend(names.map(str::to_owned));
        self.sorted.sort();
        self.sorted.dedup();
    }

    pub(super) fn number(&self, name: Option<&str>) -> u32 {
        name.and_then(|name| self.sorted.binary_search_by(|known| known.as_str().cmp(name)).ok())
            .and_then(|found| u32::try_from(found).ok())
            .unwrap_or(NONE)
    }
}

/// Checks a text that names something.
pub(crate) fn check_name(text: &str, entry: &Entry, field: &'static str, problems: &mut Problems) {
    if text.is_empty() {
        problems.note(entry.clone(), field, Fault::Empty);
    } else if text.len() > LONGEST_ID {
        problems.note(entry.clone(), field, Fault::TooLong { bytes: text.len(), most: LONGEST_ID });
    } else if text.chars().any(char::is_control) {
        problems.note(entry.clone(), field, Fault::ControlCharacter);
    }
}

/// Checks a number.
pub(crate) fn check_range(
    value: i64,
    least: i64,
    most: i64,
    entry: &Entry,
    field: &'static str,
    problems: &mut Problems,
) -> u32 {
    if (least..=most).contains(&value) {
        u32::try_from(value).unwrap_or(0)
    } else {
        problems.note(entry.clone(), field, Fault::OutOfRange { value, least, most });
        0
    }
}

/// Checks a child; its row and its day of birth.
fn check_child(child: &Child, tokens_given: bool, problems: &mut Problems) -> (ChildRow, Option<Date>) {
    let entry = Entry::Child(child.id.clone());
    check_name(&child.id, &entry, "id", problems);
    for (field, text) in
        [("municipality", &child.municipality), ("household", &child.household), ("friend_group", &child.friend_group)]
    {
        if let Some(text) = text {
            check_name(text, &entry, field, problems);
        }
    }
    for (position, text) in child.entitlements.iter().enumerate() {
        check_name(text, &entry, "entitlements", problems);
        if child.entitlements[..position].contains(text) {
            problems.note(entry.clone(), "entitlements", Fault::Twice(text.clone()));
        }
    }
    let birth = child.birth_date.as_deref().and_then(|text| match (text.len(), text.parse::<Date>()) {
        (10, Ok(day)) if (1900..=2200).contains(&day.year()) => Some(day),
        _ => {
            problems.note(entry.clone(), "birth_date", Fault::NoSuchDay(text.to_owned()));
            None
        }
    });
    if let Some(age) = child.age {
        check_range(age, 0, 120, &entry, "age", problems);
    }
    let mut limit = |value: Option<i64>, field| {
        value.map_or(NONE, |value| check_range(value, 0, MOST_SEATS, &entry, field, problems))
    };
    let (total, daily) = (limit(child.max_events, "max_events"), limit(child.max_per_day, "max_per_day"));
    let token = match &child.token {
        Some(text) => read_token(text).unwrap_or_else(|| {
            problems.note(entry.clone(), "token", Fault::BadToken(text.clone()));
            derived_token(&child.id)
        }),
        None => {
            if tokens_given {
                problems.note(entry.clone(), "token", Fault::TokenMissing);
            }
            derived_token(&child.id)
        }
    };
    let out = match (child.withdrawn, &child.duplicate_of) {
        (_, Some(_)) => Some(Out::Duplicate),
        (true, None) => Some(Out::Withdrawn),
        (false, None) => None,
    };
    (
        ChildRow {
            id: child.id.clone(),
            token,
            limit: total,
            day_limit: daily,
            out,
            municipality: child.municipality.clone(),
        },
        birth,
    )
}

/// A token of 32 lowercase hexadecimal digits.
pub(crate) fn read_token(text: &str) -> Option<[u8; 16]> {
    data_encoding::HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok()
}

/// The token of a child whose operator drew none: the first half of a digest of the id.
fn derived_token(id: &str) -> [u8; 16] {
    let digest = Sha256::new().chain_update(b"allmende-draw token 1\n").chain_update(id.as_bytes()).finalize();
    let mut token = [0; 16];
    token.copy_from_slice(&digest[..16]);
    token
}

/// A duplicate repeats an entry that exists and takes part itself.
fn check_duplicates(facts: &HashMap<&str, ChildFacts<'_>>, problems: &mut Problems, instance: &Instance) {
    for child in &instance.children {
        let Some(original) = &child.duplicate_of else { continue };
        let entry = Entry::Child(child.id.clone());
        match facts.get(original.as_str()) {
            None => problems.note(entry, "duplicate_of", Fault::Unknown(original.clone())),
            Some(other) if other.child.duplicate_of.is_some() => {
                problems.note(entry, "duplicate_of", Fault::BadDuplicate(original.clone()));
            }
            Some(_) => {}
        }
    }
}

/// Whether a child may take part, by the event's rule.
pub(super) fn fit(child: &ChildFacts<'_>, event: &EventFacts<'_>, problems: &mut Problems) -> Fit {
    let (low, high) = (event.event.min_age, event.event.max_age);
    if low.is_none() && high.is_none() {
        return Fit::Fits;
    }
    let age = match (event.event.age_basis, child.child.age, child.birth, event.first_day) {
        (AgeBasis::Stated, Some(age), _, _) => age,
        (AgeBasis::OnEventDay, _, Some(birth), Some(day)) => full_years(birth, day),
        (AgeBasis::YearOfBirth, _, Some(birth), Some(day)) => i64::from(day.year()) - i64::from(birth.year()),
        (basis, _, _, first_day) => {
            // A birth date or a session that is wrong was noted already.
            let field = if basis == AgeBasis::Stated { "age" } else { "birth_date" };
            if (basis == AgeBasis::Stated || child.child.birth_date.is_none()) && first_day.is_some() {
                problems.note(Entry::Child(child.child.id.clone()), field, Fault::Missing);
            }
            return Fit::Fits;
        }
    };
    if low.is_some_and(|low| age < low) {
        Fit::TooYoung
    } else if high.is_some_and(|high| age > high) {
        Fit::TooOld
    } else {
        Fit::Fits
    }
}
