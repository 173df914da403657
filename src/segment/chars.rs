//! What single characters mean at the edge of a sentence.

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

/// Where the marks of a text may begin. The next mark of ASCII and the next of
/// any other kind are both remembered, so that nothing is sought twice.
pub(crate) struct Begins<'a> {
    bytes: &'a [u8],
    /// A byte that is a mark as well.
    own: Option<u8>,
    ascii: usize,
    rare: usize,
}

impl<'a> Begins<'a> {
    /// Those in `bytes`, where each byte `own` is a mark too.
    pub fn of(bytes: &'a [u8], own: Option<u8>) -> Self {
        let (ascii, rare) = (next_ascii(bytes), next_rare(bytes, own));
        Begins { bytes, own, ascii, rare }
    }

    /// The first from byte `at` on, which is not before the last one asked for.
    pub fn next(&mut self, at: usize) -> Option<usize> {
        if self.ascii < at {
            self.ascii = at + next_ascii(&self.bytes[at..]);
        }
        if self.rare < at {
            self.rare = at + next_rare(&self.bytes[at..], self.own);
        }
        Some(self.ascii.min(self.rare)).filter(|next| *next < self.bytes.len())
    }
}

/// Where the next mark of ASCII stands, or the end.
fn next_ascii(bytes: &[u8]) -> usize {
    memchr::memchr3(b'.', b'!', b'?', bytes).unwrap_or(bytes.len())
}

/// Whether a [`Mark`] beyond ASCII can begin with `byte`; without a branch, so
/// that a chunk is compared at once.
const fn begins_rare(byte: u8) -> bool {
    (byte == 0xcd)
        | (byte == 0xd6)
        | (byte == 0xd8)
        | (byte == 0xdb)
        | (byte & 0xfc == 0xe0)
        | (byte == 0xef)
}

/// The same by byte, for one byte at a time.
const BEGINS_RARE: [bool; 256] = {
    let mut begins = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        begins[byte] = begins_rare(byte as u8);
        byte += 1;
    }
    begins
};

/// Where the next byte stands with which a mark beyond ASCII can begin, or that
/// is `own`; or the end.
fn next_rare(bytes: &[u8], own: Option<u8>) -> usize {
    // No text holds the byte 0xff.
    let own = own.unwrap_or(0xff);
    let far = free_of_rare::<32>(bytes, own);
    let near = far + free_of_rare::<8>(&bytes[far..], own);
    let is_begin = |byte: &u8| BEGINS_RARE[usize::from(*byte)] | (*byte == own);
    bytes[near..].iter().position(is_begin).map_or(bytes.len(), |at| near + at)
}

/// How many bytes the chunks hold that stand before the first one with such a byte.
fn free_of_rare<const CHUNK: usize>(bytes: &[u8], own: u8) -> usize {
    let does = |byte: u8| begins_rare(byte) | (byte == own);
    let (chunks, _) = bytes.as_chunks::<CHUNK>();
    // Most chunks are ASCII, which begins none unless `own` is.
    let could = |chunk: &[u8; CHUNK]| own.is_ascii() || !chunk.is_ascii();
    let holds = |chunk: &[u8; CHUNK]| could(chunk) && any(chunk, does);
    CHUNK * chunks.iter().position(holds).unwrap_or(chunks.len())
}

/// Whether `is` holds of any of `bytes`.
#[inline]
fn any(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(false, |any, byte| any | is(*byte))
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

/// `text.trim_end()`, faster where nothing stands at the end.
pub(crate) fn trim_end(text: &str) -> &str {
    let is_bare = text.as_bytes().last().is_some_and(u8::is_ascii_graphic);
    if is_bare { text } else { text.trim_end() }
}

/// `text` up to the first white space.
pub(crate) fn up_to_space(text: &str) -> &str {
    let ascii = text.bytes().take_while(u8::is_ascii_graphic).count();
    match text.as_bytes().get(ascii) {
        None | Some(b' ') => &text[..ascii],
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
