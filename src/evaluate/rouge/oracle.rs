//! The greedy oracle: a summary made by looking at the references, which says
//! how much any choice of sentences could reach.
//!
//! As Nallapati, Zhai and Zhou (2017) make the labels of their training: the
//! sentence that most increases ROUGE-1 + ROUGE-2 is added until none does.

use super::ngrams::{Bag, f1};
use super::text::Text;
use super::tokens::Token;

/// A sentence that may be chosen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'a> {
    /// Its index in the document.
    pub(super) index: usize,
    /// Its tokens.
    pub(super) tokens: &'a [Token],
    /// Its length in words.
    pub(super) words: usize,
}

/// The indices of the chosen sentences, in order. Where no sentence has at
/// most `budget` words, the best one stands alone, as in every summary.
///
/// The mean F1 over `references` is what increases. Pairs of words are counted
/// inside sentences; of equally good sentences the earliest is taken.
pub(super) fn choose(
    candidates: &[Candidate<'_>],
    references: &[Text],
    budget: usize,
) -> Vec<usize> {
    let bags: [Vec<Bag>; 2] = [
        candidates.iter().map(|c| Bag::unigrams(c.tokens.iter().copied())).collect(),
        candidates.iter().map(|c| Bag::bigrams(c.tokens)).collect(),
    ];
    let mut targets: Vec<Target> = references
        .iter()
        .flat_map(|text| [(&text.unigrams, &bags[0]), (&text.bigrams, &bags[1])])
        .map(|(reference, bags)| Target::new(reference, bags))
        .collect();
    let least = candidates.iter().map(|candidate| candidate.words).min().unwrap_or(0);
    let mut open: Vec<usize> = (0..candidates.len()).collect();
    let (mut chosen, mut reached, mut used) = (Vec::new(), 0.0, 0);
    loop {
        let fits = |at: &usize| {
            used + candidates[*at].words <= budget || used == 0 && least > budget
        };
        let mut best = None;
        for at in open.iter().copied().filter(fits) {
            let sum = targets.iter().map(|target| target.f1_with(at)).sum();
            if sum > reached {
                (reached, best) = (sum, Some(at));
            }
        }
        let Some(best) = best else { break };
        open.retain(|at| *at != best);
        for target in &mut targets {
            target.add(best);
        }
        chosen.push(candidates[best].index);
        used += candidates[best].words;
    }
    chosen.sort_unstable();
    chosen
}

/// What one reference wants of the n-grams of one length, and what is chosen of them.
struct Target {
    /// How often each n-gram of the reference still counts.
    wanted: Vec<usize>,
    /// For each candidate, which of them it has how often, and how many
    /// n-grams it has in all.
    offers: Vec<(Vec<(usize, usize)>, usize)>,
    /// The n-grams of the reference and of what is chosen.
    all: usize,
    hits: usize,
}

impl Target {
    fn new(reference: &Bag, candidates: &[Bag]) -> Self {
        let (grams, wanted): (Vec<u64>, Vec<usize>) = reference.counts().unzip();
        let offer = |bag: &Bag| {
            let wanted = bag.counts().filter_map(|(gram, count)| {
                Some((grams.binary_search(&gram).ok()?, count))
            });
            (wanted.collect(), bag.len())
        };
        let offers = candidates.iter().map(offer).collect();
        Target { wanted, offers, all: reference.len(), hits: 0 }
    }

    /// The F1 once candidate `at` is chosen too.
    fn f1_with(&self, at: usize) -> f64 {
        let (offer, length) = &self.offers[at];
        let gain = |(gram, count): &(usize, usize)| self.wanted[*gram].min(*count);
        f1(self.hits + offer.iter().map(gain).sum::<usize>(), self.all + length)
    }

    fn add(&mut self, at: usize) {
        let (offer, length) = &self.offers[at];
        for (gram, count) in offer {
            let gain = self.wanted[*gram].min(*count);
            self.wanted[*gram] -= gain;
            self.hits += gain;
        }
        self.all += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(sentences: &[&[Token]], reference: &[Token], budget: usize) -> Vec<usize> {
        let candidates: Vec<_> = sentences
            .iter()
            .enumerate()
            .map(|(index, tokens)| Candidate { index, tokens, words: tokens.len() })
            .collect();
        choose(&candidates, &[Text::from_tokens(vec![reference.to_vec()])], budget)
    }

    #[test]
    fn what_the_reference_says_is_chosen_once() {
        let sentences: [&[Token]; 4] = [&[9, 8, 7], &[1, 2], &[1, 2], &[3, 4]];
        assert_eq!(chosen(&sentences, &[1, 2, 3, 4], 10), [1, 3]);
    }

    #[test]
    fn the_budget_holds_unless_no_sentence_fits() {
        assert_eq!(chosen(&[&[1, 2], &[3, 4, 5]], &[1, 2, 3, 4, 5], 4), [1]);
        assert_eq!(chosen(&[&[1, 2], &[3, 4, 5]], &[1, 2, 3, 4, 5], 1), [1]);
    }

    #[test]
    fn nothing_is_chosen_where_nothing_helps() {
        assert!(chosen(&[&[1], &[2]], &[3], 5).is_empty());
    }
}
