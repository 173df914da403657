//! A page's tree to blocks of text.

use super::super::builder::Builder;
use super::super::{Parsed, bold};
use super::attributes::Trait;
use super::element::Name;
use super::menu::Menus;
use super::tag::Tag;
use super::tree::{Kind, Node, ROOT, Tree};
use crate::document::BlockKind;

/// So many nodes of a table tell whether it holds data.
const LAYOUT_NODES: usize = 2000;
/// A cell of data has no longer text, in bytes.
const LONG_CELL: usize = 160;
/// White space of a source.
const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// Reads the page, or only the text nodes that are `shown`.
pub(super) fn read(
    tree: &Tree<'_>,
    shown: Option<&[bool]>,
    title: Option<String>,
) -> Parsed {
    let mut walk = Walk {
        tree,
        shown: shown.map(|shown| count_shown(tree, shown)),
        out: Builder::default(),
        open: Vec::new(),
        weight: Weight::default(),
        level: 1,
        assumed: false,
        menus: Menus::default(),
    };
    let mut index = ROOT;
    while index < tree.nodes.len() {
        walk.close_until(index);
        index = walk.enter(index);
    }
    walk.close_until(usize::MAX);
    walk.finish(title)
}

/// How many text nodes are shown before each node; one entry more than nodes.
fn count_shown(tree: &Tree<'_>, shown: &[bool]) -> Vec<u32> {
    let mut before = Vec::with_capacity(shown.len() + 1);
    let mut total = 0;
    for (node, shown) in tree.nodes.iter().zip(shown) {
        before.push(total);
        total += u32::from(*shown && matches!(node.kind, Kind::Text(_)));
    }
    before.push(total);
    before
}

struct Walk<'a> {
    tree: &'a Tree<'a>,
    /// See [`count_shown`]; `None` if all is shown.
    shown: Option<Vec<u32>>,
    out: Builder,
    /// The indices of the open elements.
    open: Vec<usize>,
    weight: Weight,
    /// The level of the last heading that is marked as one.
    level: u8,
    /// Whether the last block is a heading by its weight alone.
    assumed: bool,
    menus: Menus,
}

/// Whether the open block is set in bold.
#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    /// How many bold elements are open.
    depth: usize,
    bold: bool,
    plain: bool,
}

impl Weight {
    /// Whether all of the block is bold.
    fn is_bold(self) -> bool {
        self.bold && !self.plain
    }
}

