//! Sentences to terms: words in lower case, without stop words, stemmed, and
//! numbered in the order in which the document first uses them.
//!
//! All that is done once for each word form: a cache keyed by the form as
//! written holds the result, and each thread keeps its cache from document to
//! document. Numbers are given anew to each document, so that nothing depends
//! on what a thread has seen before.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashSet, HashTable};
use rust_stemmers::Stemmer;

use crate::document::{Sentence, Span};
use crate::language::Language;
use crate::segment::words;

/// The number of a term within one document, from 0 in order of first use.
pub type TermId = u32;

/// The terms of a document, sentence after sentence.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    ids: Vec<TermId>,
    /// How many words of its sentence stand before each term.
    places: Vec<u32>,
    /// Where each sentence's terms begin, and one entry more.
    begins: Vec<u32>,
    /// How many words each sentence has.
    words: Vec<u32>,
    /// How many different terms there are.
    count: usize,
}

impl Terms {
    /// The terms of sentence `index`, in order, repeated as often as they stand there.
    #[must_use]
    pub fn of(&self, index: usize) -> &[TermId] {
        &self.ids[self.begins[index] as usize..self.begins[index + 1] as usize]
    }

    /// For each of these terms how many words of the sentence stand before it.
    #[must_use]
    pub fn places(&self, index: usize) -> &[u32] {
        &self.places[self.begins[index] as usize..self.begins[index + 1] as usize]
    }

    /// How many words sentence `index` has, stop words included.
    #[must_use]
    pub fn words(&self, index: usize) -> usize {
        self.words[index] as usize
    }

    /// How many different terms the document has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many sentences there are.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.words.len()
    }
}

/// Once a vocabulary holds this many word forms, it is emptied before the next
/// document, so that a stream of any length runs in bounded memory.
const MOST_FORMS: usize = 1 << 19;

/// What a thread remembers of the word forms that it has met, in one language.
pub struct Vocabulary {
    language: Language,
    stemmer: Option<Stemmer>,
    stop_words: HashSet<&'static str, FixedState>,
    /// Word forms as written, found by their text in `written`.
    forms: HashTable<Form>,
    written: String,
    hasher: FixedState,
    /// Stems with their numbers in this vocabulary.
    stems: HashMap<Box<str>, u32, FixedState>,
    /// For each stem, the document it was last seen in and its term there.
    seen: Vec<(u32, TermId)>,
    document: u32,
}

/// A word form, with the number of its stem.
#[derive(Clone, Copy)]
struct Form {
    start: u32,
    length: u32,
    stem: u32,
}

/// The stem of a stop word.
const STOP: u32 = u32::MAX;

impl Vocabulary {
    /// An empty vocabulary of `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Vocabulary {
            language,
            stemmer: language.table().stemmer.map(Stemmer::create),
            stop_words: language.stop_words().iter().copied().collect(),
            forms: HashTable::new(),
            written: String::new(),
            hasher: FixedState::default(),
            stems: HashMap::with_hasher(FixedState::default()),
            seen: Vec::new(),
            document: 0,
        }
    }

    /// The language whose words it knows.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The terms of `sentences`, which stand in `text`.
    pub fn index(&mut self, text: &str, sentences: &[Sentence]) -> Terms {
        self.begin_document();
        let mut terms = Terms {
            ids: Vec::with_capacity(text.len() / 12),
            places: Vec::with_capacity(text.len() / 12),
            begins: Vec::with_capacity(sentences.len() + 1),
            words: Vec::with_capacity(sentences.len()),
            count: 0,
        };
        for sentence in sentences {
            terms.begins.push(terms.ids.len() as u32);
            let mut count = 0;
            words::terms(sentence.span.of(text), &mut |word, words| {
                let stem = self.stem_of(word);
                if stem != STOP {
                    let id = self.term_of(stem, &mut terms.count);
                    terms.ids.push(id);
                    terms.places.push(count);
                }
                count += words;
            });
            terms.words.push(count);
        }
        terms.begins.push(terms.ids.len() as u32);
        terms
    }

    /// The terms of one more text, such as a title, as far as the document of
    /// the last [`index`](Self::index) has them.
    pub fn known(&mut self, text: &str) -> Vec<TermId> {
        let mut ids = Vec::new();
        words::terms(text, &mut |word, _| {
            let stem = self.stem_of(word);
            if let Some((document, id)) = self.seen.get(stem as usize)
                && *document == self.document
            {
                ids.push(*id);
            }
        });
        ids
    }

    fn begin_document(&mut self) {
        if self.forms.len() > MOST_FORMS || self.document == u32::MAX {
            *self = Vocabulary::new(self.language);
        }
        self.document += 1;
    }

    /// The stem of `word`, or [`STOP`].
    fn stem_of(&mut self, word: &str) -> u32 {
        let hash = self.hasher.hash_one(word.as_bytes());
        let written = &self.written;
        let text = |form: &Form| {
            Span { start: form.start, end: form.start + form.length }.of(written)
        };
        if let Some(form) = self.forms.find(hash, |form| text(form) == word) {
            return form.stem;
        }
        let stem = self.new_stem(word);
        let form =
            Form { start: self.written.len() as u32, length: word.len() as u32, stem };
        self.written.push_str(word);
        let (written, hasher) = (&self.written, &self.hasher);
        self.forms.insert_unique(hash, form, |form| {
            let span = Span { start: form.start, end: form.start + form.length };
            hasher.hash_one(span.of(written).as_bytes())
        });
        stem
    }

    /// What a word form that was never met before comes down to.
    fn new_stem(&mut self, word: &str) -> u32 {
        let lower = word.to_lowercase();
        let plain = lower.replace('’', "'");
        if self.stop_words.contains(plain.as_str())
            || is_stop_part(&self.stop_words, &plain)
        {
            return STOP;
        }
        let stem = match &self.stemmer {
            Some(stemmer) => stemmer.stem(&plain),
            None => plain.as_str().into(),
        };
        let next = self.stems.len() as u32;
        let number = *self.stems.entry_ref(stem.as_ref()).or_insert(next);
        if number == next {
            self.seen.push((0, 0));
        }
        number
    }

    /// The term that `stem` is in the present document.
    fn term_of(&mut self, stem: u32, count: &mut usize) -> TermId {
        let (document, id) = &mut self.seen[stem as usize];
        if *document != self.document {
            (*document, *id) = (self.document, *count as TermId);
            *count += 1;
        }
        *id
    }
}

