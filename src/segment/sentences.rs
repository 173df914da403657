//! A block of text to sentences, in one scan: every terminal mark is a
//! candidate (as in UAX #29, §5), and [`boundary`](super::boundary) says which
//! of them end a sentence. Nothing is sought beyond the block.

use super::around::Context;
use super::boundary::Rules;
use super::chars::{self, Begins, Mark};
use super::enumerators::{self, Enumerator};
use crate::document::Span;
use crate::language::Language;

/// A stretch without any mark is cut at white space once it has this many
/// bytes, so that text without marks stays readable in time and memory.
pub(crate) const LONGEST_SENTENCE: usize = 16 << 10;

/// Splits the text of `span` into sentences and hands them over in order.
/// They are never empty, never overlap, and hold all that is not white space.
pub(crate) fn split(
    text: &str,
    span: Span,
    language: Language,
    sentence: &mut impl FnMut(Span),
) {
    let rules = Rules::of(language);
    let block = span.of(text);
    let base = span.start as usize;
    let mut start = behind_space(block, 0);
    let mut emit = |from: usize, to: usize| {
        let to = from + chars::trim_end(&block[from..to]).len();
        cut_overlong(block, from, to, &mut |from, to| {
            sentence(Span::new(base + from..base + to));
        });
    };
    let casual = is_casual(block);
    let first = Item::at(block, start);
    let mut item = item_behind(text, span, first);
    let mut at = first.map_or(start, |item| item.end);
    let mut begins = Begins::of(block.as_bytes(), rules.own_mark());
    while let Some(found) = next_mark(block, at, rules, &mut begins) {
        let Found { from, end: behind, mark } = found;
        if let Some(next) = item.take_if(|next| *next <= from) {
            emit(start, next);
            start = next;
            let begun = Item::at(block, start);
            at = at.max(begun.as_ref().map_or(start, |item| item.end));
            item = begun.and_then(|item| item.next(block));
            continue;
        }
        let context = Context { block, start, mark, from, behind, casual };
        match rules.end_of_sentence(&context) {
            Some(end) => {
                emit(start, end);
                start = behind_space(block, end);
                let begun = Item::at(block, start);
                at = begun.as_ref().map_or(start, |item| item.end);
                item = item
                    .filter(|next| *next > start)
                    .or_else(|| begun.and_then(|item| item.next(block)));
            }
            None => at = behind,
        }
    }
    while let Some(next) = item.filter(|next| *next > start) {
        emit(start, next);
        start = next;
        item = Item::at(block, start).and_then(|item| item.next(block));
    }
    if start < block.len() {
        emit(start, block.len());
    }
}

/// Where the white space at byte `at` of `block` ends.
fn behind_space(block: &str, at: usize) -> usize {
    block.len() - chars::trim_start(&block[at..]).len()
}

/// Whether a block does without capitals at the beginning of sentences.
fn is_casual(block: &str) -> bool {
    block.trim_start_matches(chars::opens).starts_with(char::is_lowercase)
}

/// A list item.
#[derive(Clone, Copy)]
struct Item {
    /// Where its mark begins and ends.
    start: usize,
    end: usize,
    mark: Enumerator,
}

impl Item {
    /// The item at byte `start` of `block`.
    fn at(block: &str, start: usize) -> Option<Self> {
        let mark = enumerators::at_start(&block[start..])?;
        Some(Item { start, end: start + mark.length, mark })
    }

    /// Where the item begins that follows it.
    fn next(self, block: &str) -> Option<usize> {
        let next = enumerators::next_item(&block[self.start..], self.mark);
        next.map(|at| self.start + at)
    }
}

/// Where the second item of a block begins; the mark of the first may stand
/// before the block instead of in it.
fn item_behind(text: &str, span: Span, first: Option<Item>) -> Option<usize> {
    let start = span.start as usize;
    if start == 0 || text.as_bytes()[start - 1] == b'\n' {
        return first.and_then(|item| item.next(span.of(text)));
    }
    let near = text.floor_char_boundary(start.saturating_sub(12));
    let line = text[near..start].rsplit(['\n', '\r']).next().unwrap_or("");
    let whole = &text[start - line.len()..span.end as usize];
    let first = Item::at(whole, behind_space(whole, 0));
    let next = first.and_then(|item| item.next(whole));
    next.filter(|at| *at > line.len()).map(|at| at - line.len())
}

/// A run of terminal marks.
struct Found {
    from: usize,
    end: usize,
    mark: Mark,
}

/// The next run of marks in `block` from byte `at` on.
fn next_mark(block: &str, at: usize, rules: Rules, begins: &mut Begins) -> Option<Found> {
    let mut at = at;
    loop {
        at = begins.next(at)?;
        // Most marks are a stop between two words.
        if let [b'.', b' ', next, ..] = &block.as_bytes()[at..]
            && *next != b'.'
        {
            return Some(Found { from: at, end: at + 1, mark: Mark::Stop });
        }
        let c = block[at..].chars().next()?;
        let own = rules.own_mark() == Some(block.as_bytes()[at]);
        match chars::mark(c).or(own.then_some(Mark::Full)) {
            Some(mark) => return Some(whole_run(block, at, mark)),
            None => at += c.len_utf8(),
        }
    }
}

/// The run of marks that begins at `from`: `?!`, `...`, `. . .`, `！？`.
fn whole_run(block: &str, from: usize, first: Mark) -> Found {
    let mut mark = first;
    let mut end = from;
    let mut dots = 0;
    for c in block[from..].chars() {
        let Some(next) = chars::mark(c).or((end == from).then_some(first)) else {
            break;
        };
        dots += usize::from(c == '.');
        mark = mark.max(next);
        end += c.len_utf8();
    }
    while dots > 0 && mark <= Mark::Ellipsis && is_spaced_dot(&block[end..]) {
        (dots, end) = (dots + 1, end + 2);
    }
    if mark == Mark::Stop && dots > 1 {
        mark = Mark::Ellipsis;
    }
    Found { from, end, mark }
}

/// Whether `text` goes on with one more dot of `. . .`.
fn is_spaced_dot(text: &str) -> bool {
    text.strip_prefix(" .").is_some_and(|rest| !rest.starts_with('.'))
}

/// Hands over `from..to`, in pieces cut at white space if it is overlong. One
/// giant word stays whole.
fn cut_overlong(
    block: &str,
    from: usize,
    to: usize,
    emit: &mut impl FnMut(usize, usize),
) {
    let mut from = from;
    while to - from > LONGEST_SENTENCE {
        let limit = block.floor_char_boundary(from + LONGEST_SENTENCE);
        let space =
            block[from..limit].rfind(char::is_whitespace).filter(|space| *space > 0);
        let cut = match space {
            Some(space) => from + space,
            None => {
                block[limit..to].find(char::is_whitespace).map_or(to, |at| limit + at)
            }
        };
        emit(from, from + block[from..cut].trim_end().len());
        from = cut + (block[cut..to].len() - block[cut..to].trim_start().len());
    }
    if from < to {
        emit(from, to);
    }
}
