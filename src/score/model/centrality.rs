//! How much a sentence shares with the others of its group.

use super::Feature;
use super::rows::fill;

/// - `centroid`: the cosine to the centroid (Radev and others, 2004), and
///   `centroid_long`, the same times ln(n): in long texts it says more;
/// - `forward`, `backward`: the sum of the cosines to the sentences behind it
///   and before it (Zheng and Lapata, 2019), over √n.
pub(super) const FEATURES: [Feature; 4] = [
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
];
