//! Reads a canonical list again, as it stands in a protocol.

use std::collections::HashMap;

use crate::instance::{GroupKind, GroupMode};
use crate::list::decoded;
use crate::problem::{Entry, Fault, Refusal};
use crate::programme::times::Session;
use crate::programme::{
    ChildRow, EventRow, Fit, GroupRow, MOST_RESERVED, MOST_WISHES, NONE, Out, Programme, WishRow, read_token,
};

/// What is wrong with a line.
type Wrong = &'static str;

/// The words of a line after the first.
struct Words<'a>(std::str::Split<'a, char>);

impl<'a> Words<'a> {
    fn next(&mut self) -> Result<&'a str, Wrong> {
        self.0.next().filter(|word| !word.is_empty()).ok_or("a word is missing")
    }

    fn name(&mut self) -> Result<String, Wrong> {
        decoded(self.next()?).ok_or("a name is not encoded as it must be")
    }

    /// A name or `-`.
    fn maybe_name(&mut self) -> Result<Option<String>, Wrong> {
        match self.next()? {
            "-" => Ok(None),
            word => decoded(word).map(Some).ok_or("a name is not encoded as it must be"),
        }
    }

    fn number(&mut self) -> Result<u32, Wrong> {
        number(self.next()?)
    }

    fn maybe_number(&mut self) -> Result<u32, Wrong> {
        match self.next()? {
            "-" => Ok(NONE),
            word => number(word),
        }
    }

    fn end(mut self) -> Result<(), Wrong> {
        if self.0.next().is_some() { Err("there is a word too many") } else { Ok(()) }
    }
}

/// A number up to 1,000,000 in decimal digits, without sign and leading zeros.
fn number(word: &str) -> Result<u32, Wrong> {
    match word.parse::<u32>() {
        Ok(value) if value <= 1_000_000 && value.to_string() == word => Ok(value),
        _ => Err("a number is not one"),
    }
}

/// What is collected while lines are read.
#[derive(Default)]
struct Read {
    children: Vec<ChildRow>,
    tokens: HashMap<[u8; 16], u32>,
    events: Vec<EventRow>,
    event_numbers: HashMap<String, u32>,
    event_names: Vec<(Option<String>, Option<String>)>,
    wishes: Vec<WishRow>,
    first_wish: Vec<u32>,
    groups: Vec<(GroupRow, Vec<[u8; 16]>)>,
    ways: Vec<(String, String, u32)>,
}

impl Programme {
    /// Reads a canonical list. The ids of children are their tokens then; stated ages are not in a list.
    ///
    /// # Errors
    /// The number of the line that is not as [`Programme::list`] writes it.
    pub fn from_list(lines: &[String]) -> Result<Self, Refusal> {
        let refuse = |line: usize, wrong: &str| {
            let place = format!("list, line {}", line + 1);
            Refusal::fault(Entry::File(place), "", Fault::Unreadable(wrong.to_owned()))
        };
        if lines.first().map(String::as_str) != Some("allmende-draw-list 1") {
            return Err(refuse(0, "the list does not begin with \"allmende-draw-list 1\""));
        }
        let mut read = Read::default();
        for (at, line) in lines.iter().enumerate().skip(1) {
            read.line(line).map_err(|wrong| refuse(at, wrong))?;
        }
        let programme = read.finish().map_err(|wrong| refuse(lines.len(), wrong))?;
        // Order and form are part of the list: writing it again must give the same lines.
        let again = programme.list();
        match again.iter().zip(lines).position(|(ours, theirs)| ours != theirs) {
            Some(at) => Err(refuse(at, "the line is not in canonical form or order")),
            None if again.len() != lines.len() => Err(refuse(again.len(), "there are lines too many")),
            None => Ok(programme),
        }
    }
}

impl Read {
    fn line(&mut self, line: &str) -> Result<(), Wrong> {
        let mut words = Words(line.split(' '));
        match words.next()? {
            "event" => self.event(words),
            "way" => {
                self.ways.push((words.name()?, words.name()?, words.number()?));
                words.end()
            }
            "group" => self.group(words),
            "child" => self.child(words),
            "wish" => self.wish(words),
            _ => Err("the line begins with an unknown word"),
        }
    }

