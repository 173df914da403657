//! The whole text of a document, each sentence with its rank and its parts.

use std::borrow::Cow;
use std::fmt::Write;

use super::article::Article;
use super::escape::escaped;
use crate::reading::{Passage, PassageKind, Piece};
use crate::render::marked::Marked;
use crate::render::out::Out;
use crate::render::reasons;

/// How many shades tell the scores apart.
const SHADES: usize = 8;

/// A browser lays out what is in view, stretch by stretch. A stretch ends after
/// so many bytes, within a long paragraph too: one of a whole book would keep
/// the browser busy for minutes.
const STRETCH: usize = 16 << 10;
const BREAK: &str = "</div>\n<div>\n";

/// Adds the text of `article`, whose title is `title`.
pub(super) fn section(out: &mut Out<'_>, article: &Article<'_>, title: &str) {
    let Some(passages) = article.shown.passages() else { return };
    let (anchor, language) = (article.anchor, article.language());
    let _ = writeln!(
        out,
        "<section class=\"text\" aria-labelledby=\"{anchor}-text {anchor}-title\">\n\
         <h3 id=\"{anchor}-text\">The whole text</h3>\n\
         <p class=\"legend\"><span class=\"on\">Marked</span>: in the summary. \
         <span class=\"of\">Dotted</span>: for its section. \
         <span class=\"shade\"><span class=\"t7\">Shaded</span>: the stronger, the higher \
         its score.</span></p>\n\
         <div class=\"reading\"{language}>"
    );
    write_passages(out, article, passages, title);
    out.push_str("</div>\n");
    tools(out, article);
    out.push_str("</section>\n");
}

fn write_passages<'a>(
    out: &mut Out<'_>,
    article: &Article<'_>,
    passages: impl Iterator<Item = Cow<'a, Passage>>,
    title: &str,
) {
    let mut rest = passages.peekable();
    let mut at = 0;
    while let Some(next) = rest.peek() {
        // A document without text of its own is a section without passages.
        let section = next.section;
        for number in at..=section {
            let _ = write!(out, "<div id=\"{}-{number}\">", article.anchor);
            if article.facts.merged {
                let heading = escaped(&article.heading(number)).to_string();
                let _ = write!(out, "\n<h4 dir=\"auto\">{heading}</h4>");
            }
            if number < section {
                out.push_str("</div>\n");
            }
        }
        out.push('\n');
        let mut begun = out.len();
        while let Some(passage) = rest.next_if(|passage| passage.section == section) {
            if section > 0 || !is_heading(&passage, title) {
                passage_of(out, article, &passage, &mut begun);
            }
        }
        out.push_str("</div>\n");
        at = section + 1;
    }
    for number in at..article.shown.sections() {
        let _ = writeln!(out, "<div id=\"{}-{number}\"></div>", article.anchor);
    }
}

/// Whether a passage is the heading `title`, which stands over the article.
fn is_heading(passage: &Passage, title: &str) -> bool {
    matches!(passage.kind, PassageKind::Heading(_))
        && matches!(passage.pieces.as_slice(), [Piece::Text(text)] if text == title)
}

fn passage_of(
    out: &mut Out<'_>,
    article: &Article<'_>,
    passage: &Passage,
    begun: &mut usize,
) {
    if is_overlong(out, begun) {
        out.push_str(BREAK);
    }
    let (open, close) = tags(passage, article.facts.merged);
    out.push_str(open);
    if passage.kind == PassageKind::Item
        && matches!(passage.pieces.first(), Some(Piece::Sentence(_)))
    {
        out.push_str("• ");
    }
    for piece in &passage.pieces {
        match piece {
            Piece::Sentence(index) => {
                if is_overlong(out, begun) {
                    let _ = write!(out, "{close}\n{BREAK}{open}");
                }
                sentence(out, article, *index);
            }
            Piece::Text(text) => {
                let _ = write!(out, "{}", escaped(text));
            }
        }
    }
    out.push_str(close);
    out.push('\n');
}

