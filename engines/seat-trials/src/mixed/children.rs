//! Who signs up.

use super::{CLAIMS, Features, TOWNS};
use crate::instance::Child;
use crate::random::Stream;

/// Invents children. Households have one to three; ages in the file may differ from what the date of birth says.
pub(super) fn invent(count: usize, features: Features, stream: &mut Stream) -> Vec<Child> {
    let mut children: Vec<Child> = Vec::with_capacity(count);
    let mut household = 0;
    while children.len() < count {
        household += 1;
        let town = stream.pick(&TOWNS);
        for _ in 0..(1 + stream.below(3)).min(count - children.len()) {
            let number = children.len();
            let age = i64::try_from(6 + stream.below(11)).unwrap_or(6);
            let entitlements = if features.reserved {
                CLAIMS.iter().filter(|_| stream.chance(0.2)).map(|&claim| claim.to_owned()).collect()
            } else {
                Vec::new()
            };
            children.push(Child {
                id: id(number, stream),
                token: features.tokens.then(|| format!("{:016x}{:016x}", stream.bits(), stream.bits())),
                age: Some(age),
                birth_date: Some(birth_date(age, stream)),
                municipality: stream.chance(0.9).then(|| town.to_owned()),
                household: stream.chance(0.9).then(|| format!("household {household}")),
                friend_group: None,
                max_events: stream.chance(0.5).then(|| stream.pick(&[0, 1, 1, 2, 2, 3, 4, 7])),
                max_per_day: (features.day_limits && stream.chance(0.6)).then(|| stream.pick(&[0, 1, 1, 1, 2, 3])),
                registered_at: stream.chance(0.9).then(|| i64::try_from(stream.below(1000)).unwrap_or_default()),
                entitlements,
                withdrawn: features.entries_out && stream.chance(0.1),
                duplicate_of: None,
            });
        }
    }
    if features.entries_out {
        // Only the second half repeats entries, and only of the first, so no entry repeats a repetition.
        let half = children.len() / 2;
        for at in half..children.len() {
            if half > 0 && stream.chance(0.1) {
                children[at].duplicate_of = Some(children[stream.below(half)].id.clone());
            }
        }
    }
    children
}

/// Ids of every kind, short and long, with letters of several alphabets; their order is none of the file's.
fn id(number: usize, stream: &mut Stream) -> String {
    match stream.below(5) {
        0 => format!("{:04}-{number}", stream.below(10_000)),
        1 => format!("Jördis {number}"),
        2 => format!("Žofie / {number}"),
        3 => format!("小{number}"),
        _ => format!("{}{number}", "x".repeat(1 + stream.below(60))),
    }
}

/// A day in the year that gives about this age in 2027, once in a while 29 February.
fn birth_date(age: i64, stream: &mut Stream) -> String {
    let year = 2027 - age;
    if year % 4 == 0 && stream.chance(0.2) {
        return format!("{year}-02-29");
    }
    format!("{year}-{:02}-{:02}", 1 + stream.below(12), 1 + stream.below(28))
}
