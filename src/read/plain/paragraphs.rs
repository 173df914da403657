//! Lines to paragraphs: which line ends were put in by hand, and which only
//! because a line was full.

use super::columns;
use super::entries::Label;
use super::furniture::{self, Role};
use super::lines::Line;
use super::looks::Look;
use super::marks::{self, Mark, MarkKind};
use super::verses;
use super::wrapping::{is_full, wrap_column};
use crate::document::{BlockKind, Span};
use crate::language::{Language, List};
use crate::segment::chars::{self, Begin, begin};

/// One or more lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its text, without the mark of a list item.
    pub span: Span,
    pub kind: BlockKind,
    /// How many lines it has.
    pub lines: u32,
    /// Whether a blank line stands before it.
    pub gap: bool,
    /// The mark that it begins with.
    pub mark: Option<Mark>,
    /// The character that underlines it.
    pub underline: Option<char>,
    /// Whether it is what a speaker says, without the label.
    pub spoken: bool,
    /// Whether it is a line of capitals at the margin, further out than what follows.
    pub stands_out: bool,
}

/// Joins `lines` into paragraphs.
pub(super) fn paragraphs(
    text: &str,
    lines: &[Line],
    roles: &[Role],
    language: Language,
) -> Vec<Paragraph> {
    let column = wrap_column(text, lines);
    let is_spaced =
        lines.iter().filter(|line| line.gap).count() * SPARSEST_GAPS > lines.len();
    let margin = lines.iter().map(|line| line.indent).min().unwrap_or(0);
    let verses = verses::continued(text, lines);
    let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(lines.len());
    let mut previous: Option<TextLine> = None;
    for (index, role) in roles.iter().enumerate() {
        let line = furniture::without_label(text, lines[index], *role);
        if *role == Role::Furniture {
            paragraphs.push(Paragraph { kind: BlockKind::Other, ..Paragraph::of(&line) });
            previous = None;
            continue;
        }
        let quoted = quoted(&line, *role);
        let current = TextLine { line, text: line.span.of(text), quoted };
        if let Some(rule) = marks::rule(current.text) {
            add_rule(text, &mut paragraphs, &line, rule);
            previous = None;
            continue;
        }
        let mark = marks::mark(current.text);
        let goes_on =
            |above: &TextLine| !begins_entry(&line, *role) && above.quoted == quoted;
        let above = previous.filter(goes_on);
        let joined = above.zip(paragraphs.last_mut()).filter(|(above, last)| {
            let next = lines.get(index + 1);
            let above = *above;
            let pair =
                Pair { text, above, below: current, mark, next, column, is_spaced };
            verses[index] || pair.joins(last, language)
        });
        if let Some((_, last)) = joined {
            last.span.end = line.span.end;
            last.lines += 1;
        } else {
            let spoken = matches!(role, Role::Labelled(_));
            let stands_out = line.indent == margin && stands_out(text, lines, index);
            let paragraph = Paragraph::of(&line);
            paragraphs.push(Paragraph { mark, spoken, stands_out, ..paragraph });
        }
        previous = Some(current);
    }
    paragraphs
}

impl Paragraph {
    /// A paragraph that begins with `line`.
    fn of(line: &Line) -> Self {
        Paragraph {
            span: line.span,
            kind: BlockKind::Paragraph,
            lines: 1,
            gap: line.gap,
            mark: None,
            underline: None,
            spoken: false,
            stands_out: false,
        }
    }
}

/// Whether a line begins with a time, as each entry of a chat does, or a number.
fn begins_entry(line: &Line, role: Role) -> bool {
    matches!(role, Role::Labelled(_))
        && matches!(line.look, Look::Labelled(label, _) if label.begins_entry())
}

/// How long the marks of quotation are that a line begins with.
fn quoted(line: &Line, role: Role) -> Option<u8> {
    match (line.look, role) {
        (Look::Labelled(Label::Quoted, _), Role::Labelled(length)) => Some(length),
        _ => None,
    }
}

/// Whether a line of capitals, set off from what stands before it, stands further out
/// than what follows right below it, as the headings of a manual do.
fn stands_out(text: &str, lines: &[Line], index: usize) -> bool {
    let line = &lines[index];
    let is_out = |below: &&Line| !below.gap && below.indent > line.indent;
    (line.gap || index == 0)
        && lines.get(index + 1).filter(is_out).is_some_and(|below| {
            is_capitals(line.span.of(text)) && !is_capitals(below.span.of(text))
        })
}

