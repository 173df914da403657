//! Verses: short lines with capitals, most without a mark at their end. A
//! stanza is read as one paragraph.

use super::edges::{begins, ends_sentence};
use super::lines::Line;
use super::marks;
use crate::segment::chars::Begin;

/// A stanza has at least this many verses.
const FEWEST_VERSES: usize = 3;
/// No verse is longer, in bytes.
const LONGEST_VERSE: usize = 64;
/// Verses have this many words on average; lists of names have fewer.
const MEAN_WORDS: usize = 4;

/// For each line, whether it goes on with the stanza of the line above.
pub(super) fn continued(text: &str, lines: &[Line]) -> Vec<bool> {
    let mut continued = vec![false; lines.len()];
    let mut start = 0;
    while start < lines.len() {
        let length = 1 + lines[start + 1..].iter().take_while(|line| !line.gap).count();
        if is_stanza(text, &lines[start..start + length]) {
            continued[start + 1..start + length].fill(true);
        }
        start += length;
    }
    continued
}

fn is_stanza(text: &str, lines: &[Line]) -> bool {
    let Some(last) = lines.last().filter(|_| (FEWEST_VERSES..=16).contains(&lines.len()))
    else {
        return false;
    };
    let is_verse = |line: &Line| {
        let line = line.span.of(text);
        line.len() <= LONGEST_VERSE
            && begins(line) == Begin::Upper
            && marks::mark(line).is_none()
    };
    let words = || -> usize {
        lines.iter().map(|line| line.span.of(text).split_whitespace().count()).sum()
    };
    let is_open = |line: &&Line| !ends_sentence(line.span.of(text));
    let open = || lines.iter().filter(is_open).count();
    ends_sentence(last.span.of(text))
        && lines.iter().all(is_verse)
        && open() * 2 > lines.len()
        && words() >= MEAN_WORDS * lines.len()
}
