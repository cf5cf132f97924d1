//! Small programmes that were computed by hand.

use allmende_seat_allocation::{Instance, Minimum, Policy, Programme, Reason, Rules, Seed, allocate};
use serde_json::{Value, json};

/// An event with seats on a day of August 2027, 9 to 12 o'clock.
fn event(id: &str, capacity: u32, day: u32) -> Value {
    json!({"id": id, "capacity": capacity, "dates": [[format!("2027-08-{day:02}T09:00"), format!("2027-08-{day:02}T12:00")]]})
}

/// A programme from children (id and wishes in order, `event` or `event/group`) and events.
fn programme(children: &[(&str, &str)], events: Vec<Value>, groups: Value) -> Programme {
    let mut wishes = Vec::new();
    for (child, list) in children {
        for (rank, wish) in (1..).zip(list.split_whitespace()) {
            let (event, group) =
                wish.split_once('/').map_or((wish, Value::Null), |(event, group)| (event, json!(group)));
            wishes.push(json!({"child": child, "event": event, "priority": rank, "group": group}));
        }
    }
    let ids: Vec<Value> = children.iter().map(|(id, _)| json!({"id": id, "age": 9})).collect();
    let text = json!({"children": ids, "events": events, "wishes": wishes, "groups": groups}).to_string();
    Programme::new(&Instance::from_json(text.as_bytes()).unwrap()).unwrap()
}

/// Who sits where under a seed: `child:event` in order.
fn seats(programme: &Programme, rules: Rules, label: &str) -> String {
    let allocation = allocate(programme, rules, &Seed::preview(label));
    let seats: Vec<String> = allocation.seats.iter().map(|seat| format!("{}:{}", seat.child, seat.event)).collect();
    seats.join(" ")
}

fn reason(programme: &Programme, rules: Rules, label: &str, child: &str, event: &str) -> Reason {
    let allocation = allocate(programme, rules, &Seed::preview(label));
    allocation.refused.into_iter().find(|refused| refused.child == child && refused.event == event).unwrap().reason
}

/// The minimal case of the evidence: two events with one seat, A wants only the first, B both.
/// With k = 1 both have a place, whatever the lots.
#[test]
fn nobody_is_left_out_for_the_order() {
    let programme = programme(&[("A", "x"), ("B", "x y")], vec![event("x", 1, 2), event("y", 1, 3)], json!([]));
    let rules = Rules { protected_from: 1, ..Rules::default() };
    for number in 0..50 {
        assert_eq!(seats(&programme, rules, &number.to_string()), "A:x B:y");
    }
    // With k = 2 only B is protected, and A has x as often as its lot is better.
    let rules = Rules { protected_from: 2, ..Rules::default() };
    let results: Vec<String> = (0..50).map(|number| seats(&programme, rules, &number.to_string())).collect();
    assert!(results.iter().any(|seats| seats == "B:x B:y") && results.iter().any(|seats| seats == "A:x B:y"));
    assert!(results.iter().all(|seats| seats == "B:x B:y" || seats == "A:x B:y"));
}

/// A first wish goes before somebody else's second wish, even with a worse lot.
#[test]
fn first_wishes_go_first() {
    let children = [("A", "x y"), ("B", "x y"), ("C", "y x")];
    let programme = programme(&children, vec![event("x", 1, 2), event("y", 1, 3)], json!([]));
    for number in 0..50 {
        let seats = seats(&programme, Rules { protected_from: 3, ..Rules::default() }, &number.to_string());
        assert!(seats.contains("C:y"), "{seats}");
    }
}

/// Whoever has a place waits in round one; the second round goes backwards.
#[test]
fn rounds_alternate() {
    let children = [("A", "a z"), ("B", "b z"), ("C", "c z")];
    let events = vec![event("a", 1, 2), event("b", 1, 3), event("c", 1, 4), event("z", 1, 5)];
    let programme = programme(&children, events, json!([]));
    for number in 0..20 {
        let allocation = allocate(&programme, Rules::default(), &Seed::preview(&number.to_string()));
        let last = allocation.lots.last().unwrap();
        let z = allocation.seats.iter().find(|seat| seat.event == "z").unwrap();
        assert_eq!((&z.child, z.step.as_str()), (last, "round-2"));
        let other = allocation.refused.iter().find(|refused| refused.child == allocation.lots[0]).unwrap();
        let expected = Reason::Full { lot: 1, step: Some("round-2".to_owned()), last_lot: Some(3) };
        assert_eq!(other.reason, expected);
    }
}

