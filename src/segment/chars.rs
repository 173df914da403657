//! What single characters mean at the edge of a sentence.

use crate::lanes::{Sixteen, WINDOW, are, bits, window, within};

/// A mark that may end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// A full stop, which may also end an abbreviation, an initial or a number.
    Stop,
    /// Three dots or more, or `…`.
    Ellipsis,
    /// A question or exclamation mark.
    Ask,
    /// A mark that does nothing else: `。`, `।`, `؟`, `։`.
    Full,
}

/// Where the marks of a text may begin, seen a window at a time.
pub(crate) struct Begins<'a> {
    bytes: &'a [u8],
    /// A byte of ASCII that is a mark as well.
    own: u8,
    /// Where the last window begins, and which of its bytes may begin a mark.
    start: usize,
    found: u64,
}

impl<'a> Begins<'a> {
    /// Those in `bytes`, where each byte `own` is a mark too.
    pub fn of(bytes: &'a [u8], own: Option<u8>) -> Self {
        let mut begins = Begins { bytes, own: own.unwrap_or(b'.'), start: 0, found: 0 };
        begins.look(0);
        begins
    }

    /// The first from byte `at` on, which is not before the last one asked for.
    pub fn next(&mut self, at: usize) -> Option<usize> {
        let mut at = at;
        loop {
            let offset = at - self.start;
            if offset < WINDOW {
                let ahead = self.found >> offset;
                if ahead != 0 {
                    return Some(at + ahead.trailing_zeros() as usize);
                }
                at = self.start + WINDOW;
            }
            if at >= self.bytes.len() {
                return None;
            }
            self.look(at);
        }
    }

    /// Looks at the window that begins at byte `start`.
    fn look(&mut self, start: usize) {
        let window = window(self.bytes, start);
        let ascii = |bytes| {
            are(bytes, b'.') | are(bytes, b'!') | are(bytes, b'?') | are(bytes, self.own)
        };
        let wide = if window.is_ascii() { 0 } else { bits(&window, begins_wide) };
        (self.start, self.found) = (start, bits(&window, ascii) | wide);
    }
}

/// The bytes with which a [`Mark`] beyond ASCII may begin.
fn begins_wide(bytes: Sixteen) -> Sixteen {
    within(bytes, 0xe0, 0xe3)
        | are(bytes, 0xcd)
        | are(bytes, 0xd6)
        | are(bytes, 0xd8)
        | are(bytes, 0xdb)
        | are(bytes, 0xef)
}

/// What `look` says of any two neighbours in `bytes`, as bits. It must have no
/// branch, so that a chunk is looked at at once.
#[inline]
pub(crate) fn pairs(bytes: &[u8], look: impl Fn(u8, u8) -> u8) -> u8 {
    let Some((_, behind)) = bytes.split_first() else { return 0 };
    let ahead = &bytes[..behind.len()];
    let (Some(last), Some(last_behind)) = (ahead.last_chunk(), behind.last_chunk())
    else {
        return ahead.iter().zip(behind).fold(0, |found, (a, b)| found | look(*a, *b));
    };
    let mut found = [0; 16];
    let mut add = |ahead: &[u8; 16], behind: &[u8; 16]| {
        for lane in 0..16 {
            found[lane] |= look(ahead[lane], behind[lane]);
        }
    };
    for (ahead, behind) in ahead.as_chunks().0.iter().zip(behind.as_chunks().0) {
        add(ahead, behind);
    }
    // Some of these were seen before.
    add(last, last_behind);
    found.into_iter().fold(0, |all, bits| all | bits)
}

/// `text.trim_start()`, faster where nothing or a space stands at the start.
pub(crate) fn trim_start(text: &str) -> &str {
    let bare = text.strip_prefix(' ').unwrap_or(text);
    let is_bare = bare.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    if is_bare { bare } else { bare.trim_start() }
}

/// `text.trim_end()`, faster where nothing or a space stands at the end.
pub(crate) fn trim_end(text: &str) -> &str {
    let bare = text.strip_suffix(' ').unwrap_or(text);
    let is_bare = bare.as_bytes().last().is_some_and(u8::is_ascii_graphic);
    if is_bare { bare } else { bare.trim_end() }
}

/// `text` up to the first white space.
pub(crate) fn up_to_space(text: &str) -> &str {
    let Some(end) = text.bytes().position(|byte| !byte.is_ascii_graphic()) else {
        return text;
    };
    match text.as_bytes()[end] {
        b' ' => &text[..end],
        _ => &text[..text.find(char::is_whitespace).unwrap_or(text.len())],
    }
}

/// The mark that `c` is, by the `Sentence_Terminal` property of Unicode.
pub(crate) fn mark(c: char) -> Option<Mark> {
    Some(match c {
        '.' => Mark::Stop,
        '…' => Mark::Ellipsis,
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' => Mark::Ask,
        '。' | '．' | '｡' | '！' | '？' | '؟' | '۔' | '।' | '॥' | '։' | '\u{37e}'
        | '။' | '።' | '፧' | '፨' | '។' | '៕' | '᙮' | '᠃' | '᠉' => {
            Mark::Full
        }
        _ => return None,
    })
}

