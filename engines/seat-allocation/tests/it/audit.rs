//! Checks a result against its list, from the published lines alone: a second look at feasibility
//! and maximality that shares no code with the draw.

use std::collections::{HashMap, HashSet};

/// An event of a list.
#[derive(Debug)]
pub(crate) struct Event {
    pub(crate) capacity: usize,
    pub(crate) min: usize,
    activity: String,
    place: String,
    sessions: Vec<[i64; 4]>,
}

/// A child of a list.
#[derive(Debug)]
pub(crate) struct Child {
    pub(crate) limit: usize,
    pub(crate) day_limit: usize,
    pub(crate) state: String,
    /// Event, fit, group.
    pub(crate) wishes: Vec<(String, String, String)>,
}

/// A list that was read.
#[derive(Debug, Default)]
pub(crate) struct List {
    pub(crate) events: HashMap<String, Event>,
    pub(crate) children: Vec<(String, Child)>,
    /// Event, mode, members.
    pub(crate) groups: HashMap<String, (String, String, Vec<String>)>,
    ways: HashMap<(String, String), i64>,
}

impl List {
    pub(crate) fn read(lines: &[String]) -> Self {
        let mut list = Self::default();
        let limit = |word: &str| word.parse().unwrap_or(usize::MAX);
        for line in &lines[1..] {
            let words: Vec<&str> = line.split(' ').collect();
            match words[0] {
                "event" => {
                    let sessions = words[7].split(',').map(|text| {
                        let numbers: Vec<i64> = text.split(['-', ':']).map(|n| n.parse().unwrap()).collect();
                        numbers.try_into().unwrap()
                    });
                    list.events.insert(
                        words[1].to_owned(),
                        Event {
                            capacity: limit(words[2]),
                            min: limit(words[3]),
                            activity: words[4].to_owned(),
                            place: words[5].to_owned(),
                            sessions: sessions.collect(),
                        },
                    );
                }
                "way" => {
                    let (a, b, minutes) = (words[1].to_owned(), words[2].to_owned(), words[3].parse().unwrap());
                    list.ways.insert((a.clone(), b.clone()), minutes);
                    list.ways.insert((b, a), minutes);
                }
                "group" => {
                    let members = words[5].split('+').map(str::to_owned).collect();
                    list.groups.insert(words[1].to_owned(), (words[2].to_owned(), words[4].to_owned(), members));
                }
                "child" => list.children.push((
                    words[1].to_owned(),
                    Child {
                        limit: limit(words[2]),
                        day_limit: limit(words[3]),
                        state: words[4].to_owned(),
                        wishes: Vec::new(),
                    },
                )),
                _ => list.children.last_mut().unwrap().1.wishes.push((
                    words[1].to_owned(),
                    words[2].to_owned(),
                    words[4].to_owned(),
                )),
            }
        }
        list
    }

    pub(crate) fn collide(&self, a: &str, b: &str) -> bool {
        let (first, second) = (&self.events[a], &self.events[b]);
        let way = self.ways.get(&(first.place.clone(), second.place.clone())).copied().unwrap_or(0);
        (first.activity != "-" && first.activity == second.activity)
            || first.sessions.iter().any(|x| second.sessions.iter().any(|y| x[0] < y[1] + way && y[0] < x[1] + way))
    }

    pub(crate) fn days(&self, event: &str) -> HashSet<i64> {
        self.events[event].sessions.iter().flat_map(|s| s[2]..=s[3]).collect()
    }
}

/// Seats of a result: for each child its events, and for each event how many.
pub(crate) fn seats(result: &[String]) -> (HashMap<String, Vec<String>>, HashMap<String, usize>) {
    let (mut held, mut taken) = (HashMap::<String, Vec<String>>::new(), HashMap::new());
    for line in result {
        let words: Vec<&str> = line.split(' ').collect();
        if words[0] == "seat" {
            held.entry(words[1].to_owned()).or_default().push(words[2].to_owned());
            *taken.entry(words[2].to_owned()).or_default() += 1;
        }
    }
    (held, taken)
}

