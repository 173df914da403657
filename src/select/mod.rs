//! Scores to picks: the best sentences that a budget allows, without saying
//! the same thing twice.

mod choice;
mod fragments;
mod limits;
mod unit;
mod worth;

use std::borrow::Cow;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::ops::Range;

use crate::document::Sentence;
use crate::options::{Budget, Fraction};
use crate::score::{Scores, Vectors};
use crate::segment::folded;
use crate::terms::Terms;
use choice::Choice;
use fragments::fragments;
use limits::{Limits, Used};
use unit::Unit;
use worth::Worth;

/// Chooses from the sentences of one document, stretch by stretch.
#[derive(Debug)]
pub struct Selector<'a> {
    text: &'a str,
    sentences: &'a [Sentence],
    terms: &'a Terms,
    worth: Worth<'a>,
    /// For each sentence whether it is a fragment.
    fragments: Vec<bool>,
    /// Room for what may be chosen.
    room: BinaryHeap<Unit>,
}

/// What was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picks {
    /// The indices of the sentences, in the order of the document.
    pub indices: Vec<usize>,
    /// Whether no sentence fits the budget, and the best one stands alone.
    pub over_budget: bool,
}

/// How many of the last picks may give way to a longer one.
const RECENT: usize = 3;

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
        let fragments = fragments(text, sentences, terms);
        Selector { text, sentences, terms, worth, fragments, room: BinaryHeap::new() }
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
    /// go to the earlier sentence. One that leans on a sentence left out, or is
    /// a fragment, is chosen only where nothing else fits. One that repeats
    /// another to the letter is chosen only when the budget has room for every
    /// sentence.
    pub fn select(
        &mut self,
        range: Range<usize>,
        scores: &Scores,
        budget: &Budget,
    ) -> Picks {
        let limits = Limits::new(budget, range.len());
        if let Some(limits) = &limits {
            let all = || self.candidates(range.clone());
            let are_few = || all().nth(limits.most).is_none();
            let fit = || limits.admit(self.with(Used::default(), all(), limits));
            if limits.most == 0 || are_few() && fit() {
                let indices = all().take(limits.most).collect();
                return Picks { indices, over_budget: false };
            }
        }
        let way = self.worth.begin(&range, scores, budget);
        let mut choice = Choice::new(range, way);
        choice.open = std::mem::take(&mut self.room);
        let picks = self.pick(&mut choice, limits);
        self.room = choice.open;
        picks
    }

    /// The best sentences of those that `choice` may hold, within `limits`.
    fn pick(&mut self, choice: &mut Choice<'a>, limits: Option<Limits<'_>>) -> Picks {
        self.open(choice);
        let best = self.best(choice).map(Unit::first);
        let over_budget = best.is_some();
        let alone = || Picks { indices: best.into_iter().collect(), over_budget };
        let Some(limits) = limits else { return alone() };
        let mut may_exchange = limits.are_of_length();
        while choice.used.sentences < limits.most {
            let Some(unit) = self.best(choice) else { break };
            choice.open.pop();
            let after = self.with(choice.used, unit.sentences(), &limits);
            if !limits.admit(after) {
                continue;
            }
            if choice.says(unit, |index| self.read(index)) {
                continue;
            }
            let leans = unit.comes_last() && self.leans(choice, unit.first());
            if leans && std::mem::take(&mut may_exchange) {
                *choice = self.exchange(choice, after, &limits);
                continue;
            }
            self.take(choice, unit, after);
        }
        if choice.units.is_empty() {
            return alone();
        }
        Picks { indices: choice.picks(), over_budget: false }
    }

    /// Opens everything that may be chosen beside what is.
    fn open(&mut self, choice: &mut Choice<'a>) {
        let mut open = std::mem::take(&mut choice.open).into_vec();
        open.clear();
        open.reserve(choice.range.len());
        for index in choice.range.clone() {
            if !self.sentences[index].candidate || choice.has(index) {
                continue;
            }
            open.push(self.unit(choice, index..index + 1));
            let before = index.wrapping_sub(1);
            if self.leans(choice, index)
                && choice.way.heeds_form()
                && choice.range.contains(&before)
                && self.sentences[before].candidate
                && !self.leans(choice, before)
            {
                open.push(self.unit(choice, before..index + 1));
            }
        }
        choice.open = open.into();
    }

    /// The sentences of `range` that may be chosen.
    fn candidates(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        range.filter(|index| self.sentences[*index].candidate)
    }

    /// Whether sentence `index` leans on one that is not chosen.
    fn leans(&self, choice: &Choice<'a>, index: usize) -> bool {
        self.sentences[index].leans && index > 0 && !choice.has(index - 1)
    }

    /// `sentences` as a unit, with its worth beside what is chosen, unless it comes last:
    /// that is seldom asked for.
    fn unit(&mut self, choice: &Choice<'a>, sentences: Range<usize>) -> Unit {
        let (first, last) = (sentences.start, sentences.end - 1);
        let answers = self.worth.answers(first) || self.worth.answers(last);
        let is_fragment = |index| self.fragments[index] && !self.worth.answers(index);
        let is_weak = choice.way.heeds_form()
            && (self.leans(choice, first) || is_fragment(first) || is_fragment(last));
        let mut unit = Unit::new(&sentences, is_weak, answers);
        if !unit.comes_last() {
            let worth = self.worth.of(sentences, choice.way, is_weak);
            unit.weigh(worth, choice.units.len());
        }
        unit
    }

    /// The best unit beside what is chosen, which is then on top.
    fn best(&mut self, choice: &mut Choice<'a>) -> Option<Unit> {
        let (way, chosen) = (choice.way, choice.units.len());
        loop {
            let mut best = choice.open.peek_mut()?;
            if best.sentences().any(|index| choice.taken.has(index)) {
                PeekMut::pop(best);
            } else if best.is_fresh(chosen) {
                return Some(*best);
            } else {
                let worth = self.worth.of(best.sentences(), way, best.is_weak());
                best.weigh(worth, chosen);
            }
        }
    }

    /// Chooses `unit`. What leans on it leans on a gap no longer.
    fn take(&mut self, choice: &mut Choice<'a>, unit: Unit, after: Used) {
        unit.sentences().for_each(|index| self.worth.say(index));
        let next = unit.sentences().end;
        choice.add(unit, after);
        if choice.way.heeds_form() && choice.range.contains(&next) {
            let Sentence { leans, candidate, .. } = self.sentences[next];
            if leans && candidate {
                let next = self.unit(choice, next..next + 1);
                choice.open.push(next);
            }
        }
    }

    /// What is chosen once one of the last picks has given way to a longer one,
    /// so that no sentence that leans on a gap need fill the budget to `after`.
    /// The exchange is the one that costs least worth; where none fills so
    /// much, all stays as it is.
    fn exchange(
        &mut self,
        choice: &Choice<'a>,
        after: Used,
        limits: &Limits<'_>,
    ) -> Choice<'a> {
        let units = &choice.units;
        let mut best: Option<(f64, Vec<Unit>)> = None;
        for at in units.len().saturating_sub(RECENT)..units.len() {
            let mut rest = units.clone();
            let old = rest.remove(at);
            let next = old.sentences().end;
            if rest.iter().any(|unit| unit.first() == next && self.sentences[next].leans)
            {
                continue;
            }
            let mut trial = self.beside(choice, &rest, limits);
            let open = std::mem::take(&mut trial.open);
            let fills = |unit: &&Unit| {
                let filled = self.with(trial.used, unit.sentences(), limits);
                !unit.comes_last()
                    && limits.admit(filled)
                    && filled.fills(&after)
                    && !trial.says(**unit, |index| self.read(index))
            };
            let Some(new) = open.iter().filter(fills).max() else { continue };
            let gain =
                new.worth() - self.worth.of(old.sentences(), choice.way, old.is_weak());
            if best.as_ref().is_none_or(|(most, _)| gain > *most) {
                rest.push(*new);
                best = Some((gain, rest));
            }
        }
        let units = best.map_or_else(|| units.clone(), |(_, units)| units);
        self.beside(choice, &units, limits)
    }

    /// A choice like `choice`, of which `units` alone are chosen.
    fn beside(
        &mut self,
        choice: &Choice<'a>,
        units: &[Unit],
        limits: &Limits<'_>,
    ) -> Choice<'a> {
        self.worth.forget();
        let mut new = Choice::new(choice.range.clone(), choice.way);
        for unit in units {
            let after = self.with(new.used, unit.sentences(), limits);
            self.take(&mut new, *unit, after);
        }
        self.open(&mut new);
        new
    }

    /// Sentence `index` as a reader sees it.
    fn read(&self, index: usize) -> Cow<'a, str> {
        folded(self.sentences[index].span.of(self.text))
    }

    /// What is used with `sentences` too.
    fn with(
        &self,
        mut used: Used,
        sentences: impl Iterator<Item = usize>,
        limits: &Limits<'_>,
    ) -> Used {
        for index in sentences {
            used.words += self.terms.words(index);
            if limits.budget.chars.is_some() {
                let chars = self.read(index).chars().count();
                used.chars += chars + usize::from(used.sentences > 0);
            }
            used.sentences += 1;
        }
        used
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::{Options, SegmentOptions};
    use crate::segment::segment;
    use crate::terms::{StopWords, Vocabulary};

    /// What is chosen within `budget` of sentences that score less and less.
    fn chosen(lines: &[&str], budget: &Budget) -> Vec<usize> {
        let record = serde_json::json!({"lang": "en", "sentences": lines}).to_string();
        let options = Options::default();
        let document =
            crate::read::jsonl::read(record.as_bytes(), &options.read).unwrap();
        let sentences = segment(&document, &SegmentOptions::default()).sentences;
        let terms = Vocabulary::new(document.language, &StopWords::default())
            .index(&document.text, &sentences);
        let falling = (0..lines.len()).map(|index| -(index as f64)).collect();
        let mut scores = Scores::of_sums(falling);
        scores.log_odds = Some(0.0);
        let vectors = Vectors::new(&terms);
        let redundancy = Fraction::new(1.0).unwrap();
        Selector::new(&document.text, &sentences, &terms, &vectors, redundancy)
            .select(0..lines.len(), &scores, budget)
            .indices
    }

    const LINES: [&str; 4] = [
        "The old harbour at Norrin closed on Monday morning.",
        "Ice had broken the wall.",
        "A fleet of many ships waits outside for better weather now.",
        "He left the town at noon.",
    ];

    #[test]
    fn what_leans_on_a_gap_comes_last() {
        let lines = [LINES[0], LINES[3], LINES[2], LINES[1]];
        assert_eq!(chosen(&LINES, &Budget::sentences(3)), [0, 1, 2]);
        assert_eq!(chosen(&LINES, &Budget::sentences(4)), [0, 1, 2, 3]);
        assert_eq!(chosen(&lines, &Budget::sentences(1)), [0]);
    }

    #[test]
    fn a_longer_sentence_fills_the_budget_in_place_of_one_that_leans() {
        assert_eq!(chosen(&LINES, &Budget::words(20)), [0, 2]);
    }

    #[test]
    fn where_no_other_fills_as_much_one_that_leans_does() {
        let longer = "A fleet of many ships waits outside for better weather now, for no \
                      pilot will take one in.";
        let lines = [LINES[0], LINES[1], longer, LINES[3]];
        assert_eq!(chosen(&lines, &Budget::words(20)), [0, 1, 3]);
    }

    #[test]
    fn the_rest_of_a_sentence_comes_last() {
        let torn = "which the council had promised to mend before the winter.";
        let name = "iBoats and their owners wait outside for better weather now.";
        let first = "boats of all sizes lie in the old harbour today.";
        let budget = Budget::sentences(2);
        assert_eq!(chosen(&[LINES[0], torn, LINES[2]], &budget), [0, 2]);
        assert_eq!(chosen(&[LINES[0], name, LINES[2]], &budget), [0, 1]);
        assert_eq!(chosen(&[first, LINES[0], LINES[2]], &budget), [0, 1]);
        assert_eq!(chosen(&[first, torn, LINES[2]], &budget), [0, 1]);
    }

    #[test]
    fn what_repeats_is_chosen_where_all_has_room() {
        let lines = [LINES[0], LINES[1], LINES[0]];
        assert_eq!(chosen(&lines, &Budget::words(22)), [0, 1]);
        assert_eq!(chosen(&lines, &Budget::words(23)), [0, 1, 2]);
    }
}
