//! Exact answers on small instances by mixed integer programming.

use allmende_seat_trials::problem::Problem;
use good_lp::solvers::microlp::microlp;
use good_lp::{Expression, Solution, SolverModel, Variable, constraint, variable, variables};

/// What is to be as large as possible.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Goal {
    /// Value of a child with at least one seat.
    pub(crate) served: f64,
    /// Value of a seat at rank r is this / r.
    pub(crate) rank: f64,
    /// Value of a complete group.
    pub(crate) group: f64,
}

/// The best value of the goal over all admissible allocations: capacities, limits, overlaps, one seat a wish.
///
/// Every two overlapping wishes of a child get a constraint of their own.
pub(crate) fn best(problem: &Problem, goal: Goal) -> f64 {
    let mut vars = variables!();
    let mut value = Expression::from(0.0);
    let seats: Vec<Vec<(u32, Variable)>> = (problem.wishes.iter())
        .map(|wishes| wishes.iter().map(|&event| (event, vars.add(variable().binary()))).collect())
        .collect();
    let mut constraints = Vec::new();
    let mut users: Vec<Expression> = vec![Expression::from(0.0); problem.capacity.len()];
    for (child, list) in seats.iter().enumerate() {
        let total: Expression = list.iter().map(|seat| seat.1).sum();
        for (rank, &(event, seat)) in (1_u32..).zip(list) {
            value += goal.rank / f64::from(rank) * seat;
            users[event as usize] += seat;
            for &(other, second) in list.iter().filter(|second| second.0 > event) {
                if problem.clash(event, other) {
                    constraints.push(constraint!(seat + second <= 1.0));
                }
            }
        }
        if goal.served > 0.0 {
            // The number itself need not be declared whole: it is bounded by whole numbers and pushed upwards.
            let served = vars.add(variable().min(0.0).max(1.0));
            constraints.push(constraint!(served <= total.clone()));
            value += goal.served * served;
        }
        if problem.limit[child] < list.len() {
            constraints.push(constraint!(total <= problem.limit[child] as f64));
        }
    }
    for (used, &capacity) in users.into_iter().zip(&problem.capacity) {
        constraints.push(constraint!(used <= f64::from(capacity)));
    }
    if goal.group > 0.0 {
        for group in &problem.groups {
            let complete = vars.add(variable().binary());
            for &member in &group.members {
                let seat = seats[member as usize].iter().find(|seat| seat.0 == group.event).expect("a member's wish").1;
                constraints.push(constraint!(complete <= seat));
            }
            value += goal.group * complete;
        }
    }
    let mut model = vars.maximise(value.clone()).using(microlp);
    for constraint in constraints {
        model = model.with(constraint);
    }
    model.solve().expect("a solution: nothing given is admissible").eval(value)
}
