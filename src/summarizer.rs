//! The pipeline, top to bottom: options once, then document after document.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::assemble::Writer;
use crate::document::Document;
use crate::error::{Error, Result};
use crate::options::{Format, Options};
use crate::read;
use crate::summary::{Extract, SCHEMA_VERSION, Summary};
use crate::terms::Vocabulary;

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
    /// One for each language met so far.
    vocabularies: Vec<Vocabulary>,
}

impl Summarizer {
    /// A summariser with these options.
    ///
    /// # Errors
    /// [`Error::UnknownEncoding`] if the encoding given is none.
    pub fn new(options: Options) -> Result<Self> {
        if let Some(label) = &options.read.encoding {
            read::check_label(label)?;
        }
        Ok(Summarizer { options, vocabularies: Vec::new() })
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
        let segment = self.options.segment.clone();
        let analysis = Analysis::new(document, &segment, self.vocabulary(document));
        let scorer = self.options.score.method.scorer();
        let score = |groups: &[Range<usize>]| scorer.score(&analysis.view(groups));
        let Analysis { sections, sentences, terms, vectors, .. } = &analysis;
        let whole = 0..sentences.len();
        let scores = score(std::slice::from_ref(&whole));
        let Options { select, output, .. } = &self.options;
        let redundancy = self.options.redundancy();
        let mut writer = Writer::new(document, sentences, terms, vectors, redundancy);
        let mut summary = Summary {
            schema_version: SCHEMA_VERSION,
            source: writer.source(),
            title: document.title.clone(),
            method: self.options.score.method.name().into(),
            overall: Extract::default(),
            sections: Vec::new(),
            sentences: output.scores.then(|| writer.all(&scores)),
            warnings: Vec::new(),
        };
        if output.overall {
            summary.overall = writer.extract(whole, &scores, &select.overall);
        }
        if output.sections {
            let groups: Vec<_> =
                sections.iter().map(|section| section.sentences.clone()).collect();
            summary.sections =
                writer.sections(sections, &score(&groups), &select.section);
        }
        summary.warnings = writer.warnings();
        summary
    }

    /// The vocabulary of the document's language.
    fn vocabulary(&mut self, document: &Document) -> &mut Vocabulary {
        let language = document.language;
        let known =
            self.vocabularies.iter().position(|known| known.language() == language);
        let at = known.unwrap_or_else(|| {
            self.vocabularies.push(Vocabulary::new(language));
            self.vocabularies.len() - 1
        });
        &mut self.vocabularies[at]
    }
}
