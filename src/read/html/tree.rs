//! Tokens to a flat tree: nodes in document order, each with the index behind
//! its last descendant, so that walking it needs no recursion.

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span as Range, Tokenizer};

use super::attributes::{Attributes, Traits};
use super::element::Name;
use super::tag::{self, Tag};
use super::tokens;
use crate::document::Span;
use crate::flood;

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
    /// Whether it has more nodes than a page may have.
    pub flood: bool,
    /// Whether the page tells its author apart from the text.
    pub author: bool,
}

/// One node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub kind: Kind,
    pub name: Name,
    pub traits: Traits,
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

    /// The text of the page's `title` element.
    pub fn title(&self) -> Option<String> {
        let is_title = |node: &Node| matches!(node.kind, Kind::Element(Tag::Title));
        let index = self.nodes.iter().position(is_title)?;
        let nodes = &self.nodes[index..self.nodes[index].end as usize];
        let title: String = nodes.iter().map(|node| self.text(node)).collect();
        let title = title.trim();
        (!title.is_empty()).then(|| title.to_string())
    }
}

/// Builds the tree of `source`.
pub(super) fn build(source: &str) -> Tree<'_> {
    let most = flood::most(source.len());
    let mut builder = Builder::new(source);
    let handle = |event: CallbackEvent<'_>, span: Range<usize>| -> Option<()> {
        builder.event(event, span);
        // Nothing but the end of the page is handed on.
        (builder.tree.nodes.len() >= most).then_some(())
    };
    let mut emitter = CallbackEmitter::new(handle);
    emitter.naively_switch_states(true);
    let tamed = tokens::tame(source);
    let mut tokens = Tokenizer::new_with_emitter(tamed.as_ref(), Lenient(emitter));
    let flood = tokens.next().is_some();
    drop(tokens);
    builder.tree.flood = flood;
    builder.finish()
}

/// Hands on all but the errors of a page: to find them, the tokenizer would look at each
/// byte.
struct Lenient<F: Callback<(), usize>>(CallbackEmitter<F, (), usize>);

impl<F: Callback<(), usize>> ForwardingEmitter for Lenient<F> {
    type Token = ();

    fn inner(&mut self) -> &mut impl Emitter<Token = ()> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

struct Builder<'a> {
    tree: Tree<'a>,
    /// The open elements, with the names that close them.
    open: Vec<(u32, u64)>,
    /// How many of them are paragraphs.
    paragraphs: usize,
    /// The start tag being read.
    tag: Tag,
    name: Name,
    packed: u64,
    void: bool,
    begin: usize,
    attributes: Attributes,
}

/// A name of up to eight bytes as a number; longer names share their beginning.
fn packed(name: &[u8]) -> u64 {
    name.iter().take(8).fold(0, |packed, byte| packed << 8 | u64::from(*byte))
}

