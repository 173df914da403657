//! The words and phrases that may be keywords, counted and weighed.

use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashMap;
use hashbrown::hash_map::Entry;

use super::choice::Ranked;
use crate::language::Language;
use crate::terms::{KEPT, TermId, Token, Tokens};

/// The most words of a phrase.
pub(super) const LONGEST: usize = 4;

/// So many words and phrases are held against one another, and one more in [`SPARSE`]
/// words; of a text with more, those that come first.
const FREE: usize = 1 << 17;
const SPARSE: usize = 16;

/// With this many candidates that come back or are names, the others are left out.
const ENOUGH: usize = 3;

/// The terms of a phrase; [`NONE`] where it has no more.
pub(super) type Key = [TermId; LONGEST];

/// No term.
pub(super) const NONE: TermId = TermId::MAX;

/// How many words a phrase has.
pub(super) fn length(key: &Key) -> usize {
    key.iter().take_while(|id| **id != NONE).count()
}

/// Every part of `key` that is shorter, from the longest down.
pub(super) fn parts(key: &Key) -> impl Iterator<Item = Key> {
    let all = length(key);
    let at = move |count: usize| (0..=all - count).map(move |start| start..start + count);
    (1..all).rev().flat_map(at).map(|range| key_of(key[range].iter().copied()))
}

fn key_of(ids: impl Iterator<Item = TermId>) -> Key {
    let mut key = [NONE; LONGEST];
    key.iter_mut().zip(ids).for_each(|(slot, id)| *slot = id);
    key
}

/// Calls `each` with every run of one to four joined words of sentence
/// `index` that name something, as terms and as words, and with whether it
/// begins the sentence.
pub(super) fn runs<'a>(
    tokens: &'a Tokens,
    index: usize,
    mut each: impl FnMut(Key, &'a [Token], bool),
) {
    let words = tokens.of(index);
    for start in 0..words.len() {
        let mut key = [NONE; LONGEST];
        for (count, word) in words[start..].iter().take(LONGEST).enumerate() {
            let Some(term) = word.term().filter(|_| count == 0 || word.joins) else {
                break;
            };
            key[count] = term;
            each(key, &words[start..=start + count], start == 0);
        }
    }
}

/// What is known of a candidate.
#[derive(Clone, Copy, Debug, Default)]
struct Candidate {
    /// In how many sentences it stands, and in how many sections.
    count: u32,
    sections: u32,
    /// The first sentence, and the last sentence and section seen so far, from 1.
    first: u32,
    sentence: u32,
    section: u32,
    /// How often it stands within a sentence, and how often in capitals there.
    within: u32,
    capitals: u32,
    /// Whether it is one character long, and a part of something as a rule.
    lone: bool,
    /// How many longer phrases hold it, and how often those stand in the text.
    holders: u32,
    held: u32,
    /// How often the most frequent of them stands there.
    most_held: u32,
}

/// All candidates of a text.
#[derive(Debug)]
pub(super) struct Candidates {
    known: HashMap<Key, Candidate, FixedState>,
    sections: usize,
    noun_capitals: bool,
}

impl Candidates {
    /// The candidates of the sentences of `sections`.
    pub fn new(tokens: &Tokens, sections: &[Range<usize>], language: Language) -> Self {
        let noun_capitals = language.table().noun_capitals;
        let repeated = repeated(tokens);
        let comes_back = |words: &[Token], opens: bool| {
            let is_repeated = |word: &Token| {
                word.term().is_some_and(|term| repeated.get(term as usize) == Some(&true))
            };
            words.iter().all(is_repeated) || !opens && words.iter().all(|w| w.capital)
        };
        let mut candidates = Candidates {
            known: HashMap::default(),
            sections: sections.len(),
            noun_capitals,
        };
        candidates.see(tokens, sections, usize::MAX, comes_back);
        let known = &mut candidates.known;
        known.retain(|_, found| found.count > 1 || found.capitals > 0);
        if known.len() < ENOUGH {
            known.clear();
            let is_word_or_comes_back =
                |words: &[Token], opens| words.len() == 1 || comes_back(words, opens);
            candidates.see(tokens, sections, KEPT, is_word_or_comes_back);
        }
        candidates.count_holders();
        candidates
    }

    /// Takes in those of the first `most` words that `may` be candidates.
    fn see(
        &mut self,
        tokens: &Tokens,
        sections: &[Range<usize>],
        most: usize,
        may: impl Fn(&[Token], bool) -> bool,
    ) {
        let mut left = most;
        let most_known = FREE + tokens.len() / SPARSE;
        for (section, range) in sections.iter().enumerate() {
            for index in range.clone() {
                runs(tokens, index, |key, words, opens| {
                    if left > 0 && may(words, opens) {
                        let is_full = self.known.len() >= most_known;
                        match self.known.entry(key) {
                            Entry::Vacant(_) if is_full => {}
                            found => found.or_default().see(section, index, words, opens),
                        }
                    }
                    left = left.saturating_sub(usize::from(words.len() == 1));
                });
            }
        }
        self.known.retain(|key, found| found.is_phrase(key, self.noun_capitals));
    }

