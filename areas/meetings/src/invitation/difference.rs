//! What is different between two notices of one meeting.

use allmende_store::{Day, Id};

use super::snapshot::{Snapshot, SnapshotItem};

/// One difference. `private` ones are shown only to those who get the whole agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub change: Change,
    /// Whether it speaks of what is private.
    pub private: bool,
}

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It does not take place.
    Cancelled,
    /// It takes place after all.
    Revived,
    /// Another day.
    Day(Day, Day),
    /// Another time: before, after.
    Time(String, String),
    /// Another place.
    Place(String, String),
    /// A new item: its number and title.
    Added(String, String),
    /// An item that is gone: its former number and title.
    Removed(String, String),
    /// An item with another title: number, before, after.
    Retitled(String, String, String),
    /// An item that is now dealt with in the other part: title, whether in public.
    Published(String, bool),
    /// An item whose text, proposal or annexes are others: number and title.
    Reworked(String, String),
    /// The order of the items that stayed is another.
    Reordered,
}

/// Everything that is different, in the order in which a reader wants to know it.
pub fn differences(before: &Snapshot, after: &Snapshot) -> Vec<Difference> {
    let mut all = Vec::new();
    let mut open = |change| all.push(Difference { change, private: false });
    match (before.takes_place, after.takes_place) {
        (true, false) => open(Change::Cancelled),
        (false, true) => open(Change::Revived),
        _ => {}
    }
    if before.held_on != after.held_on {
        open(Change::Day(before.held_on, after.held_on));
    }
    let times = |one: &Snapshot| (one.begins_at.clone(), one.ends_at.clone());
    if times(before) != times(after) {
        open(Change::Time(time_words(before), time_words(after)));
    }
    if before.place != after.place {
        open(Change::Place(before.place.clone(), after.place.clone()));
    }
    all.extend(after.items.iter().filter_map(|item| item_difference(before, item)));
    all.extend(before.items.iter().filter(|item| find(after, item.id).is_none()).map(|item| Difference {
        change: Change::Removed(item.number.clone(), item.title.clone()),
        private: !item.public,
    }));
    for public in [true, false] {
        if stayed(before, after, public) != stayed(after, before, public) {
            all.push(Difference { change: Change::Reordered, private: !public });
        }
    }
    all
}

fn item_difference(before: &Snapshot, item: &SnapshotItem) -> Option<Difference> {
    let (number, title) = (item.number.clone(), item.title.clone());
    let Some(old) = find(before, item.id) else {
        return Some(Difference { change: Change::Added(number, title), private: !item.public });
    };
    let private = !item.public || !old.public;
    let text = |one: &SnapshotItem| {
        let annexes = (one.open_annexes.clone(), one.annexes.clone());
        (one.background.clone(), one.proposal.clone(), annexes, one.purpose)
    };
    let change = if old.public != item.public {
        Change::Published(title, item.public)
    } else if old.title != item.title {
        Change::Retitled(number, old.title.clone(), title)
    } else if text(old) != text(item) {
        Change::Reworked(number, title)
    } else {
        return None;
    };
    Some(Difference { change, private })
}

fn find(snapshot: &Snapshot, id: Id) -> Option<&SnapshotItem> {
    snapshot.items.iter().find(|item| item.id == id)
}

/// The items of a part that are in both, in the order of the first.
fn stayed(one: &Snapshot, other: &Snapshot, public: bool) -> Vec<Id> {
    let there =
        |item: &&SnapshotItem| item.public == public && find(other, item.id).is_some_and(|twin| twin.public == public);
    one.items.iter().filter(there).map(|item| item.id).collect()
}

