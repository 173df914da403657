//! How good the pipeline is, measured against gold that people made.

pub mod boundaries;
pub mod headings;
pub mod layout;
pub mod rouge;

use crate::document::{Document, Span};
use crate::language::Language;
use crate::options::{Format, ReadOptions, SegmentOptions};
use crate::read;
use crate::segment::{Segmented, segment};

/// A text as plain text, divided.
fn divided(text: &str, language: Option<&str>) -> (Document, Segmented) {
    let options = ReadOptions {
        language: language.and_then(Language::from_code),
        ..ReadOptions::default()
    };
    let document = read::read_text(text.to_string(), Format::Text, &options);
    let segmented = segment(&document, &SegmentOptions::default());
    (document, segmented)
}

/// Every heading and sentence, in order.
fn units(segmented: &Segmented) -> Vec<Span> {
    let headings = segmented.sections.iter().filter_map(|section| section.heading);
    let sentences = segmented.sentences.iter().map(|sentence| sentence.span);
    let mut units: Vec<Span> = headings.chain(sentences).collect();
    units.sort_unstable();
    units
}

/// The harmonic mean of precision and recall from hits, false alarms and misses.
fn f1(hits: usize, false_alarms: usize, misses: usize) -> f64 {
    let all = 2 * hits + false_alarms + misses;
    if all == 0 { f64::NAN } else { (2 * hits) as f64 / all as f64 }
}
