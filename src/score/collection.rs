//! What a sentence is worth among many documents: parts beside those of any
//! method, which sees each document for itself.

use super::{Scores, Vectors};
use crate::terms::Terms;

/// How strongly the two parts count: so many times the spread of the method's
/// own scores.
const CENTROID: f64 = 0.5;
const SUPPORT: f64 = 1.0;

/// Adds the parts `collection`, the cosine to the centroid of all documents
/// (Radev, Jing, Styś and Tam, "Centroid-based summarization of multiple
/// documents", 2004), and `support`, for what several documents say.
pub fn add(support: Vec<f64>, terms: &Terms, vectors: &Vectors, scores: &mut Scores) {
    let spread = scores.spread();
    let scaled = |values: Vec<f64>, weight: f64| {
        values.into_iter().map(|value| value * weight * spread).collect()
    };
    let centroid = scaled(centroid(terms, vectors), CENTROID);
    scores.parts.push(("collection", centroid));
    scores.parts.push(("support", scaled(support, SUPPORT)));
}

/// The cosine of each sentence to the sum of all, scaled so that the best has 1.
fn centroid(terms: &Terms, vectors: &Vectors) -> Vec<f64> {
    let mut sum = vec![0.0; terms.count()];
    let unit = |index: usize| match vectors.norm(index) {
        norm if norm > 0.0 => 1.0 / norm,
        _ => 0.0,
    };
    for index in 0..terms.sentences() {
        for id in terms.of(index) {
            sum[*id as usize] += vectors.isf(*id) * unit(index);
        }
    }
    let cosine = |index: usize| {
        let ids = terms.of(index).iter();
        ids.map(|id| vectors.isf(*id) * sum[*id as usize]).sum::<f64>() * unit(index)
    };
    let mut values = crate::parallel::map(terms.sentences(), cosine);
    super::tfidf::scale(&mut values);
    values
}
