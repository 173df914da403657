//! Labels run in before a paragraph: `Methods. We sampled …`, `Results: …`.

use super::paragraphs::Paragraph;
use crate::document::{BlockKind, Span};

/// The labels of structured abstracts and notices, in lower case.
const LABELS: &[&str] = &[
    "aim", "aims", "background", "conclusion", "conclusions", "context", "design",
    "discussion", "findings", "hintergrund", "implications", "importance",
    "interpretation", "introduction", "limitations", "main results",
    "materials and methods", "measurements", "method", "methoden", "methods",
    "methods and results", "objective", "objectives", "observations", "participants",
    "purpose", "relevance", "result", "results", "résultats", "setting", "significance",
    "summary", "ziel", "ziele",
];

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
    let is_known = LABELS.binary_search(&line[..end].to_lowercase().as_str()).is_ok();
    (is_set_off && is_known && text.len() > 20).then_some(line.len() - text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_sorted_and_only_they_are_taken_off() {
        assert!(LABELS.is_sorted());
        assert_eq!(label("Methods. We sampled forty sites in two years."), Some(9));
        assert_eq!(label("Results: the yield rose by four per cent."), None);
        assert_eq!(label("Results came late. We waited for them."), None);
    }
}
