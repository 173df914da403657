//! Which paragraphs are headings. No line shows it by itself: what stands
//! before and behind it decides, and how often its form recurs.

use super::marks::MarkKind;
use super::paragraphs::{Paragraph, begins, ends_sentence};
use crate::document::{BlockKind, Span};
use crate::language::table::has;
use crate::language::{Language, Table};
use crate::read::metadata::is_caption;
use crate::segment::chars::{self, Begin};

/// No heading has more words or bytes.
const MOST_WORDS: usize = 20;
const MOST_BYTES: usize = 200;
/// In a text without terminal marks, prose has more words than this.
const UNMARKED_WORDS: usize = 8;
/// This many short lines in a row are a list of names, a poem or a table.
const LIST_LENGTH: usize = 3;

/// Headings that open a document without being its title.
const INTRODUCTIONS: &[&str] = &[
    "aim", "aims", "background", "contexte", "einführung", "einleitung", "hintergrund",
    "inleiding", "introducción", "introduction", "introduzione", "introdução",
    "objective", "objectives", "overview", "введение",
];

/// Gives the paragraphs their kinds: headings with levels, and list
/// items. Returns the index of the title, if there is one.
pub(super) fn mark(
    text: &str,
    paragraphs: &mut [Paragraph],
    language: Language,
) -> Option<usize> {
    let mut forms: Vec<Form> = paragraphs
        .iter()
        .map(|paragraph| Form::of(text, paragraph, language.table()))
        .collect();
    tell_unmarked_prose(&mut forms);
    let questions = counted_questions(&forms);
    let mut headings: Vec<usize> = Vec::new();
    for index in 0..paragraphs.len() {
        let around = Around { forms: &forms, index, questions };
        if around.is_heading() {
            headings.push(index);
        }
    }
    let title = headings.first().copied().filter(|index| {
        let first =
            paragraphs.iter().position(|paragraph| paragraph.kind != BlockKind::Other);
        first == Some(*index)
            && is_title(text, &paragraphs[*index], &forms[*index], language.table())
    });
    let base = u8::from(title.is_some());
    let mut underlines = Vec::new();
    for index in headings {
        let level = level(&forms[index], &mut underlines, base);
        let paragraph = &mut paragraphs[index];
        let level = if title == Some(index) { 1 } else { level };
        paragraph.kind = BlockKind::Heading(level);
        paragraph.span = without_marks(text, paragraph.span);
    }
    for paragraph in paragraphs.iter_mut() {
        if paragraph.kind == BlockKind::Paragraph {
            strip_item_mark(paragraph);
        }
    }
    title
}

/// A list item begins behind its mark.
fn strip_item_mark(paragraph: &mut Paragraph) {
    let Some(mark) = paragraph.mark else { return };
    if matches!(mark.kind, MarkKind::Bullet | MarkKind::Number(_)) {
        paragraph.kind = BlockKind::ListItem;
        paragraph.span.start += mark.length as u32;
    }
}

/// What one paragraph looks like by itself.
#[derive(Clone, Copy, Debug)]
struct Form {
    /// Short and without a final mark: it could be a heading.
    is_short: bool,
    /// Ends with a terminal mark, or is too long for a heading.
    is_prose: bool,
    ends: bool,
    words: usize,
    /// A short line that ends in a question mark.
    is_question: bool,
    /// Ends with a colon; a label if it is of no more than three words.
    is_lead_in: bool,
    is_label: bool,
    is_caption: bool,
    /// Marked as a heading by signs: underlined, `== so ==`, `# so`.
    signs: Option<u8>,
    underline: Option<char>,
    /// How deep its number is, if it has one that headings have.
    depth: Option<u8>,
    mark: Option<MarkKind>,
    /// A division of a work: `Chapter IV`.
    is_division: bool,
    is_rule: bool,
}

