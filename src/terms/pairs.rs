//! Pairs of neighbouring words that several sentences hold.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

/// So many different pairs of one text are remembered. Then they are forgotten: memory
/// is bounded, and sentences behind them share pairs among themselves.
const MOST: usize = 1 << 14;
/// The places of a table that has met few pairs.
const FEWEST: usize = 1 << 11;

/// The pairs of a text: a table with open addresses, of which half at most are taken, as
/// one is looked up for every word.
pub(super) struct Pairs {
    /// A pair at each address, or [`FREE`]. There are a power of two.
    keys: Vec<u64>,
    /// The last sentence that holds it, and [`SEVERAL`] if others do.
    holders: Vec<u32>,
    taken: usize,
}

/// No pair. Its bytes differ, so that a short table is cleared in lanes, without a call.
const FREE: u64 = u64::MAX - 1;
const SEVERAL: u32 = 1 << 31;

impl Default for Pairs {
    fn default() -> Self {
        Pairs { keys: vec![FREE; FEWEST], holders: vec![0; FEWEST], taken: 0 }
    }
}

impl Pairs {
    /// Forgets every pair.
    pub fn clear(&mut self) {
        if self.taken > 0 {
            self.keys.truncate(FEWEST);
            self.keys.fill(FREE);
            self.taken = 0;
        }
    }

    /// Adds two neighbouring words of `sentence`, which is the last so far. `share` is told
    /// each sentence of which it is now known that another one holds its pair too.
    #[inline]
    pub fn add(&mut self, words: [u32; 2], sentence: u32, mut share: impl FnMut(u32)) {
        let pair = u64::from(words[0]) << 32 | u64::from(words[1]);
        let at = self.address(pair);
        let holder = self.holders[at];
        if self.keys[at] != pair {
            (self.keys[at], self.holders[at]) = (pair, sentence);
            self.taken += 1;
            if self.taken * 2 > self.keys.len() {
                self.make_room();
            }
        } else if holder & !SEVERAL != sentence {
            if holder < SEVERAL {
                share(holder);
            }
            share(sentence);
            self.holders[at] = sentence | SEVERAL;
        }
    }

    /// Where `pair` stands, or would.
    #[inline]
    fn address(&self, pair: u64) -> usize {
        let last = self.keys.len() - 1;
        let mut at = FixedState::default().hash_one(pair) as usize & last;
        while self.keys[at] != pair && self.keys[at] != FREE {
            at = (at + 1) & last;
        }
        at
    }

    #[cold]
    fn make_room(&mut self) {
        if self.taken > MOST {
            return self.clear();
        }
        let room = 2 * self.keys.len();
        let keys = std::mem::replace(&mut self.keys, vec![FREE; room]);
        let holders = std::mem::replace(&mut self.holders, vec![0; room]);
        for (pair, holder) in keys.into_iter().zip(holders) {
            if pair != FREE {
                let at = self.address(pair);
                (self.keys[at], self.holders[at]) = (pair, holder);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{MOST, Pairs};

    #[test]
    fn memory_is_bounded_and_what_was_met_lately_is_known() {
        let (mut pairs, mut shared) = (Pairs::default(), vec![0; 8 * MOST]);
        for sentence in 0..8 * MOST as u32 {
            // The next sentence has the same pair.
            pairs.add([sentence / 2, 0], sentence, |sharing| {
                shared[sharing as usize] += 1;
            });
            assert!(pairs.keys.len() <= 2 * MOST);
        }
        let alone = shared.iter().filter(|shared| **shared == 0).count();
        assert!(alone <= 8, "{alone}");
        pairs.clear();
        assert_eq!(pairs.keys.len(), super::FEWEST);
    }

    proptest! {
        #[test]
        fn a_pair_counts_once_in_every_sentence_that_shares_it(sentences in prop::collection::vec(prop::collection::vec(0..5_u32, 0..9), 0..9)) {
            let mut pairs = Pairs::default();
            let mut shared = vec![0; sentences.len()];
            for (words, number) in sentences.iter().zip(0..) {
                for pair in words.windows(2) {
                    let share = |sharing: u32| shared[sharing as usize] += 1;
                    pairs.add([pair[0], pair[1]], number, share);
                }
            }
            let sets: Vec<BTreeSet<&[u32]>> = sentences.iter().map(|words| words.windows(2).collect()).collect();
            for (at, set) in sets.iter().enumerate() {
                let others = |pair: &&&[u32]| sets.iter().enumerate().any(|(other, set)| other != at && set.contains(**pair));
                prop_assert_eq!(shared[at] as usize, set.iter().filter(others).count());
            }
        }
    }
}
