//! What is summarised: the sentences and terms of one document, or of several
//! as if they were one.

mod duplicates;
mod merged;

use std::borrow::Cow;

use crate::analysis::Analysis;
use crate::document::{Block, Document, Section, Sentence, Span};
use crate::flood;
use crate::language::Language;
use crate::options::{Format, SegmentOptions};
use crate::read::origin::Origin;
use crate::score::{Scores, Vectors};
use crate::summary::Source;
use crate::terms::{TermId, Terms, Tokens, Vocabularies};
pub(crate) use duplicates::Duplicates;

/// What one summary is made from.
#[derive(Debug)]
pub(crate) struct Collection<'a> {
    /// The text that all spans point into.
    pub text: Cow<'a, str>,
    /// The documents, in order.
    pub members: Vec<Member<'a>>,
    /// The sections of the one document, or the documents of many.
    pub sections: Vec<Section>,
    pub sentences: Vec<Sentence>,
    /// The blocks; empty for several documents unless [`Wanted::blocks`] is set.
    pub blocks: Cow<'a, [Block]>,
    /// The language of most of the text.
    pub language: Language,
    pub terms: Terms,
    /// The TF-ISF vectors of the sentences; empty before [`Collection::weigh`].
    pub vectors: Vectors,
    /// The words of the sentences; empty unless [`Wanted::tokens`] is set.
    pub tokens: Tokens,
    /// The terms of the query that occur in the sentences.
    pub query: Vec<TermId>,
    /// The terms of each section's heading; empty without a query.
    pub headings: Vec<Vec<TermId>>,
    pub warnings: Vec<String>,
    /// What the scores start from.
    pub basis: Basis,
}

/// What the scores start from. A method sees one document at a time, since it looks
/// at position, headings and length within it.
#[derive(Debug)]
pub(crate) enum Basis {
    /// One document, not scored yet, with the terms of its title and headings.
    Document { title: Vec<TermId>, headings: Vec<TermId> },
    /// Several documents: the scores of the sentences, each in its own document.
    Scores(Scores),
}

/// What is only collected on request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    /// The words, for keywords.
    pub tokens: bool,
    /// The blocks of many documents.
    pub blocks: bool,
    /// The parts of the scores.
    pub parts: bool,
    /// The terms of the headings, for scores within one document.
    pub headings: bool,
    /// The query whose terms are looked for.
    pub query: Option<&'a str>,
}

/// One document of a collection.
#[derive(Debug)]
pub(crate) struct Member<'a> {
    pub source: Source,
    pub title: Option<String>,
    origin: Cow<'a, Origin>,
    /// Where its text begins in the collection's.
    start: u32,
    /// Its first sentence.
    first: usize,
}

impl<'a> Collection<'a> {
    /// A document by itself.
    pub fn of(
        document: &'a Document,
        options: &SegmentOptions,
        wanted: Wanted<'_>,
        vocabularies: &mut Vocabularies,
    ) -> Self {
        let vocabulary = vocabularies.of(document.language);
        let analysis = Analysis::new(document, options, vocabulary, wanted.headings);
        let Analysis { sections, sentences, terms, title, headings, .. } = analysis;
        let basis = Basis::Document { title, headings };
        let mut tokens = Tokens::default();
        if wanted.tokens {
            tokens.reserve(&terms);
            tokens.add(vocabulary, &document.text, &sentences, 0, &terms.once());
        }
        let query = vocabulary.known(wanted.query.unwrap_or(""));
        let known = |section: &Section| {
            let heading = section.heading.filter(|_| !query.is_empty());
            heading.map_or(Vec::new(), |span| vocabulary.known(span.of(&document.text)))
        };
        let headings = sections.iter().map(known).collect();
        vocabulary.bound();
        let nothing = sentences.is_empty().then(|| "no sentences".to_string());
        let flood = is_flood(document, sentences.len()).then(|| flood::WARNING.into());
        let member = Member {
            source: source(document, &terms, 0),
            title: document.title.clone(),
            origin: Cow::Borrowed(&document.origin),
            start: 0,
            first: 0,
        };
        Collection {
            text: Cow::Borrowed(&document.text),
            members: vec![member],
            sections,
            sentences,
            blocks: Cow::Borrowed(&document.blocks),
            terms,
            vectors: Vectors::default(),
            tokens,
            language: document.language,
            query,
            headings,
            warnings: document
                .warnings
                .iter()
                .cloned()
                .chain(nothing)
                .chain(flood)
                .collect(),
            basis,
        }
    }

