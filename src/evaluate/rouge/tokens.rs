//! Text to the tokens that ROUGE counts, as numbers.

use foldhash::fast::FixedState;
use hashbrown::HashMap;
use rust_stemmers::Stemmer;

use crate::language::Language;
use crate::segment::words;

/// The number of a token. It says which tokens are equal and nothing more.
pub type Token = u32;

/// Cuts texts of one language into tokens.
///
/// English is cut as by Google's `rouge-score` (after Lin, 2004): lower case,
/// then runs of the letters a to z and digits; words of more than three
/// characters are stemmed. That package has NLTK's Porter stemmer, this has
/// Snowball's English one. Texts in other languages are cut into words by UAX
/// #29 and at apostrophes (`l'eau` is two), in lower case, with Snowball
/// stems where the language has a stemmer.
///
/// ```
/// use epitome::{Language, evaluate::rouge::Tokenizer};
/// let mut stemmed = Tokenizer::new(Language::from_code("de").unwrap(), true);
/// assert_eq!(stemmed.tokens("Häuser"), stemmed.tokens("der Häusern")[1..]);
/// ```
pub struct Tokenizer {
    is_english: bool,
    stemmer: Option<Stemmer>,
    /// Words as written, in lower case, with the numbers of their stems.
    forms: HashMap<String, Token, FixedState>,
    stems: HashMap<String, Token, FixedState>,
}

impl Tokenizer {
    /// A tokenizer of `language`, with or without stems.
    #[must_use]
    pub fn new(language: Language, stem: bool) -> Self {
        let stemmer = language.table().stemmer.filter(|_| stem).map(Stemmer::create);
        Tokenizer {
            is_english: language.code() == "en",
            stemmer,
            forms: HashMap::default(),
            stems: HashMap::default(),
        }
    }

    /// The tokens of `text` in order.
    ///
    /// ```
    /// use epitome::{Language, evaluate::rouge::Tokenizer};
    /// let mut tokenizer = Tokenizer::new(Language::from_code("en").unwrap(), true);
    /// let (one, two) = (tokenizer.tokens("The harbours!"), tokenizer.tokens("the harbour"));
    /// assert_eq!(one, two);
    /// ```
    pub fn tokens(&mut self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        if self.is_english {
            let lower = text.to_lowercase();
            let runs = lower.split(|c: char| !c.is_ascii_alphanumeric());
            tokens.extend(runs.filter(|run| !run.is_empty()).map(|run| self.number(run)));
        } else {
            words(text, &mut |word| {
                let lower = word.to_lowercase();
                let parts = lower.split(['\'', '’']).filter(|part| !part.is_empty());
                tokens.extend(parts.map(|part| self.number(part)));
            });
        }
        tokens
    }

    fn number(&mut self, word: &str) -> Token {
        if let Some(known) = self.forms.get(word) {
            return *known;
        }
        let stem = match &self.stemmer {
            Some(stemmer) if !self.is_english || word.len() > 3 => stemmer.stem(word),
            _ => word.into(),
        };
        let next = self.stems.len() as Token;
        let number = *self.stems.entry_ref(stem.as_ref()).or_insert(next);
        self.forms.insert(word.to_string(), number);
        number
    }
}

impl std::fmt::Debug for Tokenizer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let forms = self.forms.len();
        formatter.debug_struct("Tokenizer").field("forms", &forms).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(code: &str, stem: bool, a: &str, b: &str) -> bool {
        let mut tokenizer = Tokenizer::new(Language::from_code(code).unwrap(), stem);
        tokenizer.tokens(a) == tokenizer.tokens(b)
    }

    #[test]
    fn english_has_letters_a_to_z_and_digits_alone() {
        assert!(same(
            "en", false, "It's the café's 3.5-km walk", "it s the caf s 3 5 km WALK"
        ));
        assert!(!same("en", false, "walks", "walk") && same("en", true, "walks", "walk"));
        assert!(!same("en", true, "its", "it"));
    }

    #[test]
    fn other_languages_have_unicode_words_cut_at_apostrophes() {
        assert!(same("fr", false, "L’eau, très claire", "l eau très claire"));
        assert!(same("de", true, "Häuser", "häusern"));
        assert!(!same("de", true, "Häuser", "Mäuse"));
    }
}