impl Walk<'_> {
    /// Takes in one node and says which comes next.
    fn enter(&mut self, index: usize) -> usize {
        let node = &self.tree.nodes[index];
        let Kind::Element(tag) = node.kind else {
            if self.is_shown(index) {
                self.text(node);
            }
            return index + 1;
        };
        let is_break = tag == Tag::Break;
        if !is_break && !self.is_shown(index) || self.is_skipped(tag, index) {
            if tag.is_block() {
                self.end_block();
            }
            return node.end as usize;
        }
        self.weight.depth += usize::from(tag == Tag::Bold);
        match tag {
            Tag::Break => self.line_break(node),
            Tag::Inline | Tag::Bold | Tag::Superscript => {
                self.out.open_mark(node.source.start as usize);
            }
            Tag::Heading(_) => {
                self.end_block();
                self.out.open_mark(node.source.start as usize);
            }
            _ => self.end_block(),
        }
        if leads_elsewhere(node) {
            self.menus.open_link();
        }
        self.open.push(index);
        index + 1
    }

    /// Whether text is shown in node `index`.
    fn is_shown(&self, index: usize) -> bool {
        let end = self.tree.nodes[index].end as usize;
        self.shown.as_ref().is_none_or(|before| before[index] < before[end])
    }

    fn is_skipped(&self, tag: Tag, index: usize) -> bool {
        match tag {
            Tag::Hidden | Tag::Title | Tag::Verbatim => true,
            Tag::Table => !self.is_layout(index),
            Tag::Superscript => self.is_reference_mark(index),
            _ => false,
        }
    }

    /// Whether a table lays out prose: it holds paragraphs, headings, lists or
    /// a long text. The look ahead is bounded.
    fn is_layout(&self, index: usize) -> bool {
        let end = self.tree.nodes[index].end as usize;
        let mut length = 0;
        for node in self.tree.nodes[index + 1..end].iter().take(LAYOUT_NODES) {
            match node.kind {
                Kind::Element(
                    Tag::Paragraph | Tag::Heading(_) | Tag::ListItem | Tag::Content,
                ) => return true,
                Kind::Element(tag) if tag.is_block() => length = 0,
                Kind::Element(_) => {}
                Kind::Text(_) => length += self.tree.text(node).trim().len(),
            }
            if length > LONG_CELL {
                return true;
            }
        }
        false
    }

    /// Whether a superscript is a note's number, as in `end.[3]`.
    fn is_reference_mark(&self, index: usize) -> bool {
        let end = self.tree.nodes[index].end as usize;
        let texts = self.tree.nodes[index..end].iter().map(|node| self.tree.text(node));
        let mut marks =
            texts.flat_map(str::chars).filter(|c| !c.is_whitespace()).peekable();
        let bracketed = marks.peek().is_some_and(|c| *c == '[');
        let linked = end > index + 2;
        (bracketed || linked)
            && marks.all(|c| c.is_ascii_digit() || "[],–-*†‡".contains(c))
    }

    fn text(&mut self, node: &Node) {
        if !self.tree.text(node).trim().is_empty() {
            // Below the lines of a menu, the text begins.
            let is_below = !self.menus.is_in_link()
                && self.menus.is_menu()
                && self.out.pending().trim_end_matches(SPACE).ends_with('\u{2028}');
            if is_below {
                self.end_block();
            }
            let is_bold = self.weight.depth > 0;
            self.weight.bold |= is_bold;
            self.weight.plain |= !is_bold;
            self.menus.text(self.tree.text(node));
        }
        match node.kind {
            Kind::Text(Some(_)) => {
                let source = node.source.of(self.tree.source);
                self.out.aligned(
                    self.tree.text(node),
                    source,
                    node.source.start as usize,
                );
            }
            _ => self.out.verbatim(self.tree.text(node), node.source.start as usize),
        }
    }

    fn tag(&self, index: usize) -> Option<Tag> {
        match self.tree.nodes[index].kind {
            Kind::Element(tag) => Some(tag),
            Kind::Text(_) => None,
        }
    }

    /// One break is a line end, two are the end of a paragraph.
    fn line_break(&mut self, node: &Node) {
        if self.out.pending().trim_end_matches(SPACE).ends_with('\u{2028}')
            || self.is_bold_line()
        {
            self.end_block();
        } else {
            self.out.decoded("\u{2028}", node.source.range());
        }
    }

    /// Whether the open block is bold up to here and could be the heading of what
    /// follows: `<p><b>Food</b><br>Ferrets eat …`.
    fn is_bold_line(&self) -> bool {
        self.weight.depth == 0
            && self.weight.is_bold()
            && !self.out.pending().trim_end().ends_with(':')
            && self.could_be_heading()
            && self.told_kind().is_none()
    }

    /// Closes the open elements that end before node `index`.
    fn close_until(&mut self, index: usize) {
        while let Some(last) = self.open.last().copied() {
            let node = &self.tree.nodes[last];
            if node.end as usize > index {
                return;
            }
            let tag = self.tag(last);
            self.weight.depth -= usize::from(tag == Some(Tag::Bold));
            if leads_elsewhere(node) {
                self.menus.close_link();
            }
            if !tag.is_some_and(Tag::is_block) || matches!(tag, Some(Tag::Heading(_))) {
                self.out.close_mark(node.close as usize);
            }
            if tag.is_some_and(Tag::is_block) {
                self.end_block();
            }
            self.open.pop();
        }
    }

    /// What the innermost telling element makes of the open block.
    fn told_kind(&self) -> Option<BlockKind> {
        self.open.iter().rev().find_map(|open| match self.tag(*open)? {
            Tag::Heading(level) => Some(BlockKind::Heading(level)),
            Tag::ListItem => Some(BlockKind::ListItem),
            Tag::Quote => Some(BlockKind::Quote),
            Tag::Caption | Tag::Label => Some(BlockKind::Caption),
            _ => None,
        })
    }

    /// Ends the open block.
    fn end_block(&mut self) {
        let mut kind = self.told_kind().unwrap_or(BlockKind::Paragraph);
        let weight = std::mem::take(&mut self.weight);
        self.weight.depth = weight.depth;
        if self.out.pending().trim().is_empty() {
            self.out.end_block(kind);
            return;
        }
        let by_weight =
            kind == BlockKind::Paragraph && weight.is_bold() && self.could_be_heading();
        match kind {
            BlockKind::Heading(level) => self.level = level,
            _ if by_weight => kind = BlockKind::Heading((self.level + 1).min(6)),
            _ => {}
        }
        if self.assumed && matches!(kind, BlockKind::Heading(_)) {
            self.out.rename_last(BlockKind::Paragraph);
        }
        self.assumed = by_weight;
        self.menus.end_block(self.out.blocks(), self.out.pending(), kind);
        self.out.end_block(kind);
    }

    /// Whether the open block has the form of a heading and stands in no table.
    fn could_be_heading(&self) -> bool {
        bold::could_be_heading(self.out.pending())
            && !self.open.iter().any(|open| self.tree.nodes[*open].name.is_cell())
    }

    fn finish(mut self, page_title: Option<String>) -> Parsed {
        self.end_block();
        if self.assumed {
            self.out.rename_last(BlockKind::Paragraph);
        }
        let title = self.out.title().or(page_title);
        let is_article = self.shown.is_some();
        let (text, mut blocks, origin) = self.out.finish();
        if is_article {
            self.menus.leave_out(&mut blocks);
        }
        Parsed { text, blocks, origin, title, ..Parsed::default() }
    }
}

/// Whether a node is a link to another page, and no place in this one.
fn leads_elsewhere(node: &Node) -> bool {
    node.name == Name::Link && node.traits.has(Trait::Away)
}
