//! For methods that choose sentence by sentence: the order is the score.

use std::cmp::Ordering;

use super::group::Group;

/// A score for each sentence: 1 for the one chosen first, and evenly less for
/// those after it; 0 for those that were not chosen.
pub(super) fn scores(group: &Group<'_>, order: &[usize]) -> Vec<f64> {
    let mut scores = vec![0.0; group.len()];
    for (rank, index) in order.iter().enumerate() {
        scores[*index] = 1.0 - rank as f64 / group.len() as f64;
    }
    scores
}

/// Something with what it was worth when last looked at; of equals the first
/// is the greatest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    pub worth: f64,
    pub index: usize,
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        self.worth.total_cmp(&other.worth).then(other.index.cmp(&self.index))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ranked {}
