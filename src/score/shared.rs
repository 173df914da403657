//! The terms that sentences share. In a short text most terms stand in one sentence
//! alone: they say nothing of how alike sentences are, and need only be counted.

use super::vectors::{counted, tf_square};
use crate::terms::{Terms, stretch};

/// The terms of a document that more than one sentence holds, and perhaps others.
/// They have numbers of their own, from 0 in order of first use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shared<'a> {
    numbers: &'a [u32],
    /// Where each sentence's numbers begin, and where those of the last one end.
    starts: &'a [u32],
    isf: &'a [f64],
    holders: &'a [u32],
    /// Empty where no term is told apart.
    alone: &'a [Alone],
}

/// The terms that one sentence holds alone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Alone {
    /// How many different ones they are.
    pub count: u32,
    /// The square of the length of their vector: tf² · isf² summed over them.
    pub square: f64,
}

impl<'a> Shared<'a> {
    /// All of `terms`, which have these weights and holders.
    pub(super) fn all(terms: &'a Terms, isf: &'a [f64], holders: &'a [u32]) -> Self {
        let Terms { ids, starts, .. } = terms;
        Shared { numbers: ids, starts, isf, holders, alone: &[] }
    }

    /// How many different ones there are.
    pub fn count(self) -> usize {
        self.isf.len()
    }

    /// The inverse sentence frequency of each.
    pub fn isf(self) -> &'a [f64] {
        self.isf
    }

    /// How many sentences hold each.
    pub fn holders(self) -> &'a [u32] {
        self.holders
    }

    /// Those of sentence `index`, in order, repeated as often as they stand there.
    #[inline]
    pub fn of(self, index: usize) -> &'a [u32] {
        &self.numbers[stretch(self.starts, index)]
    }

    /// The other terms of sentence `index`.
    #[inline]
    pub fn alone(self, index: usize) -> Alone {
        self.alone.get(index).copied().unwrap_or_default()
    }
}

/// The terms of the sentences told apart: those of one sentence alone, and the rest.
#[derive(Clone, Debug)]
pub(super) struct Apart {
    numbers: Vec<u32>,
    starts: Vec<u32>,
    isf: Vec<f64>,
    holders: Vec<u32>,
    alone: Vec<Alone>,
}

/// The number of a term that stands in one sentence alone.
const ALONE: u32 = u32::MAX;

impl Apart {
    /// Those of `terms`, where they are worth it: so many are held by one sentence
    /// alone that to leave them out saves more than it costs. All `counts` are 0, before
    /// and after.
    pub fn new(
        terms: &Terms,
        isf: &[f64],
        holders: &[u32],
        counts: &mut [u32],
    ) -> Option<Self> {
        let shared = holders.iter().filter(|holders| **holders > 1).count();
        if (terms.count() - shared) * 4 < terms.occurrences() {
            return None;
        }
        let mut apart = Apart {
            // Room enough, of which the end is never touched.
            numbers: vec![0; terms.occurrences()],
            starts: Vec::with_capacity(terms.sentences() + 1),
            isf: Vec::with_capacity(shared),
            holders: Vec::with_capacity(shared),
            alone: Vec::with_capacity(terms.sentences()),
        };
        let mut number = |(isf, holders): (&f64, &u32)| {
            if *holders < 2 {
                return ALONE;
            }
            apart.isf.push(*isf);
            apart.holders.push(*holders);
            apart.isf.len() as u32 - 1
        };
        let numbers: Vec<u32> = isf.iter().zip(holders).map(&mut number).collect();
        let square = isf.iter().zip(holders).find(|(_, holders)| **holders == 1);
        let square = square.map_or(0.0, |(isf, _)| isf * isf);
        let mut end = 0;
        apart.starts.push(0);
        for index in 0..terms.sentences() {
            let ids = terms.of(index);
            let room = &mut apart.numbers[end..end + ids.len()];
            let mut kept = 0;
            for id in ids {
                let number = numbers[*id as usize];
                room[kept] = number;
                kept += usize::from(number != ALONE);
            }
            end += kept;
            apart.starts.push(end as u32);
            let count = (ids.len() - kept) as u32;
            let mut alone = Alone { count, square: f64::from(count) * square };
            if terms.repeats(index) {
                alone = Alone::default();
                counted(ids, counts, |id, before| {
                    if numbers[id] == ALONE {
                        alone.count += u32::from(before == 0);
                        alone.square += tf_square(before) * square;
                    }
                });
            }
            apart.alone.push(alone);
        }
        apart.numbers.truncate(end);
        Some(apart)
    }

    /// The terms that are not told apart.
    pub fn shared(&self) -> Shared<'_> {
        let Apart { numbers, starts, isf, holders, alone } = self;
        Shared { numbers, starts, isf, holders, alone }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::score::peers::testing::{lines, view};

    proptest! {
        #[test]
        fn shared_and_lone_terms_make_up_a_sentence(lines in lines(), own in prop::collection::vec("(g[a-z]{3} ){0,6}", 12)) {
            let lines: Vec<String> = lines.iter().zip(&own).map(|(line, own)| format!("{own}{line}")).collect();
            view(&lines, |view| {
                let shared = view.vectors.shared(view.terms);
                for index in 0..lines.len() {
                    let mut counts = vec![0.0; shared.count()];
                    shared.of(index).iter().for_each(|number| counts[*number as usize] += 1.0);
                    let weights = counts.iter().zip(shared.isf()).map(|(count, isf)| count * isf);
                    let square = weights.map(|weight| weight * weight).sum::<f64>() + shared.alone(index).square;
                    assert!((square.sqrt() - view.vectors.norm(index)).abs() < 1e-9);
                    let mut ids = view.terms.of(index).to_vec();
                    ids.sort_unstable();
                    ids.dedup();
                    let different = counts.iter().filter(|count| **count > 0.0).count();
                    assert_eq!(different + shared.alone(index).count as usize, ids.len());
                }
            });
        }
    }
}
