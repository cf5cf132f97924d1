//! Bad input: a precise refusal that names entry and field, or a valid empty result.

use allmende_seat_allocation::{Instance, Policy, Programme, Rules, Seed, allocate};
use serde_json::{Value, json};

/// A good instance; cases change one thing.
fn good() -> Value {
    json!({
        "children": [
            {"id": "Ada", "age": 9, "birth_date": "2018-03-01"},
            {"id": "Bo", "age": 10, "birth_date": "2017-05-01"}
        ],
        "events": [
            {"id": "Kanu", "capacity": 2, "min": 1, "min_age": 8, "max_age": 12,
             "dates": [["2027-08-02T09:00", "2027-08-02T12:00"]]},
            {"id": "Zirkus", "capacity": 2, "dates": [["2027-08-03T09:00", "2027-08-03T12:00"]]}
        ],
        "wishes": [
            {"child": "Ada", "event": "Kanu", "priority": 1, "group": "G"},
            {"child": "Ada", "event": "Zirkus", "priority": 2},
            {"child": "Bo", "event": "Kanu", "priority": 1, "group": "G"}
        ],
        "groups": [{"id": "G", "kind": "friends", "event": "Kanu", "members": ["Ada", "Bo"]}],
        "travel": [{"from": "Aubach", "to": "Birkental", "minutes": 20}]
    })
}

/// What the crate says to an instance; empty if it accepts it.
fn said(instance: &Value) -> String {
    let checked = Instance::from_json(instance.to_string().as_bytes()).and_then(|read| Programme::new(&read));
    checked.err().map(|refusal| refusal.to_string()).unwrap_or_default()
}

/// Sets one value of the good instance, or adds it.
fn with(pointer: &str, value: Value) -> Value {
    let mut instance = good();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match instance.pointer_mut(parent).unwrap() {
        Value::Array(list) => match key.parse::<usize>() {
            Ok(at) => list[at] = value,
            Err(_) => list.push(value),
        },
        Value::Object(map) => drop(map.insert(key.to_owned(), value)),
        _ => unreachable!(),
    }
    instance
}

#[test]
fn the_good_one_is_good() {
    assert_eq!(said(&good()), "");
}

