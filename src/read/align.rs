//! Finds the place of each piece of text in its source, after a parser has
//! replaced character references (`&amp;`), line ends or indents.

use std::ops::Range;

/// The longest name of a character reference, with its marks.
const LONGEST_REFERENCE: usize = 34;

/// Calls `piece(text, range, same)` for the pieces of `text` in order, with the
/// range of `source` that each stands for, and whether the two are the same bytes.
pub(super) fn align(
    source: &str,
    text: &str,
    piece: &mut impl FnMut(&str, Range<usize>, bool),
) {
    let (mut from, mut at) = (0, 0);
    while at < text.len() {
        let same = common_prefix(&source[from..], &text[at..]);
        if same > 0 {
            piece(&text[at..at + same], from..from + same, true);
            (from, at) = (from + same, at + same);
            continue;
        }
        let (skip, taken) = replaced(&source[from..], &text[at..]);
        piece(&text[at..at + taken], from..from + skip, false);
        (from, at) = (from + skip, at + taken);
    }
}

/// The length of the longest common beginning that holds no character
/// reference, in whole characters.
fn common_prefix(source: &str, text: &str) -> usize {
    let mut same = 0;
    loop {
        let bytes = source[same..].bytes().zip(text[same..].bytes());
        same += bytes.take_while(|(a, b)| a == b && *a != b'&').count();
        while !text.is_char_boundary(same) || !source.is_char_boundary(same) {
            same -= 1;
        }
        if !is_plain_ampersand(&source[same..], &text[same..]) {
            return same;
        }
        same += 1;
    }
}

/// Whether the ampersand that both begin with stands for itself.
fn is_plain_ampersand(source: &str, text: &str) -> bool {
    let ahead = |text: &str| text.bytes().skip(1).take(8).collect::<Vec<_>>();
    source.starts_with('&') && text.starts_with('&') && ahead(source) == ahead(text)
}

/// How much of `source` became how much of `text`: one reference or line end.
fn replaced(source: &str, text: &str) -> (usize, usize) {
    if source.starts_with("\r\n") && text.starts_with('\n') {
        return (2, 1);
    }
    let first = text.chars().next().map_or(0, char::len_utf8);
    let two = first + text[first..].chars().next().map_or(0, char::len_utf8);
    let name = source.bytes().skip(1).take(LONGEST_REFERENCE);
    let length = 1 + name.take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    let is_whole =
        source.starts_with('&') && source.as_bytes().get(length) == Some(&b';');
    if is_whole {
        let goes_on = |taken: &usize| follows(&source[length + 1..], &text[*taken..]);
        if let Some(taken) = [first, two].into_iter().find(goes_on) {
            return (length + 1, taken);
        }
    }
    // A reference without its semicolon (`&pound5;` is `£5;`), or a dropped
    // character: take the shortest stretch after which both go on alike.
    let mut ends =
        source.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_REFERENCE);
    let resumed = ends.find(|end| follows(&source[*end..], &text[first..]));
    // Where nothing fits, one reference or character stands for one.
    let one = source.chars().next().map_or(0, char::len_utf8);
    let one = if is_whole { length + 1 } else { one };
    resumed.map_or((one, first), |end| (end, first))
}

/// Whether `source` can be what `text` goes on with, by its next bytes; one
/// white space may have become another.
fn follows(source: &str, text: &str) -> bool {
    let mut ahead = source.bytes().zip(text.bytes()).take(4);
    let ends_too = source.is_empty() == text.is_empty();
    let differs = ahead.find(|(a, b)| a != b && !(a.is_ascii_whitespace() && *b == b' '));
    ends_too && differs.is_none_or(|(a, _)| a == b'&' || a == b'\r')
}

#[cfg(test)]
mod tests {
    use super::align;

    fn pieces(source: &str, text: &str) -> Vec<(String, String)> {
        let mut pieces = Vec::new();
        align(source, text, &mut |piece, range, _| {
            pieces.push((source[range].to_string(), piece.to_string()));
        });
        pieces
    }

    #[test]
    fn references_map_to_what_they_stand_for() {
        let found = pieces("a &amp; b&mdash;c&lt", "a & b—c<");
        let changed: Vec<_> = found.iter().filter(|(a, b)| a != b).collect();
        let expected = [("&amp;", "&"), ("&mdash;", "—"), ("&lt", "<")];
        let expected = expected.map(|(a, b)| (a.to_string(), b.to_string()));
        assert_eq!(changed, expected.iter().collect::<Vec<_>>());
        assert_eq!(found.iter().map(|(_, b)| b.as_str()).collect::<String>(), "a & b—c<");
    }

    #[test]
    fn a_reference_may_end_before_its_word_does() {
        let found = pieces("&pound5; so &notit; a.", "£5; so ¬it; a.");
        let changed: Vec<_> = found.iter().filter(|(a, b)| a != b).collect();
        let expected = [("&pound", "£"), ("&not", "¬")];
        let expected = expected.map(|(a, b)| (a.to_string(), b.to_string()));
        assert_eq!(changed, expected.iter().collect::<Vec<_>>());
    }

    #[test]
    fn line_ends_and_bare_ampersands_keep_their_place() {
        assert_eq!(
            pieces("R&D\r\nx", "R&D\nx").iter().map(|(a, _)| a.len()).sum::<usize>(),
            6
        );
        assert_eq!(pieces("AT&T", "AT&T").len(), 1);
    }
}
