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
use crate::segment::{chars, folded};
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

/// A sentence of fewer words is a fragment.
const FEWEST_WORDS: usize = 5;

/// Without a mark at its end, one of fewer words is a label or a header.
const FEWEST_UNMARKED: usize = 10;

/// A choice in progress.
#[derive(Debug)]
struct Choice {
    range: Range<usize>,
    way: Way,
    heap: BinaryHeap<Unit>,
    /// For each sentence of the range whether it is picked.
    taken: Vec<bool>,
    picked: Vec<usize>,
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
        let is_candidate = |index: &usize| self.sentences[*index].candidate;
        let candidates: Vec<usize> = range.clone().filter(is_candidate).collect();
        let mut choice = self.open(&range, &candidates, way);
        let best = choice.heap.peek().map(|unit| unit.first);
        let alone = || Picks { indices: best.into_iter().collect(), over_budget: true };
        let most = match most_sentences(budget, range.len()) {
            Some(0) => return Picks::default(),
            _ if candidates.is_empty() => return Picks::default(),
            None => return alone(),
            Some(most) => most,
        };
        let wants_all = most >= candidates.len();
        let mut texts = HashSet::with_hasher(foldhash::fast::FixedState::default());
        let mut used = Used::default();
        while used.sentences < most {
            let Some(unit) = self.next(&mut choice) else { break };
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
            self.take(&mut choice, unit);
        }
        if choice.picked.is_empty() {
            return alone();
        }
        choice.picked.sort_unstable();
        Picks { indices: choice.picked, over_budget: false }
    }

    /// Everything that may be chosen from `range`.
    fn open(&mut self, range: &Range<usize>, candidates: &[usize], way: Way) -> Choice {
        let mut choice = Choice {
            way,
            heap: BinaryHeap::with_capacity(candidates.len()),
            taken: vec![false; range.len()],
            range: range.clone(),
            picked: Vec::new(),
        };
        for index in candidates.iter().copied() {
            let leans = self.sentences[index].leans && index > 0;
            self.push(&mut choice, index..index + 1, leans);
            let before = index.wrapping_sub(1);
            if leans
                && way.heeds_form()
                && range.contains(&before)
                && self.sentences[before].candidate
                && !(self.sentences[before].leans && before > 0)
            {
                self.push(&mut choice, before..index + 1, false);
            }
        }
        choice
    }

    /// Opens `sentences` as a unit, which `leans` on one that is not chosen.
    fn push(&mut self, choice: &mut Choice, sentences: Range<usize>, leans: bool) {
        let mut unit = Unit {
            worth: 0.0,
            first: sentences.start,
            count: sentences.len(),
            is_weak: choice.way.heeds_form()
                && (leans
                    || sentences.clone().any(|index| {
                        self.is_fragment(index) && !self.worth.answers(index)
                    })),
            seen: choice.picked.len(),
        };
        unit.worth = self.worth.of(sentences, choice.way, unit.is_weak);
        choice.heap.push(unit);
    }

    /// The unit that is worth most beside what is picked.
    fn next(&mut self, choice: &mut Choice) -> Option<Unit> {
        loop {
            let mut unit = choice.heap.pop()?;
            let start = choice.range.start;
            if unit.sentences().any(|index| choice.taken[index - start]) {
                continue;
            }
            if unit.seen == choice.picked.len() {
                return Some(unit);
            }
            unit.seen = choice.picked.len();
            unit.worth = self.worth.of(unit.sentences(), choice.way, unit.is_weak);
            if choice.heap.peek().is_none_or(|next| *next <= unit) {
                return Some(unit);
            }
            choice.heap.push(unit);
        }
    }

    /// Picks `unit`. What leans on it leans on a gap no longer.
    fn take(&mut self, choice: &mut Choice, unit: Unit) {
        for index in unit.sentences() {
            choice.taken[index - choice.range.start] = true;
            self.worth.say(index);
            choice.picked.push(index);
        }
        let next = unit.sentences().end;
        if choice.way.heeds_form() && choice.range.contains(&next) {
            let Sentence { leans, candidate, .. } = self.sentences[next];
            if leans && candidate {
                self.push(choice, next..next + 1, false);
            }
        }
    }

    /// Whether a sentence is a question, a lead-in, the rest of another, a label
    /// or a page's header, or too short to say much.
    fn is_fragment(&self, index: usize) -> bool {
        let text = self.sentences[index].span.of(self.text);
        let bare = text.trim_end_matches(|c: char| {
            chars::closes(c) || chars::closes_somewhere(c) || c.is_whitespace()
        });
        let begin = text.trim_start_matches(chars::opens).chars().next();
        let words = self.terms.words(index);
        words < FEWEST_WORDS
            || begin.is_some_and(char::is_lowercase)
            || bare.ends_with(['?', '？', '؟', ':', '：'])
            || words < FEWEST_UNMARKED && !bare.ends_with(|c| chars::mark(c).is_some())
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
    /// Whether it leans on a sentence that is not chosen, or has a fragment.
    is_weak: bool,
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
