use crate::problem::Problem;
use crate::score::Seats;

/// Random serial dictatorship: the children are called once in the order of their lots, and each takes every wish of
/// its list that still has a seat and fits, dearest first, up to its limit.
///
/// No child can gain by an untrue list, and no two children can trade to the good of both. But who is called early
/// takes many seats, and who is called late may find none: the "callousness" that Budish and Cantillon (American
/// Economic Review 2012, doi 10.1257/aer.102.5.2237) describe.
pub fn serial_dictatorship(problem: &Problem, order: &[u32]) -> Seats {
    let mut free = problem.capacity.clone();
    let mut seats: Seats = vec![Vec::new(); problem.wishes.len()];
    for &child in order {
        let child = child as usize;
        for &event in &problem.wishes[child] {
            if free[event as usize] > 0 && problem.fits(child, &seats[child], event) {
                free[event as usize] -= 1;
                seats[child].push(event);
            }
        }
    }
    seats
}
