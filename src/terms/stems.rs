//! Stems by number, in order of arrival, their text in one buffer.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// The stems so far.
#[derive(Default)]
pub(super) struct Stems {
    numbers: HashTable<u32>,
    written: Vec<u8>,
    /// Where each stem ends in that.
    ends: Vec<u32>,
    hasher: FixedState,
}

impl Stems {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of `stem`, which is the next one for a stem that is new.
    pub fn number(&mut self, stem: &[u8]) -> u32 {
        let Stems { numbers, written, ends, hasher } = self;
        let is_same = |number: &u32| text(written, ends, *number) == stem;
        let hash = |number: &u32| hasher.hash_one(text(written, ends, *number));
        match numbers.entry(hasher.hash_one(stem), is_same, hash) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => {
                let number = ends.len() as u32;
                written.extend_from_slice(stem);
                ends.push(written.len() as u32);
                place.insert(number);
                number
            }
        }
    }
}

/// The text of stem `number`.
fn text<'a>(written: &'a [u8], ends: &[u32], number: u32) -> &'a [u8] {
    let number = number as usize;
    let start = number.checked_sub(1).map_or(0, |before| ends[before]);
    &written[start as usize..ends[number] as usize]
}

#[cfg(test)]
mod tests {
    use super::Stems;

    #[test]
    fn a_stem_keeps_its_number() {
        let mut stems = Stems::default();
        let numbers = |stems: &mut Stems| -> Vec<u32> {
            ["sea", "wall", "", "sea", "walls", "wall"]
                .map(|s| stems.number(s.as_bytes()))
                .into()
        };
        assert_eq!(numbers(&mut stems), [0, 1, 2, 0, 3, 1]);
        for number in 0..1000 {
            assert_eq!(stems.number(format!("n{number}").as_bytes()), 4 + number);
        }
        assert_eq!((stems.number(b"walls"), stems.len()), (3, 1004));
    }
}
