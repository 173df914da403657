//! How much a sentence shares with the others of its group.

use super::Feature;
use super::rows::fill;
use crate::terms::Terms;

/// - `centroid`: the cosine to the centroid (Radev and others, 2004), and
///   `centroid_long`, the same times ln(n): in long texts it says more;
/// - `forward`, `backward`: the sum of the cosines to the sentences behind it
///   and before it (Zheng and Lapata, 2019), over √n;
/// - `pairs`: the share of its pairs of words that another sentence holds too, above the
///   group's mean, times ln(1 + words) and ln(n): what is said over again in the same
///   words, small ones too, is what the text is about.
pub(super) const FEATURES: [Feature; 5] = [
    ("centroid", |rows, column| {
        column.copy_from_slice(&rows.sums.centroid[rows.range.clone()]);
    }),
    ("centroid_long", |rows, column| {
        let centroid = &rows.sums.centroid[rows.range.clone()];
        fill(column, centroid.iter().map(|cosine| cosine * rows.group.log));
    }),
    ("forward", |rows, column| {
        let forward = &rows.sums.forward[rows.range.clone()];
        fill(column, forward.iter().map(|sum| sum / rows.group.root));
    }),
    ("backward", |rows, column| {
        let backward = &rows.sums.backward[rows.range.clone()];
        fill(column, backward.iter().map(|sum| sum / rows.group.root));
    }),
    ("pairs", |rows, column| {
        let group = rows.group;
        let above = |index: usize| share_of_pairs(rows.view.terms, index) - group.pairs;
        let lengths = rows.lengths.iter().map(|length| length * group.log);
        fill(
            column,
            rows.range.clone().zip(lengths).map(|(index, by)| above(index) * by),
        );
    }),
];

/// The share of the pairs of words of sentence `index` that another one holds too.
pub(super) fn share_of_pairs(terms: &Terms, index: usize) -> f64 {
    f64::from(terms.shared_pairs(index)) / terms.words(index).max(1) as f64
}