    /// Computes the vectors of the sentences.
    pub fn weigh(&mut self) {
        self.vectors = Vectors::new(&self.terms);
    }

    /// Drops what is no longer needed once sentences are chosen. The blocks are kept
    /// only for `reading`.
    pub fn chosen(self, reading: bool) -> Self {
        let blocks = if reading { self.blocks } else { Cow::default() };
        Collection {
            blocks,
            terms: Terms::default(),
            vectors: Vectors::default(),
            tokens: Tokens::default(),
            headings: Vec::new(),
            ..self
        }
    }

    /// Whether it holds several documents, each of them one section.
    pub fn is_merged(&self) -> bool {
        matches!(self.basis, Basis::Scores(_))
    }

    /// The source of the summary. For several documents: the format and language that
    /// they share, and the sums of their sizes.
    pub fn source(&self) -> Source {
        let Some(first) = self.members.first().map(|member| &member.source) else {
            return Source { format: Format::Text, ..Source::default() };
        };
        if !self.is_merged() {
            return first.clone();
        }
        let all = || self.members.iter().map(|member| &member.source);
        let is_one_format = all().all(|source| source.format == first.format);
        let is_one_language = all().all(|source| source.language == first.language);
        let language = if is_one_language { first.language.as_str() } else { "und" };
        Source {
            path: None,
            id: None,
            format: if is_one_format { first.format } else { Format::Text },
            language: language.into(),
            encoding: "utf-8".into(),
            replaced: all().map(|source| source.replaced).sum(),
            bytes: all().map(|source| source.bytes).sum(),
            sentences: self.sentences.len(),
            words: all().map(|source| source.words).sum(),
        }
    }

    /// The sources of several documents; none for one by itself.
    pub fn documents(&self) -> Vec<Source> {
        let members = self.members.iter().filter(|_| self.is_merged());
        members.map(|member| member.source.clone()).collect()
    }

    /// The title, if it is one document and has one.
    pub fn title(&self) -> Option<&str> {
        let first = self.members.first().filter(|_| !self.is_merged())?;
        first.title.as_deref()
    }

    /// The document that holds section `section`.
    pub fn member_of(&self, section: usize) -> &Member<'a> {
        &self.members[if self.is_merged() { section } else { 0 }]
    }
}

impl Member<'_> {
    /// The offsets in the document's source of a span of the collection's
    /// text, both or neither.
    pub fn offsets(&self, span: Span) -> (Option<u64>, Option<u64>) {
        let Span { start, end } = span;
        let own = Span { start: start - self.start, end: end - self.start };
        self.origin.locate(own).unzip()
    }

    /// The number within the document of sentence `index` of the collection.
    pub fn own_index(&self, index: usize) -> usize {
        index - self.first
    }

    /// The number within the collection of the document's sentence `own_index`.
    pub fn index(&self, own_index: usize) -> usize {
        self.first + own_index
    }
}

/// Whether a document with `sentences` sentences reached the limit, so that some were left
/// out, and no warning says so yet.
fn is_flood(document: &Document, sentences: usize) -> bool {
    let is_said = document.warnings.iter().any(|warning| warning == flood::WARNING);
    sentences == flood::most(document.text.len()) && !is_said
}

/// What `document` is and how large; its sentences are those from `first` on.
fn source(document: &Document, terms: &Terms, first: usize) -> Source {
    let Document { format, encoding, replaced, bytes, .. } = *document;
    Source {
        path: None,
        id: document.id.clone(),
        format,
        language: document.language.code().into(),
        encoding: encoding.into(),
        replaced,
        bytes,
        sentences: terms.sentences() - first,
        words: (first..terms.sentences()).map(|index| terms.words(index)).sum(),
    }
}
