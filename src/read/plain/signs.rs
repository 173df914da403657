//! The signs by which markup tells headings, items and directives in plain text.

use std::ops::Range;

use super::form::MOST_BYTES;
use super::paragraphs::Paragraph;
use crate::document::Span;

/// The signs that open headings in this document and need no closing, which
/// its other lines tell: `== so` of `AsciiDoc`, `** so` of Org.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Outline {
    equals: bool,
    stars: bool,
}

impl Outline {
    /// What the lines of `paragraphs` use.
    pub fn of(text: &str, paragraphs: &[Paragraph]) -> Self {
        if memchr::memchr2(b'=', b'*', text.as_bytes()).is_none() {
            return Outline::default();
        }
        let signed: Vec<&str> = paragraphs
            .iter()
            .map(|paragraph| paragraph.span.of(text))
            .filter(|line| line.starts_with(['=', '*']))
            .collect();
        let begins =
            |start: &str| signed.iter().filter(|line| line.starts_with(start)).count();
        Outline { equals: begins("= ") + begins("== ") >= 2, stars: begins("** ") > 0 }
    }
}

/// The level that the signs of a markup give a line: `== so ==`, `## so`,
/// `.SH so`, `=head1 so`, `\section{so}`.
pub(super) fn signs(line: &str, outline: Outline) -> Option<u8> {
    if let Some((level, _)) = command(line) {
        return Some(level);
    }
    if let Some(name) = line.strip_prefix(".SH ").or_else(|| line.strip_prefix(".SS ")) {
        return (!name.trim().is_empty()).then(|| 1 + u8::from(line.starts_with(".SS")));
    }
    let sign = line.chars().next().filter(|c| "=#+*".contains(*c))?;
    let count = line.chars().take_while(|c| *c == sign).count();
    let rest = &line[count..];
    let bare = rest.trim_end_matches(sign);
    let is_closed = sign != '*' && rest.len() - bare.len() == count
        || sign == '#' && !rest.ends_with('.')
        || sign == '=' && outline.equals
        || sign == '*' && outline.stars;
    let has_text =
        bare.starts_with(' ') && !bare.trim().is_empty() && line.len() <= MOST_BYTES;
    (count <= 6 && is_closed && has_text).then_some(count as u8)
}

/// The level of a heading that a command of LaTeX or POD opens, and where its name
/// stands in the line.
pub(super) fn command(line: &str) -> Option<(u8, Range<usize>)> {
    const COMMANDS: [(&str, u8); 9] = [
        ("\\title{", 1),
        ("\\chapter", 1),
        ("\\section", 2),
        ("\\subsection", 3),
        ("\\subsubsection", 4),
        ("=head1 ", 1),
        ("=head2 ", 2),
        ("=head3 ", 3),
        ("=head4 ", 4),
    ];
    if !line.starts_with(['\\', '=']) || line.len() > MOST_BYTES {
        return None;
    }
    let (begin, level) = COMMANDS.iter().find(|(begin, _)| line.starts_with(begin))?;
    let behind = &line[begin.len()..];
    let (mut rest, mut name) = (behind, behind);
    if begin.starts_with('\\') {
        let open = behind.trim_start_matches('*');
        rest = open.strip_prefix('{').or(begin.ends_with('{').then_some(open))?;
        name = &rest[..rest.find('}')?];
    }
    let start = line.len() - rest.len() + (name.len() - name.trim_start().len());
    let name = name.trim();
    (!name.is_empty()).then_some((*level, start..start + name.len()))
}

/// The name of the heading at `span`, without its signs or its colon.
pub(super) fn without_marks(text: &str, span: Span, outline: Outline) -> Span {
    let line = span.of(text);
    if let Some((_, name)) = command(line) {
        let start = span.start as usize;
        return Span::new(start + name.start..start + name.end);
    }
    if signs(line, outline).is_none() {
        return Span {
            end: span.start + line.trim_end_matches([':', '：']).len() as u32,
            ..span
        };
    }
    let name =
        line.strip_prefix(".SH").or_else(|| line.strip_prefix(".SS")).unwrap_or(line);
    let bare = name.trim_start_matches(['=', '#', '+', '*', ' ']);
    let start = span.end as usize - bare.len();
    Span::new(start..start + bare.trim_end_matches(['=', '#', '+', '*', ' ']).len())
}

/// Whether a line directs a program that reads markup, and says nothing: `=over 4`,
/// `.. image:: a.png`, `:toc: left`, `#+BEGIN_SRC`, `{{reflist}}`, `[[File:a.png]]`.
pub(super) fn is_directive(line: &str) -> bool {
    let ends = || line.ends_with(['.', '!', '?']);
    let is_name = |name: &str| {
        !name.is_empty()
            && name.bytes().all(|c| c.is_ascii_alphanumeric() || b"_-".contains(&c))
    };
    let lower = |at: usize| line.as_bytes().get(at).is_some_and(u8::is_ascii_lowercase);
    match line.as_bytes() {
        [b'=', ..] => lower(1) && command(line).is_none(),
        [b'.', b'.', b' ', ..] | [b'{', b'{' | b'|', ..] | [b'|', b'}', ..] => !ends(),
        [b':', ..] => line[1..].split_once(':').is_some_and(|(name, text)| {
            is_name(name) && (text.is_empty() || text.starts_with(' ')) && !ends()
        }),
        [b'#', b'+', ..] => line[2..].starts_with(|c: char| c.is_ascii_alphabetic()),
        [b'[', b'[', ..] => {
            line.ends_with("]]")
                && line[2..].split_once(':').is_some_and(|(name, _)| is_name(name))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_of_latex_and_pod_name_headings() {
        let named = |line| command(line).map(|(level, name)| (level, &line[name]));
        assert_eq!(named("\\section{Kilns}\\label{sec:k}"), Some((2, "Kilns")));
        assert_eq!(named("\\subsection*{ Clay }"), Some((3, "Clay")));
        assert_eq!(named("=head2  Limits "), Some((2, "Limits")));
        for line in
            ["\\sectioning{a}", "\\section{}", "\\section", "=headless", "=item a"]
        {
            assert_eq!(command(line), None, "{line}");
        }
    }

    #[test]
    fn directives_say_nothing() {
        for line in [
            "=over 4", ".. image:: a.png", ":toc: left", "#+BEGIN_SRC sh", "{{reflist}}",
            "[[Category:Ports]]", "{| class=\"wikitable\"",
        ] {
            assert!(is_directive(line), "{line}");
        }
        for line in [
            "=head1 Name", "= Title", "..and then", ".. warning:: Large files are slow.",
            ":func:`open` returns", "#1 in the list", "[[Ports]] of England", ":-)",
        ] {
            assert!(!is_directive(line), "{line}");
        }
    }
}
