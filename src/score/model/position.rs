//! Where a sentence stands in its group and in its paragraph.

use super::{Columns, View, of_each, of_places};
use crate::document::BlockKind;

/// - `first`, `early`: 1/(1 + i) and 1/√(1 + i) at place i of the group (the
///   beginning says most of what a text is about: Edmundson, 1969);
/// - `last`: 1/(1 + j) with j sentences of the group behind it;
/// - `late`: the place as a share of the group, from 0 to 1;
/// - `paragraph`: 1/(1 + i) at place i of the paragraph;
/// - `paragraph_end`: 1 for the last sentence of a paragraph.
pub(super) fn columns(view: &View<'_>) -> Columns {
    let places = places_in_paragraphs(view);
    let ends = of_each(view, |index| {
        f64::from(u8::from(places.get(index + 1).is_none_or(|next| *next == 0)))
    });
    let inverse = |place: usize| 1.0 / (1 + place) as f64;
    vec![
        ("first", of_places(view, |place, _| inverse(place))),
        ("early", of_places(view, |place, _| inverse(place).sqrt())),
        ("last", of_places(view, |place, of| inverse(of - 1 - place))),
        ("late", of_places(view, |place, of| place as f64 / (of - 1).max(1) as f64)),
        ("paragraph", places.iter().copied().map(inverse).collect()),
        ("paragraph_end", ends),
    ]
}

/// The place of each sentence in its paragraph. Sentences that came split
/// already are all of one paragraph.
fn places_in_paragraphs(view: &View<'_>) -> Vec<usize> {
    let mut blocks = view.document.blocks.iter().peekable();
    let (mut number, mut place) = (0, 0);
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
