//! A map from words in lower case that is asked for words in any letter case.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::lower::{Lower, Packed};

/// What is known of words. A word that is not in it has the default value.
#[derive(Debug)]
pub(super) struct WordMap<V> {
    short: HashMap<Packed, V, FixedState>,
    long: HashMap<&'static [u8], V, FixedState>,
    /// The shapes of the words, as bits: most words that are looked up have none of them.
    shapes: [u64; 256],
}

impl<V: Copy + Default> WordMap<V> {
    /// An empty map with room for so many short words.
    pub fn with_capacity(words: usize) -> Self {
        WordMap {
            short: HashMap::with_capacity_and_hasher(words, FixedState::default()),
            long: HashMap::default(),
            shapes: [0; 256],
        }
    }

    /// What is known of `word`, which is in lower case, to be changed.
    pub fn entry(&mut self, word: &'static str) -> &mut V {
        let word = word.as_bytes();
        if let (Some(first), Some(last)) = (word.first(), word.last()) {
            let (place, bit) = shape(*first, *last, word.len());
            self.shapes[place] |= bit;
        }
        match Packed::of(word) {
            Some(packed) => self.short.entry(packed).or_default(),
            None => self.long.entry(word).or_default(),
        }
    }

    /// What is known of `word`, in any letter case.
    pub fn get(&self, word: &str) -> V {
        let bytes = word.as_bytes();
        if !self.may_hold(bytes) && word.is_ascii() {
            return V::default();
        }
        match Packed::lower(bytes) {
            Some(packed) => self.short.get(&packed).copied().unwrap_or_default(),
            None => Lower::of(word).map_or(V::default(), |lower| self.get_lower(&lower)),
        }
    }

    /// What is known of a word in lower case.
    pub fn get_lower(&self, lower: &Lower) -> V {
        let word = lower.as_bytes();
        if !self.may_hold(word) {
            return V::default();
        }
        let known = match Packed::of(word) {
            Some(packed) => self.short.get(&packed),
            None => self.long.get(word),
        };
        known.copied().unwrap_or_default()
    }

    /// Whether some word has the shape of this one, which is in lower case but for ASCII.
    fn may_hold(&self, word: &[u8]) -> bool {
        let ends = word.first().zip(word.last());
        ends.is_some_and(|(first, last)| self.may_have(*first, *last, word.len()))
    }

    /// The same of a word with these bytes at its ends and of this length.
    pub fn may_have(&self, first: u8, last: u8, length: usize) -> bool {
        let (place, bit) = shape(first, last, length);
        self.shapes[place] & bit != 0
    }
}

/// The place and the bit for words with these bytes at their ends, in any letter case of
/// ASCII, and of this length.
fn shape(first: u8, last: u8, length: usize) -> (usize, u64) {
    let letter = |byte: u8| usize::from(byte & 0x1f);
    let bit = (letter(last) & 3) << 4 | length.min(15);
    (letter(first) << 3 | letter(last) >> 2, 1 << bit)
}
