//! TextRank with BM25 as the weight of edges (Barrios, López, Argerich and
//! Wachenchauzer, "Variations of the similarity function of TextRank for
//! automated summarization", 2016).

use super::group::Group;
use super::matrix::{Matrix, dot};
use super::power;

/// How soon more of the same term counts no more.
const K: f64 = 1.2;
/// How much a long sentence is held to account for its length.
const B: f64 = 0.75;
/// What a term in more than half of the sentences weighs, as a share of the
/// mean weight: the formula would make it negative.
const FLOOR: f64 = 0.25;

/// The rank of each sentence. An edge weighs what each of the two scores as an
/// answer to the other. Q · (Dᵀ · v) + D · (Qᵀ · v) stands for the matrix, with
/// the sentences as queries Q and as documents D, so that it is linear.
pub(super) fn score(group: &Group<'_>) -> Vec<f64> {
    let idf = idf(group);
    let queries = group.counts.map(|_, term, count| count * idf[term as usize]);
    let documents = documents(group);
    let own: Vec<f64> =
        (0..group.len()).map(|row| 2.0 * product(&queries, &documents, row)).collect();
    power::rank(group.len(), |v| {
        let answers = documents.times(&queries.transposed_times(v));
        let questions = queries.times(&documents.transposed_times(v));
        let both = answers.iter().zip(&questions).map(|(a, b)| a + b);
        both.zip(own.iter().zip(v)).map(|(all, (own, v))| all - own * v).collect()
    })
}

/// The inverse frequency of each term.
fn idf(group: &Group<'_>) -> Vec<f64> {
    let holders =
        group.counts.map(|_, _, _| 1.0).transposed_times(&vec![1.0; group.len()]);
    let sentences = group.len() as f64;
    let raw = |holders: &f64| libm::log((sentences - holders + 0.5) / (holders + 0.5));
    let mut idf: Vec<f64> = holders.iter().map(raw).collect();
    let mean = idf.iter().sum::<f64>() / idf.len().max(1) as f64;
    let floor = FLOOR * mean.max(0.0);
    idf.iter_mut().filter(|idf| **idf < 0.0).for_each(|idf| *idf = floor);
    idf
}

/// What each term of a sentence answers: its count, saturated.
fn documents(group: &Group<'_>) -> Matrix {
    let length = |row| group.counts.row(row).iter().map(|(_, count)| count).sum();
    let lengths: Vec<f64> = (0..group.len()).map(length).collect();
    let mean = lengths.iter().sum::<f64>() / group.len().max(1) as f64;
    group.counts.map(|row, _, count| {
        count * (K + 1.0) / (count + K * (1.0 - B + B * lengths[row] / mean))
    })
}

/// The product of one row of each.
fn product(a: &Matrix, b: &Matrix, row: usize) -> f64 {
    let values = |matrix: &Matrix| -> Vec<f64> {
        matrix.row(row).iter().map(|(_, value)| *value).collect()
    };
    dot(&values(a), &values(b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::score::peers::testing::{agree, dense, group, lines};

    proptest! {
        #[test]
        fn the_ranks_are_those_of_the_matrix_of_edges(lines in lines()) {
            group(&lines, |group| {
                let (idf, documents) = (idf(group), documents(group));
                let answer = |query: usize, document: usize| -> f64 {
                    let asked = group.counts.row(query).iter();
                    let weight = |(term, count): &(u32, f64)| {
                        let held = documents.row(document).iter();
                        let held = held.filter(|(other, _)| other == term);
                        held.map(|(_, weight)| weight * count * idf[*term as usize]).sum::<f64>()
                    };
                    asked.map(weight).sum()
                };
                let weight = |a: usize, b: usize| {
                    if a == b { 0.0 } else { answer(a, b) + answer(b, a) }
                };
                let ranks = power::rank(group.len(), |v| dense(v, weight));
                // An edge of nothing but rounding has no say in ranks.
                if (0..group.len()).all(|a| (0..group.len()).any(|b| weight(a, b) > 1e-6)) {
                    assert!(agree(&score(group), &ranks));
                }
            });
        }
    }
}