/// The tags around a passage; in a merged summary its headings stand below the
/// documents' own.
fn tags(passage: &Passage, merged: bool) -> (&'static str, &'static str) {
    match passage.kind {
        PassageKind::Heading(level) => match usize::from(level) + usize::from(merged) {
            ..=2 => ("<h4 dir=\"auto\">", "</h4>"),
            3 => ("<h5 dir=\"auto\">", "</h5>"),
            _ => ("<h6 dir=\"auto\">", "</h6>"),
        },
        PassageKind::Paragraph => ("<p dir=\"auto\">", "</p>"),
        PassageKind::Item => ("<p class=\"item\" dir=\"auto\">", "</p>"),
        PassageKind::Quote => ("<blockquote><p dir=\"auto\">", "</p></blockquote>"),
        PassageKind::Caption => ("<p class=\"caption\" dir=\"auto\">", "</p>"),
        PassageKind::Verbatim if is_aside(passage) => {
            ("<p class=\"aside\" dir=\"auto\">", "</p>")
        }
        PassageKind::Verbatim => ("<pre dir=\"auto\" tabindex=\"0\">", "</pre>"),
    }
}

/// Whether the stretch that began at byte `begun` is long enough; then the next
/// one begins here.
fn is_overlong(out: &Out<'_>, begun: &mut usize) -> bool {
    let is_overlong = out.len() - *begun > STRETCH;
    if is_overlong {
        *begun = out.len();
    }
    is_overlong
}

/// Whether it is one line of words, such as who wrote the text and when, and no
/// line of code or of a table.
fn is_aside(passage: &Passage) -> bool {
    let is_words = |text: &str| !text.contains(['\n', '\t', '|']) && !text.contains("  ");
    matches!(passage.pieces.as_slice(), [Piece::Text(text)] if is_words(text))
}

fn sentence(out: &mut Out<'_>, article: &Article<'_>, index: usize) {
    let Some(Marked { sentence, overall, section, share }) = article.marks.get(index)
    else {
        return;
    };
    out.push_str("<span class=\"s ");
    let shade = share.map_or(0, |share| (share * (SHADES - 1) as f64).round() as usize);
    let _ = write!(out, "t{shade}");
    out.push_str(if overall { " on" } else { "" });
    out.push_str(if section.is_some() { " of" } else { "" });
    if overall {
        let _ = write!(out, "\" id=\"{}-s{index}", article.anchor);
    }
    if let Some(rank) = sentence.rank {
        let _ = write!(out, "\" data-r=\"{rank}");
    }
    out.push_str("\" data-p=\"");
    for (number, (_, value)) in reasons::values(&sentence.parts).enumerate() {
        let gap = if number == 0 { "" } else { " " };
        let _ = write!(out, "{gap}{}", short(value));
    }
    let _ = write!(out, "\">{}</span>", escaped(&sentence.pick.text));
}

/// `value` in short: four digits that count.
fn short(value: f64) -> String {
    let text =
        if value.abs() < 1.0 { format!("{value:.4}") } else { format!("{value:.2}") };
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

/// The slider and the reasons, which only a script can bring to life.
fn tools(out: &mut Out<'_>, article: &Article<'_>) {
    let Some(first) = article.marks.get(0) else { return };
    let anchor = article.anchor;
    let (candidates, chosen) = article.marks.candidates();
    let _ = writeln!(
        out,
        "<div class=\"tools\" role=\"group\" aria-label=\"Marked sentences\" hidden>\n\
         <label for=\"{anchor}-marked\">Marked sentences</label>\n\
         <input type=\"range\" id=\"{anchor}-marked\" min=\"0\" max=\"{candidates}\" \
         value=\"{chosen}\" autocomplete=\"off\">\n\
         <output for=\"{anchor}-marked\">{chosen} of {candidates}</output>\n\
         <p class=\"why\" role=\"status\">Point at a sentence, or reach it by tab and arrow \
         keys, to see its score.</p>\n<dl hidden>"
    );
    for (name, _) in reasons::values(&first.sentence.parts) {
        let _ = writeln!(
            out,
            "<div><dt>{}</dt><dd>–</dd><dd class=\"bar\" aria-hidden=\"true\"><i></i></dd></div>",
            escaped(reasons::in_words(name))
        );
    }
    out.push_str("</dl>\n</div>\n");
}
