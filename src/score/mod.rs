//! Sentences to scores. Every method is a [`Scorer`]; [`Method`] names them all.

mod centrality;
pub(crate) mod collection;
mod column;
mod lead;
mod method;
mod model;
mod peers;
pub(crate) mod query;
mod random;
mod scores;
mod shared;
mod tfidf;
mod vectors;

use std::ops::Range;

use crate::document::{Block, Section, Sentence};
use crate::language::Language;
use crate::terms::{TermId, Terms};
pub use method::Method;
#[cfg(feature = "cli")]
pub(crate) use model::features;
pub use scores::Scores;
pub(crate) use shared::Shared;
pub use vectors::Vectors;

/// What a scorer sees of a document.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The text of a document, or of several.
    pub text: &'a str,
    /// Its language.
    pub language: Language,
    /// Its blocks; of several documents perhaps none.
    pub blocks: &'a [Block],
    /// Its sections.
    pub sections: &'a [Section],
    /// The sentences.
    pub sentences: &'a [Sentence],
    /// Their terms.
    pub terms: &'a Terms,
    /// Their TF-ISF vectors.
    pub vectors: &'a Vectors,
    /// The terms of the document's title.
    pub title: &'a [TermId],
    /// The terms of its headings.
    pub headings: &'a [TermId],
    /// The stretches that are scored each for itself: the whole document, or
    /// its sections. They cover all sentences, in order.
    pub groups: &'a [Range<usize>],
    /// Where the stretches are sections: what each sentence scores within the
    /// whole document.
    pub whole: Option<&'a [f64]>,
    /// Whether the parts of the scores are wanted beside their sums.
    pub parts: bool,
    /// Whether the parts of the scores within sections are wanted too.
    pub section_parts: bool,
}

/// A way to score sentences.
pub trait Scorer: Sync {
    /// A finite score for every sentence, each within its group. Higher is better.
    fn score(&self, view: &View<'_>) -> Scores;

    /// What [`Scorer::score`] gives for `view` and then, in the light of that,
    /// within each of `sections`.
    fn score_both(&self, view: &View<'_>, sections: &[Range<usize>]) -> (Scores, Scores) {
        let scores = self.score(view);
        let (whole, parts) = (Some(scores.sums()), view.section_parts);
        let within = self.score(&View { groups: sections, whole, parts, ..*view });
        (scores, within)
    }

    /// The scores of sentences of many documents together, whose order says
    /// nothing; `None`, the default, where each document is to be seen by itself.
    fn score_together(&self, _view: &View<'_>) -> Option<Scores> {
        None
    }
}
