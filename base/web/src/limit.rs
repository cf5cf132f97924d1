//! How often something may be tried: token buckets in memory.
//!
//! A try at a secret takes a token before the secret is looked at, and gives it back if the secret was right. So a town
//! hall behind one address is not held up by its own sign-ins, and many guesses at once are counted before the first is
//! answered. A bucket is one instant, that at which it is full again (the virtual scheduling algorithm of ITU-T I.371,
//! "GCRA"). A restart fills all buckets.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use allmende_store::Moment;

/// How often: `burst` at once, then one each `every` milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Names the bucket, so that two rates do not share one.
    pub name: &'static str,
    /// Tries at once.
    pub burst: i64,
    /// Milliseconds until one more is allowed.
    pub every: i64,
}

impl Rate {
    /// The same for an address that many people share: `times` as many, as quickly.
    pub fn times(self, times: i64) -> Self {
        Self { burst: self.burst * times, every: (self.every / times).max(1), ..self }
    }
}

/// Too often: seconds until the next try, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub i64);

/// The most buckets that are not full. Beyond it newcomers share one, so memory stays bounded and the limit holds.
const MOST: usize = 100_000;

/// All buckets of a server.
#[derive(Debug, Default)]
pub struct Buckets(Mutex<HashMap<(&'static str, String), i64>>);

impl Buckets {
    /// Takes a token, or says how long to wait.
    pub fn take(&self, rate: Rate, key: &str, now: Moment) -> Result<(), Wait> {
        let now = now.0.as_millisecond();
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut name = (rate.name, key.to_owned());
        if buckets.len() >= MOST && !buckets.contains_key(&name) {
            buckets.retain(|_, full_at| *full_at > now);
            if buckets.len() >= MOST {
                name.1.clear();
            }
        }
        let full_at = buckets.entry(name).or_insert(now);
        let next = now.max(*full_at) + rate.every;
        let over = next - now - rate.burst * rate.every;
        if over > 0 {
            return Err(Wait((over + 999) / 1000));
        }
        *full_at = next;
        Ok(())
    }

    /// Gives a token back that [`Buckets::take`] took.
    pub fn give_back(&self, rate: Rate, key: &str) {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(full_at) = buckets.get_mut(&(rate.name, key.to_owned())) {
            *full_at -= rate.every;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const RATE: Rate = Rate { name: "test", burst: 3, every: 20_000 };

    fn at(seconds: i64) -> Moment {
        Moment::new(jiff::Timestamp::from_second(1_500_000_000 + seconds).unwrap())
    }

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let buckets = Buckets::default();
        // Computed by hand: three at once, the fourth 20 s after the first.
        let cases = [(0, None), (0, None), (0, None), (0, Some(20)), (5, Some(15)), (19, Some(1)), (20, None)];
        for (second, wait) in cases {
            assert_eq!(buckets.take(RATE, "a", at(second)).err(), wait.map(Wait), "{second}");
        }
        assert_eq!(buckets.take(RATE, "a", at(20)), Err(Wait(20)), "only one came back");
        for _ in 0..3 {
            buckets.take(RATE, "a", at(100)).unwrap();
        }
        assert_eq!(
            buckets.take(RATE, "a", at(100)),
            Err(Wait(20)),
            "never more than the burst, however long it rested"
        );
        buckets.take(RATE, "b", at(20)).unwrap();
    }

    #[test]
    fn what_was_right_costs_nothing() {
        let buckets = Buckets::default();
        for _ in 0..50 {
            buckets.take(RATE, "a", at(0)).unwrap();
            buckets.give_back(RATE, "a");
        }
        for _ in 0..3 {
            buckets.take(RATE, "a", at(0)).unwrap();
        }
        assert_eq!(buckets.take(RATE, "a", at(0)), Err(Wait(20)));
        // Giving back can fill a bucket, but not over its brim: the next take starts from now.
        buckets.give_back(RATE, "nobody");
        assert_eq!(buckets.take(RATE.times(20), "c", at(0)), Ok(()));
    }

    #[test]
    fn memory_stays_bounded_and_the_limit_holds() {
        let buckets = Buckets::default();
        for number in 0..MOST + 10 {
            let _ = buckets.take(RATE, &number.to_string(), at(0));
        }
        assert!(buckets.0.lock().unwrap().len() <= MOST + 1);
        assert!(buckets.take(RATE, "one more", at(0)).is_err(), "newcomers share what is left");
        buckets.take(RATE, "one more", at(60)).unwrap();
        assert!(buckets.0.lock().unwrap().len() < 10, "full ones are forgotten");
    }

    proptest::proptest! {
        /// In any span of time no more than the burst and what the span itself allows come through.
        #[test]
        fn no_order_of_tries_beats_the_rate(steps in proptest::collection::vec(0_i64..30, 1..200)) {
            let buckets = Buckets::default();
            let mut now = 0;
            let mut through = Vec::new();
            for step in steps {
                now += step;
                if buckets.take(RATE, "a", at(now)).is_ok() {
                    through.push(now);
                }
            }
            for (index, first) in through.iter().enumerate() {
                for (count, last) in through[index..].iter().enumerate() {
                    let count = i64::try_from(count).unwrap() + 1;
                    proptest::prop_assert!(count <= RATE.burst + (last - first) * 1000 / RATE.every);
                }
            }
        }
    }
}
