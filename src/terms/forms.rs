//! Word forms as written, each with a number: one look-up a word.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

/// Word forms with their numbers.
///
/// A form of up to sixteen bytes is its own key, in two integers that overlap
/// where it is shorter, so that most look-ups touch one place in memory.
#[derive(Default)]
pub(super) struct Forms {
    short: HashTable<Short>,
    long: HashTable<Long>,
    /// The text of the long forms.
    written: String,
    hasher: FixedState,
}

/// A form of up to sixteen bytes: its first and its last ones, which together
/// with their number tell it from any other.
#[derive(Clone, Copy)]
struct Short {
    first: u64,
    last: u64,
    length: u32,
    number: u32,
}

/// A form of more than sixteen bytes, by its place in the text of all.
#[derive(Clone, Copy)]
struct Long {
    start: u32,
    end: u32,
    number: u32,
}

impl Long {
    fn of(self, written: &str) -> &str {
        &written[self.start as usize..self.end as usize]
    }
}

impl Forms {
    /// How many forms there are.
    pub fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }

    /// Forgets every form.
    pub fn clear(&mut self) {
        self.short.clear();
        self.long.clear();
        self.written.clear();
    }

    /// The number of `word`.
    pub fn get(&self, word: &str) -> Option<u32> {
        if let Some(sought) = Short::new(word.as_bytes(), 0) {
            let same = |form: &Short| form.is(&sought);
            return self.short.find(sought.hash(&self.hasher), same).map(|f| f.number);
        }
        let hash = self.hasher.hash_one(word.as_bytes());
        let same = |form: &Long| form.of(&self.written) == word;
        self.long.find(hash, same).map(|form| form.number)
    }

    /// Adds `word`, which is not there yet, with its `number`.
    pub fn insert(&mut self, word: &str, number: u32) {
        let hasher = &self.hasher;
        if let Some(form) = Short::new(word.as_bytes(), number) {
            self.short.insert_unique(form.hash(hasher), form, |form| form.hash(hasher));
        } else {
            let start = self.written.len() as u32;
            self.written.push_str(word);
            let form = Long { start, end: self.written.len() as u32, number };
            let hash = |form: &Long| hasher.hash_one(form.of(&self.written).as_bytes());
            self.long.insert_unique(hash(&form), form, hash);
        }
    }
}

impl Short {
    /// `word` with its `number`, if it is short.
    fn new(word: &[u8], number: u32) -> Option<Self> {
        let length = word.len() as u32;
        let (first, last) = match length {
            8..=16 => {
                let (first, last) = (word.first_chunk()?, word.last_chunk()?);
                (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
            }
            4..8 => {
                let (first, last) = (word.first_chunk()?, word.last_chunk()?);
                (u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into())
            }
            1..4 => {
                let (middle, last) = (word[word.len() / 2], *word.last()?);
                (word[0].into(), u64::from(middle) << 8 | u64::from(last))
            }
            0 => (0, 0),
            _ => return None,
        };
        Some(Short { first, last, length, number })
    }

    /// Whether two forms are the same word.
    fn is(&self, other: &Short) -> bool {
        (self.first == other.first)
            & (self.last == other.last)
            & (self.length == other.length)
    }

    fn hash(&self, hasher: &FixedState) -> u64 {
        hasher.hash_one((self.first ^ u64::from(self.length) << 56, self.last))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_form_keeps_its_own_number(words in proptest::collection::btree_set("[ab\u{e9}]{0,12}", 1..60)) {
            let mut forms = Forms::default();
            for (number, word) in words.iter().enumerate() {
                prop_assert_eq!(forms.get(word), None);
                forms.insert(word, number as u32);
            }
            for (number, word) in words.iter().enumerate() {
                prop_assert_eq!(forms.get(word), Some(number as u32));
            }
            prop_assert_eq!(forms.len(), words.len());
        }
    }
}
