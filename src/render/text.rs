//! Plain text: one sentence a line, so that `head`, `grep` and `wc -l` mean
//! something.

use std::fmt::Write;

use super::out::Out;
use super::sources;
use super::terminal::{Layout, Style};
use crate::shown::Shown;
use crate::summary::{Keyword, Summary};

/// `summary` as text: the overall summary, a blank line, and each section that
/// has sentences: its heading on a line, its sentences indented by two spaces.
/// A document without headings has the overall summary alone, if there is one.
/// Where documents were merged, a sentence has its source behind it, and the
/// headings are the names of the documents.
///
/// ```
/// use epitome::{Options, Summarizer, render::{Layout, text}};
/// let summary = Summarizer::new(Options::default())?.summarize("Ice broke it. It was old.")?;
/// assert_eq!(text::render(&summary, Layout::default()), "Ice broke it.\nIt was old.\n");
/// # Ok::<(), epitome::Error>(())
/// ```
#[must_use]
pub fn render(summary: &Summary, layout: Layout) -> String {
    let mut out = String::new();
    write(summary, layout, &mut out);
    out
}

/// Writes to `out` what [`render`] gives.
pub(crate) fn write(shown: &dyn Shown, layout: Layout, out: &mut dyn Write) {
    let (out, facts) = (&mut Out::new(out), shown.facts());
    for pick in shown.overall().sentences {
        match sources::of_pick(&facts, &pick) {
            Some(name) => {
                let text = format!("{} [{name}]", pick.text);
                push_line(out, &text, "", Style::Plain, layout);
            }
            None => push_line(out, &pick.text, "", Style::Plain, layout),
        }
    }
    keywords_line(out, facts.keywords, "", layout);
    let mut separate = out.len() > 0;
    for number in 0..shown.sections() {
        let section = shown.section(number);
        if section.chosen.count == 0 || shown.is_whole(&section) {
            continue;
        }
        if std::mem::take(&mut separate) {
            out.push('\n');
        }
        if let Some(heading) = sources::heading(&facts, &section, number) {
            push_line(out, &heading, "", Style::Strong, layout);
        }
        for pick in section.chosen.sentences {
            push_line(out, &pick.text, "  ", Style::Plain, layout);
        }
        keywords_line(out, section.keywords, "  ", layout);
    }
}

fn keywords_line(
    out: &mut Out<'_>,
    keywords: Option<&[Keyword]>,
    indent: &str,
    layout: Layout,
) {
    let terms: Vec<_> = keywords
        .unwrap_or_default()
        .iter()
        .map(|keyword| keyword.term.as_str())
        .collect();
    if !terms.is_empty() {
        push_line(
            out,
            &format!("Keywords: {}", terms.join(", ")),
            indent,
            Style::Plain,
            layout,
        );
    }
}

/// Adds `text` as one line, or wrapped, each line behind `indent`.
fn push_line(out: &mut Out<'_>, text: &str, indent: &str, style: Style, layout: Layout) {
    let Some(width) = layout.width else {
        let _ = writeln!(out, "{indent}{}", layout.styled(text, style));
        return;
    };
    let options = textwrap::Options::new(width.max(20))
        .initial_indent(indent)
        .subsequent_indent(indent);
    for line in textwrap::wrap(&layout.safe(text), options) {
        let _ = writeln!(out, "{}", layout.styled(&line, style));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Summarizer};

    #[test]
    fn a_text_without_headings_is_not_told_twice() {
        let text = "The river rose in the night. Nobody was hurt by the flood.";
        let shown = |options| {
            let summary = Summarizer::new(options).unwrap().summarize(text).unwrap();
            render(&summary, Layout::default())
        };
        assert_eq!(shown(Options::default()), text.replace(". ", ".\n") + "\n");
        let mut sections_alone = Options::default();
        sections_alone.output.overall = false;
        let alone = shown(sections_alone);
        assert!(alone.starts_with("  ") && alone.lines().count() == 1, "{alone}");
    }
}
