//! How much of the document's own vocabulary a sentence holds.

use super::{Scorer, Scores, View};
use crate::parallel;

/// The mean TF-ISF weight of a sentence's terms (Luhn's idea of significant
/// words with Spärck Jones's weights).
#[derive(Debug)]
pub(super) struct Tfidf;

impl Scorer for Tfidf {
    fn score(&self, view: &View<'_>) -> Scores {
        Scores::of_parts(vec![("tfidf", tfidf(view))])
    }
}

/// Short sentences are scored as if they had this many words, or a single rare
/// word would outweigh every real sentence.
const FEWEST_WORDS: usize = 8;

/// For each sentence the sum over its words of tf · isf, divided by its
/// words, where tf is the share of the term among the terms of the group;
/// scaled so that the best of each group has 1.
pub(super) fn tfidf(view: &View<'_>) -> Vec<f64> {
    let mut weights = vec![0.0; view.terms.count()];
    let mut column = Vec::with_capacity(view.sentences.len());
    for group in view.groups {
        let ids = || group.clone().flat_map(|index| view.terms.of(index));
        ids().for_each(|id| weights[*id as usize] += view.vectors.isf(*id));
        let score = |at| {
            let index = group.start + at;
            let sum: f64 =
                view.terms.of(index).iter().map(|id| weights[*id as usize]).sum();
            sum / view.terms.words(index).max(FEWEST_WORDS) as f64
        };
        let first = column.len();
        parallel::extend(&mut column, group.len(), score);
        scale(&mut column[first..]);
        ids().for_each(|id| weights[*id as usize] = 0.0);
    }
    column
}

/// Divides `values` by the largest, so that they lie between 0 and 1.
pub(super) fn scale(values: &mut [f64]) {
    let largest = values.iter().copied().fold(0.0, f64::max);
    if largest > 0.0 {
        for value in values {
            *value /= largest;
        }
    }
}
