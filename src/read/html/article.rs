//! Which part of a page is its article.

use super::tag::Tag;
use super::tree::{Kind, ROOT, Tree};

/// The node that holds the article: the `article` or `main` element with the
/// most text, if it has a fair share of the page's, else the page.
pub(super) fn root(tree: &Tree<'_>) -> usize {
    let lengths = prose_before(tree);
    let length = |index: usize| lengths[tree.nodes[index].end as usize] - lengths[index];
    let content = (0..tree.nodes.len())
        .filter(|index| matches!(tree.nodes[*index].kind, Kind::Element(Tag::Content)))
        .max_by_key(|index| (length(*index), std::cmp::Reverse(*index)));
    content.filter(|index| length(*index) * 3 >= length(ROOT)).unwrap_or(ROOT)
}

/// How many bytes of shown text stand before each node; one entry more than nodes.
fn prose_before(tree: &Tree<'_>) -> Vec<usize> {
    let mut before = Vec::with_capacity(tree.nodes.len() + 1);
    let (mut total, mut shown_from) = (0, 0);
    for (index, node) in tree.nodes.iter().enumerate() {
        before.push(total);
        match node.kind {
            Kind::Element(Tag::Hidden | Tag::Around) => {
                shown_from = shown_from.max(node.end as usize);
            }
            Kind::Text(_) if index >= shown_from => total += tree.text(node).trim().len(),
            _ => {}
        }
    }
    before.push(total);
    before
}
