//! Tokens to a flat tree: nodes in document order, each with the index behind
//! its last descendant, so that walking it needs no recursion.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as Range, Tokenizer};

use super::tag::Tag;
use crate::document::Span;

/// The index of the node that holds the page.
pub(super) const ROOT: usize = 0;

/// Elements nested deeper than this are not opened; browsers stop here too.
pub(super) const MAX_DEPTH: usize = 512;

/// A page. `nodes[ROOT]` is a block that holds everything.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub source: &'a str,
    pub nodes: Vec<Node>,
    /// The decoded form of text that holds character references.
    pub decoded: String,
    /// Whether elements were nested deeper than [`MAX_DEPTH`].
    pub too_deep: bool,
}

/// One node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub kind: Kind,
    /// The index behind the last descendant.
    pub end: u32,
    /// The start tag of an element, the whole of a text.
    pub source: Span,
    /// Where the end tag ends; where a text ends.
    pub close: u32,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Element(Tag),
    /// Text, with its place in [`Tree::decoded`] where it differs from its source.
    Text(Option<Span>),
}

impl Tree<'_> {
    /// The text of a text node as a person reads it.
    pub fn text(&self, node: &Node) -> &str {
        match node.kind {
            Kind::Text(Some(decoded)) => decoded.of(&self.decoded),
            Kind::Text(None) => node.source.of(self.source),
            Kind::Element(_) => "",
        }
    }
}

/// Builds the tree of `source`.
pub(super) fn build(source: &str) -> Tree<'_> {
    let mut builder = Builder::new(source);
    let handle = |event: CallbackEvent<'_>, span: Range<usize>| -> Option<()> {
        builder.event(event, span);
        None
    };
    let mut emitter = CallbackEmitter::new(handle);
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(source, emitter) {
        match token {
            Ok(()) => {}
            Err(never) => match never {},
        }
    }
    builder.finish()
}

struct Builder<'a> {
    tree: Tree<'a>,
    /// The open elements, with the names that close them.
    open: Vec<(u32, u64)>,
    /// The start tag being read.
    tag: Tag,
    name: u64,
    void: bool,
    begin: usize,
    attribute: Attribute,
}

/// The attributes that change what an element means.
#[derive(Clone, Copy, PartialEq)]
enum Attribute {
    Hidden,
    AriaHidden,
    Style,
    Role,
    Level,
    Other,
}

/// A name of up to eight bytes as a number; longer names share their beginning.
fn packed(name: &[u8]) -> u64 {
    name.iter().take(8).fold(0, |packed, byte| packed << 8 | u64::from(*byte))
}

impl<'a> Builder<'a> {
    fn new(source: &'a str) -> Self {
        let root = Node {
            kind: Kind::Element(Tag::Block),
            end: 0,
            source: Span::default(),
            close: source.len() as u32,
        };
        Builder {
            tree: Tree {
                source,
                nodes: vec![root],
                decoded: String::new(),
                too_deep: false,
            },
            open: Vec::new(),
            tag: Tag::Inline,
            name: 0,
            void: false,
            begin: 0,
            attribute: Attribute::Other,
        }
    }

