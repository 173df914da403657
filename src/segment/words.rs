//! Text to words: UAX #29 words that hold a letter or a digit.
//!
//! One scan over bytes finds the words of plain runs, which are most of most texts:
//! those of ASCII and of the usual letters of Latin, Greek and Cyrillic. A run (a
//! stretch without ASCII white space, which no word crosses) that holds anything else goes to `unicode-segmentation`, the
//! oracle of the tests as well. Terms come from the same scan: they differ
//! from words only where a script has no spaces.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::chars::is_alphanumeric;
use crate::lanes::{LANES, leading, letters, sixteen};

/// Calls `word` with the words of `text` in order.
///
/// ```
/// let mut words = Vec::new();
/// epitome::segment::words("It's 3.5 km – far.", &mut |word| words.push(word));
/// assert_eq!(words, ["It's", "3.5", "km", "far"]);
/// ```
pub fn words<'a>(text: &'a str, word: &mut impl FnMut(&'a str)) {
    scan(text, 0..text.len(), &mut |range, _| word(&text[range]), words_of_run);
}

/// Calls `term` with where in `text` the words stand that the terms of a stretch
/// of it come from, in order, and with how many words of [`words`] each counts for.
/// The counts add up to the number of words. The two differ where there are no
/// spaces between words: there UAX #29 counts, and a dictionary tells the words.
pub(crate) fn terms(
    text: &str,
    stretch: Range<usize>,
    term: &mut impl FnMut(Range<usize>, u32),
) {
    #[cfg(feature = "unspaced")]
    scan(text, stretch, term, super::unspaced::words_of_run);
    #[cfg(not(feature = "unspaced"))]
    scan(text, stretch, term, words_of_run);
}

/// Calls `word` with the words of plain runs of a stretch of `text`, and
/// `wide` with all other runs and where they begin.
fn scan<W>(
    text: &str,
    stretch: Range<usize>,
    word: &mut W,
    wide: impl Fn(&str, usize, &mut W),
) where
    W: FnMut(Range<usize>, u32),
{
    let (mut at, mut done) = (stretch.start, stretch.start);
    let bytes = &text.as_bytes()[..stretch.end];
    while at < bytes.len() {
        match class(bytes, at) {
            Class::Break => at += width(bytes, at),
            Class::Wide => {
                let start = with_base(bytes, done, at);
                at = run_from(bytes, at, at);
                wide(&text[start..at], start, word);
                done = at;
            }
            class => match plain_word(text.as_bytes(), bytes, at) {
                Ok(end) => {
                    let says_something = match class {
                        Class::Letter | Class::Digit => true,
                        Class::Joiner => bytes[at..end].iter().any(|byte| *byte != b'_'),
                        // A mark between nothing.
                        _ => false,
                    };
                    if says_something {
                        word(at..end, 1);
                    }
                    at = end;
                    done = end;
                }
                // The run turns out not to be plain.
                Err(seen) => {
                    let end = run_from(bytes, at, seen);
                    wide(&text[at..end], at, word);
                    at = end;
                    done = end;
                }
            },
        }
    }
}

fn words_of_run(run: &str, from: usize, word: &mut impl FnMut(Range<usize>, u32)) {
    wide_words(run).for_each(|(at, found)| word(from + at..from + at + found.len(), 1));
}

/// The words of a run that is not plain, and where they begin.
pub(super) fn wide_words(run: &str) -> impl Iterator<Item = (usize, &str)> {
    run.unicode_word_indices().filter(|(_, found)| says_something(found))
}

/// Whether `word` holds a letter or a digit.
pub(super) fn says_something(word: &str) -> bool {
    word.chars().any(is_alphanumeric)
}

/// Where a run at byte `at` begins, with the spaces before it, or the one
/// other byte: a combining mark at its start belongs to what stands before.
fn with_base(bytes: &[u8], done: usize, at: usize) -> usize {
    let before = &bytes[done..at];
    let spaces = before.iter().rev().take_while(|byte| **byte == b' ').count();
    at - spaces.max(1).min(before.len())
}

/// Where the run that holds `from..seen` ends.
fn run_from(bytes: &[u8], from: usize, seen: usize) -> usize {
    let rest = bytes[seen.max(from)..].iter().position(u8::is_ascii_whitespace);
    rest.map_or(bytes.len(), |length| seen.max(from) + length)
}

/// What a character is to UAX #29, by its first byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
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