/// Together or not at all: three friends and two seats.
#[test]
fn all_or_nothing_is_kept() {
    let groups =
        |mode: &str| json!([{"id": "g", "kind": "friends", "event": "x", "members": ["A", "B", "C"], "mode": mode}]);
    let children = [("A", "x/g"), ("B", "x/g"), ("C", "x/g")];
    let bound = programme(&children, vec![event("x", 2, 2)], groups("all_or_nothing"));
    for policy in [Policy::Neutral, Policy::TogetherFirst, Policy::SiblingsFirst] {
        assert_eq!(seats(&bound, Rules::of(policy), "x"), "");
        assert_eq!(reason(&bound, Rules::of(policy), "x", "A", "x"), Reason::Group { members: 3, free: 2 });
    }
    // If possible: two of them get the seats that nobody else wants, in the end.
    let loose = programme(&children, vec![event("x", 2, 2)], groups("if_possible"));
    let allocation = allocate(&loose, Rules::default(), &Seed::preview("x"));
    assert_eq!(allocation.seats.len(), 2);
    assert!(allocation.seats.iter().all(|seat| seat.step == "alone-1"));
}

/// Linked children stand next to each other in the order of the lots.
#[test]
fn a_group_draws_with_one_lot() {
    let groups = json!([
        {"id": "g", "kind": "friends", "event": "x", "members": ["A", "D"]},
        {"id": "h", "kind": "siblings", "event": "y", "members": ["D", "F"]}
    ]);
    let children = [("A", "x/g"), ("B", "x"), ("C", "x"), ("D", "x/g y/h"), ("E", "x"), ("F", "y/h")];
    let programme = programme(&children, vec![event("x", 3, 2), event("y", 2, 3)], groups);
    for number in 0..30 {
        let lots = allocate(&programme, Rules::default(), &Seed::preview(&number.to_string())).lots;
        let places: Vec<usize> =
            ["A", "D", "F"].iter().map(|id| lots.iter().position(|lot| lot == id).unwrap()).collect();
        assert_eq!(places.iter().max().unwrap() - places.iter().min().unwrap(), 2, "{lots:?}");
    }
}

/// Together first: the siblings have their seats whatever the lots; with `neutral` only sometimes.
#[test]
fn together_first_goes_first() {
    let groups = json!([{"id": "g", "kind": "siblings", "event": "x", "members": ["A", "B"]}]);
    let children = [("A", "x/g"), ("B", "x/g"), ("C", "x"), ("D", "x"), ("E", "x"), ("F", "x")];
    let programme = programme(&children, vec![event("x", 2, 2)], groups);
    let times = |policy| {
        let results = (0..200).map(|number| seats(&programme, Rules::of(policy), &number.to_string()));
        results.filter(|seats| seats == "A:x B:x").count()
    };
    assert_eq!((times(Policy::TogetherFirst), times(Policy::SiblingsFirst)), (200, 200));
    // One lot among five, and the group needs both seats: first of five.
    let neutral = times(Policy::Neutral);
    assert!((20..=62).contains(&neutral), "{neutral}");
}

