//! What signs a sentence holds.

use super::Feature;
use super::rows::fill;
use crate::document::Sentence;
use crate::lanes::{LANES, MOST_ADDED, Sixteen, are, total, within};

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
        let mut wide = Sixteen::ZERO;
        for stretch in sentence.as_bytes().chunks(LANES * MOST_ADDED) {
            let (mut commas, mut digits) = (Sixteen::ZERO, Sixteen::ZERO);
            let mut add = |bytes: [u8; LANES]| {
                let bytes = Sixteen::new(bytes);
                // All bits of a lane are the number -1.
                commas -= are(bytes, b',');
                digits -= within(bytes, b'0', b'9');
                wide |= bytes;
            };
            let (whole, rest) = stretch.as_chunks();
            for bytes in whole {
                add(*bytes);
            }
            let mut last = [0; LANES];
            last[..rest.len()].copy_from_slice(rest);
            add(last);
            signs.commas += total(commas);
            signs.digits += total(digits);
        }
        // The first bytes of the commas of other scripts.
        let is_wide = wide.to_bitmask() != 0;
        if is_wide && memchr::memchr3(0xd8, 0xe3, 0xef, sentence.as_bytes()).is_some() {
            let is_comma = |c: &char| matches!(c, '،' | '、' | '，');
            signs.commas += sentence.chars().filter(is_comma).count() as u32;
        }
        signs
    }
}
