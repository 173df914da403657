//! The vocabularies of all languages that a thread has seen.

use super::{Context, StopWords, Vocabulary};
use crate::language::Language;

/// One vocabulary for each language met so far, all with the same stop words
/// of the user's, and with the same kept of the words around terms.
#[derive(Debug, Default)]
pub(crate) struct Vocabularies {
    stop_words: StopWords,
    context: Context,
    known: Vec<Vocabulary>,
}

impl Vocabularies {
    pub fn new(stop_words: StopWords, context: Context) -> Self {
        Vocabularies { stop_words, context, known: Vec::new() }
    }

    /// Vocabularies with the same stop words that have met nothing.
    pub fn fresh(&self) -> Self {
        Vocabularies::new(self.stop_words.clone(), self.context)
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
            self.known.push(vocabulary.keeping(self.context));
            self.known.len() - 1
        });
        &mut self.known[at]
    }
}
