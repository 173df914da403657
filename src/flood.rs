//! How many pieces (lines, elements, sentences) a text may have. Each takes a
//! hundred bytes of memory or more, however short it is, so a text made of
//! tiny ones would take many times its size.

/// This many pieces are always allowed, however small they are …
const FREE: usize = 240_000;
/// … and one more for every so many bytes. Text that people read has fewer.
const SPARSE: usize = 32;

/// The parts of scores are kept for one more sentence in so many bytes.
const SHORT: usize = 48;

/// The warning for a text with more.
pub(crate) const WARNING: &str =
    "too many tiny pieces; what stands behind them was left out";

/// How many `sentences` a record of this size may have. The limit is higher, because none
/// of them is ever left out: a record with more is refused.
pub(crate) fn most_given(bytes: usize) -> usize {
    480_000 + bytes / SPARSE
}

/// Up to how many sentences a text of this size has the parts of their scores kept. They
/// take more memory than everything else about a sentence.
pub(crate) fn most_with_parts(bytes: usize) -> usize {
    FREE + bytes / SHORT
}

/// The warning for a text with more.
pub(crate) const NO_PARTS: &str =
    "too many tiny sentences; the parts of their scores were left out";

/// How many pieces of a text of this size are read.
pub(crate) fn most(bytes: usize) -> usize {
    FREE + bytes / SPARSE
}
