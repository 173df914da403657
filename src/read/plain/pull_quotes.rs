//! Pull quotes: sentences of the text set off once more to catch the eye.

use memchr::memmem;

use super::paragraphs::Paragraph;
use crate::document::BlockKind;
use crate::segment::chars;

/// So many quoted paragraphs are looked for in the rest of the text, which
/// keeps the search linear.
const MOST: usize = 16;
/// A pull quote is of this length, in bytes.
const LENGTH: std::ops::RangeInclusive<usize> = 24..=400;

/// Whether `line` begins and ends with quotation marks.
fn is_quotation(line: &str) -> bool {
    line.starts_with(chars::opens) && line.ends_with(chars::may_close)
}

/// Drops the paragraphs that are nothing but a quotation which stands in the
/// text as well.
pub(super) fn drop_repeated(text: &str, paragraphs: &mut [Paragraph]) {
    let is_quoted = |paragraph: &&mut Paragraph| {
        let may_be = paragraph.kind == BlockKind::Paragraph
            && LENGTH.contains(&paragraph.span.range().len());
        may_be && is_quotation(paragraph.span.of(text))
    };
    for paragraph in paragraphs.iter_mut().filter(is_quoted).take(MOST) {
        let is_mark =
            |c: char| chars::opens(c) || chars::may_close(c) || chars::mark(c).is_some();
        let quoted = paragraph.span.of(text).trim_matches(is_mark);
        let finder = memmem::Finder::new(quoted);
        let stands = |text: &str| finder.find(text.as_bytes()).is_some();
        let (start, end) = (paragraph.span.start as usize, paragraph.span.end as usize);
        if stands(&text[..start]) || stands(&text[end..]) {
            paragraph.kind = BlockKind::Other;
        }
    }
}