/// A's first wish is B's second. Alone, B would have its own first wish and then, in round 2, what is left of x. With
/// R = 0 the group brings it no further: it never has x before its turn for it, and A does not wait for it. With R = 1
/// A's turn gives x to both.
#[test]
fn a_group_brings_nobody_ahead() {
    let groups = json!([{"id": "g", "kind": "friends", "event": "x", "members": ["A", "B"]}]);
    let children = [("A", "x/g y"), ("B", "y x/g"), ("C", "x z"), ("D", "z x")];
    let events = vec![event("x", 2, 2), event("y", 2, 3), event("z", 2, 4)];
    let grouped = programme(&children, events.clone(), groups);
    let single: Vec<(&str, String)> = children.iter().map(|&(id, list)| (id, list.replace("/g", ""))).collect();
    let single: Vec<(&str, &str)> = single.iter().map(|(id, list)| (*id, list.as_str())).collect();
    let single = programme(&single, events, json!([]));
    let strict = Rules::default();
    let early = Rules { shared_up_to: 1, ..strict };
    let has = |programme: &Programme, rules, seat: &str| {
        (0..100).filter(|number| seats(programme, rules, &number.to_string()).contains(seat)).count()
    };
    // x has two seats, and two children put it first.
    assert_eq!((has(&grouped, strict, "B:x"), has(&single, strict, "B:x")), (0, 0));
    assert_eq!((has(&grouped, strict, "A:x"), has(&single, strict, "A:x")), (100, 100));
    assert_eq!(has(&grouped, strict, "B:y"), 100);
    let (gains, loses) = (has(&grouped, early, "B:x"), 100 - has(&grouped, early, "C:x"));
    assert!(gains > 30 && gains == loses, "{gains} {loses}");
}

/// With R = 0 a group that wishes alike is still seated at once, and does not split while it can wait together.
#[test]
fn a_group_that_wishes_alike_goes_together() {
    let groups = json!([{"id": "g", "kind": "siblings", "event": "x", "members": ["A", "B"]}]);
    let children = [("A", "x/g y"), ("B", "x/g y"), ("C", "x y"), ("D", "x y")];
    let programme = programme(&children, vec![event("x", 2, 2), event("y", 4, 3)], groups);
    for number in 0..60 {
        let seats = seats(&programme, Rules::default(), &number.to_string());
        assert!(["A:x A:y B:x B:y C:y D:y", "A:y B:y C:x C:y D:x D:y"].contains(&seats.as_str()), "{seats}");
    }
}

/// An event below its minimum is dissolved, and its child gets what it would have got without it.
#[test]
fn too_few_dissolve_an_event() {
    let mut x = event("x", 5, 2);
    x["min"] = json!(3);
    let programme = programme(&[("A", "x y"), ("B", "x y"), ("C", "y x")], vec![x, event("y", 2, 2)], json!([]));
    // x and y are at the same time: x has two children, falls short and is dissolved.
    let allocation = allocate(&programme, Rules::default(), &Seed::preview("1"));
    assert_eq!((allocation.runs, allocation.not_held.as_slice()), (2, ["x".to_owned()].as_slice()));
    assert_eq!((allocation.dissolved[0].run, allocation.dissolved[0].count, allocation.dissolved[0].min), (1, 2, 3));
    assert_eq!(allocation.seats.len(), 2);
    assert!(allocation.seats.iter().any(|seat| seat.child == "C"));
    let report = Rules { minimum: Minimum::Report, ..Rules::default() };
    assert_eq!(seats(&programme, report, "1"), "A:x B:x C:y");
}

/// Reserved seats are kept for those who may use them, and flow back when nobody needs them.
#[test]
fn reserved_seats_flow_back() {
    let mut x = event("x", 2, 2);
    x["reserved"] = json!([{"entitlement": "inclusion", "seats": 1}]);
    let text = |entitled: &str| {
        json!({
            "children": [{"id": "A"}, {"id": "B"}, {"id": "C", "entitlements": [entitled]}],
            "events": [x.clone()],
            "wishes": [
                {"child": "A", "event": "x", "priority": 1},
                {"child": "B", "event": "x", "priority": 1},
                {"child": "C", "event": "x", "priority": 1}
            ]
        })
        .to_string()
    };
    let read = |entitled: &str| Programme::new(&Instance::from_json(text(entitled).as_bytes()).unwrap()).unwrap();
    for number in 0..20 {
        assert!(seats(&read("inclusion"), Rules::default(), &number.to_string()).contains("C:x"));
        let open = allocate(&read("music"), Rules::default(), &Seed::preview(&number.to_string()));
        let steps: Vec<&str> = open.seats.iter().map(|seat| seat.step.as_str()).collect();
        assert_eq!(steps.len(), 2);
        assert!(steps.contains(&"first") && steps.contains(&"released-1"));
    }
}