impl Form {
    fn of(text: &str, paragraph: &Paragraph, table: &Table) -> Form {
        let line = paragraph.span.of(text);
        let mark = paragraph.mark.map(|mark| mark.kind);
        let fits = line.len() <= MOST_BYTES && paragraph.lines <= 2 && !paragraph.spoken;
        let words = if fits { count_words(line) } else { usize::MAX };
        let ends = ends_sentence(line);
        let is_heading_size =
            fits && words <= MOST_WORDS && line.chars().any(char::is_alphanumeric);
        let begins_well = begins(line) != Begin::Lower && begins(line) != Begin::Other;
        let is_division = is_heading_size && words <= 8 && is_division(line, table);
        let is_open = !ends
            && !line.ends_with([',', ';', ':', '-', '–', '—', '/', '，', '、', '：']);
        let depth = match mark {
            Some(MarkKind::Outline(depth)) => Some(depth),
            Some(MarkKind::Number(_)) => Some(1),
            _ => None,
        };
        Form {
            is_short: is_heading_size
                && begins_well
                && !is_quoted(line)
                && (is_open || is_division)
                && mark != Some(MarkKind::Bullet),
            is_prose: ends || words > MOST_WORDS,
            ends,
            words,
            is_question: is_heading_size
                && begins_well
                && line.ends_with(['?', '？', '؟'])
                && !line.starts_with(['"', '“', '«', '„', '—', '–', '-']),
            is_lead_in: is_heading_size && line.ends_with([':', '：']),
            is_label: is_heading_size && begins_well && words <= 3 && mark.is_none(),
            is_caption: fits && is_caption(line, table),
            signs: signs(line)
                .or(paragraph.underline.filter(|_| is_heading_size).map(|_| 1)),
            underline: paragraph.underline,
            depth,
            mark,
            is_division,
            is_rule: paragraph.kind == BlockKind::Other,
        }
    }

    /// Whether it bears a number or a sign that only headings bear.
    fn is_numbered(&self) -> bool {
        matches!(self.mark, Some(MarkKind::Outline(_))) || self.is_division
    }
}

/// In a text that marks no ends of sentences, as Thai does not, prose is what
/// is longer than most headings.
fn tell_unmarked_prose(forms: &mut [Form]) {
    let long = |form: &&Form| form.words > UNMARKED_WORDS;
    let marked = forms.iter().filter(long).filter(|form| form.ends).count();
    if marked * 4 >= forms.iter().filter(long).count() {
        return;
    }
    for form in forms.iter_mut().filter(|form| form.words > UNMARKED_WORDS) {
        (form.is_prose, form.is_short) = (true, false);
    }
}

/// The words of a line; in scripts without spaces four characters count as one.
fn count_words(line: &str) -> usize {
    let unspaced = line.chars().filter(|c| matches!(*c as u32, 0xe00..=0xeff | 0x1780..=0x17ff | 0x1000..=0x109f | 0x3000..=0x9fff)).count();
    line.split_whitespace().count() + unspaced / 4
}

/// Whether a line is direct speech from end to end.
fn is_quoted(line: &str) -> bool {
    line.starts_with(chars::opens)
        && line.ends_with(['"', '”', '»', '“', '’', '」', '』'])
}

/// `Chapter IV`, `Part Two: The Return`, `Appendix A`.
fn is_division(line: &str, table: &Table) -> bool {
    let mut words = line.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let label = second.trim_end_matches(['.', ':', ',']);
    let is_label = label.bytes().all(|byte| byte.is_ascii_digit())
        || label.len() <= 6 && label.bytes().all(|byte| b"IVXLC".contains(&byte))
        || label.len() == 1
        || label.starts_with(char::is_uppercase) && words.next().is_none();
    is_label && has(table.divisions, &first.to_lowercase())
}

/// The level that wiki or Markdown signs give a line (`== so ==`, `## so`).
fn signs(line: &str) -> Option<u8> {
    let sign = line.chars().next().filter(|c| *c == '=' || *c == '#')?;
    let count = line.chars().take_while(|c| *c == sign).count();
    let rest = &line[count..];
    let bare = rest.trim_end_matches(sign);
    let is_closed = sign == '#' || rest.len() - bare.len() == count && count > 1;
    let has_text =
        bare.starts_with(' ') && !bare.trim().is_empty() && line.len() <= MOST_BYTES;
    (count <= 6 && is_closed && has_text).then_some(count as u8)
}

fn without_marks(text: &str, span: Span) -> Span {
    let line = span.of(text);
    if signs(line).is_none() {
        return Span {
            end: span.start + line.trim_end_matches([':', '：']).len() as u32,
            ..span
        };
    }
    let bare = line.trim_matches(['=', '#', ' ']);
    let start = span.start as usize
        + (line.len() - line.trim_start_matches(['=', '#', ' ']).len());
    Span::new(start..start + bare.len())
}