/// Everything that must hold in any result; the first thing that does not.
pub(crate) fn check(list: &List, result: &[String], dissolve: bool) -> Result<(), String> {
    let (held, taken) = seats(result);
    let dissolved: HashSet<&str> =
        result.iter().filter_map(|line| line.strip_prefix("not-held ")?.split(' ').next()).collect();
    for (event, &count) in &taken {
        if count > list.events[event].capacity {
            return Err(format!("{event} holds {count} of {}", list.events[event].capacity));
        }
        if dissolve && count < list.events[event].min {
            return Err(format!("{event} is held with {count}, below its minimum"));
        }
        if dissolved.contains(event.as_str()) {
            return Err(format!("{event} is dissolved and holds {count}"));
        }
    }
    let none = Vec::new();
    for (token, child) in &list.children {
        let mine = held.get(token).unwrap_or(&none);
        if mine.len() > child.limit || (!mine.is_empty() && child.state != "in") {
            return Err(format!("{token} holds {} places", mine.len()));
        }
        for (at, event) in mine.iter().enumerate() {
            if !child.wishes.iter().any(|(wanted, fit, _)| wanted == event && fit == "fit") {
                return Err(format!("{token} holds {event} without a fitting wish"));
            }
            if let Some(other) = mine[at + 1..].iter().find(|other| list.collide(event, other)) {
                return Err(format!("{token} holds {event} and {other}"));
            }
            for day in list.days(event) {
                if mine.iter().filter(|other| list.days(other).contains(&day)).count() > child.day_limit {
                    return Err(format!("{token} holds too much on day {day}"));
                }
            }
        }
    }
    for (number, (event, mode, members)) in &list.groups {
        let seated = members.iter().filter(|member| held.get(*member).is_some_and(|mine| mine.contains(event))).count();
        if mode == "all" && seated != 0 && seated != members.len() {
            return Err(format!("group {number} is split: {seated} of {}", members.len()));
        }
    }
    improvable(list, &held, &taken, result, &dissolved)
}

/// A free seat that a child would like better than what it holds is explained by its reason.
fn improvable(
    list: &List,
    held: &HashMap<String, Vec<String>>,
    taken: &HashMap<String, usize>,
    result: &[String],
    dissolved: &HashSet<&str>,
) -> Result<(), String> {
    let reasons: HashMap<(&str, &str), &str> = result
        .iter()
        .filter_map(|line| {
            let mut words = line.strip_prefix("refused ")?.splitn(3, ' ');
            Some(((words.next()?, words.next()?), words.next()?.split(' ').next()?))
        })
        .collect();
    let none = Vec::new();
    for (token, child) in &list.children {
        let mine = held.get(token).unwrap_or(&none);
        let rank = |event: &String| child.wishes.iter().position(|(wanted, ..)| wanted == event).unwrap();
        for (event, fit, group) in &child.wishes {
            if mine.contains(event) {
                continue;
            }
            let Some(&reason) = reasons.get(&(token.as_str(), event.as_str())) else {
                return Err(format!("the wish of {token} for {event} has no reason"));
            };
            let free = taken.get(event).copied().unwrap_or(0) < list.events[event].capacity;
            let gone = dissolved.contains(event.as_str());
            if fit != "fit" || child.state != "in" || gone || !free {
                if reason == "keeps-group" || (reason == "full" && free) {
                    return Err(format!("{token} and {event}: {reason}, free seats {free}"));
                }
                continue;
            }
            // Everything that is dearer stays; could the child have the seat beside it?
            let dearer: Vec<&String> = mine.iter().filter(|other| rank(other) < rank(event)).collect();
            let could = dearer.len() < child.limit
                && dearer.iter().all(|other| !list.collide(event, other))
                && list
                    .days(event)
                    .iter()
                    .all(|day| dearer.iter().filter(|other| list.days(other).contains(day)).count() < child.day_limit);
            let bound = group != "-" && list.groups[group].1 == "all";
            let explained = match reason {
                "group" => bound,
                "keeps-group" => {
                    mine.iter().any(|other| rank(other) > rank(event) && child.wishes[rank(other)].2 != "-")
                }
                "collides" | "limit" | "day-limit" => !could,
                _ => false,
            };
            if !explained {
                return Err(format!("{token} could move to {event}, and the reason is {reason}"));
            }
        }
    }
    Ok(())
}

/// Most children that can be seated at once, each in one of its events: maximum flow by
/// augmenting paths, one seat at a time.
pub(crate) fn most_seated(choices: &[Vec<String>], seats: &HashMap<String, usize>) -> usize {
    fn seat<'a>(
        child: usize,
        choices: &'a [Vec<String>],
        seats: &HashMap<String, usize>,
        sitting: &mut HashMap<&'a str, Vec<usize>>,
        seen: &mut HashSet<&'a str>,
    ) -> bool {
        for event in &choices[child] {
            if !seen.insert(event) {
                continue;
            }
            let there = sitting.get(event.as_str()).cloned().unwrap_or_default();
            if there.len() < seats.get(event).copied().unwrap_or(0) {
                sitting.entry(event).or_default().push(child);
                return true;
            }
            for (at, &other) in there.iter().enumerate() {
                if seat(other, choices, seats, sitting, seen) {
                    if let Some(list) = sitting.get_mut(event.as_str()) {
                        list[at] = child;
                    }
                    return true;
                }
            }
        }
        false
    }
    let mut sitting = HashMap::new();
    (0..choices.len()).filter(|&child| seat(child, choices, seats, &mut sitting, &mut HashSet::new())).count()
}
