//! What signs a sentence holds.

use super::Feature;
use super::row::flag;

/// - `commas`: commas for each word;
/// - `digits`: digits for each byte;
/// - `colon`, `quotes`, `question`: 1 where it holds a colon, a quotation mark
///   or a question mark.
pub(super) const FEATURES: [Feature; 5] = [
    ("commas", |row| {
        f64::from(row.own().signs.commas) / row.view.terms.words(row.index).max(1) as f64
    }),
    ("digits", |row| {
        let span = row.view.sentences[row.index].span;
        let bytes = span.end - span.start;
        f64::from(row.own().signs.digits) / f64::from(bytes.max(1))
    }),
    ("colon", |row| flag(row.own().signs.colon)),
    ("quotes", |row| flag(row.own().signs.quotes)),
    ("question", |row| flag(row.own().signs.question)),
];

/// The signs of one sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    commas: u32,
    digits: u32,
    colon: bool,
    quotes: bool,
    question: bool,
}

/// Counts of one byte each, side by side in one integer, as each ASCII byte adds to them.
const COUNTS: [u64; 256] = {
    let mut counts = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        counts[byte] = match byte as u8 {
            b',' => 1,
            b'0'..=b'9' => 1 << 8,
            b':' => 1 << 16,
            b'"' => 1 << 24,
            b'?' => 1 << 32,
            0x80.. => 1 << 40,
            _ => 0,
        };
        byte += 1;
    }
    counts
};

impl Signs {
    pub fn of(sentence: &str) -> Self {
        let mut signs = Signs::default();
        let mut is_ascii = true;
        // No more at once than a byte can count.
        for stretch in sentence.as_bytes().chunks(255) {
            let counts: u64 = stretch.iter().map(|byte| COUNTS[usize::from(*byte)]).sum();
            let [commas, digits, colons, quotes, questions, wide, ..] =
                counts.to_le_bytes();
            signs.commas += u32::from(commas);
            signs.digits += u32::from(digits);
            signs.colon |= colons > 0;
            signs.quotes |= quotes > 0;
            signs.question |= questions > 0;
            is_ascii &= wide == 0;
        }
        if !is_ascii {
            for c in sentence.chars() {
                match c {
                    '،' | '、' | '，' => signs.commas += 1,
                    '：' => signs.colon = true,
                    '“' | '”' | '„' | '«' | '»' | '「' | '」' => {
                        signs.quotes = true;
                    }
                    '？' | '؟' => signs.question = true,
                    _ => {}
                }
            }
        }
        signs
    }
}
