//! Picks to words: the parts of a [`Summary`](crate::Summary), with text and
//! offsets in place of indices.

use std::ops::Range;

use crate::document::{Document, Section, Sentence, Span};
use crate::options::{Budget, Fraction};
use crate::score::{Scores, Vectors};
use crate::segment::folded;
use crate::select::Selector;
use crate::summary::{Extract, Pick, ScoredSentence, SectionSummary, Source};
use crate::terms::Terms;

/// Writes the parts of one document's summary.
#[derive(Debug)]
pub(crate) struct Writer<'a> {
    document: &'a Document,
    sentences: &'a [Sentence],
    terms: &'a Terms,
    selector: Selector<'a>,
    warnings: Vec<String>,
}

impl<'a> Writer<'a> {
    pub fn new(
        document: &'a Document,
        sentences: &'a [Sentence],
        terms: &'a Terms,
        vectors: &'a Vectors,
        redundancy: Fraction,
    ) -> Self {
        let selector =
            Selector::new(&document.text, sentences, terms, vectors, redundancy);
        Writer { document, sentences, terms, selector, warnings: Vec::new() }
    }

    /// What the document is and how large.
    pub fn source(&self) -> Source {
        let Document { format, encoding, replaced, bytes, .. } = *self.document;
        Source {
            path: None,
            id: self.document.id.clone(),
            format,
            language: self.document.language.code().into(),
            encoding: encoding.into(),
            replaced,
            bytes,
            sentences: self.sentences.len(),
            words: (0..self.sentences.len()).map(|index| self.terms.words(index)).sum(),
        }
    }

    /// The best sentences of `range`, within `budget`.
    pub fn extract(
        &mut self,
        range: Range<usize>,
        scores: &Scores,
        budget: &Budget,
    ) -> Extract {
        let picks = self.selector.select(range, scores, budget);
        if picks.over_budget {
            let warning =
                "no sentence fits the budget; the best one is given".to_string();
            if !self.warnings.contains(&warning) {
                self.warnings.push(warning);
            }
        }
        let words = picks.indices.iter().map(|index| self.terms.words(*index)).sum();
        let sentences =
            picks.indices.into_iter().map(|index| self.pick(index, scores)).collect();
        Extract { words, sentences }
    }

    /// Every section with its best sentences.
    pub fn sections(
        &mut self,
        sections: &[Section],
        scores: &Scores,
        budget: &Budget,
    ) -> Vec<SectionSummary> {
        let summary = |section: &Section| {
            let (start, end) = self.offsets(section.span);
            let heading = section.heading.map(|span| self.folded(span));
            let summary = self.extract(section.sentences.clone(), scores, budget);
            SectionSummary { heading, level: section.level, start, end, summary }
        };
        sections.iter().map(summary).collect()
    }

    /// Every sentence with its rank and the parts of its score.
    pub fn all(&self, scores: &Scores) -> Vec<ScoredSentence> {
        let mut order: Vec<usize> = (0..self.sentences.len())
            .filter(|index| self.sentences[*index].candidate)
            .collect();
        order.sort_by(|a, b| scores.of(*b).total_cmp(&scores.of(*a)).then(a.cmp(b)));
        let mut ranks = vec![None; self.sentences.len()];
        order.iter().enumerate().for_each(|(rank, index)| ranks[*index] = Some(rank + 1));
        let parts = |index: usize| {
            let part = |(name, values): &(&str, Vec<f64>)| {
                ((*name).into(), rounded(values[index]).into())
            };
            scores.parts.iter().map(part).collect()
        };
        ranks
            .into_iter()
            .enumerate()
            .map(|(index, rank)| ScoredSentence {
                pick: self.pick(index, scores),
                rank,
                parts: parts(index),
            })
            .collect()
    }

    /// What reading and choosing had to say, and whether there was anything to choose.
    pub fn warnings(self) -> Vec<String> {
        let nothing = self.sentences.is_empty().then(|| "no sentences".to_string());
        self.document
            .warnings
            .iter()
            .cloned()
            .chain(nothing)
            .chain(self.warnings)
            .collect()
    }

    fn pick(&self, index: usize, scores: &Scores) -> Pick {
        let sentence = self.sentences[index];
        let (start, end) = self.offsets(sentence.span);
        Pick {
            text: self.folded(sentence.span),
            start,
            end,
            index,
            section: sentence.section as usize,
            score: rounded(scores.of(index)),
        }
    }

    fn folded(&self, span: Span) -> String {
        folded(span.of(&self.document.text)).into_owned()
    }

    /// The offsets of `span` in the source, both or neither.
    fn offsets(&self, span: Span) -> (Option<u64>, Option<u64>) {
        self.document.origin.locate(span).unzip()
    }
}

/// Six decimals: more than anyone reads, and short to write.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
