//! What a sentence is, whichever group it is scored in: found once, though the
//! whole document and its sections both ask for it.

use super::form::Signs;
use super::position::places_in_paragraphs;
use super::section::digests;
use super::title::cosines;
use crate::parallel;
use crate::score::View;

/// The traits of all sentences of a view.
#[derive(Debug)]
pub(super) struct Traits {
    each: Vec<Trait>,
    /// For each section whether its heading says that it sums up.
    digests: Vec<bool>,
    /// The cosine of each sentence to the title; empty where there is none.
    titles: Vec<f64>,
}

/// What does not depend on a sentence's group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trait {
    /// Its place in its paragraph.
    pub paragraph: u32,
    pub signs: Signs,
}

impl Traits {
    pub fn new(view: &View<'_>) -> Self {
        let places = places_in_paragraphs(view);
        let each = parallel::map(view.sentences.len(), |index| {
            let sentence = view.sentences[index].span.of(&view.document.text);
            Trait { paragraph: places[index], signs: Signs::of(sentence) }
        });
        Traits { each, digests: digests(view), titles: cosines(view) }
    }

    /// Those of sentence `index`.
    pub fn of(&self, index: usize) -> &Trait {
        &self.each[index]
    }

    /// Whether a paragraph ends with sentence `index`.
    pub fn ends_paragraph(&self, index: usize) -> bool {
        self.each.get(index + 1).is_none_or(|next| next.paragraph == 0)
    }

    /// Whether `section` sums up.
    pub fn is_digest(&self, section: usize) -> bool {
        self.digests[section]
    }

    /// The cosine of sentence `index` to the title.
    pub fn title(&self, index: usize) -> f64 {
        self.titles.get(index).copied().unwrap_or(0.0)
    }
}
