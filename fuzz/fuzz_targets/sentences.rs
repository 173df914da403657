#![no_main]

use epitome::segment::segment;
use epitome::{Format, SegmentOptions};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Some(document) = epitome_fuzz::read(text.as_bytes(), Format::Text) else { return };
    let segmented = segment(&document, &SegmentOptions::default());
    let mut last = 0;
    for sentence in &segmented.sentences {
        let range = sentence.span.range();
        assert!(last <= range.start && range.start < range.end, "sentences overlap");
        let text = &document.text[range.clone()];
        assert_eq!(text.trim(), text, "white space around a sentence");
        last = range.end;
    }
    let mut next = 0;
    for section in &segmented.sections {
        assert_eq!(section.sentences.start, next, "sections leave a sentence out");
        next = section.sentences.end;
    }
    assert_eq!(next, segmented.sentences.len());
});
