//! Words to stems, in the languages that have a stemmer.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer as Snowball};

use super::porter2::Porter2;
use crate::language::Language;

/// The stemmer of one language.
#[derive(Default)]
pub(super) struct Stemmer {
    snowball: Option<Snowball>,
    /// For words in ASCII.
    english: Option<Porter2>,
}

impl Stemmer {
    /// That of `language`; words of a language without one are their own stems.
    pub fn new(language: Language) -> Self {
        let algorithm = language.table().stemmer;
        let is_english = matches!(algorithm, Some(Algorithm::English));
        Stemmer {
            snowball: algorithm.map(Snowball::create),
            english: is_english.then(Porter2::default),
        }
    }

    /// The stem of `word`, which is in lower case.
    pub fn stem<'a>(&'a mut self, word: &'a str) -> Cow<'a, [u8]> {
        match (&mut self.english, &self.snowball) {
            (Some(english), _) if word.is_ascii() => english.stem(word.as_bytes()).into(),
            (_, Some(snowball)) => match snowball.stem(word) {
                Cow::Borrowed(stem) => stem.as_bytes().into(),
                Cow::Owned(stem) => stem.into_bytes().into(),
            },
            _ => word.as_bytes().into(),
        }
    }
}
