//! Series of durations and their median.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Durations of the same thing, measured several times.
#[derive(Debug)]
pub(super) struct Series {
    sorted: Vec<Duration>,
}

impl Series {
    /// A series from measured durations.
    pub(super) fn new(mut durations: Vec<Duration>) -> Self {
        durations.sort_unstable();
        Self { sorted: durations }
    }

    /// The middle duration; of an even number the mean of the two in the middle.
    pub(super) fn median(&self) -> Duration {
        let count = self.sorted.len();
        let at = |index: usize| self.sorted.get(index).copied().unwrap_or_default();
        match count {
            0 => Duration::ZERO,
            odd if odd % 2 == 1 => at(odd / 2),
            even => (at(even / 2 - 1) + at(even / 2)) / 2,
        }
    }

    /// The duration that 95 of 100 do not exceed (nearest rank).
    pub(super) fn slow(&self) -> Duration {
        let rank = (self.sorted.len() * 95).div_ceil(100);
        self.sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
    }

    /// How often it was measured.
    pub(super) fn count(&self) -> usize {
        self.sorted.len()
    }
}

/// Measures one thing several times.
///
/// # Errors
/// It failed.
pub(super) fn repeated(rounds: u32, mut thing: impl FnMut() -> Result<()>) -> Result<Series> {
    let mut durations = Vec::new();
    for _ in 0..rounds {
        let start = Instant::now();
        thing()?;
        durations.push(start.elapsed());
    }
    Ok(Series::new(durations))
}

/// Runs two things in turns, so that whatever else the machine does meets both alike. One round
/// before is not counted: it fills the caches.
///
/// # Errors
/// One of the two failed.
pub(super) fn in_turns<A, B>(
    rounds: u32,
    mut first: impl FnMut() -> Result<A>,
    mut second: impl FnMut() -> Result<B>,
) -> Result<(Series, Series)> {
    first()?;
    second()?;
    let mut durations = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let start = Instant::now();
        first()?;
        durations.0.push(start.elapsed());
        let start = Instant::now();
        second()?;
        durations.1.push(start.elapsed());
    }
    Ok((Series::new(durations.0), Series::new(durations.1)))
}

/// A duration for a person.
pub(super) fn milliseconds(duration: Duration) -> String {
    let number = duration.as_secs_f64() * 1000.0;
    if number < 10.0 { format!("{number:.3} ms") } else { format!("{number:.0} ms") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(numbers: &[u64]) -> Series {
        Series::new(numbers.iter().copied().map(Duration::from_millis).collect())
    }

    #[test]
    fn median_of_odd_and_even_counts() {
        assert_eq!(series(&[9, 1, 5]).median(), Duration::from_millis(5));
        assert_eq!(series(&[1, 9, 3, 5]).median(), Duration::from_millis(4));
        assert_eq!(series(&[]).median(), Duration::ZERO);
    }

    #[test]
    fn the_slow_end_is_the_95th_of_100() {
        let numbers: Vec<u64> = (1..=100).collect();
        assert_eq!(series(&numbers).slow(), Duration::from_millis(95));
        assert_eq!(series(&[7]).slow(), Duration::from_millis(7));
        assert_eq!(series(&[]).slow(), Duration::ZERO);
    }

    #[test]
    fn the_first_round_is_not_counted() {
        let mut calls = 0;
        let counted = in_turns(
            3,
            || {
                calls += 1;
                Ok(())
            },
            || Ok(()),
        )
        .expect("no failure");
        assert_eq!((calls, counted.0.count(), counted.1.count()), (4, 3, 3));
    }
}
