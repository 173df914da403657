//! What sixty-four bytes of a text are to words, a bit for each byte.

use std::ops::Range;

use crate::lanes::{Sixteen, WINDOW, are, bits, letters, window, within};

/// The bytes of a text from some byte on. The lowest bit is that of the first byte.
#[derive(Clone, Copy, Debug, Default)]
struct Bytes {
    /// Where in the text they begin.
    start: usize,
    /// The letters and digits of ASCII, and the usual letters of two bytes.
    letters: u64,
    /// Everything but breaks of ASCII.
    inside: u64,
    /// The marks that may join two letters or two digits.
    marks: u64,
}

/// A stretch of text, of which most words can be told without a look at any byte.
/// What is behind its end is a break.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Window {
    bytes: Bytes,
    letters: u64,
    inside: u64,
    /// Where a word of letters and digits ends, if it comes so far: at breaks of ASCII,
    /// and at marks with such a break behind them, which join nothing.
    ends: u64,
    /// Where such words begin that are still to be told, and where they end. The last to
    /// begin may have no end here.
    begins: u64,
    stops: u64,
}

/// What stands in a window from some byte on, before the next of the words that it tells.
pub(super) enum Sight {
    /// Something from this byte on that takes a closer look.
    Other(usize),
    /// From this byte on there is more than the window shows.
    Beyond(usize),
}

impl Bytes {
    /// Those of `text` from `start` on.
    fn new(text: &[u8], start: usize) -> Self {
        let bytes = &window(text, start);
        let mut letters = bits(bytes, |bytes| letters(bytes) | within(bytes, b'0', b'9'));
        let marks = bits(bytes, marks);
        let others = |bytes| are(bytes, b':') | are(bytes, b'_') | bytes;
        let inside = letters | marks | bits(bytes, others);
        let wide = bits(bytes, |bytes| bytes);
        if wide != 0 {
            letters |= usual_letters(bytes);
        }
        Bytes { start, letters, inside, marks }
    }
}

impl Window {
    /// The bytes of `text` from `start` to `end`, as far as they go.
    pub fn new(text: &[u8], end: usize, start: usize) -> Self {
        Window::of(Bytes::new(text, start), end, start)
    }

    /// The same, from a window of this `text` that may show them already, or an empty one.
    pub fn moved(&self, text: &[u8], end: usize, start: usize) -> Self {
        let offset = start.wrapping_sub(self.bytes.start);
        match offset < WINDOW && self.bytes.inside != 0 {
            true => Window::of(self.bytes, end, start),
            false => Window::new(text, end, start),
        }
    }

    /// What `bytes` show from `start` to `end`.
    fn of(bytes: Bytes, end: usize, start: usize) -> Self {
        let shown = end.saturating_sub(bytes.start);
        let shown = if shown < WINDOW { (1 << shown) - 1 } else { u64::MAX };
        let (letters, inside) = (bytes.letters & shown, bytes.inside & shown);
        let ends = !inside | bytes.marks & (!inside >> 1);
        let mut window = Window { bytes, letters, inside, ends, begins: 0, stops: 0 };
        window.look_from(start);
        window
    }

    /// Tells the words from byte `at` on, up to the first that takes a closer look.
    pub fn look_from(&mut self, at: usize) {
        let offset = at.wrapping_sub(self.bytes.start);
        let ahead = if offset < WINDOW { u64::MAX << offset } else { 0 };
        let (letters, inside) = (self.letters & ahead, self.inside & ahead);
        let begins = inside & !(inside << 1);
        self.begins = begins & letters;
        // The sum carries each first letter over those behind it.
        let stops = letters.wrapping_add(self.begins) & !letters;
        let others = (stops | begins & !letters) & !self.ends;
        let before = (others & others.wrapping_neg()).wrapping_sub(1);
        self.stops = stops & before;
    }

    /// The next of the words that are told.
    #[expect(clippy::inline_always, reason = "each word of a text comes here")]
    #[inline(always)]
    pub fn next_word(&mut self) -> Option<Range<usize>> {
        if self.stops == 0 {
            return None;
        }
        let start = self.bytes.start + self.begins.trailing_zeros() as usize;
        let end = self.bytes.start + self.stops.trailing_zeros() as usize;
        self.begins &= self.begins - 1;
        self.stops &= self.stops - 1;
        Some(start..end)
    }

    /// What stands at byte `at` and behind it, where no word is left to be told.
    pub fn see(&self, at: usize) -> Sight {
        let offset = at.wrapping_sub(self.bytes.start);
        if offset >= WINDOW {
            return Sight::Beyond(at);
        }
        // A mark that is alone is none of a word.
        let inside = self.inside >> offset << offset;
        let alone = inside & !(inside << 1) & !self.letters & self.ends;
        let inside = inside & !alone;
        if inside == 0 {
            return Sight::Beyond(self.bytes.start + WINDOW);
        }
        let first = inside.trailing_zeros() as usize;
        let goes_on = self.letters | ((1 << first) - 1) == u64::MAX;
        let from = self.bytes.start + first;
        if goes_on && first > 0 { Sight::Beyond(from) } else { Sight::Other(from) }
    }
}

/// The marks that may join two letters or two digits: `,`, `.`, `;` and `'`.
fn marks(bytes: Sixteen) -> Sixteen {
    // The comma and the full stop differ in one bit.
    are(bytes | Sixteen::splat(2), b'.') | are(bytes, b';') | are(bytes, b'\'')
}

/// The usual letters of two bytes: all that begin with these bytes, but for × and ÷.
fn usual_letters(bytes: &[u8; WINDOW]) -> u64 {
    let leads =
        bits(bytes, |bytes| within(bytes, 0xc3, 0xc5) | within(bytes, 0xd0, 0xd1));
    let latin = bits(bytes, |bytes| are(bytes, 0xc3));
    let signs = bits(bytes, |bytes| are(bytes, 0x97) | are(bytes, 0xb7));
    let signs = latin << 1 & signs;
    (leads | leads << 1) & !(signs | signs >> 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_at_the_end_of_a_window_is_seen_from_its_own_beginning() {
        let text = format!("{} word, two.", "-".repeat(60));
        let mut window = Window::new(text.as_bytes(), text.len(), 0);
        assert_eq!(window.next_word(), None);
        assert!(matches!(window.see(0), Sight::Beyond(61)));
        let mut window = Window::new(text.as_bytes(), text.len(), 61);
        assert_eq!(window.next_word(), Some(61..65));
        assert_eq!(window.next_word(), Some(67..70));
        assert_eq!(window.next_word(), None);
        assert!(matches!(window.see(70), Sight::Beyond(125)));
    }

    #[test]
    fn words_are_told_up_to_one_that_takes_a_closer_look() {
        let text = b"One, 2 x's three. \"Four\", 5.";
        let mut window = Window::new(text, text.len(), 0);
        let mut words = || std::iter::from_fn(|| window.next_word()).collect::<Vec<_>>();
        assert_eq!(words(), [0..3, 5..6]);
        assert!(matches!(window.see(6), Sight::Other(7)));
        window.look_from(10);
        let words: Vec<_> = std::iter::from_fn(|| window.next_word()).collect();
        assert_eq!(words, [11..16, 19..23, 26..27]);
        assert!(matches!(window.see(27), Sight::Beyond(64)));
    }
}
