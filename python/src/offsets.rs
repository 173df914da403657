//! Offsets in bytes as offsets in characters, as Python counts a `str`.

use epitome::Summary;
use serde::{Deserialize, Serialize};

/// The characters before each offset of a summary.
#[derive(Debug, Serialize, Deserialize)]
pub struct Offsets {
    /// The characters before the text.
    before: u64,
    /// Bytes and characters, both ascending; nothing where every character is
    /// one byte.
    known: Vec<(u64, u64)>,
}

impl Offsets {
    /// The way back from the offsets in `summary`, which is one of `text`,
    /// before which stand `before` characters.
    pub fn new(text: &str, before: u64, summary: &Summary) -> Self {
        if text.is_ascii() {
            return Offsets { before, known: Vec::new() };
        }
        let mut bytes = offsets(summary);
        bytes.sort_unstable();
        bytes.dedup();
        let mut known = Vec::with_capacity(bytes.len());
        let (mut at, mut chars) = (0, 0);
        for byte in bytes {
            let to = byte as usize;
            chars += text[at..to].chars().count() as u64;
            at = to;
            known.push((byte, chars));
        }
        Offsets { before, known }
    }

    /// The characters before `byte`, which is an offset of the summary.
    pub fn chars(&self, byte: Option<u64>) -> Option<u64> {
        let byte = byte?;
        if self.known.is_empty() {
            return Some(self.before + byte);
        }
        let at = self.known.binary_search_by_key(&byte, |(byte, _)| *byte).ok()?;
        Some(self.before + self.known[at].1)
    }
}

fn offsets(summary: &Summary) -> Vec<u64> {
    let sections = &summary.sections;
    let picks = summary.overall.sentences.iter();
    let all = summary.sentences.iter().flatten().map(|scored| &scored.pick);
    picks
        .chain(sections.iter().flat_map(|section| &section.summary.sentences))
        .chain(all)
        .flat_map(|pick| [pick.start, pick.end])
        .chain(sections.iter().flat_map(|section| [section.start, section.end]))
        .flatten()
        .collect()
}
