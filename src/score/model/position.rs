//! Where a sentence stands in its group.

use super::rows::{fill, share};
use super::{Feature, opening};

/// - `early`: 1/√(1 + i) at place i of the group (the beginning says most of
///   what a text is about: Edmundson, 1969);
/// - `opening`: for the first three sentences, how well the group's beginning says
///   what it is about, as standard deviations; 0 for the others;
/// - `dateline`: `early` where the text begins as the news of an agency does, which says
///   first what is most worth knowing; 0 in other texts;
/// - `late`: the place as a share of the group, from 0 to 1.
pub(super) const FEATURES: [Feature; 4] = [
    ("early", |rows, column| {
        fill(column, rows.places().map(early));
    }),
    ("dateline", |rows, column| match rows.traits.has_dateline {
        true => fill(column, rows.places().map(early)),
        false => column.fill(0.0),
    }),
    ("opening", |rows, column| {
        let group = rows.group.start..rows.group.start + rows.group.size;
        let begins = rows.places().start < opening::LONGEST;
        let strength = if begins { opening::strength(rows.view, &group) } else { 0.0 };
        let is_first = |place: usize| f64::from(u8::from(place < opening::LONGEST));
        fill(column, rows.places().map(|place| strength * is_first(place)));
    }),
    ("late", |rows, column| {
        fill(column, rows.places().map(|place| share(place, rows.group.size)));
    }),
];

/// What the beginning counts for at `place`.
fn early(place: usize) -> f64 {
    (1.0 / (1 + place) as f64).sqrt()
}
