//! The frame around the articles of a page.

use std::fmt::Write;

use super::escape::escaped;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// The digests by which the page's policy knows its own style and script.
const STYLE_DIGEST: &str = "fJcW3n+5uTi1Bh20JinuFMSw9CnXfKpd65ehsthh+Mg=";
const SCRIPT_DIGEST: &str = "O4V5+wnpZwXTppgyz1WNadr8IB5JTl3bVcFgZhYFf5g=";

/// The end of a page.
pub const FOOT: &str = "</main>\n</body>\n</html>\n";

/// What a page says of a document before its article.
///
/// ```
/// use epitome::{Options, Summarizer, render::html::{self, Entry}};
/// let summary = Summarizer::new(Options::default())?.summarize("Ice broke the wall.")?;
/// let entry = Entry {
///     anchor: "d0".into(),
///     title: "Ice".into(),
///     name: "ice.txt".into(),
///     error: None,
/// };
/// let page = html::head(&[entry]) + &html::article(&summary, "ice.txt", "d0") + html::FOOT;
/// assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"));
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The identifier of its article.
    pub anchor: String,
    /// Its title, or else its name.
    pub title: String,
    /// What it is called on the command line.
    pub name: String,
    /// Why it has no article, if it failed.
    pub error: Option<String>,
}

/// The beginning of a page with these documents.
///
/// ```
/// use epitome::render::html::{Entry, head};
/// let entry = Entry { anchor: "d0".into(), title: "Tea & cake".into(), ..Entry::default() };
/// assert!(head(&[entry]).contains("<title>Tea &amp; cake: summary</title>"));
/// ```
#[must_use]
pub fn head(entries: &[Entry]) -> String {
    let title = match entries {
        [one] => format!("{}: summary", one.title),
        _ => format!("{} summaries", entries.len()),
    };
    let caption = match entries {
        [one] => format!("Summary of {}", one.name),
        _ => format!("Summaries of {} documents", entries.len()),
    };
    let mut out = String::with_capacity(STYLE.len() + SCRIPT.len() + 2000);
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'sha256-{STYLE_DIGEST}'; script-src 'sha256-{SCRIPT_DIGEST}'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"generator\" content=\"epitome {}\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n<script type=\"module\">{SCRIPT}</script>\n\
         </head>\n<body>\n<header class=\"page\">\n<h1>{}</h1>\n",
        env!("CARGO_PKG_VERSION"),
        escaped(&title),
        escaped(&caption),
    );
    if entries.len() != 1 || entries[0].error.is_some() {
        list(&mut out, entries);
    }
    out.push_str("</header>\n<main>\n");
    out
}

/// The documents with links to their articles, and those that failed.
fn list(out: &mut String, entries: &[Entry]) {
    out.push_str("<nav aria-label=\"Documents\">\n<ol class=\"documents\">\n");
    for Entry { anchor, title, name, error } in entries {
        let name = escaped(name);
        let _ = match error {
            Some(error) => writeln!(
                out,
                "<li class=\"failed\"><bdi>{name}</bdi>: <strong>{}</strong></li>",
                escaped(error)
            ),
            None => writeln!(
                out,
                "<li><a href=\"#{anchor}\" dir=\"auto\">{}</a> <small><bdi>{name}</bdi></small></li>",
                escaped(title)
            ),
        };
    }
    out.push_str("</ol>\n</nav>\n");
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use sha2::Digest;

    use super::*;

    /// The digest of what a browser finds inside the element.
    fn digest(text: &str) -> String {
        base64::prelude::BASE64_STANDARD.encode(sha2::Sha256::digest(text))
    }

    #[test]
    fn the_policy_allows_the_page_s_own_style_and_script() {
        assert_eq!(STYLE_DIGEST, digest(STYLE));
        assert_eq!(SCRIPT_DIGEST, digest(SCRIPT));
    }

    type Color = [f64; 3];

    /// The colours that `css` names first, by hexadecimal or by three numbers.
    fn color(css: &str, name: &str) -> Color {
        let value = css.split(&format!("--{name}: ")).nth(1).unwrap();
        let value = value.split(';').next().unwrap();
        let channels: Vec<f64> = match value.strip_prefix('#') {
            Some(hex) => {
                let wide = if hex.len() == 3 { 1 } else { 2 };
                let channel = |at: usize| {
                    let digits = hex[at * wide..(at + 1) * wide].repeat(3 - wide);
                    f64::from(u8::from_str_radix(&digits, 16).unwrap())
                };
                (0..3).map(channel).collect()
            }
            None => value.split(' ').map(|number| number.parse().unwrap()).collect(),
        };
        channels.try_into().unwrap()
    }

    /// The contrast of two colours, 1 to 21, as WCAG 2 defines it.
    fn contrast(one: Color, other: Color) -> f64 {
        let linear = |channel: f64| match channel / 255.0 {
            low if low <= 0.04045 => low / 12.92,
            high => libm::pow((high + 0.055) / 1.055, 2.4),
        };
        let luminance = |[red, green, blue]: Color| {
            0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        };
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn every_text_stands_out_in_light_and_dark_and_print() {
        let (light, rest) =
            STYLE.split_once("@media (prefers-color-scheme: dark)").unwrap();
        let (dark, rest) = rest.split_once("}\n}").unwrap();
        let (_, print) = rest.split_once("@media print").unwrap();
        let strongest = rest.split("var(--shade) / ").last().unwrap();
        let strongest: f64 = strongest.split(')').next().unwrap().parse().unwrap();
        let texts = [
            ("ink", "paper"),
            ("ink", "card"),
            ("ink", "mark"),
            ("soft", "paper"),
            ("soft", "card"),
            ("link", "paper"),
            ("accent", "paper"),
            ("minus", "card"),
        ];
        for (scheme, css) in [("light", light), ("dark", dark), ("print", print)] {
            for (text, ground) in texts {
                let contrast = contrast(color(css, text), color(css, ground));
                assert!(contrast >= 4.5, "{scheme}: {text} on {ground}: {contrast:.2}");
            }
            // What is no text but must be seen: lines below marked sentences.
            let line = contrast(color(css, "accent"), color(css, "mark"));
            assert!(line >= 3.0, "{scheme}: {line:.2}");
        }
        for (scheme, css) in [("light", light), ("dark", dark)] {
            let (paper, shade) = (color(css, "paper"), color(css, "shade"));
            let mixed = |at: usize| paper[at] * (1.0 - strongest) + shade[at] * strongest;
            let contrast = contrast(color(css, "ink"), [mixed(0), mixed(1), mixed(2)]);
            assert!(contrast >= 4.5, "{scheme}: the strongest shade: {contrast:.2}");
        }
    }

    #[test]
    fn a_document_that_failed_is_named() {
        let failed = Entry {
            name: "<nope>".into(),
            error: Some("No such file".into()),
            ..Entry::default()
        };
        let head = head(&[failed]);
        assert!(head.contains("&lt;nope&gt;") && head.contains("No such file"));
    }
}
