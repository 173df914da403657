//! Words to terms: lower case, no stop words, stemmed, and numbered in the
//! order in which the text first uses them.
//!
//! All that is done once for each word form: a cache keyed by the form as
//! written holds the result, and each thread keeps its cache from document to
//! document. Numbers are given anew to each document, so that nothing depends
//! on what a thread has seen before.

mod batch;

use super::forms::{Form, Forms};
use super::pairs::Pairs;
use super::stemmer::Stemmer;
use super::stems::Stems;
use super::stop_words::{StopSet, StopWords, folded};
use super::{Context, TermId, Terms};
use crate::document::Sentence;
use crate::language::Language;
use crate::segment::words;

/// So many word forms and stems are remembered from document to document, so that a
/// stream of any length runs in bounded memory. They fill a table of 2¹⁹ places.
const MOST: usize = (1 << 19) / 4 * 3;

/// What a thread remembers of the word forms that it has met, in one language.
pub struct Vocabulary {
    language: Language,
    stemmer: Stemmer,
    stop_words: StopSet,
    /// Word forms as written, with the numbers of their stems.
    forms: Forms,
    /// Stems, and stop words as they are, with their numbers in this vocabulary.
    stems: Stems,
    /// For each stem where it was seen last.
    seen: Vec<Seen>,
    /// The number of the present text.
    present: u32,
    /// The pairs of neighbouring words of the present text.
    pairs: Pairs,
    /// What is kept of the words around terms.
    context: Context,
}

/// Where a stem was seen last.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// The text, and the stem's term there.
    text: u32,
    id: TermId,
    /// How many sentences of the text were before.
    sentence: u32,
}

/// The number of a stop word has this bit.
const STOP: u32 = 1 << 31;

impl Vocabulary {
    /// An empty vocabulary of `language`, with `own` stop words besides the
    /// language's.
    #[must_use]
    pub fn new(language: Language, own: &StopWords) -> Self {
        Vocabulary {
            language,
            stemmer: Stemmer::new(language),
            stop_words: StopSet::new(language, own),
            forms: Forms::default(),
            stems: Stems::default(),
            seen: Vec::new(),
            present: 1,
            pairs: Pairs::default(),
            context: Context::default(),
        }
    }

    /// The same, which keeps this of the words around terms.
    #[must_use]
    pub fn keeping(self, context: Context) -> Self {
        Vocabulary { context, ..self }
    }

    /// The language whose words it knows.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Begins a text, whose terms are numbered anew.
    pub fn begin(&mut self) {
        self.bound();
        if self.present == u32::MAX {
            self.forget();
        }
        self.present += 1;
        self.pairs.clear();
    }

    /// Forgets a text of very many words, about which nothing more is asked.
    pub fn bound(&mut self) {
        if self.stems.len() > MOST {
            self.forget();
        }
    }

    fn forget(&mut self) {
        self.forms.clear();
        self.stems = Stems::default();
        self.seen = Vec::new();
        self.present = 0;
    }

    /// The terms of `sentences`, which stand in `text` and are a text of their own.
    pub fn index(&mut self, text: &str, sentences: &[Sentence]) -> Terms {
        let mut terms = Terms::default();
        self.begin();
        self.extend(text, sentences, &mut terms);
        terms
    }

    /// The terms of one more text, such as a title, as far as the present one
    /// has them.
    pub fn known(&mut self, text: &str) -> Vec<TermId> {
        let mut ids = Vec::new();
        words::terms(text, 0..text.len(), &mut |word, _| {
            ids.extend(self.known_term(&text[word]));
        });
        ids
    }

    /// The term of `word`, if the present text has it.
    pub fn known_term(&mut self, word: &str) -> Option<TermId> {
        let form = Form::new(word.as_bytes(), &(0..word.len()));
        let stem = self.stem_of(form, word);
        let seen = self.seen.get(stem as usize)?;
        (seen.text == self.present).then_some(seen.id)
    }

    /// The number of the stem of a `word`, which has this `form`; from [`STOP`] on, that
    /// of a stop word.
    fn stem_of(&mut self, form: Form<'_>, word: &str) -> u32 {
        self.forms.get(form).unwrap_or_else(|| self.learn(form, word))
    }

    /// The stem of a `word` whose `form` was never met before.
    #[cold]
    fn learn(&mut self, form: Form<'_>, word: &str) -> u32 {
        let stem = self.new_stem(word);
        // They are looked up faster than found, and need not all be known. Where
        // nearly every word is new, that is of little use.
        if self.forms.len() >= if self.stems.len() > MOST { MOST / 8 } else { MOST } {
            self.forms.clear();
        }
        self.forms.insert(form, stem);
        stem
    }

