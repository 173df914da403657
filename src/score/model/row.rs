//! What the features of one sentence are read from.

use std::ops::Range;

use super::traits::Traits;
use crate::document::Section;
use crate::score::View;
use crate::score::centrality::Sums;

/// A sentence within its group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    pub view: &'a View<'a>,
    pub group: &'a Group,
    pub traits: &'a Traits,
    pub sums: &'a Sums,
    /// The sentence's place in the document.
    pub index: usize,
    /// Its place in the group.
    pub place: usize,
}

/// What the sentences of a group have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// How many they are.
    pub size: usize,
    /// The natural logarithm and the square root of that.
    pub log: f64,
    pub root: f64,
    /// ln(1 + the mean of their words).
    pub length: f64,
}

impl Group {
    /// The group of the sentences in `range`.
    pub fn new(view: &View<'_>, range: &Range<usize>) -> Self {
        let size = range.len();
        let words: usize = range.clone().map(|index| view.terms.words(index)).sum();
        Group {
            size,
            log: libm::log(size as f64),
            root: (size as f64).sqrt(),
            length: libm::log(1.0 + words as f64 / size.max(1) as f64),
        }
    }
}

impl Row<'_> {
    /// The number of the sentence's section, and the section.
    pub fn section(&self) -> (usize, &Section) {
        let number = self.view.sentences[self.index].section as usize;
        (number, &self.view.sections[number])
    }
}

/// `place` as a share of `of` places, from 0 to 1.
pub(super) fn share(place: usize, of: usize) -> f64 {
    place as f64 / of.saturating_sub(1).max(1) as f64
}
