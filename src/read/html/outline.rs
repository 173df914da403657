//! A page without what is surely not content, with its running text gathered
//! into paragraphs: what is scored and cleaned.

use super::attributes::{Trait, Traits};
use super::element::Name;
use super::facts::{Facts, NONE};
use super::tag::Tag;
use super::tree::{Kind, Node, ROOT, Tree};

/// No byline is this long.
const LONG_BYLINE: u32 = 100;
/// A `div` of one paragraph with more links than this stays a `div`.
const LINKED: f64 = 0.25;

/// One node of an outline; `parts[0]` holds the rest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// The node it stands for, [`NONE`] for a paragraph made of running text.
    pub node: u32,
    pub name: Name,
    pub traits: Traits,
    pub is_text: bool,
    /// The index behind the last descendant.
    pub end: u32,
    pub parent: u32,
}

/// The text of `parts`.
pub(super) fn text_of(tree: &Tree<'_>, parts: &[Part]) -> String {
    let texts = parts.iter().filter(|part| part.is_text);
    texts.map(|part| tree.text(&tree.nodes[part.node as usize])).collect()
}

/// What the parts inside others add up to, where parts are gone over from the last
/// to the first: for those alone that hold what was seen last.
#[derive(Debug)]
pub(super) struct Sums<T>(Vec<(usize, T)>);

impl<T> Default for Sums<T> {
    fn default() -> Self {
        Sums(Vec::new())
    }
}

impl<T: Copy + Default> Sums<T> {
    /// The sum for part `index`, which is the next or holds the next.
    pub fn of(&mut self, index: usize) -> &mut T {
        if self.0.last().is_none_or(|(last, _)| *last != index) {
            self.0.push((index, T::default()));
        }
        let last = self.0.len() - 1;
        &mut self.0[last].1
    }

    /// The sum for part `index`, whose turn has come.
    pub fn take(&mut self, index: usize) -> T {
        self.0.pop_if(|(last, _)| *last == index).map_or_else(T::default, |(_, sum)| sum)
    }
}

/// Outlines `tree`. `title` is the heading that repeats the page's title.
pub(super) fn of(
    tree: &Tree<'_>,
    facts: &Facts,
    title: Option<usize>,
    strip_unlikely: bool,
) -> Vec<Part> {
    let root = tree.nodes.iter().rposition(|node| node.name == Name::Page);
    let traits = root.map_or_else(Traits::default, |root| tree.nodes[root].traits);
    let page = Part {
        node: ROOT as u32,
        name: Name::Page,
        traits,
        is_text: false,
        end: 0,
        parent: 0,
    };
    let mut outliner = Outliner {
        tree,
        facts,
        title,
        strip_unlikely,
        needs_byline: !tree.author,
        unwrapped: NONE,
        parts: vec![page],
        open: vec![Open {
            part: 0,
            end: tree.nodes.len() as u32,
            gathers: false,
            paragraph: NONE,
        }],
    };
    let mut index = 1;
    while index < tree.nodes.len() {
        index = outliner.enter(index);
    }
    while let Some(open) = outliner.open.pop() {
        outliner.close(open);
    }
    outliner.parts
}

struct Outliner<'a> {
    tree: &'a Tree<'a>,
    facts: &'a Facts,
    title: Option<usize>,
    strip_unlikely: bool,
    needs_byline: bool,
    /// The paragraph that took the place of the `div` around it.
    unwrapped: u32,
    parts: Vec<Part>,
    open: Vec<Open>,
}

#[derive(Clone, Copy)]
struct Open {
    part: u32,
    /// Where its node ends.
    end: u32,
    /// Whether running text in it is gathered into paragraphs.
    gathers: bool,
    /// The paragraph that gathers.
    paragraph: u32,
}

