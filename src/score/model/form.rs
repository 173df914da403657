//! What signs a sentence holds.

use super::{Columns, View, of_each};

/// - `commas`: commas for each word;
/// - `digits`: digits for each byte;
/// - `colon`, `quotes`, `question`: 1 where it holds a colon, a quotation mark
///   or a question mark.
pub(super) fn columns(view: &View<'_>) -> Columns {
    let signs = crate::parallel::map(view.sentences.len(), |index| {
        Signs::of(view.sentences[index].span.of(&view.document.text))
    });
    let column = |value: fn(&Signs) -> f64| signs.iter().map(value).collect();
    let commas = of_each(view, |index| {
        f64::from(signs[index].commas) / view.terms.words(index).max(1) as f64
    });
    vec![
        ("commas", commas),
        (
            "digits",
            column(|signs| f64::from(signs.digits) / f64::from(signs.bytes.max(1))),
        ),
        ("colon", column(|signs| f64::from(u8::from(signs.colon)))),
        ("quotes", column(|signs| f64::from(u8::from(signs.quotes)))),
        ("question", column(|signs| f64::from(u8::from(signs.question)))),
    ]
}

/// The signs of one sentence.
#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    bytes: u32,
    commas: u32,
    digits: u32,
    colon: bool,
    quotes: bool,
    question: bool,
}

impl Signs {
    fn of(sentence: &str) -> Self {
        let mut signs = Signs { bytes: sentence.len() as u32, ..Signs::default() };
        // So few at once that a byte can count them, which many at a time do.
        for stretch in sentence.as_bytes().chunks(255) {
            let (mut commas, mut digits) = (0_u8, 0_u8);
            let (mut colon, mut quotes, mut question) = (false, false, false);
            for byte in stretch {
                commas += u8::from(*byte == b',');
                digits += u8::from(byte.is_ascii_digit());
                colon |= *byte == b':';
                quotes |= *byte == b'"';
                question |= *byte == b'?';
            }
            signs.commas += u32::from(commas);
            signs.digits += u32::from(digits);
            signs.colon |= colon;
            signs.quotes |= quotes;
            signs.question |= question;
        }
        if !sentence.is_ascii() {
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
