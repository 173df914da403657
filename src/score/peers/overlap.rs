//! The graph of TextRank: two sentences are tied by the terms that they share,
//! |a ∩ b| / (log|a| + log|b|).
//!
//! The divisor couples the two sentences, but only by their lengths. So the
//! sentences that hold a term are taken together by length, and what one term
//! does to a vector costs the square of its different lengths at most, not
//! that of its sentences.

use super::matrix::Matrix;

/// The weights of the graph's edges, as a product with a vector.
#[derive(Debug)]
pub(super) struct Overlap<'a> {
    counts: &'a Matrix,
    /// For each entry of `counts` its slot: the term at the sentence's length.
    slots: Vec<u32>,
    /// The logarithm of each slot's length.
    logs: Vec<f64>,
    /// Where each term's slots end.
    ends: Vec<usize>,
    /// What the sum over slots says of a sentence and itself: no edge.
    own: Vec<f64>,
}

impl<'a> Overlap<'a> {
    /// The graph over the sentences of `counts`.
    pub fn new(counts: &'a Matrix) -> Self {
        let length = |row| {
            let terms = counts.row(row).iter().map(|(_, count)| count);
            rounded(terms.sum::<f64>() as u32)
        };
        let lengths: Vec<u32> = (0..counts.rows()).map(length).collect();
        let keys = || counts.entries().map(|(row, term, _)| (term, lengths[row]));
        let mut order: Vec<(u32, u32)> = keys().collect();
        order.sort_unstable();
        order.dedup();
        let slot = |key| order.binary_search(&key).unwrap_or_default() as u32;
        let log = |length: u32| libm::log(f64::from(length));
        let terms = 0..counts.columns as u32;
        let own = |row: usize| {
            counts.row(row).len() as f64 * edge(log(lengths[row]), log(lengths[row]))
        };
        Overlap {
            counts,
            slots: keys().map(slot).collect(),
            logs: order.iter().map(|(_, length)| log(*length)).collect(),
            ends: terms
                .map(|term| order.partition_point(|slot| slot.0 <= term))
                .collect(),
            own: (0..counts.rows()).map(own).collect(),
        }
    }

    /// The weights of the edges, times `vector`.
    pub fn flow(&self, vector: &[f64]) -> Vec<f64> {
        let mut mass = vec![0.0; self.logs.len()];
        for ((row, ..), slot) in self.counts.entries().zip(&self.slots) {
            mass[*slot as usize] += vector[row];
        }
        let mut pull = Vec::with_capacity(mass.len());
        for (term, end) in self.ends.iter().enumerate() {
            let slots = if term == 0 { 0 } else { self.ends[term - 1] }..*end;
            pull.extend(slots.clone().map(|to| {
                let from = slots.clone();
                from.map(|from| mass[from] * edge(self.logs[from], self.logs[to]))
                    .sum::<f64>()
            }));
        }
        let mut flow: Vec<f64> =
            self.own.iter().zip(vector).map(|(own, value)| -own * value).collect();
        for ((row, ..), slot) in self.counts.entries().zip(&self.slots) {
            flow[row] += pull[*slot as usize];
        }
        flow
    }
}

/// What one shared term adds to an edge; nothing between two sentences of one term.
fn edge(a: f64, b: f64) -> f64 {
    if a + b > 0.0 { 1.0 / (a + b) } else { 0.0 }
}

/// A length by its six highest bits: exact up to 64 terms, and few different
/// ones however long sentences get.
fn rounded(length: u32) -> u32 {
    let spare = (u32::BITS - length.leading_zeros()).saturating_sub(6);
    length >> spare << spare
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::score::peers::testing::{agree, dense, group, lines, ramp};

    proptest! {
        #[test]
        fn the_flow_is_that_of_the_matrix_of_edges(lines in lines()) {
            group(&lines, |group| {
                let counts = &group.counts;
                let log = |row| {
                    libm::log(counts.row(row).iter().map(|(_, count)| count).sum())
                };
                let weight = |a: usize, b: usize| {
                    let shared = counts.row(a).iter();
                    let holds = |term| counts.row(b).iter().any(|(other, _)| *other == term);
                    let shared = shared.filter(|(term, _)| holds(*term)).count();
                    if a == b { 0.0 } else { shared as f64 * edge(log(a), log(b)) }
                };
                let vector = ramp(group.len());
                assert!(agree(&Overlap::new(counts).flow(&vector), &dense(&vector, weight)));
            });
        }
    }

    #[test]
    fn lengths_are_exact_up_to_64_and_few_beyond() {
        assert!((0..=64).all(|length| rounded(length) == length));
        assert_eq!((rounded(65), rounded(66), rounded(1000)), (64, 66, 992));
    }
}
