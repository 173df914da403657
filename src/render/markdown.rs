//! Markdown that pastes well: a heading for the title, the overall summary as
//! a list, and a heading with its sentences for each section.

use std::fmt::Write;

use super::sources;
use crate::summary::{Keyword, Summary};

/// `summary` as Markdown. `name` serves as the title of a document without one.
///
/// ```
/// use epitome::{Options, Summarizer, render::markdown};
/// let summary = Summarizer::new(Options::default())?.summarize("It rose by 2 * 3 m.")?;
/// assert_eq!(markdown::render(&summary, Some("Sea")), "# Sea\n\n- It rose by 2 \\* 3 m.\n");
/// # Ok::<(), epitome::Error>(())
/// ```
#[must_use]
pub fn render(summary: &Summary, name: Option<&str>) -> String {
    let mut out = String::new();
    if let Some(title) = summary.title.as_deref().or(name) {
        let _ = writeln!(out, "# {}\n", escaped(title));
    }
    items(&mut out, summary);
    keywords(&mut out, summary.keywords.as_deref());
    for (number, section) in summary.sections.iter().enumerate() {
        if section.summary.sentences.is_empty() || summary.is_whole(section) {
            continue;
        }
        if let Some(heading) = sources::heading(summary, number)
            .filter(|h| Some(h) != summary.title.as_ref())
        {
            let level = usize::from(section.level).clamp(1, 5) + 1;
            let _ = writeln!(out, "{} {}\n", "#".repeat(level), escaped(&heading));
        }
        let sentences: Vec<_> =
            section.summary.sentences.iter().map(|pick| escaped(&pick.text)).collect();
        let _ = writeln!(out, "{}\n", sentences.join(" "));
        keywords(&mut out, section.keywords.as_deref());
    }
    out.truncate(out.trim_end().len());
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn items(out: &mut String, summary: &Summary) {
    for pick in &summary.overall.sentences {
        let source = sources::of_pick(summary, pick);
        let source =
            source.map_or(String::new(), |name| format!(" *({})*", escaped(&name)));
        let _ = writeln!(out, "- {}{source}", escaped(&pick.text));
    }
    if !summary.overall.sentences.is_empty() {
        out.push('\n');
    }
}

fn keywords(out: &mut String, keywords: Option<&[Keyword]>) {
    let terms: Vec<_> = keywords
        .unwrap_or_default()
        .iter()
        .map(|keyword| escaped(&keyword.term))
        .collect();
    if !terms.is_empty() {
        let _ = writeln!(out, "*Keywords: {}*\n", terms.join(", "));
    }
}

/// `text` with a backslash before what Markdown would take for markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_space = |at: usize| text[at..].chars().next().is_none_or(char::is_whitespace);
    for (at, c) in text.char_indices() {
        let is_markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' => true,
            '#' | '+' | '-' | '>' | '=' => at == 0,
            '.' | ')' => number > 0 && at == number && is_space(at + 1),
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_in_a_sentence_becomes_markup() {
        assert_eq!(
            super::escaped("# a *b* [c] 1. <d>"),
            "\\# a \\*b\\* \\[c\\] 1. \\<d>"
        );
        assert_eq!(super::escaped("1. one"), "1\\. one");
        assert_eq!(super::escaped("3.5 km"), "3.5 km");
    }
}
