//! Offsets lose nothing: on 20,000 hostile strings, the headings and sentences
//! and the gaps between them are the text, byte for byte, and a gap inside
//! running text says nothing.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use epitome::segment::segment;
use epitome::{BlockKind, Format, Language, ReadOptions, SegmentOptions, Span};

/// What makes sentences and structure, well-formed and torn.
const PIECES: [&str; 44] = [
    " ", "\n", "\n\n", "\r\n", "\t", "\u{a0}", "\u{2028}", "\u{c}", "\u{200d}", ".",
    "...", "…", ". . .", "?!", "。", "！？", "।", "؟", ":", ";", "“", "”", "«", " »",
    "'", "\"", "(", ")", "[1]", "1. ", "2) ", "(b) ", "- ", "• ", "## ", "=====", "U.S.",
    "Dr. Roe", "a.m.", "3.5", "https://a.b/c.", "Methods. ", "Figure 2: ",
    "e\u{301}\u{302}",
];

/// Letters of scripts with and without cases and spaces.
const LETTERS: &str =
    "aeikrstAEIKRSTßçñøłžЖдиαΩא ש عربनमस्तेภาษา图书馆ひらカナ한국어ქართხაይმ😀👍🏽0123456789٣";

/// A small generator (Steele, Lea and Flood, 2014), so that every run sees the
/// same strings.
struct SplitMix(u64);

impl SplitMix {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }

    fn hostile(&mut self) -> String {
        let letters: Vec<char> = LETTERS.chars().collect();
        let mut text = String::new();
        for _ in 0..self.below(24) {
            match self.below(8) {
                0..=3 => text += PIECES[self.below(PIECES.len())],
                4 => {
                    let any = (self.below(0x11_0000) as u32).max(1);
                    text.extend(char::from_u32(any));
                }
                _ => {
                    for _ in 0..self.below(9) {
                        text.push(letters[self.below(letters.len())]);
                    }
                    text.push(' ');
                }
            }
        }
        text
    }
}

#[test]
fn units_and_gaps_are_the_text() {
    let mut random = SplitMix(3);
    let codes = ["en", "de", "fr", "ru", "el", "zh", "hi", "ar"];
    for index in 0..20_000 {
        let source = random.hostile();
        let mut options = ReadOptions::default();
        options.language = Language::from_code(codes[index % codes.len()]);
        let bytes = source.clone().into_bytes();
        let document = epitome::read::read(bytes, Format::Text, &options).unwrap();
        let segmented = segment(&document, &SegmentOptions::default());
        let text = source.strip_prefix('\u{feff}').unwrap_or(&source);
        assert_eq!(document.text, text);
        let headings = segmented.sections.iter().filter_map(|section| section.heading);
        let mut units: Vec<Span> = headings.collect();
        units.extend(segmented.sentences.iter().map(|sentence| sentence.span));
        units.sort_unstable();
        let (mut whole, mut last) = (String::new(), 0);
        for unit in units.iter().map(|unit| unit.range()) {
            whole += text.get(last..unit.start).unwrap();
            whole += text.get(unit.clone()).unwrap();
            last = unit.end;
        }
        whole += text.get(last..).unwrap();
        assert_eq!(whole, text);
        for block in document.blocks.iter().filter(|block| is_running_text(block.kind)) {
            for gap in gaps(block.span, &units) {
                let gap = gap.of(text);
                let unsaid = gap.replace("Methods.", "");
                assert!(
                    !unsaid.contains(char::is_alphanumeric),
                    "{unsaid:?} of {text:?}"
                );
            }
        }
    }
}

fn is_running_text(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Other | BlockKind::Heading(_))
}

/// What of `span` no unit covers.
fn gaps(span: Span, units: &[Span]) -> Vec<Span> {
    let mut gaps = Vec::new();
    let mut start = span.start;
    for unit in units.iter().filter(|unit| unit.end > span.start && unit.start < span.end)
    {
        gaps.push(Span { start, end: unit.start.max(start) });
        start = unit.end;
    }
    gaps.push(Span { start, end: span.end.max(start) });
    gaps
}
