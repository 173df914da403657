//! Records of documents with the summaries that people wrote of them.

use serde::Deserialize;

use crate::document::Span;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::segment::{sentences, words};

/// A set of documents with reference summaries.
///
/// ```
/// use epitome::evaluate::rouge::Set;
/// let set = Set::parse("news", r#"{"text": "It rained.", "references": ["Rain."]}"#)?;
/// assert_eq!(set.name, "news");
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Set {
    /// Its name, which is also the seed of its resamples.
    pub name: String,
    pub(super) records: Vec<Record>,
}

/// One document of a set.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// The record as the pipeline reads it.
    pub(super) line: String,
    /// Its number, from 1.
    number: usize,
    pub(super) gold: Gold,
}

/// What people made of a document.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Gold {
    references: Vec<Reference>,
    sections: Option<Vec<Section>>,
}

/// A section with the reference that was written for it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Section {
    pub(super) heading: Option<String>,
    pub(super) text: String,
    pub(super) reference: Option<Reference>,
}

/// A reference summary, in sentences or in one piece.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Reference {
    Sentences(Vec<String>),
    Text(String),
}

impl Set {
    /// The set that the JSONL `text` holds. Each record is one that the
    /// command reads (`text` or `sentences`, perhaps `lang`, `title`) with
    /// `references`, a list of summaries, and perhaps `sections`, each with
    /// `heading`, `text` and `reference`. A summary is a list of sentences, or
    /// a string, which is cut into sentences as the pipeline cuts them.
    ///
    /// # Errors
    /// [`Error::Record`] if a line is no such record.
    ///
    /// ```
    /// use epitome::evaluate::rouge::Set;
    /// assert!(Set::parse("news", r#"{"text": "It rained.", "references": [["Rain."]]}"#).is_ok());
    /// assert!(Set::parse("news", r#"{"text": "It rained."}"#).is_err());
    /// ```
    pub fn parse(name: &str, text: &str) -> Result<Self> {
        let filled = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let record = |(at, line): (usize, &str)| {
            let number = at + 1;
            let gold = serde_json::from_str(line).map_err(|error| {
                let error = error.to_string();
                // The parser's line is the line within the record.
                let what =
                    error.rsplit_once(" at line ").map_or(&*error, |(what, _)| what);
                Error::Record { message: format!("record {number}: {what}"), id: None }
            })?;
            Ok(Record { line: line.to_string(), number, gold })
        };
        let records = filled.map(record).collect::<Result<_>>()?;
        Ok(Set { name: name.to_string(), records })
    }

    /// `error` with the place of record `at`, from 0.
    pub(super) fn explain(&self, at: usize, error: &Error) -> Error {
        let message =
            format!("{}: record {}: {error}", self.name, self.records[at].number);
        Error::Record { message, id: None }
    }

    /// The mean length of its references in words, those of sections or those
    /// of whole documents; `None` where there are none.
    pub(super) fn mean_words(&self, sections: bool) -> Option<f64> {
        let references =
            self.records.iter().flat_map(|record| record.gold.references(sections));
        let (mut count, mut length) = (0, 0);
        for reference in references.flatten() {
            count += 1;
            length += reference.words();
        }
        (count > 0).then(|| length as f64 / f64::from(count))
    }
}

impl Gold {
    /// The references of each section, or those of the whole as of one section.
    pub(super) fn references(&self, sections: bool) -> Vec<Vec<&Reference>> {
        if !sections {
            return vec![self.references.iter().collect()];
        }
        self.sections().iter().map(|section| section.reference.iter().collect()).collect()
    }

    /// The sections; none where there is no gold about them.
    pub(super) fn sections(&self) -> &[Section] {
        self.sections.as_deref().unwrap_or(&[])
    }
}

impl Reference {
    /// Its sentences.
    pub(super) fn sentences(&self, language: Language) -> Vec<&str> {
        match self {
            Reference::Sentences(sentences) => {
                sentences.iter().map(String::as_str).collect()
            }
            Reference::Text(text) => {
                let mut found = Vec::new();
                let mut push = |span: Span| found.push(span.of(text));
                sentences::split(text, Span::new(0..text.len()), language, &mut push);
                found
            }
        }
    }

    fn words(&self) -> usize {
        let sentences = match self {
            Reference::Sentences(sentences) => sentences.as_slice(),
            Reference::Text(text) => std::slice::from_ref(text),
        };
        let mut count = 0;
        for sentence in sentences {
            words(sentence, &mut |_| count += 1);
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(line: &str) -> Set {
        Set::parse("a", line).unwrap()
    }

    #[test]
    fn references_are_sentences_or_text() {
        let set = set(r#"{"references": [["One. Two.", "Three."], "One. Two. Three."]}"#);
        let gold = set.records[0].gold.references(false);
        let counts = gold[0].iter().map(|r| r.sentences(Language::UNKNOWN).len());
        assert_eq!(counts.collect::<Vec<_>>(), [2, 3]);
        assert_eq!(set.mean_words(false), Some(3.0));
        assert_eq!(set.mean_words(true), None);
    }

    #[test]
    fn a_bad_record_is_named_by_its_line() {
        let error = Set::parse("a", "{\"references\": []}\n\n{\"text\": 1}").unwrap_err();
        assert_eq!(error.to_string(), "record 3: missing field `references`");
    }
}
