//! How much a sentence shares with the others of its group.

use super::{Columns, View};
use crate::score::centrality::{Sums, sums};

/// - `centroid`: the cosine to the centroid (Radev and others, 2004), and
///   `centroid_long`, the same times ln(n): in long texts it says more;
/// - `forward`, `backward`: the sum of the cosines to the sentences behind it
///   and before it (Zheng and Lapata, 2019), over √n.
pub(super) fn columns(view: &View<'_>) -> Columns {
    let Sums { centroid, mut forward, mut backward } = sums(view);
    let mut centroid_long = centroid.clone();
    for group in view.groups {
        let (log, root) = (libm::log(group.len() as f64), (group.len() as f64).sqrt());
        centroid_long[group.clone()].iter_mut().for_each(|value| *value *= log);
        forward[group.clone()].iter_mut().for_each(|value| *value /= root);
        backward[group.clone()].iter_mut().for_each(|value| *value /= root);
    }
    vec![
        ("centroid", centroid),
        ("centroid_long", centroid_long),
        ("forward", forward),
        ("backward", backward),
    ]
}
