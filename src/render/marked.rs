//! Every sentence of a text with its marks: what it was chosen for, and how it ranks.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::shown::Shown;
use crate::summary::ScoredSentence;

/// The marks of all sentences of a text.
pub(super) struct Marks<'a> {
    shown: &'a dyn Shown,
    /// How many sentences there are.
    count: usize,
    overall: Vec<bool>,
    /// For each sentence its place, from 1, among those chosen for its section.
    of_section: Vec<u32>,
    /// The scores of the worst and the best candidate.
    worst: f64,
    best: f64,
}

/// A sentence and what it was chosen for.
pub(super) struct Marked<'a> {
    pub sentence: Cow<'a, ScoredSentence>,
    /// Whether the overall summary has it.
    pub overall: bool,
    /// The parts of its score within its section, if it was chosen for that.
    pub section: Option<Cow<'a, Map<String, Value>>>,
    /// How its score compares with those of all candidates: 0 is the worst, 1
    /// the best; none for a sentence that is no candidate.
    pub share: Option<f64>,
}

impl<'a> Marks<'a> {
    /// The marks of the sentences of `shown`; none unless its sentences were asked for.
    pub fn of(shown: &'a dyn Shown) -> Self {
        let count = shown.sentences().unwrap_or(0);
        let (mut overall, mut of_section) = (vec![false; count], vec![0; count]);
        for pick in shown.overall().sentences {
            if let Some(mark) = overall.get_mut(shown.place(&pick)) {
                *mark = true;
            }
        }
        for number in 0..shown.sections() {
            for (nth, pick) in (1..).zip(shown.section(number).chosen.sentences) {
                if let Some(mark) = of_section.get_mut(shown.place(&pick)) {
                    *mark = nth;
                }
            }
        }
        let (mut worst, mut best) = (f64::INFINITY, f64::NEG_INFINITY);
        for (rank, score) in (0..count).map(|index| shown.standing(index)) {
            if rank.is_some() {
                (worst, best) = (worst.min(score), best.max(score));
            }
        }
        Marks { shown, count, overall, of_section, worst, best }
    }

    /// How many sentences could be chosen, and how many the overall summary has.
    pub fn candidates(&self) -> (usize, usize) {
        let ranks = (0..self.count).filter_map(|index| self.shown.standing(index).0);
        (ranks.count(), self.overall.iter().filter(|overall| **overall).count())
    }

    /// The rank of the worst sentence.
    pub fn worst_rank(&self) -> Option<usize> {
        (0..self.count).filter_map(|index| self.shown.standing(index).0).max()
    }

    /// Sentence `index`.
    pub fn get(&self, index: usize) -> Option<Marked<'a>> {
        if index >= self.count {
            return None;
        }
        let sentence = self.shown.sentence(index);
        let nth = self.of_section[index].checked_sub(1);
        let reasons = |nth: u32| self.shown.reasons(sentence.pick.section, nth as usize);
        let share = sentence.rank.map(|_| {
            let above = sentence.pick.score - self.worst;
            if self.best > self.worst { above / (self.best - self.worst) } else { 1.0 }
        });
        Some(Marked {
            overall: self.overall[index],
            section: nth.and_then(reasons),
            share,
            sentence,
        })
    }
}
