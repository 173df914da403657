//! Builds a text from pieces of a marked-up source, and remembers where each piece came
//! from.

use std::ops::Range;

use super::align::align;
use super::origin::{Origin, Run};
use crate::document::{Block, BlockKind, Span};

/// Collects blocks of text. Between blocks it puts one line end, which belongs
/// to none of them.
#[derive(Debug, Default)]
pub(super) struct Builder {
    text: String,
    runs: Vec<Run>,
    blocks: Vec<Block>,
    /// Where the open block begins.
    begin: usize,
    /// Where, in the source, inline marks began that wait for their text.
    opened: Option<u32>,
}

impl Builder {
    /// Adds text that stands in the source as it is, from byte `at` on.
    pub fn verbatim(&mut self, piece: &str, at: usize) {
        self.push(piece, at..at + piece.len(), true);
    }

    /// Adds text that the source says in another way (an entity, a line break).
    pub fn decoded(&mut self, piece: &str, source: Range<usize>) {
        self.push(piece, source, false);
    }

    /// Adds text that stands in the source from byte `at` on, but for what the
    /// parser replaced.
    pub fn aligned(&mut self, text: &str, source: &str, at: usize) {
        align(source, text, &mut |piece, range, same| {
            self.push(piece, at + range.start..at + range.end, same);
        });
    }

    fn push(&mut self, piece: &str, source: Range<usize>, verbatim: bool) {
        if piece.is_empty() {
            return;
        }
        let source = Span::new(source);
        let start = self.opened.take().unwrap_or(source.start);
        let outer = Span { start, end: source.end };
        self.runs.push(Run { text: self.text.len() as u32, source, outer, verbatim });
        self.text.push_str(piece);
    }

    /// Notes that inline markup opens at byte `at` of the source.
    pub fn open_mark(&mut self, at: usize) {
        self.opened.get_or_insert(at as u32);
    }

    /// Notes that inline markup closes before byte `end` of the source.
    pub fn close_mark(&mut self, end: usize) {
        self.opened = None;
        if let Some(run) =
            self.runs.last_mut().filter(|run| run.text as usize >= self.begin)
        {
            run.outer.end = run.outer.end.max(end as u32);
        }
    }

    /// The text of the open block.
    pub fn pending(&self) -> &str {
        &self.text[self.begin..]
    }

    /// How many blocks have ended.
    pub fn blocks(&self) -> usize {
        self.blocks.len()
    }

    /// Ends the open block as one of `kind`; a blank one leaves no trace but its bytes.
    pub fn end_block(&mut self, kind: BlockKind) {
        self.opened = None;
        let pending = &self.text[self.begin..];
        let start = self.begin + (pending.len() - pending.trim_start().len());
        // A heading may end in the sign of a link to itself.
        let is_behind = |c: char| {
            c.is_whitespace() || matches!(kind, BlockKind::Heading(_)) && c == '¶'
        };
        let end = self.begin + pending.trim_end_matches(is_behind).len();
        if start < end {
            self.blocks.push(Block { span: Span::new(start..end), kind });
        }
        if self.begin < self.text.len() {
            let at = self.runs.last().map_or(0, |run| run.outer.end as usize);
            self.decoded("\n", at..at);
        }
        self.begin = self.text.len();
    }

    /// Makes the block that ended last one of `kind`.
    pub fn rename_last(&mut self, kind: BlockKind) {
        if let Some(last) = self.blocks.last_mut() {
            last.kind = kind;
        }
    }

    /// Adds the blocks of a piece that another reader has read; the piece
    /// begins at byte `at` of the source.
    pub fn append(&mut self, text: &str, blocks: &[Block], runs: &[Run], at: usize) {
        let (at, base) = (at as u32, self.text.len() as u32);
        self.text.push_str(text);
        self.runs.extend(runs.iter().map(|run| Run {
            text: run.text + base,
            source: run.source.behind(at),
            outer: run.outer.behind(at),
            verbatim: run.verbatim,
        }));
        let blocks =
            blocks.iter().map(|block| Block { span: block.span.behind(base), ..*block });
        self.blocks.extend(blocks);
        self.begin = self.text.len();
    }

    /// The text, its blocks, and the way back to the source.
    pub fn finish(mut self) -> (String, Vec<Block>, Origin) {
        self.end_block(BlockKind::Paragraph);
        (self.text, self.blocks, Origin::Runs(self.runs))
    }

    /// The title, if the blocks show one.
    pub fn title(&self) -> Option<String> {
        title_of(&self.text, &self.blocks)
    }
}

/// The title that the blocks of `text` show: a heading of the highest level
/// that stands first, or alone among its like.
pub(super) fn title_of(text: &str, blocks: &[Block]) -> Option<String> {
    let is_top = |block: &&Block| block.kind == BlockKind::Heading(1);
    let top = blocks.iter().find(is_top)?;
    let is_first = blocks.first() == Some(top);
    let is_alone = blocks.iter().filter(is_top).count() == 1;
    (is_first || is_alone).then(|| top.span.of(text).to_string())
}
