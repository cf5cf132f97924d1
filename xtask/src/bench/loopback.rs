//! Scenario: the measuring itself. It shows the floor below which no page can be measured.

use anyhow::Result;

use super::{Bench, bare, http::Connection, measure::in_turns, table::Line};

/// Requests to two bare servers in this process, with a small and with a large body.
pub(super) fn run(bench: &Bench) -> Result<Vec<Line>> {
    let mut small = Connection::open(bare::serve(1024)?)?;
    let mut large = Connection::open(bare::serve(64 * 1024)?)?;
    let (short, long) = in_turns(bench.rounds, || small.get("/"), || large.get("/"))?;
    Ok(vec![
        Line::heading("the measuring itself: one request to a server in this process"),
        Line::time("body of 1 KiB", &short, None),
        Line::time("body of 64 KiB", &long, None),
    ])
}
