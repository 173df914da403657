//! How long a sentence is.

use super::{Columns, View, of_each};

/// - `length`: ln(1 + words), and `length_among`, the same times ln(1 + mean
///   words of the group): among long sentences length says less.
pub(super) fn columns(view: &View<'_>) -> Columns {
    let words = |index: usize| view.terms.words(index);
    let length = of_each(view, |index| libm::log((1 + words(index)) as f64));
    let mut among = length.clone();
    for group in view.groups {
        let sum: usize = group.clone().map(words).sum();
        let mean = sum as f64 / group.len().max(1) as f64;
        let factor = libm::log(1.0 + mean);
        among[group.clone()].iter_mut().for_each(|value| *value *= factor);
    }
    vec![("length", length), ("length_among", among)]
}
