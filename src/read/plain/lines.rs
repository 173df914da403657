//! Text to lines.

use super::ahead::Scan;
use super::looks::{Look, ends_in_digit, look};
use crate::document::Span;
use crate::flood;
use crate::segment::chars;

/// A line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The line without the white space around it.
    pub span: Span,
    /// How many columns of white space stand before it.
    pub indent: u32,
    /// How many columns it takes, with two for East Asian characters.
    pub width: u32,
    /// Whether a blank line or a page break stands before it.
    pub gap: bool,
    /// Whether it ends in a digit, as the lines with page numbers do.
    pub numbered: bool,
    /// Whether two spaces together, or a tab, stand inside.
    pub spaced: bool,
    /// What it looks like.
    pub look: Look,
}

/// The lines of `text` that are not blank. A line ends at any line terminator
/// of the Unicode Standard (§5.8); a form feed is a page break too. Where there are
/// more than a text may have, the others are left out.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let most = flood::most(text.len());
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    let found = Vec::with_capacity(most.min(1 + ends));
    let mut lines = Lines { text, found, gap: false, scan: Scan::of(text), most };
    if has_rare_ends(text.as_bytes()) {
        let mut start = 0;
        for (at, end) in text.match_indices(is_line_end) {
            let closes_crlf = end == "\n" && at == start && text[..at].ends_with('\r');
            if !closes_crlf {
                lines.push(start, at);
            }
            lines.gap |= end == "\u{c}";
            start = at + end.len();
        }
        lines.push(start, text.len());
    } else {
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
            lines.push(start, end);
            start = end + 1;
        }
        lines.push(start, text.len());
    }
    lines.found
}

struct Lines<'a> {
    text: &'a str,
    found: Vec<Line>,
    gap: bool,
    scan: Scan<'a>,
    most: usize,
}

impl Lines<'_> {
    fn push(&mut self, start: usize, end: usize) {
        let line = &self.text[start..end];
        let ahead = chars::trim_start(line);
        let bare = chars::trim_end(ahead);
        let behind_indent = line.len() - ahead.len();
        let indent = indent(&line[..behind_indent]);
        if bare.is_empty() {
            self.gap = true;
            return;
        }
        if self.found.len() == self.most {
            return;
        }
        let span = Span::new(start + behind_indent..start + behind_indent + bare.len());
        let inside = self.scan.inside(span);
        self.found.push(Line {
            span,
            indent,
            width: width(bare) as u32,
            gap: std::mem::take(&mut self.gap),
            numbered: ends_in_digit(bare),
            spaced: inside.gap,
            look: look(bare, indent, inside),
        });
    }
}

/// How many columns `space` takes before a line; a tab goes on to the next multiple of
/// eight.
fn indent(space: &str) -> u32 {
    let columns = |column: u32, c: char| match c {
        '\t' => column / 8 * 8 + 8,
        _ => column + 1,
    };
    space.chars().fold(0, columns)
}

/// No wrapped line has more columns.
pub(super) const MOST_COLUMNS: usize = 132;

/// The width of `text` in columns, with two for East Asian characters.
pub(super) fn width(text: &str) -> usize {
    // A character has at most four bytes: a line this long is never wrapped.
    if text.len() > 4 * MOST_COLUMNS || text.is_ascii() {
        return text.len();
    }
    let is_narrow = !may_be_wide(text.as_bytes());
    let wide = if is_narrow { 0 } else { text.chars().filter(|c| is_wide(*c)).count() };
    text.chars().count() + wide
}

/// Whether a character takes two columns.
fn is_wide(c: char) -> bool {
    matches!(c as u32, 0x2e80..=0xd7ff | 0xf900..=0xfaff | 0xff00..=0xff60)
}

/// Whether there are bytes with which wide characters begin.
fn may_be_wide(bytes: &[u8]) -> bool {
    let begins =
        |a: u8, b: u8| u8::from((0xe3..=0xef).contains(&a) | ((a == 0xe2) & (b >= 0xba)));
    chars::pairs(bytes, begins) != 0
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether lines end in any other way than `\n` and `\r\n`.
fn has_rare_ends(text: &[u8]) -> bool {
    let is_rare = |at: usize| match &text[at..] {
        [b'\r', behind @ ..] => behind.first() != Some(&b'\n'),
        // U+0085, U+2028 and U+2029.
        [0xc2, 0x85, ..] | [0xe2, 0x80, 0xa8 | 0xa9, ..] => true,
        [first, ..] => first.is_ascii(),
        [] => false,
    };
    memchr::memchr3_iter(b'\r', 0xb, 0xc, text).any(is_rare)
        || memchr::memchr2_iter(0xc2, 0xe2, text).any(is_rare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, bool)> {
        lines(text).iter().map(|line| (line.span.of(text), line.gap)).collect()
    }

    #[test]
    fn every_line_end_is_one() {
        let expected = [("a", false), ("b", false), ("c", true)];
        for end in ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{b}"] {
            assert_eq!(found(&format!("a{end} b {end}{end}c{end}")), expected, "{end:?}");
        }
        assert_eq!(found("a\u{c}b"), [("a", false), ("b", true)]);
    }
}
