//! Labels run in before a paragraph: `Methods. We sampled …`, `Results: …`.

use super::paragraphs::Paragraph;
use crate::document::{BlockKind, Span};
use crate::segment::labels;

/// Takes the labels off the paragraphs that begin with one.
pub(super) fn strip_labels(text: &str, paragraphs: &mut [Paragraph]) {
    for paragraph in paragraphs.iter_mut().filter(|p| p.kind == BlockKind::Paragraph) {
        let line = paragraph.span.of(text);
        let mark = paragraph.mark.map_or(0, |mark| mark.length as usize);
        let in_bold = || bold_label(&line[mark..]).map(|length| mark + length);
        if let Some(length) = label(line).or_else(in_bold) {
            let start = paragraph.span.start as usize + length;
            paragraph.span = Span::new(start..paragraph.span.end as usize);
            paragraph.mark = None;
        }
    }
}

/// The length of the label at the start of `line`, with the space behind it.
fn label(line: &str) -> Option<usize> {
    if !labels::may_begin(line) {
        return None;
    }
    let head = &line.as_bytes()[..line.len().min(25)];
    let end = memchr::memchr2(b'.', b':', head)?;
    let behind = &line[end + 1..];
    let text = behind.trim_start();
    let is_set_off =
        text.len() < behind.len() && text.starts_with(|c: char| !c.is_lowercase());
    (is_set_off && text.len() > 20 && labels::is_label(&line[..end]))
        .then_some(line.len() - text.len())
}

/// The length of a label in bold signs: `**Speed.** It is fast.`
fn bold_label(item: &str) -> Option<usize> {
    let (label, behind) = item.strip_prefix("**")?.split_once("**")?;
    let text = behind.trim_start();
    let is_label = label.split_whitespace().count() <= 2
        && label.ends_with(['.', ':'])
        && text.len() < behind.len();
    (is_label && !text.is_empty()).then_some(item.len() - text.len())
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
