//! Luhn's method: where significant words stand close together (Luhn, "The
//! automatic creation of literature abstracts", 1958).

use crate::score::{Scorer, Scores, View};

/// A term is significant that stands in its group this often.
const FEWEST: u32 = 2;
/// Significant words with more other words than this between them are no cluster.
const WIDEST_GAP: u32 = 4;

/// The significant words of the best cluster, squared, over all its words.
#[derive(Debug)]
pub(crate) struct Luhn;

impl Scorer for Luhn {
    fn score(&self, view: &View<'_>) -> Scores {
        let mut counts = vec![0; view.terms.count()];
        let mut scores = Vec::with_capacity(view.sentences.len());
        for group in view.groups {
            let ids = || group.clone().flat_map(|index| view.terms.of(index));
            ids().for_each(|id| counts[*id as usize] += 1);
            scores.extend(group.clone().map(|index| {
                let mut behind = 0;
                let places = view.terms.gaps(index).iter().map(|gap| {
                    let place = behind + u32::from(*gap);
                    behind = place + 1;
                    place
                });
                let terms = view.terms.of(index).iter().zip(places);
                let significant = terms.filter(|(id, _)| counts[**id as usize] >= FEWEST);
                best_cluster(significant.map(|(_, place)| place))
            }));
            ids().for_each(|id| counts[*id as usize] = 0);
        }
        Scores::of_parts(vec![("luhn", scores)])
    }
}

/// The worth of the best cluster among words at `places`. One word alone is none.
fn best_cluster(places: impl Iterator<Item = u32>) -> f64 {
    let (mut best, mut words) = (0.0_f64, 0_u32);
    let mut cluster = None;
    for place in places {
        let (first, last) = cluster.unwrap_or((place, place));
        let goes_on = place.saturating_sub(last) <= WIDEST_GAP + 1;
        (cluster, words) = match goes_on {
            true => (Some((first, place)), words + 1),
            false => (Some((place, place)), 1),
        };
        if words > 1 {
            let first = if goes_on { first } else { place };
            let length = place.saturating_sub(first) + 1;
            best = best.max(f64::from(words * words) / f64::from(length));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_papers_bracket_of_seven_words_with_four_significant() {
        assert!((best_cluster([3, 4, 6, 9].into_iter()) - 16.0 / 7.0).abs() < 1e-12);
    }

    #[test]
    fn a_wide_gap_ends_a_cluster_and_one_word_is_none() {
        assert!((best_cluster([0, 5, 11, 12].into_iter()) - 2.0).abs() < 1e-12);
        assert!(best_cluster([7].into_iter()).abs() < 1e-12);
    }
}
