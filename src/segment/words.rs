//! Text to words: UAX #29 words that hold a letter or a digit.
//!
//! One scan over bytes finds the words of plain ASCII runs, which are most of
//! most texts. A run (a stretch without ASCII white space, which no word
//! crosses) that holds anything else goes to `unicode-segmentation`, the
//! oracle of the tests as well. Terms come from the same scan: they differ
//! from words only where a script has no spaces.

use unicode_segmentation::UnicodeSegmentation;

use super::chars::is_alphanumeric;

/// Calls `word` with the words of `text` in order.
///
/// ```
/// let mut words = Vec::new();
/// epitome::segment::words("It's 3.5 km – far.", &mut |word| words.push(word));
/// assert_eq!(words, ["It's", "3.5", "km", "far"]);
/// ```
pub fn words<'a>(text: &'a str, word: &mut impl FnMut(&'a str)) {
    scan(text, &mut |found, _| word(found), words_of_run);
}

/// Calls `term` with the words that the terms of `text` come from, in order,
/// and with how many words of [`words`] each counts for. The counts add up to
/// the number of words. The two differ where there are no spaces between
/// words: there UAX #29 counts, and a dictionary tells the words.
pub(crate) fn terms<'a>(text: &'a str, term: &mut impl FnMut(&'a str, u32)) {
    #[cfg(feature = "unspaced")]
    scan(text, term, super::unspaced::words_of_run);
    #[cfg(not(feature = "unspaced"))]
    scan(text, term, words_of_run);
}

/// Calls `word` with the words of plain ASCII runs and `wide` with all other runs.
fn scan<'a, W>(text: &'a str, word: &mut W, wide: impl Fn(&'a str, &mut W))
where
    W: FnMut(&'a str, u32),
{
    let bytes = text.as_bytes();
    let (mut at, mut done) = (0, 0);
    while at < bytes.len() {
        match CLASS[bytes[at] as usize] {
            Class::Break => at += 1,
            Class::Wide => {
                let start = with_base(bytes, done, at);
                at = run_from(bytes, at, at);
                wide(&text[start..at], word);
                done = at;
            }
            class => match ascii_word(bytes, at) {
                Ok(end) => {
                    let found = &text[at..end];
                    if matches!(class, Class::Letter | Class::Digit)
                        || found.bytes().any(|byte| byte.is_ascii_alphanumeric())
                    {
                        word(found, 1);
                    }
                    at = end;
                    done = end;
                }
                // The run turns out not to be plain ASCII.
                Err(seen) => {
                    let run = run_from(bytes, at, seen);
                    wide(&text[at..run], word);
                    at = run;
                    done = run;
                }
            },
        }
    }
}

fn words_of_run<'a>(run: &'a str, word: &mut impl FnMut(&'a str, u32)) {
    wide_words(run).for_each(|(_, found)| word(found, 1));
}

/// The words of a run that is not plain ASCII, and where they begin.
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

/// What an ASCII byte is to UAX #29.
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
    /// Not ASCII.
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

/// Whether words go on over `byte` whatever stands around it.
fn is_inside(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The end of the word that begins at byte `from` (rules WB5 to `WB13b`), or
/// where something that is not ASCII touches it.
fn ascii_word(bytes: &[u8], from: usize) -> Result<usize, usize> {
    let class =
        |at: usize| bytes.get(at).map_or(Class::Break, |byte| CLASS[*byte as usize]);
    let mut at = from + 1;
    if !is_inside(bytes[from]) {
        return if class(at) == Class::Wide { Err(at) } else { Ok(at) };
    }
    loop {
        at += bytes[at..].iter().take_while(|byte| is_inside(**byte)).count();
        let (last, mark) = (class(at - 1), class(at));
        let joins = match (mark, class(at + 1)) {
            (Class::Wide, _) => return Err(at),
            (Class::Break, _) => return Ok(at),
            (_, Class::Wide) => return Err(at + 1),
            (_, Class::Letter) => last == Class::Letter && mark != Class::MidNum,
            (_, Class::Digit) => last == Class::Digit && mark != Class::MidLetter,
            _ => false,
        };
        if !joins {
            return Ok(at);
        }
        at += 2;
    }
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

    proptest! {
        #[test]
        fn words_are_those_of_the_oracle(text in "[a-zA-Z0-9_.,;:'’ \n\té中あก्\u{300}\u{200d}\u{ad}😀\u{5d0}\"-]{0,40}") {
            prop_assert_eq!(ours(&text), oracle(&text));
        }

        #[test]
        fn words_of_any_text_are_those_of_the_oracle(text in any::<String>()) {
            prop_assert_eq!(ours(&text), oracle(&text));
        }
    }
}
