//! HTML to blocks, with offsets into the source: tokens → a flat tree → the
//! part that is the article → blocks. Every step is linear, however deep the
//! nesting.

mod article;
mod blocks;
mod tag;
mod tree;

use super::Parsed;
use crate::options::HtmlMode;

/// Reads `source` as HTML.
pub(super) fn read(source: &str, mode: HtmlMode) -> Parsed {
    let tree = tree::build(source);
    let root = match mode {
        HtmlMode::Article => article::root(&tree),
        HtmlMode::Page => tree::ROOT,
    };
    let mut parsed = blocks::read(&tree, root, mode);
    parsed.warnings.extend(tree.too_deep.then(|| {
        format!(
            "elements nested deeper than {} were read as if they stood there",
            tree::MAX_DEPTH
        )
    }));
    parsed
}