impl<'a> Builder<'a> {
    fn new(source: &'a str) -> Self {
        let root = Node {
            kind: Kind::Element(Tag::Block),
            name: Name::Page,
            traits: Traits::default(),
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
                flood: false,
                author: false,
            },
            open: Vec::new(),
            paragraphs: 0,
            tag: Tag::Inline,
            name: Name::Other,
            packed: 0,
            void: false,
            begin: 0,
            attributes: Attributes::default(),
        }
    }

    fn event(&mut self, event: CallbackEvent<'_>, span: Range<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag::of(name);
                self.name = Name::of(name);
                self.packed = packed(name);
                self.void = tag::is_void(name);
                self.begin = span.start;
            }
            CallbackEvent::AttributeName { name } => self.attributes.name(name),
            CallbackEvent::AttributeValue { value } => self.attributes.value(value),
            CallbackEvent::CloseStartTag { self_closing } => {
                let source = Span::new(self.begin..span.end.max(self.begin));
                self.start_element(source, self_closing);
            }
            CallbackEvent::EndTag { name } => self.end_element(name, span.end),
            CallbackEvent::String { value } => self.text(value, span),
            _ => {}
        }
    }

    fn start_element(&mut self, source: Span, self_closing: bool) {
        let (tag, traits) = self.attributes.take(self.tag, self.name);
        self.close_implied(tag);
        let is_foreign = self_closing && matches!(tag, Tag::Hidden);
        let last = self.open.len().checked_sub(1).map(|depth| self.name_at(depth));
        if self.name == Name::Row && last == Some(Name::Table) {
            let before = Span { start: source.start, end: source.start };
            let body = (Tag::Block, Name::Other, Traits::default());
            self.push(body, packed(b"tbody"), before, true);
        }
        let element = (tag, self.name, traits);
        self.push(element, self.packed, source, !self.void && !is_foreign);
    }

    fn push(
        &mut self,
        element: (Tag, Name, Traits),
        packed: u64,
        source: Span,
        opens: bool,
    ) {
        let (tag, name, traits) = element;
        if opens && self.open.len() >= MAX_DEPTH {
            self.tree.too_deep = true;
            return;
        }
        let index = self.tree.nodes.len() as u32;
        if opens {
            self.open.push((index, packed));
            self.paragraphs += usize::from(name == Name::P);
        }
        let kind = Kind::Element(tag);
        let (end, close) = (index + 1, source.end);
        self.tree.nodes.push(Node { kind, name, traits, end, source, close });
    }

    fn name_at(&self, depth: usize) -> Name {
        self.tree.nodes[self.open[depth].0 as usize].name
    }

    /// Closes the elements that the one being read ends without an end tag: a
    /// block ends a paragraph, an item, a cell, a row or a link its like.
    fn close_implied(&mut self, tag: Tag) {
        if tag.is_block() && self.paragraphs > 0 {
            self.close_last(
                |name| name == Name::P,
                |name| name.is_cell() || name == Name::Table,
            );
        }
        let name = self.name;
        match name {
            Name::Item => self.close_last(
                |open| open == name,
                |open| matches!(open, Name::Bullets | Name::Numbers) || open.is_cell(),
            ),
            Name::Term => self.close_last(
                |open| open == name,
                |open| open == Name::Terms || open.is_cell(),
            ),
            Name::Cell | Name::HeadCell => {
                self.close_last(Name::is_cell, |open| open == Name::Table);
            }
            Name::Row => {
                self.close_last(|open| open == name, |open| open == Name::Table);
            }
            Name::Link => {
                self.close_last(
                    |open| open == name,
                    |open| open.is_cell() || open.parts_a_div(),
                );
            }
            _ => {}
        }
    }

    /// Closes the innermost open element that is `wanted`, if no `barrier`
    /// stands before it.
    fn close_last(
        &mut self,
        wanted: impl Fn(Name) -> bool,
        barrier: impl Fn(Name) -> bool,
    ) {
        let found = (0..self.open.len())
            .rev()
            .take_while(|depth| !barrier(self.name_at(*depth)))
            .find(|depth| wanted(self.name_at(*depth)));
        if let Some(depth) = found {
            self.close_from(depth, self.begin);
        }
    }

    /// Closes the innermost open element of this name, but never a cell or a
    /// table with the end tag of something else.
    fn end_element(&mut self, name: &[u8], end: usize) {
        let (packed, named) = (packed(name), Name::of(name));
        let is_of_table = named.is_cell()
            || matches!(
                named,
                Name::Table | Name::Row | Name::TablePart | Name::Caption | Name::Page
            );
        let found = (0..self.open.len())
            .rev()
            .take_while(|depth| {
                is_of_table
                    || self.open[*depth].1 == packed
                    || !self.name_at(*depth).is_cell()
            })
            .find(|depth| self.open[*depth].1 == packed);
        if let Some(depth) = found {
            self.close_from(depth, end);
        }
    }

    fn close_from(&mut self, depth: usize, at: usize) {
        let behind = self.tree.nodes.len() as u32;
        for (index, _) in self.open.drain(depth..) {
            let node = &mut self.tree.nodes[index as usize];
            self.paragraphs -= usize::from(node.name == Name::P);
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
        self.tree.nodes.push(Node {
            kind,
            name: Name::Other,
            traits: Traits::default(),
            end: index + 1,
            source,
            close: source.end,
        });
    }

    fn finish(mut self) -> Tree<'a> {
        self.close_from(0, self.tree.source.len());
        self.tree.nodes[ROOT].end = self.tree.nodes.len() as u32;
        self.tree.author = self.attributes.author;
        self.tree
    }
}
