//! Words in lower case, without allocation.

/// A word in lower case, on the stack.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lower {
    bytes: [u8; Lower::LONGEST],
    length: usize,
}

impl Default for Lower {
    fn default() -> Self {
        Lower { bytes: [0; Lower::LONGEST], length: 0 }
    }
}

impl Lower {
    /// No entry of a table is longer, in bytes.
    pub(super) const LONGEST: usize = 64;

    /// `word` in lower case, unless it is longer than any entry.
    pub fn of(word: &str) -> Option<Self> {
        let mut lower = Lower::default();
        lower.push(word).then_some(lower)
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or("")
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Appends `word`, if it fits.
    pub(super) fn push(&mut self, word: &str) -> bool {
        let free = &mut self.bytes[self.length..];
        if word.is_ascii() {
            let Some(free) = free.get_mut(..word.len()) else { return false };
            free.copy_from_slice(word.as_bytes());
            self.length += word.len();
            // All of it, because a fixed length is faster than the right one.
            self.bytes.make_ascii_lowercase();
            return true;
        }
        if let Some(free) = free.get_mut(..word.len()) {
            free.copy_from_slice(word.as_bytes());
            if lower_usual(free) {
                self.length += word.len();
                return true;
            }
        }
        word.chars().flat_map(char::to_lowercase).all(|c| self.add(c))
    }

    /// Appends `c`, if it fits.
    fn add(&mut self, c: char) -> bool {
        let end = self.length + c.len_utf8();
        let Some(free) = self.bytes.get_mut(self.length..end) else { return false };
        c.encode_utf8(free);
        self.length = end;
        true
    }
}

/// Puts the usual letters of Latin and Cyrillic in lower case, in place. Where there is
/// anything else beyond ASCII, nothing is sure and some may be done.
fn lower_usual(word: &mut [u8]) -> bool {
    let mut at = 0;
    loop {
        match word[at..] {
            [] => return true,
            [first, ..] if first.is_ascii() => {
                word[at] = first.to_ascii_lowercase();
                at += 1;
            }
            [first, last, ..] => {
                match (first, last) {
                    (0xc3, 0x80..=0x96 | 0x98..=0x9e) | (0xd0, 0x90..=0x9f) => {
                        word[at + 1] = last + 0x20;
                    }
                    (0xd0, 0xa0..=0xaf) => (word[at], word[at + 1]) = (0xd1, last - 0x20),
                    (0xc3 | 0xd0, 0x90..) | (0xd1, ..=0x9f) => {}
                    _ => return false,
                }
                at += 2;
            }
            [_] => return false,
        }
    }
}

/// A short word as one number, which is hashed and compared at once: its
/// bytes, and above them its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Packed(u128);

/// A number that has 1 in each of its bytes.
const ONES: u128 = u128::MAX / 0xff;

impl Packed {
    /// No longer word can be packed, in bytes.
    const LONGEST: usize = 15;

    /// `word` as it is, if it is short.
    pub fn of(word: &[u8]) -> Option<Self> {
        let length = word.len();
        let packed = match (word.first_chunk(), word.last_chunk()) {
            _ if length > Packed::LONGEST => return None,
            // Where the chunks overlap they agree.
            (Some(first), Some(last)) => {
                let above = 8 * (length - 8);
                u128::from(u64::from_le_bytes(*first))
                    | u128::from(u64::from_le_bytes(*last)) << above
            }
            _ => u128::from(few_bytes(word)),
        };
        Some(Packed(packed | (length as u128) << 120))
    }

    /// `word` in lower case, if it is short and ASCII.
    pub fn lower(word: &[u8]) -> Option<Self> {
        let packed = Packed::of(word)?.0;
        // The highest bit of each byte tells what the byte is.
        let high = ONES << 7;
        let from_a = packed + ONES * u128::from(0x80 - b'A');
        let beyond_z = packed + ONES * u128::from(0x7f - b'Z');
        let capitals = from_a & !beyond_z & high;
        (packed & high == 0).then_some(Packed(packed | capitals >> 2))
    }
}

/// Up to seven bytes as one number.
fn few_bytes(word: &[u8]) -> u64 {
    let length = word.len();
    match (word.first_chunk(), word.last_chunk(), word) {
        (Some(first), Some(last), _) => {
            let above = 8 * (length - 4);
            u64::from(u32::from_le_bytes(*first))
                | u64::from(u32::from_le_bytes(*last)) << above
        }
        (.., [first, .., last]) => {
            let middle = u64::from(word[length / 2]) << (8 * (length / 2));
            u64::from(*first) | middle | u64::from(*last) << (8 * (length - 1))
        }
        (.., [only]) => u64::from(*only),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn short_words_differ_where_their_bytes_do() {
        let word = b"abcdefghijklmno";
        for length in 0..=word.len() {
            let packed = Packed::of(&word[..length]).unwrap();
            assert_eq!(packed.0.to_le_bytes()[..length], word[..length]);
            assert_eq!(packed.0 >> 120, length as u128);
        }
        assert_eq!(Packed::of(b"abcdefghijklmnop"), None);
    }

    #[test]
    fn every_character_has_its_lower_case() {
        for c in '\0'..='\u{ffff}' {
            let lower = Lower::of(&c.to_string()).unwrap();
            assert_eq!(lower.as_str(), c.to_lowercase().collect::<String>(), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn packed_in_lower_case_is_lower_case_packed(word in "[ -~]{0,16}|\\PC{0,8}") {
            let lower = word.to_ascii_lowercase();
            let expected = Packed::of(lower.as_bytes()).filter(|_| word.is_ascii());
            prop_assert_eq!(Packed::lower(word.as_bytes()), expected);
        }
    }
}
