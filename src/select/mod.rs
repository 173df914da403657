//! Scores to picks: the best sentences that a budget allows, without saying
//! the same thing twice.

mod worth;

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::Range;

use hashbrown::HashSet;

use crate::document::Sentence;
use crate::options::{Budget, Fraction};
use crate::score::{Scores, Vectors};
use crate::segment::folded;
use crate::terms::Terms;
use worth::Worth;

/// Chooses from the sentences of one document, stretch by stretch.
#[derive(Debug)]
pub struct Selector<'a> {
    text: &'a str,
    sentences: &'a [Sentence],
    terms: &'a Terms,
    worth: Worth<'a>,
}

/// What was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picks {
    /// The indices of the sentences, in the order of the document.
    pub indices: Vec<usize>,
    /// Whether no sentence fits the budget, and the best one stands alone.
    pub over_budget: bool,
}

/// What of a budget is used.
#[derive(Clone, Copy, Debug, Default)]
struct Used {
    sentences: usize,
    words: usize,
    chars: usize,
}

impl<'a> Selector<'a> {
    /// A selector for one document, with what `redundancy` counts against a
    /// sentence that repeats what is chosen already.
    #[must_use]
    pub fn new(
        text: &'a str,
        sentences: &'a [Sentence],
        terms: &'a Terms,
        vectors: &'a Vectors,
        redundancy: Fraction,
    ) -> Self {
        let worth = Worth::new(sentences, terms, vectors, redundancy.get());
        Selector { text, sentences, terms, worth }
    }

    /// Chooses from `sentences` from now on: the same ones, but for which of
    /// them are candidates.
    pub fn choose_from(&mut self, sentences: &'a [Sentence]) {
        self.sentences = sentences;
        self.worth.sentences = sentences;
    }

    /// The best sentences of `range` within `budget`.
    ///
    /// Greedily the one that is worth most beside those chosen before it. Ties
    /// go to the earlier sentence. A sentence that repeats another to the letter
    /// is chosen only when the budget asks for every sentence.
    pub fn select(
        &mut self,
        range: Range<usize>,
        scores: &Scores,
        budget: &Budget,
    ) -> Picks {
        let way = self.worth.begin(&range, scores, budget);
        let mut taken = vec![false; range.len()];
        let stands = |index: usize, taken: &[bool]| {
            let before = (index - range.start).checked_sub(1);
            !self.sentences[index].leans
                || index == 0
                || before.is_some_and(|before| taken[before])
        };
        let candidates = range.clone().filter(|index| self.sentences[*index].candidate);
        let mut heap: BinaryHeap<Entry> = candidates
            .map(|index| {
                let worth = self.worth.of(index, way, scores, stands(index, &taken));
                Entry { worth, index, seen: 0 }
            })
            .collect();
        let all = heap.len();
        let best = heap.peek().map(|entry| entry.index);
        let alone = || Picks { indices: best.into_iter().collect(), over_budget: true };
        let most = match most_sentences(budget, range.len()) {
            Some(0) => return Picks::default(),
            _ if all == 0 => return Picks::default(),
            None => return alone(),
            Some(most) => most,
        };
        let wants_all = most >= all;
        let mut texts = HashSet::with_hasher(foldhash::fast::FixedState::default());
        let mut used = Used::default();
        let mut picks = Picks::default();
        while let Some(mut entry) = heap.pop() {
            let index = entry.index;
            if used.sentences == most {
                break;
            }
            if taken[index - range.start] {
                continue;
            }
            if entry.seen < picks.indices.len() {
                entry.seen = picks.indices.len();
                entry.worth = self.worth.of(index, way, scores, stands(index, &taken));
                if heap.peek().is_some_and(|next| *next > entry) {
                    heap.push(entry);
                    continue;
                }
            }
            let text = folded(self.sentences[index].span.of(self.text));
            let Some(after) = self.with(used, index, &text, budget) else { continue };
            if !texts.insert(text) && !wants_all {
                continue;
            }
            used = after;
            taken[index - range.start] = true;
            self.worth.say(index);
            picks.indices.push(index);
            // The next sentence may have leant on this one: then it is worth more.
            let next = index + 1;
            if range.contains(&next)
                && self.sentences[next].leans
                && self.sentences[next].candidate
                && !taken[next - range.start]
            {
                let worth = self.worth.of(next, way, scores, true);
                heap.push(Entry { worth, index: next, seen: picks.indices.len() });
            }
        }
        if picks.indices.is_empty() {
            return alone();
        }
        picks.indices.sort_unstable();
        picks
    }

    /// What is used with sentence `index`, if that is within the budget.
    fn with(
        &self,
        used: Used,
        index: usize,
        text: &str,
        budget: &Budget,
    ) -> Option<Used> {
        let words = used.words + self.terms.words(index);
        let mut chars = used.chars;
        if let Some(limit) = budget.chars {
            chars += text.chars().count() + usize::from(used.sentences > 0);
            if chars > limit {
                return None;
            }
        }
        let fits = budget.words.is_none_or(|limit| words <= limit);
        fits.then_some(Used { sentences: used.sentences + 1, words, chars })
    }
}

/// How many of `available` sentences the budget allows by count alone; `None`
/// where it asks for some, but not for a whole one.
fn most_sentences(budget: &Budget, available: usize) -> Option<usize> {
    let count = budget.sentences.unwrap_or(usize::MAX);
    let Some(ratio) = budget.ratio.filter(|_| count > 0) else { return Some(count) };
    // A product like 0.29 · 100 falls just short of the whole number it means.
    let share = (ratio.get() * available as f64 + 1e-9).floor() as usize;
    (share > 0 || ratio.get() == 0.0).then_some(share.min(count))
}

/// A candidate with its worth as of the `seen`-th pick. Worth only falls as
/// picks are made, so one that is still on top after a fresh look is the best.
#[derive(Clone, Copy, Debug)]
struct Entry {
    worth: f64,
    index: usize,
    seen: usize,
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        self.worth.total_cmp(&other.worth).then(other.index.cmp(&self.index))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Entry {}
