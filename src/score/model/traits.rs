//! What a sentence is, whichever group it is scored in: found once, though the
//! whole document and its sections both ask for it.

use super::form::Signs;
use super::{length, position, section, title};
use crate::parallel;
use crate::score::View;

/// What does not depend on a sentence's group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Traits {
    /// ln(1 + words).
    pub length: f64,
    /// The cosine to the title's terms.
    pub title: f64,
    /// Its place in its paragraph.
    pub paragraph: u32,
    /// Whether the paragraph ends with it.
    pub ends_paragraph: bool,
    /// Whether its section sums up.
    pub digest: bool,
    pub signs: Signs,
}

impl Traits {
    /// Those of every sentence of `view`.
    pub fn of_all(view: &View<'_>) -> Vec<Traits> {
        let places = position::places_in_paragraphs(view);
        let digests = section::digests(view);
        let title = title::Title::new(view);
        parallel::map(view.sentences.len(), |index| {
            let sentence = &view.sentences[index];
            Traits {
                length: length::log_length(view.terms.words(index)),
                title: title.cosine(view, index),
                paragraph: places[index],
                ends_paragraph: places.get(index + 1).is_none_or(|next| *next == 0),
                digest: digests[sentence.section as usize],
                signs: Signs::of(sentence.span.of(&view.document.text)),
            }
        })
    }
}
