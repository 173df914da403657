//! Directed centrality, the form of PacSum: sentences that others build on
//! (Zheng and Lapata, "Sentence centrality revisited for unsupervised
//! summarization", 2019).

use crate::score::centrality::{Sums, sums};
use crate::score::{Scorer, Scores, View};

/// What a sentence pays for its cosine to one before it, where it earns 1 for
/// its cosine to one behind it.
const BACKWARD: f64 = -2.0;

/// A sentence's cosines to those behind it, less twice those to those before.
#[derive(Debug)]
pub(crate) struct Directed;

impl Scorer for Directed {
    fn score(&self, view: &View<'_>) -> Scores {
        let [Sums { mut forward, backward, .. }] = sums(view, [view.groups]);
        for (score, backward) in forward.iter_mut().zip(backward) {
            *score += BACKWARD * backward;
        }
        Scores::of_parts(vec![("directed", forward)])
    }
}
