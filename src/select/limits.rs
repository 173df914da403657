//! How much of a budget is used, and whether more fits.

use crate::options::Budget;

/// What of a budget is used.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Used {
    pub sentences: usize,
    pub words: usize,
    /// Where characters are limited: with a space or line end between sentences.
    pub chars: usize,
}

impl Used {
    /// Whether as many words and characters are used as in `other` at least.
    pub fn fills(&self, other: &Used) -> bool {
        self.words >= other.words && self.chars >= other.chars
    }
}

/// What a budget allows in one stretch of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits<'a> {
    pub budget: &'a Budget,
    /// The most sentences.
    pub most: usize,
}

impl<'a> Limits<'a> {
    /// What `budget` allows of `available` sentences; `None` where it asks for
    /// some, but not for a whole one.
    pub fn new(budget: &'a Budget, available: usize) -> Option<Self> {
        let count = budget.sentences.unwrap_or(usize::MAX);
        let Some(ratio) = budget.ratio.filter(|_| count > 0) else {
            return Some(Limits { budget, most: count });
        };
        // A product like 0.29 · 100 falls just short of the whole number it means.
        let share = (ratio.get() * available as f64 + 1e-9).floor() as usize;
        let most = share.min(count);
        (share > 0 || ratio.get() == 0.0).then_some(Limits { budget, most })
    }

    /// Whether so much may be used.
    pub fn admit(&self, used: Used) -> bool {
        used.sentences <= self.most
            && self.budget.words.is_none_or(|limit| used.words <= limit)
            && self.budget.chars.is_none_or(|limit| used.chars <= limit)
    }

    /// Whether they limit the length, in words or characters.
    pub fn are_of_length(&self) -> bool {
        self.budget.words.is_some() || self.budget.chars.is_some()
    }
}
