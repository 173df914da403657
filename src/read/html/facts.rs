//! What is counted once over the whole tree, so that any element can be judged
//! in constant time.

use super::attributes::Trait;
use super::element::Name;
use super::tag::Tag;
use super::tree::{Kind, Node, ROOT, Tree};
use crate::lanes::{WINDOW, are, bits, within};

/// No node.
pub(super) const NONE: u32 = u32::MAX;

/// The size of some text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Size {
    /// Characters, white space between words as one.
    pub length: u32,
    /// Commas of any script.
    pub commas: u32,
    /// Commas of ASCII.
    pub plain_commas: u32,
}

/// Counts for every node of a tree.
#[derive(Debug)]
pub(super) struct Facts {
    /// What stands before each node; one entry more than nodes.
    before: Vec<Before>,
    /// What the children of each node are.
    pub inside: Vec<Inside>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Before {
    size: Size,
    /// Tenths of a character within links.
    linked: u64,
    /// Elements that make a `div` more than a paragraph.
    parting: u32,
    /// Elements that are neither breaks nor rules.
    solid: u32,
}

/// The children of a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inside {
    /// Whether the node and all in it are running text.
    pub phrasing: bool,
    /// Whether two breaks or more in a row stand among the children.
    pub parted: bool,
    /// Whether the node is one of such breaks.
    pub parting: bool,
    /// Stretches of running text, up to 2.
    pub runs: u8,
    /// Other children, up to 2.
    pub others: u8,
    /// The last of the other children.
    pub last: u32,
    /// Whether the last child seen belongs to a stretch of running text.
    in_run: bool,
    /// The break seen last, if only white space stood since.
    last_break: u32,
}

impl Facts {
    pub fn of(tree: &Tree<'_>) -> Facts {
        let mut facts = Facts {
            before: Vec::with_capacity(tree.nodes.len() + 1),
            inside: vec![Inside::new(); tree.nodes.len()],
        };
        let parents = parents(&tree.nodes);
        facts.find_phrasing(&tree.nodes, &parents);
        facts.find_runs(tree, &parents);
        facts.count(tree);
        facts
    }

    /// The size of the text in nodes `start..end`.
    pub fn size(&self, start: usize, end: u32) -> Size {
        let (from, to) = (self.before[start].size, self.before[end as usize].size);
        Size {
            length: to.length - from.length,
            commas: to.commas - from.commas,
            plain_commas: to.plain_commas - from.plain_commas,
        }
    }

    /// Which share of the text in nodes `start..end` is in links.
    pub fn link_density(&self, start: usize, end: u32) -> f64 {
        let linked = self.before[end as usize].linked - self.before[start].linked;
        density(linked, self.size(start, end).length)
    }

    /// Whether something in nodes `start..end` makes a `div` more than a paragraph.
    pub fn has_parting(&self, start: usize, end: u32) -> bool {
        self.before[start].parting < self.before[end as usize].parting
    }

    /// Whether nodes `start..end` show nothing, except breaks and rules.
    pub fn is_empty(&self, start: usize, end: u32) -> bool {
        self.size(start, end).length == 0
            && self.before[start].solid == self.before[end as usize].solid
    }

    /// Running text is made of running text alone, from the leaves up.
    fn find_phrasing(&mut self, nodes: &[Node], parents: &[u32]) {
        for (index, node) in nodes.iter().enumerate().rev() {
            let is_element = matches!(node.kind, Kind::Element(_));
            let inside = &mut self.inside[index];
            // Only a link or an edit takes its content into account.
            let must_hold = matches!(node.name, Name::Link | Name::Edit);
            inside.phrasing = !is_element
                || node.name.is_phrasing() && (!must_hold || inside.phrasing)
                || node.name == Name::Nothing;
            if !inside.phrasing && index != ROOT {
                self.inside[parents[index] as usize].phrasing = false;
            }
        }
    }

    /// Finds the stretches of running text and the breaks that part them.
    fn find_runs(&mut self, tree: &Tree<'_>, parents: &[u32]) {
        for (index, node) in tree.nodes.iter().enumerate().skip(1) {
            let phrasing = self.inside[index].phrasing;
            let parent = parents[index] as usize;
            match node.kind {
                Kind::Element(_) if node.name == Name::Nothing => {}
                Kind::Text(_) if tree.text(node).trim().is_empty() => {}
                Kind::Element(_) if node.name == Name::Break => {
                    self.see_break(index, parent);
                }
                _ => self.inside[parent].see(index, phrasing),
            }
        }
    }

    fn see_break(&mut self, index: usize, parent: usize) {
        let before = self.inside[parent].last_break;
        self.inside[parent].last_break = index as u32;
        if before != NONE {
            self.inside[before as usize].parting = true;
            self.inside[index].parting = true;
            let inside = &mut self.inside[parent];
            inside.parted = true;
            inside.in_run = false;
        }
    }

    fn count(&mut self, tree: &Tree<'_>) {
        let mut now = Before::default();
        let mut text = Counter::default();
        let mut links = Links::default();
        for (index, node) in tree.nodes.iter().enumerate() {
            now.linked += links.close(index as u32, now.size.length);
            self.before.push(now);
            match node.kind {
                Kind::Text(_) => text.add(tree.text(node), &mut now.size),
                Kind::Element(tag) => {
                    now.parting += u32::from(node.name.parts_a_div());
                    let is_solid =
                        !matches!(node.name, Name::Break | Name::Rule | Name::Nothing);
                    now.solid += u32::from(is_solid);
                    if node.name == Name::Link {
                        links.open(node, node.end, now.size.length);
                    }
                    text.hide(tag, node);
                }
            }
            text.index = index as u32 + 1;
        }
        now.linked += links.close(u32::MAX, now.size.length);
        self.before.push(now);
    }
}