/// Quotation marks and brackets that close, after a mark.
pub(crate) fn closes(c: char) -> bool {
    matches!(
        c,
        '`' | '"'
            | '\''
            | '”'
            | '’'
            | '»'
            | '›'
            | ')'
            | ']'
            | '}'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '〉'
            | '〕'
            | '］'
            | '｝'
            | '〗'
            | '｣'
            | '❞'
            | '❜'
            | '\u{301e}'
            | '\u{301f}'
    )
}

/// Quotation marks that open in one language and close in another.
pub(crate) fn closes_somewhere(c: char) -> bool {
    matches!(c, '“' | '‘' | '«' | '‹')
}

/// Quotation marks and brackets that close in one language or another.
pub(crate) fn may_close(c: char) -> bool {
    closes(c) || closes_somewhere(c)
}

/// Quotation marks, brackets and inverted marks that open a sentence.
pub(crate) fn opens(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '‘'
            | '”'
            | '„'
            | '‚'
            | '«'
            | '‹'
            | '»'
            | '›'
            | '('
            | '['
            | '{'
            | '¿'
            | '¡'
            | '「'
            | '『'
            | '（'
            | '【'
            | '《'
            | '〈'
            | '〔'
            | '［'
            | '｛'
            | '｢'
            | '❝'
            | '❛'
            | '`'
    )
}

/// `char::is_alphanumeric`, faster for the letters of Latin and Cyrillic.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    matches!(
        c,
        '0'..='9' | 'a'..='z' | 'A'..='Z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ'
    ) || c.is_alphanumeric()
}

/// Letters and digits of ASCII, by byte: one look in place of three comparisons.
pub(super) const ALPHANUMERIC: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut byte = 0;
    while byte < 0x80 {
        bytes[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    bytes
};

/// Whether there is a letter or digit in `text`; most begin with one.
pub(crate) fn has_alphanumeric(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric)
        || text.contains(is_alphanumeric)
}

/// Whether `text` has no other letters than small roman numbers have.
pub(crate) fn is_roman(text: &str) -> bool {
    text.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// Dashes, which in some languages open direct speech.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‒')
}

/// Pictures that stand behind a sentence and belong to it.
pub(crate) fn is_emoji(c: char) -> bool {
    matches!(c as u32, 0x1f300..=0x1faff | 0x2600..=0x27bf | 0x2b50 | 0x2b55 | 0xfe0f | 0x200d | 0x1f1e6..=0x1f1ff)
}

/// Whether Japanese okurigana or a particle can begin with `c`.
pub(crate) fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

/// How what follows begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Begin {
    Lower,
    Upper,
    Digit,
    /// A letter of a script without cases.
    Caseless,
    /// Punctuation that goes on with the sentence, or a symbol.
    Other,
}

/// How `c` begins a word.
pub(crate) fn begin(c: char) -> Begin {
    match c {
        'a'..='z' => Begin::Lower,
        'A'..='Z' => Begin::Upper,
        '0'..='9' => Begin::Digit,
        _ if c.is_lowercase() => Begin::Lower,
        _ if c.is_uppercase() => Begin::Upper,
        _ if c.is_numeric() => Begin::Digit,
        _ if c.is_alphabetic() => Begin::Caseless,
        _ => Begin::Other,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_next_mark_is_found_in_any_place() {
        for mark in ['.', '!', '?', ';', '…', '。', '।', '؟', '։', '۔', '\u{37e}']
        {
            for before in 0..140 {
                let text = format!("{}{mark}{}", "a".repeat(before), "é".repeat(70));
                let mut begins = super::Begins::of(text.as_bytes(), Some(b';'));
                assert_eq!(begins.next(before / 2), Some(before), "{mark}");
                assert_eq!(begins.next(before + mark.len_utf8()), None, "{mark}");
            }
        }
    }

    #[test]
    fn every_pair_of_neighbours_is_seen() {
        for length in 0..70 {
            for at in 1..length {
                let mut bytes = vec![b'a'; length];
                bytes[at - 1..=at].fill(b' ');
                let both = |a, b| u8::from((a == b' ') & (b == b' '));
                assert_eq!(super::pairs(&bytes, both), 1, "{at} of {length}");
                bytes[at] = b'a';
                assert_eq!(super::pairs(&bytes, both), 0, "{at} of {length}");
            }
        }
    }

    #[test]
    fn trimmed_text_has_no_white_space_around() {
        for text in
            ["", " ", "a", " a", "a b", " a b", "  a b ", " é b", "a é\u{a0}", "\ta b"]
        {
            assert_eq!(super::trim_start(text), text.trim_start(), "{text:?}");
            assert_eq!(super::trim_end(text), text.trim_end(), "{text:?}");
        }
    }

    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(super::is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
