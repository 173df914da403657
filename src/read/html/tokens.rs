//! The source as the tokenizer can take it: html5gum calls itself for each
//! `name="value"` that follows another, so a tag with a great many of them
//! would use up the stack.

use std::borrow::Cow;

use memchr::memchr;
use memchr::memmem::Finder;

/// So many attributes in a row do no harm.
const ROW: usize = 48;

/// `source` with the space between two attributes now and then replaced by a
/// slash, which means as little there and lets the tokenizer return. Every
/// other byte stands where it stood.
pub(super) fn tame(source: &str) -> Cow<'_, str> {
    let bytes = source.as_bytes();
    let opening = Finder::new(b"=\"");
    let mut slashes = Vec::new();
    let (mut row, mut last_end) = (0, 0);
    while let Some(at) = opening.find(&bytes[last_end..]) {
        let between = &bytes[last_end..last_end + at];
        let follows = between.first().is_some_and(u8::is_ascii_whitespace)
            && !between.iter().any(|byte| matches!(byte, b'>' | b'/'));
        row = if follows { row + 1 } else { 0 };
        if row == ROW {
            slashes.push(last_end);
            row = 0;
        }
        let value = last_end + at + 2;
        let Some(length) = memchr(b'"', &bytes[value..]) else { break };
        last_end = value + length + 1;
    }
    if slashes.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut tamed = String::with_capacity(source.len());
    let mut from = 0;
    for slash in slashes {
        tamed.push_str(&source[from..slash]);
        tamed.push('/');
        from = slash + 1;
    }
    tamed.push_str(&source[from..]);
    Cow::Owned(tamed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_harmless_is_not_touched() {
        let source = "<p class=\"a\" id=\"b\">One=\"two\".</p>".repeat(100);
        assert!(matches!(tame(&source), Cow::Borrowed(_)));
    }

    #[test]
    fn long_rows_are_broken_and_nothing_moves() {
        let source = format!("<p{}>", " a=\"é = \"".repeat(10 * ROW));
        let tamed = tame(&source);
        assert_eq!(tamed.len(), source.len());
        let differ =
            tamed.bytes().zip(source.bytes()).filter(|(new, old)| new != old).count();
        assert!((9..=10).contains(&differ), "{differ}");
    }
}
