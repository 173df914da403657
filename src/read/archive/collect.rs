//! Puts the text of an archive together, block by block.

use super::super::Parsed;
use super::super::builder::title_of;
use super::super::origin::Origin;
use crate::document::{Block, BlockKind, Span};

/// The blocks so far.
#[derive(Debug, Default)]
pub(super) struct Collected {
    text: String,
    blocks: Vec<Block>,
}

impl Collected {
    /// Adds a block, unless it is blank.
    pub fn push(&mut self, kind: BlockKind, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.blocks.push(Block { span: Span::new(start..self.text.len()), kind });
        self.text.push('\n');
    }

    /// Adds what another reader has read.
    pub fn append(&mut self, parsed: &Parsed) {
        let base = self.text.len() as u32;
        self.text.push_str(&parsed.text);
        self.text.push('\n');
        let moved = |block: &Block| Block { span: block.span.behind(base), ..*block };
        self.blocks.extend(parsed.blocks.iter().map(moved));
    }

    /// The whole, with the title that it shows or else `title`.
    pub fn finish(self, title: Option<String>, warnings: Vec<String>) -> Parsed {
        let Collected { text, blocks } = self;
        let title = title_of(&text, &blocks).or(title);
        Parsed { text, blocks, origin: Origin::None, title, warnings }
    }
}
