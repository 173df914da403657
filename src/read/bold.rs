//! Which bold blocks serve as headings.

/// A bold block of more bytes or words is no heading.
const LONG_HEADING: usize = 120;
const WORDS_OF_HEADING: usize = 12;

/// Whether a block that is bold throughout is short and without a final stop.
pub(super) fn could_be_heading(text: &str) -> bool {
    let text = text.trim();
    text.len() <= LONG_HEADING
        && text.split_whitespace().count() <= WORDS_OF_HEADING
        && text.contains(char::is_alphabetic)
        && !text.ends_with(['.', '!', '…', ',', ';', '。', '！', '।', '۔', '"', '”'])
}
