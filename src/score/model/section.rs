//! Where a sentence stands in its section, and what the section is for.

use std::ops::Range;

use super::Feature;
use super::rows::{fill, share};
use crate::document::Section;

/// - `section_late`: the place as a share of the section, from 0 to 1;
/// - `section_number`: the section's place among all, from 0 to 1;
/// - `digest`: 1 where its heading says that the section sums up (`Abstract`,
///   `Conclusions`);
/// - `digest_paragraph`: 1 where a label at the beginning of its paragraph says so
///   (`TL;DR: …`).
pub(super) const FEATURES: [Feature; 4] = [
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
    ("digest_paragraph", |rows, column| {
        column.fill(0.0);
        let Range { start, end } = rows.range;
        let paragraphs = &rows.traits.digest_paragraphs;
        let first = paragraphs.partition_point(|sentences| sentences.end <= start);
        for sentences in paragraphs[first..].iter().take_while(|s| s.start < end) {
            let (from, to) = (sentences.start.max(start), sentences.end.min(end));
            column[from - start..to - start].fill(1.0);
        }
    }),
];
