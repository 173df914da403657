//! What few lines hold, sought ahead of them: one fast search leaps over all
//! the lines without it.

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
        let mut colon = Next::of(text, |text| memchr::memchr(b':', text));
        let found = [0, 1, 2, 3, 4, 5, 6].map(|from| colon.behind(from));
        assert_eq!(found, [1, 1, 3, 3, 4, 6, 6]);
    }
}
