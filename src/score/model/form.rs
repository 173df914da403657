//! What signs a sentence holds.

use super::Feature;

/// - `commas`: commas for each word;
/// - `digits`: digits for each byte.
pub(super) const FEATURES: [Feature; 2] = [
    ("commas", |row| {
        let words = row.view.terms.words(row.index).max(1);
        f64::from(row.traits.signs[row.index].commas) / words as f64
    }),
    ("digits", |row| {
        let span = row.view.sentences[row.index].span;
        let bytes = (span.end - span.start).max(1);
        f64::from(row.traits.signs[row.index].digits) / f64::from(bytes)
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
        // So few at once that a byte can count them, which many at a time do.
        for stretch in sentence.as_bytes().chunks(255) {
            let (mut commas, mut digits) = (0_u8, 0_u8);
            for byte in stretch {
                commas += u8::from(*byte == b',');
                digits += u8::from(byte.is_ascii_digit());
            }
            signs.commas += u32::from(commas);
            signs.digits += u32::from(digits);
        }
        if !sentence.is_ascii() {
            let is_comma = |c: &char| matches!(c, '،' | '、' | '，');
            signs.commas += sentence.chars().filter(is_comma).count() as u32;
        }
        signs
    }
}
