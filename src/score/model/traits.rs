//! What a sentence is, whichever group it is scored in: found once, though the
//! whole document and its sections both ask for it.

use std::ops::Range;

use super::form::Signs;
use super::title::cosines;
use super::{dateline, day, digest};
use crate::parallel;
use crate::score::View;

/// What does not depend on a sentence's group.
#[derive(Debug)]
pub(super) struct Traits {
    /// The signs of each sentence.
    pub signs: Vec<Signs>,
    /// For each section whether its heading says that it sums up.
    pub digests: Vec<bool>,
    /// The sentences of the paragraphs whose label says so.
    pub digest_paragraphs: Vec<Range<usize>>,
    /// Whether the text begins with a dateline.
    pub has_dateline: bool,
    /// Whether it names a day of the week at its beginning.
    pub has_day: bool,
    /// The cosine of each sentence to the title; empty where there is none.
    titles: Vec<f64>,
}

impl Traits {
    /// Those of all sentences of `view`.
    pub fn new(view: &View<'_>) -> Self {
        let signs = |index: usize| Signs::of(view.sentences[index].span.of(view.text));
        Traits {
            signs: parallel::map(view.sentences.len(), signs),
            digests: digest::sections(view),
            digest_paragraphs: digest::paragraphs(view),
            has_dateline: dateline::opens(view),
            has_day: day::opens(view),
            titles: cosines(view),
        }
    }

    /// The cosine of sentence `index` to the title.
    pub fn title(&self, index: usize) -> f64 {
        self.titles.get(index).copied().unwrap_or(0.0)
    }
}
