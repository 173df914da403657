//! Latent semantic analysis: how much a sentence says of the strongest topics
//! (Steinberger and Ježek, "Using latent semantic analysis in text
//! summarization and summary evaluation", 2004).

use super::group::Group;
use super::matrix::{Matrix, dot};
use crate::score::random::lot;

/// The most topics that are looked for.
const TOPICS: usize = 12;
/// Rounds of iteration. Topics of nearly the same strength stay mixed, which
/// hardly moves a sentence's length in the space of all of them.
const ROUNDS: usize = 20;
/// Topics weaker than this share of the strongest are left out, as in the paper.
const WEAKEST: f64 = 0.5;

/// The length of each sentence in the space of the strongest topics: √Σ σ² v²,
/// with a topic's singular value σ and the sentence's entry v in its vector. A
/// term is in a sentence or not, the simplest of the weights that are in use.
pub(super) fn score(group: &Group<'_>) -> Vec<f64> {
    let sentences = group.counts.map(|_, _, _| 1.0);
    // X · u is σ · v.
    let shares: Vec<Vec<f64>> =
        topics(&sentences).iter().map(|topic| sentences.times(topic)).collect();
    let strengths: Vec<f64> =
        shares.iter().map(|share| dot(share, share).sqrt()).collect();
    let least = WEAKEST * strengths.iter().copied().fold(0.0, f64::max);
    let mut squares = vec![0.0; group.len()];
    for (share, _) in
        shares.iter().zip(strengths).filter(|(_, strength)| *strength >= least)
    {
        for (square, share) in squares.iter_mut().zip(share) {
            *square += share * share;
        }
    }
    squares.iter().map(|square| square.sqrt()).collect()
}

/// The topics of the largest singular values as vectors u of terms, by
/// orthogonal iteration: Xᵀ · (X · u) stands for the matrix of products, so that a
/// round is linear.
fn topics(sentences: &Matrix) -> Vec<Vec<f64>> {
    let terms = sentences.columns as u64;
    let count = (TOPICS as u64).min(terms).min(sentences.rows() as u64);
    let start = |topic| (0..terms).map(|term| lot(topic * terms + term) - 0.5).collect();
    let mut topics: Vec<Vec<f64>> = (0..count).map(start).collect();
    for _ in 0..ROUNDS {
        for topic in &mut topics {
            *topic = sentences.transposed_times(&sentences.times(topic));
        }
        orthogonalise(&mut topics);
    }
    topics
}

/// Makes each vector orthogonal to those before it, and one long; what is
/// nothing but rounding becomes nothing (Gram and Schmidt).
fn orthogonalise(topics: &mut [Vec<f64>]) {
    for at in 0..topics.len() {
        let (done, rest) = topics.split_at_mut(at);
        let topic = &mut rest[0];
        let before = dot(topic, topic).sqrt();
        for other in done {
            let shared = dot(topic, other);
            for (value, other) in topic.iter_mut().zip(other) {
                *value -= shared * *other;
            }
        }
        let length = dot(topic, topic).sqrt();
        let factor = if length > 1e-9 * before { 1.0 / length } else { 0.0 };
        for value in topic {
            *value *= factor;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::score::peers::testing::{group, lines};

    #[test]
    fn weak_topics_do_not_count_and_strong_ones_do() {
        let weak = ["ba be bi", "ba be bi", "ba be bi", "bo"];
        let scores = group(&weak, score);
        assert!(
            (scores[0] - 3_f64.sqrt()).abs() < 1e-6 && scores[3] < 1e-6,
            "{scores:?}"
        );
        let strong = ["ba be bi", "ba be bi", "ba be bi", "bo bu da de"];
        assert!((group(&strong, score)[3] - 2.0).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn no_sentence_is_longer_among_topics_than_among_terms(lines in lines()) {
            group(&lines, |group| {
                for (index, score) in score(group).into_iter().enumerate() {
                    let length = (group.counts.row(index).len() as f64).sqrt();
                    assert!(score.is_finite() && score <= length + 1e-6);
                }
            });
        }
    }
}
