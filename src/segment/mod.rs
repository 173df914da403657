//! The second stage: blocks to sections and sentences.

mod abbreviation;
mod around;
pub(crate) mod boundary;
pub(crate) mod chars;
mod enumerators;
pub(crate) mod labels;
mod locators;
mod openings;
mod sections;
pub(crate) mod sentences;
#[cfg(feature = "unspaced")]
mod unspaced;
pub(crate) mod words;

use std::borrow::Cow;

pub use sections::{Segmented, segment};
pub(crate) use words::letters_end;
pub use words::words;

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

/// Whether `text` is ASCII without any white space but single spaces.
fn is_plain(text: &[u8]) -> bool {
    let behind = &text[1.min(text.len())..];
    text.is_ascii()
        && !text.iter().zip(behind).fold(false, |any, (a, b)| {
            any | (9..=13).contains(a) | ((*a == b' ') & (*b == b' '))
        })
}

/// White space that may be folded: everything but the spaces that hold words
/// together.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}
