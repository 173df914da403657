//! How far a mean may be trusted: bootstrap intervals (Efron, 1979) by
//! percentiles, and for the difference of two methods the paired bootstrap
//! (Koehn, 2004), which draws the same documents for both.

use super::text::Figures;

/// How often a set is drawn anew.
pub const RESAMPLES: usize = 2000;

/// The share of the resamples that lies outside an interval on each side.
const TAIL: f64 = 0.025;

/// What the summaries of one document reach: sums, so that a document with
/// several summaries (one for each section) is drawn as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Reached {
    /// The sum of the figures of its summaries.
    pub(super) sum: Figures,
    /// How many summaries it has.
    pub(super) summaries: usize,
}

impl Reached {
    /// Adds what another document reaches.
    pub(super) fn add(&mut self, other: Reached) {
        (0..3).for_each(|at| self.sum[at] += other.sum[at]);
        self.summaries += other.summaries;
    }

    /// The mean over summaries.
    pub(super) fn mean(self) -> Figures {
        self.sum.map(|sum| sum / self.summaries.max(1) as f64)
    }
}

/// The means of each method over [`RESAMPLES`] resamples of `documents`, each
/// of which says what every method reaches. `name` is the seed: a set gets the
/// same resamples whatever else is measured.
pub(super) fn resampled(name: &str, documents: &[Vec<Reached>]) -> Vec<Vec<Figures>> {
    let methods = documents.first().map_or(0, Vec::len);
    let mut means = vec![Vec::with_capacity(RESAMPLES); methods];
    let mut draw = Draw::seeded(name);
    for _ in 0..RESAMPLES {
        let mut sums = vec![Reached::default(); methods];
        for _ in documents {
            let drawn = &documents[draw.below(documents.len())];
            sums.iter_mut().zip(drawn).for_each(|(sum, reached)| sum.add(*reached));
        }
        means.iter_mut().zip(sums).for_each(|(means, sum)| means.push(sum.mean()));
    }
    means
}

/// The interval that holds 95 % of `values`; both ends 0 where there are none.
pub(super) fn interval(mut values: Vec<f64>) -> (f64, f64) {
    values.sort_unstable_by(f64::total_cmp);
    let outside = (TAIL * values.len() as f64) as usize;
    let inside = &values[outside..values.len() - outside];
    (inside.first().copied().unwrap_or(0.0), inside.last().copied().unwrap_or(0.0))
}

/// Draws by `SplitMix64` (Steele, Lea and Flood, 2014).
struct Draw(u64);

impl Draw {
    /// Seeded by the FNV-1a hash of `name`.
    fn seeded(name: &str) -> Self {
        let mix =
            |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Draw(name.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        ((u128::from(mixed) * limit as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documents(values: &[f64]) -> Vec<Vec<Reached>> {
        let one = |value: &f64| vec![Reached { sum: [*value; 3], summaries: 1 }];
        values.iter().map(one).collect()
    }

    fn interval_of(documents: &[Vec<Reached>]) -> (f64, f64) {
        interval(resampled("a", documents)[0].iter().map(|mean| mean[0]).collect())
    }

    #[test]
    fn the_interval_is_as_wide_as_theory_says() {
        // 100 documents, half 0 and half 1: a standard error of 0.05.
        let values: Vec<f64> = (0..100).map(|at| f64::from(at % 2)).collect();
        let (low, high) = interval_of(&documents(&values));
        assert!((low - 0.402).abs() < 0.025 && (high - 0.598).abs() < 0.025);
    }

    #[test]
    fn what_never_varies_has_no_width() {
        assert_eq!(interval_of(&documents(&[0.5; 9])), (0.5, 0.5));
    }

    #[test]
    fn methods_are_paired_and_a_set_is_drawn_alike_every_time() {
        let mut pairs = documents(&[0.1, 0.7, 0.4]);
        for pair in &mut pairs {
            let better = pair[0].sum.map(|value| value + 0.125);
            pair.push(Reached { sum: better, summaries: 1 });
        }
        let means = resampled("a", &pairs);
        assert!(
            means[0]
                .iter()
                .zip(&means[1])
                .all(|(a, b)| (b[0] - a[0] - 0.125).abs() < 1e-12)
        );
        assert_eq!(means, resampled("a", &pairs));
        assert_ne!(means, resampled("b", &pairs));
    }
}
