//! What a sentence shares with the others of its group, by running sums.

use std::ops::Range;

use super::View;

/// The cosines of each sentence to others of its group, summed.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    /// The cosine to the sum of all unit vectors, from 0 to 1 (Radev, Jing, Styś
    /// and Tam, "Centroid-based summarization of multiple documents", 2004).
    pub centroid: Vec<f64>,
    /// The sum of the cosines to the sentences behind it.
    pub forward: Vec<f64>,
    /// The sum of the cosines to the sentences before it.
    pub backward: Vec<f64>,
}

/// The sums of every sentence. Two passes over the terms suffice: one with the
/// sentences before in a running sum, one with all of them.
pub(super) fn sums(view: &View<'_>) -> Sums {
    let mut sum = vec![0.0; view.terms.count()];
    let mut sums = Sums::default();
    for group in view.groups {
        let first = sums.backward.len();
        for index in group.clone() {
            sums.backward.push(dot(view, index, &sum));
            add(view, index, &mut sum);
        }
        // The cosines to all, for the time being.
        let all = |at| dot(view, group.start + at, &sum);
        crate::parallel::extend(&mut sums.centroid, group.len(), all);
        let length = drain(view, group, &mut sum).sqrt();
        for at in 0..group.len() {
            let centroid = &mut sums.centroid[first + at];
            let own = f64::from(u8::from(view.vectors.norm(group.start + at) > 0.0));
            sums.forward.push((*centroid - own - sums.backward[first + at]).max(0.0));
            *centroid = if length > 0.0 { *centroid / length } else { 0.0 };
        }
    }
    sums
}

/// Adds the unit vector of sentence `index` to `sum`.
fn add(view: &View<'_>, index: usize, sum: &mut [f64]) {
    let norm = view.vectors.norm(index);
    if norm > 0.0 {
        for id in view.terms.of(index) {
            sum[*id as usize] += view.vectors.isf(*id) / norm;
        }
    }
}

/// The dot product of the unit vector of sentence `index` with `sum`.
fn dot(view: &View<'_>, index: usize, sum: &[f64]) -> f64 {
    let norm = view.vectors.norm(index);
    if norm == 0.0 {
        return 0.0;
    }
    let ids = view.terms.of(index).iter();
    ids.map(|id| view.vectors.isf(*id) * sum[*id as usize]).sum::<f64>() / norm
}

/// Sets the entries of the group's terms back to zero, and returns the square
/// of their length.
fn drain(view: &View<'_>, group: &Range<usize>, sum: &mut [f64]) -> f64 {
    let mut square = 0.0;
    for id in group.clone().flat_map(|index| view.terms.of(index)) {
        let entry = std::mem::take(&mut sum[*id as usize]);
        square += entry * entry;
    }
    square
}
