//! Whether the order of a text's sentences says anything.

use crate::score::{Shared, Vectors, View};

/// Texts of fewer sentences are too short to tell.
const FEWEST: usize = 50;
/// How many sentences are looked at, spread over the text.
const LOOKS: usize = 4096;
/// Chance alone gives a lower t nineteen times out of twenty.
const LEAST_T: f64 = 1.645;

/// Whether neighbours are no more alike than sentences half the text apart, as
/// in opinions of many people one after the other. What stands first is then
/// no better than the rest.
///
/// Each sentence's cosine to the next is set beside its cosine to the one half
/// the text on; t is that of the paired test (Student, 1908).
pub(super) fn says_nothing(view: &View<'_>) -> bool {
    let count = view.sentences.len();
    if count < FEWEST {
        return false;
    }
    let shared = view.vectors.shared(view.terms);
    let weights = vec![0.0; shared.count()];
    let mut cosines = Cosines { vectors: view.vectors, shared, weights };
    let step = count.div_ceil(LOOKS);
    let (mut looks, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for index in (0..count - 1).step_by(step) {
        let [next, far] = cosines.of(index, [index + 1, (index + count / 2) % count]);
        looks += 1.0;
        sum += next - far;
        squares += (next - far) * (next - far);
    }
    let variance = squares / looks - (sum / looks) * (sum / looks);
    sum < LEAST_T * (variance * looks).sqrt()
}

/// The cosines of sentences.
struct Cosines<'a> {
    vectors: &'a Vectors,
    shared: Shared<'a>,
    /// For each shared term what it weighs in the sentence looked at.
    weights: Vec<f64>,
}

impl Cosines<'_> {
    /// The cosines of sentence `index` to two others.
    fn of(&mut self, index: usize, others: [usize; 2]) -> [f64; 2] {
        let (isf, own) = (self.shared.isf(), self.shared.of(index));
        for number in own {
            self.weights[*number as usize] += isf[*number as usize];
        }
        let cosines = others.map(|other| self.cosine(index, other));
        for number in own {
            self.weights[*number as usize] = 0.0;
        }
        cosines
    }

    /// The cosine of sentence `index`, whose weights are set, to an `other`.
    #[inline]
    fn cosine(&self, index: usize, other: usize) -> f64 {
        let isf = self.shared.isf();
        let product =
            |number: &u32| self.weights[*number as usize] * isf[*number as usize];
        let dot: f64 = self.shared.of(other).iter().map(product).sum();
        let lengths = self.vectors.norm(index) * self.vectors.norm(other);
        if lengths > 0.0 { dot / lengths } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::peers::testing::view;

    /// Sentences of which each takes up a word of the one before it.
    fn chain(count: usize) -> Vec<String> {
        let word = |at: usize| {
            let letter = |at: usize| char::from(b'a' + (at % 26) as u8);
            format!("b{}{}", letter(at / 26), letter(at))
        };
        (0..count)
            .map(|at| format!("{} {} {}", word(at), word(at + 1), word(at % 7)))
            .collect()
    }

    fn is_without_order(lines: &[String]) -> bool {
        view(lines, says_nothing)
    }

    #[test]
    fn a_chain_has_an_order_and_its_links_by_lot_have_none() {
        let chain = chain(101);
        let by_lot: Vec<_> =
            (0..101).map(|at| chain[at * at * at % 101].clone()).collect();
        assert!(!is_without_order(&chain));
        assert!(is_without_order(&by_lot));
    }

    #[test]
    fn a_short_text_is_taken_to_have_an_order() {
        assert!(!is_without_order(&vec!["ba be".to_string(); FEWEST - 1]));
    }
}
