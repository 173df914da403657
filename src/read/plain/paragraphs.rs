//! Lines to paragraphs: which line ends were put in by hand, and which only
//! because a line was full.

use super::edges::is_capitals;
use super::entries::Label;
use super::furniture::{self, Role};
use super::joins::{Pair, TextLine};
use super::lines::Line;
use super::looks::Look;
use super::marks::{self, Mark};
use super::verses;
use super::wrapping::wrap_column;
use crate::document::{BlockKind, Span};
use crate::language::Language;

/// Where paragraphs are set apart by blank lines, at least one line in this many
/// stands below one.
const SPARSEST_GAPS: usize = 15;

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
            let below = current;
            let pair =
                Pair { text, above, below, mark, next, column, is_spaced, language };
            verses[index] || pair.joins(last)
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
