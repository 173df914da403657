//! At which column a text is hard-wrapped, and which of its lines are full.

use super::edges::ends_sentence;
use super::lines::{Line, MOST_COLUMNS, width};
use crate::segment::chars;

/// Lines beyond this many are not looked at to find the column of wrapping.
const SAMPLE: usize = 4000;
/// Text is wrapped at a column between these.
const COLUMNS: std::ops::RangeInclusive<usize> = 30..=MOST_COLUMNS;

/// The column at which `text` is hard-wrapped, or `None` if its lines are
/// whole paragraphs: in wrapped text nearly every line that another follows is
/// full, that is, the first word of the next would not have fitted.
pub(super) fn wrap_column(text: &str, lines: &[Line]) -> Option<usize> {
    let lines = &lines[..lines.len().min(SAMPLE)];
    let mut widths: Vec<usize> =
        lines.iter().map(|line| (line.width + line.indent) as usize).collect();
    widths.sort_unstable();
    // The widest lines, one in so many, do not count.
    let widest_but = |one_in: usize| {
        let place = widths.len().saturating_sub(1 + widths.len() / one_in);
        widths.get(place).copied().filter(|column| COLUMNS.contains(column))
    };
    // A few lines may hold an address that could not be broken.
    let column = widest_but(50)?;
    if fullness(text, lines, column).is_wrapped() {
        return Some(column);
    }
    // Who wraps by eye lets some lines run over.
    let column = widest_but(10)?;
    fullness(text, lines, column).is_mostly_full().then_some(column)
}

/// How many of the lines that another follows are full.
struct Fullness {
    full: usize,
    /// Lines that are not full and yet end in the middle of a sentence.
    loose: usize,
    all: usize,
}

impl Fullness {
    fn is_wrapped(&self) -> bool {
        self.full >= 2 && self.full > self.loose
    }

    fn is_mostly_full(&self) -> bool {
        self.is_wrapped() && self.full * 2 > self.all
    }
}

/// How full `lines` are if they are wrapped at `column`.
fn fullness(text: &str, lines: &[Line], column: usize) -> Fullness {
    let mut found = Fullness { full: 0, loose: 0, all: 0 };
    for pair in lines.windows(2).filter(|pair| !pair[1].gap) {
        found.all += 1;
        if is_full(text, &pair[0], &pair[1], column) {
            found.full += 1;
        } else if !ends_sentence(pair[0].span.of(text)) {
            found.loose += 1;
        }
    }
    found
}

/// Whether the first word of `below` would not have fitted into `above`, or a word is
/// divided between them.
pub(super) fn is_full(text: &str, above: &Line, below: &Line, column: usize) -> bool {
    if is_divided(above.span.of(text)) {
        return true;
    }
    let free = column.saturating_sub((above.width + above.indent + 1) as usize);
    if below.width as usize <= free {
        return false;
    }
    let next = below.span.of(text);
    let first = match next.chars().next() {
        // Scripts without spaces break anywhere.
        Some(c) if c as u32 > 0x2e7f => 2,
        _ => width(chars::up_to_space(next)),
    };
    first > free
}

/// Whether the last word of a line goes on in the next.
fn is_divided(line: &str) -> bool {
    line.strip_suffix(['-', '\u{2010}'])
        .is_some_and(|word| word.ends_with(char::is_alphabetic))
}
