//! A summary as Python sees it.

use std::collections::BTreeMap;

use epitome::{Extract, Keyword, Pick, ScoredSentence, SectionSummary, render::json};
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::offsets::Offsets;
use crate::pickled::{Reduced, reduced};

/// The summary of one text.
///
/// Iterating it gives the sentences of the overall summary; `str` gives them one a line.
#[pyclass(frozen, module = "epitome")]
#[derive(Debug, Serialize, Deserialize)]
pub struct Summary {
    summary: epitome::Summary,
    offsets: Offsets,
}

impl Summary {
    /// The summary of `text`.
    pub fn new(text: &str, summary: epitome::Summary) -> Self {
        // The library's offsets begin after a byte-order mark.
        let (before, text) =
            text.strip_prefix('\u{feff}').map_or((0, text), |rest| (1, rest));
        Summary { offsets: Offsets::new(text, before, &summary), summary }
    }

    fn all(&self) -> &[ScoredSentence] {
        self.summary.sentences.as_deref().unwrap_or_default()
    }

    fn scored(&self, scored: &ScoredSentence) -> Sentence {
        let value = |(name, value): (&String, &_)| {
            Some((name.clone(), f64::deserialize(value).ok()?))
        };
        Sentence {
            rank: scored.rank,
            parts: Some(scored.parts.iter().filter_map(value).collect()),
            ..Sentence::new(&scored.pick, &self.offsets)
        }
    }

    /// The sentences of `extract`, with their parts where those are known.
    fn extract(&self, extract: &Extract) -> Vec<Sentence> {
        let sentence = |pick: &Pick| match self.all().get(pick.index) {
            Some(scored) => {
                self.scored(&ScoredSentence { pick: pick.clone(), ..scored.clone() })
            }
            None => Sentence::new(pick, &self.offsets),
        };
        extract.sentences.iter().map(sentence).collect()
    }

    fn section(&self, section: &SectionSummary) -> Section {
        Section {
            heading: section.heading.clone(),
            level: section.level,
            start: self.offsets.chars(section.start),
            end: self.offsets.chars(section.end),
            byte_start: section.start,
            byte_end: section.end,
            words: section.summary.words,
            sentences: self.extract(&section.summary),
            keywords: keywords(section.keywords.as_deref()),
        }
    }
}

#[pymethods]
impl Summary {
    /// The sentences of the overall summary, in the order of the text.
    #[getter]
    fn sentences(&self) -> Vec<Sentence> {
        self.extract(&self.summary.overall)
    }

    /// Every section with its own summary, in the order of the text.
    #[getter]
    fn sections(&self) -> Vec<Section> {
        self.summary.sections.iter().map(|section| self.section(section)).collect()
    }

    /// Every sentence of the text with its rank and parts; empty without `scores`.
    #[getter]
    fn all_sentences(&self) -> Vec<Sentence> {
        self.all().iter().map(|scored| self.scored(scored)).collect()
    }

    /// Keywords with their scores (the best has 1), best first; empty without `keywords`.
    #[getter]
    fn keywords(&self) -> Vec<(String, f64)> {
        keywords(self.summary.keywords.as_deref())
    }

    /// The title, if the text names one.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.summary.title.as_deref()
    }

    /// The ISO 639-1 code of the language, or `und`.
    #[getter]
    fn language(&self) -> &str {
        &self.summary.source.language
    }

    /// The method that chose the sentences.
    #[getter]
    fn method(&self) -> &str {
        &self.summary.method
    }

    /// The words of the overall summary.
    #[getter]
    fn words(&self) -> usize {
        self.summary.overall.words
    }

    /// What the user should know.
    #[getter]
    fn warnings(&self) -> Vec<String> {
        self.summary.warnings.clone()
    }

    /// The JSON that the command prints, described by `schema/summary-v1.json`, without a line end.
    fn to_json(&self) -> String {
        let mut line = json::line(&self.summary);
        line.pop();
        line
    }

    /// The same as a dict.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (self.to_json(),))
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.sentences().into_pyobject(py)?.try_iter()?.into_any())
    }

    fn __len__(&self) -> usize {
        self.summary.overall.sentences.len()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        reduced(py, "Summary", self)
    }

    fn __str__(&self) -> String {
        lines(&self.summary.overall)
    }

    fn __repr__(&self) -> String {
        let source = &self.summary.source;
        format!(
            "<Summary: {} of {} sentences, {} sections>",
            self.__len__(),
            source.sentences,
            self.summary.sections.len()
        )
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.summary == other.summary
    }
}

