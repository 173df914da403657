//! Indices to a [`Summary`]: the text and offsets of what was chosen.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::{Map, Value};

use crate::collection::Collection;
use crate::document::Span;
use crate::passages::passages;
use crate::reading::{Passage, Reading};
use crate::score::Scores;
use crate::segment::folded;
use crate::shown::{Chosen, Facts, Shown, ShownSection};
use crate::summary::{
    Keyword, Pick, SCHEMA_VERSION, ScoredSentence, Source, Summary, rounded,
};

/// What was chosen from a collection, as indices; texts and offsets are looked up when
/// they are asked for.
#[derive(Debug)]
pub(crate) struct Outcome<'a> {
    pub collection: Collection<'a>,
    pub method: &'static str,
    pub source: Source,
    pub documents: Vec<Source>,
    pub warnings: Vec<String>,
    /// The scores of the sentences in the whole.
    pub scores: Scores,
    /// Those within their sections, if sections were asked for.
    pub section_scores: Option<Scores>,
    /// The sentences of the overall summary; no stretch if it was not asked for.
    pub overall: Choices,
    /// Those of each section's summary, if sections were asked for.
    pub sections: Choices,
    pub keywords: Option<Vec<Keyword>>,
    /// The keywords of each section.
    pub section_keywords: Vec<Vec<Keyword>>,
    /// The rank of each sentence, 0 for one that is no candidate; only if all
    /// sentences are to be shown.
    pub ranks: Option<Vec<u32>>,
    /// Whether the whole text is to be shown.
    pub reading: bool,
}

/// The sentences chosen from several stretches, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Choices {
    /// Their indices, in order within each stretch.
    indices: Vec<u32>,
    /// For each stretch, where its indices end and how many words its sentences have.
    ends: Vec<(u32, u32)>,
}

impl Choices {
    /// Adds a stretch from which these sentences were chosen.
    pub fn push(&mut self, indices: &[usize], words: usize) {
        self.indices.extend(indices.iter().map(|index| *index as u32));
        self.ends.push((self.indices.len() as u32, words as u32));
    }

    /// The indices of all stretches; in order if the stretches are.
    pub fn indices(&self) -> &[u32] {
        &self.indices
    }

    /// The sentences chosen from stretch `number`, and how many words they have.
    fn of(&self, number: usize) -> (&[u32], usize) {
        let Some((end, words)) = self.ends.get(number) else { return (&[], 0) };
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before].0);
        (&self.indices[start as usize..*end as usize], *words as usize)
    }
}

impl Outcome<'_> {
    /// The same as plain data.
    pub fn summary(self) -> Summary {
        let overall = self.overall().extract();
        let sections = (0..self.sections()).map(|number| self.section(number).summary());
        let sections = sections.collect();
        let all = |count| (0..count).map(|index| self.sentence(index).into_owned());
        let sentences = self.sentences().map(|count| all(count).collect());
        let reading = self.passages().map(|passages| Reading {
            passages: passages.map(Cow::into_owned).collect(),
            sections: self.all_reasons(),
        });
        Summary {
            schema_version: SCHEMA_VERSION,
            merged: self.collection.is_merged(),
            title: self.collection.title().map(String::from),
            method: self.method.into(),
            overall,
            sections,
            sentences,
            reading,
            source: self.source,
            documents: self.documents,
            keywords: self.keywords,
            warnings: self.warnings,
        }
    }

    /// The parts of the score of every sentence that was chosen for a section.
    fn all_reasons(&self) -> Vec<Vec<Map<String, Value>>> {
        let of_section = |number: usize| {
            let count = self.sections.of(number).0.len();
            let reasons = (0..count).filter_map(|nth| self.reasons(number, nth));
            reasons.map(Cow::into_owned).collect()
        };
        (0..self.sections()).map(of_section).collect()
    }

    /// The sentences chosen from stretch `number` of `choices`, with their `scores`.
    fn chosen<'s>(
        &'s self,
        choices: &'s Choices,
        number: usize,
        scores: &'s Scores,
    ) -> Chosen<'s> {
        let (indices, words) = choices.of(number);
        let pick = move |index: &u32| Cow::Owned(self.pick(*index as usize, scores));
        let sentences = Box::new(indices.iter().map(pick));
        Chosen { words, count: indices.len(), sentences }
    }

    fn pick(&self, index: usize, scores: &Scores) -> Pick {
        let sentence = self.collection.sentences[index];
        let member = self.collection.member_of(sentence.section as usize);
        let (start, end) = member.offsets(sentence.span);
        Pick {
            text: self.folded(sentence.span).into_owned(),
            start,
            end,
            index: member.own_index(index),
            section: sentence.section as usize,
            document: self.collection.is_merged().then_some(sentence.section as usize),
            score: rounded(scores.of(index)),
        }
    }

    fn folded(&self, span: Span) -> Cow<'_, str> {
        folded(span.of(&self.collection.text))
    }
}

