//! Where a sentence stands in its section, and what the section is for.

use super::{Columns, View, of_each};
use crate::document::Section;
use crate::language::{List, Lists};
use crate::segment::folded;

/// - `section_first`: 1/(1 + i) at place i of the section;
/// - `section_late`: that place as a share of the section, from 0 to 1;
/// - `section_number`: the section's place among all, from 0 to 1;
/// - `digest`, `introduction`: 1 where its heading says that the section sums
///   up (`Abstract`, `Conclusions`), or that it introduces.
pub(super) fn columns(view: &View<'_>) -> Columns {
    let section = |index: usize| &view.sections[view.sentences[index].section as usize];
    let place = |index: usize| index - section(index).sentences.start;
    let share = |at: usize, of: usize| at as f64 / of.saturating_sub(1).max(1) as f64;
    let lists: Vec<Lists> =
        view.sections.iter().map(|section| lists_of(view, section)).collect();
    let role = |list: List| {
        let is_in =
            |index: usize| lists[view.sentences[index].section as usize].has(list);
        of_each(view, |index| f64::from(u8::from(is_in(index))))
    };
    vec![
        ("section_first", of_each(view, |index| 1.0 / (1 + place(index)) as f64)),
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
        ("digest", role(List::Digests)),
        ("introduction", role(List::Introductions)),
    ]
}

/// The lists that a section's heading stands in, or one of its words does.
fn lists_of(view: &View<'_>, section: &Section) -> Lists {
    let lexicon = view.document.language.lexicon();
    let Some(heading) = section.heading else { return Lists::default() };
    let heading = folded(heading.of(&view.document.text));
    let words = heading.split(|c: char| !c.is_alphanumeric());
    words.fold(lexicon.lists(&heading), |lists, word| lists.and(lexicon.lists(word)))
}
