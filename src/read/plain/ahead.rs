//! What few lines hold, sought ahead of them: one fast search leaps over all
//! the lines without it.

use std::ops::Range;

use memchr::{memchr, memchr3, memmem};

use crate::document::Span;

/// What may tell a row, an equation, a usage or the head of a letter.
#[derive(Clone, Copy)]
pub(super) struct Inside {
    /// A tab, or two spaces together.
    pub gap: bool,
    /// The sign `=`.
    pub equals: bool,
    /// A square or curly bracket that opens, or a stroke.
    pub slot: bool,
    /// Where the first colon stands; one beyond the line is none.
    pub colon: usize,
}

/// Tells what is inside the lines of a text.
pub(super) struct Scan<'a> {
    tab: Next<'a>,
    spaces: Next<'a>,
    equals: Next<'a>,
    slot: Next<'a>,
    colon: Next<'a>,
}

impl<'a> Scan<'a> {
    /// A scan of `text` from its first line on.
    pub fn of(text: &'a str) -> Self {
        Scan {
            tab: Next::of(text, |text| memchr(b'\t', text)),
            spaces: Next::of(text, |text| memmem::find(text, b"  ")),
            equals: Next::of(text, |text| memchr(b'=', text)),
            slot: Next::of(text, |text| memchr3(b'[', b'{', b'|', text)),
            colon: Next::of(text, |text| memchr(b':', text)),
        }
    }

    /// What is inside the line at `line`, which has no white space around it.
    pub fn inside(&mut self, line: Span) -> Inside {
        let Range { start, end } = line.range();
        Inside {
            gap: self.tab.behind(start) < end || self.spaces.behind(start) < end,
            equals: self.equals.behind(start) < end,
            slot: self.slot.behind(start) < end,
            colon: self.colon.behind(start) - start,
        }
    }
}

/// Where in a text the next of something stands.
pub(super) struct Next<'a> {
    text: &'a [u8],
    find: fn(&[u8]) -> Option<usize>,
    at: usize,
}

impl<'a> Next<'a> {
    /// What `find` finds first in `text`.
    pub fn of(text: &'a str, find: fn(&[u8]) -> Option<usize>) -> Self {
        let text = text.as_bytes();
        Next { text, find, at: find(text).unwrap_or(text.len()) }
    }

    /// Where the first from byte `from` on stands, or the end of the text.
    /// `from` is not before the last one asked for.
    pub fn behind(&mut self, from: usize) -> usize {
        if self.at < from {
            let rest = &self.text[from..];
            self.at = from + (self.find)(rest).unwrap_or(rest.len());
        }
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_is_found_from_any_place_on() {
        let text = "a:b::c";
        let mut colon = Next::of(text, |text| memchr(b':', text));
        let found = [0, 1, 2, 3, 4, 5, 6].map(|from| colon.behind(from));
        assert_eq!(found, [1, 1, 3, 3, 4, 6, 6]);
    }
}
