//! What a method gives each sentence: a score, and the parts it is the sum of.

use std::ops::Range;

use super::column::Column;
use super::query;

/// The scores of all sentences, with their parts where these are kept.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    sums: Vec<f64>,
    parts: Option<Vec<(&'static str, Column)>>,
    /// The sentences whose parts these are, where they are not all.
    kept: Option<Vec<u32>>,
    /// Where the scores are logarithms of odds, those of an average sentence,
    /// whose score is 0; none where scores have no such meaning.
    pub log_odds: Option<f64>,
    /// For each sentence whether it has a word of the query; empty without one.
    answers: Vec<bool>,
}

impl Scores {
    /// Scores that are sums of `parts` and not odds. Each part has a name and a value for
    /// every sentence.
    #[must_use]
    pub fn of_parts(parts: impl IntoIterator<Item = (&'static str, Vec<f64>)>) -> Self {
        let (mut sums, mut columns) = (Vec::new(), Vec::new());
        for (name, values) in parts {
            columns.push((name, Column::new(&values)));
            if sums.is_empty() {
                sums = values;
            } else {
                sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
            }
        }
        Scores { sums, parts: Some(columns), ..Scores::default() }
    }

    /// Scores without parts that are not odds.
    #[must_use]
    pub fn of_sums(sums: Vec<f64>) -> Self {
        Scores { sums, ..Scores::default() }
    }

    /// The score of every sentence.
    #[must_use]
    pub fn sums(&self) -> &[f64] {
        &self.sums
    }

    /// The score of sentence `index`: the sum of its parts.
    #[must_use]
    pub fn of(&self, index: usize) -> f64 {
        self.sums[index]
    }

    /// The parts of the score of sentence `index` in millionths, as far as they are
    /// kept.
    pub fn parts_of(&self, index: usize) -> impl Iterator<Item = (&'static str, f64)> {
        let place = match &self.kept {
            Some(kept) => kept.binary_search(&(index as u32)).ok(),
            None => Some(index),
        };
        let parts = self.parts.iter().flatten();
        parts.filter_map(move |(name, values)| Some((*name, values.of(place?))))
    }

    /// Keeps only the parts of these sentences, which are in order.
    pub(crate) fn keep(&mut self, sentences: &[u32]) {
        for (_, values) in self.parts.iter_mut().flatten() {
            values.keep(sentences);
        }
        self.kept = Some(sentences.to_vec());
    }

    /// For each sentence of `range` whether it has a word of the query; empty without one.
    pub(crate) fn answers(&self, range: &Range<usize>) -> &[bool] {
        self.answers.get(range.clone()).unwrap_or_default()
    }

    /// Adds one more part to every score.
    pub(super) fn add(&mut self, name: &'static str, values: Vec<f64>) {
        self.sums.iter_mut().zip(&values).for_each(|(sum, value)| *sum += value);
        if name == query::PART {
            self.answers = values.iter().map(|value| *value > 0.0).collect();
        }
        if let Some(parts) = &mut self.parts {
            parts.push((name, Column::new(&values)));
        }
    }

    /// Appends the scores of `other`, of the same method but perhaps with
    /// other parts: a text without order has no part for position.
    pub(crate) fn append(&mut self, other: Scores) {
        if self.sums.is_empty() {
            *self = other;
            return;
        }
        let before = self.sums.len();
        self.sums.extend(other.sums);
        let (Some(parts), Some(others)) = (&mut self.parts, other.parts) else { return };
        for (name, more) in others {
            let at = parts.iter().position(|(known, _)| *known == name);
            let at = at.unwrap_or_else(|| {
                parts.push((name, Column::zeros(before)));
                parts.len() - 1
            });
            parts[at].1.append(more);
        }
        // A part that the others lack counts 0 for them.
        for (_, values) in parts {
            values.fill_up(self.sums.len());
        }
    }

    /// The difference between the best and the worst score; 1 where all are alike.
    #[must_use]
    pub fn spread(&self) -> f64 {
        let (worst, best) = self
            .sums
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(worst, best), score| {
                (score.min(worst), score.max(best))
            });
        if best > worst { best - worst } else { 1.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::Scores;

    #[test]
    fn a_score_is_the_sum_of_its_parts() {
        let parts = vec![("place", vec![1.0, 0.5]), ("title", vec![0.0, 0.75])];
        assert_eq!(Scores::of_parts(parts).sums(), [1.0, 1.25]);
    }

    #[test]
    fn a_part_that_one_document_lacks_is_nothing_there() {
        let of = |name| Scores::of_parts(vec![("length", vec![1.0]), (name, vec![2.0])]);
        let mut scores = Scores::of_parts(vec![("length", vec![4.0])]);
        scores.append(of("place"));
        scores.append(of("title"));
        let parts = |index| scores.parts_of(index).collect::<Vec<_>>();
        assert_eq!(parts(0), [("length", 4.0), ("place", 0.0), ("title", 0.0)]);
        assert_eq!(parts(1), [("length", 1.0), ("place", 2.0), ("title", 0.0)]);
        assert_eq!(parts(2), [("length", 1.0), ("place", 0.0), ("title", 2.0)]);
        assert_eq!(scores.sums(), [4.0, 3.0, 3.0]);
    }
}