    fn event(&mut self, mut words: Words<'_>) -> Result<(), Wrong> {
        let (id, capacity, min) = (words.name()?, words.number()?, words.number()?);
        let (activity, place) = (words.maybe_name()?, words.maybe_name()?);
        let reserved = match words.next()? {
            "-" => Vec::new(),
            text => text.split('+').map(number).collect::<Result<Vec<u32>, Wrong>>()?,
        };
        if reserved.len() > MOST_RESERVED || reserved.iter().sum::<u32>() > capacity {
            return Err("more seats are reserved than there are");
        }
        let sessions = words.next()?.split(',').map(session).collect::<Result<Vec<Session>, Wrong>>()?;
        if sessions.windows(2).any(|pair| pair[1].start < pair[0].end) {
            return Err("sessions overlap or are not in order");
        }
        let number = u32::try_from(self.events.len()).unwrap_or(NONE);
        if self.event_numbers.insert(id.clone(), number).is_some() {
            return Err("the event stands here a second time");
        }
        self.event_names.push((activity, place));
        self.events.push(EventRow { id, capacity, min, activity: NONE, place: NONE, sessions, reserved });
        words.end()
    }

    fn event_number(&self, id: &str) -> Result<u32, Wrong> {
        self.event_numbers.get(id).copied().ok_or("the event does not exist")
    }

    fn group(&mut self, mut words: Words<'_>) -> Result<(), Wrong> {
        let id = words.number()?;
        let event = self.event_number(&words.name()?)?;
        let kind = match words.next()? {
            "siblings" => GroupKind::Siblings,
            "friends" => GroupKind::Friends,
            _ => return Err("the kind of the group is unknown"),
        };
        let mode = match words.next()? {
            "all" => GroupMode::AllOrNothing,
            "any" => GroupMode::IfPossible,
            _ => return Err("the mode of the group is unknown"),
        };
        let tokens = words.next()?.split('+').map(|text| read_token(text).ok_or("a token is not one"));
        let tokens = tokens.collect::<Result<Vec<_>, Wrong>>()?;
        if !(2..=20).contains(&tokens.len()) || tokens.windows(2).any(|pair| pair[0] >= pair[1]) {
            return Err("the members are not in order");
        }
        self.groups.push((GroupRow { id: id.to_string(), event, kind, mode, members: Vec::new() }, tokens));
        words.end()
    }

    fn child(&mut self, mut words: Words<'_>) -> Result<(), Wrong> {
        let id = words.next()?.to_owned();
        let token = read_token(&id).ok_or("the token is not one")?;
        let (limit, day_limit) = (words.maybe_number()?, words.maybe_number()?);
        let out = match words.next()? {
            "in" => None,
            "withdrawn" => Some(Out::Withdrawn),
            "duplicate" => Some(Out::Duplicate),
            _ => return Err("the state of the entry is unknown"),
        };
        let number = u32::try_from(self.children.len()).unwrap_or(NONE);
        if self.tokens.insert(token, number).is_some() {
            return Err("the token stands here a second time");
        }
        self.children.push(ChildRow { id, token, limit, day_limit, out, municipality: None });
        self.first_wish.push(u32::try_from(self.wishes.len()).unwrap_or(NONE));
        words.end()
    }

    fn wish(&mut self, mut words: Words<'_>) -> Result<(), Wrong> {
        let event = self.event_number(&words.name()?)?;
        let fit = match words.next()? {
            "fit" => Fit::Fits,
            "young" => Fit::TooYoung,
            "old" => Fit::TooOld,
            _ => return Err("whether the wish fits is unknown"),
        };
        let mut contingents = 0_u8;
        let text = words.next()?;
        if text != "-" {
            for part in text.split('+') {
                let position = number(part)?;
                if position == 0 || position as usize > self.events[event as usize].reserved.len() {
                    return Err("the reserved seats do not exist");
                }
                contingents |= 1 << (position - 1);
            }
        }
        let group = match words.maybe_number()? {
            NONE => NONE,
            number => {
                number.checked_sub(1).filter(|&group| (group as usize) < self.groups.len()).ok_or("no such group")?
            }
        };
        let Some(&first) = self.first_wish.last() else { return Err("the wish belongs to no child") };
        if self.wishes.len() - first as usize >= MOST_WISHES {
            return Err("the child has too many wishes");
        }
        if self.wishes[first as usize..].iter().any(|other| other.event == event) {
            return Err("the wish stands here a second time");
        }
        self.wishes.push(WishRow { event, group, fit, contingents });
        words.end()
    }