/// Whether a word with an apostrophe is made of a stop word and a short rest
/// (`it's`, `l'on`).
fn is_stop_part(stop_words: &HashSet<&'static str, FixedState>, word: &str) -> bool {
    word.split_once('\'').is_some_and(|(before, behind)| {
        let (short, long) =
            if before.len() < behind.len() { (before, behind) } else { (behind, before) };
        short.len() <= 2 && stop_words.contains(long)
    })
}

impl std::fmt::Debug for Vocabulary {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let forms = self.forms.len();
        formatter
            .debug_struct("Vocabulary")
            .field("language", &self.language)
            .field("forms", &forms)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        let span = Span::new(0..text.len());
        crate::segment::sentences::split(text, span, Language::UNKNOWN, &mut |span| {
            sentences.push(Sentence { span, section: 0, candidate: true, leans: false });
        });
        sentences
    }

    fn index(vocabulary: &mut Vocabulary, text: &str) -> Terms {
        vocabulary.index(text, &sentences(text))
    }

    #[test]
    fn forms_of_one_word_are_one_term_and_stop_words_none() {
        let mut vocabulary = Vocabulary::new(Language::from_code("en").unwrap());
        let terms =
            index(&mut vocabulary, "The ship sailed. Ships sail, and it's SAILING.");
        assert_eq!(terms.of(0), [0, 1]);
        assert_eq!((terms.of(1), terms.places(1)), (&[0, 1, 1][..], &[0, 1, 4][..]));
        assert_eq!((terms.words(0), terms.words(1), terms.count()), (3, 5, 2));
    }

    #[test]
    fn what_a_vocabulary_saw_before_changes_nothing() {
        let mut used = Vocabulary::new(Language::UNKNOWN);
        index(&mut used, "Gamma beta alpha.");
        let again = index(&mut used, "Alpha beta. Beta delta.");
        let fresh =
            index(&mut Vocabulary::new(Language::UNKNOWN), "Alpha beta. Beta delta.");
        assert_eq!((again.ids, again.begins), (fresh.ids, fresh.begins));
    }

    #[test]
    #[cfg(feature = "unspaced")]
    fn terms_come_from_dictionaries_and_words_are_counted_by_uax_29() {
        let mut vocabulary = Vocabulary::new(Language::from_code("zh").unwrap());
        let terms = index(&mut vocabulary, "我们的桥梁。桥梁的历史。");
        assert_eq!((terms.of(0), terms.of(1)), (&[0][..], &[0, 1][..]));
        assert_eq!((terms.words(0), terms.words(1)), (5, 5));
        assert_eq!(vocabulary.known("历史"), [1]);
    }

    #[test]
    fn a_title_is_known_only_by_the_words_of_its_document() {
        let mut vocabulary = Vocabulary::new(Language::from_code("en").unwrap());
        index(&mut vocabulary, "Ports close.");
        index(&mut vocabulary, "Harbours open.");
        assert_eq!(vocabulary.known("Ports and harbours"), [0]);
    }
}
