//! How long a sentence is.

use std::sync::LazyLock;

use super::Feature;
use super::rows::fill;

/// - `length`: ln(1 + words), and `length_among`, the same times ln(1 + mean
///   words of the group): among long sentences length says less.
pub(super) const FEATURES: [Feature; 2] = [
    ("length", |rows, column| column.copy_from_slice(rows.lengths)),
    ("length_among", |rows, column| {
        fill(column, rows.lengths.iter().map(|length| length * rows.group.length));
    }),
];

/// Nearly all sentences are shorter.
const USUAL: usize = 128;

/// ln(1 + words), remembered for usual lengths.
pub(super) fn length(words: usize) -> f64 {
    static LOGS: LazyLock<[f64; USUAL]> = LazyLock::new(|| std::array::from_fn(log));
    LOGS.get(words).copied().unwrap_or_else(|| log(words))
}

fn log(words: usize) -> f64 {
    libm::log((1 + words) as f64)
}
