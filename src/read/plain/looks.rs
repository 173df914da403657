//! What a single line looks like, as far as that tells it from prose.

use std::ops::Range;

use memchr::{memchr, memmem};

use super::ahead::Next;
use super::notices::{is_notice, is_page_of_manual};
use crate::document::Span;
use crate::language::Lower;

/// No longer line is looked at: it is prose. In bytes.
const LONGEST: usize = 240;

/// What a letter closes with.
const CLOSES: [&str; 21] = [
    "all the best", "best", "best regards", "best wishes", "cheers", "cordialement",
    "kind regards", "love", "many thanks", "mit freundlichen grüßen", "regards",
    "respectfully", "sincerely", "sincerely yours", "thanks", "warm regards",
    "with kind regards", "yours", "yours faithfully", "yours sincerely", "yours truly",
];

/// The look of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// It ends like a sentence, or is long.
    Prose,
    /// Nothing in particular.
    Plain,
    /// Cells between rules, tabs or wide spaces.
    Row,
    /// A log's date and time, or level.
    Log,
    /// A program's text, or a command.
    Code,
    /// A line that ends in this page number; behind dots, surely.
    Page(u16),
    /// The time of a subtitle.
    Cue,
    /// `From:`, `Subject:` and the like.
    MailHead,
    /// `On Monday, Ada wrote:`
    Attribution,
    /// `--`, before a signature.
    SignatureMark,
    /// `Dear Ms Roe,`
    Salutation,
    /// `Kind regards,`
    Close,
    /// `[1] See …`, `¹ Ibid.`
    Note,
    /// What a page says about itself.
    Notice,
    /// An address, an equation, a number, an ornament.
    Symbols,
    /// `*** START OF …`
    BookMark,
    /// A label of this kind and length, with text behind it.
    Labelled(Label, u8),
}

/// What stands before a text that is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// `[12:30]`, before what is said.
    Time,
    /// `Q.`
    Question,
    /// `A.`
    Answer,
    /// `>`, before a line of a letter that is answered.
    Quoted,
    /// `–`, before an item.
    Dash,
    /// `o`, which was a bullet.
    Bullet,
}

impl Label {
    pub const ALL: [Label; 6] = [
        Label::Time,
        Label::Question,
        Label::Answer,
        Label::Quoted,
        Label::Dash,
        Label::Bullet,
    ];
}

impl Look {
    /// How many lines of this look in a row are no prose; `None` where company
    /// does not tell.
    pub fn fewest(self) -> Option<usize> {
        match self {
            Look::Row | Look::Log | Look::MailHead => Some(2),
            Look::Code
            | Look::Cue
            | Look::Attribution
            | Look::Salutation
            | Look::Note
            | Look::Notice
            | Look::Symbols => Some(1),
            _ => None,
        }
    }

    /// The page number at its end.
    pub fn page(self) -> Option<u16> {
        if let Look::Page(page) = self { Some(page) } else { None }
    }
}

/// The look of `line`, which has `indent` white space before it.
pub(super) fn look(line: &str, indent: u32, inside: Inside) -> Look {
    if line.len() > LONGEST {
        return Look::Prose;
    }
    if let Some(labelled) = label(line) {
        return labelled;
    }
    let begins_with_word = line.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_open = line.ends_with([',', ':']);
    match line {
        _ if !begins_with_word && is_cue(line) => Look::Cue,
        _ if !begins_with_word && is_book_mark(line) => Look::BookMark,
        "--" => Look::SignatureMark,
        _ if !begins_with_word && is_signed(line) => Look::Notice,
        _ if !begins_with_word && is_log(line) => Look::Log,
        _ if is_page_of_manual(line) => Look::Notice,
        _ if is_row(line, inside) => Look::Row,
        _ if is_mail_head(line, inside) => Look::MailHead,
        _ if is_open && is_attribution(line) => Look::Attribution,
        _ if is_open && is_salutation(line) => Look::Salutation,
        _ if is_open && is_close(line) => Look::Close,
        _ if !begins_with_word && is_note(line) => Look::Note,
        _ if is_code(line, indent) => Look::Code,
        _ if is_notice(line) => Look::Notice,
        _ if is_symbols(line, inside) => Look::Symbols,
        _ => match page(line) {
            Some(page) => Look::Page(page),
            None if line.ends_with(['.', '!', '?', '。', '”', '"']) => Look::Prose,
            None => Look::Plain,
        },
    }
}

