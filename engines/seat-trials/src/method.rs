//! All ways of giving seats under one name, to be measured alike.

use std::collections::HashMap;

use allmende_seat_allocation::{Allocation, Policy, Programme, Refusal, Rules, Seed, allocate};

use crate::instance::Instance;
use crate::problem::{Fault, Problem};
use crate::procedures::{Stars, deferred_acceptance, lottery, serial_dictatorship, snake_draft};
use crate::score::Seats;

/// A way of giving seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The draw, with its rules.
    Draw(Rules),
    /// Random serial dictatorship.
    SerialDictatorship,
    /// Plain draft in alternating order.
    SnakeDraft,
    /// Deferred acceptance with stars.
    Stars,
    /// Deferred acceptance with stars and a bonus for groups.
    StarsWithGroups,
}

/// Why nothing could be drawn.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The draw refuses the instance.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// The trials cannot read it.
    #[error("{0}")]
    Unreadable(#[from] Fault),
}

/// Gives seats for a label of lots. The same label gives a child the same lot whatever anybody wishes.
pub type Lottery<'a> = Box<dyn Fn(&str) -> Seats + 'a>;

impl Method {
    /// The draw with its ordinary rules under a policy.
    pub fn draw(policy: Policy) -> Self {
        Self::Draw(Rules::of(policy))
    }

    /// Name in tables.
    pub fn name(self) -> String {
        match self {
            Self::Draw(rules) => {
                let early = if rules.shared_up_to == rules.policy.usual_shared_up_to() {
                    String::new()
                } else {
                    format!(", R = {}", rules.shared_up_to)
                };
                format!("draw, {}{early}", rules.policy.word().replace('-', " "))
            }
            Self::SerialDictatorship => "serial dictatorship".to_owned(),
            Self::SnakeDraft => "plain draft".to_owned(),
            Self::Stars => "stars".to_owned(),
            Self::StarsWithGroups => "stars, groups on".to_owned(),
        }
    }

    /// Checks the instance once; what comes back draws as often as needed.
    ///
    /// # Errors
    /// The draw refuses the instance.
    pub fn prepare<'a>(self, instance: &Instance, problem: &'a Problem) -> Result<Lottery<'a>, Trouble> {
        Ok(match self {
            Self::Draw(rules) => {
                let programme = Programme::new(instance)?;
                let index = Index::new(problem);
                Box::new(move |label| index.seats(&allocate(&programme, rules, &Seed::preview(label))))
            }
            Self::SerialDictatorship => Box::new(|label| serial_dictatorship(problem, &lottery(problem, label))),
            Self::SnakeDraft => Box::new(|label| snake_draft(problem, &lottery(problem, label))),
            Self::Stars => Box::new(|label| deferred_acceptance(problem, &lottery(problem, label), Stars::Alone)),
            Self::StarsWithGroups => {
                Box::new(|label| deferred_acceptance(problem, &lottery(problem, label), Stars::WithGroups))
            }
        })
    }
}

/// Ids to numbers.
pub(crate) struct Index<'a> {
    children: HashMap<&'a str, usize>,
    events: HashMap<&'a str, u32>,
}

impl<'a> Index<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        Self {
            children: problem.child_ids.iter().map(String::as_str).zip(0..).collect(),
            events: problem.event_ids.iter().map(String::as_str).zip(0..).collect(),
        }
    }

    pub(crate) fn seats(&self, allocation: &Allocation) -> Seats {
        let mut given: Seats = vec![Vec::new(); self.children.len()];
        for seat in &allocation.seats {
            if let (Some(&child), Some(&event)) =
                (self.children.get(seat.child.as_str()), self.events.get(seat.event.as_str()))
            {
                given[child].push(event);
            }
        }
        given
    }
}
