//! Whether the order of a text's sentences says anything.

use super::View;

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
    let mut cosines = Cosines { view, weights: vec![0.0; view.terms.count()] };
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
    view: &'a View<'a>,
    /// For each term what it weighs in the sentence looked at.
    weights: Vec<f64>,
}

impl Cosines<'_> {
    /// The cosines of sentence `index` to two others.
    fn of(&mut self, index: usize, others: [usize; 2]) -> [f64; 2] {
        let View { terms, vectors, .. } = self.view;
        for id in terms.of(index) {
            self.weights[*id as usize] += vectors.isf(*id);
        }
        let cosine = |other: usize| {
            let product = |id: &u32| self.weights[*id as usize] * vectors.isf(*id);
            let lengths = vectors.norm(index) * vectors.norm(other);
            let dot: f64 = terms.of(other).iter().map(product).sum();
            if lengths > 0.0 { dot / lengths } else { 0.0 }
        };
        let cosines = others.map(cosine);
        terms.of(index).iter().for_each(|id| self.weights[*id as usize] = 0.0);
        cosines
    }
}
