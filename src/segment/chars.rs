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

/// The bytes with which a [`Mark`] can begin.
const BEGIN_MARKS: [u8; 12] =
    [b'.', b'!', b'?', 0xcd, 0xd6, 0xd8, 0xdb, 0xe0, 0xe1, 0xe2, 0xe3, 0xef];

/// The same by byte, for one byte at a time.
const IS_BEGIN: [bool; 256] = {
    let mut is_begin = [false; 256];
    let mut index = 0;
    while index < BEGIN_MARKS.len() {
        is_begin[BEGIN_MARKS[index] as usize] = true;
        index += 1;
    }
    is_begin
};

/// Where the next byte stands with which a [`Mark`] can begin, or that is `own`.
pub(crate) fn next_begin(bytes: &[u8], own: Option<u8>) -> Option<usize> {
    let own = own.unwrap_or(BEGIN_MARKS[0]);
    // No branch inside, so that a chunk is compared at once.
    let begins = |byte: u8| {
        BEGIN_MARKS.iter().fold(byte == own, |any, begin| any | (byte == *begin))
    };
    let holds =
        |chunk: &[u8; 32]| chunk.iter().fold(false, |any, byte| any | begins(*byte));
    let (chunks, _) = bytes.as_chunks();
    let free = 32 * chunks.iter().position(holds).unwrap_or(chunks.len());
    let is_begin = |byte: &u8| IS_BEGIN[usize::from(*byte)] | (*byte == own);
    bytes[free..].iter().position(is_begin).map(|at| free + at)
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
    fn letters_and_digits_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(super::is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
