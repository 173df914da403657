//! The vocabularies of all languages that a thread has met.

use super::{StopWords, Vocabulary};
use crate::language::Language;

/// One vocabulary for each language met so far, all with the same stop words
/// of the user's.
#[derive(Debug, Default)]
pub(crate) struct Vocabularies {
    stop_words: StopWords,
    known: Vec<Vocabulary>,
}

impl Vocabularies {
    pub fn new(stop_words: StopWords) -> Self {
        Vocabularies { stop_words, known: Vec::new() }
    }

    /// Vocabularies with the same stop words that have met nothing.
    pub fn fresh(&self) -> Self {
        Vocabularies::new(self.stop_words.clone())
    }

    /// Begins a text, which may be in several languages.
    pub fn begin(&mut self) {
        self.known.iter_mut().for_each(Vocabulary::begin);
    }

    /// The vocabulary of `language`.
    pub fn of(&mut self, language: Language) -> &mut Vocabulary {
        let known = self.known.iter().position(|known| known.language() == language);
        let at = known.unwrap_or_else(|| {
            self.known.push(Vocabulary::new(language, &self.stop_words));
            self.known.len() - 1
        });
        &mut self.known[at]
    }
}
