//! Plain text to blocks: lines → paragraphs → what each paragraph is.
//!
//! Nothing here rewrites the text: a block is a span of the source.

mod addresses;
mod ahead;
mod clauses;
mod columns;
mod edges;
mod entries;
mod form;
mod furniture;
mod headings;
mod joins;
mod letters;
mod lines;
mod looks;
mod marks;
mod paragraphs;
mod plays;
mod pull_quotes;
mod run_in;
mod signs;
mod speakers;
mod usage;
mod verses;
mod wrapping;

use super::Parsed;
use super::origin::Origin;
use crate::document::{Block, BlockKind};
use crate::flood;
use crate::language::Language;
use paragraphs::Paragraph;

/// Reads `text`, which is in `language`.
pub(super) fn read(mut text: String, language: Language) -> Parsed {
    let lines = lines::lines(&text);
    let is_flood = lines.len() == flood::most(text.len());
    if let Some(last) = lines.last().filter(|_| is_flood) {
        text.truncate(last.span.end as usize);
    }
    let roles = furniture::roles(&text, &lines, language);
    let mut paragraphs = paragraphs::paragraphs(&text, &lines, &roles, language);
    speakers::strip_labels(&text, &mut paragraphs);
    plays::strip_names(&text, &mut paragraphs);
    run_in::strip_labels(&text, &mut paragraphs);
    pull_quotes::drop_repeated(&text, &mut paragraphs);
    let title = headings::mark(&text, &mut paragraphs, language);
    let title = title.map(|index| paragraphs[index].span.of(&text).to_string());
    let is_left = |paragraph: &&Paragraph| {
        !paragraph.span.is_empty() || paragraph.kind == BlockKind::Other
    };
    let mut blocks = Vec::with_capacity(paragraphs.len());
    blocks.extend(
        paragraphs
            .iter()
            .filter(is_left)
            .map(|paragraph| Block { span: paragraph.span, kind: paragraph.kind }),
    );
    let warnings = is_flood.then(|| flood::WARNING.to_string()).into_iter().collect();
    Parsed { text, blocks, origin: Origin::Identity, title, warnings }
}
