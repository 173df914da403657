//! How much a sentence shares with the others of its group.

use super::Feature;

/// - `centroid`: the cosine to the centroid (Radev and others, 2004), and
///   `centroid_long`, the same times ln(n): in long texts it says more;
/// - `forward`, `backward`: the sum of the cosines to the sentences behind it
///   and before it (Zheng and Lapata, 2019), over √n.
pub(super) const FEATURES: [Feature; 4] = [
    ("centroid", |row| row.sums.centroid[row.index]),
    ("centroid_long", |row| row.sums.centroid[row.index] * row.group.log),
    ("forward", |row| row.sums.forward[row.index] / row.group.root),
    ("backward", |row| row.sums.backward[row.index] / row.group.root),
];
