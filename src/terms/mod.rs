//! Sentences to terms: what is counted and compared in place of words.

mod forms;
mod pairs;
mod porter2;
mod stemmer;
mod stems;
mod stop_words;
mod table;
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
    /// What is counted in each sentence.
    counts: Vec<Counts>,
    /// How many different terms there are.
    count: usize,
}

/// What is counted in a sentence.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    words: u32,
    /// The different pairs of words that another one holds too, if that is kept; 65,535
    /// for more.
    shared_pairs: u16,
    /// Whether a term stands there more than once.
    repeats: bool,
}

/// What is kept of the words around terms; nothing by default. Some methods ask for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// How many words stand between two terms.
    pub gaps: bool,
    /// How many pairs of words sentences have in common.
    pub pairs: bool,
}

impl Terms {
    /// The terms of sentence `index`, in order, repeated as often as they stand there.
    #[must_use]
    pub fn of(&self, index: usize) -> &[TermId] {
        &self.ids[self.range(index)]
    }

    /// For each of these terms how many other words stand between it and the
    /// one before it, or the beginning of the sentence; 255 for more. There are
    /// none if they are not kept.
    #[must_use]
    pub fn gaps(&self, index: usize) -> &[u8] {
        &self.gaps[self.range(index)]
    }

    /// How many different pairs of neighbouring words of sentence `index` another one
    /// holds too, stop words and the opening included; 65,535 for more, and 0 if that is
    /// not kept.
    #[must_use]
    pub fn shared_pairs(&self, index: usize) -> u16 {
        self.counts[index].shared_pairs
    }

    fn range(&self, index: usize) -> std::ops::Range<usize> {
        stretch(&self.starts, index)
    }

    /// How many words sentence `index` has, stop words included.
    #[must_use]
    pub fn words(&self, index: usize) -> usize {
        self.counts[index].words as usize
    }

    /// Whether a term stands more than once in sentence `index`.
    #[must_use]
    pub fn repeats(&self, index: usize) -> bool {
        self.counts[index].repeats
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
        self.counts.len()
    }
}

/// Stretch `index` of those that begin at `starts`, the last of which is an end.
#[inline]
pub(crate) fn stretch(starts: &[u32], index: usize) -> std::ops::Range<usize> {
    let ends = &starts[index..index + 2];
    ends[0] as usize..ends[1] as usize
}
