//! What signs a sentence holds.

use super::Feature;
use super::rows::fill;
use crate::document::Sentence;
use crate::lanes::{WINDOW, are, bits, within};

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
        let mut last = [0; WINDOW];
        last[..rest.len()].copy_from_slice(rest);
        let mut wide = 0;
        for bytes in stretches.iter().chain([&last]) {
            let commas = bits(bytes, |bytes| are(bytes, b','));
            let digits = bits(bytes, |bytes| within(bytes, b'0', b'9'));
            signs.commas += commas.count_ones();
            if digits != 0 {
                signs.digits += digits.count_ones();
            }
            wide |= bits(bytes, |bytes| bytes);
        }
        // The first bytes of the commas of other scripts.
        if wide != 0 && memchr::memchr3(0xd8, 0xe3, 0xef, sentence.as_bytes()).is_some() {
            let is_comma = |c: &char| matches!(c, '،' | '、' | '，');
            signs.commas += sentence.chars().filter(is_comma).count() as u32;
        }
        signs
    }
}
