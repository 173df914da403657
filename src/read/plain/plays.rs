//! Speakers' names in plays: `RUDI. The boats are late.`

use super::paragraphs::Paragraph;
use super::speakers::{Turns, are_enough, take_off};
use crate::document::BlockKind;

/// In a play at least so many speak more than once.
const FEWEST_SPEAKERS: usize = 2;
/// No name has more bytes or words.
const LONGEST_NAME: usize = 40;
const MOST_WORDS: usize = 3;

/// Takes the names off the paragraphs, if the document is a play.
pub(super) fn strip_names(text: &str, paragraphs: &mut [Paragraph]) {
    let mut turns = Turns::default();
    for paragraph in paragraphs.iter() {
        if let Some(name) = name(paragraph.span.of(text)) {
            *turns.entry(name).or_insert(0) += 1;
        }
    }
    turns.retain(|_, turns| *turns > 1);
    if turns.len() < FEWEST_SPEAKERS || !are_enough(&turns, paragraphs.len()) {
        return;
    }
    for paragraph in
        paragraphs.iter_mut().filter(|paragraph| paragraph.kind == BlockKind::Paragraph)
    {
        let turn = paragraph.span.of(text);
        if let Some(name) = name(turn).filter(|name| turns.contains_key(name)) {
            take_off(text, paragraph, name.len() + 1);
        }
    }
}

/// The name in capitals before the first stop, if `turn` begins with one.
fn name(turn: &str) -> Option<&str> {
    // Most paragraphs begin with one capital.
    let mut first = turn.chars();
    if !(first.next()?.is_uppercase() && first.next()?.is_uppercase()) {
        return None;
    }
    let head = &turn[..turn.floor_char_boundary(LONGEST_NAME)];
    let (name, behind) = head.split_once('.')?;
    let is_part = |c: char| c.is_uppercase() || c.is_ascii_digit() || " -’'".contains(c);
    let is_name =
        name.chars().all(is_part) && name.split_whitespace().count() <= MOST_WORDS;
    let is_set_off = behind.is_empty() || behind.starts_with([' ', '\n', '\r', '\u{a0}']);
    (is_name && is_set_off).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_in_capitals_up_to_the_first_stop() {
        for turn in ["RUDI. The boats are late.", "RUDI.", "RUDI.\nIt is late."] {
            assert_eq!(name(turn), Some("RUDI"), "{turn}");
        }
        assert_eq!(name("FRÄULEIN ÖST. Nein."), Some("FRÄULEIN ÖST"));
        for turn in [
            "Rudi. The boats are late.", "U.S. boats are late.",
            "RUDI AND HIS TWO BROTHERS. They enter.", "RUDI, who is late. He enters.",
            "RUDI",
        ] {
            assert_eq!(name(turn), None, "{turn}");
        }
    }
}
