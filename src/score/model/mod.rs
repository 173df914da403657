//! The default method: the odds that a person would choose a sentence, as a
//! weighted sum of features, each found in linear time.
//!
//! The features that are alike make up a part of the score, and the parts add
//! up to it. Their weights are those of a logistic regression over summaries
//! that people wrote, in [`weights`].

mod centrality;
mod form;
mod length;
mod order;
mod position;
mod section;
mod title;
mod weights;

use super::{Scorer, Scores, View};
use weights::{WEIGHTS, Weight, Weights};

/// The columns of a view, one for each feature of a part: the feature's name
/// and its values for all sentences.
type Columns = Vec<(&'static str, Vec<f64>)>;

/// A part of the score by its features.
type Part = fn(&View<'_>) -> Columns;

/// The parts of the score with their features.
const PARTS: [(&str, Part); 7] = [
    ("centrality", centrality::columns),
    ("position", position::columns),
    ("section", section::columns),
    ("length", length::columns),
    ("title", title::columns),
    ("form", form::columns),
    ("document", document),
];

/// - `document`: in a section, the score within the whole document.
fn document(view: &View<'_>) -> Columns {
    let Some(whole) = view.whole else { return Vec::new() };
    vec![("document", whole.to_vec())]
}

/// The odds by centrality, place, length, title and form.
#[derive(Debug)]
pub(super) struct Model;

impl Scorer for Model {
    fn score(&self, view: &View<'_>) -> Scores {
        match view.whole {
            Some(_) => weighted(view, &WEIGHTS.sections),
            None if order::says_nothing(view) => weighted(view, &WEIGHTS.unordered),
            None => weighted(view, &WEIGHTS.documents),
        }
    }

    fn score_together(&self, view: &View<'_>) -> Option<Scores> {
        Some(weighted(view, &WEIGHTS.unordered))
    }
}

/// The parts of the score, by these weights.
fn weighted(view: &View<'_>, weights: &Weights) -> Scores {
    let part = |(name, columns): &(&'static str, Part)| {
        let columns = columns(view);
        if columns.is_empty() {
            return None;
        }
        let mut sums = vec![0.0; view.sentences.len()];
        for (feature, column) in columns {
            let Weight { mean, weight } = weights.of(feature);
            for (sum, value) in sums.iter_mut().zip(column) {
                *sum += weight * (value - mean);
            }
        }
        Some((*name, sums))
    };
    let parts = PARTS.iter().filter_map(part).collect();
    Scores { parts, log_odds: Some(weights.log_odds) }
}

/// Every feature of every sentence of `view`, as the fitting of the weights
/// reads them.
#[cfg(feature = "cli")]
pub(crate) fn features(view: &View<'_>) -> Columns {
    PARTS.iter().flat_map(|(_, columns)| columns(view)).collect()
}

/// A column for a property of single sentences.
fn of_each(view: &View<'_>, property: impl Fn(usize) -> f64 + Sync + Send) -> Vec<f64> {
    crate::parallel::map(view.sentences.len(), property)
}

/// A column for a property of a sentence's place in its group: the place, and
/// how many sentences the group has.
fn of_places(view: &View<'_>, property: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let mut column = Vec::with_capacity(view.sentences.len());
    for group in view.groups {
        column.extend((0..group.len()).map(|place| property(place, group.len())));
    }
    column
}
