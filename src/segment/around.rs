//! What stands around a mark: the word before it, what closes behind it, and
//! how the text goes on. No look reaches far, so that a scan stays linear.

use super::chars::{self, Begin, Mark, begin};

/// No more than this is looked at before a mark, in bytes: no abbreviation is longer.
const LONGEST_TOKEN: usize = 64;

/// A mark and its surroundings.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The block that holds the sentence; nothing beyond it counts.
    pub block: &'a str,
    /// Where the open sentence begins.
    pub start: usize,
    /// What the run of marks is.
    pub mark: Mark,
    /// Where the run of marks begins.
    pub from: usize,
    /// Where it ends.
    pub behind: usize,
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
    /// Whether an opening mark stands before it.
    pub opened: bool,
    /// How it begins.
    pub begin: Begin,
}

/// Looks at what stands behind the marks.
pub(crate) fn after<'a>(context: &Context<'a>) -> After<'a> {
    let block = context.block;
    let mut end = context.behind;
    loop {
        let mut ahead = block[end..].chars();
        let next = ahead.next();
        let then = ahead.next();
        let free = then.is_none_or(|c| !c.is_alphanumeric());
        match next {
            Some(c) if chars::closes(c) && (free || !matches!(c, '"' | '\'' | '’')) => {
                end += c.len_utf8();
            }
            Some(c) if chars::closes_somewhere(c) && free => end += c.len_utf8(),
            Some(c) if c.is_whitespace() && then == Some('»') => {
                // The French way: a space before the closing mark.
                let behind = end + c.len_utf8() + '»'.len_utf8();
                let spaced =
                    block[behind..].chars().next().is_none_or(|c| !c.is_alphanumeric());
                if !spaced || end > context.behind {
                    break;
                }
                end = behind;
            }
            Some('[') => match note_mark(&block[end..]) {
                Some(length) => end += length,
                None => break,
            },
            Some('¹' | '²' | '³' | '⁰'..='⁹') => {
                end += next.map_or(0, char::len_utf8);
            }
            _ => break,
        }
    }
    let rest = block[end..].trim_start();
    let gap = rest.len() < block.len() - end;
    let bare = rest.trim_start_matches(|c| {
        chars::opens(c) || chars::is_dash(c) || c.is_whitespace()
    });
    After {
        end,
        closed: end > context.behind,
        gap,
        opened: rest.starts_with(chars::opens),
        rest: bare,
        begin: bare.chars().next().map_or(Begin::Other, begin),
    }
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

/// `end`, or the end of the pictures that follow it.
pub(crate) fn with_emoji(block: &str, end: usize) -> usize {
    let rest = &block[end..];
    let pictures = rest.trim_start_matches([' ', '\u{a0}']);
    let behind = pictures.trim_start_matches(chars::is_emoji);
    if behind.len() < pictures.len() { block.len() - behind.len() } else { end }
}

/// The word before the mark, without opening marks.
pub(crate) fn token_before<'a>(context: &Context<'a>) -> &'a str {
    let before = &context.block[context.start..context.from];
    let before =
        &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST_TOKEN))..];
    let token =
        before.rsplit(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '…')).next();
    token.unwrap_or("").trim_start_matches(|c| chars::opens(c) || c == '*' || c == '_')
}

/// The word at the start of `text`.
pub(crate) fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'');
    let word = &text[..end.unwrap_or(text.len())];
    word.split(['’', '\'']).next().unwrap_or(word)
}

/// A word in lower case, on the stack.
pub(crate) struct Lower {
    bytes: [u8; Lower::LONGEST],
    length: usize,
}

impl Lower {
    /// No entry of a table is longer.
    const LONGEST: usize = 40;

    /// `word` in lower case, unless it is longer than any entry.
    pub fn of(word: &str) -> Option<Self> {
        let mut lower = Lower { bytes: [0; Lower::LONGEST], length: 0 };
        for c in word.chars().flat_map(char::to_lowercase) {
            let end = lower.length + c.len_utf8();
            c.encode_utf8(lower.bytes.get_mut(lower.length..end)?);
            lower.length = end;
        }
        Some(lower)
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or("")
    }
}
