//! Where a sentence stands in its group and in its paragraph.

use super::Feature;
use super::row::{flag, inverse, share};
use crate::document::BlockKind;
use crate::score::View;

/// - `first`, `early`: 1/(1 + i) and 1/√(1 + i) at place i of the group (the
///   beginning says most of what a text is about: Edmundson, 1969);
/// - `last`: 1/(1 + j) with j sentences of the group behind it;
/// - `late`: the place as a share of the group, from 0 to 1;
/// - `paragraph`: 1/(1 + i) at place i of the paragraph;
/// - `paragraph_end`: 1 for the last sentence of a paragraph.
pub(super) const FEATURES: [Feature; 6] = [
    ("first", |row| inverse(row.place)),
    ("early", |row| inverse(row.place).sqrt()),
    ("last", |row| inverse(row.group.size - 1 - row.place)),
    ("late", |row| share(row.place, row.group.size)),
    ("paragraph", |row| inverse(row.own().paragraph as usize)),
    ("paragraph_end", |row| flag(row.traits.ends_paragraph(row.index))),
];

/// The place of each sentence in its paragraph. Sentences that came split
/// already are all of one paragraph.
pub(super) fn places_in_paragraphs(view: &View<'_>) -> Vec<u32> {
    let mut blocks = view.document.blocks.iter().peekable();
    let (mut number, mut place) = (0, 0_u32);
    let place_of = |sentence: &crate::document::Sentence| {
        let mut begins = false;
        while let Some(next) =
            blocks.next_if(|next| next.span.start <= sentence.span.start)
        {
            number += 1;
            begins |= next.kind != BlockKind::Sentence || number == 1;
        }
        place = if begins { 0 } else { place + 1 };
        place
    };
    view.sentences.iter().map(place_of).collect()
}
