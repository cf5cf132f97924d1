//! Scenario: the measuring itself. It shows the floor below which no page can be measured.

use anyhow::Result;

use super::{
    Bench, bare,
    http::Connection,
    measure::{Series, in_turns, print_ratio},
};

/// Requests to two bare servers, with a small and with a large body.
pub(super) fn run(bench: &Bench) -> Result<()> {
    println!("requests to a bare server in this process");
    let mut small = Connection::open(bare::serve(1024)?)?;
    let mut large = Connection::open(bare::serve(64 * 1024)?)?;
    let (short, long) = in_turns(bench.rounds, || small.get("/", &[]), || large.get("/", &[]))?;
    print_ratio(&Series::new("body of 1 KiB", short), &Series::new("body of 64 KiB", long));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_connection_answers_more_than_once() {
        let mut connection = Connection::open(bare::serve(10).expect("a port")).expect("a connection");
        let header = [("Accept", "text/html")];
        for _ in 0..3 {
            assert_eq!(connection.get("/", &header).expect("an answer"), 10);
        }
    }
}