    fn event(&mut self, event: CallbackEvent<'_>, span: Range<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag::of(name);
                self.name = packed(name);
                self.void = Tag::is_void(name);
                self.begin = span.start;
            }
            CallbackEvent::AttributeName { name } => self.attribute_name(name),
            CallbackEvent::AttributeValue { value } => self.attribute_value(value),
            CallbackEvent::CloseStartTag { self_closing } => {
                let source = Span::new(self.begin..span.end.max(self.begin));
                self.start_element(source, self_closing);
            }
            CallbackEvent::EndTag { name } => self.end_element(packed(name), span.end),
            CallbackEvent::String { value } => self.text(value, span),
            _ => {}
        }
    }

    fn attribute_name(&mut self, name: &[u8]) {
        self.attribute = match name {
            b"hidden" => Attribute::Hidden,
            b"aria-hidden" => Attribute::AriaHidden,
            b"style" => Attribute::Style,
            b"role" => Attribute::Role,
            b"aria-level" => Attribute::Level,
            _ => Attribute::Other,
        };
        if self.attribute == Attribute::Hidden {
            self.tag = Tag::Hidden;
        }
    }

    fn attribute_value(&mut self, value: &[u8]) {
        let is_hidden = match self.attribute {
            Attribute::AriaHidden => value == b"true",
            Attribute::Style => {
                let style: Vec<u8> =
                    value.iter().copied().filter(|b| *b != b' ').collect();
                memchr::memmem::find(&style, b"display:none").is_some()
                    || memchr::memmem::find(&style, b"visibility:hidden").is_some()
            }
            _ => false,
        };
        self.tag = match (self.attribute, value) {
            _ if is_hidden => Tag::Hidden,
            (Attribute::Role, b"heading") => Tag::Heading(2),
            (Attribute::Role, b"main" | b"article") => Tag::Content,
            (
                Attribute::Role,
                b"navigation" | b"complementary" | b"contentinfo" | b"search",
            ) => Tag::Around,
            (Attribute::Role, b"banner") => Tag::Header,
            (Attribute::Level, [digit @ b'1'..=b'6'])
                if matches!(self.tag, Tag::Heading(_)) =>
            {
                Tag::Heading(digit - b'0')
            }
            (_, _) => self.tag,
        };
    }

    fn start_element(&mut self, source: Span, self_closing: bool) {
        self.close_implied();
        let index = self.tree.nodes.len() as u32;
        let kind = Kind::Element(self.tag);
        let node = Node { kind, end: index + 1, source, close: source.end };
        let is_foreign = self_closing && matches!(self.tag, Tag::Hidden);
        if self.void || is_foreign {
            self.tree.nodes.push(node);
        } else if self.open.len() < MAX_DEPTH {
            self.tree.nodes.push(node);
            self.open.push((index, self.name));
        } else {
            self.tree.too_deep = true;
        }
    }

    /// A block ends an open paragraph; an item ends the item before it.
    fn close_implied(&mut self) {
        let closes = |open: Tag| match self.tag {
            Tag::ListItem | Tag::Label => {
                matches!(open, Tag::ListItem | Tag::Label | Tag::Paragraph)
            }
            tag => tag.is_block() && open == Tag::Paragraph,
        };
        if let Some((index, _)) = self.open.last().copied()
            && let Kind::Element(open) = self.tree.nodes[index as usize].kind
            && closes(open)
        {
            let at = self.begin;
            self.close_from(self.open.len() - 1, at);
            if matches!(self.tag, Tag::ListItem | Tag::Label) && open == Tag::Paragraph {
                self.close_implied();
            }
        }
    }

    fn end_element(&mut self, name: u64, end: usize) {
        if let Some(depth) = self.open.iter().rposition(|(_, open)| *open == name) {
            self.close_from(depth, end);
        }
    }

    fn close_from(&mut self, depth: usize, at: usize) {
        let behind = self.tree.nodes.len() as u32;
        for (index, _) in self.open.drain(depth..) {
            let node = &mut self.tree.nodes[index as usize];
            node.end = behind;
            node.close = at as u32;
        }
    }

    fn text(&mut self, value: &[u8], span: Range<usize>) {
        let index = self.tree.nodes.len() as u32;
        let source = Span::new(span.start..span.end);
        let decoded = (source.of(self.tree.source).as_bytes() != value).then(|| {
            let start = self.tree.decoded.len();
            self.tree.decoded.push_str(&String::from_utf8_lossy(value));
            Span::new(start..self.tree.decoded.len())
        });
        let kind = Kind::Text(decoded);
        self.tree.nodes.push(Node { kind, end: index + 1, source, close: source.end });
    }

    fn finish(mut self) -> Tree<'a> {
        self.close_from(0, self.tree.source.len());
        self.tree.nodes[ROOT].end = self.tree.nodes.len() as u32;
        self.tree
    }
}
