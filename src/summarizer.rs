//! The pipeline, top to bottom: options once, then document after document.

use std::ops::Range;

use crate::assemble::Writer;
use crate::candidates::limit_length;
use crate::collection::{Collection, Wanted};
use crate::document::Document;
use crate::error::{Error, Result};
use crate::keywords::Keywords;
use crate::options::{Format, Options};
use crate::read;
use crate::score::query::{self, Query};
use crate::score::{Vectors, View};
use crate::summary::{Extract, SCHEMA_VERSION, Summary};
use crate::terms::Vocabularies;

/// Summarises document after document with the same options.
///
/// It keeps what it has learnt of the words of each language, which makes the
/// next document faster and changes nothing in its summary. Give each thread
/// one of its own.
///
/// ```
/// use epitome::{Options, Summarizer};
/// let text = "The harbour closed on Monday. Ice had broken the outer wall. \
///             Repairs of the harbour wall will take a year. Nobody was hurt.";
/// let mut options = Options::default();
/// options.select.overall = epitome::Budget::sentences(1);
/// let summary = Summarizer::new(options)?.summarize(text)?;
/// assert_eq!(summary.overall.sentences.len(), 1);
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Debug)]
pub struct Summarizer {
    options: Options,
    vocabularies: Vocabularies,
}

impl Summarizer {
    /// A summariser with these options.
    ///
    /// # Errors
    /// [`Error::UnknownEncoding`] if the encoding given is none, and
    /// [`Error::Option`] where options contradict each other.
    pub fn new(options: Options) -> Result<Self> {
        options.select.check()?;
        if let Some(label) = &options.read.encoding {
            read::check_label(label)?;
        }
        let vocabularies = Vocabularies::new(options.terms.stop_words.clone());
        Ok(Summarizer { options, vocabularies })
    }

    /// The summary of a text in UTF-8. Where the options leave the format
    /// open, it is plain text.
    ///
    /// # Errors
    /// [`Error::TooLarge`].
    pub fn summarize(&mut self, text: &str) -> Result<Summary> {
        self.summarize_bytes(text.as_bytes().to_vec(), Format::Text)
    }

    /// The summary of one document as it comes from a file. `hint` is the
    /// format that its name suggests ([`read::by_extension`]).
    ///
    /// # Errors
    /// As [`read::read`].
    pub fn summarize_bytes(&mut self, bytes: Vec<u8>, hint: Format) -> Result<Summary> {
        let document = read::read(bytes, hint, &self.options.read)?;
        Ok(self.summarize_document(&document))
    }

    /// The summary of one line of a JSONL file.
    ///
    /// # Errors
    /// [`Error::Record`].
    pub fn summarize_record(&mut self, line: &[u8]) -> Result<Summary> {
        let limit = self.options.read.max_bytes.min(u32::MAX.into());
        if line.len() as u64 > limit {
            return Err(Error::TooLarge { bytes: line.len() as u64, limit });
        }
        let document = read::jsonl::read(line, &self.options.read)?;
        Ok(self.summarize_document(&document))
    }

    /// The summary of a document that has been read.
    pub fn summarize_document(&mut self, document: &Document) -> Summary {
        let (options, vocabularies) = (&self.options, &mut self.vocabularies);
        let (segment, wanted) = (&options.segment, wanted(options));
        let collection = Collection::of(document, segment, wanted, vocabularies);
        self.summary(collection)
    }

    /// The pipeline behind reading, from top to bottom.
    fn summary(&self, mut collection: Collection<'_>) -> Summary {
        let Options { score, select, output, .. } = &self.options;
        let unfit = limit_length(&mut collection.sentences, &collection.terms, select);
        collection.warnings.extend(unfit);
        if wanted(&self.options).query.is_some() && collection.query.is_empty() {
            collection
                .warnings
                .push("no word of the query occurs; this is the ordinary summary".into());
        }
        let collection = &collection;
        let vectors = Vectors::new(&collection.terms);
        let scorer = score.method.scorer();
        let score = |groups: &[Range<usize>]| {
            let Collection { sentences, terms, title, .. } = collection;
            let view = View { sentences, terms, vectors: &vectors, title, groups };
            let mut scores = scorer.score(&view);
            let Collection { query: terms, headings, .. } = collection;
            if !terms.is_empty() {
                query::add(&Query { terms, headings }, &view, &mut scores);
            }
            scores
        };
        let whole = 0..collection.sentences.len();
        let scores = score(std::slice::from_ref(&whole));
        let mut writer = Writer::new(collection, &vectors, select.redundancy);
        let part = &collection.parts[0];
        let mut summary = Summary {
            schema_version: SCHEMA_VERSION,
            source: part.source.clone(),
            title: part.title.clone(),
            method: self.options.score.method.name().into(),
            overall: Extract::default(),
            sections: Vec::new(),
            keywords: None,
            sentences: output.scores.then(|| writer.all(&scores)),
            warnings: Vec::new(),
        };
        if output.overall {
            summary.overall = writer.extract(whole, &scores, &select.overall);
        }
        if output.sections {
            let sections = collection.sections.iter();
            let groups: Vec<_> =
                sections.map(|section| section.sentences.clone()).collect();
            summary.sections = writer.sections(&score(&groups), &select.section);
        }
        if output.keywords > 0 {
            add_keywords(&mut summary, collection, output.keywords);
        }
        summary.warnings = writer.warnings();
        summary
    }
}

/// What the options ask of a collection.
fn wanted(options: &Options) -> Wanted<'_> {
    let query = options.score.query.as_deref();
    Wanted {
        tokens: options.output.keywords > 0,
        query: query.filter(|query| !query.trim().is_empty()),
    }
}

/// Gives `summary` and its sections at most `count` keywords each.
fn add_keywords(summary: &mut Summary, collection: &Collection<'_>, count: usize) {
    let Collection { text, tokens, sections, language, .. } = collection;
    let found = Keywords::new(text, tokens, sections, *language, count);
    summary.keywords = Some(found.whole);
    for (section, keywords) in summary.sections.iter_mut().zip(found.sections) {
        section.keywords = Some(keywords);
    }
}
