//! The order of the lots.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::programme::{NONE, Programme};
use crate::seed::Seed;

/// Children in the order of their lots: of the digest of seed and token. Children linked by groups
/// draw with one lot, that of the child whose token is smallest, and stand next to each other.
pub(crate) fn order(programme: &Programme, seed: &Seed) -> Vec<u32> {
    let count = programme.children.len();
    let prefix = Sha256::new().chain_update(format!("allmende-draw-lot 1\n{}\n", seed.hex()));
    let digests: Vec<[u8; 32]> = programme
        .children
        .iter()
        .map(|child| prefix.clone().chain_update(HEXLOWER.encode(&child.token)).finalize().into())
        .collect();
    // Children are numbered in the order of their tokens, so the smallest number leads.
    let mut leader: Vec<usize> = (0..count).collect();
    for group in &programme.groups {
        for pair in group.members.windows(2) {
            let (a, b) = (find(&mut leader, pair[0] as usize), find(&mut leader, pair[1] as usize));
            leader[a.max(b)] = a.min(b);
        }
    }
    for child in 0..count {
        let root = find(&mut leader, child);
        leader[child] = root;
    }
    let mut order: Vec<u32> = (0..u32::try_from(count).unwrap_or(NONE)).collect();
    order.sort_unstable_by_key(|&child| {
        let child = child as usize;
        (&digests[leader[child]], &digests[child], child)
    });
    order
}

fn find(leader: &mut [usize], mut child: usize) -> usize {
    while leader[child] != child {
        leader[child] = leader[leader[child]];
        child = leader[child];
    }
    child
}

/// Breaks ties between events without looking at their ids' order.
pub(crate) fn event_digest(programme: &Programme, seed: &Seed, event: usize) -> [u8; 32] {
    let id = crate::list::encoded(&programme.events[event].id);
    Sha256::digest(format!("allmende-draw-event 1\n{}\n{id}", seed.hex())).into()
}