/// The end of the word that begins at byte `from` (rules WB5 to `WB13b`) of
/// `bytes`, with which `text` begins, or where something that is not plain touches it.
#[inline]
fn plain_word(text: &[u8], bytes: &[u8], from: usize) -> Result<usize, usize> {
    // Most words are a few letters with a break behind them, or a mark and a break.
    let length = sixteen(text, from).map_or(0, |bytes| leading(letters(bytes)));
    let end = from + length;
    let ends = length > 0
        && match class(bytes, end) {
            Class::Break => end <= bytes.len(),
            Class::MidNum | Class::MidNumLet => {
                class(bytes, end + width(bytes, end)) == Class::Break
            }
            _ => false,
        };
    if ends { Ok(end) } else { marked_word(bytes, from) }
}

/// The same for a word that may hold digits, marks and letters that are not ASCII.
fn marked_word(bytes: &[u8], from: usize) -> Result<usize, usize> {
    let mut at = part_end(bytes, from);
    if at == from {
        // A mark between nothing.
        let next = at + width(bytes, at);
        return if class(bytes, next) == Class::Wide { Err(next) } else { Ok(next) };
    }
    loop {
        let mark = class(bytes, at);
        if mark == Class::Break {
            return Ok(at);
        }
        // A byte inside a character is one of a letter here.
        let last =
            if bytes[at - 1].is_ascii() { class(bytes, at - 1) } else { Class::Letter };
        let next = at + width(bytes, at);
        let joins = match (mark, class(bytes, next)) {
            (Class::Wide, _) => return Err(at),
            (_, Class::Wide) => return Err(next),
            (_, Class::Letter) => last == Class::Letter && mark != Class::MidNum,
            (_, Class::Digit) => last == Class::Digit && mark != Class::MidLetter,
            _ => false,
        };
        if !joins {
            return Ok(at);
        }
        at = part_end(bytes, next);
    }
}

/// What the character at byte `at` is; a break behind the end.
#[inline]
fn class(bytes: &[u8], at: usize) -> Class {
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
fn width(bytes: &[u8], at: usize) -> usize {
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

/// Where the letters, digits and joiners from byte `at` on end.
fn part_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at = letters_end(bytes, at);
        match class(bytes, at) {
            Class::Digit | Class::Joiner => at += 1,
            _ => return at,
        }
    }
}

/// Where the usual letters from byte `at` on end.
#[inline]
pub(crate) fn letters_end(bytes: &[u8], mut at: usize) -> usize {
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
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn ours(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        super::words(text, &mut |word| found.push(word));
        found
    }

    fn oracle(text: &str) -> Vec<&str> {
        let has_letter = |word: &&str| word.chars().any(char::is_alphanumeric);
        text.unicode_words().filter(has_letter).collect()
    }

    #[test]
    fn marks_between_letters_and_digits_join_as_uax_29_says() {
        for text in [
            "can't", "3.14,15;9", "a:b", "1:2", "a.b.", "x_1_", "a,b", "''a''", ".5",
            "e.g.x", "a.é",
        ] {
            assert_eq!(ours(text), oracle(text), "{text:?}");
        }
    }

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

    proptest! {
        #[test]
        fn words_with_usual_letters_and_marks_are_those_of_the_oracle(text in "[aZ7_.,;:'’‘ éßŉşЯёжΔσά×÷·“”«»–—…\u{a0}\u{ad}\u{301}\u{37e}\u{387}\u{482}\u{483}]{0,24}") {
            prop_assert_eq!(ours(&text), oracle(&text));
        }

        #[test]
        fn words_are_those_of_the_oracle(text in "[a-zA-Z0-9_.,;:'’ \n\té中あก्\u{300}\u{200d}\u{ad}😀\u{5d0}\"-]{0,40}") {
            prop_assert_eq!(ours(&text), oracle(&text));
        }

        #[test]
        fn words_of_a_stretch_are_those_of_its_text(before in "[a-z .é]{0,20}", text in "[a-z0-9.,' \n’é中]{0,30}", behind in "[a-z0-9.,'é ]{0,20}") {
            let whole = format!("{before}{text}{behind}");
            let stretch = before.len()..before.len() + text.len();
            let (mut found, mut alone) = (Vec::new(), Vec::new());
            super::terms(&whole, stretch, &mut |range, count| found.push((whole[range].to_string(), count)));
            super::terms(&text, 0..text.len(), &mut |range, count| alone.push((text[range].to_string(), count)));
            prop_assert_eq!(found, alone);
        }

        #[test]
        fn words_of_any_text_are_those_of_the_oracle(text in any::<String>()) {
            prop_assert_eq!(ours(&text), oracle(&text));
        }
    }
}
