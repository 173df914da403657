//! The UAX #29 class of characters, byte by byte: letters, digits, the marks that may
//! join them, and breaks.

use crate::lanes::{LANES, leading, letters, sixteen};

/// What a character is to UAX #29, by its first byte.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Never part of a word, and never joins two.
    Break,
    Letter,
    Digit,
    /// `_`: `ExtendNumLet`.
    Joiner,
    /// `:`: `MidLetter`.
    MidLetter,
    /// `,` and `;`: `MidNum`.
    MidNum,
    /// `.` and `'`: `MidNumLet` and `Single_Quote`.
    MidNumLet,
    /// Not ASCII, and no usual letter.
    Wide,
}

const CLASS: [Class; 256] = {
    let mut table = [Class::Break; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'_' => Class::Joiner,
            b':' => Class::MidLetter,
            b',' | b';' => Class::MidNum,
            b'.' | b'\'' => Class::MidNumLet,
            0x80.. => Class::Wide,
            _ => Class::Break,
        };
        byte += 1;
    }
    table
};

/// What the character at byte `at` is; a break behind the end.
#[inline]
pub(super) fn class(bytes: &[u8], at: usize) -> Class {
    match bytes.get(at).map_or(Class::Break, |byte| CLASS[usize::from(*byte)]) {
        Class::Wide => wide_class(bytes, at),
        class => class,
    }
}

/// The same where it is not ASCII.
fn wide_class(bytes: &[u8], at: usize) -> Class {
    let rest = &bytes[at..];
    match rest {
        // ‘ and ’.
        [0xe2, 0x80, 0x98 | 0x99, ..] => Class::MidNumLet,
        // – and —, “ and ”, …, a space that does not break, « and ».
        [0xe2, 0x80, 0x93 | 0x94 | 0x9c | 0x9d | 0xa6, behind @ ..]
        | [0xc2, 0xa0 | 0xab | 0xbb, behind @ ..]
            if behind.first().is_none_or(u8::is_ascii) || is_usual_letter(behind, 0) =>
        {
            Class::Break
        }
        _ if is_usual_letter(rest, 0) => Class::Letter,
        _ => Class::Wide,
    }
}

/// How many bytes the character at byte `at` has.
#[inline]
pub(super) fn width(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(0xc0..=0xdf) => 2,
        Some(0xe0..) => 3,
        _ => 1,
    }
}

/// Whether one of the usual letters of Latin, Greek or Cyrillic stands at byte
/// `at`, all of which have two bytes and are `ALetter`.
fn is_usual_letter(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at..) {
        Some([0xc3, last, ..]) => !matches!(last, 0x97 | 0xb7),
        Some([0xc4 | 0xc5 | 0xd0 | 0xd1, _, ..]) => true,
        Some([0xce, last, ..]) => *last > 0x90 && *last != 0xa2,
        Some([0xcf, last, ..]) => *last < 0x8f,
        _ => false,
    }
}

/// Where the usual letters from byte `at` on end.
#[inline]
pub(super) fn letters_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at = ascii_letters_end(bytes, at);
        if !is_usual_letter(bytes, at) {
            return at;
        }
        while is_usual_letter(bytes, at) {
            at += 2;
        }
    }
}

/// Where the ASCII letters from byte `at` on end.
#[inline]
fn ascii_letters_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(bytes) = sixteen(bytes, at) {
        let length = leading(letters(bytes));
        at += length;
        if length < LANES {
            return at;
        }
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn letters_are_told_in_any_place() {
        for byte in 0..=255_u8 {
            for place in 0..40 {
                let mut text = [b'x'; 40];
                text[place] = byte;
                let end = if byte.is_ascii_alphabetic() { 40 } else { place };
                assert_eq!(super::ascii_letters_end(&text, 0), end, "{byte} at {place}");
            }
        }
    }

    #[test]
    fn usual_letters_are_letters_of_two_bytes_that_never_part() {
        for c in '\u{80}'..'\u{800}' {
            let mut bytes = [0; 2];
            c.encode_utf8(&mut bytes);
            if super::is_usual_letter(&bytes, 0) {
                assert!(c.is_alphabetic(), "{c:?}");
                for text in [format!("a{c}b"), format!("{c}'{c}"), format!("{c}7{c} {c}")]
                {
                    assert_eq!(text.unicode_words().next(), text.split(' ').next());
                }
            }
        }
    }
}
