//! The measurements themselves: they find what is put in.

use allmende_seat_allocation::Rules;
use allmende_seat_trials::compare::{compare, table};
use allmende_seat_trials::generate::{Settings, generate};
use allmende_seat_trials::instance::Instance;
use allmende_seat_trials::measure::{Effort, Kind, Pairs, chance, explain, gain};
use allmende_seat_trials::problem::Problem;
use allmende_seat_trials::score::{Seats, admit, figures};

/// One child `a` with two wishes on different days, and one child `b` with the second of them.
fn two_wishes(group: &str, min: i64) -> Problem {
    let text = format!(
        r#"{{"children": [{{"id": "a"}}, {{"id": "b"}}],
            "events": [{{"id": "x", "capacity": 1, "min": {min}, "dates": [["2027-08-02T09:00", "2027-08-02T12:00"]]}},
                       {{"id": "y", "capacity": 2, "dates": [["2027-08-02T11:00", "2027-08-02T13:00"]]}}],
            "wishes": [{{"child": "a", "event": "x", "priority": 1}},
                       {{"child": "a", "event": "y", "priority": 2{group}}},
                       {{"child": "b", "event": "y", "priority": 1{group}}}],
            "groups": [{}]}}"#,
        if group.is_empty() { "" } else { r#"{"id": "g", "kind": "friends", "event": "y", "members": ["a", "b"]}"# }
    );
    Problem::new(&Instance::from_json(text.as_bytes()).expect("an instance")).expect("sound")
}

/// `a` holds `y` and would rather have the free seat of `x`, which overlaps.
#[test]
fn better_free_seats_are_told_apart() {
    let given: Seats = vec![vec![1], vec![1]];
    let of = |problem: &Problem| explain(problem, &given);
    assert_eq!(of(&two_wishes("", 0)), Pairs { unexplained: 1, ..Pairs::default() });
    assert_eq!(of(&two_wishes("", 2)), Pairs { not_held: 1, ..Pairs::default() });
    assert_eq!(of(&two_wishes(r#", "group": "g""#, 0)), Pairs { leaves_group: 1, ..Pairs::default() });
    assert_eq!(explain(&two_wishes("", 0), &vec![vec![0], vec![1]]), Pairs::default());
}

#[test]
fn a_comparison_shows_every_procedure_on_the_same_instance() {
    let instance = generate(&Settings { children: 60, events: 14, municipalities: 3, ..Settings::tight(2) });
    let problem = Problem::new(&instance).expect("sound");
    let rows = compare(&instance, Rules::default(), "test").expect("drawn");
    assert_eq!(rows.len(), 7);
    for row in &rows {
        let given = admit(&problem, &row.seats).unwrap_or_else(|faults| panic!("{}: {faults:?}", row.name));
        assert_eq!(figures(&problem, &given), row.figures, "{}", row.name);
    }
    let text = table(&rows);
    assert_eq!(text.lines().count(), 9);
    assert!(rows.iter().all(|row| text.contains(&row.name)), "{text}");
    assert_eq!(compare(&instance, Rules::default(), "test").expect("drawn"), rows);
}

#[test]
fn an_instance_that_the_draw_refuses_is_refused() {
    let mut instance = generate(&Settings { children: 9, events: 4, ..Settings::default() });
    instance.wishes[0].priority = 7;
    let trouble = compare(&instance, Rules::default(), "test").expect_err("a gap in the ranks");
    assert!(trouble.to_string().contains(&instance.wishes[0].child), "{trouble}");
}

/// Serial dictatorship is the control: no truncation helps. And what is measured is the same each time.
#[test]
fn nobody_gains_under_serial_dictatorship() {
    let effort = Effort { programmes: 1, children: 3, draws: 12, neutral_only: false };
    let text = gain(Kind::Truncate, true, effort).expect("measured");
    let line = text.lines().find(|line| line.starts_with("| serial dictatorship")).expect("a line");
    assert!(line.contains("| 0 = 0.0 % |"), "{line}");
    assert_eq!(gain(Kind::Truncate, true, effort).expect("measured"), text);
}

/// The control measures the same children as the groups of convenience, and nothing but chance.
#[test]
fn linked_lots_are_the_control_of_groups() {
    let effort = Effort { programmes: 1, children: 3, draws: 8, neutral_only: true };
    let count = |kind| {
        let text = gain(kind, true, effort).expect("measured");
        let line = text.lines().find(|line| line.starts_with("| draw, neutral |")).expect("a line").to_owned();
        (line.split('|').nth(2).expect("a cell").to_owned(), line.matches(" for wish ").count())
    };
    assert_eq!(count(Kind::Linked), count(Kind::Group));
}

#[test]
fn equal_children_fill_the_table() {
    let text = chance(60).expect("measured");
    assert_eq!(text.lines().filter(|line| line.starts_with("| 40 | [7] | 0.1750 |")).count(), 1, "{text}");
}
