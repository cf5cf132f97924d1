//! The account of every line: used for one thing, or shown as unplaced. No third way.

use crate::proposal::{LooseLine, Placed, Use};
use crate::source::SourceLine;
use std::collections::BTreeMap;

/// What each line was used for; the first use counts.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    used: BTreeMap<usize, Use>,
}

impl Ledger {
    pub(crate) fn claim(&mut self, lines: &[usize], used_for: Use) {
        for line in lines {
            self.used.entry(*line).or_insert(used_for);
        }
    }

    /// What a line was used for.
    pub(crate) fn used_for(&self, line: usize) -> Option<Use> {
        self.used.get(&line).copied()
    }

    /// Gives a line back.
    pub(crate) fn release(&mut self, line: usize) {
        self.used.remove(&line);
    }

    /// Splits all lines with text into used and unplaced ones.
    pub(crate) fn settle(&self, lines: &[SourceLine]) -> (Vec<Placed>, Vec<LooseLine>) {
        let mut placed: Vec<Placed> = Vec::new();
        let mut loose = Vec::new();
        for line in lines.iter().filter(|line| !line.is_blank()) {
            match self.used.get(&line.number) {
                None => loose.push(LooseLine { line: line.number, text: line.text.trim().to_owned() }),
                Some(used_for) => match placed.last_mut() {
                    Some(open) if open.used_for == *used_for && open.to + 1 == line.number => {
                        open.to = line.number;
                    }
                    _ => placed.push(Placed { from: line.number, to: line.number, used_for: *used_for }),
                },
            }
        }
        (placed, loose)
    }
}
