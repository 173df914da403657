//! What a paragraph looks like by itself, before its neighbours are looked at.

use super::edges::{begins, ends_sentence};
use super::looks::is_field;
use super::marks::MarkKind;
use super::paragraphs::Paragraph;
use super::signs::{Outline, signs};
use crate::document::BlockKind;
use crate::language::{Lexicon, List};
use crate::read::metadata::is_caption;
use crate::segment::chars::{self, Begin};

/// No heading has more words or bytes; a numbered one may have more words.
const MOST_WORDS: u32 = 20;
const MOST_NUMBERED_WORDS: u32 = 32;
pub(super) const MOST_BYTES: usize = 200;
/// A stop inside a heading has fewer words before it: `Introduction. What is new`.
const FEWEST_BEFORE_STOP: usize = 4;
/// Behind so many bytes, a heading has no wide gap; a number may stand before one.
const BEFORE_COLUMNS: usize = 8;
/// In a text without terminal marks, prose has more words than this.
const UNMARKED_WORDS: u32 = 8;

/// What one paragraph looks like by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// Short and without a final mark: it could be a heading.
    pub is_short: bool,
    /// Ends with a terminal mark, or is too long for a heading.
    pub is_prose: bool,
    pub ends: bool,
    pub words: u32,
    /// A short line that ends in a question mark.
    pub is_question: bool,
    /// Ends with a colon; a label if it is of no more than three words.
    pub is_lead_in: bool,
    pub is_label: bool,
    pub is_caption: bool,
    /// Marked as a heading by signs: underlined, `== so ==`, `# so`.
    pub signs: Option<u8>,
    pub mark: Option<MarkKind>,
    /// Short, with a label and a colon in it: `Present: Ida Moss`.
    pub is_field: bool,
    /// A usual name for a section, if it could head one: `Introduction`, `References`.
    pub is_usual: bool,
    /// A division of a work: `Chapter IV`.
    pub is_division: bool,
    /// A line that divides, or one in columns or in brackets (`[NOTE]`): what stands
    /// around it is told without it.
    pub is_rule: bool,
    /// Whether a blank line stands before it.
    pub gap: bool,
    /// A heading in capitals that stands further out than its text.
    pub stands_out: bool,
}

impl Form {
    pub fn of(
        text: &str,
        paragraph: &Paragraph,
        outline: Outline,
        lexicon: &Lexicon,
    ) -> Form {
        let line = paragraph.span.of(text);
        let mark = paragraph.mark.map(|mark| mark.kind);
        let is_rule = paragraph.kind == BlockKind::Other;
        let fits = line.len() <= MOST_BYTES
            && paragraph.lines <= 2
            && !paragraph.spoken
            && !is_rule;
        let words = if fits { count_words(line) } else { u32::MAX };
        let ends = ends_sentence(line);
        let most = match mark {
            Some(MarkKind::Outline(_) | MarkKind::Number(_)) => MOST_NUMBERED_WORDS,
            _ => MOST_WORDS,
        };
        let is_heading_size = fits && words <= most && chars::has_alphanumeric(line);
        let begins_well = begins_well(line, mark);
        let is_division = is_heading_size && words <= 8 && is_division(line, lexicon);
        let own_signs = signs(line, outline);
        let is_set_off = fits
            && !ends
            && own_signs.is_none()
            && is_set_off(line, mark.is_some() || is_division);
        let hangs = !ends && hangs(line, lexicon);
        let is_open = || {
            !ends
                && !hangs
                && !line.ends_with([',', ';', ':', '-', '–', '—', '/', '，', '、', '：'])
        };
        let is_short = is_heading_size
            && begins_well
            && (is_division || is_open() || is_exclaimed(line, lexicon))
            && !is_set_off
            && !is_no_name(line, mark, lexicon)
            && mark != Some(MarkKind::Bullet);
        let is_question = is_heading_size && begins_well && asks(line);
        let is_lead_in = is_heading_size && line.ends_with([':', '：']);
        let signs =
            own_signs.or(paragraph.underline.filter(|_| is_heading_size).map(|_| 1));
        let could_head =
            is_heading_size && (is_short || is_question || is_lead_in || signs.is_some());
        Form {
            is_short,
            is_prose: ends || words > most || hangs,
            ends,
            words,
            is_question,
            is_lead_in,
            is_label: is_lead_in && begins_well && words <= 3 && mark.is_none(),
            is_caption: fits && is_caption(line, lexicon),
            signs,
            mark,
            is_field: is_short && is_field(line),
            is_division,
            is_usual: could_head && words <= 6 && is_usual(line, lexicon),
            is_rule: is_rule || is_set_off,
            gap: paragraph.gap,
            stands_out: paragraph.stands_out
                && mark.is_none()
                && (is_short || is_lead_in && begins_well),
        }
    }

