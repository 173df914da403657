//! Which part of a page is its article, after Mozilla's Readability
//! (<https://github.com/mozilla/readability>, Apache-2.0), from which the
//! steps, patterns and weights are taken: leave out what is unlikely, let
//! paragraphs speak for what is around them, take the best element with its
//! siblings, clean it. If little is left, try again and be less strict. Every
//! step goes over the page a fixed number of times.

use super::clean::{self, Strictness};
use super::element::Name;
use super::facts::{Facts, NONE};
use super::outline::{self, Part};
use super::score;
use super::tag::Tag;
use super::tree::{Kind, Node, Tree};

/// With less text, in characters, a less strict reading is tried.
const ENOUGH: u32 = 500;
/// With less text, the page as a whole may be the better choice.
const LITTLE: u32 = 160;
/// No heading has more nodes or bytes.
const LONG_HEADING: usize = 400;

/// From the strictest reading to the least strict.
const READINGS: [Strictness; 4] = [
    Strictness { unlikely: true, classes: true, boxes: true },
    Strictness { unlikely: false, classes: true, boxes: true },
    Strictness { unlikely: false, classes: false, boxes: true },
    Strictness { unlikely: false, classes: false, boxes: false },
];

/// The reading of all of the page that is not unlikely.
const LENIENT: Strictness = Strictness { unlikely: true, classes: true, boxes: false };

/// For each node whether it is shown as part of the article; `None` if the
/// page has no text to choose from.
pub(super) fn shown(tree: &Tree<'_>, page_title: Option<&str>) -> Option<Vec<bool>> {
    let facts = Facts::of(tree);
    let title = page_title.and_then(|page_title| title_heading(tree, page_title));
    let mut best: Option<(Vec<bool>, u32)> = None;
    for reading in READINGS {
        let (shown, length) = read(tree, &facts, title, reading);
        if best.as_ref().is_none_or(|(_, longest)| length > *longest) || length >= ENOUGH
        {
            best = Some((shown, length));
        }
        if length >= ENOUGH {
            break;
        }
    }
    let (mut shown, mut longest) = best?;
    // Where little is found, the page may know better what its content is.
    if longest < ENOUGH
        && let Some((content, length)) = read_content(tree, &facts, title, &shown)
    {
        (shown, longest) = (content, length);
    }
    if longest < LITTLE {
        let (all, length) = read_all(tree, &facts, title);
        shown = if length > longest.saturating_mul(3) { all } else { shown };
        if longest.max(length) == 0 {
            return None;
        }
    }
    if let Some(heading) = title.or_else(|| lone_heading(tree, &shown))
        && !begins_with_heading(tree, &shown)
    {
        shown[heading..tree.nodes[heading].end as usize].fill(true);
    }
    Some(shown)
}

/// Reads the page once: what it shows, and how long that is.
fn read(
    tree: &Tree<'_>,
    facts: &Facts,
    title: Option<usize>,
    strictness: Strictness,
) -> (Vec<bool>, u32) {
    let parts = outline::of(tree, facts, title, strictness.unlikely);
    let roots = score::choose(tree, facts, &parts, strictness);
    keep(tree, facts, parts, &roots, strictness)
}

/// Reads all of the page that is not unlikely.
fn read_all(tree: &Tree<'_>, facts: &Facts, title: Option<usize>) -> (Vec<bool>, u32) {
    let parts = outline::of(tree, facts, title, true);
    keep(tree, facts, parts, &[0], LENIENT)
}

