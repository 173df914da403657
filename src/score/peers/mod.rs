//! The methods of other summarisers, each from its own paper.
//!
//! Most need of a sentence only which terms it has. They score one
//! [`Group`] at a time and never hold a matrix of sentences by sentences: what
//! a graph's edges do to a vector is computed from the terms that make them.

mod centroid;
mod directed;
mod edmundson;
mod greedy;
mod group;
mod kl;
mod lexrank;
mod lsa;
mod luhn;
mod matrix;
mod overlap;
mod power;
mod reduction;
mod sumbasic;
mod textrank;
mod textrank_bm25;

use super::{Scorer, Scores, View};
use group::Group;

pub(super) use directed::Directed;
pub(super) use edmundson::Edmundson;
pub(super) use luhn::Luhn;

/// A method that scores each group from the terms of its sentences.
pub(super) struct Peer {
    name: &'static str,
    score: fn(&Group<'_>) -> Vec<f64>,
}

pub(super) static CENTROID: Peer = Peer { name: "centroid", score: centroid::score };
pub(super) static LEXRANK: Peer = Peer { name: "lexrank", score: lexrank::continuous };
pub(super) static LEXRANK_THRESHOLD: Peer =
    Peer { name: "lexrank-threshold", score: lexrank::threshold };
pub(super) static TEXTRANK: Peer = Peer { name: "textrank", score: textrank::score };
pub(super) static TEXTRANK_BM25: Peer =
    Peer { name: "textrank-bm25", score: textrank_bm25::score };
pub(super) static REDUCTION: Peer = Peer { name: "reduction", score: reduction::score };
pub(super) static LSA: Peer = Peer { name: "lsa", score: lsa::score };
pub(super) static SUMBASIC: Peer = Peer { name: "sumbasic", score: sumbasic::score };
pub(super) static KL: Peer = Peer { name: "kl", score: kl::score };

impl Scorer for Peer {
    fn score(&self, view: &View<'_>) -> Scores {
        let mut locals = vec![u32::MAX; view.terms.count()];
        let groups = view.groups.iter();
        let score = |range: &std::ops::Range<usize>| {
            (self.score)(&Group::new(view, range.clone(), &mut locals))
        };
        Scores::of_parts(vec![(self.name, groups.flat_map(score).collect())])
    }
}

#[cfg(test)]
pub(super) mod testing {
    use proptest::prelude::*;

    use super::Group;
    use crate::document::Document;
    use crate::options::{Options, SegmentOptions};
    use crate::score::{Vectors, View};
    use crate::segment::segment;
    use crate::terms::{Context, StopWords, Vocabulary};

    /// A few sentences of a few words, with many words in common.
    pub fn lines() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec("((ba|be|bi|bo|bu|da|de|di) ){0,7}(do|du|fa|fe|fi)", 0..12)
    }

    /// What `f` makes of these sentences as one group.
    pub(in crate::score::peers) fn group<T>(
        lines: &[impl AsRef<str>],
        f: impl FnOnce(&Group<'_>) -> T,
    ) -> T {
        view(lines, |view| {
            let mut locals = vec![u32::MAX; view.terms.count()];
            f(&Group::new(view, 0..view.sentences.len(), &mut locals))
        })
    }

    /// What `f` makes of these sentences.
    pub fn view<T>(lines: &[impl AsRef<str>], f: impl FnOnce(&View<'_>) -> T) -> T {
        let lines: Vec<&str> = lines.iter().map(AsRef::as_ref).collect();
        let record = serde_json::json!({"id": 1, "lang": "aa", "sentences": lines});
        let options = Options::default();
        let document: Document =
            crate::read::jsonl::read(record.to_string().as_bytes(), &options.read)
                .unwrap();
        let segmented = segment(&document, &SegmentOptions::default());
        let sentences = &segmented.sentences;
        let terms = Vocabulary::new(document.language, &StopWords::default())
            .keeping(Context { gaps: true, pairs: true })
            .index(&document.text, sentences);
        f(&View {
            text: &document.text,
            language: document.language,
            blocks: &document.blocks,
            sections: &segmented.sections,
            sentences,
            terms: &terms,
            vectors: &Vectors::new(&terms),
            title: &[],
            headings: &[],
            groups: &[],
            whole: None,
            parts: false,
            section_parts: false,
        })
    }

    /// The product with `vector` of the matrix whose entries `weight` gives.
    pub fn dense(vector: &[f64], weight: impl Fn(usize, usize) -> f64) -> Vec<f64> {
        let nodes = 0..vector.len();
        let row = |to| nodes.clone().map(|from| weight(from, to) * vector[from]).sum();
        nodes.clone().map(row).collect()
    }

    /// Whether two vectors agree up to rounding.
    pub fn agree(a: &[f64], b: &[f64]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-6)
    }

    /// A vector of different values.
    pub fn ramp(length: usize) -> Vec<f64> {
        (0..length).map(|at| 1.0 + 0.3 * at as f64).collect()
    }
}
