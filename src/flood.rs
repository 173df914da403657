//! How many pieces a text may have: lines, elements, sentences. Each takes a
//! hundred bytes of memory and more, however few it has itself; so a text made of
//! tiny ones would take many times its size.

/// So many pieces are no burden, however small they are.
const FREE: usize = 240_000;
/// Text for people has fewer pieces than one in so many bytes.
const SPARSE: usize = 32;

/// Sentences of so many bytes are short on average.
const SHORT: usize = 48;

/// What is said where a text has more.
pub(crate) const WARNING: &str =
    "too many tiny pieces; what stands behind them was left out";

/// How many sentences of a record of so many bytes may come split already. None of
/// them is left out; so there are more of them.
pub(crate) fn most_given(bytes: usize) -> usize {
    480_000 + bytes / SPARSE
}

/// Of how many sentences of a text of so many bytes the parts of the scores are kept.
/// They take more memory than all else that is known of a sentence.
pub(crate) fn most_with_parts(bytes: usize) -> usize {
    FREE + bytes / SHORT
}

/// What is said where there are more.
pub(crate) const NO_PARTS: &str =
    "too many tiny sentences; the parts of their scores were left out";

/// How many pieces of a text of so many bytes are looked at.
pub(crate) fn most(bytes: usize) -> usize {
    FREE + bytes / SPARSE
}
