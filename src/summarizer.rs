//! The pipeline, top to bottom: options once, then document after document.

use crate::document::{Document, Sentence, Span};
use crate::error::{Error, Result};
use crate::options::{Budget, Format, Options};
use crate::read;
use crate::score::{Scores, Vectors, View};
use crate::segment::{Segmented, folded, segment};
use crate::select::Selector;
use crate::summary::{
    Extract, Pick, SCHEMA_VERSION, ScoredSentence, SectionSummary, Source, Summary,
};
use crate::terms::{Terms, Vocabulary};

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
        let Segmented { sections, sentences } = segment(document, &self.options.segment);
        let vocabulary = self.vocabulary(document);
        let terms = vocabulary.index(&document.text, &sentences);
        let title = vocabulary.known(document.title.as_deref().unwrap_or(""));
        let vectors = Vectors::new(&terms);
        let scorer = self.options.score.method.scorer();
        let score = |groups: &[std::ops::Range<usize>]| {
            let view = View { sentences: &sentences, terms: &terms, vectors: &vectors, title: &title, groups };
            scorer.score(&view)
        };
        let select = &self.options.select;
        let mut selector = Selector::new(&document.text, &sentences, &terms, &vectors, select.redundancy);
        let mut writer = Writer { document, sentences: &sentences, terms: &terms, warnings: Vec::new() };

        let whole = 0..sentences.len();
        let scores = score(std::slice::from_ref(&whole));
        let overall = match self.options.output.overall {
            true => writer.extract(&mut selector, whole, &scores, &select.overall),
            false => Extract::default(),
        };
        let mut summaries = Vec::new();
        if self.options.output.sections {
            let groups: Vec<_> = sections.iter().map(|section| section.sentences.clone()).collect();
            let scores = score(&groups);
            summaries.extend(sections.iter().map(|section| {
                let range = section.sentences.clone();
                let (start, end) = offsets(document, section.span);
                SectionSummary {
                    heading: section.heading.map(|span| folded(span.of(&document.text)).into_owned()),
                    level: section.level,
                    start,
                    end,
                    summary: writer.extract(&mut selector, range, &scores, &select.section),
                }
            }));
        }
        Summary {
            schema_version: SCHEMA_VERSION,
            source: source(document, &terms),
            title: document.title.clone(),
            method: self.options.score.method.name().into(),
            overall,
            sections: summaries,
            sentences: self.options.output.scores.then(|| writer.all(&scores)),
            warnings: writer.all_warnings(),
        }
    }

    /// The vocabulary of the document's language.
    fn vocabulary(&mut self, document: &Document) -> &mut Vocabulary {
        let language = document.language;
        let known = self.vocabularies.iter().position(|known| known.language() == language);
        let at = known.unwrap_or_else(|| {
            self.vocabularies.push(Vocabulary::new(language));
            self.vocabularies.len() - 1
        });
        &mut self.vocabularies[at]
    }
}

fn source(document: &Document, terms: &Terms) -> Source {
    Source {
        path: None,
        id: document.id.clone(),
        format: document.format,
        language: document.language.code().into(),
        encoding: document.encoding.into(),
        replaced: document.replaced,
        bytes: document.bytes,
        sentences: terms.sentences(),
        words: (0..terms.sentences()).map(|index| terms.words(index)).sum(),
    }
}

/// The offsets of `span` in the source, both or neither.
fn offsets(document: &Document, span: Span) -> (Option<u64>, Option<u64>) {
    document.origin.locate(span).unzip()
}

/// Puts indices of sentences into words.
struct Writer<'a> {
    document: &'a Document,
    sentences: &'a [Sentence],
    terms: &'a Terms,
    warnings: Vec<String>,
}

impl Writer<'_> {
    fn extract(
        &mut self,
        selector: &mut Selector<'_>,
        range: std::ops::Range<usize>,
        scores: &Scores,
        budget: &Budget,
    ) -> Extract {
        let picks = selector.select(range, scores, budget);
        if picks.over_budget {
            let words = self.terms.words(picks.indices[0]);
            let warning = format!("no sentence fits the budget; the best one has {words} words");
            if !self.warnings.contains(&warning) {
                self.warnings.push(warning);
            }
        }
        let words = picks.indices.iter().map(|index| self.terms.words(*index)).sum();
        let sentences = picks.indices.into_iter().map(|index| self.pick(index, scores)).collect();
        Extract { words, sentences }
    }

    fn pick(&self, index: usize, scores: &Scores) -> Pick {
        let sentence = self.sentences[index];
        let (start, end) = offsets(self.document, sentence.span);
        Pick {
            text: folded(sentence.span.of(&self.document.text)).into_owned(),
            start,
            end,
            index,
            section: sentence.section as usize,
            score: rounded(scores.of(index)),
        }
    }

    /// Every sentence with its rank and the parts of its score.
    fn all(&self, scores: &Scores) -> Vec<ScoredSentence> {
        let mut order: Vec<usize> =
            (0..self.sentences.len()).filter(|index| self.sentences[*index].candidate).collect();
        order.sort_by(|a, b| scores.of(*b).total_cmp(&scores.of(*a)).then(a.cmp(b)));
        let mut ranks = vec![None; self.sentences.len()];
        order.iter().enumerate().for_each(|(rank, index)| ranks[*index] = Some(rank + 1));
        let scored = |(index, rank)| ScoredSentence {
            pick: self.pick(index, scores),
            rank,
            parts: scores.parts.iter().map(|(name, values)| ((*name).into(), rounded(values[index]).into())).collect(),
        };
        ranks.into_iter().enumerate().map(scored).collect()
    }

    /// What reading and choosing had to say, and whether there was anything to choose.
    fn all_warnings(self) -> Vec<String> {
        let nothing = self.sentences.is_empty().then(|| "no sentences".to_string());
        self.document.warnings.iter().cloned().chain(nothing).chain(self.warnings).collect()
    }
}

/// Six decimals: more than anyone reads, and short to write.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
