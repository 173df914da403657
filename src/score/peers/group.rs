//! One group of sentences as its methods see it: bags of terms.

use std::ops::Range;

use super::matrix::Matrix;
use crate::score::View;
use crate::terms::TermId;

/// The sentences of one group. Sentences and terms are numbered from 0 within
/// it, so that the work on a group is as large as the group.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub view: &'a View<'a>,
    /// Its sentences within the document.
    pub range: Range<usize>,
    /// How often each sentence has each term.
    pub counts: Matrix,
    /// The document's number for each term of the group.
    terms: Vec<TermId>,
}

impl<'a> Group<'a> {
    /// The sentences of `range`. `locals` has an entry for each term of the
    /// document, `u32::MAX` before and after.
    pub fn new(view: &'a View<'a>, range: Range<usize>, locals: &mut [u32]) -> Self {
        let mut terms = Vec::new();
        let mut counts = Matrix::default();
        for index in range.clone() {
            let local = |id: &TermId| {
                let local = &mut locals[*id as usize];
                if *local == u32::MAX {
                    *local = terms.len() as u32;
                    terms.push(*id);
                }
                *local
            };
            let mut row: Vec<u32> = view.terms.of(index).iter().map(local).collect();
            row.sort_unstable();
            let runs = row.chunk_by(|a, b| a == b);
            counts.push_row(runs.map(|run| (run[0], run.len() as f64)));
        }
        counts.columns = terms.len();
        for id in &terms {
            locals[*id as usize] = u32::MAX;
        }
        Group { view, range, counts, terms }
    }

    /// How many sentences it has.
    pub fn len(&self) -> usize {
        self.range.len()
    }

    /// Whether a summary may hold sentence `index`.
    pub fn is_candidate(&self, index: usize) -> bool {
        self.view.sentences[self.range.start + index].candidate
    }

    /// How often each term stands in the group.
    pub fn frequencies(&self) -> Vec<f64> {
        self.counts.transposed_times(&vec![1.0; self.len()])
    }

    /// The sentences as vectors of tf · isf.
    pub fn weighted(&self) -> Matrix {
        self.counts.map(|_, term, count| count * self.isf(term))
    }

    /// The same at length 1, so that products are cosines.
    pub fn unit(&self) -> Matrix {
        let weighted = self.weighted();
        let norm = |row| {
            let squares = weighted.row(row).iter().map(|(_, weight)| weight * weight);
            squares.sum::<f64>().sqrt()
        };
        let norms: Vec<f64> = (0..self.len()).map(norm).collect();
        weighted.map(|row, _, weight| weight / norms[row])
    }

    /// The inverse sentence frequency of a term in the document.
    pub fn isf(&self, term: u32) -> f64 {
        self.view.vectors.isf(self.terms[term as usize])
    }
}