/// What may tell a row, an equation or the head of a letter.
#[derive(Clone, Copy)]
pub(super) struct Inside {
    /// A tab, or two spaces together.
    gap: bool,
    /// The sign `=`.
    equals: bool,
    /// Where the first colon stands; one beyond the line is none.
    colon: usize,
}

/// Tells what is inside the lines of a text.
pub(super) struct Scan<'a> {
    tab: Next<'a>,
    spaces: Next<'a>,
    equals: Next<'a>,
    colon: Next<'a>,
}

impl<'a> Scan<'a> {
    /// A scan of `text` from its first line on.
    pub fn of(text: &'a str) -> Self {
        Scan {
            tab: Next::of(text, |text| memchr(b'\t', text)),
            spaces: Next::of(text, |text| memmem::find(text, b"  ")),
            equals: Next::of(text, |text| memchr(b'=', text)),
            colon: Next::of(text, |text| memchr(b':', text)),
        }
    }

    /// What is inside the line at `line`, which has no white space around it.
    pub fn inside(&mut self, line: Span) -> Inside {
        let Range { start, end } = line.range();
        Inside {
            gap: self.tab.behind(start) < end || self.spaces.behind(start) < end,
            equals: self.equals.behind(start) < end,
            colon: self.colon.behind(start) - start,
        }
    }
}

/// A time, a question's or answer's mark, a quoted line's mark.
fn label(line: &str) -> Option<Look> {
    let first = *line.as_bytes().first()?;
    if first.is_ascii_alphabetic() && !b"AQo".contains(&first) {
        return None;
    }
    let behind = |label: Label, length: usize| {
        let text = line[length..].trim_start_matches([' ', '—', '–', '-']);
        (!text.is_empty())
            .then_some(Look::Labelled(label, (line.len() - text.len()) as u8))
    };
    if let Some(rest) = line.strip_prefix('>') {
        let marks = line.len() - rest.trim_start_matches(['>', ' ']).len();
        return behind(Label::Quoted, marks);
    }
    for (start, label) in [
        ("Q. ", Label::Question),
        ("Q: ", Label::Question),
        ("A. ", Label::Answer),
        ("A: ", Label::Answer),
    ] {
        if line.starts_with(start) {
            return behind(label, start.len());
        }
    }
    // A dash is an item's where no second one sets off who speaks.
    if let Some(item) = line.strip_prefix("– ").filter(|item| !item.contains(['–', '—']))
    {
        let length = line.len() - item.trim_start().len();
        return Some(Look::Labelled(Label::Dash, length as u8));
    }
    if line.strip_prefix("o ").is_some_and(|item| item.starts_with(char::is_uppercase)) {
        return Some(Look::Labelled(Label::Bullet, 2));
    }
    let time = line.strip_prefix('[').unwrap_or(line);
    let length =
        time.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
    let is_time = time[..length].contains(':') && (4..=8).contains(&length);
    let rest = &time[length..];
    let set_off = rest.starts_with("] ") && line.starts_with('[')
        || rest.starts_with(" —")
        || rest.starts_with(" –");
    if is_time && set_off && !rest.contains(['>', '|']) {
        let offset = line.len() - rest.len() + usize::from(rest.starts_with(']'));
        return behind(Label::Time, offset);
    }
    None
}

/// The time of a subtitle: `00:00:01,000 --> 00:00:04,000`.
fn is_cue(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_digit())
        && line.contains("-->")
        && line.contains(':')
}

/// The mark of a digital library around a book.
fn is_book_mark(line: &str) -> bool {
    line.starts_with("***") && (line.contains("START OF") || line.contains("END OF"))
}

/// A signature on one line: `-- Ada Lind <ada@example.org>  Mon, 4 May`.
fn is_signed(line: &str) -> bool {
    line.starts_with("-- ") && line.contains('@')
}

