//! What a sentence shares with the others of its group, by running sums.

use std::ops::Range;

use super::{Shared, Vectors, View};
use crate::parallel;

/// What is left of a sum by rounding alone is less.
const ROUNDING: f64 = 1e-9;

/// The cosines of each sentence to others of its group, summed.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    /// The cosine to the sum of all unit vectors, from 0 to 1 (Radev, Jing, Styś
    /// and Tam, "Centroid-based summarization of multiple documents", 2004).
    pub centroid: Vec<f64>,
    /// The sum of the cosines to the sentences behind it.
    pub forward: Vec<f64>,
    /// The sum of the cosines to the sentences before it.
    pub backward: Vec<f64>,
}

/// The sums of every sentence at each of `levels`, which are ways to group the
/// sentences: as one document, or by section. The groups of a level cover all
/// sentences, in order.
///
/// Two passes over the terms of a group suffice: one with the sentences before in
/// a running sum, one with all of them. The levels share the first.
pub(super) fn sums<const N: usize>(
    view: &View<'_>,
    levels: [&[Range<usize>]; N],
) -> [Sums; N] {
    let count = view.sentences.len();
    let empty = || Vec::with_capacity(count);
    let mut sums =
        levels.map(|_| Sums { centroid: empty(), forward: empty(), backward: empty() });
    let mut running = Running::<N>::new(view);
    let mut ahead =
        levels.map(|groups| groups.iter().filter(|g| !g.is_empty()).peekable());
    for index in 0..count {
        let before = running.dots_and_add(index);
        for level in 0..N {
            sums[level].backward.push(before[level]);
            let ends = |group: &&Range<usize>| group.end == index + 1;
            if let Some(group) = ahead[level].next_if(ends) {
                running.finish(level, group, &mut sums[level]);
                if group.end < count {
                    running.clear(level, group);
                }
            }
        }
    }
    sums
}

/// At each level the sum of the unit vectors of some sentences of a group.
struct Running<'a, const N: usize> {
    vectors: &'a Vectors,
    shared: Shared<'a>,
    entries: Vec<Entry<N>>,
}

/// What one term has in the sums, beside its inverse sentence frequency.
#[derive(Clone, Copy)]
struct Entry<const N: usize> {
    isf: f64,
    sums: [f64; N],
}

impl<'a, const N: usize> Running<'a, N> {
    fn new(view: &'a View<'a>) -> Self {
        let shared = view.vectors.shared(view.terms);
        let entry = |isf: &f64| Entry { isf: *isf, sums: [0.0; N] };
        let entries = shared.isf().iter().map(entry).collect();
        Running { vectors: view.vectors, shared, entries }
    }

    /// Takes the sentences of `group` out of the sum at one level.
    fn clear(&mut self, level: usize, group: &Range<usize>) {
        for number in group.clone().flat_map(|index| self.shared.of(index)) {
            self.entries[*number as usize].sums[level] = 0.0;
        }
    }

    /// The dot products with the unit vector of sentence `index`, which is then added.
    fn dots_and_add(&mut self, index: usize) -> [f64; N] {
        let norm = self.vectors.norm(index);
        if norm == 0.0 {
            return [0.0; N];
        }
        let numbers = self.shared.of(index);
        let mut dots = [0.0; N];
        for number in numbers {
            let entry = &self.entries[*number as usize];
            for (dot, sum) in dots.iter_mut().zip(entry.sums) {
                *dot += entry.isf * sum;
            }
        }
        let unit = 1.0 / norm;
        for number in numbers {
            let entry = &mut self.entries[*number as usize];
            for sum in &mut entry.sums {
                *sum += entry.isf * unit;
            }
        }
        dots.map(|dot| dot / norm)
    }

    /// The dot product at one level, where the sentence itself has been added.
    fn dot(&self, level: usize, index: usize) -> f64 {
        let norm = self.vectors.norm(index);
        if norm == 0.0 {
            return 0.0;
        }
        let product = |number: &u32| {
            let entry = &self.entries[*number as usize];
            entry.isf * entry.sums[level]
        };
        let shared: f64 = self.shared.of(index).iter().map(product).sum();
        (shared + self.shared.alone(index).square / norm) / norm
    }

    /// Completes the `sums` of the sentences of `group`, the present one of this
    /// level, all of which have been added.
    fn finish(&self, level: usize, group: &Range<usize>, sums: &mut Sums) {
        let all = |at| self.dot(level, group.start + at);
        // The cosines to all, for the time being. They add up to the square of the
        // length of the sum.
        parallel::extend(&mut sums.centroid, group.len(), all);
        let cosines = &mut sums.centroid[group.clone()];
        let length = cosines.iter().sum::<f64>().sqrt();
        for (index, cosine) in group.clone().zip(cosines) {
            let own = f64::from(u8::from(self.vectors.norm(index) > 0.0));
            let behind = *cosine - own - sums.backward[index];
            sums.forward.push(if behind > ROUNDING { behind } else { 0.0 });
            *cosine = if length > 0.0 { *cosine / length } else { 0.0 };
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::score::peers::testing::{lines, view};

    proptest! {
        #[test]
        fn levels_share_a_pass_and_nothing_else(lines in lines(), cut in 0..12_usize) {
            let (whole, cut) = (0..lines.len(), cut.min(lines.len()));
            let sections = [0..0, 0..cut, cut..cut, cut..lines.len()];
            view(&lines, |view| {
                let both = sums(view, [std::slice::from_ref(&whole), &sections]);
                let [apart] = sums(view, [&sections[..]]);
                let [alone] = sums(view, [std::slice::from_ref(&whole)]);
                assert_eq!(both.map(|sums| sums.centroid), [alone.centroid, apart.centroid]);
            });
        }

        #[test]
        fn the_cosines_of_a_group_are_those_of_its_sentences_alone(lines in lines(), cut in 0..12_usize) {
            let cut = cut.min(lines.len());
            let of = |view: &View<'_>, group: Range<usize>| {
                // Each cosine by itself, with the weights of the whole text.
                let vector = |index: usize| {
                    let mut vector = vec![0.0; view.terms.count()];
                    for id in view.terms.of(index) {
                        vector[*id as usize] += view.vectors.isf(*id) / view.vectors.norm(index);
                    }
                    vector
                };
                let cosine = |a: usize, b: usize| -> f64 {
                    vector(a).iter().zip(vector(b)).map(|(a, b)| a * b).sum()
                };
                let behind = |index| (index + 1..group.end).map(|other| cosine(index, other)).sum();
                let before = |index| (group.start..index).map(|other| cosine(index, other)).sum();
                (group.clone().map(behind).collect(), group.clone().map(before).collect())
            };
            view(&lines, |view| {
                let sections = [0..cut, cut..lines.len()];
                let [sums] = sums(view, [&sections]);
                let close = |found: &[f64], wanted: Vec<f64>| {
                    found.iter().zip(wanted).all(|(a, b): (&f64, f64)| (a - b).abs() < 1e-9)
                };
                for group in sections {
                    let (behind, before) = of(view, group.clone());
                    assert!(close(&sums.forward[group.clone()], behind));
                    assert!(close(&sums.backward[group], before));
                }
            });
        }
    }
}