/// A friend who wants to come along if possible does not cost a child its reserved seat.
#[test]
fn a_group_does_not_cost_a_claim() {
    let mut x = event("x", 2, 2);
    x["reserved"] = json!([{"entitlement": "inclusion", "seats": 1}]);
    let text = json!({
        "children": [{"id": "A"}, {"id": "B"}, {"id": "C", "entitlements": ["inclusion"]}, {"id": "D"}],
        "events": [x],
        "wishes": [
            {"child": "A", "event": "x", "priority": 1},
            {"child": "B", "event": "x", "priority": 1},
            {"child": "C", "event": "x", "priority": 1, "group": "g"},
            {"child": "D", "event": "x", "priority": 1, "group": "g"}
        ],
        "groups": [{"id": "g", "kind": "friends", "event": "x", "members": ["C", "D"]}]
    });
    let programme = Programme::new(&Instance::from_json(text.to_string().as_bytes()).unwrap()).unwrap();
    let mut alone = 0;
    for number in 0..40 {
        let seats = allocate(&programme, Rules::default(), &Seed::preview(&number.to_string())).seats;
        let claim = seats.iter().find(|seat| seat.child == "C").expect("C may claim a seat that is kept");
        alone += usize::from(claim.step == "claims");
    }
    assert!((1..40).contains(&alone), "{alone}");
}

/// Ways between places, dates of one activity, limits per day and in total, each with its reason.
#[test]
fn what_stands_in_the_way_is_named() {
    let at = |id: &str, start: &str, end: &str, place: &str, activity: Value| {
        json!({"id": id, "capacity": 9, "place": place, "activity": activity,
               "dates": [[format!("2027-08-02T{start}"), format!("2027-08-02T{end}")]]})
    };
    let none = Value::Null;
    let events = vec![
        at("morning", "09:00", "10:00", "Aubach", json!("Klettern")),
        at("near", "10:00", "11:00", "Aubach", none.clone()),
        at("far", "10:20", "11:20", "Birkental", none.clone()),
        at("evening", "18:00", "19:00", "Aubach", none.clone()),
        json!({"id": "again", "capacity": 9, "activity": "Klettern", "dates": [["2027-08-05T09:00", "2027-08-05T10:00"]]}),
        json!({"id": "later", "capacity": 9, "dates": [["2027-08-06T09:00", "2027-08-06T10:00"]]}),
        json!({"id": "last", "capacity": 9, "dates": [["2027-08-07T09:00", "2027-08-07T10:00"]]}),
    ];
    let order = ["morning", "far", "near", "evening", "again", "later", "last"];
    let wishes: Vec<Value> =
        (1..).zip(order).map(|(rank, event)| json!({"child": "A", "event": event, "priority": rank})).collect();
    let text = json!({
        "children": [{"id": "A", "max_events": 3, "max_per_day": 2}], "events": events, "wishes": wishes,
        "travel": [{"from": "Birkental", "to": "Aubach", "minutes": 21}]
    });
    let programme = Programme::new(&Instance::from_json(text.to_string().as_bytes()).unwrap()).unwrap();
    let allocation = allocate(&programme, Rules::default(), &Seed::preview("x"));
    let held: Vec<&str> = allocation.seats.iter().map(|seat| seat.event.as_str()).collect();
    assert_eq!(held, ["later", "morning", "near"]);
    let reasons: Vec<(&str, String)> =
        allocation.refused.iter().map(|refused| (refused.event.as_str(), refused.reason.words())).collect();
    let expected = [
        ("far", "collides morning"),
        ("evening", "day-limit 2 21032"),
        ("again", "collides morning"),
        ("last", "limit 3"),
    ];
    assert_eq!(reasons, expected.map(|(event, words)| (event, words.to_owned())));
}
