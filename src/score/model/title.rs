//! What a sentence shares with the title.

use super::Feature;
use super::rows::fill;
use crate::parallel;
use crate::score::View;

/// - `title`: the cosine to the terms of the document's title (Edmundson's
///   title words, 1969, weighted).
pub(super) const FEATURES: [Feature; 1] = [("title", |rows, column| {
    fill(column, rows.range.clone().map(|index| rows.traits.title(index)));
})];

/// The cosine of each sentence to the title; empty where there is none.
pub(super) fn cosines(view: &View<'_>) -> Vec<f64> {
    if view.title.is_empty() {
        return Vec::new();
    }
    let mut is_title = vec![false; view.terms.count()];
    let mut square = 0.0;
    for id in view.title {
        if !std::mem::replace(&mut is_title[*id as usize], true) {
            square += view.vectors.isf(*id) * view.vectors.isf(*id);
        }
    }
    let cosine = |index: usize| {
        let length = view.vectors.norm(index) * f64::sqrt(square);
        if length == 0.0 {
            return 0.0;
        }
        let weight = |id: u32| view.vectors.isf(id) * view.vectors.isf(id);
        let shared = view.terms.of(index).iter().filter(|id| is_title[**id as usize]);
        shared.map(|id| weight(*id)).sum::<f64>() / length
    };
    parallel::map(view.sentences.len(), cosine)
}
