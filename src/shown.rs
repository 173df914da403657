//! What renderers ask of a summary. They take it piece by piece, so that a long one
//! is never in memory as a whole.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::reading::Passage;
use crate::summary::{
    Extract, Keyword, Pick, ScoredSentence, SectionSummary, Source, Summary,
};

/// A summary as renderers see it.
pub(crate) trait Shown {
    /// The short facts about the whole.
    fn facts(&self) -> Facts<'_>;

    /// The summary of the whole.
    fn overall(&self) -> Chosen<'_>;

    /// How many sections there are.
    fn sections(&self) -> usize;

    /// Section `number` with its summary.
    fn section(&self, number: usize) -> ShownSection<'_>;

    /// How many sentences there are, if all of them are to be shown.
    fn sentences(&self) -> Option<usize>;

    /// Sentence `index` of these.
    fn sentence(&self, index: usize) -> Cow<'_, ScoredSentence>;

    /// The rank and the score of sentence `index`.
    fn standing(&self, index: usize) -> (Option<usize>, f64);

    /// The index of `pick` among all sentences.
    fn place(&self, pick: &Pick) -> usize;

    /// The parts of the section score of the `nth` sentence chosen for `section`, if they
    /// are to be shown.
    fn reasons(&self, section: usize, nth: usize) -> Option<Cow<'_, Map<String, Value>>>;

    /// The whole text, if it is to be shown.
    fn passages(&self) -> Option<Box<dyn Iterator<Item = Cow<'_, Passage>> + '_>>;

    /// Whether `section` is the whole document and has no heading, so that its summary
    /// adds nothing to the overall one.
    fn is_whole(&self, section: &ShownSection<'_>) -> bool {
        let is_alone = self.sections() == 1 && section.heading.is_none();
        is_alone && !self.facts().merged && self.overall().count > 0
    }
}

/// The facts about the whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts<'a> {
    pub merged: bool,
    pub source: &'a Source,
    pub documents: &'a [Source],
    pub title: Option<&'a str>,
    pub method: &'a str,
    pub keywords: Option<&'a [Keyword]>,
    pub warnings: &'a [String],
}

/// Chosen sentences.
pub(crate) struct Chosen<'a> {
    /// How many words they have together.
    pub words: usize,
    /// How many they are.
    pub count: usize,
    pub sentences: Sentences<'a>,
}

/// Sentences, each as it is asked for.
pub(crate) type Sentences<'a> = Box<dyn Iterator<Item = Cow<'a, Pick>> + 'a>;

/// A section with its summary.
pub(crate) struct ShownSection<'a> {
    pub heading: Option<Cow<'a, str>>,
    pub level: u8,
    pub start: Option<u64>,
    pub end: Option<u64>,
    pub chosen: Chosen<'a>,
    pub keywords: Option<&'a [Keyword]>,
}

impl<'a> Chosen<'a> {
    fn of(extract: &'a Extract) -> Self {
        let Extract { words, sentences } = extract;
        Chosen {
            words: *words,
            count: sentences.len(),
            sentences: Box::new(sentences.iter().map(Cow::Borrowed)),
        }
    }

    /// The same as plain data.
    pub fn extract(self) -> Extract {
        let sentences = self.sentences.map(Cow::into_owned).collect();
        Extract { words: self.words, sentences }
    }
}

impl ShownSection<'_> {
    /// The same as plain data.
    pub fn summary(self) -> SectionSummary {
        SectionSummary {
            heading: self.heading.map(Cow::into_owned),
            level: self.level,
            start: self.start,
            end: self.end,
            summary: self.chosen.extract(),
            keywords: self.keywords.map(<[_]>::to_vec),
        }
    }
}

impl Shown for Summary {
    fn facts(&self) -> Facts<'_> {
        Facts {
            merged: self.merged,
            source: &self.source,
            documents: &self.documents,
            title: self.title.as_deref(),
            method: &self.method,
            keywords: self.keywords.as_deref(),
            warnings: &self.warnings,
        }
    }

    fn overall(&self) -> Chosen<'_> {
        Chosen::of(&self.overall)
    }

    fn sections(&self) -> usize {
        self.sections.len()
    }

    fn section(&self, number: usize) -> ShownSection<'_> {
        let section = &self.sections[number];
        ShownSection {
            heading: section.heading.as_deref().map(Cow::Borrowed),
            level: section.level,
            start: section.start,
            end: section.end,
            chosen: Chosen::of(&section.summary),
            keywords: section.keywords.as_deref(),
        }
    }

    fn sentences(&self) -> Option<usize> {
        self.sentences.as_ref().map(Vec::len)
    }

    fn sentence(&self, index: usize) -> Cow<'_, ScoredSentence> {
        Cow::Borrowed(&self.sentences.as_deref().unwrap_or_default()[index])
    }

    fn standing(&self, index: usize) -> (Option<usize>, f64) {
        let sentence = &self.sentences.as_deref().unwrap_or_default()[index];
        (sentence.rank, sentence.pick.score)
    }

    fn place(&self, pick: &Pick) -> usize {
        let sentences = self.sentences.as_deref().unwrap_or_default();
        sentences.partition_point(|sentence| {
            (sentence.pick.document, sentence.pick.index) < (pick.document, pick.index)
        })
    }

    fn reasons(&self, section: usize, nth: usize) -> Option<Cow<'_, Map<String, Value>>> {
        let reading = self.reading.as_ref()?;
        reading.sections.get(section)?.get(nth).map(Cow::Borrowed)
    }

    fn passages(&self) -> Option<Box<dyn Iterator<Item = Cow<'_, Passage>> + '_>> {
        let reading = self.reading.as_ref()?;
        Some(Box::new(reading.passages.iter().map(Cow::Borrowed)))
    }
}
