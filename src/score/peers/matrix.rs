//! A sparse matrix of sentences by terms, and its products with vectors.

use crate::parallel;

/// A row for each sentence, with the terms that it has.
#[derive(Clone, Debug, Default)]
pub(super) struct Matrix {
    entries: Vec<(u32, f64)>,
    /// Where each row ends.
    ends: Vec<usize>,
    /// How many columns there are: one for each term.
    pub columns: usize,
}

impl Matrix {
    /// Adds a row of (column, value) pairs, each column once.
    pub fn push_row(&mut self, row: impl Iterator<Item = (u32, f64)>) {
        self.entries.extend(row);
        self.ends.push(self.entries.len());
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// Row `row` as (column, value) pairs, by column.
    pub fn row(&self, row: usize) -> &[(u32, f64)] {
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.entries[start..self.ends[row]]
    }

    /// Every entry as (row, column, value), row by row.
    pub fn entries(&self) -> impl Iterator<Item = (usize, u32, f64)> {
        let of_row =
            |row| self.row(row).iter().map(move |(at, value)| (row, *at, *value));
        (0..self.rows()).flat_map(of_row)
    }

    /// The matrix with `f(row, column, value)` for each value.
    pub fn map(&self, f: impl Fn(usize, u32, f64) -> f64) -> Matrix {
        let entries = self.entries().map(|(row, at, value)| (at, f(row, at, value)));
        Matrix {
            entries: entries.collect(),
            ends: self.ends.clone(),
            columns: self.columns,
        }
    }

    /// M · v.
    pub fn times(&self, vector: &[f64]) -> Vec<f64> {
        let product = |(at, value): &(u32, f64)| value * vector[*at as usize];
        parallel::map(self.rows(), |row| self.row(row).iter().map(product).sum())
    }

    /// Mᵀ · v.
    pub fn transposed_times(&self, vector: &[f64]) -> Vec<f64> {
        let mut product = vec![0.0; self.columns];
        for (row, at, value) in self.entries() {
            product[at as usize] += value * vector[row];
        }
        product
    }
}

/// The product of two vectors.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
