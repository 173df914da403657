//! What the features of some sentences are read from.

use std::ops::Range;

use super::centrality::share_of_pairs;
use super::traits::Traits;
use crate::document::{Section, Sentence};
use crate::score::View;
use crate::score::centrality::Sums;

/// Neighbouring sentences of a group.
#[derive(Clone, Debug)]
pub(super) struct Rows<'a> {
    pub view: &'a View<'a>,
    pub group: &'a Group,
    pub traits: &'a Traits,
    pub sums: &'a Sums,
    /// ln(1 + words) of each.
    pub lengths: &'a [f64],
    /// Their places in the document.
    pub range: Range<usize>,
}

/// What the sentences of a group have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// Where it begins, and how many sentences it has.
    pub start: usize,
    pub size: usize,
    /// The natural logarithm and the square root of that.
    pub log: f64,
    pub root: f64,
    /// ln(1 + the mean of their words).
    pub length: f64,
    /// The mean of their shares of pairs of words that another sentence holds too.
    pub pairs: f64,
}

impl Group {
    /// The group of the sentences in `range`.
    pub fn new(view: &View<'_>, range: &Range<usize>) -> Self {
        let size = range.len();
        let words: usize = range.clone().map(|index| view.terms.words(index)).sum();
        let pairs: f64 =
            range.clone().map(|index| share_of_pairs(view.terms, index)).sum();
        Group {
            start: range.start,
            size,
            log: libm::log(size as f64),
            root: (size as f64).sqrt(),
            length: libm::log(1.0 + words as f64 / size.max(1) as f64),
            pairs: pairs / size.max(1) as f64,
        }
    }
}

impl<'a> Rows<'a> {
    /// Their places in the group.
    pub fn places(&self) -> Range<usize> {
        self.range.start - self.group.start..self.range.end - self.group.start
    }

    /// The sentences themselves.
    pub fn sentences(&self) -> &'a [Sentence] {
        &self.view.sentences[self.range.clone()]
    }

    /// The words of each.
    pub fn words(&self) -> impl Iterator<Item = usize> {
        self.range.clone().map(|index| self.view.terms.words(index))
    }

    /// The number of the section of each, and the section.
    pub fn sections(&self) -> impl Iterator<Item = (usize, &'a Section)> {
        let number = |sentence: &Sentence| sentence.section as usize;
        let sections = self.view.sections;
        self.sentences().iter().map(number).map(|number| (number, &sections[number]))
    }
}

/// `values` in their places in `column`.
pub(super) fn fill(column: &mut [f64], values: impl Iterator<Item = f64>) {
    column.iter_mut().zip(values).for_each(|(place, value)| *place = value);
}

/// `place` as a share of `of` places, from 0 to 1.
pub(super) fn share(place: usize, of: usize) -> f64 {
    place as f64 / of.saturating_sub(1).max(1) as f64
}
