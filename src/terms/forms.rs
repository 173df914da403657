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

/// A form of up to sixteen bytes.
#[derive(Clone, Copy)]
struct Short {
    key: Key,
    number: u32,
}

/// The bytes of a short word, and how many there are.
type Key = (u64, u64, u32);

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
        match key(word.as_bytes()) {
            Some(key) => {
                let hash = self.hasher.hash_one(key);
                self.short.find(hash, |form| form.key == key).map(|form| form.number)
            }
            None => {
                let hash = self.hasher.hash_one(word.as_bytes());
                let same = |form: &Long| form.of(&self.written) == word;
                self.long.find(hash, same).map(|form| form.number)
            }
        }
    }

    /// Adds `word`, which is not there yet, with its `number`.
    pub fn insert(&mut self, word: &str, number: u32) {
        let hasher = &self.hasher;
        if let Some(key) = key(word.as_bytes()) {
            let form = Short { key, number };
            let hash = |form: &Short| hasher.hash_one(form.key);
            self.short.insert_unique(hash(&form), form, hash);
        } else {
            let start = self.written.len() as u32;
            self.written.push_str(word);
            let form = Long { start, end: self.written.len() as u32, number };
            let hash = |form: &Long| hasher.hash_one(form.of(&self.written).as_bytes());
            self.long.insert_unique(hash(&form), form, hash);
        }
    }
}

/// The key of `word`, if it is short: its first and its last bytes, which
/// together with its length tell it from any other.
fn key(word: &[u8]) -> Option<Key> {
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
            let middle = word[word.len() / 2];
            (word[0].into(), u64::from(middle) << 8 | u64::from(*word.last()?))
        }
        0 => (0, 0),
        _ => return None,
    };
    Some((first, last, length))
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
