//! What is chosen at once: a sentence, or two of which one leans on the other.

use std::cmp::Ordering;
use std::ops::Range;

/// A sentence, or one that leans on the one before it together with that, with
/// its worth as of the `seen`-th pick. Worth only falls as picks are made, so
/// one that is still on top after a fresh look is the best.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub worth: f64,
    pub first: usize,
    pub count: usize,
    /// Whether it leans on a sentence that is not chosen, or has a fragment.
    pub is_weak: bool,
    /// Whether it answers the query.
    pub answers: bool,
    pub seen: usize,
}

impl Unit {
    /// Its sentences.
    pub fn sentences(&self) -> Range<usize> {
        self.first..self.first + self.count
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
