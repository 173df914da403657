//! Sentences to scores. Every method is a [`Scorer`]; [`Method`] names them all.

mod centrality;
pub(crate) mod collection;
mod lead;
mod method;
mod model;
mod peers;
pub(crate) mod query;
mod random;
mod tfidf;
mod vectors;

use std::ops::Range;

use crate::document::{Block, Section, Sentence};
use crate::language::Language;
use crate::terms::{TermId, Terms};
pub use method::Method;
#[cfg(feature = "cli")]
pub(crate) use model::features;
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
}

/// The scores of all sentences, part by part.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// Each part with its name and its value for every sentence.
    pub parts: Vec<(&'static str, Vec<f64>)>,
    /// Where the scores are logarithms of odds, those of an average sentence,
    /// whose score is 0; none where scores have no such meaning.
    pub log_odds: Option<f64>,
}

impl Scores {
    /// Scores that are no odds.
    #[must_use]
    pub fn of_parts(parts: Vec<(&'static str, Vec<f64>)>) -> Self {
        Scores { parts, log_odds: None }
    }

    /// The score of every sentence.
    #[must_use]
    pub fn sums(&self) -> Vec<f64> {
        let count = self.parts.first().map_or(0, |(_, values)| values.len());
        (0..count).map(|index| self.of(index)).collect()
    }

    /// The score of sentence `index`: the sum of its parts.
    #[must_use]
    pub fn of(&self, index: usize) -> f64 {
        self.parts.iter().map(|(_, values)| values[index]).sum()
    }

    /// Whether sentence `index` has a word of the query, if there is one.
    pub(crate) fn answers(&self, index: usize) -> bool {
        self.parts
            .iter()
            .any(|(name, values)| *name == query::PART && values[index] > 0.0)
    }

    /// Adds the scores of `other` behind these, of the same method.
    pub(crate) fn append(&mut self, other: Scores) {
        if self.parts.is_empty() {
            *self = other;
            return;
        }
        for ((_, values), (_, more)) in self.parts.iter_mut().zip(other.parts) {
            values.extend(more);
        }
    }

    /// The difference between the best and the worst score; 1 where all are alike.
    #[must_use]
    pub fn spread(&self) -> f64 {
        let count = self.parts.first().map_or(0, |(_, values)| values.len());
        let all = (0..count).map(|index| self.of(index));
        let (worst, best) = all
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(worst, best), score| {
                (score.min(worst), score.max(best))
            });
        if best > worst { best - worst } else { 1.0 }
    }
}

/// A way to score sentences.
pub trait Scorer: Sync {
    /// A finite score for every sentence, each within its group. Higher is better.
    fn score(&self, view: &View<'_>) -> Scores;

    /// The same for sentences of many documents together, whose order says
    /// nothing; `None`, the default, where each document is to be seen by itself.
    fn score_together(&self, _view: &View<'_>) -> Option<Scores> {
        None
    }
}
