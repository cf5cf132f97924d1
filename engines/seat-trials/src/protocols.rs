//! Protocols of mixed programmes, for programs that recompute them.

use allmende_seat_allocation::{Commitment, Minimum, Policy, Programme, Protocol, Rules, RunLog};
use jiff::Timestamp;

use crate::method::Trouble;
use crate::mixed::mixed;

/// Ranks up to which shared wishes count early, in turns.
const SHARED_UP_TO: [u32; 4] = [1, 2, 10_000, 0];

/// The protocol of the mixed programme of this number. Policy, minimum and the other parameters change with it; odd
/// ones are binding draws after a preview, if the programme has tokens of the operator; the others are previews.
///
/// # Errors
/// The draw refuses an instance; it does not.
pub fn protocol(number: u32) -> Result<Protocol, Trouble> {
    let policies = [Policy::Neutral, Policy::TogetherFirst, Policy::SiblingsFirst];
    let rules = Rules {
        policy: policies[number as usize % policies.len()],
        protected_from: 1 + number / 3 % 4,
        shared_up_to: SHARED_UP_TO[number as usize / 12 % SHARED_UP_TO.len()],
        minimum: if number % 5 == 4 { Minimum::Report } else { Minimum::Dissolve },
    };
    let programme = Programme::new(&mixed(u64::from(number)))?;
    let day = |day: i64| Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(24 * (20_000 + day));
    let mut log = RunLog::default();
    let (_, preview) = log.preview(&programme, rules, &format!("Probelauf {number}"), day(0))?;
    // Programmes whose tokens the operator did not draw can only be previewed.
    let commitment = Commitment::new(&programme, rules, "Ziehung der Lottozahlen", day(1), day(2));
    let (1, Ok(commitment)) = (number % 2, commitment) else { return Ok(preview) };
    let (_, binding) = log.binding(&programme, &commitment, &format!("{number} 12 19"), day(3))?;
    Ok(binding)
}
