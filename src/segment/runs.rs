//! A text's runs of letters and digits, without a thought of what words are.

use super::chars::ALPHANUMERIC;

/// The runs of letters and digits of ASCII and of other characters that are `inside`.
pub(crate) fn runs(
    text: &str,
    inside: impl Fn(char) -> bool + Copy,
) -> impl Iterator<Item = &str> {
    let (bytes, mut at) = (text.as_bytes(), 0);
    let is_wide = |at: usize| bytes.get(at).is_some_and(|byte| !byte.is_ascii());
    std::iter::from_fn(move || {
        at = find(bytes, at, |byte| ALPHANUMERIC[usize::from(byte)] | !byte.is_ascii());
        if is_wide(at) {
            at = text[at..].find(inside).map_or(text.len(), |start| at + start);
        }
        let start = at;
        at = find(bytes, at, |byte| !ALPHANUMERIC[usize::from(byte)]);
        if is_wide(at) {
            at = text[at..].find(|c| !inside(c)).map_or(text.len(), |end| at + end);
        }
        (start < at).then(|| &text[start..at])
    })
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
