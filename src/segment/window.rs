//! What the next sixty-four bytes of a text are to words, a bit for each byte.

use crate::lanes::{Sixteen, WINDOW, are, bits, letters, within};

/// A stretch of text, of which most words can be told without a look at any byte.
/// The lowest bit is that of the first byte. What is behind the end is a break.
#[derive(Clone, Copy, Default)]
pub(super) struct Window {
    /// Where in the text it begins.
    start: usize,
    /// The letters of ASCII, and the usual ones of two bytes.
    letters: u64,
    /// Everything but breaks of ASCII.
    inside: u64,
    /// Where a word of letters ends, if it comes so far: at breaks of ASCII, and at
    /// marks with such a break behind them, which join nothing.
    ends: u64,
}

/// What stands in a window from some byte on.
pub(super) enum Sight {
    /// A word of letters. Behind it is a break, or a mark that joins nothing.
    Word(usize, usize),
    /// Nothing up to this byte.
    Nothing(usize),
    /// Something else from this byte on, which takes a closer look.
    Other(usize),
    /// From this byte on there is more than the window shows.
    Beyond(usize),
}

impl Window {
    /// The bytes of `text` from `start` to `end`, as far as they go.
    pub fn new(text: &[u8], end: usize, start: usize) -> Self {
        let whole = text.get(start..).and_then(|rest| rest.first_chunk::<WINDOW>());
        let padded;
        let bytes = if let Some(bytes) = whole {
            bytes
        } else {
            padded = pad(&text[start.min(text.len())..]);
            &padded
        };
        let mut found = bits(bytes, letters);
        let marks = bits(bytes, marks);
        let others = |bytes| within(bytes, b'0', b':') | are(bytes, b'_') | bytes;
        let inside = found | marks | bits(bytes, others);
        let wide = bits(bytes, |bytes| bytes);
        if wide != 0 {
            found |= usual_letters(bytes);
        }
        let shown = end.saturating_sub(start);
        let shown = if shown < WINDOW { (1 << shown) - 1 } else { u64::MAX };
        let inside = inside & shown;
        let ends = !inside | marks & (!inside >> 1);
        Window { start, letters: found & shown, inside, ends }
    }

    /// What stands at byte `at` and behind it.
    #[expect(clippy::inline_always, reason = "each word of a text comes here")]
    #[inline(always)]
    pub fn see(&self, at: usize) -> Sight {
        let offset = at.wrapping_sub(self.start);
        if offset >= WINDOW {
            return Sight::Beyond(at);
        }
        let inside = self.inside >> offset;
        if inside == 0 {
            return Sight::Beyond(self.start + WINDOW);
        }
        let first = offset + inside.trailing_zeros() as usize;
        let end = first + (!(self.letters >> first)).trailing_zeros() as usize;
        if end >= WINDOW {
            let at = self.start + first;
            return if first > 0 { Sight::Beyond(at) } else { Sight::Other(at) };
        }
        match self.ends >> end & 1 == 1 {
            true if end > first => Sight::Word(self.start + first, self.start + end),
            true => Sight::Nothing(self.start + end + 1),
            false => Sight::Other(self.start + first),
        }
    }
}

/// The last bytes of a text with breaks behind them.
#[cold]
fn pad(rest: &[u8]) -> [u8; WINDOW] {
    let mut padded = [0; WINDOW];
    padded[..rest.len()].copy_from_slice(rest);
    padded
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
        let window = Window::new(text.as_bytes(), text.len(), 0);
        assert!(matches!(window.see(0), Sight::Beyond(61)));
        let window = Window::new(text.as_bytes(), text.len(), 61);
        assert!(matches!(window.see(61), Sight::Word(61, 65)));
        assert!(matches!(window.see(66), Sight::Word(67, 70)));
        assert!(matches!(window.see(70), Sight::Nothing(71)));
        assert!(matches!(window.see(71), Sight::Beyond(125)));
    }
}
