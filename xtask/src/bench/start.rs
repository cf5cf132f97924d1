//! Scenario: the program starts, beside a program that does nothing; the server on a database that is
//! there already, up to its first answer.

use std::{process::Command, time::Duration};

use anyhow::Result;

use super::{
    Bench,
    child::{Server, run_silently},
    data::{Data, free_address},
    measure::{Series, in_turns},
    table::Line,
};

const FIRST_ANSWER: Duration = Duration::from_secs(1);

/// `true` against `allmende --version`, then `allmende serve`.
pub(super) fn run(bench: &Bench, data: &Data) -> Result<Vec<Line>> {
    let program = bench.place.program();
    let (nothing, version) = in_turns(
        bench.rounds,
        || run_silently(&mut Command::new("true")),
        || run_silently(Command::new(&program).arg("--version")),
    )?;
    let mut answers = Vec::new();
    for _ in 0..bench.few() {
        let address = free_address()?;
        let mut serve = data.command(bench, "serve");
        serve.env("ALLMENDE_LISTEN", address.to_string());
        answers.push(Server::start_at(&mut serve, address, "/anmelden")?.1);
    }
    Ok(vec![
        Line::heading("start"),
        Line::time("true: a program that does nothing", &nothing, None),
        Line::time("allmende --version", &version, None),
        Line::time("serve on an existing database, up to the first answer", &Series::new(answers), Some(FIRST_ANSWER)),
    ])
}
