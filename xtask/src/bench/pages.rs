//! Scenario: pages of somebody who is signed in, in turns with a bare handler of the same body size.

use std::thread;

use anyhow::{Context, Result};

use super::{
    Bench,
    child::Server,
    data::Data,
    http::Connection,
    measure::{in_turns, repeated},
    report::record_address,
    table::Line,
};
use crate::process::command;

/// Of the bare handler's throughput.
const SHARE: f64 = 0.2;
/// Connections at a time.
const CLIENTS: usize = 4;
/// Requests of each connection in a round.
const REQUESTS: usize = 25;

/// The same requests over several connections at a time; a round ends when the last has its answer.
fn burst(clients: &mut [Connection], path: &str) -> Result<()> {
    thread::scope(|scope| {
        let threads: Vec<_> = clients
            .iter_mut()
            .map(|client| scope.spawn(move || (0..REQUESTS).try_for_each(|_| client.get(path).map(drop))))
            .collect();
        threads
            .into_iter()
            .try_for_each(|thread| thread.join().unwrap_or_else(|_| Err(anyhow::anyhow!("a client panicked"))))
    })
}

fn clients(server: &Server) -> Result<Vec<Connection>> {
    (0..CLIENTS).map(|_| server.connect()).collect()
}

/// The list of projects and the page of one.
pub(super) fn run(bench: &Bench, data: &Data) -> Result<Vec<Line>> {
    let server = data.serve(bench)?;
    let mut connection = server.connect()?;
    let list = connection.text("/projekte")?;
    let thread = record_address(&list, "/projekte/").context("the example has no project")?;
    let bare = Server::start(&mut command(bench.place.example("bare_handler"), &bench.place.root), "http://")?;

    let mut lines = vec![Line::heading(&format!(
        "pages, signed in; a round is {} requests over {CLIENTS} connections",
        CLIENTS * REQUESTS
    ))];
    for (name, path) in [("list of projects", "/projekte"), ("page of a project", &thread)] {
        let size = connection.get(path)?;
        let equal = format!("/{size}");
        let (mut theirs, mut ours) = (clients(&bare)?, clients(&server)?);
        let (reference, measured) = in_turns(bench.rounds, || burst(&mut theirs, &equal), || burst(&mut ours, path))?;
        let alone = repeated(bench.rounds, || connection.get(path).map(drop))?;
        let compressed = repeated(bench.rounds, || connection.get_compressed(path).map(drop))?;
        lines.extend([
            Line::time(&format!("{name}, one request alone"), &alone, None),
            Line::time(&format!("{name}, one request alone, compressed"), &compressed, None),
            Line::time(&format!("bare handler, {size} bytes, a round"), &reference, None),
            Line::time(&format!("{name}, a round"), &measured, None),
            Line::ratio(&format!("{name} in relation to the bare handler"), &reference, &measured, Some(SHARE)),
        ]);
    }
    Ok(lines)
}
