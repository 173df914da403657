//! Scores to picks: the best sentences that a budget allows, without saying
//! the same thing twice.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::Range;

use hashbrown::HashSet;

use crate::document::Sentence;
use crate::options::{Budget, Fraction};
use crate::score::{Scores, Vectors};
use crate::segment::folded;
use crate::terms::Terms;

/// Chooses from the sentences of one document, stretch by stretch.
#[derive(Debug)]
pub struct Selector<'a> {
    /// The document's text.
    pub text: &'a str,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Their terms.
    pub terms: &'a Terms,
    /// Their weights.
    pub vectors: &'a Vectors,
    /// How strongly repetition counts against a sentence.
    pub redundancy: Fraction,
    /// For each term the number of the choice that last said it.
    said: Vec<u32>,
    choice: u32,
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
    /// A selector for one document.
    #[must_use]
    pub fn new(
        text: &'a str,
        sentences: &'a [Sentence],
        terms: &'a Terms,
        vectors: &'a Vectors,
        redundancy: Fraction,
    ) -> Self {
        let said = vec![0; terms.count()];
        Selector { text, sentences, terms, vectors, redundancy, said, choice: 0 }
    }

    /// The best sentences of `range` within `budget`.
    ///
    /// Greedily by score less redundancy: what share of a sentence's TF-ISF
    /// weight the chosen ones have said already, times the option, times the
    /// spread of the scores (in the spirit of maximal marginal relevance,
    /// Carbonell and Goldstein, 1998). Ties go to the earlier sentence. A
    /// sentence that repeats another to the letter is chosen only when the
    /// budget asks for every sentence.
    pub fn select(
        &mut self,
        range: Range<usize>,
        scores: &Scores,
        budget: &Budget,
    ) -> Picks {
        let candidates = range.clone().filter(|index| self.sentences[*index].candidate);
        let mut heap: BinaryHeap<Entry> = candidates
            .map(|index| Entry { score: scores.of(index), index, seen: 0 })
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
        let penalty = self.redundancy.get() * spread(&heap);
        let wants_all = most >= all;
        self.choice += 1;
        let mut texts = HashSet::with_hasher(foldhash::fast::FixedState::default());
        let mut used = Used::default();
        let mut picks = Picks::default();
        while let Some(mut entry) = heap.pop() {
            if used.sentences == most {
                break;
            }
            if penalty > 0.0 && entry.seen < picks.indices.len() {
                entry.seen = picks.indices.len();
                entry.score =
                    scores.of(entry.index) - penalty * self.share_said(entry.index);
                if heap.peek().is_some_and(|next| *next > entry) {
                    heap.push(entry);
                    continue;
                }
            }
            let text = folded(self.sentences[entry.index].span.of(self.text));
            let Some(after) = self.with(used, entry.index, &text, budget) else {
                continue;
            };
            if texts.insert(text) || wants_all {
                used = after;
                self.say(entry.index);
                picks.indices.push(entry.index);
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

    fn say(&mut self, index: usize) {
        for id in self.terms.of(index) {
            self.said[*id as usize] = self.choice;
        }
    }

    /// What share of the sentence's weight is said already, from 0 to 1.
    fn share_said(&self, index: usize) -> f64 {
        let (mut said, mut all) = (0.0, 0.0);
        for id in self.terms.of(index) {
            let weight = self.vectors.isf(*id);
            all += weight;
            said += if self.said[*id as usize] == self.choice { weight } else { 0.0 };
        }
        if all > 0.0 { said / all } else { 0.0 }
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

/// The difference between the best and the worst score.
fn spread(heap: &BinaryHeap<Entry>) -> f64 {
    let worst = heap.iter().map(|entry| entry.score).fold(f64::INFINITY, f64::min);
    heap.peek().map_or(0.0, |best| best.score - worst)
}

/// A candidate with its score as of the `seen`-th pick. Scores only fall as
/// picks are made, so one that is still on top after a fresh look is the best.
#[derive(Clone, Copy, Debug)]
struct Entry {
    score: f64,
    index: usize,
    seen: usize,
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score.total_cmp(&other.score).then(other.index.cmp(&self.index))
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