    /// What a word form comes down to.
    fn new_stem(&mut self, word: &str) -> u32 {
        let plain = folded(word);
        let number = if self.stop_words.holds(&plain) {
            STOP + self.stems.number(plain.as_bytes())
        } else {
            self.stems.number(self.stemmer.stem(&plain).as_ref())
        };
        self.seen.resize(self.stems.len(), Seen::default());
        number
    }

    /// The term that `stem` is in the present text, and whether the sentence of
    /// this `number` has it already.
    #[inline]
    fn term_of(&mut self, stem: u32, number: u32, count: &mut usize) -> (TermId, bool) {
        let seen = &mut self.seen[stem as usize];
        if seen.text != self.present {
            *seen = Seen { text: self.present, id: *count as TermId, sentence: number };
            *count += 1;
            return (seen.id, false);
        }
        let last = std::mem::replace(&mut seen.sentence, number);
        (seen.id, last == number)
    }
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
    use crate::document::Span;

    fn sentences(text: &str) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        let span = Span::new(0..text.len());
        crate::segment::sentences::split(text, span, Language::UNKNOWN, &mut |span| {
            sentences.push(Sentence { span, section: 0, candidate: true, leans: false });
        });
        sentences
    }

    fn vocabulary(code: &str) -> Vocabulary {
        let language = Language::from_code(code).unwrap_or(Language::UNKNOWN);
        Vocabulary::new(language, &StopWords::default())
    }

    fn index(vocabulary: &mut Vocabulary, text: &str) -> Terms {
        vocabulary.index(text, &sentences(text))
    }

    #[test]
    fn forms_of_one_word_are_one_term_and_stop_words_none() {
        let mut vocabulary =
            vocabulary("en").keeping(Context { gaps: true, pairs: true });
        let terms =
            index(&mut vocabulary, "The ship sailed. Ships sail, and it's SAILING.");
        assert_eq!(terms.of(0), [0, 1]);
        assert_eq!((terms.of(1), terms.gaps(1)), (&[0, 1, 1][..], &[0, 0, 2][..]));
        assert_eq!((terms.words(0), terms.words(1), terms.count()), (3, 5, 2));
    }

    #[test]
    fn pairs_of_any_words_are_shared_whatever_their_form() {
        let mut vocabulary =
            vocabulary("en").keeping(Context { pairs: true, ..Context::default() });
        let text = "The ship of the line sailed. A gale blew. Of the line, ships remain.";
        let terms = index(&mut vocabulary, text);
        // `of the` and `the line`.
        assert_eq!([0, 1, 2].map(|index| terms.shared_pairs(index)), [2, 0, 2]);
        let terms = index(&mut vocabulary, "Of the line.");
        assert_eq!(terms.shared_pairs(0), 0);
    }

    #[test]
    fn what_a_vocabulary_saw_before_changes_nothing() {
        let mut used = vocabulary("und");
        index(&mut used, "Gamma beta alpha.");
        let again = index(&mut used, "Alpha beta. Beta delta.");
        let fresh = index(&mut vocabulary("und"), "Alpha beta. Beta delta.");
        assert_eq!((again.ids, again.starts), (fresh.ids, fresh.starts));
    }

    #[test]
    #[cfg(feature = "unspaced")]
    fn terms_come_from_dictionaries_and_words_are_counted_by_uax_29() {
        let mut vocabulary = vocabulary("zh");
        let terms = index(&mut vocabulary, "我们的桥梁。桥梁的历史。");
        assert_eq!((terms.of(0), terms.of(1)), (&[0][..], &[0, 1][..]));
        assert_eq!((terms.words(0), terms.words(1)), (5, 5));
        assert_eq!(vocabulary.known("历史"), [1]);
    }

    #[test]
    fn a_stream_of_new_words_is_forgotten() {
        let mut vocabulary = vocabulary("und");
        for document in 0..12_u32 {
            let words = (0..50_000).map(|word| format!("w{document}x{word} "));
            let terms = index(&mut vocabulary, &words.collect::<String>());
            assert_eq!(terms.count(), 50_000);
            assert!(vocabulary.stems.len() <= MOST + 50_000);
        }
        vocabulary.bound();
        assert!(vocabulary.stems.len() <= MOST && vocabulary.seen.len() <= MOST);
        let terms = index(&mut vocabulary, "w11x7 w3x1 w11x7");
        assert_eq!(terms.of(0), [0, 1, 0]);
    }

    #[test]
    fn a_title_is_known_only_by_the_words_of_its_document() {
        let mut vocabulary = vocabulary("en");
        index(&mut vocabulary, "Ports close.");
        index(&mut vocabulary, "Harbours open.");
        assert_eq!(vocabulary.known("Ports and harbours"), [0]);
    }
}
