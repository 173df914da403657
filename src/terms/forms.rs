//! Word forms as written, each with a number: one look-up a word.

#![expect(clippy::inline_always, reason = "each word of a text is looked up")]

use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

pub(super) use super::table::ELSEWHERE;
use super::table::Table;

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
        self.short.len() + self.middle.len() + self.long.len()
    }

    /// Forgets every form.
    pub fn clear(&mut self) {
        *self = Forms::default();
    }

    /// The number of `form`, if it is among those that were asked for last.
    #[inline(always)]
    pub fn recent(&self, form: Form<'_>) -> Option<u32> {
        match form {
            Form::Short(key) => self.short.recent(key),
            Form::Middle(key) => self.middle.recent(key),
            Form::Long(_) => None,
        }
    }

    /// The number of `form` if a single look finds it, or else [`ELSEWHERE`].
    #[inline(always)]
    pub fn at_home(&self, form: Form<'_>) -> u32 {
        match form {
            Form::Short(key) => self.short.at_home(key),
            Form::Middle(key) => self.middle.at_home(key),
            Form::Long(_) => ELSEWHERE,
        }
    }

    /// The number of `form`.
    pub fn get(&self, form: Form<'_>) -> Option<u32> {
        match form {
            Form::Short(key) => self.short.get(key),
            Form::Middle(key) => self.middle.get(key),
            Form::Long(word) => {
                let same = |form: &Long| form.of(&self.written) == word;
                let found = self.long.find(self.hasher.hash_one(word), same);
                found.map(|form| form.number)
            }
        }
    }

    /// Puts `form`, which has this `number`, among those that were asked for last.
    #[inline(always)]
    pub fn remember(&mut self, form: Form<'_>, number: u32) {
        match form {
            Form::Short(key) => self.short.remember(key, number),
            Form::Middle(key) => self.middle.remember(key, number),
            Form::Long(_) => (),
        }
    }

    /// Adds `form`, which is not there yet, with its `number`.
    pub fn insert(&mut self, form: Form<'_>, number: u32) {
        match form {
            Form::Short(key) => self.short.insert(key, number),
            Form::Middle(key) => self.middle.insert(key, number),
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
                prop_assert!([number as u32, ELSEWHERE].contains(&forms.at_home(form)));
                forms.remember(form, number as u32);
                let known = (word.len() <= 16).then_some(number as u32);
                prop_assert_eq!(forms.recent(form), known);
            }
            prop_assert_eq!(forms.len(), words.len());
        }
    }
}
