//! A page's tree to blocks of text.

use super::super::Parsed;
use super::super::builder::Builder;
use super::tag::Tag;
use super::tree::{Kind, Node, Tree};
use crate::document::BlockKind;
use crate::options::HtmlMode;

/// So many nodes of a table tell whether it holds data.
const LAYOUT_NODES: usize = 2000;
/// A cell of data has no longer text, in bytes.
const LONG_CELL: usize = 160;

/// Reads what stands under node `root`.
pub(super) fn read(tree: &Tree<'_>, root: usize, mode: HtmlMode) -> Parsed {
    let mut walk =
        Walk { tree, mode, out: Builder::default(), open: Vec::new(), page_title: None };
    walk.page_title = page_title(tree);
    let mut index = root;
    while index < tree.nodes[root].end as usize {
        walk.close_until(index);
        index = walk.enter(index);
    }
    walk.close_until(usize::MAX);
    walk.finish()
}

struct Walk<'a> {
    tree: &'a Tree<'a>,
    mode: HtmlMode,
    out: Builder,
    /// The indices of the open elements.
    open: Vec<usize>,
    page_title: Option<String>,
}

impl Walk<'_> {
    /// Takes in one node and says which comes next.
    fn enter(&mut self, index: usize) -> usize {
        let node = &self.tree.nodes[index];
        let Kind::Element(tag) = node.kind else {
            self.text(node);
            return index + 1;
        };
        if self.is_skipped(tag, index) {
            if tag.is_block() {
                self.end_block();
            }
            return node.end as usize;
        }
        match tag {
            Tag::Break => self.line_break(node),
            Tag::Inline | Tag::Superscript => {
                self.out.open_mark(node.source.start as usize);
            }
            Tag::Heading(_) => {
                self.end_block();
                self.out.open_mark(node.source.start as usize);
            }
            _ => self.end_block(),
        }
        self.open.push(index);
        index + 1
    }

    fn is_skipped(&self, tag: Tag, index: usize) -> bool {
        let article = self.mode == HtmlMode::Article;
        match tag {
            Tag::Hidden | Tag::Title | Tag::Verbatim => true,
            Tag::Table => !self.is_layout(index),
            Tag::Around => article && !self.open.is_empty(),
            Tag::Superscript => self.is_reference_mark(index),
            _ => false,
        }
    }

    /// Whether a table lays out prose: it holds paragraphs, headings, lists or
    /// a long text. The look ahead is bounded.
    fn is_layout(&self, index: usize) -> bool {
        let end = self.tree.nodes[index].end as usize;
        let inside = self.tree.nodes[index + 1..end].iter().take(LAYOUT_NODES);
        inside.into_iter().any(|node| match node.kind {
            Kind::Element(tag) => {
                matches!(
                    tag,
                    Tag::Paragraph | Tag::Heading(_) | Tag::ListItem | Tag::Content
                )
            }
            Kind::Text(_) => self.tree.text(node).trim().len() > LONG_CELL,
        })
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
        let in_header = self.mode == HtmlMode::Article
            && self.open.iter().any(|open| self.tag(*open) == Some(Tag::Header))
            && !self
                .open
                .iter()
                .any(|open| matches!(self.tag(*open), Some(Tag::Heading(_))));
        if in_header {
            return;
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
        if self
            .out
            .pending()
            .trim_end_matches([' ', '\t', '\r', '\n'])
            .ends_with('\u{2028}')
        {
            self.end_block();
        } else {
            self.out.decoded("\u{2028}", node.source.range());
        }
    }

    /// Closes the open elements that end before node `index`.
    fn close_until(&mut self, index: usize) {
        while let Some(last) = self.open.last().copied() {
            let node = &self.tree.nodes[last];
            if node.end as usize > index {
                return;
            }
            let tag = self.tag(last);
            if !tag.is_some_and(Tag::is_block) || matches!(tag, Some(Tag::Heading(_))) {
                self.out.close_mark(node.close as usize);
            }
            if tag.is_some_and(Tag::is_block) {
                self.end_block();
            }
            self.open.pop();
        }
    }

    /// Ends the open block as what its innermost telling element makes it.
    fn end_block(&mut self) {
        let mut kind = BlockKind::Paragraph;
        for open in self.open.iter().rev() {
            kind = match self.tag(*open) {
                Some(Tag::Heading(level)) => BlockKind::Heading(level),
                Some(Tag::ListItem) => BlockKind::ListItem,
                Some(Tag::Quote) => BlockKind::Quote,
                Some(Tag::Caption) => BlockKind::Caption,
                _ => continue,
            };
            break;
        }
        self.out.end_block(kind);
    }

    fn finish(self) -> Parsed {
        let title = self.out.title().or(self.page_title);
        let (text, blocks, origin) = self.out.finish();
        Parsed { text, blocks, origin, title, ..Parsed::default() }
    }
}

/// The text of the page's `title` element.
fn page_title(tree: &Tree<'_>) -> Option<String> {
    let index = tree
        .nodes
        .iter()
        .position(|node| matches!(node.kind, Kind::Element(Tag::Title)))?;
    let nodes = &tree.nodes[index..tree.nodes[index].end as usize];
    let title: String = nodes.iter().map(|node| tree.text(node)).collect();
    let title = title.trim();
    (!title.is_empty()).then(|| title.to_string())
}