impl Inside {
    fn new() -> Inside {
        Inside {
            phrasing: true,
            parted: false,
            parting: false,
            runs: 0,
            others: 0,
            last: NONE,
            in_run: false,
            last_break: NONE,
        }
    }

    fn see(&mut self, index: usize, phrasing: bool) {
        self.last_break = NONE;
        if !phrasing {
            self.others = 2.min(self.others + 1);
            self.last = index as u32;
        } else if !self.in_run {
            self.runs = 2.min(self.runs + 1);
        }
        self.in_run = phrasing;
    }
}

/// Counts the characters of texts that follow one another.
#[derive(Debug, Default)]
struct Counter {
    after_space: bool,
    index: u32,
    hidden: u32,
}

impl Counter {
    /// Nothing is counted within what is never shown.
    fn hide(&mut self, tag: Tag, node: &Node) {
        if tag == Tag::Hidden || node.name == Name::Nothing {
            self.hidden = self.hidden.max(node.end);
        }
    }

    fn add(&mut self, text: &str, size: &mut Size) {
        if self.index < self.hidden {
            return;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let (near, behind) = rest.split_at(rest.floor_char_boundary(WINDOW));
            match near.is_ascii() {
                true => self.add_ascii(near.as_bytes(), size),
                false => near.chars().for_each(|c| self.add_char(c, size)),
            }
            rest = behind;
        }
    }

    /// Counts up to [`WINDOW`] characters of ASCII.
    fn add_ascii(&mut self, text: &[u8], size: &mut Size) {
        let mut window = [b' '; WINDOW];
        window[..text.len()].copy_from_slice(text);
        let spaces = bits(&window, |bytes| within(bytes, 9, 13) | are(bytes, b' '));
        let commas = bits(&window, |bytes| are(bytes, b',')).count_ones();
        let begins = !spaces & (spaces << 1 | u64::from(self.after_space));
        size.length += spaces.count_zeros() + begins.count_ones();
        size.commas += commas;
        size.plain_commas += commas;
        self.after_space = spaces >> (text.len() - 1) & 1 == 1;
    }

    fn add_char(&mut self, c: char, size: &mut Size) {
        if c.is_whitespace() {
            self.after_space = true;
            return;
        }
        size.length += c.len_utf16() as u32 + u32::from(self.after_space);
        self.after_space = false;
        match c {
            ',' => {
                size.commas += 1;
                size.plain_commas += 1;
            }
            '،' | '﹐' | '︐' | '︑' | '⹁' | '⸴' | '⸲' | '，' => {
                size.commas += 1;
            }
            _ => {}
        }
    }
}

/// The open links, one inside another: where each ends, what its characters weigh, and
/// how long the text before it is.
#[derive(Default)]
pub(super) struct Links(Vec<(u32, u64, u32)>);

impl Links {
    /// Opens the link `node`, which ends at `end`, behind a text of this length.
    pub fn open(&mut self, node: &Node, end: u32, length: u32) {
        self.0.push((end, link_weight(node), length));
    }

    /// Closes the links that end before `index`, where the text is so long. Returns how
    /// many tenths of a character they hold.
    pub fn close(&mut self, index: u32, length: u32) -> u64 {
        let mut linked = 0;
        while let Some((_, weight, start)) = self.0.pop_if(|(end, ..)| *end <= index) {
            linked += weight * u64::from(length - start);
        }
        linked
    }
}

/// How many tenths of a character within link `node` count as link.
pub(super) fn link_weight(node: &Node) -> u64 {
    if node.traits.has(Trait::Anchor) { 3 } else { 10 }
}

/// `linked` tenths of characters as a share of `length` characters.
pub(super) fn density(linked: u64, length: u32) -> f64 {
    if length == 0 { 0.0 } else { linked as f64 / (f64::from(length) * 10.0) }
}

/// The parent of each node; the root's is itself.
fn parents(nodes: &[Node]) -> Vec<u32> {
    let mut parents = vec![0; nodes.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, parent) in parents.iter_mut().enumerate() {
        while open.last().is_some_and(|last| nodes[*last].end as usize <= index) {
            open.pop();
        }
        *parent = open.last().copied().unwrap_or(ROOT) as u32;
        open.push(index);
    }
    parents
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn stretches_count_as_their_characters_do(
            texts in prop::collection::vec("[a-z, \\n\t，é😀\u{a0}]{0,4}[a-z ,\n]{0,200}", 0..4),
        ) {
            let (mut all, mut each) = (Size::default(), Size::default());
            let (mut counter, mut oracle) = (Counter::default(), Counter::default());
            for text in texts {
                counter.add(&text, &mut all);
                text.chars().for_each(|c| oracle.add_char(c, &mut each));
            }
            let told = |size: Size| (size.length, size.commas, size.plain_commas);
            prop_assert_eq!(told(all), told(each));
            prop_assert_eq!(counter.after_space, oracle.after_space);
        }
    }
}
