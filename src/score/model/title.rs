//! What a sentence shares with the title.

use super::Feature;
use crate::score::View;

/// - `title`: the cosine to the terms of the document's title (Edmundson's
///   title words, 1969, weighted).
pub(super) const FEATURES: [Feature; 1] = [("title", |row| row.traits.title)];

/// The terms of a title.
#[derive(Debug)]
pub(super) struct Title {
    /// For each term whether it is one of them; empty where there is none.
    holds: Vec<bool>,
    /// The length of the title's TF-ISF vector.
    norm: f64,
}

impl Title {
    pub fn new(view: &View<'_>) -> Self {
        let mut holds =
            vec![false; if view.title.is_empty() { 0 } else { view.terms.count() }];
        let mut square = 0.0;
        for id in view.title {
            if !std::mem::replace(&mut holds[*id as usize], true) {
                square += view.vectors.isf(*id) * view.vectors.isf(*id);
            }
        }
        Title { holds, norm: f64::sqrt(square) }
    }

    /// The cosine of sentence `index` to the title.
    pub fn cosine(&self, view: &View<'_>, index: usize) -> f64 {
        let length = view.vectors.norm(index) * self.norm;
        if length == 0.0 {
            return 0.0;
        }
        let weight = |id: u32| view.vectors.isf(id) * view.vectors.isf(id);
        let shared = view.terms.of(index).iter().filter(|id| self.holds[**id as usize]);
        shared.map(|id| weight(*id)).sum::<f64>() / length
    }
}
