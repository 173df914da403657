//! Labels run in before a paragraph: `Methods. We sampled …`, `Results: …`.

use super::paragraphs::Paragraph;
use crate::document::{BlockKind, Span};
use crate::segment::labels::is_label;

/// Takes the labels off the paragraphs that begin with one.
pub(super) fn strip_labels(text: &str, paragraphs: &mut [Paragraph]) {
    let plain =
        paragraphs.iter_mut().filter(|paragraph| paragraph.kind == BlockKind::Paragraph);
    for paragraph in plain {
        if let Some(length) = label(paragraph.span.of(text)) {
            let start = paragraph.span.start as usize + length;
            paragraph.span = Span::new(start..paragraph.span.end as usize);
        }
    }
}

/// The length of the label at the start of `line`, with the space behind it.
fn label(line: &str) -> Option<usize> {
    let end = line.find(['.', ':']).filter(|end| *end <= 24)?;
    let behind = &line[end + 1..];
    let text = behind.trim_start();
    let is_set_off =
        text.len() < behind.len() && text.starts_with(|c: char| !c.is_lowercase());
    let is_known = is_label(&line[..end]);
    (is_set_off && is_known && text.len() > 20).then_some(line.len() - text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_labels_are_taken_off() {
        assert_eq!(label("Methods. We sampled forty sites in two years."), Some(9));
        assert_eq!(label("Results: the yield rose by four per cent."), None);
        assert_eq!(label("Results came late. We waited for them."), None);
    }
}
