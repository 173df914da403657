//! Where a sentence stands in its group.

use super::Feature;
use super::row::share;

/// - `early`: 1/√(1 + i) at place i of the group (the beginning says most of
///   what a text is about: Edmundson, 1969);
/// - `late`: the place as a share of the group, from 0 to 1.
pub(super) const FEATURES: [Feature; 2] = [
    ("early", |row| (1.0 / (1 + row.place) as f64).sqrt()),
    ("late", |row| share(row.place, row.group.size)),
];
