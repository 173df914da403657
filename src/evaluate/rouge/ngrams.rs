//! Multisets of n-grams and how much they share.

use super::tokens::Token;

/// N-grams of up to two tokens, sorted, each as often as it stands in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bag(Vec<u64>);

impl Bag {
    /// The tokens themselves.
    pub(super) fn unigrams(tokens: impl IntoIterator<Item = Token>) -> Self {
        let mut grams: Vec<u64> = tokens.into_iter().map(u64::from).collect();
        grams.sort_unstable();
        Bag(grams)
    }

    /// Each token with the next.
    pub(super) fn bigrams(tokens: &[Token]) -> Self {
        let pair = |pair: &[Token]| u64::from(pair[0]) << 32 | u64::from(pair[1]);
        let mut grams: Vec<u64> = tokens.windows(2).map(pair).collect();
        grams.sort_unstable();
        Bag(grams)
    }

    /// How many n-grams it has.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Each different n-gram with its count, in order.
    pub(super) fn counts(&self) -> impl Iterator<Item = (u64, usize)> {
        self.0.chunk_by(|a, b| a == b).map(|run| (run[0], run.len()))
    }

    /// How many n-grams both have, each as often as in the one that has it less.
    pub(super) fn overlap(&self, other: &Bag) -> usize {
        let (mut a, mut b, mut shared) = (0, 0, 0);
        while let (Some(one), Some(two)) = (self.0.get(a), other.0.get(b)) {
            shared += usize::from(one == two);
            a += usize::from(one <= two);
            b += usize::from(two <= one);
        }
        shared
    }
}

/// The F1 of `hits` shared by two bags with `all` n-grams together; 0 where
/// there are none.
pub(super) fn f1(hits: usize, all: usize) -> f64 {
    2.0 * hits as f64 / all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_have_is_counted_as_often_as_both_have_it() {
        let (one, two) = (Bag::unigrams([3, 1, 1, 1]), Bag::unigrams([1, 2, 1, 3]));
        assert_eq!((one.overlap(&two), two.overlap(&one)), (3, 3));
        assert_eq!(Bag::bigrams(&[1, 2, 1]).overlap(&Bag::bigrams(&[2, 1, 2])), 2);
        assert_eq!(Bag::bigrams(&[1]), Bag::default());
    }
}
