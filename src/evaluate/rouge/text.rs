//! A tokenized text, and the ROUGE of one against another.

use super::lcs;
use super::ngrams::{Bag, f1};
use super::tokens::{Token, Tokenizer};

/// ROUGE-1, ROUGE-2 and ROUGE-Lsum, in this order: F1 from 0 to 1, or a
/// difference of two.
pub type Figures = [f64; 3];

/// A summary or a reference, sentence by sentence, ready to be compared.
///
/// ```
/// use epitome::{Language, evaluate::rouge::{Text, Tokenizer}};
/// let mut tokenizer = Tokenizer::new(Language::UNKNOWN, false);
/// let references = ["A ferry sank.", "The ferry sank at night."]
///     .map(|reference| Text::new(&[reference], &mut tokenizer));
/// let [one, _, _] = Text::new(&["The ferry sank."], &mut tokenizer).mean_rouge(&references);
/// assert_eq!(one, (2.0 / 3.0 + 3.0 / 4.0) / 2.0);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Text {
    sentences: Vec<Vec<Token>>,
    pub(super) unigrams: Bag,
    /// Across the ends of sentences as well.
    pub(super) bigrams: Bag,
}

impl Text {
    /// The text of these sentences.
    pub fn new<S: AsRef<str>>(sentences: &[S], tokenizer: &mut Tokenizer) -> Self {
        let tokens = |sentence: &S| tokenizer.tokens(sentence.as_ref());
        Text::from_tokens(sentences.iter().map(tokens).collect())
    }

    /// The text of sentences that are cut into tokens already.
    pub(super) fn from_tokens(sentences: Vec<Vec<Token>>) -> Self {
        let tokens = sentences.concat();
        let bigrams = Bag::bigrams(&tokens);
        Text { unigrams: Bag::unigrams(tokens), bigrams, sentences }
    }

    /// The F1 of this summary against `reference`: of single words, of pairs
    /// of words, and of the union of longest common subsequences sentence by
    /// sentence (Lin, 2004). Both must come from the same tokenizer. Equal to
    /// `rouge-score`'s `rouge1`, `rouge2` and `rougeLsum`, given one sentence a
    /// line. 0 where one of both is empty.
    ///
    /// ```
    /// use epitome::{Language, evaluate::rouge::{Text, Tokenizer}};
    /// let mut tokenizer = Tokenizer::new(Language::from_code("en").unwrap(), false);
    /// let reference = Text::new(&["The ferry sank at night."], &mut tokenizer);
    /// let summary = Text::new(&["At night the ferry sank."], &mut tokenizer);
    /// assert_eq!(summary.rouge(&reference), [1.0, 0.75, 0.6]);
    /// ```
    #[must_use]
    pub fn rouge(&self, reference: &Text) -> Figures {
        let pairs =
            [(&self.unigrams, &reference.unigrams), (&self.bigrams, &reference.bigrams)];
        let [one, two] = pairs.map(|(a, b)| f1(a.overlap(b), a.len() + b.len()));
        let common = reference
            .sentences
            .iter()
            .flat_map(|sentence| lcs::union(sentence, &self.sentences));
        // No word of the summary counts twice.
        let hits = Bag::unigrams(common).overlap(&self.unigrams);
        [one, two, f1(hits, self.unigrams.len() + reference.unigrams.len())]
    }

    /// The mean ROUGE against each of `references`; 0 where there are none.
    #[must_use]
    pub fn mean_rouge(&self, references: &[Text]) -> Figures {
        let mut sum = [0.0; 3];
        for reference in references {
            let figures = self.rouge(reference);
            (0..3).for_each(|at| sum[at] += figures[at]);
        }
        sum.map(|figure| figure / references.len().max(1) as f64)
    }
}
