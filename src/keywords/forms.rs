//! How a text writes a term: its most frequent form.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::candidates::{Key, runs};
use crate::document::Span;
use crate::segment::folded;
use crate::terms::Tokens;

/// For each of `keys` the form in which it stands most often; the first of
/// several. A form that begins a sentence has a capital that it may not be
/// due, so it counts only where there is no other.
pub(super) fn most_frequent(
    text: &str,
    tokens: &Tokens,
    keys: impl Iterator<Item = Key>,
) -> HashMap<Key, String, FixedState> {
    let mut best: HashMap<Key, (u64, Span), FixedState> =
        keys.map(|key| (key, (0, Span::default()))).collect();
    let mut counts: HashMap<(Key, &str), u64, FixedState> = HashMap::default();
    for index in 0..tokens.sentences() {
        runs(tokens, index, |key, words, opens| {
            let Some(best) = best.get_mut(&key) else { return };
            let (first, last) = (&words[0], &words[words.len() - 1]);
            let span = Span { start: first.span.start, end: last.span.end };
            let count = counts.entry((key, span.of(text))).or_default();
            *count += if opens { 1 } else { 1 << 32 };
            if *count > best.0 {
                *best = (*count, span);
            }
        });
    }
    let written =
        |(key, (_, span)): (Key, (u64, Span))| (key, folded(span.of(text)).into_owned());
    best.into_iter().map(written).collect()
}
