//! Scenario: a body with many meetings behind it, and minutes with many items.

use std::time::Duration;

use anyhow::{Context, Result};

use super::{Bench, data::Data, http::Connection, measure::repeated, report::value_of, table::Line};

/// Meetings of the body.
const MEETINGS: u32 = 250;
/// Items of each: 5,000 in all.
const ITEMS: u32 = 20;
/// Items of the meeting whose minutes are made.
const LONG: u32 = 40;

/// A page of the list, and a search.
const PAGE: Duration = Duration::from_millis(20);
/// Minutes as PDF.
const MINUTES: Duration = Duration::from_millis(300);

/// Words that stand on every hundredth item only.
const RARE: &str = "Wasserschutzgebiet";

/// A body with its meetings, entered as a person would.
struct Register {
    connection: Connection,
    csrf: String,
    body: String,
}

impl Register {
    fn open(mut connection: Connection) -> Result<Self> {
        let form = connection.text("/gremien/neu")?;
        let csrf = value_of(&form, "csrf").context("no csrf word in the form")?;
        let fields = [
            ("csrf", csrf.as_str()),
            ("name", "Gremium der Messung"),
            ("kind", "working_group"),
            ("meeting_name", "Messsitzung"),
            ("meeting_name_plural", "Messsitzungen"),
        ];
        let address = connection.store("/gremien/neu", &fields)?;
        let body = address.rsplit('/').next().context("the new body has no address")?.to_owned();
        Ok(Self { connection, csrf, body })
    }

    /// Stores a meeting with its items and gives its address.
    fn meeting(&mut self, number: u32, items: u32) -> Result<String> {
        let day = format!("{:02}.{:02}.{}", number % 28 + 1, number % 12 + 1, 2000 + number % 17);
        let title = format!("{number}. Messsitzung");
        let topics: Vec<String> = (0..items)
            .map(|item| match (number * items + item) % 100 {
                0 => format!("{RARE} {number} und {item}"),
                _ => format!("Gegenstand {number} und {item}"),
            })
            .collect();
        let topics = topics.join("\n");
        let fields = [
            ("csrf", self.csrf.as_str()),
            ("body_id", &self.body),
            ("title", &title),
            ("held_on", &day),
            ("begins_at", "18:00"),
            ("state", "held"),
            ("topics", &topics),
        ];
        self.connection.store("/sitzungen/neu", &fields)
    }
}

/// Lists and search over many meetings, then the minutes of a long one.
pub(super) fn run(bench: &Bench, data: &Data) -> Result<Vec<Line>> {
    let server = data.serve(bench)?;
    let mut register = Register::open(server.connect()?)?;
    for number in 0..MEETINGS {
        register.meeting(number, ITEMS)?;
    }
    let long = register.meeting(MEETINGS, LONG)?;
    let body = register.body.clone();
    let mut lines = vec![Line::heading(&format!("a body with {MEETINGS} meetings and {} items", MEETINGS * ITEMS))];
    let pages = [
        ("list of its meetings", format!("/sitzungen?gremium={body}")),
        ("list, filtered by a word of an item", format!("/sitzungen?gremium={body}&q={RARE}")),
        ("search over everything", format!("/suche?q={RARE}")),
        ("page of a meeting", long.clone()),
    ];
    for (name, path) in pages {
        let measured = repeated(bench.rounds, || register.connection.get(&path).map(drop))?;
        lines.push(Line::time(name, &measured, Some(PAGE)));
    }
    let preview = format!("{long}/protokoll/vorschau.pdf?teil=offen");
    let minutes = repeated(bench.few(), || register.connection.get(&preview).map(drop))?;
    lines.push(Line::time(&format!("minutes of {LONG} items as PDF"), &minutes, Some(MINUTES)));
    Ok(lines)
}
