//! Sentences as vectors of TF-ISF weights.
//!
//! The inverse *sentence* frequency of a term, ln(1 + n / `n_t`) for n sentences
//! of which `n_t` hold the term, takes the place of the inverse document
//! frequency, so that one document needs no collection around it (Neto,
//! Santos, Kaestner and Freitas, "Document clustering and text
//! summarization", 2000).

use super::shared::{Apart, Shared};
use crate::terms::{TermId, Terms};

/// The weights of a document's terms, and the lengths of its sentence vectors.
#[derive(Clone, Debug, Default)]
pub struct Vectors {
    isf: Vec<f64>,
    norms: Vec<f64>,
    /// How many sentences hold each term, where none are told apart.
    holders: Vec<u32>,
    apart: Option<Apart>,
}

impl Vectors {
    /// The vectors of the sentences of `terms`.
    #[must_use]
    pub fn new(terms: &Terms) -> Self {
        let mut counts = vec![0; terms.count()];
        let holders = holders(terms, &mut counts);
        // Most terms are held by few sentences.
        let sentences = terms.sentences() as f64;
        let weight =
            |holders: u32| libm::log(1.0 + sentences / f64::from(holders.max(1)));
        let few: [f64; 8] = std::array::from_fn(|holders| weight(holders as u32));
        let weight = |holders: &u32| {
            few.get(*holders as usize).copied().unwrap_or_else(|| weight(*holders))
        };
        let isf: Vec<f64> = holders.iter().map(weight).collect();
        let norms = norms(terms, &isf, &mut counts);
        let apart = Apart::new(terms, &isf, &holders, &mut counts);
        let holders = if apart.is_some() { Vec::new() } else { holders };
        Vectors { isf, norms, holders, apart }
    }

    /// The inverse sentence frequency of a term.
    #[must_use]
    pub fn isf(&self, id: TermId) -> f64 {
        self.isf[id as usize]
    }

    /// The Euclidean length of sentence `index`'s vector; 0 where it has no terms.
    #[must_use]
    pub fn norm(&self, index: usize) -> f64 {
        self.norms[index]
    }

    /// The terms that sentences share; `terms` are those that these vectors are of.
    pub(crate) fn shared<'a>(&'a self, terms: &'a Terms) -> Shared<'a> {
        match &self.apart {
            Some(apart) => apart.shared(),
            None => Shared::all(terms, &self.isf, &self.holders),
        }
    }
}

/// How many sentences hold each term. All `counts` are 0, before and after.
fn holders(terms: &Terms, counts: &mut [u32]) -> Vec<u32> {
    let mut holders = vec![0_u32; terms.count()];
    for index in 0..terms.sentences() {
        let ids = terms.of(index);
        if terms.repeats(index) {
            counted(ids, counts, |id, before| holders[id] += u32::from(before == 0));
        } else {
            for id in ids {
                holders[*id as usize] += 1;
            }
        }
    }
    holders
}

/// The length of each sentence's vector: tf² · isf² summed over its different terms.
/// All `counts` are 0, before and after.
fn norms(terms: &Terms, isf: &[f64], counts: &mut [u32]) -> Vec<f64> {
    let square = |id: usize| isf[id] * isf[id];
    let norm = |index: usize| {
        let ids = terms.of(index);
        if !terms.repeats(index) {
            return ids.iter().map(|id| square(*id as usize)).sum::<f64>().sqrt();
        }
        let mut squares = 0.0;
        counted(ids, counts, |id, before| squares += tf_square(before) * square(id));
        squares.sqrt()
    };
    (0..terms.sentences()).map(norm).collect()
}

/// Tells `each` the terms `ids` of a sentence, and how often each stood there before.
/// All `counts` are 0, before and after.
pub(super) fn counted(
    ids: &[TermId],
    counts: &mut [u32],
    mut each: impl FnMut(usize, u32),
) {
    for id in ids {
        let count = &mut counts[*id as usize];
        each(*id as usize, *count);
        *count += 1;
    }
    for id in ids {
        counts[*id as usize] = 0;
    }
}

/// What a term that stood in a sentence `before` adds to the square of its frequency
/// there: Σ tf² = Σ over occurrences of (2 · occurrences so far + 1).
pub(super) fn tf_square(before: u32) -> f64 {
    f64::from(2 * before + 1)
}
