//! Numbers with stops that belong to what follows: of parts, items and laws.

use super::around::{Token, word};
use super::chars::is_roman;

/// The short name of a code of laws has no more letters: `Stat.`
const LONGEST_CODE: usize = 5;
/// No number before an item has more bytes; wide figures have three each.
const LONGEST_NUMBER: usize = 9;

/// Whether a stop behind `token` is inside a number or a citation: `3.1. The order`,
/// `Conf. I.18`, `Stat. § 4`. Where nouns have capitals, `§ 4` may begin a sentence.
pub(super) fn goes_on(token: Token<'_>, rest: &str, noun_capitals: bool) -> bool {
    let is_code = || {
        token.text.len() <= LONGEST_CODE
            && token.text.starts_with(|c: char| c.is_ascii_uppercase())
    };
    is_outline(token)
        || is_part_number(rest)
        || rest.starts_with('§') && !noun_capitals && is_code()
}

/// Whether `text` is a number, in any figures.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= LONGEST_NUMBER && text.chars().all(char::is_numeric)
}

/// Whether `token` is the number of a part, at its beginning: `3.1. The order`.
fn is_outline(token: Token<'_>) -> bool {
    token.text.starts_with(|c: char| c.is_ascii_digit())
        && token.before().trim_matches('§').is_empty()
        && token.text.bytes().all(|byte| byte.is_ascii_digit() || b".-".contains(&byte))
}

/// Whether `text` begins with the number of a part of a work: `I.18`.
fn is_part_number(text: &str) -> bool {
    if !text.starts_with(['I', 'V', 'X', 'L', 'C', '.']) {
        return false;
    }
    let part = word(text);
    part.len() <= 5
        && is_roman(part)
        && text[part.len()..]
            .strip_prefix('.')
            .is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit()))
}
