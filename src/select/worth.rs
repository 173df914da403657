//! What a sentence is worth, given those already chosen.

use std::ops::Range;

use crate::document::Sentence;
use crate::options::Budget;
use crate::score::{Scores, Shared, Vectors};
use crate::terms::{TermId, Terms};

/// How much a sentence's own chance counts beside the terms that it adds.
const CHANCE: f64 = 50.0;
/// What a sentence is worth, as a share, that leans on one left out or is a
/// fragment. It comes last anyhow, unless it answers the query.
const WEAK: f64 = 0.2;
/// Where length is limited, worth counts over the length to this power: long
/// sentences say more, but not in proportion.
const LENGTH: f64 = 0.4;

/// Weighs the sentences of one document, choice after choice.
#[derive(Debug)]
pub(super) struct Worth<'a> {
    pub sentences: &'a [Sentence],
    terms: &'a Terms,
    vectors: &'a Vectors,
    shared: Shared<'a>,
    /// How strongly repetition counts, from 0 to 1.
    redundancy: f64,
    /// What is known of each shared term.
    known: Vec<Known>,
    /// The number of the present choice.
    choice: u32,
    /// The number of the present look at a sentence's terms.
    look: u32,
    /// The stretch for which the weights of the terms hold, and its number.
    weighed: Range<usize>,
    stretch: u32,
    /// For each sentence of that stretch its score, or where scores are odds its
    /// chance.
    values: Vec<f64>,
    /// For each sentence of that stretch whether it answers the query; empty without one.
    answers: Vec<bool>,
}

/// What is known of a term.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// What it weighs in a stretch.
    weight: f64,
    /// The number of that stretch.
    stretch: u32,
    /// The choice that last said it.
    said: u32,
    /// The look that last counted it.
    counted: u32,
}

impl Known {
    /// Whether this `look` counts it for the first time.
    fn is_new(&mut self, look: u32) -> bool {
        std::mem::replace(&mut self.counted, look) != look
    }

    /// Weighs it more by `chance` in this stretch.
    fn add(&mut self, chance: f64, stretch: u32) {
        let before = if self.stretch == stretch { self.weight } else { 0.0 };
        (self.weight, self.stretch) = (before + chance, stretch);
    }
}

/// How the sentences of one choice are weighed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way {
    /// By score, less this penalty times the share of the sentence's TF-ISF
    /// weight that is said already (in the spirit of maximal marginal
    /// relevance: Carbonell and Goldstein, 1998).
    Score { penalty: f64 },
    /// By the terms that a sentence adds, each with the chances of all the
    /// sentences that say it, and by its own chance; where length is limited,
    /// over a power of its length (budgeted coverage: Lin and Bilmes, "A class
    /// of submodular functions for document summarization", 2011).
    Coverage { by_length: bool },
}

impl Way {
    /// Whether it matters that a sentence leans on the one before it, or is a
    /// fragment.
    pub fn heeds_form(self) -> bool {
        matches!(self, Way::Coverage { .. })
    }
}

impl<'a> Worth<'a> {
    /// What is needed to weigh the sentences of one document.
    pub fn new(
        sentences: &'a [Sentence],
        terms: &'a Terms,
        vectors: &'a Vectors,
        redundancy: f64,
    ) -> Self {
        let shared = vectors.shared(terms);
        Worth {
            sentences,
            terms,
            vectors,
            shared,
            redundancy,
            known: vec![Known::default(); shared.count()],
            choice: 0,
            look: 0,
            weighed: 0..0,
            stretch: 0,
            values: Vec::new(),
            answers: Vec::new(),
        }
    }

