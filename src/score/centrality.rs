//! How much a sentence shares with the others of its group.

use std::ops::Range;

use super::View;
use super::tfidf::scale;
use crate::parallel;

/// The cosine of each sentence to the sum of its group, scaled so that the
/// most central of each group has 1 (Radev, Jing, Styś and Tam,
/// "Centroid-based summarization of multiple documents", 2004).
pub(super) fn centroid(view: &View<'_>) -> Vec<f64> {
    let mut sum = vec![0.0; view.terms.count()];
    let mut column = Vec::with_capacity(view.sentences.len());
    for group in view.groups {
        group.clone().for_each(|index| add(view, index, 1.0, &mut sum));
        let first = column.len();
        column.extend(parallel::map(group.len(), |at| dot(view, group.start + at, &sum)));
        scale(&mut column[first..]);
        clear(view, group, &mut sum);
    }
    column
}

/// Directed centrality: a sentence earns its cosines to the sentences behind
/// it and pays `-backward` times those to the sentences before it (Zheng and
/// Lapata, "Sentence centrality revisited for unsupervised summarization",
/// 2019). Running sums make it linear. Scaled to lie between 0 and 1, with ½
/// where both sides weigh the same.
pub(super) fn directed(view: &View<'_>, backward: f64) -> Vec<f64> {
    let mut sum = vec![0.0; view.terms.count()];
    let mut column = vec![0.0; view.sentences.len()];
    for group in view.groups {
        for index in group.clone() {
            column[index] += backward * dot(view, index, &sum);
            add(view, index, 1.0, &mut sum);
        }
        clear(view, group, &mut sum);
        for index in group.clone().rev() {
            column[index] += dot(view, index, &sum);
            add(view, index, 1.0, &mut sum);
        }
        clear(view, group, &mut sum);
        centre(&mut column[group.clone()]);
    }
    column
}

/// Moves `values` from [-m, m] to [0, 1], m being the largest magnitude.
fn centre(values: &mut [f64]) {
    let largest = values.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
    if largest > 0.0 {
        for value in values {
            *value = 0.5 + *value / largest / 2.0;
        }
    }
}

/// Adds the unit vector of sentence `index`, times `factor`, to `sum`.
fn add(view: &View<'_>, index: usize, factor: f64, sum: &mut [f64]) {
    let norm = view.vectors.norm(index);
    if norm > 0.0 {
        for id in view.terms.of(index) {
            sum[*id as usize] += factor * view.vectors.isf(*id) / norm;
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

/// Sets the entries of the group's terms back to zero.
fn clear(view: &View<'_>, group: &Range<usize>, sum: &mut [f64]) {
    let ids = group.clone().flat_map(|index| view.terms.of(index));
    ids.for_each(|id| sum[*id as usize] = 0.0);
}
