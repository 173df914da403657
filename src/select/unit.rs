//! What is chosen in one step: a sentence, or two of which the second leans on the first.

use std::cmp::Ordering;
use std::ops::Range;

/// A sentence, or one that leans on the one before it together with that, with
/// its worth as of the `seen`-th pick. Worth only falls as picks are made, so
/// one that is still on top after a fresh look is the best.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub worth: f64,
    /// Its first sentence.
    first: u32,
    /// What it is, and above [`BITS`] how many units were chosen when its worth was
    /// found: there may be one for each sentence of a text, whose size is to be small.
    rest: u32,
}

/// It has a second sentence.
const TWO: u32 = 1;
/// It leans on a sentence that is not chosen, or has a fragment.
const WEAK: u32 = 2;
/// It answers the query.
const ANSWERS: u32 = 4;
const BITS: u32 = 3;

impl Unit {
    /// These sentences, whose worth is still to be found.
    pub fn new(sentences: &Range<usize>, is_weak: bool, answers: bool) -> Self {
        let bit = |bit: u32, is_set: bool| if is_set { bit } else { 0 };
        let rest =
            bit(TWO, sentences.len() > 1) | bit(WEAK, is_weak) | bit(ANSWERS, answers);
        Unit { worth: 0.0, first: sentences.start as u32, rest }
    }

    /// Its worth is `worth` beside as many units as are chosen.
    pub fn weigh(&mut self, worth: f64, chosen: usize) {
        self.worth = worth;
        self.rest = self.rest & ((1 << BITS) - 1) | (chosen as u32) << BITS;
    }

    /// Whether its worth was found beside as many units as are chosen.
    pub fn is_fresh(&self, chosen: usize) -> bool {
        self.rest >> BITS == (chosen as u32) << BITS >> BITS
    }

    /// Whether it leans on a sentence that is not chosen, or has a fragment.
    pub fn is_weak(&self) -> bool {
        self.rest & WEAK > 0
    }

    /// Its first sentence.
    pub fn first(&self) -> usize {
        self.first as usize
    }

    /// Its sentences.
    pub fn sentences(&self) -> Range<usize> {
        let first = self.first();
        first..first + 1 + (self.rest & TWO) as usize
    }

    /// Whether it is chosen only where nothing else fits.
    pub fn comes_last(&self) -> bool {
        self.rest & (WEAK | ANSWERS) == WEAK
    }
}

impl Ord for Unit {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_form = other.comes_last().cmp(&self.comes_last());
        let place = |unit: &Self| (unit.first, unit.rest & TWO);
        let earlier = place(other).cmp(&place(self));
        by_form.then(self.worth.total_cmp(&other.worth)).then(earlier)
    }
}

impl PartialOrd for Unit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Unit {}
