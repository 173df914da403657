//! A map from words in lower case that is asked for words in any letter case.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::lower::{Lower, Packed, is_small};

/// What is known of words. A word that is not in it has the default value.
#[derive(Debug)]
pub(super) struct WordMap<V> {
    short: HashMap<Packed, V, FixedState>,
    long: HashMap<&'static [u8], V, FixedState>,
    /// For each first byte the lengths of the words that begin with it, as
    /// bits: most words that are looked up differ in that already.
    lengths: [u64; 256],
}

impl<V: Copy + Default> WordMap<V> {
    /// An empty map with room for so many short words.
    pub fn with_capacity(words: usize) -> Self {
        WordMap {
            short: HashMap::with_capacity_and_hasher(words, FixedState::default()),
            long: HashMap::default(),
            lengths: [0; 256],
        }
    }

    /// What is known of `word`, which is in lower case, to be changed.
    pub fn entry(&mut self, word: &'static str) -> &mut V {
        let word = word.as_bytes();
        if let Some(first) = word.first() {
            self.lengths[usize::from(*first)] |= bit(word.len());
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
            None if word.chars().all(is_small) => self.get_small(bytes),
            None => Lower::of(word).map_or(V::default(), |lower| self.get_lower(&lower)),
        }
    }

    /// What is known of a word in lower case.
    pub fn get_lower(&self, lower: &Lower) -> V {
        self.get_small(lower.as_bytes())
    }

    fn get_small(&self, word: &[u8]) -> V {
        if !self.may_hold(word) {
            return V::default();
        }
        let known = match Packed::of(word) {
            Some(packed) => self.short.get(&packed),
            None => self.long.get(word),
        };
        known.copied().unwrap_or_default()
    }

    /// Whether some word has the first byte and the length of this one, which
    /// is in lower case but for ASCII.
    fn may_hold(&self, word: &[u8]) -> bool {
        word.first().is_some_and(|first| {
            let lengths = self.lengths[usize::from(first.to_ascii_lowercase())];
            word.len() <= Lower::LONGEST && lengths & bit(word.len()) != 0
        })
    }
}

/// The bit that stands for a word of this length.
fn bit(length: usize) -> u64 {
    1 << (length % Lower::LONGEST)
}
