//! Picks to words: the parts of a [`Summary`](crate::Summary), with text and
//! offsets in place of indices.

use std::ops::Range;

use serde_json::{Map, Value};

use crate::collection::Collection;
use crate::document::{Section, Sentence, Span};
use crate::options::{Budget, Fraction};
use crate::score::Scores;
use crate::segment::folded;
use crate::select::Selector;
use crate::summary::{Extract, Pick, ScoredSentence, SectionSummary, rounded};

/// Writes the parts of one summary.
#[derive(Debug)]
pub(crate) struct Writer<'a> {
    collection: &'a Collection<'a>,
    selector: Selector<'a>,
    warnings: Vec<String>,
}

impl<'a> Writer<'a> {
    pub fn new(collection: &'a Collection<'a>, redundancy: Fraction) -> Self {
        let Collection { text, sentences, terms, vectors, .. } = collection;
        let selector = Selector::new(text, sentences, terms, vectors, redundancy);
        Writer { collection, selector, warnings: Vec::new() }
    }

    /// The best sentences of `range`, within `budget`.
    fn extract(
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
        let words =
            picks.indices.iter().map(|index| self.collection.terms.words(*index)).sum();
        let sentences =
            picks.indices.into_iter().map(|index| self.pick(index, scores)).collect();
        Extract { words, sentences }
    }

    /// The best of `sentences`, which are those of the collection with fewer
    /// candidates, within `budget`.
    pub fn overall(
        &mut self,
        sentences: &'a [Sentence],
        scores: &Scores,
        budget: &Budget,
    ) -> Extract {
        self.selector.choose_from(sentences);
        let extract = self.extract(0..sentences.len(), scores, budget);
        self.selector.choose_from(&self.collection.sentences);
        extract
    }

    /// Every section with its best sentences.
    pub fn sections(&mut self, scores: &Scores, budget: &Budget) -> Vec<SectionSummary> {
        let collection = self.collection;
        let summary = |(at, section): (usize, &Section)| {
            let part = collection.part_of(at);
            let (start, end) = part.offsets(section.span);
            let own = section.heading.map(|span| self.folded(span));
            let heading =
                own.or_else(|| part.title.clone().filter(|_| collection.is_merged()));
            let summary = self.extract(section.sentences.clone(), scores, budget);
            SectionSummary {
                heading,
                level: section.level,
                start,
                end,
                summary,
                keywords: None,
            }
        };
        collection.sections.iter().enumerate().map(summary).collect()
    }

    /// Every sentence with its rank and the parts of its score.
    pub fn all(&self, scores: &Scores) -> Vec<ScoredSentence> {
        let sentences = &self.collection.sentences;
        let mut order: Vec<usize> =
            (0..sentences.len()).filter(|index| sentences[*index].candidate).collect();
        order.sort_by(|a, b| scores.of(*b).total_cmp(&scores.of(*a)).then(a.cmp(b)));
        let mut ranks = vec![None; sentences.len()];
        order.iter().enumerate().for_each(|(rank, index)| ranks[*index] = Some(rank + 1));
        ranks
            .into_iter()
            .enumerate()
            .map(|(index, rank)| ScoredSentence {
                pick: self.pick(index, scores),
                rank,
                parts: parts(scores, index),
            })
            .collect()
    }

    /// The parts of the `scores` of every sentence that `sections` chose.
    pub fn reasons(
        &self,
        sections: &[SectionSummary],
        scores: &Scores,
    ) -> Vec<Vec<Map<String, Value>>> {
        let of_section = |(at, section): (usize, &SectionSummary)| {
            let part = self.collection.part_of(at);
            let chosen = section.summary.sentences.iter();
            chosen.map(|pick| parts(scores, part.index(pick.index))).collect()
        };
        sections.iter().enumerate().map(of_section).collect()
    }

    /// What reading and choosing had to say.
    pub fn warnings(self) -> Vec<String> {
        self.collection.warnings.iter().cloned().chain(self.warnings).collect()
    }

    fn pick(&self, index: usize, scores: &Scores) -> Pick {
        let sentence = self.collection.sentences[index];
        let part = self.collection.part_of(sentence.section as usize);
        let (start, end) = part.offsets(sentence.span);
        Pick {
            text: self.folded(sentence.span),
            start,
            end,
            index: part.own_index(index),
            section: sentence.section as usize,
            document: self.collection.is_merged().then_some(sentence.section as usize),
            score: rounded(scores.of(index)),
        }
    }

    fn folded(&self, span: Span) -> String {
        folded(span.of(&self.collection.text)).into_owned()
    }
}

/// The parts of the score of sentence `index`, by name.
fn parts(scores: &Scores, index: usize) -> Map<String, Value> {
    let part = |(name, values): &(&str, Vec<f64>)| {
        ((*name).into(), rounded(values[index]).into())
    };
    scores.parts().iter().map(part).collect()
}
