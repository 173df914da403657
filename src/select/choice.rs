//! A choice in progress.

use std::borrow::Cow;
use std::collections::BinaryHeap;
use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashSet;

use super::limits::Used;
use super::unit::Unit;
use super::worth::Way;

/// What is chosen of a stretch so far, and what may be.
#[derive(Debug)]
pub(super) struct Choice<'a> {
    pub range: Range<usize>,
    pub way: Way,
    /// What may be chosen, the best on top.
    pub open: BinaryHeap<Unit>,
    /// What is chosen, in the order of choosing.
    pub units: Vec<Unit>,
    pub used: Used,
    pub taken: Taken,
    /// How many of these were read: the last one often need not be.
    read: usize,
    /// Their sentences as a reader sees them.
    texts: HashSet<Cow<'a, str>, FixedState>,
}

impl<'a> Choice<'a> {
    /// Nothing is chosen, and nothing may be.
    pub fn new(range: Range<usize>, way: Way) -> Self {
        Choice {
            way,
            open: BinaryHeap::new(),
            units: Vec::new(),
            used: Used::default(),
            taken: Taken { start: range.start, sentences: vec![false; range.len()] },
            read: 0,
            texts: HashSet::default(),
            range,
        }
    }

    /// Whether sentence `index` is chosen.
    pub fn has(&self, index: usize) -> bool {
        self.taken.has(index)
    }

    /// Whether one of the sentences that `unit` has is chosen, wherever it stands. `read`
    /// gives a sentence as a reader sees it.
    pub fn says(&mut self, unit: Unit, read: impl Fn(usize) -> Cow<'a, str>) -> bool {
        let unread = &self.units[self.read..];
        self.texts.extend(unread.iter().flat_map(|unit| unit.sentences()).map(&read));
        self.read = self.units.len();
        !self.texts.is_empty()
            && unit.sentences().any(|index| self.texts.contains(&read(index)))
    }

    /// Chooses `unit`.
    pub fn add(&mut self, unit: Unit, after: Used) {
        self.taken.add(unit.sentences());
        self.units.push(unit);
        self.used = after;
    }

    /// The chosen sentences, in the order of the document.
    pub fn picks(&self) -> Vec<usize> {
        let mut picks: Vec<_> = self.units.iter().flat_map(|u| u.sentences()).collect();
        picks.sort_unstable();
        picks
    }
}

/// Which sentences of a stretch are chosen.
#[derive(Debug)]
pub(super) struct Taken {
    start: usize,
    sentences: Vec<bool>,
}

impl Taken {
    /// Whether sentence `index` is chosen.
    pub fn has(&self, index: usize) -> bool {
        let place = index.checked_sub(self.start);
        place.and_then(|place| self.sentences.get(place)).is_some_and(|taken| *taken)
    }

    fn add(&mut self, sentences: Range<usize>) {
        self.sentences[sentences.start - self.start..sentences.end - self.start]
            .fill(true);
    }
}