    /// Begins a choice from the candidates of `range`; nothing is said yet.
    pub fn begin(
        &mut self,
        range: &Range<usize>,
        scores: &Scores,
        budget: &Budget,
    ) -> Way {
        self.forget();
        self.weighed = range.clone();
        self.stretch += 1;
        let value = |index: usize| match scores.log_odds {
            Some(log_odds) => chance(scores.of(index) + log_odds),
            None => scores.of(index),
        };
        self.values.clear();
        self.values.extend(range.clone().map(value));
        self.answers.clear();
        self.answers.extend_from_slice(scores.answers(range));
        let candidates = range.clone().zip(&self.values);
        let candidates = candidates.filter(|(index, _)| self.sentences[*index].candidate);
        if scores.log_odds.is_none() {
            let (worst, best) = candidates
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(worst, best), (_, score)| {
                    (worst.min(*score), best.max(*score))
                });
            let spread = (best - worst).max(0.0);
            return Way::Score { penalty: self.redundancy * spread };
        }
        for (index, chance) in candidates {
            let numbers = self.shared.of(index).iter().map(|number| *number as usize);
            if !self.terms.repeats(index) {
                numbers.for_each(|term| self.known[term].add(*chance, self.stretch));
                continue;
            }
            self.look += 1;
            for term in numbers {
                if self.known[term].is_new(self.look) {
                    self.known[term].add(*chance, self.stretch);
                }
            }
        }
        let by_length = budget.words.is_some() || budget.chars.is_some();
        Way::Coverage { by_length }
    }

    /// What `sentences` are worth now, less if they are weak. Worth
    /// falls as more is said.
    pub fn of(&mut self, sentences: Range<usize>, way: Way, is_weak: bool) -> f64 {
        let first = sentences.start;
        match way {
            Way::Score { penalty } => match penalty > 0.0 {
                true => self.value(first) - penalty * self.share_said(first),
                false => self.value(first),
            },
            Way::Coverage { by_length } => {
                let mut worth = if sentences.len() > 1 {
                    let chances: f64 = sentences.clone().map(|at| self.value(at)).sum();
                    let adds = self.adds_once(sentences.clone());
                    (adds + CHANCE * chances) / sentences.len() as f64
                } else if self.terms.repeats(first) {
                    self.adds_once(sentences.clone()) + CHANCE * self.value(first)
                } else {
                    self.adds(first) + CHANCE * self.value(first)
                };
                if by_length {
                    worth /= self.length(&sentences);
                }
                if is_weak { WEAK * worth } else { worth }
            }
        }
    }

    /// What worth counts over: a power of the mean of the words of `sentences`.
    fn length(&self, sentences: &Range<usize>) -> f64 {
        let words = |index: usize| self.terms.words(index);
        let words: usize = sentences.clone().map(words).sum();
        libm::pow(words.max(1) as f64 / sentences.len() as f64, LENGTH)
    }

    /// Whether sentence `index` answers the query.
    pub fn answers(&self, index: usize) -> bool {
        self.answers.get(index - self.weighed.start).is_some_and(|answers| *answers)
    }

    /// Sentence `index` is chosen.
    pub fn say(&mut self, index: usize) {
        for number in self.shared.of(index) {
            self.known[*number as usize].said = self.choice;
        }
    }

    /// Nothing is chosen any more.
    pub fn forget(&mut self) {
        self.choice += 1;
    }

    /// The score of sentence `index`, or where scores are odds its chance.
    fn value(&self, index: usize) -> f64 {
        self.values[index - self.weighed.start]
    }

    /// What the terms of sentence `index` weigh, none of which repeats there.
    fn adds(&self, index: usize) -> f64 {
        let mut sum = self.alone(index);
        for number in self.shared.of(index) {
            sum += self.weight(self.known[*number as usize]);
        }
        sum
    }

    /// What the terms of `sentences` weigh, each of them once.
    fn adds_once(&mut self, sentences: Range<usize>) -> f64 {
        self.look += 1;
        let mut sum = 0.0;
        for index in sentences {
            sum += self.alone(index);
            for number in self.shared.of(index) {
                let term = &mut self.known[*number as usize];
                if term.is_new(self.look) {
                    let term = *term;
                    sum += self.weight(term);
                }
            }
        }
        sum
    }

    /// What the terms weigh that sentence `index` holds alone: its own chance each. They
    /// were never said before.
    fn alone(&self, index: usize) -> f64 {
        f64::from(self.shared.alone(index).count) * self.value(index)
    }

    /// What a term weighs; what is said already counts less.
    fn weight(&self, term: Known) -> f64 {
        let is_said = term.said == self.choice;
        if is_said { (1.0 - self.redundancy) * term.weight } else { term.weight }
    }

    /// What share of a sentence's weight is said already, from 0 to 1.
    fn share_said(&self, index: usize) -> f64 {
        let weight = |id: &TermId| self.vectors.isf(*id);
        let all: f64 = self.terms.of(index).iter().map(weight).sum();
        let is_said = |number: &&u32| self.known[**number as usize].said == self.choice;
        let said = self.shared.of(index).iter().filter(is_said);
        let said: f64 = said.map(|number| self.shared.isf()[*number as usize]).sum();
        if all > 0.0 { said / all } else { 0.0 }
    }
}

/// The probability for these log-odds (the logistic function).
fn chance(log_odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-log_odds))
}
