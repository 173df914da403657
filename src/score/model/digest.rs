//! What sums a text up by its own account: sections whose heading says so, and
//! paragraphs that begin with a label that does (`TL;DR: …`).

use std::ops::Range;

use memchr::{memchr, memchr3};

use crate::document::{Block, Section};
use crate::language::{Lexicon, List};
use crate::score::View;
use crate::segment::chars::is_alphanumeric;
use crate::segment::{folded, runs};

/// No label of a paragraph is longer, in bytes.
const LONGEST: usize = 40;

/// For each section whether its heading says that it sums up.
pub(super) fn sections(view: &View<'_>) -> Vec<bool> {
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

/// The sentences of the paragraphs whose label says that they sum up, in order.
pub(super) fn paragraphs(view: &View<'_>) -> Vec<Range<usize>> {
    let lexicon = view.language.lexicon();
    let before = |end: u32| view.sentences.partition_point(|s| s.span.start < end);
    let sentences = |block: &Block| before(block.span.start)..before(block.span.end);
    let blocks = view.blocks.iter();
    blocks.filter(|b| is_labelled(b.span.of(view.text), lexicon)).map(sentences).collect()
}

/// Whether `paragraph` begins with a label that says that it sums up.
fn is_labelled(paragraph: &str, lexicon: &Lexicon) -> bool {
    let head = &paragraph[..paragraph.floor_char_boundary(LONGEST)];
    // The first bytes of the signs.
    let bytes = head.as_bytes();
    if memchr3(b':', b'-', 0xe2, bytes).or_else(|| memchr(0xef, bytes)).is_none() {
        return false;
    }
    let end = head.find([':', '：', '—', '–']).or_else(|| head.find(" - "));
    end.is_some_and(|end| lexicon.lists(head[..end].trim_end()).has(List::Digests))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_label_stands_at_the_beginning_with_a_sign_behind_it() {
        let english = Language::from_code("en").unwrap().lexicon();
        for paragraph in [
            "TL;DR: the boats came late.", "In short — the boats came late.",
            "Key points - the boats came late.",
        ] {
            assert!(is_labelled(paragraph, english), "{paragraph}");
        }
        for paragraph in [
            "The boats came late: a summary.", "Summary of the boats: they came late.",
            "Conclusion", "",
        ] {
            assert!(!is_labelled(paragraph, english), "{paragraph}");
        }
    }
}