impl Outliner<'_> {
    /// Takes in one node and says which comes next.
    fn enter(&mut self, index: usize) -> usize {
        while let Some(open) = self.open.pop() {
            if open.end as usize > index {
                self.open.push(open);
                break;
            }
            self.close(open);
        }
        let node = &self.tree.nodes[index];
        match node.kind {
            Kind::Text(_) => {
                let is_blank = self.tree.text(node).trim().is_empty();
                if self.gather(true, is_blank) {
                    self.push(index, true);
                }
                index + 1
            }
            Kind::Element(_) if node.name == Name::Nothing => node.end as usize,
            Kind::Element(_) if node.name == Name::Page => index + 1,
            Kind::Element(tag) => self.element(index, node, tag),
        }
    }

    fn element(&mut self, index: usize, node: &Node, tag: Tag) -> usize {
        let inside = self.facts.inside[index];
        let is_break = node.name == Name::Break;
        if inside.parting {
            self.end_paragraph();
            if let Some(open) = self.open.last_mut() {
                open.gathers = true;
            }
            return node.end as usize;
        }
        let stays = self.gather(inside.phrasing, is_break);
        if !stays && !is_break || self.is_out(index, node) {
            return node.end as usize;
        }
        if tag == Tag::Hidden {
            self.push(index, false);
            return node.end as usize;
        }
        let name = match node.name {
            Name::P if inside.parted => Name::Div,
            name => name,
        };
        if name == Name::Div && self.unwraps(index, node) {
            self.unwrapped = inside.last;
            return index + 1;
        }
        let name = if name == Name::Div && self.is_paragraph(index, node) {
            Name::P
        } else {
            name
        };
        let part = self.push(index, false);
        self.parts[part as usize].name = name;
        let gathers = name == Name::Div;
        self.open.push(Open { part, end: node.end, gathers, paragraph: NONE });
        index + 1
    }

    /// Opens or closes the paragraph that gathers running text. Says whether
    /// the node belongs to the outline.
    fn gather(&mut self, phrasing: bool, blank: bool) -> bool {
        let Some(open) = self.open.last().copied() else { return true };
        if !phrasing {
            self.end_paragraph();
            if let Some(last) = self.open.last_mut() {
                let part = self.parts[last.part as usize];
                last.gathers = part.name == Name::Div;
            }
            return true;
        }
        if !open.gathers || open.paragraph != NONE {
            return true;
        }
        if blank {
            return false;
        }
        let paragraph = Part {
            node: NONE,
            name: Name::P,
            traits: Traits::default(),
            is_text: false,
            end: 0,
            parent: open.part,
        };
        self.parts.push(paragraph);
        if let Some(last) = self.open.last_mut() {
            last.paragraph = self.parts.len() as u32 - 1;
        }
        true
    }

    fn end_paragraph(&mut self) {
        let end = self.parts.len() as u32;
        if let Some(open) = self.open.last_mut()
            && open.paragraph != NONE
        {
            self.parts[open.paragraph as usize].end = end;
            open.paragraph = NONE;
        }
    }

    fn close(&mut self, open: Open) {
        let end = self.parts.len() as u32;
        if open.paragraph != NONE {
            self.parts[open.paragraph as usize].end = end;
        }
        self.parts[open.part as usize].end = end;
    }

    fn push(&mut self, index: usize, is_text: bool) -> u32 {
        let node = &self.tree.nodes[index];
        let part = self.parts.len() as u32;
        let parent = self.open.last().map_or(0, |open| {
            if open.paragraph == NONE { open.part } else { open.paragraph }
        });
        self.parts.push(Part {
            node: index as u32,
            name: node.name,
            traits: node.traits,
            is_text,
            end: part + 1,
            parent,
        });
        part
    }

    /// Whether the element is none of the content.
    fn is_out(&mut self, index: usize, node: &Node) -> bool {
        if std::mem::replace(&mut self.unwrapped, NONE) == index as u32 {
            return false;
        }
        let traits = node.traits;
        if traits.has(Trait::Hidden) || self.title == Some(index) {
            return true;
        }
        if self.needs_byline && traits.has(Trait::Byline) {
            let length = self.facts.size(index, node.end).length;
            if length > 0 && length < LONG_BYLINE {
                self.needs_byline = false;
                return true;
            }
        }
        if self.strip_unlikely {
            let is_unlikely = traits.has(Trait::Unlikely)
                && node.name != Name::Link
                && !self.is_within(|name| matches!(name, Name::Table | Name::Code));
            if is_unlikely || traits.has(Trait::Outside) {
                return true;
            }
        }
        let may_be_empty = matches!(
            node.name,
            Name::Div | Name::Section | Name::Header | Name::Heading(_)
        );
        may_be_empty && self.facts.is_empty(index + 1, node.end)
    }

    /// Whether one of the four innermost open elements is such.
    fn is_within(&self, such: impl Fn(Name) -> bool) -> bool {
        let names = self.open.iter().rev().take(4);
        names.into_iter().any(|open| such(self.parts[open.part as usize].name))
    }

    /// Whether a `div` holds one `p` and nothing else.
    fn unwraps(&self, index: usize, node: &Node) -> bool {
        let inside = self.facts.inside[index];
        let is_single = inside.runs == 0 && inside.others == 1;
        is_single
            && self.tree.nodes[inside.last as usize].name == Name::P
            && !self.facts.inside[inside.last as usize].parted
            && self.facts.link_density(index, node.end) < LINKED
    }

    /// Whether a `div` is a paragraph by what it holds.
    fn is_paragraph(&self, index: usize, node: &Node) -> bool {
        let inside = self.facts.inside[index];
        if inside.runs == 0 {
            return !self.facts.has_parting(index + 1, node.end);
        }
        inside.runs == 1
            && inside.others == 0
            && !inside.parted
            && self.facts.link_density(index, node.end) < LINKED
    }
}
