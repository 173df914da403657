//! Lines that are no prose: what surrounds a text, is set in columns, or is
//! meant for a machine. Most show it only in company: a table has rows, a log
//! has entries, a contents list has rising page numbers.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::addresses;
use super::entries::Label;
use super::lines::{Line, width};
use super::looks::{self, Look};
use crate::document::Span;
use crate::language::{Language, Lexicon, List};
use crate::read::dates;
use crate::read::metadata::is_byline;

/// What is to be done with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It is text.
    Text,
    /// It is text behind a label of so many bytes.
    Labelled(u8),
    /// It is no text.
    Furniture,
}

/// A form of label counts when so many lines have it.
const FEWEST_LABELS: usize = 2;
/// A line that recurs with other numbers so often stands on every page.
const FEWEST_PAGES: usize = 3;
/// A signature has no more lines.
const LONGEST_SIGNATURE: usize = 6;
/// At most one line in so many of a chat does not begin with who speaks.
const WITHOUT_NICK_ONE_IN: usize = 3;
/// So many fields in a row belong to a form …
const FEWEST_FIELDS: usize = 3;
/// … and so many times at the ends of lines to a chat.
const FEWEST_TIMED: usize = 3;
/// A date that a text bears stands among so many lines at the beginning.
const FIRST_LINES: usize = 6;
/// The paragraphs of a text are numbered if one in so many begins with a number, and
/// the first of them stands in the first part of so many.
const NUMBERED_ONE_IN: usize = 2;
const NUMBERED_FROM: usize = 4;

/// The role of each of `lines`.
pub(super) fn roles(text: &str, lines: &[Line], language: Language) -> Vec<Role> {
    let mut roles = vec![Role::Text; lines.len()];
    let odd = odd(lines);
    let mut marker = Marker { text, lines, odd: &odd, roles: &mut roles };
    marker.runs();
    marker.commands();
    marker.contents(language.lexicon());
    marker.letters();
    marker.addresses();
    marker.fields();
    marker.timed();
    marker.pages();
    marker.byline();
    marker.dateline(language.lexicon());
    marker.number();
    marker.labels();
    marker.book();
    // Words that surround a text are the text where there is no other.
    let is_for_machines =
        |line: &Line| matches!(line.look, Look::Row | Look::Log | Look::Code | Look::Cue);
    if roles.iter().all(|role| *role == Role::Furniture)
        && !lines.iter().any(is_for_machines)
    {
        roles.fill(Role::Text);
    }
    roles
}

/// The few lines that could be no text: those with a look of their own, and
/// those that end in a digit.
fn odd(lines: &[Line]) -> Vec<usize> {
    let is_odd =
        |line: &Line| line.numbered || !matches!(line.look, Look::Plain | Look::Prose);
    (0..lines.len()).filter(|index| is_odd(&lines[*index])).collect()
}

struct Marker<'a> {
    text: &'a str,
    lines: &'a [Line],
    odd: &'a [usize],
    roles: &'a mut [Role],
}

