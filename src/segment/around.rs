//! What stands around a mark: the word before it, what closes behind it, and
//! how the text goes on. No look reaches far, so that a scan stays linear.

use super::chars::{self, ALPHANUMERIC, Begin, Mark, begin, is_alphanumeric};
use super::runs::run_end;

/// Quotation marks and brackets are sought no further than this, in bytes.
pub(super) const NEAR: usize = 300;

/// No more than this is looked at before a mark, in bytes: no abbreviation is longer.
const LONGEST_TOKEN: usize = 64;

/// A mark and its surroundings.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The block that holds the sentence; nothing beyond it counts.
    pub block: &'a str,
    /// Where the open sentence begins, behind white space.
    pub start: usize,
    /// What the run of marks is.
    pub mark: Mark,
    /// Where the run of marks begins.
    pub from: usize,
    /// Where it ends.
    pub behind: usize,
    /// Whether the writer does without capitals at the beginning of sentences.
    pub casual: bool,
}

/// What stands behind the marks and their closing quotes.
pub(crate) struct After<'a> {
    /// Where the closing marks end.
    pub end: usize,
    /// Whether there were closing marks.
    pub closed: bool,
    /// Whether white space follows.
    pub gap: bool,
    /// What follows the white space, without opening marks.
    pub rest: &'a str,
    /// Whether an opening quotation mark stands before it.
    pub quoted: bool,
    /// How it begins.
    pub begin: Begin,
}

/// Looks at what stands behind the marks.
pub(crate) fn after<'a>(context: &Context<'a>) -> After<'a> {
    let block = context.block;
    if let Some((rest, first)) = word_behind_space(&block[context.behind..]) {
        let begin = begin(first);
        let (end, gap) = (context.behind, true);
        return After { end, closed: false, gap, rest, quoted: false, begin };
    }
    let end = behind_closing_marks(context);
    let rest = block[end..].trim_start();
    let gap = rest.len() < block.len() - end;
    let bare = behind_pictures(rest).trim_start_matches(|c| {
        chars::opens(c) || chars::is_dash(c) || c.is_whitespace()
    });
    After {
        end,
        closed: end > context.behind,
        gap,
        quoted: rest.starts_with(|c| chars::opens(c) && !"([{".contains(c)),
        rest: bare,
        begin: bare.chars().next().map_or(Begin::Other, begin),
    }
}

/// What follows a single space and how it begins, if that is a letter or digit of an
/// alphabet: behind most marks nothing else stands.
fn word_behind_space(text: &str) -> Option<(&str, char)> {
    let rest = text.strip_prefix(' ')?;
    let ascii = *rest.as_bytes().first()?;
    if ascii.is_ascii_alphanumeric() {
        return Some((rest, char::from(ascii)));
    }
    let first = rest.chars().next()?;
    // Beyond the alphabets there are pictures that are numbers.
    (first < '\u{2000}' && is_alphanumeric(first)).then_some((rest, first))
}

/// Where the quotation marks, brackets and notes end that close behind a mark.
fn behind_closing_marks(context: &Context<'_>) -> usize {
    let block = context.block;
    let mut end = context.behind;
    loop {
        let rest = &block[end..];
        let mut ahead = rest.chars();
        let Some(next) = ahead.next() else { return end };
        let then = ahead.next();
        let free = then.is_none_or(|c| !is_alphanumeric(c));
        let length = match next {
            '[' => note_mark(rest),
            '¹' | '²' | '³' | '⁰'..='⁹' => Some(next.len_utf8()),
            '0'..='9' if end == context.behind => number_of_note(context, rest),
            c if chars::closes(c) && (free || !matches!(c, '"' | '\'' | '’' | '`')) => {
                Some(c.len_utf8())
            }
            '"' if then.is_some_and(is_caseless) && is_open(context, '"') => Some(1),
            c if chars::closes_somewhere(c) && free => Some(c.len_utf8()),
            c if c.is_whitespace() => closing_behind_space(context, rest, end),
            _ => None,
        };
        match length {
            Some(length) => end += length,
            None => return end,
        }
    }
}

/// Whether a letter has no cases; where words have no spaces or particles follow them, one
/// may stand right behind a quotation.
fn is_caseless(c: char) -> bool {
    begin(c) == Begin::Caseless
}

/// Whether a straight quotation mark of the sentence so far is still open.
fn is_open(context: &Context<'_>, quote: char) -> bool {
    near_end(&context.block[context.start..context.from], NEAR).matches(quote).count() % 2
        == 1
}

/// The length of white space and a closing mark or note behind it: the French
/// way (`? »`), text cut into tokens (`. ''`), and notes set apart (`. [1]`).
fn closing_behind_space(context: &Context<'_>, rest: &str, end: usize) -> Option<usize> {
    let mark = rest.trim_start();
    let space = rest.len() - mark.len();
    let stands_alone =
        |length: usize| mark[length..].chars().next().is_none_or(|c| !is_alphanumeric(c));
    match mark.chars().next()? {
        '»' if end == context.behind && stands_alone('»'.len_utf8()) => {
            Some(space + '»'.len_utf8())
        }
        '[' => note_mark(mark)
            .filter(|length| stands_alone(*length))
            .map(|length| space + length),
        quote @ ('\'' | '"' | '”' | '’') if space == 1 => {
            let length = if mark.starts_with("\'\'") { 2 } else { quote.len_utf8() };
            let apart = mark[length..].chars().next().is_none_or(char::is_whitespace);
            let so_far = near_end(&context.block[context.start..context.from], NEAR);
            let is_open = so_far.matches(quote).count() % (2 * length.min(2)) != 0;
            let ahead = &mark[length..mark.floor_char_boundary(length + NEAR)];
            let closes = quote == '”' || is_open || !ahead.contains(quote);
            (apart && closes && end == context.behind).then_some(space + length)
        }
        _ => None,
    }
}

