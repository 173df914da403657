//! White space as a person reads it: one space for every run of it.

use std::borrow::Cow;

use crate::lanes::{LANES, are, sixteen, within};

/// `text` with every run of white space as one space, and none at the ends.
///
/// ```
/// assert_eq!(epitome::segment::folded(" a\n  b "), "a b");
/// ```
#[must_use]
pub fn folded(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(is_space);
    if is_plain(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut after_space = false;
    let is_folded = text.chars().all(|c| {
        let space = is_space(c);
        let single = !space || (c == ' ' && !after_space);
        after_space = space;
        single
    });
    if is_folded {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

/// Whether `text` surely has no white space but single spaces, by the bytes that
/// all other white space of Unicode consists of. What is short is not sure.
fn is_plain(text: &[u8]) -> bool {
    let is_plain = |start: usize| {
        let next = |by| sixteen(text, start + by);
        next(0).zip(next(1)).zip(next(2)).is_some_and(|((a, b), c)| {
            let spaced = within(a, 9, 13) | are(a, b' ') & are(b, b' ');
            // Most text is ASCII.
            if a.to_bitmask() == 0 {
                return !spaced.any();
            }
            // Quotation marks and dashes share two bytes with spaces.
            let wide = within(c, 0x80, 0x8f) | within(c, 0xa8, 0xa9);
            let spaced = spaced
                | are(a, 0xc2) & are(b, 0x85)
                | are(a, 0xe1) & are(b, 0x9a)
                | are(a, 0xe2) & (are(b, 0x80) & wide | are(b, 0x81))
                | are(a, 0xe3) & are(b, 0x80) & are(c, 0x80);
            !spaced.any()
        })
    };
    // The last stretch overlaps the one before it. Behind it only a single byte of
    // white space may stand before the last character.
    let (Some(last), [.., before, _]) = (text.len().checked_sub(LANES + 2), text) else {
        return false;
    };
    !(9..=13).contains(before) && (0..last).step_by(LANES).chain([last]).all(is_plain)
}

/// White space that may be folded: everything but the spaces that hold words
/// together.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn folded_text_is_its_pieces_with_single_spaces(
            text in "[a \\t\\n\u{85}\u{a0}\u{1680}\u{2003}\u{2007}\u{2009}\u{2028}\u{202f}\u{205f}\u{3000}’—、é]{0,12}|[a-z’]{16,20}[a \\t\u{2003}]{2}[a-z’\u{3000}]{0,20}",
        ) {
            let pieces = text.split(is_space).filter(|piece| !piece.is_empty());
            prop_assert_eq!(folded(&text), pieces.collect::<Vec<_>>().join(" "));
        }
    }
}
