//! Takes out of the chosen parts what does not belong to the article: forms,
//! share buttons, lists of links, boxes without prose.

use super::attributes::Trait;
use super::element::Name;
use super::facts::{Facts, density, link_weight};
use super::grid;
use super::outline::{Part, Sums, text_of};
use super::tree::Tree;

/// A box of so much text is no mere row of share buttons.
const LONG: u32 = 500;
/// A box with so many commas holds prose.
const COMMAS: u32 = 10;
/// A text of fewer characters says nothing.
const SHORT: u32 = 25;

/// Cleans what stands under `roots` and returns for each part whether it
/// stays, and how long the text that stays is. `spares` boxes that only look
/// bad by what they hold.
pub(super) fn clean(
    tree: &Tree<'_>,
    facts: &Facts,
    parts: &mut [Part],
    roots: &[usize],
    strictness: Strictness,
) -> (Vec<bool>, u32) {
    for root in roots {
        let name = &mut parts[*root].name;
        let keeps = matches!(
            name,
            Name::Article | Name::Section | Name::P | Name::Numbers | Name::Bullets
        );
        *name = if keeps { *name } else { Name::Div };
    }
    if roots == [0] {
        parts[0].traits = super::attributes::Traits::default();
    }
    let mut cleaner = Cleaner {
        tree,
        facts,
        data: grid::data_tables(parts),
        gone: vec![true; parts.len()],
        parts,
        strictness,
    };
    for root in roots {
        let end = cleaner.parts[*root].end as usize;
        cleaner.gone[*root..end].fill(false);
    }
    cleaner.run(roots);
    let shown = cleaner.spread(roots);
    let lengths = shown
        .iter()
        .zip(cleaner.parts.iter())
        .filter(|(shown, part)| **shown && part.is_text);
    let length = lengths
        .map(|(_, part)| facts.size(part.node as usize, part.node + 1).length)
        .sum();
    (shown, length)
}

/// How strict a reading of the page is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Strictness {
    /// Leave out what looks unlikely by its class, id or role.
    pub unlikely: bool,
    /// Let classes and ids count.
    pub classes: bool,
    /// Leave out boxes that look bad by what they hold.
    pub boxes: bool,
}

struct Cleaner<'a> {
    tree: &'a Tree<'a>,
    facts: &'a Facts,
    parts: &'a mut [Part],
    strictness: Strictness,
    /// Tables of data, and what is in one.
    data: grid::Data,
    gone: Vec<bool>,
}

/// What stands in a part.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    length: u32,
    commas: u32,
    /// Tenths of a character within links.
    linked: u64,
    in_headings: u64,
    in_lists: u64,
    paragraphs: u32,
    images: u32,
    items: u32,
    inputs: u32,
    frames: u32,
    /// Elements that text usually stands in, if there is text in them.
    holders: u32,
    video: bool,
    data: bool,
    /// Child elements.
    children: u32,
    /// Whether a child has more than one child.
    wide: bool,
}

impl Counts {
    /// Adds what stands in a child and what the child is.
    fn take(&mut self, inner: &Counts) {
        self.length += inner.length;
        self.commas += inner.commas;
        self.linked += inner.linked;
        self.in_headings += inner.in_headings;
        self.in_lists += inner.in_lists;
        self.paragraphs += inner.paragraphs;
        self.images += inner.images;
        self.items += inner.items;
        self.inputs += inner.inputs;
        self.frames += inner.frames;
        self.holders += inner.holders;
        self.video |= inner.video;
        self.data |= inner.data;
    }
}

