//! The vocabularies of all languages that a thread has seen.

use super::{StopWords, Vocabulary};
use crate::language::Language;

/// One vocabulary for each language met so far, all with the same stop words
/// of the user's, and with the gaps between terms or without.
#[derive(Debug, Default)]
pub(crate) struct Vocabularies {
    stop_words: StopWords,
    keeps_gaps: bool,
    known: Vec<Vocabulary>,
}

impl Vocabularies {
    pub fn new(stop_words: StopWords, keeps_gaps: bool) -> Self {
        Vocabularies { stop_words, keeps_gaps, known: Vec::new() }
    }

    /// Vocabularies with the same stop words that have met nothing.
    pub fn fresh(&self) -> Self {
        Vocabularies::new(self.stop_words.clone(), self.keeps_gaps)
    }

    /// Begins a text, which may be in several languages.
    pub fn begin(&mut self) {
        self.known.iter_mut().for_each(Vocabulary::begin);
    }

    /// The vocabulary of `language`.
    pub fn of(&mut self, language: Language) -> &mut Vocabulary {
        let known = self.known.iter().position(|known| known.language() == language);
        let at = known.unwrap_or_else(|| {
            let vocabulary = Vocabulary::new(language, &self.stop_words);
            self.known.push(vocabulary.keeping_gaps(self.keeps_gaps));
            self.known.len() - 1
        });
        &mut self.known[at]
    }
}
