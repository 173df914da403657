//! How a line or a paragraph begins and ends.

use crate::segment::chars::{self, Begin, begin};

/// How the first word of `text` begins, behind opening marks.
pub(super) fn begins(text: &str) -> Begin {
    if let Some(first) = text.bytes().next().filter(u8::is_ascii_alphanumeric) {
        return begin(char::from(first));
    }
    text.chars().find(|c| !chars::opens(*c)).map_or(Begin::Other, begin)
}

/// Whether `text` ends with a terminal mark, closing marks aside, or with a dash inside
/// a quotation, where somebody breaks off.
pub(super) fn ends_sentence(text: &str) -> bool {
    match text.as_bytes().last() {
        Some(b'.' | b'!' | b'?') => return true,
        Some(b',' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z') => return false,
        _ => {}
    }
    let is_behind =
        |c: char| chars::may_close(c) || c.is_whitespace() || matches!(c, '*' | '_');
    let bare = text.trim_end_matches(is_behind);
    let last = bare.chars().next_back();
    let breaks_off = |c: char| chars::is_dash(c) && bare.len() < text.len();
    last.is_some_and(|c| chars::mark(c).is_some() || breaks_off(c))
}

/// Whether a line consists of capitals, as far as it has letters.
pub(super) fn is_capitals(line: &str) -> bool {
    line.len() > 2
        && line.contains(char::is_uppercase)
        && !line.contains(char::is_lowercase)
}
