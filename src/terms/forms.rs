//! Word forms as written, each with a number: one look-up a word.

use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

/// Word forms with their numbers.
#[derive(Default)]
pub(super) struct Forms {
    short: HashTable<(Key, u32)>,
    long: HashTable<Long>,
    /// The text of the long forms.
    written: Vec<u8>,
    hasher: FixedState,
}

/// A form of up to sixteen bytes is its own key, in two integers, so that most
/// look-ups touch one place in memory. No word holds the byte 0, which fills
/// the rest.
type Key = (u64, u64);

/// The form that a word has.
#[derive(Clone, Copy)]
pub(super) enum Form<'a> {
    Short(Key),
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
    pub fn new(text: &'a [u8], word: &Range<usize>) -> Self {
        let length = word.len();
        if length > 16 {
            return Form::Long(&text[word.clone()]);
        }
        let whole = text.get(word.start..).and_then(|rest| rest.first_chunk());
        let sixteen = whole.copied().unwrap_or_else(|| {
            let mut padded = [0; 16];
            padded[..length].copy_from_slice(&text[word.clone()]);
            padded
        });
        let both = u128::from_le_bytes(sixteen);
        let (first, last) = MASKS[length];
        Form::Short((both as u64 & first, (both >> 64) as u64 & last))
    }
}

/// The bytes of the two integers of a key that a form of so many bytes has.
const MASKS: [(u64, u64); 17] = {
    let mut masks = [(u64::MAX, u64::MAX); 17];
    let mut length = 0;
    while length < 8 {
        masks[length] = ((1 << (8 * length)) - 1, 0);
        masks[length + 8].1 = (1 << (8 * length)) - 1;
        length += 1;
    }
    masks
};

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

    /// The number of `form`.
    pub fn get(&self, form: &Form<'_>) -> Option<u32> {
        match form {
            Form::Short(key) => {
                let found = self.short.find(self.hasher.hash_one(key), |(k, _)| k == key);
                found.map(|(_, number)| *number)
            }
            Form::Long(word) => {
                let same = |form: &Long| form.of(&self.written) == *word;
                let found = self.long.find(self.hasher.hash_one(word), same);
                found.map(|form| form.number)
            }
        }
    }

    /// Adds `form`, which is not there yet, with its `number`.
    pub fn insert(&mut self, form: &Form<'_>, number: u32) {
        let hasher = &self.hasher;
        match form {
            Form::Short(key) => {
                let hash = |(key, _): &(Key, u32)| hasher.hash_one(key);
                self.short.insert_unique(hasher.hash_one(key), (*key, number), hash);
            }
            Form::Long(word) => {
                let start = self.written.len() as u32;
                self.written.extend_from_slice(word);
                let long = Long { start, end: self.written.len() as u32, number };
                let hash = |form: &Long| hasher.hash_one(form.of(&self.written));
                self.long.insert_unique(hasher.hash_one(word), long, hash);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_form_keeps_its_own_number(words in proptest::collection::btree_set("[ab\u{e9}]{0,12}", 1..60), around in "[b ]{0,20}") {
            let mut forms = Forms::default();
            for (number, word) in words.iter().enumerate() {
                let form = Form::new(word.as_bytes(), &(0..word.len()));
                prop_assert_eq!(forms.get(&form), None);
                forms.insert(&form, number as u32);
            }
            for (number, word) in words.iter().enumerate() {
                let text = format!("{around}{word}{around}");
                let range = around.len()..around.len() + word.len();
                let form = Form::new(text.as_bytes(), &range);
                prop_assert_eq!(forms.get(&form), Some(number as u32));
            }
            prop_assert_eq!(forms.len(), words.len());
        }
    }
}
