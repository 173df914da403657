//! What a single line looks like, as far as that tells it from prose.

use super::addresses;
use super::ahead::Inside;
use super::entries::{Label, label};
use super::letters::{is_attribution, is_close, is_mail_head, is_salutation};
use super::signs::{command, is_directive};
use super::usage::is_usage;
use crate::read::dates::is_stamp;
use crate::read::notices::{is_notice, is_page_of_manual};

/// No longer line is looked at: it is prose. In bytes.
pub(super) const LONGEST: usize = 240;
/// No label of a field has more bytes or words.
const LONGEST_FIELD_LABEL: usize = 24;
const WORDS_OF_FIELD_LABEL: usize = 3;
/// No piece of a menu is longer, in bytes.
const LONGEST_PIECE: usize = 40;
/// No line with a name and a time has more bytes or words.
const LONGEST_TIMED: usize = 64;
const WORDS_OF_TIMED: usize = 5;

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
    /// `Due date: 12 July 2024`
    Field,
    /// `Ida Moss  9:02 AM`
    Timed,
    /// `Whitby YO21 3PX`
    Town,
    /// What a page says about itself.
    Notice,
    /// An address, an equation, a number, an ornament.
    Symbols,
    /// `*** START OF …`
    BookMark,
    /// A label of this kind and length, with text behind it.
    Labelled(Label, u8),
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
    if let Some((label, length)) = label(line) {
        return Look::Labelled(label, length);
    }
    if line.bytes().all(|byte| byte == b'>' || byte == b' ') {
        return Look::Symbols;
    }
    if line.len() > LONGEST {
        return Look::Prose;
    }
    let begins_with_word = line.starts_with(|c: char| c.is_ascii_alphabetic());
    let ends = line.ends_with(['.', '!', '?', '。', '”', '"']);
    let has_colon = inside.colon < line.len();
    match line {
        _ if !begins_with_word && is_cue(line) => Look::Cue,
        _ if !begins_with_word && is_book_mark(line) => Look::BookMark,
        "--" => Look::SignatureMark,
        _ if !begins_with_word && is_signed(line) => Look::Notice,
        _ if !begins_with_word && is_log(line) || is_stamped(line) => Look::Log,
        _ if is_page_of_manual(line) => Look::Notice,
        _ if is_row(line, inside) => Look::Row,
        _ if has_colon && is_mail_head(line, inside.colon) => Look::MailHead,
        _ if line.ends_with(':') && is_attribution(line) => Look::Attribution,
        _ if line.ends_with([',', ':', '!']) && is_salutation(line) => Look::Salutation,
        _ if !ends && is_close(line) => Look::Close,
        _ if !begins_with_word && command(line).is_some() => Look::Plain,
        _ if !begins_with_word && is_directive(line) => Look::Code,
        _ if is_code(line, indent) => Look::Code,
        _ if inside.slot && is_usage(line) => Look::Code,
        _ if is_notice(line) => Look::Notice,
        _ if is_symbols(line, inside) => Look::Symbols,
        _ if !ends && has_colon && is_stamp(line) => Look::Notice,
        _ => match page(line) {
            Some(page) => Look::Page(page),
            None if ends => Look::Prose,
            None if addresses::ends_in_code(line) => Look::Town,
            None if has_colon && is_timed(line) => Look::Timed,
            None if has_colon && is_field(line) => Look::Field,
            None => Look::Plain,
        },
    }
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
    has_form(bytes, b"0000-0?-0? 0?:") || has_form(bytes, b"0000-0?-0?T0?:")
}

/// A month, a day and a time at the start, as systems write them: `May  3 10:12:06`,
/// perhaps behind the day of the week, `[Mon May 03 10:12:06`.
fn is_stamped(line: &str) -> bool {
    let bytes = line.trim_start_matches('[').as_bytes();
    let is_time = |bytes| has_form(bytes, b"aaa ?0 00:00:00");
    is_time(bytes) || bytes.get(4..).is_some_and(is_time)
}