impl Marker<'_> {
    fn line(&self, index: usize) -> &str {
        self.lines[index].span.of(self.text)
    }

    fn drop(&mut self, range: std::ops::Range<usize>) {
        self.roles[range].fill(Role::Furniture);
    }

    fn drop_each(&mut self, lines: impl IntoIterator<Item = usize>) {
        lines.into_iter().for_each(|index| self.roles[index] = Role::Furniture);
    }

    fn look(&self, index: usize) -> Look {
        self.lines[index].look
    }

    /// Stretches of lines with one look that are long enough for it.
    fn runs(&mut self) {
        let lines = self.lines;
        let goes_on =
            |a: &usize, b: &usize| a + 1 == *b && lines[*a].look == lines[*b].look;
        for run in self.odd.chunk_by(goes_on) {
            let (start, end) = (run[0], run[0] + run.len());
            let look = self.look(start);
            if look.fewest().is_some_and(|fewest| run.len() >= fewest) {
                self.drop(start..end);
            }
            if look == Look::Cue && start > 0 && is_digits(self.line(start - 1)) {
                self.drop_each([start - 1]);
            }
        }
    }

    /// What a command prints stands right under it.
    fn commands(&mut self) {
        let is_printed = |line: &&Line| {
            !line.gap && matches!(line.look, Look::Plain | Look::Field | Look::Timed)
        };
        for &index in self.odd {
            if self.look(index) == Look::Code && self.line(index).starts_with("$ ") {
                let behind = &self.lines[index + 1..];
                let printed = behind.iter().take_while(is_printed).count();
                self.drop(index..index + 1 + printed);
            }
        }
    }

    /// A contents list: page numbers that rise, and the heading above them.
    fn contents(&mut self, lexicon: &Lexicon) {
        let mut end = 0;
        for &start in self.odd {
            let Look::Page(mut last) = self.look(start) else { continue };
            if start < end {
                continue;
            }
            end = start + 1;
            while let Some(page) = self.lines.get(end).and_then(|line| line.look.page())
                && page >= last
            {
                (last, end) = (page, end + 1);
            }
            let has_dots = (start..end).all(|index| self.line(index).contains("..."));
            let is_short = (start..end)
                .all(|index| self.line(index).split_whitespace().count() <= 6);
            if end - start >= 3 && (has_dots || is_short) {
                let has_heading = start > 0
                    && lexicon
                        .lists(self.line(start - 1).trim_end_matches(':'))
                        .has(List::BackMatter);
                self.drop(start - usize::from(has_heading)..end);
            }
        }
    }

    /// Signatures behind `--`, and the name under a complimentary close.
    fn letters(&mut self) {
        for &index in self.odd {
            if self.look(index) == Look::SignatureMark {
                let behind = self.lines[index + 1..].iter().take(LONGEST_SIGNATURE);
                let length = behind.take_while(|line| !line.gap).count();
                self.drop(index..index + 1 + length);
            } else if self.look(index) == Look::Close {
                let name =
                    self.lines.get(index + 1).map_or("", |line| line.span.of(self.text));
                let is_name = !name.is_empty()
                    && name.split_whitespace().count() <= 4
                    && !name.ends_with('.');
                self.drop(index..index + 1 + usize::from(is_name));
            }
        }
    }

    /// The lines of addresses.
    fn addresses(&mut self) {
        for &index in self.odd {
            if self.roles[index] == Role::Text
                && let Some(address) = addresses::around(self.text, self.lines, index)
            {
                self.drop(address);
            }
        }
    }

    /// Fields, as a form or a head has them: several in a row without a blank line
    /// between. Where they make up half of a text, they are what somebody says.
    fn fields(&mut self) {
        let is_field = |index: &usize| match self.look(*index) {
            Look::Field | Look::MailHead => true,
            Look::Page(_) | Look::Timed | Look::Notice => {
                looks::is_field(self.line(*index))
            }
            _ => false,
        };
        let goes_on = |a: &usize, b: &usize| a + 1 == *b && !self.lines[*b].gap;
        let fields: Vec<usize> = self.odd.iter().copied().filter(is_field).collect();
        let length = |index: &usize| self.line(*index).len();
        if fields.iter().map(length).sum::<usize>() * 2 > self.text.len() {
            return;
        }
        for run in fields.chunk_by(goes_on).filter(|run| run.len() >= FEWEST_FIELDS) {
            let is_name = |index: &&usize| looks::names_something(self.line(**index));
            if run.iter().filter(is_name).count() * 2 > run.len() {
                self.drop(run[0]..run[0] + run.len());
            }
        }
    }

    /// Lines that end in a time, where several do: they say who writes what follows.
    fn timed(&mut self) {
        let odd = self.odd.iter().copied();
        let timed: Vec<usize> =
            odd.filter(|index| self.look(*index) == Look::Timed).collect();
        if timed.len() >= FEWEST_TIMED {
            self.drop_each(timed);
        }
    }

    /// A date among the first lines; several dates head the days of a diary.
    fn dateline(&mut self, lexicon: &Lexicon) {
        // A line of wrapped prose is about as wide as the others.
        let widest = self.lines.iter().map(|line| line.width).max().unwrap_or(0);
        let is_dated = |index: usize| {
            self.lines[index].look != Look::Prose
                && 2 * self.lines[index].width <= widest
                && dates::is_dateline(self.line(index), lexicon)
        };
        let first = (0..self.lines.len().min(FIRST_LINES))
            .take_while(|index| self.look(*index) != Look::Prose)
            .find(|index| {
                *index > 0 && is_dated(*index) || dates::is_stamp(self.line(*index))
            });
        let Some(first) = first else { return };
        let others =
            self.odd.iter().filter(|index| **index != first && is_dated(**index));
        if others.count() < 2 {
            self.drop_each([first]);
        }
    }

    /// Headers and footers: short lines that recur with other page numbers.
    fn pages(&mut self) {
        let mut seen: HashMap<String, Vec<usize>, FixedState> = HashMap::default();
        for &index in self.odd {
            let line = self.line(index);
            if self.lines[index].numbered && line.len() <= 80 && numbers_page(line) {
                let form = line.chars().filter(|c| !c.is_ascii_digit()).collect();
                seen.entry(form).or_default().push(index);
            }
        }
        for places in seen.into_values().filter(|places| places.len() >= FEWEST_PAGES) {
            self.drop_each(places);
        }
    }

    /// A number alone on a line; several are the headings of years or chapters.
    fn number(&mut self) {
        let is_number = |index: &usize| {
            self.roles[*index] == Role::Text && is_digits(self.line(*index))
        };
        let mut numbers = self.odd.iter().copied().filter(is_number);
        if let (Some(only), None) = (numbers.next(), numbers.next()) {
            self.drop_each([only]);
        }
    }

    /// A byline among the first lines, with the writer's office and the date.
    fn byline(&mut self) {
        let first =
            (1..self.lines.len().min(4)).find(|index| is_byline(self.line(*index)));
        let Some(first) = first else { return };
        let is_about_it = |index: &usize| is_office_or_date(self.line(*index));
        let behind =
            (first + 1..self.lines.len()).take(3).take_while(is_about_it).count();
        self.drop(first..first + 1 + behind);
    }

    /// Times before what is said, question and answer marks, quotation marks
    /// of letters, numbers of paragraphs: the text begins behind them.
    fn labels(&mut self) {
        let labelled = |index: &usize| match self.look(*index) {
            Look::Labelled(label, length) => Some((*index, label, length)),
            _ => None,
        };
        let found: Vec<(usize, Label, u8)> =
            self.odd.iter().filter_map(labelled).collect();
        let numbers_paragraphs = self.numbers_paragraphs(&found);
        let mut counts: HashMap<Label, usize, FixedState> = HashMap::default();
        for (_, label, _) in &found {
            *counts.entry(*label).or_default() += 1;
        }
        let lines = self.lines.len();
        for (index, label, length) in found {
            let fewest = match label {
                Label::Number => 0,
                // What a manual leaves to be filled in stands at the start of lines too.
                Label::Nick => FEWEST_LABELS.max(lines - lines / WITHOUT_NICK_ONE_IN),
                _ => FEWEST_LABELS,
            };
            if counts[&label] >= fewest {
                self.roles[index] = match label {
                    Label::Number if !numbers_paragraphs => Role::Furniture,
                    _ => Role::Labelled(length),
                };
            }
        }
    }

    /// Whether numbers stand before the paragraphs of the text, as in a judgment,
    /// and not before notes at its end or at the foot of its pages.
    fn numbers_paragraphs(&self, found: &[(usize, Label, u8)]) -> bool {
        let numbered = || found.iter().filter(|(_, label, _)| *label == Label::Number);
        let Some((first, ..)) = numbered().next() else { return false };
        let first = self.lines[*first].span.start;
        let paragraphs = 1 + self.lines.iter().skip(1).filter(|line| line.gap).count();
        let has_zeros = self.text[first as usize..].starts_with("[0");
        has_zeros
            || numbered().count() * NUMBERED_ONE_IN >= paragraphs
                && first as usize * NUMBERED_FROM < self.text.len()
    }

    /// What stands outside the marks that a digital library puts around a book.
    fn book(&mut self) {
        let find = |word: &str| {
            self.odd.iter().copied().find(|index| {
                self.look(*index) == Look::BookMark && self.line(*index).contains(word)
            })
        };
        let (start, end) = (find("START OF"), find("END OF"));
        if let Some(start) = start {
            self.drop(0..start + 1);
        }
        if let Some(end) = end.filter(|end| start.is_none_or(|start| start < *end)) {
            self.drop(end..self.lines.len());
        }
    }
}

