//! Sentences to scores. Every method is a [`Scorer`]; [`Method`] names them all.

mod centrality;
pub(crate) mod collection;
mod lead;
mod model;
mod position;
pub(crate) mod query;
mod random;
mod tfidf;
mod vectors;

use std::ops::Range;

use crate::document::Sentence;
use crate::terms::{TermId, Terms};
pub use vectors::Vectors;

/// What a scorer sees of a document.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The sentences.
    pub sentences: &'a [Sentence],
    /// Their terms.
    pub terms: &'a Terms,
    /// Their TF-ISF vectors.
    pub vectors: &'a Vectors,
    /// The terms of the document's title.
    pub title: &'a [TermId],
    /// The stretches that are scored each for itself: the whole document, or
    /// its sections. They cover all sentences, in order.
    pub groups: &'a [Range<usize>],
}

/// The scores of all sentences, part by part.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// Each part with its name and its value for every sentence.
    pub parts: Vec<(&'static str, Vec<f64>)>,
}

impl Scores {
    /// The score of sentence `index`: the sum of its parts.
    #[must_use]
    pub fn of(&self, index: usize) -> f64 {
        self.parts.iter().map(|(_, values)| values[index]).sum()
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
}

/// The methods by name.
///
/// | method | chooses | use it for |
/// |---|---|---|
/// | `epitome` | by terms, place and length together | anything: the default |
/// | `tfidf` | sentences dense in the document's own terms | finding what is specific |
/// | `lead` | the first sentences | a baseline; strong on news |
/// | `random` | by a fixed lot | a baseline to be beaten |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// TF-ISF, centrality, position and length, weighted.
    #[default]
    Epitome,
    /// The mean TF-ISF weight of the sentence's terms.
    Tfidf,
    /// The first sentences.
    Lead,
    /// Sentences by lot; the lot is the same on every run.
    Random,
}

impl Method {
    /// Every method.
    pub const ALL: [Method; 4] =
        [Method::Epitome, Method::Tfidf, Method::Lead, Method::Random];

    /// Its name on the command line and in the JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Method::Epitome => "epitome",
            Method::Tfidf => "tfidf",
            Method::Lead => "lead",
            Method::Random => "random",
        }
    }

    /// The scorer that it names.
    #[must_use]
    pub fn scorer(self) -> &'static dyn Scorer {
        match self {
            Method::Epitome => &model::Model,
            Method::Tfidf => &tfidf::Tfidf,
            Method::Lead => &lead::Lead,
            Method::Random => &random::Random,
        }
    }
}
