//! What is chosen at once: a sentence, or two of which one leans on the other.

use std::cmp::Ordering;
use std::ops::Range;

/// A sentence, or one that leans on the one before it together with that, with
/// its worth as of the `seen`-th pick. Worth only falls as picks are made, so
/// one that is still on top after a fresh look is the best.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub worth: f64,
    /// Its first sentence, and how many they are.
    first: u32,
    count: u32,
    /// Whether it leans on a sentence that is not chosen, or has a fragment.
    pub is_weak: bool,
    /// Whether it answers the query.
    pub answers: bool,
    /// How many units were chosen when its worth was found.
    pub seen: u32,
}

impl Unit {
    /// These sentences, whose worth is still to be found.
    pub fn new(sentences: &Range<usize>, is_weak: bool, answers: bool) -> Self {
        let (first, count) = (sentences.start as u32, sentences.len() as u32);
        Unit { worth: 0.0, first, count, is_weak, answers, seen: 0 }
    }

    /// Its first sentence.
    pub fn first(&self) -> usize {
        self.first as usize
    }

    /// Its sentences.
    pub fn sentences(&self) -> Range<usize> {
        self.first as usize..(self.first + self.count) as usize
    }

    /// Whether it is chosen only where nothing else fits.
    pub fn comes_last(&self) -> bool {
        self.is_weak && !self.answers
    }
}

impl Ord for Unit {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_form = other.comes_last().cmp(&self.comes_last());
        let earlier = (other.first, other.count).cmp(&(self.first, self.count));
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
