//! Blocks that are about the text, in every format: captions, bylines and notices.

use super::dates;
use super::notices::is_notice;
use crate::document::{Block, BlockKind};
use crate::language::table::has;
use crate::language::{Language, Lexicon, List, Lower};

/// A byline stands among this many blocks at the beginning.
const FIRST_BLOCKS: usize = 4;
/// No word of a caption's label is longer, in bytes.
const LONGEST_LABEL: usize = 41;
/// No byline has more words.
const MOST_WORDS: usize = 10;
/// What a byline begins with.
const BY: &[&str] = &["af", "av", "by", "door", "di", "od", "par", "por", "von", "yazan"];

/// Marks the paragraphs that are captions, and leaves out bylines and notices.
pub(super) fn mark(text: &str, blocks: &mut [Block], language: Language) {
    strip_interview_labels(text, blocks);
    let lexicon = language.lexicon();
    let is_about = |index: usize, line: &str| {
        is_notice(line) || index < FIRST_BLOCKS && is_about(line, lexicon)
    };
    // What is about a text is the text where there is no other.
    let says_something = |(index, block): (usize, &Block)| {
        !matches!(block.kind, BlockKind::Other | BlockKind::Heading(_))
            && !is_about(index, block.span.of(text))
    };
    let has_text = blocks.iter().enumerate().any(says_something);
    for (index, block) in blocks.iter_mut().enumerate() {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Caption) {
            continue;
        }
        let line = block.span.of(text);
        if is_caption(line, lexicon) {
            block.kind = BlockKind::Caption;
        } else if has_text && is_about(index, line) {
            block.kind = BlockKind::Other;
        }
    }
}

/// Whether a line among the first says who wrote the text, or when.
fn is_about(line: &str, lexicon: &Lexicon) -> bool {
    is_byline(line) || dates::is_stamp(line) || dates::is_dateline(line, lexicon)
}

/// Takes `Q:` and `A:` off the questions and answers of an interview.
fn strip_interview_labels(text: &str, blocks: &mut [Block]) {
    let has = |block: &Block, label: &str| {
        let bytes = &text.as_bytes()[block.span.range()];
        block.kind == BlockKind::Paragraph && bytes.starts_with(label.as_bytes())
    };
    for label in ["Q:", "A:"] {
        if blocks.iter().filter(|block| has(block, label)).count() < 2 {
            continue;
        }
        for block in blocks.iter_mut().filter(|block| has(block, label)) {
            let behind = &block.span.of(text)[label.len()..];
            block.span.start = block.span.end - behind.trim_start().len() as u32;
        }
    }
}

/// `Figure 2: Flow by month.`, `Table 1. Yields`, `Photo: A. Quill`.
pub(super) fn is_caption(line: &str, lexicon: &Lexicon) -> bool {
    let head = &line[..line.floor_char_boundary(LONGEST_LABEL)];
    let ascii = |byte: &u8| byte.is_ascii_graphic() && *byte != b':';
    let start = head.bytes().take_while(ascii).count();
    let end = match head.as_bytes().get(start) {
        Some(b' ' | b':') => Some(start),
        _ => head.find([' ', '\u{a0}', ':']),
    };
    let Some(end) = end else { return false };
    // Nearly always a second word follows, and no number.
    if let [b' ', first, second, ..] = line.as_bytes()[end..]
        && first.is_ascii_alphabetic()
        && second.is_ascii_alphabetic()
    {
        return false;
    }
    let number = line[end..].trim_start_matches([' ', '\u{a0}']);
    let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = behind.strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(behind);
    let is_numbered = behind.len() < number.len();
    let is_set_off = line[end..].starts_with(": ")
        || is_numbered
            && (behind.starts_with([':', '.', '|'])
                || behind.starts_with(" —")
                || behind.starts_with(" –"));
    is_set_off && lexicon.lists(head[..end].trim_end_matches('.')).has(List::Captions)
}

/// `By Ada Quill`, `By Mae Berg and Joe Lindqvist, Staff Writers`.
pub(super) fn is_byline(line: &str) -> bool {
    if line.ends_with(['.', '!', '?', ':']) || !line.starts_with(char::is_uppercase) {
        return false;
    }
    let mut words = line.split_whitespace();
    let by = words
        .next()
        .and_then(|word| Lower::of(word.trim_end_matches(':')))
        .is_some_and(|word| has(BY, word.as_str()));
    let is_name = |word: &str| !word.starts_with(char::is_lowercase) || word.len() <= 3;
    by && words.clone().next().is_some()
        && words.clone().count() < MOST_WORDS
        && words.all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_have_a_label_set_off() {
        let lexicon = Language::from_code("en").unwrap().lexicon();
        for line in [
            "Figure 2: Flow by month.", "Table 1. Yields", "Fig. 3a. Cells",
            "Photo: A. Quill",
        ] {
            assert!(is_caption(line, lexicon), "{line}");
        }
        for line in
            ["Figure 2 shows the flow.", "Table manners matter.", "Photos of it: none."]
        {
            assert!(!is_caption(line, lexicon), "{line}");
        }
    }

    #[test]
    fn bylines_are_names() {
        assert!(is_byline("By Mae Berg and Joe Lindqvist"));
        assert!(!is_byline("By nightfall the river had risen"));
        assert!(!is_byline("By Monday it was over."));
    }
}
