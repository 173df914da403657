//! A segmented document: all that scoring and selection look at.

use std::ops::Range;

use crate::document::{Document, Section, Sentence};
use crate::options::SegmentOptions;
use crate::score::{Vectors, View};
use crate::segment::{Segmented, segment};
use crate::terms::{TermId, Terms, Vocabulary};

/// One document with its sections, sentences and terms.
#[derive(Debug)]
pub(crate) struct Analysis<'a> {
    pub document: &'a Document,
    pub sections: Vec<Section>,
    pub sentences: Vec<Sentence>,
    pub terms: Terms,
    pub title: Vec<TermId>,
    pub headings: Vec<TermId>,
}

impl<'a> Analysis<'a> {
    /// Segments `document` and looks up its words in `vocabulary`, those of its headings
    /// too `with_headings`.
    pub fn new(
        document: &'a Document,
        options: &SegmentOptions,
        vocabulary: &mut Vocabulary,
        with_headings: bool,
    ) -> Self {
        let Segmented { sections, sentences } = segment(document, options);
        let terms = vocabulary.index(&document.text, &sentences);
        let title = vocabulary.known(document.title.as_deref().unwrap_or(""));
        let headings = sections.iter().filter(|_| with_headings);
        let headings = headings.filter_map(|section| section.heading);
        let headings =
            headings.flat_map(|span| vocabulary.known(span.of(&document.text))).collect();
        Analysis { document, sections, sentences, terms, title, headings }
    }

    /// What a scorer sees: the `vectors` of the sentences, and the `groups` that are
    /// scored separately. If these are sections, `whole` holds the scores within the
    /// whole document. With `parts`, the parts of the scores are kept.
    pub fn view<'v>(
        &'v self,
        vectors: &'v Vectors,
        groups: &'v [Range<usize>],
        whole: Option<&'v [f64]>,
        parts: bool,
    ) -> View<'v> {
        View {
            text: &self.document.text,
            language: self.document.language,
            blocks: &self.document.blocks,
            sections: &self.sections,
            sentences: &self.sentences,
            terms: &self.terms,
            vectors,
            title: &self.title,
            headings: &self.headings,
            groups,
            whole,
            parts,
            section_parts: false,
        }
    }
}
