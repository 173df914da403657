//! Where a sentence stands in its section, and what the section is for.

use super::Feature;
use super::rows::{fill, share};
use crate::document::Section;
use crate::language::List;
use crate::score::View;
use crate::segment::chars::is_alphanumeric;
use crate::segment::{folded, runs};

/// - `section_late`: the place as a share of the section, from 0 to 1;
/// - `section_number`: the section's place among all, from 0 to 1;
/// - `digest`: 1 where its heading says that the section sums up (`Abstract`,
///   `Conclusions`).
pub(super) const FEATURES: [Feature; 3] = [
    ("section_late", |rows, column| {
        let place = |(index, (_, section)): (usize, (usize, &Section))| {
            share(index - section.sentences.start, section.sentences.len())
        };
        fill(column, rows.range.clone().zip(rows.sections()).map(place));
    }),
    ("section_number", |rows, column| {
        let count = rows.view.sections.len();
        fill(column, rows.sections().map(|(number, _)| share(number, count)));
    }),
    ("digest", |rows, column| {
        let digests = &rows.traits.digests;
        let digest = |(number, _)| f64::from(u8::from(digests[number]));
        fill(column, rows.sections().map(digest));
    }),
];

/// For each section whether its heading says that it sums up.
pub(super) fn digests(view: &View<'_>) -> Vec<bool> {
    view.sections.iter().map(|section| sums_up(view, section)).collect()
}

/// Whether a section's heading, or a word of it, says that it sums up.
fn sums_up(view: &View<'_>, section: &Section) -> bool {
    let lexicon = view.language.lexicon();
    let Some(heading) = section.heading else { return false };
    let heading = folded(heading.of(view.text));
    let is_digest = |text: &str| lexicon.lists(text).has(List::Digests);
    is_digest(&heading) || runs(&heading, is_alphanumeric).any(is_digest)
}