/// Reads the one element that the page names as its content, if it has text and none
/// of it is `shown`.
fn read_content(
    tree: &Tree<'_>,
    facts: &Facts,
    title: Option<usize>,
    shown: &[bool],
) -> Option<(Vec<bool>, u32)> {
    let is_content = |node: &Node| matches!(node.kind, Kind::Element(Tag::Content));
    let mut contents = tree.nodes.iter().enumerate().filter(|(_, node)| is_content(node));
    let (Some((start, content)), None) = (contents.next(), contents.next()) else {
        return None;
    };
    let inside = start..content.end as usize;
    if shown[inside.clone()].contains(&true) {
        return None;
    }
    let parts = outline::of(tree, facts, title, true);
    let is_inside =
        |part: &Part| part.node != NONE && inside.contains(&(part.node as usize));
    let is_root = |index: &usize| {
        is_inside(&parts[*index]) && !is_inside(&parts[parts[*index].parent as usize])
    };
    let roots: Vec<usize> = (1..parts.len()).filter(is_root).collect();
    let (shown, length) = keep(tree, facts, parts, &roots, LENIENT);
    (length > 0).then_some((shown, length))
}

/// Cleans the chosen parts and says which nodes are left.
fn keep(
    tree: &Tree<'_>,
    facts: &Facts,
    mut parts: Vec<Part>,
    roots: &[usize],
    strictness: Strictness,
) -> (Vec<bool>, u32) {
    let (kept, length) = clean::clean(tree, facts, &mut parts, roots, strictness);
    let mut shown = vec![false; tree.nodes.len()];
    for (part, kept) in parts.iter().zip(kept) {
        if kept && part.node != NONE {
            shown[part.node as usize] = true;
        }
    }
    (shown, length)
}

/// Of the headings of the two highest levels, the one that says most of what
/// the page's title says, and hardly anything else.
fn title_heading(tree: &Tree<'_>, page_title: &str) -> Option<usize> {
    let title: String = page_title.chars().take(LONG_HEADING).collect();
    let title = title.to_lowercase();
    let title: Vec<&str> = words(&title).collect();
    let said = headings(tree, 2).filter_map(|(index, text)| {
        let text = text.to_lowercase();
        let all: usize = words(&text).map(str::len).sum();
        let same: usize =
            words(&text).filter(|word| title.contains(word)).map(str::len).sum();
        (same * 4 > all * 3).then_some((index, same))
    });
    let best = said.max_by_key(|(index, same)| (*same, std::cmp::Reverse(*index)))?;
    Some(best.0)
}

/// The page's only `h1`, if it stands before the article and that has none.
fn lone_heading(tree: &Tree<'_>, shown: &[bool]) -> Option<usize> {
    let first = shown.iter().position(|shown| *shown)?;
    let mut all = headings(tree, 1).map(|(index, _)| index);
    let (only, None) = (all.next()?, all.next()) else { return None };
    (only < first).then_some(only)
}

/// Whether the first text that is shown is that of an `h1`.
fn begins_with_heading(tree: &Tree<'_>, shown: &[bool]) -> bool {
    let is_text = |index: &usize| {
        shown[*index] && !tree.text(&tree.nodes[*index]).trim().is_empty()
    };
    let Some(first) = (0..shown.len()).find(is_text) else { return false };
    headings(tree, 1)
        .take_while(|(index, _)| *index < first)
        .any(|(index, _)| first < tree.nodes[index].end as usize)
}

/// The headings down to `level` that can be seen, with their texts.
fn headings<'a>(
    tree: &'a Tree<'_>,
    level: u8,
) -> impl Iterator<Item = (usize, String)> + 'a {
    let mut hidden_until = 0;
    tree.nodes.iter().enumerate().filter_map(move |(index, node)| {
        if matches!(node.kind, Kind::Element(Tag::Hidden)) {
            hidden_until = hidden_until.max(node.end as usize);
        }
        let is_heading = matches!(node.name, Name::Heading(own) if own <= level);
        let inside = index..node.end as usize;
        if !is_heading || index < hidden_until || inside.len() > LONG_HEADING {
            return None;
        }
        let mut text = String::new();
        for node in &tree.nodes[inside] {
            let piece = tree.text(node);
            if text.len() + piece.len() > LONG_HEADING {
                return None;
            }
            text.push_str(piece);
        }
        (!text.trim().is_empty()).then_some((index, text))
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