impl Cleaner<'_> {
    fn run(&mut self, roots: &[usize]) {
        self.pass(|cleaner, index, counts| {
            cleaner.parts[index].name == Name::Form && cleaner.is_bad(index, counts)
        });
        self.pass(|cleaner, index, counts| {
            cleaner.parts[index].name == Name::Fieldset && cleaner.is_bad(index, counts)
        });
        self.pass(|cleaner, index, counts| {
            let part = &cleaner.parts[index];
            let is_frame = matches!(part.name, Name::Object | Name::Frame);
            let is_share = part.traits.has(Trait::Share)
                && counts.length < LONG
                && roots.binary_search(&index).is_err();
            let is_bad_heading = matches!(part.name, Name::Heading(1 | 2))
                && cleaner.strictness.classes
                && part.traits.weight < 0;
            matches!(part.name, Name::Footer | Name::Aside | Name::Nav | Name::Input)
                || is_frame && !part.traits.has(Trait::Video)
                || is_share
                || is_bad_heading
        });
        for name in [Name::Table, Name::Bullets, Name::Div] {
            self.pass(|cleaner, index, counts| {
                cleaner.parts[index].name == name && cleaner.is_bad(index, counts)
            });
        }
    }

    /// Goes over the parts from the last to the first, so that what is in a
    /// part is counted before it is judged.
    fn pass(&mut self, is_out: impl Fn(&Self, usize, &Counts) -> bool) {
        let mut open: Sums<Counts> = Sums::default();
        for index in (0..self.parts.len()).rev() {
            let counts = open.take(index);
            if self.gone[index] {
                continue;
            }
            let part = &self.parts[index];
            let parent = part.parent as usize;
            if part.is_text {
                let size = self.facts.size(part.node as usize, part.node + 1);
                let above = open.of(parent);
                above.length += size.length;
                above.commas += size.plain_commas;
                continue;
            }
            if is_out(self, index, &counts) {
                self.gone[index] = true;
            } else if index > 0 {
                let outer = self.with_itself(index, counts);
                let above = open.of(parent);
                above.take(&outer);
                above.children += 1;
                above.wide |= counts.children > 1;
            }
        }
    }

    /// What stands in part `index`, and the part itself.
    fn with_itself(&self, index: usize, mut counts: Counts) -> Counts {
        let part = &self.parts[index];
        let length = u64::from(counts.length);
        match part.name {
            Name::P => counts.paragraphs += 1,
            Name::Image => counts.images += 1,
            Name::Item => counts.items += 1,
            Name::Input => counts.inputs += 1,
            Name::Object | Name::Frame => {
                counts.frames += 1;
                counts.video |= part.traits.has(Trait::Video);
            }
            Name::Heading(_) => counts.in_headings += length,
            Name::Bullets | Name::Numbers => counts.in_lists += length,
            Name::Link => {
                let node = &self.tree.nodes[part.node as usize];
                counts.linked += link_weight(node) * length;
            }
            _ => {}
        }
        counts.data |= self.data.is_table(index);
        counts.holders += u32::from(part.name.holds_text() && length > 0);
        counts
    }

    /// Whether a box looks bad by its class or by what it holds.
    fn is_bad(&self, index: usize, counts: &Counts) -> bool {
        let spared = !self.strictness.boxes
            || self.data.is_table(index)
            || self.data.is_inside(index)
            || counts.data
            || self.is_within(index, Name::Code);
        if spared {
            return false;
        }
        let weight = self.weight(index);
        if weight < 0 {
            return true;
        }
        if counts.commas >= COMMAS || counts.video {
            return false;
        }
        let is_list = self.parts[index].name == Name::Bullets
            || counts.in_lists as f64 > 0.9 * f64::from(counts.length);
        let is_album = is_list && !counts.wide && counts.images == counts.items;
        self.says_nothing(index, counts)
            || !is_album && self.is_shady(index, counts, weight, is_list)
    }

    fn weight(&self, index: usize) -> i8 {
        if self.strictness.classes { self.parts[index].traits.weight } else { 0 }
    }

    fn is_shady(&self, index: usize, counts: &Counts, weight: i8, is_list: bool) -> bool {
        let Counts { length, paragraphs, images, .. } = *counts;
        let links = density(counts.linked, length);
        let in_figure = self.is_within(index, Name::Figure);
        let headings = counts.in_headings as f64 / f64::from(length.max(1));
        let few_paragraphs = !in_figure && images > 1 && paragraphs * 2 < images;
        let many_items = !is_list && counts.items > paragraphs.saturating_add(100);
        let many_inputs = counts.inputs > paragraphs / 3;
        let short_link = !is_list
            && !in_figure
            && headings < 0.9
            && length < SHORT
            && (images == 0 || images > 2)
            && links > 0.0;
        let linky = if weight < 1 { !is_list && links > 0.2 } else { links > 0.5 };
        let framed = counts.frames > 1 || counts.frames == 1 && length < 75;
        let bare = images == 0 && counts.holders == 0;
        few_paragraphs
            || many_items
            || many_inputs
            || short_link
            || linky
            || framed
            || bare
    }

    /// Whether all that a box says is that it is an advertisement, or loading.
    fn says_nothing(&self, index: usize, counts: &Counts) -> bool {
        let parts = &self.parts[index..self.parts[index].end as usize];
        if counts.length > 15 || counts.length < 2 || parts.len() > 64 {
            return false;
        }
        let text = text_of(self.tree, parts).trim().to_lowercase();
        matches!(
            text.trim_end_matches(['.', '…']),
            "ad" | "advertising"
                | "advertisement"
                | "pub"
                | "publicité"
                | "werb"
                | "werbung"
                | "广告"
                | "реклама"
                | "anuncio"
                | "loading"
                | "正在加载"
                | "загрузка"
                | "chargement"
                | "cargando"
        )
    }

    /// Whether one of the four elements next around is called `name`.
    fn is_within(&self, index: usize, name: Name) -> bool {
        let mut around = index;
        for _ in 0..4 {
            around = self.parts[around].parent as usize;
            if self.parts[around].name == name {
                return true;
            }
        }
        false
    }

    /// Which parts stay: what is gone takes along what is in it. What stands
    /// around the roots was never there.
    fn spread(&self, roots: &[usize]) -> Vec<bool> {
        let mut shown = vec![false; self.parts.len()];
        for root in roots {
            let end = self.parts[*root].end as usize;
            let mut index = *root;
            while index < end {
                shown[index] = !self.gone[index];
                let part = &self.parts[index];
                index = if shown[index] { index + 1 } else { part.end as usize };
            }
        }
        shown
    }
}
