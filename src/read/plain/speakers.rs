//! Speakers' labels in transcripts: `ANNA BERG: I agree.`

use hashbrown::HashMap;
use memchr::memchr;

use super::ahead::Next;
use super::paragraphs::Paragraph;
use crate::document::{BlockKind, Span};
use crate::segment::chars;

/// A document is a transcript when at least this many paragraphs begin with
/// the label of a speaker who speaks more than once …
const FEWEST_TURNS: usize = 4;
/// … and they are at least one in this many of all paragraphs.
const RAREST_TURNS: usize = 4;
/// No label is longer, in bytes.
const LONGEST_LABEL: usize = 60;

/// Who speaks, and how many paragraphs begin with the name.
pub(super) type Turns<'a> = HashMap<&'a str, usize, foldhash::fast::FixedState>;

/// Whether a document of so many paragraphs is a transcript.
pub(super) fn are_enough(turns: &Turns<'_>, paragraphs: usize) -> bool {
    let repeated: usize = turns.values().filter(|turns| **turns > 1).sum();
    repeated >= FEWEST_TURNS && repeated * RAREST_TURNS >= paragraphs
}

/// Leaves of what is spoken only what stands behind byte `label` of the paragraph.
pub(super) fn take_off(text: &str, paragraph: &mut Paragraph, label: usize) {
    let speech = paragraph.span.of(text)[label..].trim_start();
    let end = paragraph.span.end as usize;
    paragraph.span = Span::new(end - speech.len()..end);
    paragraph.mark = None;
    paragraph.spoken = true;
}

/// Takes the labels off the paragraphs, if the document is a transcript.
pub(super) fn strip_labels(text: &str, paragraphs: &mut [Paragraph]) {
    let mut turns = Turns::default();
    let mut colon = Next::of(text, |text| memchr(b':', text));
    for paragraph in paragraphs.iter() {
        let start = paragraph.span.start as usize;
        if colon.behind(start) < start + LONGEST_LABEL
            && let Some(label) = label(paragraph.span.of(text), paragraph.spoken)
        {
            *turns.entry(label).or_insert(0) += 1;
        }
    }
    if !are_enough(&turns, paragraphs.len()) {
        return;
    }
    for paragraph in
        paragraphs.iter_mut().filter(|paragraph| paragraph.kind == BlockKind::Paragraph)
    {
        let turn = paragraph.span.of(text);
        // A turn in which nothing is said is left out.
        if turn.strip_suffix(':').is_some_and(|label| turns.contains_key(label)) {
            paragraph.span.start = paragraph.span.end;
        } else if let Some(label) = label(turn, paragraph.spoken) {
            take_off(text, paragraph, label.len() + 1);
        }
    }
}

/// The name before the colon, if `turn` begins with one: a few words, each of
/// which begins with a capital or a digit. What is known to be `spoken` may begin
/// with a nickname in small letters.
fn label(turn: &str, spoken: bool) -> Option<&str> {
    let head = &turn[..turn.floor_char_boundary(LONGEST_LABEL)];
    let colon = memchr(b':', head.as_bytes())?;
    let (label, behind) = (&head[..colon], &head[colon + 1..]);
    let label_words = label.split_whitespace();
    let is_name = |word: &str| {
        let bare = word.trim_start_matches(['(', '[', '"']);
        bare.starts_with(|c: char| {
            c.is_uppercase()
                || c.is_ascii_digit()
                || (c.is_alphabetic() && !c.is_lowercase())
        }) || word.chars().all(chars::is_emoji)
    };
    let names = label_words.clone().count();
    let is_nickname = spoken && names == 1;
    let is_label =
        is_nickname || (1..=5).contains(&names) && label_words.clone().all(is_name);
    (is_label && behind.starts_with([' ', '\t', '\n', '\r', '\u{a0}'])).then_some(label)
}
