//! Where a sentence stands in its group.

use super::Feature;
use super::rows::{fill, share};

/// - `early`: 1/√(1 + i) at place i of the group (the beginning says most of
///   what a text is about: Edmundson, 1969);
/// - `late`: the place as a share of the group, from 0 to 1.
pub(super) const FEATURES: [Feature; 2] = [
    ("early", |rows, column| {
        fill(column, rows.places().map(|place| (1.0 / (1 + place) as f64).sqrt()));
    }),
    ("late", |rows, column| {
        fill(column, rows.places().map(|place| share(place, rows.group.size)));
    }),
];
