//! Many documents as one collection.

use super::{Basis, Collection, Member, Wanted, is_flood, source};
use crate::analysis::Analysis;
use crate::document::{Block, Document, Section, Sentence, Span};
use crate::error::{Error, Result};
use crate::flood;
use crate::language::Language;
use crate::options::SegmentOptions;
use crate::score::{Method, Scores, Vectors};
use crate::terms::{Terms, Tokens, Vocabularies};

/// The longest text that spans can point into, in bytes.
const LIMIT: u64 = u32::MAX as u64;

impl Collection<'static> {
    /// All of `documents`, one after the other, each of them one section. A
    /// document whose language is unknown is read in that of most of the text:
    /// short ones seldom tell it.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where the texts have 4 GiB or more together.
    pub fn merged(
        mut documents: Vec<Document>,
        options: &SegmentOptions,
        wanted: Wanted<'_>,
        method: Method,
        vocabularies: &mut Vocabularies,
    ) -> Result<Self> {
        let bytes = documents.iter().map(|document| document.text.len() as u64).sum();
        if bytes > LIMIT {
            return Err(Error::TooLarge { bytes, limit: LIMIT });
        }
        let language = main_language(&documents);
        let unknown = documents.iter_mut().filter(|d| d.language == Language::UNKNOWN);
        unknown.for_each(|document| document.language = language);
        let languages: Vec<_> = documents.iter().map(|d| d.language).collect();
        let mut collection = Collection {
            text: String::with_capacity(bytes as usize).into(),
            members: Vec::with_capacity(documents.len()),
            sections: Vec::with_capacity(documents.len()),
            sentences: Vec::new(),
            blocks: Vec::new().into(),
            language,
            terms: Terms::default(),
            vectors: Vectors::default(),
            tokens: Tokens::default(),
            query: Vec::new(),
            headings: Vec::new(),
            warnings: Vec::new(),
            basis: Basis::Scores(Scores::default()),
        };
        vocabularies.begin();
        let mut scores = Scores::default();
        let mut of_document = vocabularies.fresh();
        for document in documents {
            let vocabulary = of_document.of(document.language);
            let analysis = Analysis::new(&document, options, vocabulary, wanted.headings);
            let vectors = Vectors::new(&analysis.terms);
            let (whole, parts) = (0..analysis.sentences.len(), wanted.parts);
            let view = analysis.view(&vectors, std::slice::from_ref(&whole), None, parts);
            scores.append(method.scorer().score(&view));
            let sentences = analysis.sentences;
            collection.push(document, sentences, wanted, vocabularies);
        }
        collection.basis = Basis::Scores(scores);
        if collection.sentences.is_empty() {
            collection.warnings.push("no sentences".into());
        }
        collection.look_up(&languages, wanted, vocabularies);
        Ok(collection)
    }

    /// Adds one document as the next section.
    fn push(
        &mut self,
        document: Document,
        sentences: Vec<Sentence>,
        wanted: Wanted<'_>,
        vocabularies: &mut Vocabularies,
    ) {
        let (start, first) = (self.text.len() as u32, self.sentences.len());
        let vocabulary = vocabularies.of(document.language);
        vocabulary.extend(&document.text, &sentences, &mut self.terms);
        if wanted.tokens {
            self.tokens.add(vocabulary, &document.text, &sentences, start, &[]);
        }
        let (number, count) = (self.members.len(), sentences.len());
        self.sentences.extend(sentences.into_iter().map(|sentence| Sentence {
            span: sentence.span.behind(start),
            section: number as u32,
            ..sentence
        }));
        if wanted.blocks {
            let blocks = document.blocks.iter();
            let moved =
                |block: &Block| Block { span: block.span.behind(start), ..*block };
            let blocks = blocks.map(moved);
            self.blocks.to_mut().extend(blocks);
        }
        self.text.to_mut().push_str(&document.text);
        self.sections.push(Section {
            heading: None,
            level: 1,
            span: Span { start, end: self.text.len() as u32 },
            sentences: first..self.sentences.len(),
        });
        let of_document = |warning: &str| format!("document {number}: {warning}");
        let flood = is_flood(&document, count).then_some(flood::WARNING);
        let warnings = document.warnings.iter().map(String::as_str).chain(flood);
        self.warnings.extend(warnings.map(of_document));
        self.members.push(Member {
            source: source(&document, &self.terms, first),
            title: document.title,
            origin: std::borrow::Cow::Owned(document.origin),
            start,
            first,
        });
    }

    /// Looks up the terms of titles and query, now that all words are known.
    fn look_up(
        &mut self,
        languages: &[Language],
        wanted: Wanted<'_>,
        vocabularies: &mut Vocabularies,
    ) {
        for (member, language) in self.members.iter().zip(languages) {
            let title = member.title.as_deref().unwrap_or("");
            self.headings.push(vocabularies.of(*language).known(title));
        }
        let query = wanted.query.unwrap_or("");
        let mut seen: Vec<Language> = Vec::new();
        for language in languages {
            if !seen.contains(language) {
                seen.push(*language);
                self.query.extend(vocabularies.of(*language).known(query));
            }
        }
    }
}

/// The known language of most bytes of text; the first of several.
fn main_language(documents: &[Document]) -> Language {
    let mut sizes: Vec<(Language, usize)> = Vec::new();
    let known = documents.iter().filter(|d| d.language != Language::UNKNOWN);
    for Document { language, text, .. } in known {
        match sizes.iter_mut().find(|(other, _)| other == language) {
            Some((_, size)) => *size += text.len(),
            None => sizes.push((*language, text.len())),
        }
    }
    let most = sizes.into_iter().rev().max_by_key(|(_, size)| *size);
    most.map_or(Language::UNKNOWN, |(language, _)| language)
}