    fn finish(mut self) -> Result<Programme, Wrong> {
        self.first_wish.push(u32::try_from(self.wishes.len()).unwrap_or(NONE));
        let sorted = |names: Vec<String>| {
            let mut names = names;
            names.sort();
            names.dedup();
            names
        };
        let activities = sorted(self.event_names.iter().filter_map(|(activity, _)| activity.clone()).collect());
        let mut places: Vec<String> = self.event_names.iter().filter_map(|(_, place)| place.clone()).collect();
        places.extend(self.ways.iter().flat_map(|(from, to, _)| [from.clone(), to.clone()]));
        let places = sorted(places);
        let find = |names: &[String], name: &Option<String>| {
            let name = name.as_ref()?;
            u32::try_from(names.binary_search(name).ok()?).ok()
        };
        for (event, (activity, place)) in self.events.iter_mut().zip(&self.event_names) {
            event.activity = find(&activities, activity).unwrap_or(NONE);
            event.place = find(&places, place).unwrap_or(NONE);
        }
        let mut travel = Vec::new();
        for (from, to, minutes) in self.ways {
            let (Some(from), Some(to)) = (find(&places, &Some(from)), find(&places, &Some(to))) else {
                return Err("a place does not exist");
            };
            travel.push((from, to, minutes));
        }
        if travel.iter().any(|&(from, to, minutes)| from >= to || minutes > 1440)
            || travel.windows(2).any(|pair| (pair[0].0, pair[0].1) >= (pair[1].0, pair[1].1))
        {
            return Err("the ways are not in order");
        }
        let mut groups = Vec::new();
        for (mut group, tokens) in self.groups {
            let members = tokens.iter().map(|token| self.tokens.get(token).copied().ok_or("a member does not exist"));
            group.members = members.collect::<Result<_, Wrong>>()?;
            groups.push(group);
        }
        let mut programme = Programme {
            children: self.children,
            events: self.events,
            wishes: self.wishes,
            first_wish: self.first_wish,
            groups: Vec::new(),
            places,
            activities,
            travel,
            tokens_given: true,
        };
        let mut named = vec![0_usize; groups.len()];
        for child in 0..u32::try_from(programme.children.len()).unwrap_or(NONE) {
            for wish in programme.wishes_of(child) {
                let row = programme.wishes[wish];
                if row.group != NONE {
                    let group: &GroupRow = &groups[row.group as usize];
                    if group.event != row.event || group.members.binary_search(&child).is_err() {
                        return Err("a wish names a group it does not belong to");
                    }
                    named[row.group as usize] += 1;
                }
            }
        }
        if groups.iter().zip(&named).any(|(group, &count)| group.members.len() != count) {
            return Err("a member of a group has no wish for it");
        }
        if !groups.is_sorted_by(|a, b| (a.event, &a.members) < (b.event, &b.members)) {
            return Err("the groups are not in order");
        }
        programme.groups = groups;
        if !programme.children.is_sorted_by(|a, b| a.token < b.token)
            || !programme.events.is_sorted_by(|a, b| a.id < b.id)
        {
            return Err("events or children are not in order");
        }
        Ok(programme)
    }
}

/// A session, `start-end:first-last`.
fn session(text: &str) -> Result<Session, Wrong> {
    const WRONG: Wrong = "a session is not written as it must be";
    let (minutes, days) = text.split_once(':').ok_or(WRONG)?;
    let pair = |text: &str| -> Option<(i64, i64)> {
        // The sign of a time before 1970 is not the hyphen between the two.
        let at = text.char_indices().skip(1).find(|(_, c)| *c == '-')?.0;
        Some((text[..at].parse().ok()?, text[at + 1..].parse().ok()?))
    };
    let ((start, end), (first, last)) = (pair(minutes).ok_or(WRONG)?, pair(days).ok_or(WRONG)?);
    // Days are brought into their range first: the difference of any two numbers may be none that an `i64` holds.
    let day = |value: i64| i32::try_from(value).map_err(|_| WRONG);
    let (first_day, last_day) = (day(first)?, day(last)?);
    let limit = 4_000_000_000;
    if start >= end || start < -limit || end > limit || first > last || last - first > 1 + (end - start) / 1440 {
        return Err(WRONG);
    }
    Ok(Session { start, end, first_day, last_day })
}
