//! JSON: what the contract says, by serde alone, and piece by piece.

use std::cell::Cell;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::shown::{Chosen, Sentences, Shown};
use crate::summary::{SCHEMA_VERSION, Summary};

/// `value` as one line, for NDJSON and for pipes.
///
/// ```
/// use epitome::{End, render::json};
/// let end = End { schema_version: 1, documents: 2, ..End::default() };
/// assert!(json::line(&end).starts_with(r#"{"type":"end","schema_version":1,"documents":2"#));
/// ```
///
/// # Panics
/// Never for the types of this library: strings, numbers and maps with string
/// keys always serialise.
#[must_use]
pub fn line<T: Serialize>(value: &T) -> String {
    let mut json = serde_json::to_string(value).expect("plain data serialises");
    json.push('\n');
    json
}

impl Serialize for Summary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json(self).serialize(serializer)
    }
}

/// A summary that is written piece by piece.
pub(crate) struct Json<'a>(pub &'a dyn Shown);

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (shown, facts) = (self.0, self.0.facts());
        let mut json = serializer.serialize_struct("Summary", 12)?;
        json.serialize_field("type", "summary")?;
        json.serialize_field("schema_version", &SCHEMA_VERSION)?;
        if facts.merged {
            json.serialize_field("merged", &true)?;
        }
        json.serialize_field("source", facts.source)?;
        if !facts.documents.is_empty() {
            json.serialize_field("documents", facts.documents)?;
        }
        json.serialize_field("title", &facts.title)?;
        json.serialize_field("method", facts.method)?;
        json.serialize_field("overall", &Extract::of(shown.overall()))?;
        let section = |number| Section(shown, number);
        let sections = || (0..shown.sections()).map(section);
        json.serialize_field("sections", &Sequence(sections))?;
        if let Some(keywords) = facts.keywords {
            json.serialize_field("keywords", keywords)?;
        }
        if let Some(count) = shown.sentences() {
            let sentences = || (0..count).map(|index| shown.sentence(index));
            json.serialize_field("sentences", &Sequence(sentences))?;
        }
        json.serialize_field("warnings", facts.warnings)?;
        json.end()
    }
}

/// A section, by its number.
struct Section<'a>(&'a dyn Shown, usize);

impl Serialize for Section<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Section(shown, number) = *self;
        let section = shown.section(number);
        let mut json = serializer.serialize_struct("SectionSummary", 6)?;
        json.serialize_field("heading", &section.heading)?;
        json.serialize_field("level", &section.level)?;
        json.serialize_field("start", &section.start)?;
        json.serialize_field("end", &section.end)?;
        json.serialize_field("summary", &Extract::of(section.chosen))?;
        if let Some(keywords) = section.keywords {
            json.serialize_field("keywords", keywords)?;
        }
        json.end()
    }
}

/// Chosen sentences, which can be written once: they come as they are written.
struct Extract<'a> {
    words: usize,
    sentences: Cell<Option<Sentences<'a>>>,
}

impl<'a> Extract<'a> {
    fn of(chosen: Chosen<'a>) -> Self {
        Extract { words: chosen.words, sentences: Cell::new(Some(chosen.sentences)) }
    }
}

impl Serialize for Extract<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sentences = || self.sentences.take().into_iter().flatten();
        let mut json = serializer.serialize_struct("Extract", 2)?;
        json.serialize_field("words", &self.words)?;
        json.serialize_field("sentences", &Sequence(sentences))?;
        json.end()
    }
}

/// The items of an iterator, each as it comes.
struct Sequence<F>(F);

impl<F, I> Serialize for Sequence<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
