//! Which blocks are menus: nothing in them but links to other pages. Old pages set them
//! in cells or lines of the text itself, where no element tells them apart.

use crate::document::{Block, BlockKind};

/// A menu has so many links …
const FEWEST_LINKS: u32 = 2;
/// … and at most one byte in so many outside of them.
const PLAIN_ONE_IN: usize = 4;

/// What the open block holds, and which blocks before it are menus.
#[derive(Debug, Default)]
pub(super) struct Menus {
    /// How many links are open.
    depth: usize,
    /// Links with text.
    links: u32,
    /// Whether the open link has had text.
    counted: bool,
    /// Bytes of text in links, and of all text.
    linked: usize,
    all: usize,
    /// The indices of the blocks that are menus.
    found: Vec<u32>,
}

impl Menus {
    pub fn open_link(&mut self) {
        self.depth += 1;
        self.counted = false;
    }

    pub fn close_link(&mut self) {
        self.depth -= 1;
    }

    pub fn is_in_link(&self) -> bool {
        self.depth > 0
    }

    /// Takes in text of the open block.
    pub fn text(&mut self, text: &str) {
        let length = text.trim().len();
        self.all += length;
        if self.depth > 0 && length > 0 {
            self.linked += length;
            self.links += u32::from(!self.counted);
            self.counted = true;
        }
    }

    /// Whether there is hardly anything but links in the open block.
    pub fn is_menu(&self) -> bool {
        self.links >= FEWEST_LINKS && (self.all - self.linked) * PLAIN_ONE_IN <= self.all
    }

    /// Ends the open block, which becomes block `index`.
    pub fn end_block(&mut self, index: usize, text: &str, kind: BlockKind) {
        let may_be = matches!(kind, BlockKind::Paragraph | BlockKind::ListItem);
        let is_sentence = || text.trim_end().ends_with(['.', '…', '。', '।', '۔']);
        if may_be && self.is_menu() && !is_sentence() {
            self.found.push(index as u32);
        }
        (self.links, self.linked, self.all, self.counted) = (0, 0, 0, false);
    }

    /// Takes the menus out of the text, unless there is no other text.
    pub fn leave_out(self, blocks: &mut [Block]) {
        let is_text = |block: &&Block| {
            !matches!(
                block.kind,
                BlockKind::Heading(_) | BlockKind::Other | BlockKind::Caption
            )
        };
        if blocks.iter().filter(is_text).count() > self.found.len() {
            for index in self.found {
                blocks[index as usize].kind = BlockKind::Other;
            }
        }
    }
}
