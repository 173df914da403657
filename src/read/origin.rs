//! Maps offsets in a text as read back to the source it came from.

use crate::document::Span;

/// Maps spans of [`Document::text`](crate::document::Document::text) to byte
/// ranges of the decoded source.
///
/// ```
/// use epitome::{Format, Options, Span, read};
/// let source = "Ice *broke* it.";
/// let document = read::read(source.into(), Format::Markdown, &Options::default().read)?;
/// let at = document.text.find("broke").unwrap();
/// let (start, end) = document.origin.locate(Span::new(at..at + 5)).unwrap();
/// assert_eq!(&source[start as usize..end as usize], "*broke*");
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The text is the source.
    #[default]
    Identity,
    /// The text was put together from runs of the source.
    Runs(Vec<Run>),
    /// The source has no offsets that mean anything.
    None,
}

/// A stretch of text that stands in the source in one piece.
///
/// ```
/// use epitome::{Span, read::origin::{Origin, Run}};
/// // `a &amp; b`, read as `a & b`.
/// let run = |text, source: std::ops::Range<usize>, verbatim| {
///     let source = Span::new(source);
///     Run { text, source, outer: source, verbatim }
/// };
/// let origin = Origin::Runs(vec![run(0, 0..2, true), run(2, 2..7, false), run(3, 7..9, true)]);
/// assert_eq!(origin.locate(Span::new(2..3)), Some((2, 7)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where the stretch begins in the text; it ends where the next one begins.
    pub text: u32,
    /// The source of the stretch itself.
    pub source: Span,
    /// The source with the inline markup that opens before it and closes after
    /// it (`**word**`), so that a sentence takes its own marks along.
    pub outer: Span,
    /// Whether text and source are the same bytes; otherwise (an entity, a
    /// space made by the reader) the run is never cut.
    pub verbatim: bool,
}

impl Origin {
    /// The source range of `span`, or `None` where the source has no offsets.
    #[must_use]
    pub fn locate(&self, span: Span) -> Option<(u64, u64)> {
        match self {
            Origin::Identity => Some((span.start.into(), span.end.into())),
            Origin::None => None,
            Origin::Runs(runs) if runs.is_empty() => Some((0, 0)),
            Origin::Runs(runs) => {
                let start = start_in(runs, span.start);
                Some((start, end_in(runs, span.end).max(start)))
            }
        }
    }
}

/// The run that holds the byte at `offset`.
fn run_at(runs: &[Run], offset: u32) -> &Run {
    let after = runs.partition_point(|run| run.text <= offset);
    &runs[after.saturating_sub(1)]
}

fn start_in(runs: &[Run], offset: u32) -> u64 {
    let run = run_at(runs, offset);
    if offset <= run.text {
        return run.outer.start.into();
    }
    match run.verbatim {
        true => {
            u64::from(run.source.start + (offset - run.text)).min(run.source.end.into())
        }
        false => run.source.start.into(),
    }
}

fn end_in(runs: &[Run], offset: u32) -> u64 {
    let run = run_at(runs, offset.saturating_sub(1));
    let length = offset - run.text.min(offset);
    if !run.verbatim || length >= run.source.end - run.source.start {
        return run.outer.end.into();
    }
    (run.source.start + length).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `A **bold** x&amp;y`, read as `A bold x&y`.
    fn marked() -> Origin {
        let run = |text,
                   source: std::ops::Range<u32>,
                   outer: std::ops::Range<u32>,
                   verbatim| Run {
            text,
            source: Span { start: source.start, end: source.end },
            outer: Span { start: outer.start, end: outer.end },
            verbatim,
        };
        Origin::Runs(vec![
            run(0, 0..2, 0..2, true),
            run(2, 4..8, 2..10, true),
            run(6, 10..12, 10..12, true),
            run(8, 12..17, 12..17, false),
            run(9, 17..18, 17..18, true),
        ])
    }

    #[test]
    fn a_span_takes_its_own_marks_along() {
        assert_eq!(marked().locate(Span { start: 2, end: 6 }), Some((2, 10)));
        assert_eq!(marked().locate(Span { start: 0, end: 4 }), Some((0, 6)));
    }

    #[test]
    fn an_entity_is_never_cut() {
        assert_eq!(marked().locate(Span { start: 7, end: 9 }), Some((11, 17)));
        assert_eq!(marked().locate(Span { start: 8, end: 10 }), Some((12, 18)));
    }

    #[test]
    fn plain_text_is_its_own_source() {
        assert_eq!(Origin::Identity.locate(Span { start: 3, end: 9 }), Some((3, 9)));
        assert_eq!(Origin::None.locate(Span { start: 3, end: 9 }), None);
    }
}
