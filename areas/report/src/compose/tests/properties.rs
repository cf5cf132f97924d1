//! Whatever the records are: counts agree with rows, levels never skip.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::samples::{body, clipping, entry, head, id, meeting, thread, topic};
use super::{draft, prose, row_count, spec, table, texts, year};
use crate::compose::compose;
use crate::facts::Facts;
use crate::model::ReportChapter;
use allmende_documents::Block;
use allmende_store::Day;
use allmende_web::texts::Language;

fn any_day() -> impl Strategy<Value = Date> {
    (0_i32..1461).prop_map(|offset| date(2023, 1, 1).checked_add(jiff::Span::new().days(offset)).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn counts_in_prose_equal_the_rows_they_speak_of(
        meetings in prop::collection::vec((any_day(), 0_usize..5, 0_u128..3), 0..15),
        entries in prop::collection::vec(any_day(), 0..40),
        clippings in prop::collection::vec(any_day(), 0..12),
        from in any_day(),
        length in 0_i32..900,
    ) {
        let to = from.checked_add(jiff::Span::new().days(length)).unwrap();
        let mut facts = Facts::default();
        for number in 0..3 {
            facts.bodies.push(body(1 + number, &format!("Gremium {number}"), "Sitzung", "Sitzungen"));
        }
        let mut next = 1000_u128;
        for (held_on, topics, in_body) in &meetings {
            next += 1;
            let own = next;
            facts.meetings.push(meeting(own, 1 + in_body, Day(*held_on)));
            for number in 0..*topics {
                next += 1;
                facts.agenda.push(topic(next, own, &format!("Thema {number}"), None));
            }
        }
        for held_on in &entries {
            next += 1;
            facts.entries.push(entry(next, Day(*held_on)));
        }
        for published_on in &clippings {
            next += 1;
            facts.clippings.push(clipping(next, Day(*published_on)));
        }
        let made = compose(&facts, &[], &spec(Day(from), Day(to), Language::German), &texts(), draft());
        let words = prose(&made.document);
        let inside = |day: &Date| from <= *day && *day <= to;

        let held = meetings.iter().filter(|(day, _, _)| inside(day)).count();
        let rows = table(&made.document, "Sitzungen").map_or(0, |table| row_count(&table.groups));
        prop_assert_eq!(rows, held);
        let expected = match held {
            0 => "hat keine Sitzung stattgefunden".to_owned(),
            1 => "hat 1 Sitzung stattgefunden".to_owned(),
            many => format!("haben {many} Sitzungen stattgefunden"),
        };
        prop_assert!(words.contains(&expected), "{}: {}", expected, words);

        let topics: usize = meetings.iter().filter(|(day, _, _)| inside(day)).map(|(_, topics, _)| topics).sum();
        if held > 0 && topics > 1 {
            let sentence = format!("standen zusammen {topics} Themen");
            prop_assert!(words.contains(&sentence), "{}: {}", sentence, words);
            let listed: usize = table(&made.document, "Sitzungen").unwrap().groups.iter()
                .flat_map(|group| &group.rows)
                .map(|row| row.cells[1].lines.iter().filter(|line| line.starts_with("Thema")).count())
                .sum();
            prop_assert_eq!(listed, topics);
        }

        let listed = table(&made.document, "Veranstaltungen").map_or(0, |table| row_count(&table.groups));
        prop_assert_eq!(listed, entries.iter().filter(|day| inside(day)).count());
        if listed > 1 {
            let sentence = format!("an {listed} Veranstaltungen und Treffen teil");
            prop_assert!(words.contains(&sentence));
        }
        let listed = table(&made.document, "Auszug").map_or(0, |table| row_count(&table.groups));
        prop_assert_eq!(listed, clippings.iter().filter(|day| inside(day)).count());
    }

    #[test]
    fn headings_never_skip_a_level(hidden in prop::collection::vec(any::<bool>(), 10), order in Just((0..10).collect::<Vec<i64>>()).prop_shuffle()) {
        let words = ["preface", "members", "tasks", "meetings", "projects", "network", "press", "funding", "outlook", "figures"];
        let (from, to) = year();
        let mut spec = spec(from, to, Language::German);
        for (index, word) in words.iter().enumerate() {
            spec.chapters.push(ReportChapter {
                head: head(index as u128 + 1),
                report_id: id(5),
                chapter: (*word).to_owned(),
                position: order[index] + 1,
                hidden: hidden[index],
                heading: String::new(),
                own_text: String::new(),
            });
        }
        let mut facts = Facts::default();
        facts.threads.push(thread(50, "Obstwiesen"));
        let made = compose(&facts, &[], &spec, &texts(), draft());
        let mut above = 0;
        for block in &made.document.blocks {
            if let Block::Heading { level, .. } = block {
                prop_assert!(*level <= above + 1, "level {} after {}", level, above);
                above = *level;
            }
        }
        let numbers: Vec<&String> = made.chapters.iter().filter_map(|line| line.placed.number.as_ref()).collect();
        let mut unique = numbers.clone();
        unique.dedup();
        prop_assert_eq!(numbers, unique);
    }
}
