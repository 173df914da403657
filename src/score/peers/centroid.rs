//! Centroid: how much of the group's weight a sentence holds (Radev, Jing, Styś
//! and Tam, "Centroid-based summarization of multiple documents", 2004).

use super::group::Group;

/// The sum, over the different terms of a sentence, of their weights in the
/// centroid: tf · isf of the whole group, per sentence.
pub(super) fn score(group: &Group<'_>) -> Vec<f64> {
    let mut centroid = group.weighted().transposed_times(&vec![1.0; group.len()]);
    for weight in &mut centroid {
        *weight /= group.len() as f64;
    }
    group.counts.map(|_, _, _| 1.0).times(&centroid)
}
