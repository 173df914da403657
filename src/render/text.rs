//! Plain text: one sentence a line, so that `head`, `grep` and `wc -l` mean
//! something.

use std::fmt::Write;

use super::sources;
use crate::summary::{Keyword, Summary};

/// How text is laid out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layout {
    /// Lines are wrapped at this many columns; on a terminal alone.
    pub width: Option<usize>,
    /// Whether headings are set in bold by an escape sequence.
    pub color: bool,
}

/// `summary` as text: the overall summary, a blank line, and each section that
/// has sentences: its heading on a line, its sentences indented by two spaces.
/// Where documents were merged, a sentence has its source behind it, and the
/// headings are the names of the documents.
#[must_use]
pub fn render(summary: &Summary, layout: Layout) -> String {
    let mut out = String::new();
    for pick in &summary.overall.sentences {
        let source = sources::of_pick(summary, pick);
        let source = source.map_or(String::new(), |name| format!(" [{name}]"));
        push_line(&mut out, &format!("{}{source}", pick.text), "", layout);
    }
    keywords_line(&mut out, summary.keywords.as_deref(), "", layout);
    let mut separate = !out.is_empty();
    for (number, section) in summary.sections.iter().enumerate() {
        if section.summary.sentences.is_empty() {
            continue;
        }
        if std::mem::take(&mut separate) {
            out.push('\n');
        }
        if let Some(heading) = sources::heading(summary, number) {
            heading_line(&mut out, &heading, layout);
        }
        for pick in &section.summary.sentences {
            push_line(&mut out, &pick.text, "  ", layout);
        }
        keywords_line(&mut out, section.keywords.as_deref(), "  ", layout);
    }
    out
}

fn keywords_line(
    out: &mut String,
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
        push_line(out, &format!("Keywords: {}", terms.join(", ")), indent, layout);
    }
}

fn heading_line(out: &mut String, heading: &str, layout: Layout) {
    if layout.color {
        out.push_str("\x1b[1m");
    }
    let start = out.len();
    push_line(out, heading, "", layout);
    if layout.color {
        out.truncate(start + out[start..].trim_end().len());
        out.push_str("\x1b[0m\n");
    }
}

/// Adds `text` as one line, or wrapped, each line behind `indent`.
fn push_line(out: &mut String, text: &str, indent: &str, layout: Layout) {
    let Some(width) = layout.width else {
        let _ = writeln!(out, "{indent}{text}");
        return;
    };
    let options = textwrap::Options::new(width.max(20))
        .initial_indent(indent)
        .subsequent_indent(indent);
    for line in textwrap::wrap(&neutral(text), options) {
        let _ = writeln!(out, "{line}");
    }
}

/// `text` without characters that could take over a terminal or turn the
/// direction of writing: they become U+FFFD. Line ends stay.
#[must_use]
pub fn neutral(text: &str) -> String {
    let is_hostile = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if is_hostile(c) { '\u{fffd}' } else { c }).collect()
}
