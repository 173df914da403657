//! Whether a line goes on with the paragraph of the line above it.

use super::columns;
use super::edges::{begins, ends_sentence, is_capitals};
use super::lines::Line;
use super::marks::{Mark, MarkKind};
use super::paragraphs::Paragraph;
use super::wrapping::is_full;
use crate::language::{Language, List};
use crate::segment::chars::{self, Begin};

/// A line that ends in the middle of a sentence is longer, where text is not wrapped.
const LONG_LINE: usize = 48;
/// Japanese particles, after which a sentence goes on.
const PARTICLES: [char; 11] =
    ['の', 'は', 'を', 'に', 'が', 'と', 'で', 'も', 'へ', 'や', '、'];
/// A shorter line stands alone, even before a small letter: a verse, an item.
const SHORT_LINE: usize = 28;

/// A line and its text.
#[derive(Clone, Copy)]
pub(super) struct TextLine<'a> {
    pub line: Line,
    pub text: &'a str,
    /// How long its marks of quotation are.
    pub quoted: Option<u8>,
}

/// Two lines, one right below the other.
pub(super) struct Pair<'a> {
    pub text: &'a str,
    pub above: TextLine<'a>,
    pub below: TextLine<'a>,
    /// The mark of the line below.
    pub mark: Option<Mark>,
    pub next: Option<&'a Line>,
    /// The column at which the text is wrapped, if it is.
    pub column: Option<usize>,
    /// Whether blank lines stand between the paragraphs of the text.
    pub is_spaced: bool,
    pub language: Language,
}

impl Pair<'_> {
    /// Whether the line below goes on with the paragraph of the line above.
    pub fn joins(&self, paragraph: &Paragraph) -> bool {
        if self.below.line.gap || paragraph.underline.is_some() || self.is_row() {
            return false;
        }
        let (above, below) = (self.above.text, self.below.text);
        // A manual's heading stands further out than its text.
        if self.below.line.indent > self.above.line.indent && is_capitals(above) {
            return false;
        }
        let above_ends = ends_sentence(above);
        let starts_item = self.mark.is_some_and(|mark| {
            mark.kind == MarkKind::Bullet || above_ends || !self.is_full()
        });
        if starts_item {
            return false;
        }
        let may_hang =
            self.column.is_some() || above.len() > LONG_LINE || paragraph.lines > 1;
        let goes_on = match self.column {
            None => !above_ends && self.goes_on_by_hand(paragraph),
            Some(_) => self.goes_on_wrapped(paragraph, above_ends),
        };
        goes_on
            || !above_ends && is_bare_mark(below)
            || may_hang && hangs(above, self.language)
    }

    /// Whether the line below has a second column that stands where that of a
    /// neighbour does.
    fn is_row(&self) -> bool {
        let below = &self.below.line;
        let is_aligned =
            |line: &Line| line.spaced && columns::are_aligned(self.text, below, line);
        let next = || self.next.filter(|next| !next.gap);
        below.spaced && (is_aligned(&self.above.line) || next().is_some_and(is_aligned))
    }

    /// In wrapped text: whether a paragraph goes on below a full line.
    fn goes_on_wrapped(&self, paragraph: &Paragraph, above_ends: bool) -> bool {
        let is_lower = || begins(self.below.text) == Begin::Lower;
        let is_indented = self.below.line.indent > self.above.line.indent;
        match paragraph.mark {
            None if is_indented => !above_ends && is_lower(),
            Some(_) if is_indented && paragraph.lines == 1 => true,
            _ if self.is_full() => !(above_ends && self.below_stands_alone()),
            _ => !above_ends && (is_lower() || self.is_nearly_full()),
        }
    }

    /// In text that is not wrapped: whether an open sentence goes on in the next
    /// line, where it was broken by hand. A list of small words is none.
    fn goes_on_by_hand(&self, paragraph: &Paragraph) -> bool {
        let (above, below) = (self.above.text, self.below.text);
        if above.ends_with(':') {
            return false;
        }
        if is_letters(above) && (is_letters(below) || begins(below) == Begin::Lower) {
            return true;
        }
        if above.ends_with(PARTICLES) && begins(below) == Begin::Caseless {
            return true;
        }
        let is_sentence = above.len() > SHORT_LINE
            || begins(paragraph.span.of(self.text)) != Begin::Lower
                && (ends_sentence(below) || below.len() > SHORT_LINE);
        let is_remark = below.starts_with('(') && ends_sentence(below);
        (begins(below) == Begin::Lower || is_remark) && is_sentence
    }

    /// Whether the next word would not have fitted into the line above.
    fn is_full(&self) -> bool {
        self.column.is_some_and(|column| {
            is_full(self.text, &self.above.line, &self.below.line, column)
        })
    }

    /// Whether the line above is too long for a heading that ends there, or for
    /// the end of a paragraph that lacks its full stop.
    fn is_nearly_full(&self) -> bool {
        let length = (self.above.line.width + self.above.line.indent) as usize;
        let least = if self.is_spaced { 7 } else { 9 };
        self.column.is_some_and(|column| length * 10 > column * least)
    }

    /// Whether the line below is a short line that is not full either: a
    /// heading after a paragraph whose last line happens to be full.
    fn below_stands_alone(&self) -> bool {
        let below = self.below.text;
        let Some(next) = self.next.filter(|next| !next.gap) else { return false };
        let column = self.column.unwrap_or(0);
        !ends_sentence(below)
            && !below.ends_with([',', ';', '-'])
            && self.below.line.width as usize * 4 < column * 3
            && !is_full(self.text, &self.below.line, next, column)
            && matches!(
                begins(next.span.of(self.text)),
                Begin::Upper | Begin::Caseless | Begin::Digit
            )
            && (self.language.table().noun_capitals || begins(below) != Begin::Lower)
    }
}

/// Whether a line is one or two capitals: a drop cap, or a word set on end.
fn is_letters(line: &str) -> bool {
    line.len() <= 2 && line.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a line of several words ends with one that another must follow.
fn hangs(line: &str, language: Language) -> bool {
    if !line.ends_with(char::is_alphabetic) {
        return false;
    }
    let last = line.rsplit(char::is_whitespace).next().unwrap_or("");
    last.starts_with(char::is_lowercase) && {
        let lists = language.lexicon().lists(last);
        lists.has(List::SmallWords) && lists.has(List::Frequent)
    }
}

/// Whether a line begins with a mark that was torn off the line above.
fn is_bare_mark(line: &str) -> bool {
    let bare = line.trim_start_matches(|c| chars::mark(c).is_some() || chars::closes(c));
    bare.len() < line.len()
        && (bare.is_empty() || bare.starts_with(' '))
        && !line.starts_with("..")
}
