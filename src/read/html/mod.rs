//! HTML to blocks, with offsets into the source: tokens → a flat tree → the
//! part that is the article → blocks. Every step is linear, however deep the
//! nesting.

mod article;
mod attributes;
mod blocks;
mod class;
mod clean;
mod element;
mod facts;
mod grid;
mod menu;
mod outline;
mod score;
mod tag;
#[cfg(test)]
mod tests;
mod tokens;
mod tree;

use super::Parsed;
use crate::flood;
use crate::options::HtmlMode;
#[cfg(feature = "archives")]
pub(super) use tag::is_void;

/// Reads `source` as HTML.
pub(super) fn read(source: &str, mode: HtmlMode) -> Parsed {
    let tree = tree::build(source);
    let title = tree.title();
    let shown = match mode {
        HtmlMode::Article => article::shown(&tree, title.as_deref()),
        HtmlMode::Page => None,
    };
    let mut parsed = blocks::read(&tree, shown.as_deref(), title);
    parsed.warnings.extend(tree.too_deep.then(|| {
        format!(
            "elements nested deeper than {} were read as if they stood there",
            tree::MAX_DEPTH
        )
    }));
    parsed.warnings.extend(tree.flood.then(|| flood::WARNING.to_string()));
    parsed
}
