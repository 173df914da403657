//! KL-Sum: the summary whose terms are spread as the text's are (Haghighi and
//! Vanderwende, "Exploring content models for multi-document summarization",
//! 2009).

use std::collections::{BTreeMap, BinaryHeap};

use super::greedy::{self, Ranked};
use super::group::Group;

/// What each term counts for in the summary before it stands there, so that
/// the divergence from an empty summary is finite.
const SMOOTHING: f64 = 0.01;
/// How often sentences may be looked at: this often, and more by the sentence.
/// What is left then is not chosen. Only texts of many thousands come to that.
const LOOKS: (usize, usize) = (1 << 18, 8);

/// Again and again the sentence that brings the divergence of the summary
/// from the group, KL(group ‖ summary), lowest.
///
/// With P the share of a term in the group, c its count in the summary and N
/// the length of the summary, this is the sentence of the largest
/// Σ P · ln((c + its own count) / c) − ln((N + its length) / N). The sum can only
/// fall as the summary grows, so among sentences of one length only those are
/// looked at again whose last sum is the largest.
pub(super) fn score(group: &Group<'_>) -> Vec<f64> {
    let mut summary = Summary::of(group);
    let mut lengths: BTreeMap<usize, BinaryHeap<Ranked>> = BTreeMap::new();
    for index in (0..group.len()).filter(|index| group.is_candidate(*index)) {
        let sentence = Ranked { worth: summary.gain(group, index), index };
        lengths.entry(length(group, index)).or_default().push(sentence);
    }
    let mut looks = LOOKS.0 + LOOKS.1 * group.len();
    let mut seen = vec![0; group.len()];
    let mut order = Vec::new();
    while looks > 0 {
        let mut best: Option<(f64, usize)> = None;
        for (length, heap) in &mut lengths {
            let price = summary.price(*length);
            while let Some(mut top) = heap.peek_mut() {
                looks = looks.saturating_sub(1);
                if best.is_some_and(|(worth, _)| top.worth - price <= worth) {
                    break;
                }
                if seen[top.index] == order.len() {
                    best = Some((top.worth - price, *length));
                    break;
                }
                top.worth = summary.gain(group, top.index);
                seen[top.index] = order.len();
            }
        }
        let top = best.and_then(|(_, length)| lengths.get_mut(&length)?.pop());
        let Some(top) = top else { break };
        summary.add(group, top.index);
        order.push(top.index);
    }
    greedy::scores(group, &order)
}

/// How many terms a sentence has.
fn length(group: &Group<'_>, index: usize) -> usize {
    group.view.terms.of(group.range.start + index).len()
}

/// The terms of the summary so far.
#[derive(Clone, Debug)]
struct Summary {
    /// The share of each term in the group.
    shares: Vec<f64>,
    /// The smoothed count of each term in the summary, and their sum.
    counts: Vec<f64>,
    length: f64,
}

impl Summary {
    fn of(group: &Group<'_>) -> Self {
        let mut shares = group.frequencies();
        let all: f64 = shares.iter().sum();
        for share in &mut shares {
            *share /= all;
        }
        let length = SMOOTHING * shares.len() as f64;
        Summary { counts: vec![SMOOTHING; shares.len()], shares, length }
    }

    /// What the terms of a sentence add to the summary's likeness.
    fn gain(&self, group: &Group<'_>, index: usize) -> f64 {
        let gain = |(term, more): &(u32, f64)| {
            let (share, count) =
                (self.shares[*term as usize], self.counts[*term as usize]);
            share * libm::log((count + more) / count)
        };
        group.counts.row(index).iter().map(gain).sum()
    }

    /// What a sentence of `length` terms takes from the shares of all terms.
    fn price(&self, length: usize) -> f64 {
        match length {
            0 => 0.0,
            _ => libm::log((self.length + length as f64) / self.length),
        }
    }

    fn add(&mut self, group: &Group<'_>, index: usize) {
        for (term, count) in group.counts.row(index) {
            self.counts[*term as usize] += count;
            self.length += count;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::score::peers::testing::{group, lines};

    /// KL(group ‖ summary), from its definition.
    fn divergence(summary: &Summary) -> f64 {
        let parts = summary.shares.iter().zip(&summary.counts);
        parts.map(|(p, count)| p * libm::log(p / (count / summary.length))).sum()
    }

    proptest! {
        #[test]
        fn each_choice_brings_the_divergence_lowest(lines in lines()) {
            group(&lines, |group| {
                let scores = score(group);
                let mut left: Vec<usize> = (0..group.len()).collect();
                left.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
                let mut summary = Summary::of(group);
                while !left.is_empty() {
                    let after = |index: &usize| {
                        let mut longer = summary.clone();
                        longer.add(group, *index);
                        divergence(&longer)
                    };
                    let least = left.iter().map(after).fold(f64::INFINITY, f64::min);
                    let chosen = left.remove(0);
                    assert!(after(&chosen) < least + 1e-9);
                    summary.add(group, chosen);
                }
            });
        }
    }
}
