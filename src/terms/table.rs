//! Numbers by keys of a fixed size: what nearly every word of a text is looked up in.

#![expect(clippy::inline_always, reason = "each word of a text is looked up")]

use std::hash::{BuildHasher, Hash};

use foldhash::fast::FixedState;

/// Numbers by keys. Before the table of all stand some of the keys that were asked for
/// last, each in the one place that its hash names: they are few enough for a processor's
/// nearer caches, and half of all words are the same few hundred.
pub(super) struct Table<K> {
    recent: Vec<(K, u32)>,
    /// Open addresses, of which three quarters at most are taken.
    all: Vec<(K, u32)>,
    taken: usize,
}

/// How many places recent keys have at first, and at last. They become more as the table
/// grows, so that a short text need not pay for all of them.
const FEWEST_RECENT: usize = 1 << 8;
const MOST_RECENT: usize = 1 << 14;

/// A key stands at most so many places behind its home, whatever keys there are. One for
/// which no place is left there takes its home, and the key there is no longer known.
const FARTHEST: usize = 512;

/// The number of a key that may be known, but not in the place where it is sought first.
pub(super) const ELSEWHERE: u32 = u32::MAX;

impl<K: Copy + Default> Default for Table<K> {
    fn default() -> Self {
        let empty = empty(FEWEST_RECENT);
        Table { recent: empty.clone(), all: empty, taken: 0 }
    }
}

/// So many places, a power of two. The key by default, which stands in them, is never looked up.
fn empty<K: Copy + Default>(places: usize) -> Vec<(K, u32)> {
    vec![(K::default(), 0); places]
}

impl<K: Copy + Default + Eq + Hash> Table<K> {
    /// How many places are taken.
    pub fn len(&self) -> usize {
        self.taken
    }

    /// The number of `key`, if it is among those that were asked for last.
    #[inline(always)]
    pub fn recent(&self, key: K) -> Option<u32> {
        let (known, number) = self.recent[self.lately(key)];
        (known == key).then_some(number)
    }

    /// Puts `key`, which has this `number`, among those that were asked for last.
    #[inline(always)]
    pub fn remember(&mut self, key: K, number: u32) {
        let place = self.lately(key);
        self.recent[place] = (key, number);
    }

    /// Where it stands among those that were asked for last.
    #[inline(always)]
    fn lately(&self, key: K) -> usize {
        (hash(key) >> 50) as usize & (self.recent.len() - 1)
    }

    /// The number of `key` if it stands where it is sought first, or else [`ELSEWHERE`]. What
    /// comes next need not wait for what this reads.
    #[inline(always)]
    pub fn at_home(&self, key: K) -> u32 {
        let (known, number) = self.all[self.home(key)];
        number | u32::from(known == key).wrapping_sub(1)
    }

    #[inline(always)]
    fn home(&self, key: K) -> usize {
        hash(key) as usize & (self.all.len() - 1)
    }

    /// The number of `key`.
    pub fn get(&self, key: K) -> Option<u32> {
        let (known, number) = self.all[self.place(key)];
        (known == key).then_some(number)
    }

    /// Adds `key`, which is not there yet, with its `number`.
    pub fn insert(&mut self, key: K, number: u32) {
        self.put(key, number);
        if self.taken > self.all.len() / 4 * 3 {
            self.make_room();
        }
    }

    fn put(&mut self, key: K, number: u32) {
        let place = self.place(key);
        self.taken += usize::from(self.all[place].0 == K::default());
        self.all[place] = (key, number);
    }

    /// Where `key` stands, or would.
    fn place(&self, key: K) -> usize {
        let (home, last) = (self.home(key), self.all.len() - 1);
        let fits = |place: &usize| {
            let known = self.all[*place].0;
            known == key || known == K::default()
        };
        (home..home + FARTHEST).map(|place| place & last).find(fits).unwrap_or(home)
    }

    #[cold]
    fn make_room(&mut self) {
        if self.recent.len() < MOST_RECENT {
            self.recent = empty(4 * self.recent.len());
        }
        let room = empty(2 * self.all.len());
        self.taken = 0;
        for (key, number) in std::mem::replace(&mut self.all, room) {
            if key != K::default() {
                self.put(key, number);
            }
        }
    }
}

#[inline(always)]
fn hash(key: impl Hash) -> u64 {
    FixedState::default().hash_one(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_keep_their_numbers_as_the_table_grows() {
        let mut table = Table::<u64>::default();
        for number in 0..10_000_u32 {
            let key = u64::from(number) + 1;
            assert_eq!((table.get(key), table.at_home(key)), (None, ELSEWHERE));
            table.insert(key, number);
            assert_eq!(table.get(key), Some(number));
        }
        assert!((1..=10_000).all(|key| table.get(key) == Some(key as u32 - 1)));
        assert!((10_000..=1 << 14).contains(&table.all.len()) && table.len() == 10_000);
    }

    #[test]
    fn keys_of_one_home_take_no_more_than_their_neighbourhood() {
        let mut table = Table::<u64> { all: empty(1 << 12), ..Table::default() };
        let keys: Vec<u64> =
            (1..).filter(|key| table.home(*key) == 7).take(3 * FARTHEST).collect();
        for (key, number) in keys.iter().zip(0..) {
            table.insert(*key, number);
            assert_eq!(table.get(*key), Some(number));
        }
        assert_eq!(table.len(), FARTHEST);
    }
}
