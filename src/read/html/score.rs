//! Which parts of an outline hold the article: paragraphs speak for the
//! elements around them by their length and commas, links speak against them.

use super::clean::Strictness;
use super::element::Name;
use super::facts::{Facts, Links, Size, density};
use super::outline::{Part, text_of};
use super::tree::Tree;

/// A shorter text says nothing.
const SHORT: u32 = 25;
/// So many elements around a text profit from it.
const LEVELS: usize = 5;
/// So many of the best are compared.
const BEST: usize = 5;
/// A parent is better if so many of the best, beside the first, stand in it.
const TOGETHER: usize = 3;
/// A sibling that is a paragraph of this length belongs to the article.
const LONG: u32 = 80;
/// What a sign in class or id is worth.
const SIGN: f64 = 25.0;

/// The indices of the parts that make up the article, in order; `[0]` for all.
pub(super) fn choose(
    tree: &Tree<'_>,
    facts: &Facts,
    parts: &[Part],
    strictness: Strictness,
) -> Vec<usize> {
    let mut scorer = Scorer {
        tree,
        parts,
        weighs_classes: strictness.classes,
        // With what is unlikely left in, the page as a whole is no choice.
        may_be_page: strictness.unlikely,
        lengths: Lengths::of(tree, facts, parts),
        scores: vec![f64::NAN; parts.len()],
        found: Vec::new(),
    };
    scorer.score();
    match scorer.best() {
        Some(top) => scorer.with_siblings(top),
        None => vec![0],
    }
}

struct Scorer<'a> {
    tree: &'a Tree<'a>,
    parts: &'a [Part],
    weighs_classes: bool,
    may_be_page: bool,
    lengths: Lengths,
    /// Not a number where no text speaks for a part.
    scores: Vec<f64>,
    /// The parts with scores, as they were found.
    found: Vec<usize>,
}

