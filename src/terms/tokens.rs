//! Words in the order of the text, from which phrases are built.

use super::vocabulary::Vocabulary;
use super::{TermId, Terms};
use crate::document::{Sentence, Span};
use crate::language::List;
use crate::segment::words;

/// So many words with a term are kept and looked at, whether they come back or not.
pub(crate) const KEPT: usize = 1 << 16;

/// The words of a text, sentence after sentence, with their terms. Behind the first
/// [`KEPT`] words those may be missing that come only once and are no names, unless
/// they open a sentence.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    words: Vec<Token>,
    /// How many have a term.
    named: usize,
    /// Where each sentence's words end.
    ends: Vec<u32>,
}

/// A word.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its term, or [`NONE`].
    term: TermId,
    /// Whether only a space or a hyphen is between it and the word before.
    pub joins: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it is a single character, as words of Han may be.
    pub lone: bool,
}

/// The term of a word that has none.
const NONE: TermId = TermId::MAX;

impl Token {
    /// Its term; `None` for a word that names nothing: a stop word, another
    /// function word, a number, a lone letter.
    #[must_use]
    pub fn term(&self) -> Option<TermId> {
        (self.term != NONE).then_some(self.term)
    }
}

impl Tokens {
    /// The words of sentence `index`.
    #[must_use]
    pub fn of(&self, index: usize) -> &[Token] {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.words[start as usize..self.ends[index] as usize]
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// How many sentences there are.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.ends.len()
    }

    /// Room for the words of the sentences of `terms`, and for no more.
    pub(crate) fn reserve(&mut self, terms: &Terms) {
        let words = (0..terms.sentences()).map(|index| terms.words(index)).sum();
        self.words.reserve_exact(words);
    }

    /// Adds the words of `sentences`, which stand in `text` and have been
    /// indexed with `vocabulary`. Their spans are moved by `offset`. Where it is
    /// known which terms come `once`, their words may be left out.
    pub(crate) fn add(
        &mut self,
        vocabulary: &mut Vocabulary,
        text: &str,
        sentences: &[Sentence],
        offset: u32,
        once: &[bool],
    ) {
        for sentence in sentences {
            let opening = self.words.len();
            let piece = sentence.span.of(text);
            let mut end = 0;
            words::terms(piece, 0..piece.len(), &mut |range, _| {
                let (start, word) = (range.start, &piece[range.clone()]);
                let term = names_something(word, vocabulary)
                    .then(|| vocabulary.known_term(word))
                    .flatten();
                let capital = word.starts_with(char::is_uppercase);
                let is_once = |term: TermId| once.get(term as usize) == Some(&true);
                let may_miss = self.named > KEPT && self.words.len() > opening;
                if may_miss && !capital && term.is_some_and(is_once) {
                    return;
                }
                let gap = &piece[end..start];
                end = range.end;
                let at = (sentence.span.start + offset) as usize;
                self.named += usize::from(term.is_some());
                self.words.push(Token {
                    span: Span::new(at + start..at + end),
                    term: term.unwrap_or(NONE),
                    joins: start > 0 && is_joint(gap),
                    lone: word.chars().nth(1).is_none(),
                    capital,
                });
            });
            self.ends.push(self.words.len() as u32);
        }
    }
}

/// Whether two words with `gap` between them may belong together.
fn is_joint(gap: &str) -> bool {
    gap.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '‐' | '‑'))
}

/// Words that name nothing and are no stop words of every list.
const EMPTY: [List; 7] = [
    List::Weak,
    List::Frequent,
    List::Starters,
    List::SmallWords,
    List::Openers,
    List::Titles,
    List::Months,
];

fn names_something(word: &str, vocabulary: &Vocabulary) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return false };
    let is_lone = letters.next().is_none() && (first as u32) < 0x1100;
    // Hiragana alone is what holds a Japanese sentence together.
    let is_ending = word.chars().all(|c| ('ぁ'..='ゟ').contains(&c));
    let lists = vocabulary.language().lexicon().lists(word);
    !is_lone && !is_ending && !EMPTY.iter().any(|list| lists.has(*list))
}
