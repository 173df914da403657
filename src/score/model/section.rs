//! Where a sentence stands in its section, and what the section is for.

use super::{Columns, View, of_each};
use crate::document::Section;
use crate::language::List;
use crate::segment::folded;

/// - `section_late`: the place as a share of the section, from 0 to 1;
/// - `section_number`: the section's place among all, from 0 to 1;
/// - `digest`: 1 where its heading says that the section sums up (`Abstract`,
///   `Conclusions`).
pub(super) fn columns(view: &View<'_>) -> Columns {
    let section = |index: usize| &view.sections[view.sentences[index].section as usize];
    let place = |index: usize| index - section(index).sentences.start;
    let share = |at: usize, of: usize| at as f64 / of.saturating_sub(1).max(1) as f64;
    let digests: Vec<bool> = view.sections.iter().map(|s| sums_up(view, s)).collect();
    let digest = of_each(view, |index| {
        f64::from(u8::from(digests[view.sentences[index].section as usize]))
    });
    vec![
        (
            "section_late",
            of_each(view, |index| share(place(index), section(index).sentences.len())),
        ),
        (
            "section_number",
            of_each(view, |index| {
                share(view.sentences[index].section as usize, view.sections.len())
            }),
        ),
        ("digest", digest),
    ]
}

/// Whether a section's heading, or a word of it, says that it sums up.
fn sums_up(view: &View<'_>, section: &Section) -> bool {
    let lexicon = view.language.lexicon();
    let Some(heading) = section.heading else { return false };
    let heading = folded(heading.of(view.text));
    let mut words = heading.split(|c: char| !c.is_alphanumeric());
    let is_digest = |text: &str| lexicon.lists(text).has(List::Digests);
    is_digest(&heading) || words.any(is_digest)
}
