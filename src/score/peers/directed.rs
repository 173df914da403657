//! Directed centrality, the form of PacSum: sentences that others build on
//! (Zheng and Lapata, "Sentence centrality revisited for unsupervised
//! summarization", 2019).

use crate::score::centrality;
use crate::score::{Scorer, Scores, View};

/// What a sentence pays for its cosine to one before it, where it earns 1 for
/// its cosine to one behind it.
const BACKWARD: f64 = -2.0;

/// A sentence's cosines to those behind it, less twice those to those before.
#[derive(Debug)]
pub(crate) struct Directed;

impl Scorer for Directed {
    fn score(&self, view: &View<'_>) -> Scores {
        Scores { parts: vec![("directed", centrality::directed(view, BACKWARD))] }
    }
}