impl Shown for Outcome<'_> {
    fn facts(&self) -> Facts<'_> {
        Facts {
            merged: self.collection.is_merged(),
            source: &self.source,
            documents: &self.documents,
            title: self.collection.title(),
            method: self.method,
            keywords: self.keywords.as_deref(),
            warnings: &self.warnings,
        }
    }

    fn overall(&self) -> Chosen<'_> {
        self.chosen(&self.overall, 0, &self.scores)
    }

    fn sections(&self) -> usize {
        self.sections.ends.len()
    }

    fn section(&self, number: usize) -> ShownSection<'_> {
        let collection = &self.collection;
        let section = &collection.sections[number];
        let member = collection.member_of(number);
        let (start, end) = member.offsets(section.span);
        let title = member.title.as_deref().filter(|_| collection.is_merged());
        let own = section.heading.map(|span| self.folded(span));
        let scores = self.section_scores.as_ref().unwrap_or(&self.scores);
        ShownSection {
            heading: own.or(title.map(Cow::Borrowed)),
            level: section.level,
            start,
            end,
            chosen: self.chosen(&self.sections, number, scores),
            keywords: self.section_keywords.get(number).map(Vec::as_slice),
        }
    }

    fn sentences(&self) -> Option<usize> {
        self.ranks.as_ref().map(Vec::len)
    }

    fn sentence(&self, index: usize) -> Cow<'_, ScoredSentence> {
        Cow::Owned(ScoredSentence {
            pick: self.pick(index, &self.scores),
            rank: self.standing(index).0,
            parts: parts(&self.scores, index),
        })
    }

    fn standing(&self, index: usize) -> (Option<usize>, f64) {
        let rank = self.ranks.as_ref().map_or(0, |ranks| ranks[index]);
        ((rank > 0).then_some(rank as usize), rounded(self.scores.of(index)))
    }

    fn place(&self, pick: &Pick) -> usize {
        self.collection.member_of(pick.section).index(pick.index)
    }

    fn reasons(&self, section: usize, nth: usize) -> Option<Cow<'_, Map<String, Value>>> {
        let scores = self.section_scores.as_ref().filter(|_| self.reading)?;
        let index = *self.sections.of(section).0.get(nth)?;
        Some(Cow::Owned(parts(scores, index as usize)))
    }

    fn passages(&self) -> Option<Box<dyn Iterator<Item = Cow<'_, Passage>> + '_>> {
        self.reading.then(|| -> Box<dyn Iterator<Item = _>> {
            Box::new(passages(&self.collection).map(Cow::Owned))
        })
    }
}

/// The parts of the score of sentence `index`, by name.
fn parts(scores: &Scores, index: usize) -> Map<String, Value> {
    let part = |(name, value): (&str, f64)| (name.into(), rounded(value).into());
    scores.parts_of(index).map(part).collect()
}

/// For each sentence of `collection` its rank by score, from 1; 0 for one that is
/// no candidate.
pub(crate) fn ranks(collection: &Collection<'_>, scores: &Scores) -> Vec<u32> {
    let sentences = &collection.sentences;
    let all: Range<u32> = 0..sentences.len() as u32;
    let mut order: Vec<u32> =
        all.filter(|index| sentences[*index as usize].candidate).collect();
    let score = |index: u32| scores.of(index as usize);
    order.sort_unstable_by(|a, b| score(*b).total_cmp(&score(*a)).then(a.cmp(b)));
    let mut ranks = vec![0; sentences.len()];
    for (rank, index) in (1..).zip(order) {
        ranks[index as usize] = rank;
    }
    ranks
}