/// Whether a line ends in the number of a page: set far apart, or named.
fn numbers_page(line: &str) -> bool {
    let bare = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let name = bare.trim_end().rsplit(' ').next().unwrap_or("").to_lowercase();
    let is_named = matches!(
        name.as_str(),
        "page"
            | "p."
            | "pg."
            | "seite"
            | "s."
            | "página"
            | "pagina"
            | "pág."
            | "стр."
            | "sida"
            | "strona"
    );
    is_named || bare.ends_with("   ") && !bare.trim().is_empty()
}

/// What stands under a byline: `Staff Writer`, `June 8, 2022`.
fn is_office_or_date(line: &str) -> bool {
    let lower = line.to_lowercase();
    let offices = ["correspondent", "editor", "reporter", "staff", "writer"];
    let is_date = line.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
    line.len() <= 48
        && !line.ends_with(['.', '!', '?'])
        && (is_date || offices.iter().any(|office| lower.contains(office)))
}

fn is_digits(line: &str) -> bool {
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// A line without its label.
pub(super) fn without_label(text: &str, line: Line, role: Role) -> Line {
    let Role::Labelled(length) = role else { return line };
    let span = Span { start: line.span.start + u32::from(length), ..line.span };
    Line { span, width: width(span.of(text)) as u32, ..line }
}