fn time_words(one: &Snapshot) -> String {
    match (one.begins_at.as_str(), one.ends_at.as_str()) {
        ("", _) => String::new(),
        (begin, "") => format!("{begin} Uhr"),
        (begin, end) => format!("{begin} bis {end} Uhr"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::notice::NoticeKind;
    use crate::model::{AgendaItem, Meeting};
    use allmende_store::Head;
    use std::collections::BTreeMap;

    fn item(number: u128, title: &str, public: bool) -> AgendaItem {
        let id = format!("00000000-0000-7000-8000-{number:012}").parse().unwrap();
        AgendaItem { head: Head { id, ..Head::default() }, public, ..AgendaItem::new(Id::NIL, 0, title) }
    }

    fn snapshot(items: &[AgendaItem]) -> Snapshot {
        let meeting = Meeting {
            begins_at: "18:00".to_owned(),
            place: "Rathaus".to_owned(),
            ..Meeting::new(Id::NIL, "Sitzung", Day(jiff::civil::date(2017, 11, 30)))
        };
        Snapshot::of(&meeting, "Versammlung", items, &BTreeMap::new(), &[])
    }

    #[test]
    fn an_unchanged_agenda_has_no_difference() {
        let one = snapshot(&[item(1, "Logo", true), item(2, "Kasse", false)]);
        assert_eq!(differences(&one, &one.clone()), []);
    }

    #[test]
    fn every_change_is_named_once() {
        let (logo, cash, wheel) = (item(1, "Logo", true), item(2, "Kasse", false), item(3, "Radwege", true));
        let before = snapshot(&[logo.clone(), wheel.clone(), cash.clone()]);
        let with = |change: &dyn Fn(&mut Snapshot)| {
            let mut after = before.clone();
            change(&mut after);
            differences(&before, &after).into_iter().map(|one| (one.change, one.private)).collect::<Vec<_>>()
        };
        let text = str::to_owned;
        let day = |d| Day(jiff::civil::date(2017, 12, d));
        assert_eq!(with(&|one| one.held_on = day(7)), [(Change::Day(before.held_on, day(7)), false)]);
        assert_eq!(
            with(&|one| one.begins_at = text("19:00")),
            [(Change::Time(text("18:00 Uhr"), text("19:00 Uhr")), false)]
        );
        assert_eq!(with(&|one| one.place = text("Hof")), [(Change::Place(text("Rathaus"), text("Hof")), false)]);
        assert_eq!(with(&|one| one.takes_place = false), [(Change::Cancelled, false)]);
        assert_eq!(
            with(&|one| one.items[0].title = text("Logo neu")),
            [(Change::Retitled(text("Ö\u{a0}1"), text("Logo"), text("Logo neu")), false)]
        );
        assert_eq!(
            with(&|one| one.items[2].proposal = text("Wir kaufen.")),
            [(Change::Reworked(text("N\u{a0}1"), text("Kasse")), true)]
        );
        assert_eq!(with(&|one| drop(one.items.remove(2))), [(Change::Removed(text("N\u{a0}1"), text("Kasse")), true)]);
        assert_eq!(with(&|one| one.items.swap(0, 1)), [(Change::Reordered, false)]);
        let added = snapshot(&[logo, wheel, item(4, "Sonstiges", true), cash]);
        assert_eq!(
            differences(&before, &added),
            [Difference { change: Change::Added(text("Ö\u{a0}3"), text("Sonstiges")), private: false }]
        );
    }

    #[test]
    fn what_becomes_private_is_told_to_members_only() {
        let before = snapshot(&[item(1, "Kasse", true)]);
        let after = snapshot(&[item(1, "Kasse", false)]);
        let found = differences(&before, &after);
        assert_eq!(found, [Difference { change: Change::Published("Kasse".to_owned(), false), private: true }]);
    }

    #[test]
    fn the_kind_of_a_notice_follows_from_what_changed() {
        let before = snapshot(&[item(1, "Logo", true)]);
        let mut moved = before.clone();
        moved.place = "Hof".to_owned();
        let mut off = moved.clone();
        off.takes_place = false;
        let more = snapshot(&[item(1, "Logo", true), item(2, "Kasse", true)]);
        let table = [
            (&before, None, NoticeKind::Invitation),
            (&moved, Some(&before), NoticeKind::Moved),
            (&more, Some(&before), NoticeKind::Supplement),
            (&off, Some(&before), NoticeKind::Cancelled),
        ];
        for (after, before, kind) in table {
            assert_eq!(after.kind_after(before), kind);
        }
    }
}
