//! A random sample: the baseline that shows what a method is worth.

use super::{Scorer, Scores, View};

/// A lot between 0 and 1 that depends on the sentence's index alone.
#[derive(Debug)]
pub(super) struct Random;

impl Scorer for Random {
    fn score(&self, view: &View<'_>) -> Scores {
        let lots = (0..view.sentences.len() as u64).map(lot).collect();
        Scores::of_parts(vec![("random", lots)])
    }
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014), as a fraction.
pub(super) fn lot(index: u64) -> f64 {
    let mut mixed = (index + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}
