//! The best candidates, none inside another.

use foldhash::fast::FixedState;
use hashbrown::HashSet;

use super::candidates::{Key, length, parts};

/// A candidate with its worth.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    pub key: Key,
    /// Above 0; from 0 to 1 once chosen, 1 being the best.
    pub score: f64,
    /// The first sentence that has it.
    pub first: u32,
}

/// The best `count` of `ranked`, best first. Of two of which one is a part of
/// the other, the better one stands.
pub(super) fn choose(mut ranked: Vec<Ranked>, count: usize) -> Vec<Ranked> {
    ranked.sort_unstable_by(|a, b| {
        let by_score = b.score.total_cmp(&a.score);
        by_score.then(a.first.cmp(&b.first)).then(a.key.cmp(&b.key))
    });
    let best = ranked.first().map_or(1.0, |best| best.score);
    let mut chosen: Vec<Ranked> = Vec::new();
    let mut taken: HashSet<Key, FixedState> = HashSet::default();
    let mut inside: HashSet<Key, FixedState> = HashSet::default();
    for ranked in ranked {
        if chosen.len() >= count {
            break;
        }
        let repeats = inside.contains(&ranked.key)
            || length(&ranked.key) > 1
                && parts(&ranked.key).any(|part| taken.contains(&part));
        if !repeats {
            taken.insert(ranked.key);
            inside.extend(parts(&ranked.key));
            chosen.push(Ranked { score: ranked.score / best, ..ranked });
        }
    }
    chosen
}
