//! What signs a sentence holds.

use super::{Columns, View, of_each};

/// - `commas`: commas for each word;
/// - `digits`: digits for each byte.
pub(super) fn columns(view: &View<'_>) -> Columns {
    let signs = crate::parallel::map(view.sentences.len(), |index| {
        Signs::of(view.sentences[index].span.of(view.text))
    });
    let commas = of_each(view, |index| {
        f64::from(signs[index].commas) / view.terms.words(index).max(1) as f64
    });
    let digits = signs
        .iter()
        .map(|signs| f64::from(signs.digits) / f64::from(signs.bytes.max(1)))
        .collect();
    vec![("commas", commas), ("digits", digits)]
}

/// The signs of one sentence.
#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    bytes: u32,
    commas: u32,
    digits: u32,
}

impl Signs {
    fn of(sentence: &str) -> Self {
        let mut signs = Signs { bytes: sentence.len() as u32, ..Signs::default() };
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
