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
use worth::{Way, Worth};

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
        let mut heap = BinaryHeap::with_capacity(range.len());
        for index in range.clone().filter(|index| self.sentences[*index].candidate) {
            let leans = way.heeds_leaning() && self.sentences[index].leans && index > 0;
            heap.push(self.unit(index..index + 1, leans, way, scores, 0));
            if leans && range.start < index && self.stands(index - 1) {
                heap.push(self.unit(index - 1..index + 1, false, way, scores, 0));
            }
        }
        let best = heap.peek().map(|unit: &Unit| unit.first);
        let alone = || Picks { indices: best.into_iter().collect(), over_budget: true };
        let most = match most_sentences(budget, range.len()) {
            Some(0) => return Picks::default(),
            _ if heap.is_empty() => return Picks::default(),
            None => return alone(),
            Some(most) => most,
        };
        let wants_all = most >= range.len();
        let mut texts = HashSet::with_hasher(foldhash::fast::FixedState::default());
        let mut used = Used::default();
        let mut picks = Picks::default();
        while let Some(mut unit) = heap.pop() {
            if used.sentences == most {
                break;
            }
            if unit.sentences().any(|index| taken[index - range.start]) {
                continue;
            }
            if unit.seen < picks.indices.len() {
                let seen = picks.indices.len();
                unit = self.unit(unit.sentences(), unit.leans, way, scores, seen);
                if heap.peek().is_some_and(|next| *next > unit) {
                    heap.push(unit);
                    continue;
                }
            }
            let Some(after) = self.with(used, unit.sentences(), budget, most) else {
                continue;
            };
            let text = |index: usize| folded(self.sentences[index].span.of(self.text));
            let repeats = unit.sentences().any(|index| texts.contains(&text(index)));
            if repeats && !wants_all {
                continue;
            }
            texts.extend(unit.sentences().map(text));
            used = after;
            for index in unit.sentences() {
                taken[index - range.start] = true;
                self.worth.say(index);
                picks.indices.push(index);
            }
            // What leans on this one no longer leans on a gap.
            let next = unit.sentences().end;
            if way.heeds_leaning()
                && range.contains(&next)
                && self.sentences[next].leans
                && self.sentences[next].candidate
            {
                let seen = picks.indices.len();
                heap.push(self.unit(next..next + 1, false, way, scores, seen));
            }
        }
        if picks.indices.is_empty() {
            return alone();
        }
        picks.indices.sort_unstable();
        picks
    }

    /// The sentences of `range` as a unit, and what it is worth now.
    fn unit(
        &mut self,
        range: Range<usize>,
        leans: bool,
        way: Way,
        scores: &Scores,
        seen: usize,
    ) -> Unit {
        let worth = self.worth.of(range.clone(), way, scores, leans);
        Unit { worth, first: range.start, count: range.len(), leans, seen }
    }

    /// Whether sentence `index` may be chosen and leans on nothing.
    fn stands(&self, index: usize) -> bool {
        let sentence = self.sentences[index];
        sentence.candidate && (index == 0 || !sentence.leans)
    }

    /// What is used with `sentences` too, if that is within the budget.
    fn with(
        &self,
        used: Used,
        sentences: Range<usize>,
        budget: &Budget,
        most: usize,
    ) -> Option<Used> {
        let mut after = used;
        for index in sentences {
            after.words += self.terms.words(index);
            if budget.chars.is_some() {
                let text = folded(self.sentences[index].span.of(self.text));
                after.chars += text.chars().count() + usize::from(after.sentences > 0);
            }
            after.sentences += 1;
        }
        let fits = after.sentences <= most
            && budget.words.is_none_or(|limit| after.words <= limit)
            && budget.chars.is_none_or(|limit| after.chars <= limit);
        fits.then_some(after)
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

/// A sentence, or one that leans on the one before it together with that, with
/// its worth as of the `seen`-th pick. Worth only falls as picks are made, so
/// one that is still on top after a fresh look is the best.
#[derive(Clone, Copy, Debug)]
struct Unit {
    worth: f64,
    first: usize,
    count: usize,
    /// Whether it leans on a sentence that is not chosen.
    leans: bool,
    seen: usize,
}

impl Unit {
    fn sentences(&self) -> Range<usize> {
        self.first..self.first + self.count
    }
}

impl Ord for Unit {
    fn cmp(&self, other: &Self) -> Ordering {
        let earlier = (other.first, other.count).cmp(&(self.first, self.count));
        self.worth.total_cmp(&other.worth).then(earlier)
    }
}

impl PartialOrd for Unit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Unit {}
