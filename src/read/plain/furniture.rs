//! Lines that are no prose: what surrounds a text, is set in columns, or is
//! meant for a machine. Most show it only in company: a table has rows, a log
//! has entries, a contents list has rising page numbers.

use hashbrown::HashMap;

use super::lines::{Line, width};
use super::looks::{Look, look};
use crate::document::Span;
use crate::language::{Language, Lexicon, List};
use crate::read::metadata::is_byline;

/// What is to be done with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It is text.
    Text,
    /// It is text behind a label of so many bytes.
    Labelled(u32),
    /// It is no text.
    Furniture,
}

/// A form of label counts when so many lines have it.
const FEWEST_LABELS: usize = 2;
/// A line that recurs with other numbers so often stands on every page.
const FEWEST_PAGES: usize = 3;
/// A signature has no more lines.
const LONGEST_SIGNATURE: usize = 6;

/// The role of each of `lines`.
pub(super) fn roles(text: &str, lines: &[Line], language: Language) -> Vec<Role> {
    let looks: Vec<Look> =
        lines.iter().map(|line| look(line.span.of(text), line.indent)).collect();
    let mut roles = vec![Role::Text; lines.len()];
    let mut marker = Marker { text, lines, looks: &looks, roles: &mut roles };
    marker.runs();
    marker.commands();
    marker.contents(language.lexicon());
    marker.letters();
    marker.pages();
    marker.byline();
    marker.number();
    marker.labels();
    marker.book();
    // Words that surround a text are the text where there is no other.
    let is_for_machines =
        |look: &Look| matches!(look, Look::Row | Look::Log | Look::Code | Look::Cue);
    if roles.iter().all(|role| *role == Role::Furniture)
        && !looks.iter().any(is_for_machines)
    {
        roles.fill(Role::Text);
    }
    roles
}

struct Marker<'a> {
    text: &'a str,
    lines: &'a [Line],
    looks: &'a [Look],
    roles: &'a mut [Role],
}

impl Marker<'_> {
    fn line(&self, index: usize) -> &str {
        self.lines[index].span.of(self.text)
    }

    fn drop(&mut self, range: std::ops::Range<usize>) {
        self.roles[range].fill(Role::Furniture);
    }

    /// Stretches of lines with one look that are long enough for it.
    fn runs(&mut self) {
        let mut start = 0;
        for run in self.looks.chunk_by(|a, b| a == b) {
            let end = start + run.len();
            if run[0].fewest().is_some_and(|fewest| run.len() >= fewest) {
                self.drop(start..end);
            }
            if run[0] == Look::Cue && start > 0 && is_digits(self.line(start - 1)) {
                self.drop(start - 1..start);
            }
            start = end;
        }
    }

    /// What a command prints stands right under it.
    fn commands(&mut self) {
        let mut prints = false;
        for index in 0..self.lines.len() {
            let is_command =
                self.looks[index] == Look::Code && self.line(index).starts_with("$ ");
            prints = is_command
                || prints && !self.lines[index].gap && self.looks[index] == Look::Plain;
            if prints {
                self.drop(index..index + 1);
            }
        }
    }

    /// A contents list: page numbers that rise, and the heading above them.
    fn contents(&mut self, lexicon: &Lexicon) {
        let mut start = 0;
        while start < self.lines.len() {
            let Look::Page(first) = self.looks[start] else {
                start += 1;
                continue;
            };
            let (mut end, mut last) = (start + 1, first);
            while let Some(Look::Page(page)) =
                self.looks.get(end).copied().filter(|look| look.page() >= Some(last))
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
            start = end;
        }
    }

    /// Signatures behind `--`, and the name under a complimentary close.
    fn letters(&mut self) {
        for index in 0..self.lines.len() {
            if self.looks[index] == Look::SignatureMark {
                let rest = &self.lines[index + 1..];
                let length = rest
                    .iter()
                    .take(LONGEST_SIGNATURE)
                    .take_while(|line| !line.gap)
                    .count();
                self.drop(index..index + 1 + length);
            } else if self.looks[index] == Look::Close {
                let name =
                    self.lines.get(index + 1).map_or("", |line| line.span.of(self.text));
                let is_name = !name.is_empty()
                    && name.split_whitespace().count() <= 4
                    && !name.ends_with('.');
                self.drop(index..index + 1 + usize::from(is_name));
            }
        }
    }

    /// Headers and footers: short lines that recur with other page numbers.
    fn pages(&mut self) {
        let mut seen: HashMap<String, Vec<usize>, foldhash::fast::FixedState> =
            HashMap::default();
        for index in 0..self.lines.len() {
            let line = self.line(index);
            if line.len() <= 80 && numbers_page(line) {
                let form = line.chars().filter(|c| !c.is_ascii_digit()).collect();
                seen.entry(form).or_default().push(index);
            }
        }
        for places in seen.into_values().filter(|places| places.len() >= FEWEST_PAGES) {
            for index in places {
                self.drop(index..index + 1);
            }
        }
    }

    /// A number alone on a line; several are the headings of years or chapters.
    fn number(&mut self) {
        let is_number = |index: &usize| {
            is_digits(self.line(*index)) && self.roles[*index] == Role::Text
        };
        let mut numbers = (0..self.lines.len()).filter(is_number);
        if let (Some(only), None) = (numbers.next(), numbers.next()) {
            self.drop(only..only + 1);
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
    /// of letters: the text begins behind them.
    fn labels(&mut self) {
        let labelled = |(index, look): (usize, &Look)| match *look {
            Look::Labelled(kind, length) => Some((index, kind, length)),
            _ => None,
        };
        let found: Vec<(usize, char, u32)> =
            self.looks.iter().enumerate().filter_map(labelled).collect();
        for kind in ['t', 'q', 'a', '>', '–', 'o'] {
            let places = found.iter().filter(|(_, own, _)| *own == kind);
            if places.clone().count() >= FEWEST_LABELS {
                for (index, _, length) in places {
                    self.roles[*index] = Role::Labelled(*length);
                }
            }
        }
    }

    /// What stands outside the marks that a digital library puts around a book.
    fn book(&mut self) {
        let find = |word: &str| {
            (0..self.lines.len()).find(|index| {
                self.looks[*index] == Look::BookMark && self.line(*index).contains(word)
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
    if bare.len() == line.len() {
        return false;
    }
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
    let span = Span { start: line.span.start + length, ..line.span };
    Line { span, width: width(span.of(text)) as u32, ..line }
}