/// How many questions stand alone with prose behind them: in a list of
/// questions and answers they are the headings.
fn counted_questions(forms: &[Form]) -> usize {
    forms
        .windows(2)
        .filter(|pair| pair[0].is_question && pair[1].is_prose && !pair[1].is_question)
        .count()
}

/// A paragraph among the others.
struct Around<'a> {
    forms: &'a [Form],
    index: usize,
    questions: usize,
}

impl Around<'_> {
    fn form(&self) -> &Form {
        &self.forms[self.index]
    }

    fn is_heading(&self) -> bool {
        let form = self.form();
        if form.is_rule || form.is_caption && form.depth.is_none() {
            return false;
        }
        if form.signs.is_some() {
            return true;
        }
        if form.is_lead_in {
            return self.leads_prose();
        }
        if form.is_question {
            let answered =
                self.next().is_some_and(|next| next.is_prose && !next.is_question);
            return self.questions >= 2 && answered && self.before_allows();
        }
        form.is_short && self.heads_prose() && self.before_allows() && !self.is_in_list()
    }

    fn next(&self) -> Option<&Form> {
        self.forms[self.index + 1..].iter().find(|form| !form.is_rule)
    }

    /// A label with a colon heads a section when prose follows, and no list.
    fn leads_prose(&self) -> bool {
        let is_followed =
            self.next().is_some_and(|next| next.is_prose && next.mark.is_none());
        self.form().is_label && is_followed && self.before_allows()
    }

    /// Whether prose follows, with no more than other headings between.
    fn heads_prose(&self) -> bool {
        for form in self.forms[self.index + 1..]
            .iter()
            .filter(|form| !form.is_rule)
            .take(LIST_LENGTH)
        {
            if form.is_prose
                || form.is_lead_in
                || form.mark == Some(MarkKind::Bullet)
                || form.is_caption
            {
                return true;
            }
            if !form.is_short && form.signs.is_none() {
                return false;
            }
        }
        false
    }

    /// Whether what stands before has come to an end.
    fn before_allows(&self) -> bool {
        let before = self.forms[..self.index].iter().rev().find(|form| !form.is_rule);
        before.is_none_or(|form| {
            form.is_prose
                || form.is_short
                || form.is_caption
                || form.signs.is_some()
                || form.mark.is_some()
        })
    }

    /// Whether it is one of several short lines in a row without numbers, or
    /// an item among numbered items.
    fn is_in_list(&self) -> bool {
        let form = self.form();
        if let Some(MarkKind::Number(number)) = form.mark {
            let near = |index: Option<usize>| {
                index.and_then(|index| self.forms.get(index)).and_then(|form| form.mark)
            };
            let next = near(Some(self.index + 1)) == Some(MarkKind::Number(number + 1));
            let last = number > 1
                && near(self.index.checked_sub(1)) == Some(MarkKind::Number(number - 1));
            return next || last;
        }
        if form.is_numbered() {
            return false;
        }
        let is_bare =
            |form: &&Form| form.is_short && !form.is_numbered() && form.signs.is_none();
        let before = self.forms[..self.index]
            .iter()
            .rev()
            .take(LIST_LENGTH)
            .take_while(is_bare)
            .count();
        let behind = self.forms[self.index + 1..]
            .iter()
            .take(LIST_LENGTH)
            .take_while(is_bare)
            .count();
        before + 1 + behind >= LIST_LENGTH
    }
}

/// Whether the first heading is the title of the whole.
fn is_title(text: &str, paragraph: &Paragraph, form: &Form, table: &Table) -> bool {
    let name = paragraph.span.of(text).to_lowercase();
    let is_usual = has(INTRODUCTIONS, &name)
        || has(table.digests, &name)
        || has(table.back_matter, &name);
    form.depth.is_none() && !form.is_division && !form.is_question && !is_usual
}

/// The level of a heading: by its signs, its number, or the order in which
/// underlines are first used.
fn level(form: &Form, underlines: &mut Vec<char>, base: u8) -> u8 {
    if let Some(underline) = form.underline {
        let known = underlines.iter().position(|known| *known == underline);
        let rank = known.unwrap_or_else(|| {
            underlines.push(underline);
            underlines.len() - 1
        });
        return (rank as u8).saturating_add(1).min(6);
    }
    form.signs.unwrap_or_else(|| base + form.depth.unwrap_or(1)).min(6)
}
