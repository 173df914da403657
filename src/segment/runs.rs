//! A text's runs of letters and digits, without a thought of what words are.

use super::chars::ALPHANUMERIC;
use super::class::letters_end;

/// The runs of letters, digits and other characters that are `inside`, which all letters
/// and digits are.
pub(crate) fn runs(
    text: &str,
    inside: impl Fn(char) -> bool + Copy,
) -> impl Iterator<Item = &str> {
    let (bytes, mut at) = (text.as_bytes(), 0);
    std::iter::from_fn(move || {
        at = find(bytes, at, may_be_inside);
        if bytes.get(at).is_some_and(|byte| !byte.is_ascii()) {
            at = text[at..].find(inside).map_or(text.len(), |start| at + start);
        }
        let start = at;
        at = run_end(text, start, inside);
        (start < at).then(|| &text[start..at])
    })
}

/// Where the run that begins at byte `at` of `text` ends.
pub(super) fn run_end(text: &str, at: usize, inside: impl Fn(char) -> bool) -> usize {
    let bytes = text.as_bytes();
    let at = find(bytes, at, |byte| !ALPHANUMERIC[usize::from(byte)]);
    if bytes.get(at).is_none_or(u8::is_ascii) {
        return at;
    }
    let at = letters_end(bytes, at);
    match bytes.get(at).is_some_and(|byte| may_be_inside(*byte)) {
        true => text[at..].find(|c| !inside(c)).map_or(text.len(), |end| at + end),
        false => at,
    }
}

/// Whether a byte is a letter or digit of ASCII, or of a character beyond it.
fn may_be_inside(byte: u8) -> bool {
    ALPHANUMERIC[usize::from(byte)] | !byte.is_ascii()
}

/// The first byte from `at` on that `is` so, or the end.
fn find(bytes: &[u8], at: usize, is: impl Fn(u8) -> bool) -> usize {
    bytes[at..].iter().position(|byte| is(*byte)).map_or(bytes.len(), |found| at + found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::runs;

    proptest! {
        #[test]
        fn runs_are_what_stands_between_other_characters(text in "[a-z0-9 .,é中Я’\u{301}]{0,40}") {
            let inside = |c: char| c.is_alphanumeric() || c == '\u{301}';
            let simple = text.split(|c| !inside(c)).filter(|run| !run.is_empty());
            prop_assert_eq!(runs(&text, inside).collect::<Vec<_>>(), simple.collect::<Vec<_>>());
        }
    }
}
