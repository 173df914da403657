//! LexRank: PageRank over the cosines of sentences (Erkan and Radev, "LexRank:
//! graph-based lexical centrality as salience in text summarization", 2004).

use super::group::Group;
use super::matrix::Matrix;
use super::power;

/// Cosines below this are no edges (the paper's best threshold).
const THRESHOLD: f64 = 0.1;
/// The longest stretch that is one graph of thresholded cosines.
const STRETCH: usize = 2048;

/// Continuous LexRank: every cosine is the weight of an edge. X · (Xᵀ · v)
/// stands for the matrix of cosines, so that it is linear.
pub(super) fn continuous(group: &Group<'_>) -> Vec<f64> {
    let unit = group.unit();
    power::rank(group.len(), |v| unit.times(&unit.transposed_times(v)))
}

/// LexRank with a threshold: the edges are the pairs whose cosine is above it.
/// They have to be found pair by pair, so that a long text is taken in
/// stretches of 2,048 sentences, each a graph of its own.
pub(super) fn threshold(group: &Group<'_>) -> Vec<f64> {
    let unit = group.unit();
    let mut scores = Vec::with_capacity(group.len());
    while scores.len() < group.len() {
        let first = scores.len();
        let length = STRETCH.min(group.len() - first);
        let neighbours = neighbours(&unit, first, length);
        scores.extend(power::rank(length, |v| {
            let sum = |nodes: &Vec<u32>| nodes.iter().map(|node| v[*node as usize]).sum();
            neighbours.iter().map(sum).collect()
        }));
    }
    scores
}

/// For each of `length` sentences from `first` those whose cosine to it is
/// above the threshold, itself included.
fn neighbours(unit: &Matrix, first: usize, length: usize) -> Vec<Vec<u32>> {
    let rows = || (0..length as u32).map(|row| (row, unit.row(first + row as usize)));
    let mut holders: Vec<(u32, u32, f64)> = rows()
        .flat_map(|(row, terms)| terms.iter().map(move |(term, w)| (*term, row, *w)))
        .collect();
    holders.sort_unstable_by_key(|(term, row, _)| (*term, *row));
    let of_term = |term: u32| {
        let start = holders.partition_point(|holder| holder.0 < term);
        holders[start..].iter().take_while(move |holder| holder.0 == term)
    };
    let mut cosines = vec![0.0; length];
    rows()
        .map(|(_, terms)| {
            cosines.fill(0.0);
            for (term, weight) in terms {
                of_term(*term)
                    .for_each(|(_, row, w)| cosines[*row as usize] += weight * w);
            }
            (0..length as u32).filter(|row| cosines[*row as usize] > THRESHOLD).collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::score::peers::testing::{agree, dense, group, lines};

    /// The cosine of two sentences.
    fn cosine(unit: &Matrix, a: usize, b: usize) -> f64 {
        let pairs =
            unit.row(a).iter().flat_map(|a| unit.row(b).iter().map(move |b| (a, b)));
        pairs.filter(|(a, b)| a.0 == b.0).map(|(a, b)| a.1 * b.1).sum()
    }

    proptest! {
        #[test]
        fn the_ranks_are_those_of_the_matrix_of_cosines(lines in lines()) {
            group(&lines, |group| {
                let unit = group.unit();
                let weight = |a: usize, b: usize| cosine(&unit, a, b);
                let ranks = power::rank(group.len(), |v| dense(v, weight));
                assert!(agree(&continuous(group), &ranks));
                let weight = |a: usize, b: usize| f64::from(u8::from(cosine(&unit, a, b) > 0.1));
                let ranks = power::rank(group.len(), |v| dense(v, weight));
                assert!(agree(&threshold(group), &ranks));
            });
        }
    }
}