#[test]
fn each_fault_is_named_with_entry_and_field() {
    let long = "x".repeat(300);
    let cases = [
        // children
        ("/children/0/id", json!(""), "child \"\", id: is empty"),
        ("/children/0/age", json!(200), "child \"Ada\", age: is 200; allowed is 0 to 120"),
        ("/children/0/age", json!(-1), "child \"Ada\", age: is -1; allowed is 0 to 120"),
        (
            "/children/0/age",
            json!(9.5),
            "children[0].age: cannot be read: invalid type: floating point `9.5`, expected i64",
        ),
        ("/children/0/age", Value::Null, "child \"Ada\", age: is missing and needed here"),
        (
            "/children/0/birth_date",
            json!("2018-02-29"),
            "child \"Ada\", birth_date: \"2018-02-29\" is not a day; write it as 2019-03-31",
        ),
        (
            "/children/0/birth_date",
            json!("1.3.2018"),
            "child \"Ada\", birth_date: \"1.3.2018\" is not a day; write it as 2019-03-31",
        ),
        ("/children/0/max_events", json!(-2), "child \"Ada\", max_events: is -2; allowed is 0 to 1000000"),
        ("/children/0/max_event", json!(2), "children[0].max_event: cannot be read: unknown field `max_event`"),
        (
            "/children/0/token",
            json!("Ada"),
            "child \"Ada\", token: \"Ada\" is not a token: 32 hexadecimal digits 0-9 a-f",
        ),
        (
            "/children/0/token",
            json!("00112233445566778899aabbccddeeff"),
            "child \"Bo\", token: is missing, while other children have one",
        ),
        ("/children/0/household", json!("a\u{7}b"), "child \"Ada\", household: holds a control character"),
        ("/children/0/duplicate_of", json!("Cleo"), "child \"Ada\", duplicate_of: \"Cleo\" does not exist"),
        ("/children/0/duplicate_of", json!("Ada"), "child \"Ada\", duplicate_of: \"Ada\" cannot be what it repeats"),
        ("/children/-", json!({"id": "Ada"}), "child \"Ada\", id: \"Ada\" stands here a second time"),
        // events
        ("/events/0/capacity", json!(-1), "event \"Kanu\", capacity: is -1; allowed is 0 to 1000000"),
        (
            "/events/0/capacity",
            json!(9_999_999_999_i64),
            "event \"Kanu\", capacity: is 9999999999; allowed is 0 to 1000000",
        ),
        ("/events/0/min_age", json!(13), "event \"Kanu\", min_age: the lower limit 13 is above the upper limit 12"),
        ("/events/0/dates", json!([]), "event \"Kanu\", dates: is empty"),
        (
            "/events/0/dates",
            json!([["2027-08-02T12:00", "2027-08-02T09:00"]]),
            "event \"Kanu\", dates: ends before it starts",
        ),
        (
            "/events/0/dates",
            json!([["2027-08-02T09:00", "2027-08-02T12:00"], ["2027-08-02T11:59", "2027-08-02T13:00"]]),
            "event \"Kanu\", dates: sessions 1 and 2 overlap",
        ),
        (
            "/events/0/dates",
            json!([["2027-03-28T02:15", "2027-03-28T05:00"]]),
            "event \"Kanu\", dates: \"2027-03-28T02:15\" does not exist: the clocks are put forward over it",
        ),
        (
            "/events/0/dates",
            json!([["2027-10-31T01:00", "2027-10-31T02:30"]]),
            "event \"Kanu\", dates: \"2027-10-31T02:30\" exists twice: the clocks are put back over it; add the offset, +02:00 or +01:00",
        ),
        (
            "/events/0/dates",
            json!([["2027-08-02 9 Uhr", "2027-08-02T12:00"]]),
            "event \"Kanu\", dates: \"2027-08-02 9 Uhr\" is not a time; write it as 2027-08-02T09:00",
        ),
        (
            "/events/0/dates",
            json!([["2027-08-02T09:00"]]),
            "events[0].dates[0]: cannot be read: invalid length 1, expected a tuple of size 2",
        ),
        ("/events/0/age_basis", json!("guess"), "events[0].age_basis: cannot be read: unknown variant `guess`"),
        (
            "/events/0/reserved",
            json!([{"entitlement": "inclusion", "seats": 3}]),
            "event \"Kanu\", reserved: 3 seats are reserved, but there are only 2",
        ),
        (
            "/events/0/reserved",
            json!([{"seats": 1}]),
            "event \"Kanu\", reserved: give either an entitlement or a municipality",
        ),
        (
            "/events/-",
            json!({"id": "Kanu", "capacity": 1, "dates": [["2027-08-02T09:00", "2027-08-02T12:00"]]}),
            "event \"Kanu\", id: \"Kanu\" stands here a second time",
        ),
        // wishes
        ("/wishes/1/child", json!("Cleo"), "wish of \"Cleo\" for \"Zirkus\", child: \"Cleo\" does not exist"),
        ("/wishes/1/event", json!("Zoo"), "wish of \"Ada\" for \"Zoo\", event: \"Zoo\" does not exist"),
        ("/wishes/1/priority", json!(0), "wish of \"Ada\" for \"Zirkus\", priority: is 0; allowed is 1 to 10000"),
        (
            "/wishes/1/priority",
            json!(3),
            "child \"Ada\", priority: priority 2 is missing; they must run from 1 without gaps",
        ),
        ("/wishes/1/priority", json!(1), "child \"Ada\", priority: priority 1 is given to two wishes"),
        ("/wishes/1/group", json!("H"), "wish of \"Ada\" for \"Zirkus\", group: \"H\" does not exist"),
        ("/wishes/1/group", json!("G"), "wish of \"Ada\" for \"Zirkus\", group: group \"G\" belongs to another event"),
        (
            "/wishes/-",
            json!({"child": "Bo", "event": "Kanu", "priority": 2}),
            "wish of \"Bo\" for \"Kanu\", event: \"Kanu\" stands here a second time",
        ),
        // groups
        ("/wishes/2/event", json!("Zirkus"), "group \"G\" belongs to another event"),
        ("/wishes/2/group", Value::Null, "group \"G\", members: the wish of member \"Bo\" does not name the group"),
        ("/groups/0/members", json!(["Ada"]), "group \"G\", members: has 1 entries; at least 2 are needed"),
        ("/groups/0/members", json!(["Ada", "Cleo"]), "group \"G\", members: \"Cleo\" does not exist"),
        ("/groups/0/members", json!(["Ada", "Ada", "Bo"]), "group \"G\", members: \"Ada\" stands here a second time"),
        ("/groups/0/event", json!("Zoo"), "group \"G\", event: \"Zoo\" does not exist"),
        ("/groups/0/kind", json!("cousins"), "groups[0].kind: cannot be read: unknown variant `cousins`"),
        // ways
        ("/travel/0/minutes", json!(-5), "way from \"Aubach\" to \"Birkental\", minutes: is -5; allowed is 0 to 1440"),
        (
            "/travel/-",
            json!({"from": "Birkental", "to": "Aubach", "minutes": 30}),
            "way from \"Aubach\" to \"Birkental\", minutes: is given a second time with other minutes",
        ),
        // a name of three hundred letters
        (
            "/children/0/id",
            json!(long),
            "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"… (300 characters), id: has 300 bytes; at most 200 are allowed",
        ),
    ];
    for (pointer, value, expected) in cases {
        let said = said(&with(pointer, value));
        assert!(said.contains(expected), "{pointer}\n  expected {expected}\n  said     {said}");
    }
}