    /// How deep its number is, if it has one that headings have.
    pub fn depth(&self) -> Option<u8> {
        match self.mark {
            Some(MarkKind::Outline(depth)) => Some(depth),
            Some(MarkKind::Number(_)) => Some(1),
            _ => None,
        }
    }

    /// Whether it is a division without a name: nothing but its word and number.
    pub fn is_bare_division(&self) -> bool {
        self.is_division && self.words <= 2
    }

    /// Whether it bears a number or a sign that only headings bear.
    pub fn is_numbered(&self) -> bool {
        matches!(self.mark, Some(MarkKind::Outline(_))) || self.is_division
    }
}

/// In a text that marks no ends of sentences, as Thai does not, prose is what
/// is longer than most headings.
pub(super) fn tell_unmarked_prose(forms: &mut [Form]) {
    let long = |form: &&Form| form.words > UNMARKED_WORDS;
    let marked = forms.iter().filter(long).filter(|form| form.ends).count();
    if marked * 4 >= forms.iter().filter(long).count() {
        return;
    }
    for form in forms.iter_mut().filter(|form| form.words > UNMARKED_WORDS) {
        (form.is_prose, form.is_short) = (true, false);
    }
}

/// The words of a line of no more than [`MOST_BYTES`] without white space around
/// it, which a byte can count; in scripts without spaces four characters count as one.
fn count_words(line: &str) -> u32 {
    let bytes = line.as_bytes();
    let pairs = bytes.iter().zip(&bytes[1.min(bytes.len())..]);
    let (ends, all) = pairs.fold((0_u8, 0), |(ends, all), (a, b)| {
        (ends.wrapping_add(u8::from((*a > b' ') & (*b <= b' '))), all | *a)
    });
    if all.is_ascii() && bytes.last().is_none_or(u8::is_ascii) {
        return u32::from(ends) + 1;
    }
    let (mut words, mut unspaced, mut after_space) = (0, 0, true);
    for c in line.chars() {
        let is_space = c.is_whitespace();
        words += u32::from(after_space && !is_space);
        unspaced += u32::from(is_unspaced(c));
        after_space = is_space;
    }
    words + unspaced / 4
}

/// Whether `c` is of a script without spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c as u32, 0xe00..=0xeff | 0x1780..=0x17ff | 0x1000..=0x109f | 0x3000..=0x9fff)
}

/// Whether a line asks, and is no speech.
fn asks(line: &str) -> bool {
    line.ends_with(['?', '？', '؟'])
        && !line.starts_with(['"', '“', '«', '„', '—', '–', '-'])
}

/// Whether a line begins as headings do.
fn begins_well(line: &str, mark: Option<MarkKind>) -> bool {
    match begins(line) {
        _ if matches!(mark, Some(MarkKind::Outline(_))) => true,
        Begin::Lower => begins_with_name(line),
        Begin::Other => false,
        _ => true,
    }
}

/// Whether a line is set in brackets or, but for a number, in columns.
fn is_set_off(line: &str, is_numbered: bool) -> bool {
    is_bracketed(line) || !is_numbered && is_in_columns(line)
}

/// Whether a line is in brackets: `[NOTE]`.
fn is_bracketed(line: &str) -> bool {
    line.starts_with('[') && line.ends_with(']')
}

/// Whether a line is speech, a remark, a piece of a sentence or an address.
fn is_no_name(line: &str, mark: Option<MarkKind>, lexicon: &Lexicon) -> bool {
    is_quoted(line)
        || is_remark(line, mark)
        || is_piece(line, lexicon)
        || holds_address(line)
}

/// Whether a line is direct speech from end to end.
fn is_quoted(line: &str) -> bool {
    line.starts_with(chars::opens)
        && line.ends_with(['"', '”', '»', '“', '’', '」', '』'])
}

