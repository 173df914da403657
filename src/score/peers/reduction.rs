//! Reduction: the sum of a sentence's ties to all others, without the rounds of
//! a PageRank. The weights of the ties are those of TextRank. (Fabish,
//! "Reduction", 2013, as sumy has it.)

use super::group::Group;
use super::overlap::Overlap;

/// The sum of each sentence's edges.
pub(super) fn score(group: &Group<'_>) -> Vec<f64> {
    Overlap::new(&group.counts).flow(&vec![1.0; group.len()])
}