#[test]
fn a_member_without_the_wish_is_refused() {
    let mut instance = good();
    instance["wishes"].as_array_mut().unwrap().remove(2);
    assert_eq!(said(&instance), "group \"G\", members: member \"Bo\" has no wish for the group's event");
}

#[test]
fn ages_by_day_and_by_year_need_the_day_of_birth() {
    for basis in ["on_event_day", "year_of_birth"] {
        let mut instance = with("/events/0/age_basis", json!(basis));
        assert_eq!(said(&instance), "");
        instance["children"][1].as_object_mut().unwrap().remove("birth_date");
        assert_eq!(said(&instance), "child \"Bo\", birth_date: is missing and needed here");
    }
}

#[test]
fn all_problems_come_at_once_and_only_a_hundred_in_words() {
    let mut instance = good();
    let wishes = instance["wishes"].as_array_mut().unwrap();
    for number in 0..250 {
        wishes.push(json!({"child": "Ada", "event": format!("Z{number}"), "priority": 3 + number}));
    }
    let read = Instance::from_json(instance.to_string().as_bytes()).unwrap();
    let refusal = Programme::new(&read).unwrap_err();
    assert_eq!((refusal.problems.len(), refusal.more), (100, 150));
    assert!(refusal.to_string().ends_with("and 150 more"));
}

#[test]
fn rules_have_ranges() {
    let rules = |protected_from, shared_up_to| Rules { protected_from, shared_up_to, ..Rules::of(Policy::Neutral) };
    assert!(rules(1, 0).check().is_ok());
    assert_eq!(rules(0, 0).check().unwrap_err().to_string(), "rules, protected_from: is 0; allowed is 1 to 1000");
    assert_eq!(
        rules(3, 10_001).check().unwrap_err().to_string(),
        "rules, shared_up_to: is 10001; allowed is 0 to 10000"
    );
}

#[test]
fn empty_lists_give_an_empty_result() {
    for instance in [
        json!({"children": [], "events": [], "wishes": []}),
        json!({"children": [{"id": "Ada"}], "events": [], "wishes": []}),
        json!({"children": [], "events": good()["events"], "wishes": []}),
    ] {
        let read = Instance::from_json(instance.to_string().as_bytes()).unwrap();
        let allocation = allocate(&Programme::new(&read).unwrap(), Rules::default(), &Seed::preview("leer"));
        assert!(allocation.seats.is_empty() && allocation.refused.is_empty());
    }
}

#[test]
fn an_event_without_seats_refuses_with_its_numbers() {
    let mut instance = with("/events/1/capacity", json!(0));
    instance["events"][0]["min"] = json!(0);
    let read = Instance::from_json(instance.to_string().as_bytes()).unwrap();
    let allocation = allocate(&Programme::new(&read).unwrap(), Rules::default(), &Seed::preview("null"));
    let refused: Vec<String> = allocation.refused.iter().map(|refused| refused.reason.words()).collect();
    assert_eq!(refused.len(), 1);
    assert!(refused[0] == "full 1 - -" || refused[0] == "full 2 - -", "{refused:?}");
}

/// A million wishes: read, checked and drawn.
#[test]
fn a_million_wishes() {
    let mut instance = crate::invented::instance(1, 100_000, 400, crate::invented::SINGLE);
    instance.wishes.clear();
    for (number, child) in instance.children.iter().enumerate() {
        for rank in 0..10 {
            instance.wishes.push(allmende_seat_allocation::Wish {
                child: child.id.clone(),
                event: instance.events[(number * 7 + rank * 31) % 400].id.clone(),
                priority: i64::try_from(rank).unwrap() + 1,
                group: None,
            });
        }
    }
    let text = serde_json::to_vec(&instance).unwrap();
    let programme = Programme::new(&Instance::from_json(&text).unwrap()).unwrap();
    let allocation = allocate(&programme, Rules::default(), &Seed::preview("Million"));
    assert_eq!(allocation.seats.len() + allocation.refused.len(), 1_000_000);
}