/// A rule right under a short line underlines it; any other is a division.
fn add_rule(text: &str, paragraphs: &mut Vec<Paragraph>, line: &Line, rule: char) {
    let width = |span: Span| span.of(text).chars().count();
    if let Some(last) = paragraphs.last_mut() {
        let is_underline = !line.gap
            && last.kind == BlockKind::Paragraph
            && last.lines <= 2
            && last.underline.is_none()
            && !line.span.of(text).contains(' ')
            && width(last.span) <= 2 * width(line.span).max(8);
        if is_underline {
            last.underline = Some(rule);
            return;
        }
    }
    paragraphs.push(Paragraph { kind: BlockKind::Other, ..Paragraph::of(line) });
}

/// A line and its text.
#[derive(Clone, Copy)]
struct TextLine<'a> {
    line: Line,
    text: &'a str,
    /// How long its marks of quotation are.
    quoted: Option<u8>,
}

/// Two lines, one right below the other.
struct Pair<'a> {
    text: &'a str,
    above: TextLine<'a>,
    below: TextLine<'a>,
    /// The mark of the line below.
    mark: Option<Mark>,
    next: Option<&'a Line>,
    /// The column at which the text is wrapped, if it is.
    column: Option<usize>,
    /// Whether blank lines stand between the paragraphs of the text.
    is_spaced: bool,
}

impl Pair<'_> {
    /// Whether the line below goes on with the paragraph of the line above.
    fn joins(&self, paragraph: &Paragraph, language: Language) -> bool {
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
            Some(_) => self.goes_on_wrapped(paragraph, above_ends, language),
        };
        goes_on
            || !above_ends && is_bare_mark(below)
            || may_hang && hangs(above, language)
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
    fn goes_on_wrapped(
        &self,
        paragraph: &Paragraph,
        above_ends: bool,
        language: Language,
    ) -> bool {
        let is_lower = || begins(self.below.text) == Begin::Lower;
        let is_indented = self.below.line.indent > self.above.line.indent;
        match paragraph.mark {
            None if is_indented => !above_ends && is_lower(),
            Some(_) if is_indented && paragraph.lines == 1 => true,
            _ if self.is_full() => !(above_ends && self.below_stands_alone(language)),
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
    fn below_stands_alone(&self, language: Language) -> bool {
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
            && (language.table().noun_capitals || begins(below) != Begin::Lower)
    }
}

/// A line that ends in the middle of a sentence is longer, where text is not wrapped.
const LONG_LINE: usize = 48;
/// Japanese particles, after which a sentence goes on.
const PARTICLES: [char; 11] =
    ['の', 'は', 'を', 'に', 'が', 'と', 'で', 'も', 'へ', 'や', '、'];
/// A shorter line stands alone, even before a small letter: a verse, an item.
const SHORT_LINE: usize = 28;
/// Where paragraphs are set apart by blank lines, at least one line in this many
/// stands below one.
const SPARSEST_GAPS: usize = 15;
/// Whether a line is one or two capitals: a drop cap, or a word set on end.
fn is_letters(line: &str) -> bool {
    line.len() <= 2 && line.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a line consists of capitals, as far as it has letters.
fn is_capitals(line: &str) -> bool {
    line.len() > 2
        && line.contains(char::is_uppercase)
        && !line.contains(char::is_lowercase)
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

/// How the first word of `text` begins, behind opening marks.
pub(super) fn begins(text: &str) -> Begin {
    if let Some(first) = text.bytes().next().filter(u8::is_ascii_alphanumeric) {
        return begin(char::from(first));
    }
    text.chars().find(|c| !chars::opens(*c)).map_or(Begin::Other, begin)
}

/// Whether `text` ends with a terminal mark, closing marks aside, or with a dash inside
/// a quotation, where somebody breaks off.
pub(super) fn ends_sentence(text: &str) -> bool {
    match text.as_bytes().last() {
        Some(b'.' | b'!' | b'?') => return true,
        Some(b',' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z') => return false,
        _ => {}
    }
    let is_behind = |c: char| {
        chars::closes(c)
            || chars::closes_somewhere(c)
            || c.is_whitespace()
            || matches!(c, '*' | '_')
    };
    let bare = text.trim_end_matches(is_behind);
    let last = bare.chars().next_back();
    let breaks_off = |c: char| chars::is_dash(c) && bare.len() < text.len();
    last.is_some_and(|c| chars::mark(c).is_some() || breaks_off(c))
}
