//! SumBasic: what people say often they put into summaries (Nenkova and
//! Vanderwende, "The impact of frequency on summarization", 2005).

use std::collections::BinaryHeap;

use super::greedy::{self, Ranked};
use super::group::Group;

/// Again and again the sentence of the highest mean probability of those that
/// hold the most probable term. Then the probability of each of its terms is
/// squared, since it is not needed twice.
///
/// A term leads a few times only before its probability is nothing, so that
/// all the searches together are linear. Sentences that are left then are
/// not chosen.
pub(super) fn score(group: &Group<'_>) -> Vec<f64> {
    let mut probability = probabilities(group);
    let mut holders = holders(group);
    let mut chosen = vec![false; group.len()];
    let mut order = Vec::new();
    let leader = |(index, worth): (usize, &f64)| Ranked { worth: *worth, index };
    let mut leaders: BinaryHeap<Ranked> =
        probability.iter().enumerate().map(leader).collect();
    while let Some(leader) = leaders.pop().filter(|leader| leader.worth > 0.0) {
        let worth = probability[leader.index];
        if worth < leader.worth {
            leaders.push(Ranked { worth, ..leader });
            continue;
        }
        let holders = &mut holders[leader.index];
        holders.retain(|index| !chosen[*index]);
        let means = holders.iter().map(|index| Ranked {
            worth: mean(group, *index, &probability),
            index: *index,
        });
        if let Some(Ranked { index, .. }) = means.max() {
            chosen[index] = true;
            order.push(index);
            for (term, _) in group.counts.row(index) {
                probability[*term as usize] *= probability[*term as usize];
            }
            leaders.push(leader);
        }
    }
    greedy::scores(group, &order)
}

/// The share of each term among those of the group, and of one more: a group
/// of one term alone would square 1 for ever.
fn probabilities(group: &Group<'_>) -> Vec<f64> {
    let counts = group.frequencies();
    let all = counts.iter().sum::<f64>() + 1.0;
    counts.into_iter().map(|count| count / all).collect()
}

/// For each term the sentences that hold it and may be chosen.
fn holders(group: &Group<'_>) -> Vec<Vec<usize>> {
    let mut holders = vec![Vec::new(); group.counts.columns];
    for (index, term, _) in group.counts.entries() {
        if group.is_candidate(index) {
            holders[term as usize].push(index);
        }
    }
    holders
}

/// The mean probability of a sentence's terms.
fn mean(group: &Group<'_>, index: usize, probability: &[f64]) -> f64 {
    let (mut sum, mut length) = (0.0, 0.0);
    for (term, count) in group.counts.row(index) {
        sum += count * probability[*term as usize];
        length += count;
    }
    sum / length
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::peers::testing::group;

    #[test]
    fn what_is_said_is_not_said_again() {
        let lines = ["ba be", "ba be", "ba be", "bo bu", "bo di", "fa"];
        let scores = group(&lines, score);
        assert!(scores[0] > scores[3] && scores[3] > scores[1], "{scores:?}");
    }

    #[test]
    fn one_word_over_and_over_ends() {
        let scores = group(&["ba"; 500], score);
        assert!(scores.windows(2).all(|two| two[0] >= two[1]) && scores[1] > 0.0);
    }
}
