//! Word forms as written, each with a number: one look-up a word.

#![expect(clippy::inline_always, reason = "each word of a text is looked up")]

use std::hash::{BuildHasher, Hash};
use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

/// Word forms with their numbers.
#[derive(Default)]
pub(super) struct Forms {
    short: Table<u64>,
    middle: Table<[u64; 2]>,
    long: HashTable<Long>,
    /// The text of the long forms.
    written: Vec<u8>,
    hasher: FixedState,
}

/// The form that a word has. One of up to sixteen bytes is its own key, in one or
/// two integers, so that a look-up touches one place in memory. No word holds the
/// byte 0, which fills the rest.
#[derive(Clone, Copy)]
pub(super) enum Form<'a> {
    Short(u64),
    Middle([u64; 2]),
    Long(&'a [u8]),
}

/// A form of more than sixteen bytes, by its place in the text of all.
#[derive(Clone, Copy)]
struct Long {
    start: u32,
    end: u32,
    number: u32,
}

impl Long {
    fn of(self, written: &[u8]) -> &[u8] {
        &written[self.start as usize..self.end as usize]
    }
}

impl<'a> Form<'a> {
    /// That of the `word` that stands there in `text`.
    #[inline(always)]
    pub fn new(text: &'a [u8], word: &Range<usize>) -> Self {
        let length = word.end - word.start;
        if length <= 8 {
            return Form::Short(eight(text, word.start, length));
        }
        if length > 16 {
            return Form::Long(&text[word.clone()]);
        }
        let last = eight(text, word.start + 8, length - 8);
        Form::Middle([eight(text, word.start, 8), last])
    }
}

/// The `length` bytes of `text` from byte `start` on as an integer, of eight at most.
#[inline(always)]
fn eight(text: &[u8], start: usize, length: usize) -> u64 {
    let whole = text.get(start..).and_then(|rest| rest.first_chunk());
    let whole = whole.copied().unwrap_or_else(|| {
        let mut padded = [0; 8];
        padded[..length].copy_from_slice(&text[start..start + length]);
        padded
    });
    u64::from_le_bytes(whole) & MASKS[length]
}

/// The bytes of an integer that the first so many of text take.
const MASKS: [u64; 9] = {
    let mut masks = [u64::MAX; 9];
    let mut length = 0;
    while length < 8 {
        masks[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    masks
};

impl Forms {
    /// How many forms there are.
    pub fn len(&self) -> usize {
        self.short.entries.len() + self.middle.entries.len() + self.long.len()
    }

    /// Forgets every form.
    pub fn clear(&mut self) {
        *self = Forms::default();
    }

    /// The number of `form`.
    #[inline(always)]
    pub fn get(&mut self, form: Form<'_>) -> Option<u32> {
        match form {
            Form::Short(key) => self.short.get(key, self.hasher.hash_one(key)),
            Form::Middle(key) => self.middle.get(key, self.hasher.hash_one(key)),
            Form::Long(word) => {
                let same = |form: &Long| form.of(&self.written) == word;
                let found = self.long.find(self.hasher.hash_one(word), same);
                found.map(|form| form.number)
            }
        }
    }

    /// Adds `form`, which is not there yet, with its `number`.
    pub fn insert(&mut self, form: Form<'_>, number: u32) {
        match form {
            Form::Short(key) => self.short.insert(key, number, &self.hasher),
            Form::Middle(key) => self.middle.insert(key, number, &self.hasher),
            Form::Long(word) => {
                let start = self.written.len() as u32;
                self.written.extend_from_slice(word);
                let long = Long { start, end: self.written.len() as u32, number };
                let hash = |form: &Long| self.hasher.hash_one(form.of(&self.written));
                self.long.insert_unique(self.hasher.hash_one(word), long, hash);
            }
        }
    }
}

/// Numbers by keys of a fixed size. Before the table of all stand some of the keys
/// that were asked for last, each in the one place that its hash names: they are
/// few enough for a processor's nearer caches, and half of all words are the same
/// few hundred.
struct Table<K> {
    /// The empty word, whose key fills this at first, is never looked up.
    recent: Vec<(K, u32)>,
    entries: HashTable<(K, u32)>,
}

/// How many places recent keys have at first, and at last: so many as the upper bits
/// of a hash tell. They become more as the table grows, so that a short text need not
/// pay for all of them.
const FEWEST_RECENT: usize = 1 << 8;
const MOST_RECENT: usize = 1 << 14;

impl<K: Copy + Default> Default for Table<K> {
    fn default() -> Self {
        let recent = vec![(K::default(), 0); FEWEST_RECENT];
        Table { recent, entries: HashTable::new() }
    }
}

impl<K: Copy + Default + Eq + Hash> Table<K> {
    /// The number of `key`, which has this hash.
    #[inline(always)]
    fn get(&mut self, key: K, hash: u64) -> Option<u32> {
        let place = (hash >> 50) as usize & (self.recent.len() - 1);
        let recent = &mut self.recent[place];
        if recent.0 != key {
            *recent = *self.entries.find(hash, |(known, _)| *known == key)?;
        }
        Some(recent.1)
    }

    fn insert(&mut self, key: K, number: u32, hasher: &FixedState) {
        let hash = |(key, _): &(K, u32)| hasher.hash_one(key);
        self.entries.insert_unique(hasher.hash_one(key), (key, number), hash);
        let places = self.recent.len();
        if self.entries.len() > places && places < MOST_RECENT {
            self.recent = vec![(K::default(), 0); 4 * places];
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_form_keeps_its_own_number(words in proptest::collection::btree_set("[ab\u{e9}]{1,12}", 1..60), around in "[b ]{0,20}") {
            let mut forms = Forms::default();
            for (number, word) in words.iter().enumerate() {
                let form = Form::new(word.as_bytes(), &(0..word.len()));
                prop_assert_eq!(forms.get(form), None);
                forms.insert(form, number as u32);
            }
            for (number, word) in words.iter().enumerate() {
                let text = format!("{around}{word}{around}");
                let range = around.len()..around.len() + word.len();
                let form = Form::new(text.as_bytes(), &range);
                prop_assert_eq!(forms.get(form), Some(number as u32));
                prop_assert_eq!(forms.get(form), Some(number as u32));
            }
            prop_assert_eq!(forms.len(), words.len());
        }
    }
}