/// A section with its own summary. Iterating it gives the chosen sentences.
#[pyclass(frozen, eq, get_all, skip_from_py_object, module = "epitome")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// The heading; None for text before the first.
    heading: Option<String>,
    /// The heading's level, from 1.
    level: u8,
    /// The first character of the section in the text, its heading included.
    start: Option<u64>,
    /// The character after its last.
    end: Option<u64>,
    /// `start` in bytes of UTF-8, as in the JSON.
    byte_start: Option<u64>,
    /// `end` in bytes of UTF-8, as in the JSON.
    byte_end: Option<u64>,
    /// The words of its summary.
    words: usize,
    /// The sentences of its summary.
    sentences: Vec<Sentence>,
    /// Its keywords with their scores, best first; empty without `keywords`.
    keywords: Vec<(String, f64)>,
}

#[pymethods]
impl Section {
    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.sentences.clone().into_pyobject(py)?.try_iter()?.into_any())
    }

    fn __len__(&self) -> usize {
        self.sentences.len()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        reduced(py, "Section", self)
    }

    fn __str__(&self) -> String {
        let texts: Vec<&str> =
            self.sentences.iter().map(|sentence| sentence.text.as_str()).collect();
        texts.join("\n")
    }

    fn __repr__(&self) -> String {
        format!(
            "<Section {:?}: {} sentences>",
            self.heading.as_deref().unwrap_or_default(),
            self.sentences.len()
        )
    }
}

/// One sentence. In plain text, `text[start:end]` is it, up to white space.
#[pyclass(frozen, eq, get_all, skip_from_py_object, module = "epitome")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// The sentence as a person reads it: markup dropped, white space folded.
    text: String,
    /// Its first character in the text.
    start: Option<u64>,
    /// The character after its last.
    end: Option<u64>,
    /// `start` in bytes of UTF-8, as in the JSON: without a byte-order mark.
    byte_start: Option<u64>,
    /// `end` in bytes of UTF-8, as in the JSON.
    byte_end: Option<u64>,
    /// Its place among all sentences of the text, from 0.
    index: usize,
    /// The index of its section.
    section: usize,
    /// Higher is better; comparable within one text and method.
    score: f64,
    /// Its rank, from 1; None for a sentence that is no candidate, and without `scores`.
    rank: Option<usize>,
    /// What the score is made of; None without `scores`.
    parts: Option<BTreeMap<String, f64>>,
}

impl Sentence {
    fn new(pick: &Pick, offsets: &Offsets) -> Self {
        Sentence {
            text: pick.text.clone(),
            start: offsets.chars(pick.start),
            end: offsets.chars(pick.end),
            byte_start: pick.start,
            byte_end: pick.end,
            index: pick.index,
            section: pick.section,
            score: pick.score,
            rank: None,
            parts: None,
        }
    }
}

#[pymethods]
impl Sentence {
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        reduced(py, "Sentence", self)
    }

    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!("<Sentence {}: {:?}>", self.index, self.text)
    }
}

fn keywords(keywords: Option<&[Keyword]>) -> Vec<(String, f64)> {
    keywords
        .unwrap_or_default()
        .iter()
        .map(|keyword| (keyword.term.clone(), keyword.score))
        .collect()
}

fn lines(extract: &Extract) -> String {
    let texts: Vec<&str> =
        extract.sentences.iter().map(|pick| pick.text.as_str()).collect();
    texts.join("\n")
}
