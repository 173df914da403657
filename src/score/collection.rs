//! What a sentence is worth among many documents: parts beside those of any
//! method, which sees each document for itself.

use super::{Scores, View, centrality};

/// How strongly the two parts count: so many times the spread of the method's
/// own scores.
const CENTROID: f64 = 0.5;
const SUPPORT: f64 = 1.0;

/// Adds the parts `collection`, the cosine to the centroid of all documents
/// (Radev, Jing, Styś and Tam, "Centroid-based summarization of multiple
/// documents", 2004), and `support`, for what several documents say. `view`
/// has the whole collection as its one group.
pub fn add(support: Vec<f64>, view: &View<'_>, scores: &mut Scores) {
    let spread = scores.spread();
    let scaled = |values: Vec<f64>, weight: f64| {
        values.into_iter().map(|value| value * weight * spread).collect()
    };
    let centroid = scaled(centrality::centroid(view), CENTROID);
    scores.parts.push(("collection", centroid));
    scores.parts.push(("support", scaled(support, SUPPORT)));
}
