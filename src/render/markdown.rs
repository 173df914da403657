//! Markdown that pastes well: a heading for the title, the overall summary as
//! a list, and a heading with its sentences for each section.

use std::fmt::Write;

use super::out::Out;
use super::sources;
use crate::shown::Shown;
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
    write(summary, name, &mut out);
    out
}

/// Writes to `out` what [`render`] gives. A blank line comes before what follows
/// another part, so that none stands at the end.
pub(crate) fn write(shown: &dyn Shown, name: Option<&str>, out: &mut dyn Write) {
    let (out, facts) = (&mut Out::new(out), shown.facts());
    if let Some(title) = facts.title.or(name) {
        let _ = writeln!(out, "# {}", escaped(title));
    }
    items(out, shown);
    keywords(out, facts.keywords);
    for number in 0..shown.sections() {
        let section = shown.section(number);
        if section.chosen.count == 0 || shown.is_whole(&section) {
            continue;
        }
        if let Some(heading) = sources::heading(&facts, &section, number)
            .filter(|heading| Some(&**heading) != facts.title)
        {
            let level = usize::from(section.level).clamp(1, 5) + 1;
            gap(out);
            let _ = writeln!(out, "{} {}", "#".repeat(level), escaped(&heading));
        }
        gap(out);
        for (place, pick) in section.chosen.sentences.enumerate() {
            out.push_str(if place == 0 { "" } else { " " });
            out.push_str(&escaped(&pick.text));
        }
        out.push('\n');
        keywords(out, section.keywords);
    }
}

/// Sets off what follows from what there is.
fn gap(out: &mut Out<'_>) {
    if out.len() > 0 {
        out.push('\n');
    }
}

fn items(out: &mut Out<'_>, shown: &dyn Shown) {
    for (place, pick) in shown.overall().sentences.enumerate() {
        if place == 0 {
            gap(out);
        }
        let source = sources::of_pick(&shown.facts(), &pick);
        let source =
            source.map_or(String::new(), |name| format!(" *({})*", escaped(&name)));
        let _ = writeln!(out, "- {}{source}", escaped(&pick.text));
    }
}

fn keywords(out: &mut Out<'_>, keywords: Option<&[Keyword]>) {
    let terms: Vec<_> = keywords
        .unwrap_or_default()
        .iter()
        .map(|keyword| escaped(&keyword.term))
        .collect();
    if !terms.is_empty() {
        gap(out);
        let _ = writeln!(out, "*Keywords: {}*", terms.join(", "));
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
