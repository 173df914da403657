//! What a sentence shares with the others of its group, by running sums.

use std::ops::Range;

use super::View;
use crate::terms::TermId;

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

/// The sums of every sentence. Two passes over the terms suffice: one with the
/// sentences before in a running sum, one with all of them.
pub(super) fn sums(view: &View<'_>) -> Sums {
    let mut running = Running::new(view);
    let mut sums = Sums::default();
    for group in view.groups {
        let first = sums.backward.len();
        for index in group.clone() {
            sums.backward.push(running.dot(index));
            running.add(index);
        }
        // The cosines to all, for the time being.
        let all = |at| running.dot(group.start + at);
        crate::parallel::extend(&mut sums.centroid, group.len(), all);
        let length = running.drain(group).sqrt();
        for at in 0..group.len() {
            let centroid = &mut sums.centroid[first + at];
            let own = f64::from(u8::from(view.vectors.norm(group.start + at) > 0.0));
            sums.forward.push((*centroid - own - sums.backward[first + at]).max(0.0));
            *centroid = if length > 0.0 { *centroid / length } else { 0.0 };
        }
    }
    sums
}

/// The sum of the unit vectors of some sentences.
struct Running<'a> {
    view: &'a View<'a>,
    entries: Vec<Entry>,
}

/// What one term has in the sum, beside its inverse sentence frequency.
#[derive(Clone, Copy)]
struct Entry {
    isf: f64,
    sum: f64,
}

impl<'a> Running<'a> {
    fn new(view: &'a View<'a>) -> Self {
        let entry = |id| Entry { isf: view.vectors.isf(id), sum: 0.0 };
        let entries = (0..view.terms.count() as u32).map(entry).collect();
        Running { view, entries }
    }

    /// Adds the unit vector of sentence `index`.
    fn add(&mut self, index: usize) {
        let norm = self.view.vectors.norm(index);
        if norm > 0.0 {
            for id in self.view.terms.of(index) {
                let entry = &mut self.entries[*id as usize];
                entry.sum += entry.isf / norm;
            }
        }
    }

    /// The dot product with the unit vector of sentence `index`.
    fn dot(&self, index: usize) -> f64 {
        let norm = self.view.vectors.norm(index);
        if norm == 0.0 {
            return 0.0;
        }
        let product = |id: &TermId| {
            let Entry { isf, sum } = self.entries[*id as usize];
            isf * sum
        };
        self.view.terms.of(index).iter().map(product).sum::<f64>() / norm
    }

    /// Sets the entries of the terms of these sentences back to zero, and returns
    /// the square of their length.
    fn drain(&mut self, sentences: &Range<usize>) -> f64 {
        let mut square = 0.0;
        for index in sentences.clone() {
            for id in self.view.terms.of(index) {
                let sum = std::mem::take(&mut self.entries[*id as usize].sum);
                square += sum * sum;
            }
        }
        square
    }
}
