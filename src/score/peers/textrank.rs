//! TextRank: PageRank over the terms that sentences share (Mihalcea and Tarau,
//! "TextRank: bringing order into texts", 2004).

use super::group::Group;
use super::overlap::Overlap;
use super::power;

/// The rank of each sentence.
pub(super) fn score(group: &Group<'_>) -> Vec<f64> {
    let graph = Overlap::new(&group.counts);
    power::rank(group.len(), |v| graph.flow(v))
}
