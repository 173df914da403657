//! Sentences to terms: what is counted and compared in place of words.

mod forms;
mod porter2;
mod stemmer;
mod stems;
mod stop_words;
mod tokens;
mod vocabularies;
mod vocabulary;

pub use stop_words::StopWords;
pub(crate) use tokens::KEPT;
pub use tokens::{Token, Tokens};
pub(crate) use vocabularies::Vocabularies;
pub(crate) use vocabulary::Vocabulary;

/// The number of a term within one text, from 0 in order of first use.
pub type TermId = u32;

/// The terms of a text, sentence after sentence.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    pub(crate) ids: Vec<TermId>,
    /// How many other words stand between each term and the one before it, or
    /// the beginning of the sentence, where that is kept.
    gaps: Vec<u8>,
    /// Where each sentence's terms begin, and where those of the last one end.
    pub(crate) starts: Vec<u32>,
    /// How many words each sentence has, and whether a term repeats in it.
    words: Vec<(u32, bool)>,
    /// How many different terms there are.
    count: usize,
}

impl Terms {
    /// The terms of sentence `index`, in order, repeated as often as they stand there.
    #[must_use]
    pub fn of(&self, index: usize) -> &[TermId] {
        &self.ids[self.range(index)]
    }

    /// For each of these terms how many other words stand between it and the
    /// one before it, or the beginning of the sentence; 255 for more. They are
    /// kept for Luhn's method alone.
    #[must_use]
    pub fn gaps(&self, index: usize) -> &[u8] {
        &self.gaps[self.range(index)]
    }

    fn range(&self, index: usize) -> std::ops::Range<usize> {
        stretch(&self.starts, index)
    }

    /// How many words sentence `index` has, stop words included.
    #[must_use]
    pub fn words(&self, index: usize) -> usize {
        self.words[index].0 as usize
    }

    /// Whether a term stands more than once in sentence `index`.
    #[must_use]
    pub fn repeats(&self, index: usize) -> bool {
        self.words[index].1
    }

    /// How many different terms there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// How often terms stand in the sentences.
    #[must_use]
    pub fn occurrences(&self) -> usize {
        self.ids.len()
    }

    /// For each term whether it stands there only once.
    #[must_use]
    pub fn once(&self) -> Vec<bool> {
        let (mut seen, mut once) = (vec![false; self.count], vec![true; self.count]);
        for id in &self.ids {
            once[*id as usize] = !std::mem::replace(&mut seen[*id as usize], true);
        }
        once
    }

    /// How many sentences there are.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.words.len()
    }

    /// Ends a sentence of so many words, in which a term perhaps `repeats`.
    fn end_sentence(&mut self, words: u32, repeats: bool) {
        self.starts.push(self.ids.len() as u32);
        self.words.push((words, repeats));
    }
}

/// Stretch `index` of those that begin at `starts`, the last of which is an end.
#[inline]
pub(crate) fn stretch(starts: &[u32], index: usize) -> std::ops::Range<usize> {
    let ends = &starts[index..index + 2];
    ends[0] as usize..ends[1] as usize
}
