//! How long a sentence is.

use std::sync::LazyLock;

use super::Feature;

/// - `length`: ln(1 + words), and `length_among`, the same times ln(1 + mean
///   words of the group): among long sentences length says less.
pub(super) const FEATURES: [Feature; 2] = [
    ("length", |row| row.traits.length),
    ("length_among", |row| row.traits.length * row.group.length),
];

/// Nearly all sentences are shorter.
const USUAL: usize = 128;

/// ln(1 + `words`), remembered for usual lengths.
pub(super) fn log_length(words: usize) -> f64 {
    static LOGS: LazyLock<[f64; USUAL]> =
        LazyLock::new(|| std::array::from_fn(|words| libm::log((1 + words) as f64)));
    match LOGS.get(words) {
        Some(log) => *log,
        None => libm::log((1 + words) as f64),
    }
}