/// Whether `bytes` begin in a form, in which `0` stands for a digit, `a` for a letter, and
/// `?` for any byte.
fn has_form(bytes: &[u8], form: &[u8]) -> bool {
    let fits = |(byte, form): (&u8, &u8)| match form {
        b'0' => byte.is_ascii_digit(),
        b'a' => byte.is_ascii_alphabetic(),
        b'?' => true,
        sign => byte == sign,
    };
    bytes.len() >= form.len() && bytes.iter().zip(form).all(fits)
}

/// Two or more cells, set apart by tabs, rules or wide spaces.
fn is_row(line: &str, inside: Inside) -> bool {
    let is_rule = line.len() > 2
        && (line.starts_with('|') || line.starts_with('+') && line.ends_with(['+', '|']));
    is_rule || inside.gap && (line.matches('\t').nth(1).is_some() || wide_gaps(line) >= 2)
}

/// `Home | News | Sport`: short pieces with upright strokes between.
fn is_menu(line: &str) -> bool {
    line.contains(" | ")
        && line.split(" | ").nth(2).is_some()
        && line.split(" | ").all(|piece| piece.len() <= LONGEST_PIECE)
        && !line.ends_with(['.', '!', '?', '।', '|'])
}

fn wide_gaps(line: &str) -> usize {
    line.split("   ").filter(|cell| !cell.trim().is_empty()).count().saturating_sub(1)
}

/// A command, or a line that ends as lines of programs do.
fn is_code(line: &str, indent: u32) -> bool {
    let starts = ["#include", "import ", "def ", "fn ", "var ", "const ", "return "];
    let starts_so = || starts.iter().any(|start| line.starts_with(start));
    let ends_so =
        line.ends_with([';', '{', '}']) && !line.ends_with(".}") || line.ends_with("});");
    let has_signs =
        || line.contains("()") || line.contains(" = ") || line.contains(['{', '}']);
    line.starts_with("$ ")
        || line.starts_with("```")
        || line == "}"
        || ends_so && (has_signs() || starts_so())
        || indent >= 4 && starts_so() && has_signs()
}

/// `Due date: 12 July 2024`: a label of a few words, a colon, and what is no sentence.
pub(super) fn is_field(line: &str) -> bool {
    let Some((label, value)) = line.split_once([':', '：']) else { return false };
    label.len() <= LONGEST_FIELD_LABEL
        && label.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && label.split_whitespace().count() <= WORDS_OF_FIELD_LABEL
        && !value.starts_with([':', '/'])
        && !value.trim_start().is_empty()
        && !line.ends_with([',', ';', '.', '!', '?', '…'])
}

/// Whether the value of a field begins as names and figures do.
pub(super) fn names_something(field: &str) -> bool {
    let value = field.split_once([':', '：']).map_or("", |(_, value)| value);
    value.trim_start().starts_with(|c: char| !c.is_lowercase())
}

/// `Ida Moss  9:02 AM`: it ends in a time of day, as the heads of a chat's entries do.
fn is_timed(line: &str) -> bool {
    let bare = line.trim_end_matches(['A', 'P', 'M', 'a', 'p', 'm', '.']).trim_end();
    let clock = bare.rsplit([' ', '\u{a0}', '\u{202f}']).next().unwrap_or("");
    line.len() <= LONGEST_TIMED
        && clock.len() < bare.len()
        && matches!(
            clock.as_bytes(),
            [b'0'..=b'9', b':', ..] | [b'0'..=b'9', _, b':', ..]
        )
        && clock.len() - clock.find(':').unwrap_or(0) == 3
        && clock.ends_with(|c: char| c.is_ascii_digit())
        && line.split_whitespace().count() <= WORDS_OF_TIMED
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
    is_address || is_equation || is_menu(line) || line == "QED" || line == "Q.E.D."
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