impl Scorer<'_> {
    /// Lets every text speak for what is around it, then weighs links.
    fn score(&mut self) {
        for index in 1..self.parts.len() {
            let part = &self.parts[index];
            if part.is_text || !part.name.is_scored() {
                continue;
            }
            let size = self.lengths.size(index, part);
            if size.length < SHORT {
                continue;
            }
            let points =
                f64::from(size.commas) + 2.0 + f64::from((size.length / 100).min(3));
            let mut around = index;
            for level in 0..LEVELS {
                if around == 0 {
                    break;
                }
                around = self.parts[around].parent as usize;
                self.begin(around);
                self.scores[around] += points
                    / match level {
                        0 => 1.0,
                        1 => 2.0,
                        _ => level as f64 * 3.0,
                    };
            }
        }
        for index in &self.found {
            self.scores[*index] *= 1.0 - self.lengths.link_density(*index, self.parts);
        }
    }

    fn begin(&mut self, index: usize) {
        if self.scores[index].is_nan() {
            self.scores[index] = self.worth(index);
            self.found.push(index);
        }
    }

    fn worth(&self, index: usize) -> f64 {
        let part = &self.parts[index];
        part.name.worth()
            + if self.weighs_classes { f64::from(part.traits.weight) * SIGN } else { 0.0 }
    }

    /// The root of the article, `None` for the whole page.
    fn best(&mut self) -> Option<usize> {
        let mut best: Vec<usize> = Vec::with_capacity(BEST + 1);
        for index in self.found.iter().filter(|index| self.may_be_page || **index != 0) {
            let at =
                best.partition_point(|other| self.scores[*other] >= self.scores[*index]);
            best.insert(at, *index);
            best.truncate(BEST);
        }
        let first = *best.first().filter(|first| **first != 0)?;
        let mut top = self.shared_parent(first, &best[1..]).unwrap_or(first);
        self.begin(top);
        top = self.better_parent(top).unwrap_or(top);
        loop {
            let parent = self.parts[top].parent as usize;
            if parent == 0 || self.children(parent).nth(1).is_some() {
                break;
            }
            top = parent;
        }
        self.begin(top);
        Some(top)
    }

    /// The parent that also holds others nearly as good.
    fn shared_parent(&self, first: usize, others: &[usize]) -> Option<usize> {
        let near = |other: &&usize| self.scores[**other] / self.scores[first] >= 0.75;
        let near: Vec<usize> = others.iter().filter(near).copied().collect();
        let holds = |parent: usize, inner: usize| {
            parent < inner && inner < self.parts[parent].end as usize
        };
        self.around(first).find(|parent| {
            near.iter().filter(|inner| holds(*parent, **inner)).count() >= TOGETHER
        })
    }

    /// The first parent with a higher score, if none below it falls far behind.
    fn better_parent(&self, top: usize) -> Option<usize> {
        let mut last = self.scores[top];
        let lowest = last / 3.0;
        for parent in self.around(top) {
            let score = self.scores[parent];
            if score < lowest {
                return None;
            }
            if score > last {
                return Some(parent);
            }
            if !score.is_nan() {
                last = score;
            }
        }
        None
    }

    /// The elements around `index`, innermost first, but for the page.
    fn around(&self, index: usize) -> impl Iterator<Item = usize> {
        let parent = |inner: &usize| {
            let parent = self.parts[*inner].parent as usize;
            (parent != 0).then_some(parent)
        };
        std::iter::successors(parent(&index), move |inner| parent(inner))
    }

    fn children(&self, parent: usize) -> impl Iterator<Item = usize> {
        let end = self.parts[parent].end as usize;
        let next = move |at: usize| (at < end).then_some(at);
        let all = std::iter::successors(next(parent + 1), move |at| {
            next(self.parts[*at].end as usize)
        });
        all.filter(|index| !self.parts[*index].is_text)
    }

    /// `top` and those of its siblings that belong to it.
    fn with_siblings(&self, top: usize) -> Vec<usize> {
        let score = self.scores[top];
        let class = self.parts[top].traits.class;
        let belongs = |sibling: &usize| {
            let part = &self.parts[*sibling];
            let same = class != 0 && part.traits.class == class;
            let bonus = if same { score * 0.2 } else { 0.0 };
            *sibling == top
                || self.scores[*sibling] + bonus >= (score * 0.2).max(10.0)
                || part.name == Name::P && self.is_prose(*sibling)
        };
        self.children(self.parts[top].parent as usize).filter(belongs).collect()
    }

    /// Whether a paragraph is long enough, or short and a sentence.
    fn is_prose(&self, index: usize) -> bool {
        let length = self.lengths.size(index, &self.parts[index]).length;
        let links = self.lengths.link_density(index, self.parts);
        length > LONG && links < 0.25
            || length > 0 && length < LONG && links == 0.0 && self.has_stop(index)
    }

    /// Whether a full stop stands before a space or the end.
    fn has_stop(&self, index: usize) -> bool {
        let parts = &self.parts[index..self.parts[index].end as usize];
        let text = text_of(self.tree, parts);
        let text = text.trim();
        text.ends_with('.') || text.contains(". ")
    }
}

/// What stands before a part.
#[derive(Clone, Copy, Default)]
struct Before {
    length: u32,
    commas: u32,
    /// Tenths of a character within links.
    linked: u64,
}

/// What stands before each part; one entry more than parts.
struct Lengths {
    before: Vec<Before>,
}

impl Lengths {
    fn of(tree: &Tree<'_>, facts: &Facts, parts: &[Part]) -> Self {
        let mut before = Vec::with_capacity(parts.len() + 1);
        let mut now = Before::default();
        let mut links = Links::default();
        for (index, part) in parts.iter().enumerate() {
            now.linked += links.close(index as u32, now.length);
            before.push(now);
            if part.is_text {
                let own = facts.size(part.node as usize, part.node + 1);
                now.length += own.length;
                now.commas += own.commas;
            } else if part.name == Name::Link {
                links.open(&tree.nodes[part.node as usize], part.end, now.length);
            }
        }
        now.linked += links.close(u32::MAX, now.length);
        before.push(now);
        Lengths { before }
    }

    fn size(&self, index: usize, part: &Part) -> Size {
        let (from, to) = (self.before[index], self.before[part.end as usize]);
        Size {
            length: to.length - from.length,
            commas: to.commas - from.commas,
            plain_commas: 0,
        }
    }

    fn link_density(&self, index: usize, parts: &[Part]) -> f64 {
        let part = &parts[index];
        let linked = self.before[part.end as usize].linked - self.before[index].linked;
        density(linked, self.size(index, part).length)
    }
}
