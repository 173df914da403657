//! Sentences that are no statements of their own.

use crate::document::Sentence;
use crate::segment::chars;
use crate::terms::Terms;

/// A sentence of fewer words is a fragment.
const FEWEST_WORDS: usize = 5;

/// Without a mark at its end, one of fewer words is a label or a header.
const FEWEST_UNMARKED: usize = 10;

/// Tells the fragments among the sentences of one document.
#[derive(Debug)]
pub(super) struct Fragments<'a> {
    text: &'a str,
    sentences: &'a [Sentence],
    terms: &'a Terms,
    /// Whether more sentences begin with a capital than in small letters.
    has_capitals: bool,
}

impl<'a> Fragments<'a> {
    pub fn new(text: &'a str, sentences: &'a [Sentence], terms: &'a Terms) -> Self {
        let begin = |is: fn(char) -> bool| {
            let all = sentences.iter().map(|sentence| beginning(sentence.span.of(text)));
            all.filter(|text| text.starts_with(is)).count()
        };
        let has_capitals = begin(char::is_uppercase) > begin(char::is_lowercase);
        Fragments { text, sentences, terms, has_capitals }
    }

    /// Whether sentence `index` is a question, a lead-in, the rest of another, a
    /// label or a page's header, or too short to say much.
    pub fn holds(&self, index: usize) -> bool {
        let text = self.sentences[index].span.of(self.text);
        let bare = text.trim_end_matches(|c: char| {
            chars::closes(c) || chars::closes_somewhere(c) || c.is_whitespace()
        });
        let words = self.terms.words(index);
        words < FEWEST_WORDS
            || self.is_torn(index)
            || bare.ends_with(['?', '？', '؟', ':', '：'])
            || words < FEWEST_UNMARKED && !bare.ends_with(|c| chars::mark(c).is_some())
    }

    /// Whether a sentence is the rest of another: it begins in small letters where
    /// others do not, is not the first of its section, and no name like `iPhone`
    /// begins it.
    fn is_torn(&self, index: usize) -> bool {
        let text = beginning(self.sentences[index].span.of(self.text));
        let section = |index: usize| self.sentences[index].section;
        let is_name = |word: &str| word.contains(char::is_uppercase);
        self.has_capitals
            && text.starts_with(char::is_lowercase)
            && index.checked_sub(1).is_some_and(|last| section(last) == section(index))
            && !text.split(char::is_whitespace).next().is_some_and(is_name)
    }
}

/// `text` without opening quotation marks and brackets.
fn beginning(text: &str) -> &str {
    text.trim_start_matches(chars::opens)
}