/// The end of `text`, of no more than `most` bytes.
pub(super) fn near_end(text: &str, most: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(most))..]
}

/// The length of a note's number right behind a mark: `a consultation.11 12`.
fn number_of_note(context: &Context<'_>, rest: &str) -> Option<usize> {
    let before = context.block[context.start..context.from].chars().next_back()?;
    let word = token_before(context).text.len();
    let length = rest
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || b", ".contains(byte))
        .count();
    let numbers = rest[..length].trim_end();
    let is_short = numbers.split([' ', ',']).all(|number| number.len() <= 3);
    let goes_on = rest[length..].chars().next().is_some_and(char::is_uppercase);
    let is_word = before == ')' || before.is_lowercase() && word > 3;
    (context.mark == Mark::Stop
        && is_word
        && is_short
        && goes_on
        && numbers.len() < length)
        .then_some(numbers.len())
}

/// The length of a note's mark (`[3]`, `[1, 2]`) at the start of `text`.
fn note_mark(text: &str) -> Option<usize> {
    let inside = text[1..]
        .bytes()
        .take(24)
        .take_while(|b| b.is_ascii_digit() || b", -".contains(b))
        .count();
    (inside > 0 && text.as_bytes().get(inside + 1) == Some(&b']')).then_some(inside + 2)
}

/// `end`, or the end of the pictures or the emoticon that follow it.
pub(crate) fn with_emoji(block: &str, end: usize) -> usize {
    if word_behind_space(&block[end..]).is_some() {
        return end;
    }
    let pictures = block[end..].trim_start_matches([' ', '\u{a0}']);
    let behind = behind_pictures(pictures);
    if behind.len() < pictures.len() { block.len() - behind.len() } else { end }
}

fn behind_pictures(text: &str) -> &str {
    const FACES: [&str; 6] = [":-)", ":)", ";-)", ";)", ":-(", ":("];
    let face = FACES.iter().find_map(|face| text.strip_prefix(face));
    face.unwrap_or_else(|| text.trim_start_matches(chars::is_emoji))
}

/// The word before a mark.
#[derive(Clone, Copy)]
pub(crate) struct Token<'a> {
    /// The word, without opening marks.
    pub text: &'a str,
    /// The sentence up to the word.
    ahead: &'a str,
}

impl<'a> Token<'a> {
    /// What stands before it in the sentence, without the white space between.
    pub fn before(self) -> &'a str {
        chars::trim_end(self.ahead)
    }
}

/// The word before the mark.
pub(crate) fn token_before<'a>(context: &Context<'a>) -> Token<'a> {
    let sentence = &context.block[context.start..context.from];
    if let Some(token) = plain_token(sentence) {
        return token;
    }
    let sentence = sentence.trim_end();
    let near = near_end(sentence, LONGEST_TOKEN);
    let text = &near[behind_edge(near)..];
    let text = text.trim_start_matches(|c| chars::opens(c) || c == '*' || c == '_');
    Token { text, ahead: &sentence[..sentence.len() - text.len()] }
}

/// The last word of `sentence` if it consists of letters and digits of ASCII, behind a
/// space or nothing, as most do.
fn plain_token(sentence: &str) -> Option<Token<'_>> {
    let near = &sentence.as_bytes()[sentence.len().saturating_sub(LONGEST_TOKEN)..];
    let is_outside = |byte: &u8| !ALPHANUMERIC[usize::from(*byte)];
    let length = near.iter().rev().position(is_outside).unwrap_or(near.len());
    let (ahead, text) = sentence.split_at(sentence.len() - length);
    let is_apart = ahead.is_empty() || ahead.ends_with(' ');
    (is_apart && 0 < length && length < LONGEST_TOKEN).then_some(Token { text, ahead })
}

/// Where the last word of `text` begins, behind white space or a dash.
fn behind_edge(text: &str) -> usize {
    // A Latin word in Chinese or Japanese has no space before it.
    let is_latin = text.ends_with(|c: char| c.is_ascii_alphanumeric());
    let is_edge = |c: char| {
        c.is_whitespace()
            || matches!(c, '—' | '–' | '…')
            || is_latin && matches!(c, '\u{3001}'..='\u{9fff}' | '\u{ff01}'..='\u{ff0f}')
    };
    let word = text.bytes().rev().take_while(u8::is_ascii_graphic).count();
    let start = text.len() - word;
    if start > 0 && text.as_bytes()[start - 1] == b' ' {
        return start;
    }
    let edge = text.char_indices().rev().find(|(_, c)| is_edge(*c));
    edge.map_or(0, |(at, c)| at + c.len_utf8())
}

/// The last word of `text`, in at most [`LONGEST_TOKEN`] bytes.
pub(crate) fn last_word(text: &str) -> &str {
    near_end(text, LONGEST_TOKEN).split_whitespace().next_back().unwrap_or("")
}

/// The word at the start of `text`, up to an apostrophe.
pub(crate) fn word(text: &str) -> &str {
    &text[..run_end(text, 0, is_alphanumeric)]
}
