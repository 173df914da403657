//! A document of the sections that have references of their own.

use super::records::Section;
use crate::document::{Block, BlockKind, Document, Span};
use crate::options::{Format, ReadOptions};
use crate::read::{self, origin::Origin};

/// `document` with `sections` for its text, each under its heading. Headings
/// within a section open no section: its reference is about all of it.
///
/// The sections are laid end to end, since the data has sections that are no
/// one stretch of the text (a topic that a meeting comes back to).
pub(super) fn document_of(sections: &[Section], document: Document) -> Document {
    let options =
        ReadOptions { language: Some(document.language), ..ReadOptions::default() };
    let (mut text, mut blocks) = (String::new(), Vec::new());
    for section in sections {
        let start = text.len();
        text.push_str(section.heading.as_deref().unwrap_or(""));
        let span = Span::new(start..text.len());
        blocks.push(Block { span, kind: BlockKind::Heading(1) });
        text.push('\n');
        let base = text.len() as u32;
        let body = read::read_text(section.text.clone(), Format::Text, &options);
        blocks.extend(body.blocks.into_iter().map(|block| moved(block, base)));
        text.push_str(&body.text);
        text.push('\n');
    }
    Document { text, blocks, origin: Origin::None, ..document }
}

/// A section's block in the text of all sections.
fn moved(block: Block, base: u32) -> Block {
    let kind = match block.kind {
        BlockKind::Heading(_) => BlockKind::Other,
        kind => kind,
    };
    Block { span: block.span.behind(base), kind }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::{Options, SegmentOptions};
    use crate::segment::segment;

    #[test]
    fn sections_are_those_of_the_gold() {
        let section = |heading: Option<&str>, text: &str| Section {
            heading: heading.map(String::from),
            text: text.into(),
            reference: None,
        };
        let sections = [
            section(Some("Aim"), "We ask. We look.\n\nThe Small Print\n\nIt is long."),
            section(None, "We end."),
        ];
        let line = br#"{"text": "Aim", "lang": "en"}"#;
        let document = read::jsonl::read(line, &Options::default().read).unwrap();
        let document = document_of(&sections, document);
        let segmented = segment(&document, &SegmentOptions::default());
        let ranges: Vec<_> =
            segmented.sections.iter().map(|section| section.sentences.clone()).collect();
        assert_eq!(ranges, [0..3, 3..4]);
        assert_eq!(segmented.sentences[3].span.of(&document.text), "We end.");
    }
}
