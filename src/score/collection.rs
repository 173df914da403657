//! What a sentence is worth among many documents: parts beside those of any
//! method, which sees each document for itself.

use super::Scores;
use crate::document::Sentence;
use crate::terms::Terms;

/// How strongly the two parts count: so many times the spread of the method's
/// own scores.
const COMMON: f64 = 1.0;
const SUPPORT: f64 = 1.0;
/// Sentences of fewer terms are weighed as if they had so many.
const FEWEST_TERMS: usize = 3;

/// Adds the parts `common`, for terms that many documents have, and `support`,
/// for what several documents say nearly alike.
pub fn add(
    support: Vec<f64>,
    sentences: &[Sentence],
    terms: &Terms,
    scores: &mut Scores,
) {
    let spread = scores.spread();
    let scaled = |values: Vec<f64>, weight: f64| {
        values.into_iter().map(|value| value * weight * spread).collect()
    };
    let common = scaled(common(sentences, terms), COMMON);
    scores.add("common", common);
    scores.add("support", scaled(support, SUPPORT));
}

/// The mean over a sentence's terms of the share of documents that have them,
/// scaled so that the best has 1: the average word probability of `SumBasic`
/// (Nenkova and Vanderwende, 2005), with documents for words.
fn common(sentences: &[Sentence], terms: &Terms) -> Vec<f64> {
    let mut documents = vec![0_u32; terms.count()];
    let mut last = vec![u32::MAX; terms.count()];
    for (index, sentence) in sentences.iter().enumerate() {
        for id in terms.of(index) {
            let id = *id as usize;
            documents[id] += u32::from(last[id] != sentence.section);
            last[id] = sentence.section;
        }
    }
    let mean = |index: usize| {
        let ids = terms.of(index);
        let sum: u32 = ids.iter().map(|id| documents[*id as usize]).sum();
        f64::from(sum) / ids.len().max(FEWEST_TERMS) as f64
    };
    let mut values = crate::parallel::map(sentences.len(), mean);
    super::tfidf::scale(&mut values);
    values
}
