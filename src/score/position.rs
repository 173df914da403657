//! Where a sentence stands, how long it is, and whether it can stand alone.

use super::View;

/// 1 for the first sentence of a group, falling as 1/√(1 + i): the beginning
/// of a text says most of what it is about (Edmundson, "New methods in
/// automatic extracting", 1969).
pub(super) fn position(view: &View<'_>) -> Vec<f64> {
    let places = view.groups.iter().flat_map(|group| 0..group.len());
    places.map(|place| 1.0 / ((1 + place) as f64).sqrt()).collect()
}

/// The same within each section, whatever the groups are.
pub(super) fn section_position(view: &View<'_>) -> Vec<f64> {
    let mut place = 0_usize;
    let mut last = None;
    let fall = |sentence: &crate::document::Sentence| {
        place = if last == Some(sentence.section) { place + 1 } else { 0 };
        last = Some(sentence.section);
        1.0 / ((1 + place) as f64).sqrt()
    };
    view.sentences.iter().map(fall).collect()
}

/// Sentences of this many words are of full worth.
const FULL_LENGTH: std::ops::RangeInclusive<usize> = 12..=32;

/// 1 for a sentence of good length, less for one too short to say anything or
/// too long to read.
pub(super) fn length(view: &View<'_>) -> Vec<f64> {
    let worth = |index: usize| {
        let words = view.terms.words(index);
        if words < *FULL_LENGTH.start() {
            words as f64 / *FULL_LENGTH.start() as f64
        } else {
            *FULL_LENGTH.end() as f64 / words.max(*FULL_LENGTH.end()) as f64
        }
    };
    (0..view.sentences.len()).map(worth).collect()
}

/// 1 for a sentence that stands by itself, 0 for one that leans on another.
pub(super) fn independence(view: &View<'_>) -> Vec<f64> {
    view.sentences.iter().map(|sentence| f64::from(u8::from(!sentence.leans))).collect()
}