/// A date and a time at the start.
fn is_log(line: &str) -> bool {
    let bytes = line.trim_start_matches('[').as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is = |at: usize, byte: u8| bytes.get(at) == Some(&byte);
    (0..4).all(digit)
        && is(4, b'-')
        && digit(5)
        && is(7, b'-')
        && digit(8)
        && (is(10, b' ') || is(10, b'T'))
        && digit(11)
        && is(13, b':')
}

/// Two or more cells, set apart by tabs, rules or wide spaces.
fn is_row(line: &str, inside: Inside) -> bool {
    let is_rule =
        line.starts_with(['+', '|']) && line.ends_with(['+', '|']) && line.len() > 2;
    is_rule || inside.gap && (line.matches('\t').nth(1).is_some() || wide_gaps(line) >= 2)
}

fn wide_gaps(line: &str) -> usize {
    line.split("   ").filter(|cell| !cell.trim().is_empty()).count().saturating_sub(1)
}

/// A command, or a line that ends as lines of programs do.
fn is_code(line: &str, indent: u32) -> bool {
    let starts =
        ["$ ", "```", "#include", "import ", "def ", "fn ", "var ", "const ", "return "];
    let starts_so = || starts.iter().any(|start| line.starts_with(start));
    let ends_so = line.ends_with([';', '{', '}']) || line.ends_with("});");
    let has_signs =
        || line.contains("()") || line.contains(" = ") || line.contains(['{', '}']);
    line.starts_with("$ ")
        || line.starts_with("```")
        || line == "}"
        || ends_so && (has_signs() || starts_so())
        || indent >= 4 && starts_so() && has_signs()
}

fn is_mail_head(line: &str, inside: Inside) -> bool {
    matches!(
        line.get(..inside.colon),
        Some(
            "From"
                | "To"
                | "Cc"
                | "Bcc"
                | "Subject"
                | "Date"
                | "Sent"
                | "Reply-To"
                | "Message-ID"
        )
    )
}

fn is_attribution(line: &str) -> bool {
    line.ends_with(" wrote:") && line.starts_with("On ")
}

fn is_salutation(line: &str) -> bool {
    let starts = [
        "Dear ", "Hello ", "Hi ", "Sehr geehrte", "Liebe", "Cher ", "Chère ", "Estimad",
        "Gentile ",
    ];
    line.len() < 60
        && starts.iter().any(|start| line.starts_with(start))
        && line.split_whitespace().count() <= 6
}

fn is_close(line: &str) -> bool {
    let is_one = |close: Lower| CLOSES.contains(&close.as_str());
    line.len() < 40 && line.strip_suffix(',').and_then(Lower::of).is_some_and(is_one)
}

/// A note at the foot: its number, and what it says.
fn is_note(line: &str) -> bool {
    let raised = line.starts_with(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']);
    let inside = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let bracketed = inside.is_some_and(|(number, text)| {
        (1..=3).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && text.starts_with(' ')
    });
    raised || bracketed
}

/// An address of the web, an equation, a number, an ornament: hardly a word.
fn is_symbols(line: &str, inside: Inside) -> bool {
    let is_address = (line.starts_with("http://")
        || line.starts_with("https://")
        || line.starts_with("www."))
        && !line.contains(' ');
    let words = || {
        line.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2)
    };
    let is_equation = inside.equals
        && line.contains(" = ")
        && line.contains(['+', '*', '/', '^', '√', '²', '('])
        && words().nth(2).is_none();
    is_address || is_equation || line == "QED" || line == "Q.E.D."
}

/// The page number at the end of a line of contents.
fn page(line: &str) -> Option<u16> {
    if !ends_in_digit(line) {
        return None;
    }
    let bare = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &line[bare.len()..];
    let is_set_off = bare.ends_with([' ', '.', '\t', '…'])
        && bare.trim_end_matches([' ', '.', '\t', '…']).len() > 2;
    let begins = line.chars().next().is_some_and(|c| !c.is_lowercase());
    (is_set_off && begins && number.len() <= 4 && line.len() <= 100)
        .then(|| number.parse().ok())
        .flatten()
}

/// Whether the last byte of `line` is a digit.
pub(super) fn ends_in_digit(line: &str) -> bool {
    line.as_bytes().last().is_some_and(u8::is_ascii_digit)
}