/// Whether a line begins with a remark in parentheses, `(Added in 7.40)` and not
/// `(a) Scope`, or is one in brackets.
fn is_remark(line: &str, mark: Option<MarkKind>) -> bool {
    mark.is_none() && line.starts_with('(') || is_bracketed(line)
}

/// Whether a line consists of pieces set far apart, behind its number.
fn is_in_columns(line: &str) -> bool {
    let behind = line.as_bytes().get(BEFORE_COLUMNS..).unwrap_or_default();
    memchr::memchr(b'\t', behind).is_some()
        || memchr::memmem::find(behind, b"   ").is_some()
}

/// Whether a line holds an address of the web or of a person.
fn holds_address(line: &str) -> bool {
    line.contains("://") || line.contains('@') && line.split([' ', '<']).any(is_mail)
}

fn is_mail(word: &str) -> bool {
    word.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// Whether a line leads on to the next clause: `… of the plan; and`.
fn hangs(line: &str, lexicon: &Lexicon) -> bool {
    let mut words = line.rsplit(' ');
    let last = words.next().unwrap_or("");
    words.next().is_some_and(|word| word.ends_with([';', ',']))
        && lexicon.lists(last).has(List::SmallWords)
}

/// Whether a line is a piece of prose: a bracket stays open at its end, or a sentence
/// ends inside it.
fn is_piece(line: &str, lexicon: &Lexicon) -> bool {
    const SHORTENED: [List; 3] = [List::Titles, List::Abbreviations, List::BeforeNumbers];
    let bytes = line.as_bytes();
    let count = |sign: u8| memchr::memchr_iter(sign, bytes).count();
    let opens = memchr::memchr3(b'(', b'{', b'[', bytes).is_some();
    let stays_open = |open: u8, close: u8| opens && count(open) > count(close);
    let ends = |at: usize| {
        let before = &line[..at];
        let word = before.rsplit(' ').next().unwrap_or(before);
        before.split_whitespace().nth(FEWEST_BEFORE_STOP - 1).is_some()
            && word.chars().count() > 3
            && word.chars().all(char::is_lowercase)
            && line[at + 2..].starts_with(char::is_uppercase)
            && !lexicon.lists(word).has_any(&SHORTENED)
    };
    let mut stops = memchr::memchr_iter(b'.', bytes);
    stays_open(b'(', b')')
        || stays_open(b'{', b'}')
        || stays_open(b'[', b']')
        || stops.any(|at| bytes.get(at + 1) == Some(&b' ') && ends(at))
}

/// Whether a line is an exclamation in title case: `Stop the Press!`
fn is_exclaimed(line: &str, lexicon: &Lexicon) -> bool {
    let mut words = line.split_whitespace();
    let is_title_case = |word: &str| {
        !word.starts_with(char::is_lowercase) || lexicon.lists(word).has(List::SmallWords)
    };
    line.ends_with('!')
        && (2..=10).contains(&words.clone().count())
        && words.all(is_title_case)
}

/// Whether a line is a usual name for a section.
fn is_usual(line: &str, lexicon: &Lexicon) -> bool {
    const USUAL: [List; 3] = [List::Introductions, List::Digests, List::BackMatter];
    lexicon.lists(line).has_any(&USUAL)
}

/// `Chapter IV`, `Part Two: The Return`, `Appendix A`.
fn is_division(line: &str, lexicon: &Lexicon) -> bool {
    let first = chars::up_to_space(line);
    if !lexicon.lists(first).has(List::Divisions) {
        return false;
    }
    let behind = line[first.len()..].trim_start();
    let second = chars::up_to_space(behind);
    if second.is_empty() {
        return false;
    }
    let label = second.trim_end_matches(['.', ':', ',']);
    label.bytes().all(|byte| byte.is_ascii_digit())
        || label.len() <= 6 && chars::is_roman(label)
        || label.len() == 1
        || label.starts_with(char::is_uppercase)
            && behind[second.len()..].trim_start().is_empty()
}

/// Whether a line begins with a name that is written small: `qPCR`, `k-mer`.
fn begins_with_name(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or("");
    let second = first.chars().nth(1);
    second == Some('-') && first.chars().count() > 2
        || first.chars().skip(1).any(char::is_uppercase)
}
