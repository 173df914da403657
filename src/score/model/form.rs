//! What signs a sentence holds.

use super::Feature;
use super::rows::fill;
use crate::document::Sentence;
use crate::lanes::{LANES, Sixteen, are, within};

/// - `commas`: commas for each word;
/// - `digits`: digits for each byte.
pub(super) const FEATURES: [Feature; 2] = [
    ("commas", |rows, column| {
        let signs = &rows.traits.signs[rows.range.clone()];
        let share = |(signs, words): (&Signs, usize)| {
            f64::from(signs.commas) / words.max(1) as f64
        };
        fill(column, signs.iter().zip(rows.words()).map(share));
    }),
    ("digits", |rows, column| {
        let signs = &rows.traits.signs[rows.range.clone()];
        let share = |(signs, sentence): (&Signs, &Sentence)| {
            let bytes = sentence.span.end - sentence.span.start;
            f64::from(signs.digits) / f64::from(bytes.max(1))
        };
        fill(column, signs.iter().zip(rows.sentences()).map(share));
    }),
];

/// The signs of one sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    commas: u32,
    digits: u32,
}

impl Signs {
    /// Those of `sentence`.
    pub fn of(sentence: &str) -> Self {
        let mut signs = Signs::default();
        let (stretches, rest) = sentence.as_bytes().as_chunks();
        let mut last = [0; LANES];
        last[..rest.len()].copy_from_slice(rest);
        let mut wide = 0;
        for bytes in stretches.iter().chain([&last]).map(|bytes| Sixteen::new(*bytes)) {
            signs.commas += are(bytes, b',').to_bitmask().count_ones();
            signs.digits += within(bytes, b'0', b'9').to_bitmask().count_ones();
            wide |= bytes.to_bitmask();
        }
        // The first bytes of the commas of other scripts.
        if wide != 0 && memchr::memchr3(0xd8, 0xe3, 0xef, sentence.as_bytes()).is_some() {
            let is_comma = |c: &char| matches!(c, '،' | '、' | '，');
            signs.commas += sentence.chars().filter(is_comma).count() as u32;
        }
        signs
    }
}
