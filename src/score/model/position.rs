//! Where a sentence stands in its group.

use super::rows::{Rows, fill, share};
use super::{Feature, opening};

/// - `early`: 1/√(1 + i) at place i of the group (the beginning says most of
///   what a text is about: Edmundson, 1969);
/// - `opening`: for the first three sentences, how well the group's beginning says
///   what it is about, as standard deviations; 0 for the others;
/// - `dateline`: `early` where the text begins as the news of an agency does, which says
///   first what is most worth knowing; 0 in other texts;
/// - `day`: `early` where one of the first sentences names a day of the week, as those of
///   most news do; 0 in other texts;
/// - `late`: the place as a share of the group, from 0 to 1.
pub(super) const FEATURES: [Feature; 5] = [
    ("early", |rows, column| {
        fill(column, rows.places().map(early));
    }),
    ("dateline", |rows, column| early_if(rows.traits.has_dateline, rows, column)),
    ("day", |rows, column| early_if(rows.traits.has_day, rows, column)),
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

/// What the beginning counts for in texts that are so; 0.0 in others.
fn early_if(is_so: bool, rows: &Rows<'_>, column: &mut [f64]) {
    let value = |place: usize| if is_so { early(place) } else { 0.0 };
    fill(column, rows.places().map(value));
}

/// What the beginning counts for at `place`.
fn early(place: usize) -> f64 {
    (1.0 / (1 + place) as f64).sqrt()
}
