//! The default method: a weighted sum of features, each between 0 and 1 and
//! each found in linear time.

use super::{Scorer, Scores, View, centrality, position, tfidf};

/// TF-ISF, centrality, position and length, weighted.
#[derive(Debug)]
pub(super) struct Model;

/// A feature: its values for all sentences of a view.
type Feature = fn(&View<'_>) -> Vec<f64>;

/// The features with their names and weights, which add up to 1.
const FEATURES: [(&str, f64, Feature); 7] = [
    ("tfidf", 0.08, tfidf::tfidf),
    ("centroid", 0.22, centrality::centroid),
    ("centrality", 0.15, |view| centrality::directed(view, -1.0)),
    ("position", 0.30, position::position),
    ("section", 0.05, position::section_position),
    ("length", 0.15, position::length),
    ("independence", 0.05, position::independence),
];

impl Scorer for Model {
    fn score(&self, view: &View<'_>) -> Scores {
        let weighted = |(name, weight, feature): &(&'static str, f64, Feature)| {
            let mut values = feature(view);
            for value in &mut values {
                *value *= weight;
            }
            (*name, values)
        };
        Scores { parts: FEATURES.iter().map(weighted).collect() }
    }
}
