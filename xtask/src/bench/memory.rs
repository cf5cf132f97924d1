//! Scenario: how much memory the server holds, at rest and after work.

use std::{thread, time::Duration};

use anyhow::{Context, Result};

use super::{
    Bench,
    child::Server,
    data::{Data, free_address},
    report::{Draft, paragraph, record_address},
    table::Line,
};

/// In kibibytes.
const IDLE: u64 = 64 * 1024;
/// So long nobody asks for anything before the server counts as idle.
const REST: Duration = Duration::from_secs(2);

/// Idle after the start, after pages, after hundreds of different previews.
pub(super) fn run(bench: &Bench, data: &Data) -> Result<Vec<Line>> {
    let mut lines = vec![Line::heading("memory of the server")];
    {
        let address = free_address()?;
        let mut serve = data.command(bench, "serve");
        serve.env("ALLMENDE_LISTEN", address.to_string());
        let (server, _) = Server::start_at(&mut serve, address, "/anmelden")?;
        thread::sleep(REST);
        lines.push(Line::memory("idle after the start", server.resident()?, Some(IDLE)));
    }
    let server = data.serve(bench)?;
    let mut connection = server.connect()?;
    let list = connection.text("/projekte")?;
    let project = record_address(&list, "/projekte/").context("the example has no project")?;
    for _ in 0..50 {
        connection.get("/projekte")?;
        connection.get(&project)?;
    }
    thread::sleep(REST);
    lines.push(Line::memory("idle after 100 pages, signed in", server.resident()?, Some(IDLE)));

    let mut draft = Draft::open(server.connect()?)?;
    let mut made = 0;
    for wanted in [1, 25, 100, bench.previews.div_ceil(2), bench.previews] {
        if wanted <= made || wanted > bench.previews {
            continue;
        }
        for number in made..wanted {
            draft.type_text(&paragraph(number))?;
        }
        made = wanted;
        lines.push(Line::memory(&format!("after {made} different previews"), server.resident()?, None));
    }
    Ok(lines)
}
