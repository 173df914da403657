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
        let holders = holders(terms);
        // Most terms are held by few sentences.
        let sentences = terms.sentences() as f64;
        let weight =
            |holders: u32| libm::log(1.0 + sentences / f64::from(holders.max(1)));
        let few: [f64; 8] = std::array::from_fn(|holders| weight(holders as u32));
        let weight = |holders: &u32| {
            few.get(*holders as usize).copied().unwrap_or_else(|| weight(*holders))
        };
        let isf: Vec<f64> = holders.iter().map(weight).collect();
        let norms = norms(terms, &isf);
        let apart = Apart::new(terms, &isf, &holders);
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

/// How many sentences hold each term.
fn holders(terms: &Terms) -> Vec<u32> {
    let mut holders = vec![0_u32; terms.count()];
    let mut last = vec![u32::MAX; terms.count()];
    for index in 0..terms.sentences() {
        if !terms.repeats(index) {
            terms.of(index).iter().for_each(|id| holders[*id as usize] += 1);
            continue;
        }
        for id in terms.of(index) {
            let id = *id as usize;
            holders[id] += u32::from(last[id] != index as u32);
            last[id] = index as u32;
        }
    }
    holders
}

/// The length of each sentence's vector: tf² · isf² summed over its different terms.
fn norms(terms: &Terms, isf: &[f64]) -> Vec<f64> {
    let mut counts = vec![0_u32; terms.count()];
    let norm = |index: usize| {
        let ids = terms.of(index);
        let square = |id: &TermId| isf[*id as usize] * isf[*id as usize];
        if !terms.repeats(index) {
            return ids.iter().map(square).sum::<f64>().sqrt();
        }
        // Σ tf² = Σ over occurrences of (2 · occurrences so far + 1).
        let mut squares = 0.0;
        for id in ids {
            let count = &mut counts[*id as usize];
            squares += f64::from(2 * *count + 1) * square(id);
            *count += 1;
        }
        for id in ids {
            counts[*id as usize] = 0;
        }
        squares.sqrt()
    };
    (0..terms.sentences()).map(norm).collect()
}
