//! Where a sentence stands in its group.

use super::{Columns, View, of_places};

/// - `early`: 1/√(1 + i) at place i of the group (the beginning says most of
///   what a text is about: Edmundson, 1969);
/// - `late`: the place as a share of the group, from 0 to 1.
pub(super) fn columns(view: &View<'_>) -> Columns {
    let early = |place: usize| (1.0 / (1 + place) as f64).sqrt();
    vec![
        ("early", of_places(view, |place, _| early(place))),
        ("late", of_places(view, |place, of| place as f64 / (of - 1).max(1) as f64)),
    ]
}
