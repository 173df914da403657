//! Pairs of neighbouring words that several sentences hold.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

/// So many different pairs of one text are remembered. Then they are forgotten: memory
/// is bounded, and sentences behind them share pairs among themselves.
const MOST: usize = 1 << 15;
/// The places of a table that has met few pairs.
const FEWEST: usize = 1 << 11;

/// The pairs of a text: a table with open addresses, of which half at most are taken, as
/// one place is looked up for every word.
pub(super) struct Pairs {
    places: Vec<Place>,
    taken: usize,
}

/// A pair, and who holds it.
#[derive(Clone, Copy)]
struct Place {
    pair: u64,
    /// The last sentence that holds it, and [`SEVERAL`] if others do.
    holder: u32,
}

const SEVERAL: u32 = 1 << 31;

/// No pair stands here.
const FREE: Place = Place { pair: u64::MAX, holder: 0 };

impl Default for Pairs {
    fn default() -> Self {
        Pairs { places: vec![FREE; FEWEST], taken: 0 }
    }
}

impl Pairs {
    /// Forgets every pair.
    pub fn clear(&mut self) {
        if self.taken > 0 {
            self.places.truncate(FEWEST);
            self.places.fill(FREE);
            self.taken = 0;
        }
    }

    /// Adds two neighbouring words of `sentence`, which is the last so far. `share` is told
    /// each sentence of which it is now known that another one holds its pair too.
    #[inline]
    pub fn add(&mut self, words: [u32; 2], sentence: u32, mut share: impl FnMut(u32)) {
        let pair = u64::from(words[0]) << 32 | u64::from(words[1]);
        let place = find(&mut self.places, pair);
        if place.pair != pair {
            *place = Place { pair, holder: sentence };
            self.taken += 1;
            if self.taken * 2 > self.places.len() {
                self.make_room();
            }
        } else if place.holder & !SEVERAL != sentence {
            if place.holder < SEVERAL {
                share(place.holder);
            }
            share(sentence);
            place.holder = sentence | SEVERAL;
        }
    }

    #[cold]
    fn make_room(&mut self) {
        if self.taken > MOST {
            return self.clear();
        }
        let room = vec![FREE; 2 * self.places.len()];
        for place in std::mem::replace(&mut self.places, room) {
            if place.pair != FREE.pair {
                *find(&mut self.places, place.pair) = place;
            }
        }
    }
}

/// The place of `pair`, or a free one for it, among a power of two.
#[inline]
fn find(places: &mut [Place], pair: u64) -> &mut Place {
    let last = places.len() - 1;
    let mut at = FixedState::default().hash_one(pair) as usize & last;
    while places[at].pair != pair && places[at].pair != FREE.pair {
        at = (at + 1) & last;
    }
    &mut places[at]
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
                shared[sharing as usize] += 1
            });
            assert!(pairs.places.len() <= 2 * MOST);
        }
        let alone = shared.iter().filter(|shared| **shared == 0).count();
        assert!(alone <= 8, "{alone}");
        pairs.clear();
        assert_eq!(pairs.places.len(), super::FEWEST);
    }

    proptest! {
        #[test]
        fn a_pair_counts_once_in_every_sentence_that_shares_it(sentences in prop::collection::vec(prop::collection::vec(0..5_u32, 0..9), 0..9)) {
            let mut pairs = Pairs::default();
            let mut shared = vec![0; sentences.len()];
            for (words, number) in sentences.iter().zip(0..) {
                for pair in words.windows(2) {
                    pairs.add([pair[0], pair[1]], number, |sharing| shared[sharing as usize] += 1);
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