    /// Tells each candidate of the longer ones that hold it.
    fn count_holders(&mut self) {
        let phrases: Vec<(Key, u32)> = self
            .known
            .iter()
            .filter(|(key, _)| length(key) > 1)
            .map(|(key, found)| (*key, found.count))
            .collect();
        for (key, count) in phrases {
            for part in parts(&key) {
                if let Some(held) = self.known.get_mut(&part) {
                    held.holders += 1;
                    held.held += count;
                    held.most_held = held.most_held.max(count);
                }
            }
        }
    }

    /// The candidates with their worth for the whole text.
    pub fn of_whole(&self) -> Vec<Ranked> {
        let ranked = |(key, found): (&Key, &Candidate)| {
            let score = found.value(key) * found.earliness() * self.casing(found);
            Ranked { key: *key, score, first: found.first }
        };
        self.known.iter().map(ranked).filter(|ranked| ranked.score > 0.0).collect()
    }

    /// The candidates that stand in the sentences of `range`, with their
    /// worth for these: as often as they stand there, more where the whole
    /// text has much of them, and more where few other sections do.
    pub fn of_section(&self, tokens: &Tokens, range: Range<usize>) -> Vec<Ranked> {
        let mut counts: HashMap<Key, (u32, u32), FixedState> = HashMap::default();
        for index in range {
            runs(tokens, index, |key, _, _| {
                if self.known.get(&key).is_some_and(|found| found.value(&key) > 0.0) {
                    counts.entry(key).or_insert((0, index as u32)).0 += 1;
                }
            });
        }
        let ranked = |(key, (count, first)): (Key, (u32, u32))| {
            let found = &self.known[&key];
            let rarity =
                libm::log(1.0 + self.sections as f64 / f64::from(found.sections));
            let value = libm::log(1.0 + found.value(&key));
            let score = f64::from(count) * value * rarity * self.casing(found);
            Ranked { key, score, first }
        };
        counts.into_iter().map(ranked).collect()
    }

    /// More for what is written as a name.
    fn casing(&self, found: &Candidate) -> f64 {
        let is_name = 2 * found.capitals > found.within && !self.noun_capitals;
        if is_name { 1.5 } else { 1.0 }
    }
}

/// For each term whether more than one word of the text has it.
fn repeated(tokens: &Tokens) -> Vec<bool> {
    let (mut seen, mut repeated) = (Vec::new(), Vec::new());
    let sentences = (0..tokens.sentences()).flat_map(|index| tokens.of(index));
    for term in sentences.filter_map(Token::term) {
        let term = term as usize;
        if seen.len() <= term {
            seen.resize(term + 1, false);
            repeated.resize(term + 1, false);
        }
        repeated[term] |= std::mem::replace(&mut seen[term], true);
    }
    repeated
}

impl Candidate {
    fn see(&mut self, section: usize, index: usize, words: &[Token], opens: bool) {
        if self.count == 0 {
            self.first = index as u32;
        }
        if self.sentence != index as u32 + 1 {
            self.sentence = index as u32 + 1;
            self.count += 1;
        }
        if self.section != section as u32 + 1 {
            self.section = section as u32 + 1;
            self.sections += 1;
        }
        self.lone = words.len() == 1 && words[0].lone;
        self.within += u32::from(!opens);
        let is_name = words.iter().all(|word| word.capital);
        self.capitals += u32::from(!opens && is_name);
    }

    /// Whether it may stand alone: a single word, a phrase that comes back, or
    /// a name. Where nouns have capitals, so must it.
    fn is_phrase(&self, key: &Key, noun_capitals: bool) -> bool {
        match length(key) {
            1 if noun_capitals => self.capitals > 0 && 2 * self.capitals >= self.within,
            1 => !self.lone,
            _ => self.count > 1 || !noun_capitals && self.capitals > 0,
        }
    }

    /// The C-value: the logarithm of its length times how often it stands
    /// there, less what longer phrases account for. None for a part of one
    /// phrase that is hardly ever seen without it.
    fn value(&self, key: &Key) -> f64 {
        if 2 * self.most_held >= self.count && self.most_held > 0 {
            return 0.0;
        }
        let held = f64::from(self.held) / f64::from(self.holders.max(1));
        libm::log2(1.0 + length(key) as f64) * (f64::from(self.count) - held)
    }

    /// 1 for what stands in the first sentence, falling slowly.
    fn earliness(&self) -> f64 {
        1.0 / libm::log(std::f64::consts::E + f64::from(self.first)).sqrt()
    }
}
