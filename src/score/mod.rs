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

/// What a scorer sees: a document, or several as one.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The text.
    pub text: &'a str,
    /// Its language.
    pub language: Language,
    /// Its blocks; may be empty for several documents.
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
    /// The terms of its headings; empty unless the method looks at them.
    pub headings: &'a [TermId],
    /// The groups of sentences that are scored separately: the whole document, or
    /// its sections. They cover all sentences, in order.
    pub groups: &'a [Range<usize>],
    /// If the groups are sections: the score of each sentence within the whole document.
    pub whole: Option<&'a [f64]>,
    /// Whether the parts of the scores are wanted as well as their sums.
    pub parts: bool,
    /// Whether the parts of the scores within sections are wanted too.
    pub section_parts: bool,
}

/// A way to score sentences.
pub trait Scorer: Sync {
    /// A finite score for every sentence, each within its group. Higher is better.
    fn score(&self, view: &View<'_>) -> Scores;

    /// The scores for `view` and those within each of `sections`, which build on them.
    fn score_both(&self, view: &View<'_>, sections: &[Range<usize>]) -> (Scores, Scores) {
        let scores = self.score(view);
        let (whole, parts) = (Some(scores.sums()), view.section_parts);
        let within = self.score(&View { groups: sections, whole, parts, ..*view });
        (scores, within)
    }

    /// The scores of the sentences of several documents together, whose order means
    /// nothing; `None`, the default, if the method has to see each document by itself.
    fn score_together(&self, _view: &View<'_>) -> Option<Scores> {
        None
    }
}
