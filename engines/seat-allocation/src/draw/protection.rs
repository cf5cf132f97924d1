//! Protection: while a protected child holds no place, a seat it needs may not go to others.
//!
//! Protected children without a place can always be seated all at once: there is a matching
//! between them and free seats. Which one is kept here does not matter; the rule only asks whether
//! one exists. Children are taken into protection in the order of the lots, by augmenting paths;
//! the sets that can be protected are a transversal matroid, so this protects the most children
//! possible, and a child that is protected is never given up.

use super::NONE;

/// A matching between protected children and seats of pools.
#[derive(Debug, Default)]
pub(crate) struct Protection {
    /// Pools that a child can use: `pools[first[c]..first[c + 1]]`.
    pools: Vec<u32>,
    first: Vec<u32>,
    /// Free seats of a pool that are not set aside for somebody. Negative never.
    spare: Vec<u32>,
    /// The pool where a seat is set aside for the child, or NONE.
    kept_in: Vec<u32>,
    /// Position of the child in the list of that pool.
    position: Vec<u32>,
    /// Children with a seat set aside in a pool.
    kept: Vec<Vec<u32>>,
    /// Stamp of the last search that saw the pool.
    seen: Vec<u32>,
    stamp: u32,
    /// The child whose move leads into the pool.
    by: Vec<u32>,
    queue: Vec<u32>,
    /// All seats of these pools are needed by children set aside in them, who can go nowhere else.
    tight: Vec<bool>,
    any_tight: bool,
    moves: Vec<(u32, u32)>,
}

impl Protection {
    /// Nobody protected yet. `free` are the free seats of each pool.
    pub(crate) fn new(children: usize, free: &[u32], pools: Vec<u32>, first: Vec<u32>) -> Self {
        Self {
            pools,
            first,
            spare: free.to_vec(),
            kept_in: vec![NONE; children],
            position: vec![0; children],
            kept: vec![Vec::new(); free.len()],
            seen: vec![0; free.len()],
            stamp: 0,
            by: vec![NONE; free.len()],
            queue: Vec::new(),
            tight: vec![false; free.len()],
            any_tight: false,
            moves: Vec::new(),
        }
    }

    /// How many usable wishes, counted as pools, the child has.
    fn pools_of(&self, child: u32) -> &[u32] {
        &self.pools[self.first[child as usize] as usize..self.first[child as usize + 1] as usize]
    }

    /// Is the child protected and still without a place?
    pub(crate) fn covers(&self, child: u32) -> bool {
        self.kept_in[child as usize] != NONE
    }

    fn keep(&mut self, child: u32, pool: u32) {
        self.kept_in[child as usize] = pool;
        self.position[child as usize] = u32::try_from(self.kept[pool as usize].len()).unwrap_or(NONE);
        self.kept[pool as usize].push(child);
        self.spare[pool as usize] -= 1;
    }

    fn let_go(&mut self, child: u32) -> u32 {
        let pool = self.kept_in[child as usize];
        if pool == NONE {
            return NONE;
        }
        let at = self.position[child as usize] as usize;
        let list = &mut self.kept[pool as usize];
        list.swap_remove(at);
        if let Some(&other) = list.get(at) {
            self.position[other as usize] = u32::try_from(at).unwrap_or(NONE);
        }
        self.kept_in[child as usize] = NONE;
        self.spare[pool as usize] += 1;
        pool
    }

    /// Finds a chain of moves that makes a spare seat in `pool`, and carries it out.
    /// Noted in `self.moves` so that it can be undone.
    fn make_room(&mut self, starts: &[u32], skip_tight: bool) -> Option<u32> {
        self.stamp += 1;
        self.queue.clear();
        for &pool in starts {
            if self.spare[pool as usize] > 0 {
                return Some(pool);
            }
        }
        for &pool in starts {
            if !(skip_tight && self.tight[pool as usize]) && self.seen[pool as usize] != self.stamp {
                self.seen[pool as usize] = self.stamp;
                self.by[pool as usize] = NONE;
                self.queue.push(pool);
            }
        }
        let mut head = 0;
        while head < self.queue.len() {
            let pool = self.queue[head];
            head += 1;
            for index in 0..self.kept[pool as usize].len() {
                let child = self.kept[pool as usize][index];
                let (from, to) = (self.first[child as usize] as usize, self.first[child as usize + 1] as usize);
                for edge in from..to {
                    let target = self.pools[edge];
                    if self.seen[target as usize] == self.stamp || (skip_tight && self.tight[target as usize]) {
                        continue;
                    }
                    self.seen[target as usize] = self.stamp;
                    self.by[target as usize] = child;
                    if self.spare[target as usize] > 0 {
                        return Some(self.shift(target));
                    }
                    self.queue.push(target);
                }
            }
        }
        None
    }

    /// Moves the children of a chain that ends in `target`; the pool where it began has room now.
    fn shift(&mut self, mut target: u32) -> u32 {
        loop {
            let child = self.by[target as usize];
            if child == NONE {
                return target;
            }
            let from = self.let_go(child);
            self.keep(child, target);
            self.moves.push((child, from));
            target = from;
        }
    }

    /// After a failed search: what it saw stays full for everybody outside.
    fn mark_tight(&mut self) {
        for &pool in &self.queue {
            self.tight[pool as usize] = true;
        }
        self.any_tight |= !self.queue.is_empty();
    }

    fn clear_tight(&mut self) {
        if self.any_tight {
            self.tight.fill(false);
            self.any_tight = false;
        }
    }

    /// Takes a child into protection if it can be seated beside all that are protected already.
    pub(crate) fn protect(&mut self, child: u32) -> bool {
        let starts = self.pools_of(child).to_vec();
        self.moves.clear();
        if let Some(pool) = self.make_room(&starts, true) {
            self.keep(child, pool);
            true
        } else {
            self.mark_tight();
            false
        }
    }

    /// All are in: from now on seats are taken.
    pub(crate) fn begin(&mut self) {
        self.clear_tight();
    }

    /// These children take a seat each in these pools, if afterwards all other protected children
    /// can still be seated. Each pool must have that many free seats.
    pub(crate) fn take(&mut self, children: &[u32], pools: &[u32]) -> bool {
        // A tight pool is closed to whoever has no seat set aside in a tight one.
        let inside = self.any_tight && children.iter().any(|&child| self.kept_tight(child));
        if self.any_tight && !inside && pools.iter().any(|&pool| self.tight[pool as usize]) {
            return false;
        }
        self.moves.clear();
        let before: Vec<u32> = children.iter().map(|&child| self.let_go(child)).collect();
        for (done, &pool) in pools.iter().enumerate() {
            if self.make_room(&[pool], !inside).is_none() {
                if done == 0 {
                    self.mark_tight();
                }
                for &earlier in &pools[..done] {
                    self.spare[earlier as usize] += 1;
                }
                while let Some((child, from)) = self.moves.pop() {
                    self.let_go(child);
                    self.keep(child, from);
                }
                for (&child, &pool) in children.iter().zip(&before) {
                    if pool != NONE {
                        self.keep(child, pool);
                    }
                }
                return false;
            }
            self.spare[pool as usize] -= 1;
        }
        if inside && pools.iter().any(|&pool| !self.tight[pool as usize]) {
            self.clear_tight();
        }
        true
    }

    fn kept_tight(&self, child: u32) -> bool {
        let pool = self.kept_in[child as usize];
        pool != NONE && self.tight[pool as usize]
    }
}
