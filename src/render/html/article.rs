//! One document: its title, its summary, its outline, its text.

use std::borrow::Cow;
use std::fmt::Write;

use super::escape::escaped;
use super::text;
use crate::render::marked::Marks;
use crate::render::out::Out;
use crate::render::{reasons, sources};
use crate::shown::{Facts, Shown};
use crate::summary::{Keyword, Pick, Summary};

/// The article of `summary`. `name` is its title where it has none, and every
/// identifier begins with `anchor`, which must be unique on its page.
///
/// Its text is there with [`OutputOptions::reading`](crate::OutputOptions::reading) alone.
///
/// ```
/// use epitome::{Options, Summarizer, render::html};
/// let mut options = Options::default();
/// options.output.reading = true;
/// let summary = Summarizer::new(options)?.summarize("Ice broke the <old> wall.")?;
/// let article = html::article(&summary, "a.txt", "d0");
/// assert!(article.starts_with(r#"<article id="d0""#));
/// assert!(article.contains("Ice broke the &lt;old&gt; wall."));
/// # Ok::<(), epitome::Error>(())
/// ```
#[must_use]
pub fn article(summary: &Summary, name: &str, anchor: &str) -> String {
    let mut out = String::with_capacity(4096 + 4 * summary.source.bytes as usize);
    write(summary, name, anchor, &mut out);
    out
}

/// Writes to `out` what [`article`] gives.
pub(crate) fn write(shown: &dyn Shown, name: &str, anchor: &str, out: &mut dyn Write) {
    let (out, facts) = (&mut Out::new(out), shown.facts());
    let article = Article { shown, facts, marks: Marks::of(shown), anchor };
    let title = facts.title.unwrap_or(name);
    let _ = writeln!(
        out,
        "<article id=\"{anchor}\" aria-labelledby=\"{anchor}-title\">\n<header>\n\
         <h2 id=\"{anchor}-title\" dir=\"auto\"{}>{}</h2>",
        article.language(),
        escaped(title),
    );
    article.write_facts(out);
    out.push_str("</header>\n");
    article.overall(out);
    article.outline(out);
    text::section(out, &article, title);
    out.push_str("</article>\n");
}

pub(super) struct Article<'a> {
    pub shown: &'a dyn Shown,
    pub facts: Facts<'a>,
    pub marks: Marks<'a>,
    pub anchor: &'a str,
}

impl Article<'_> {
    /// The attribute that says the language of text from the document.
    pub fn language(&self) -> String {
        match self.facts.source.language.as_str() {
            "und" => " lang=\"\"".into(),
            code => format!(" lang=\"{}\"", escaped(code)),
        }
    }

    /// The attribute that says the direction of a list in which words of ours
    /// may come first, which say nothing of it.
    fn direction(&self) -> &'static str {
        match self.facts.source.language.as_str() {
            "ar" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi" => " dir=\"rtl\"",
            _ => " dir=\"auto\"",
        }
    }

    /// The heading of section `number`, in words where it has none.
    pub fn heading(&self, number: usize) -> String {
        let section = self.shown.section(number);
        let heading = sources::heading(&self.facts, &section, number);
        heading.map_or_else(|| "Opening".into(), Cow::into_owned)
    }

    fn write_facts(&self, out: &mut Out<'_>) {
        let source = self.facts.source;
        let count = |count: usize, what: &str| {
            format!("{count} {what}{}", if count == 1 { "" } else { "s" })
        };
        let mut facts =
            vec![count(source.sentences, "sentence"), count(source.words, "word")];
        if self.facts.merged {
            facts.insert(0, count(self.facts.documents.len(), "document"));
        }
        if source.language != "und" {
            facts.push(format!("language {}", escaped(&source.language)));
        }
        facts.push(format!("method {}", escaped(self.facts.method)));
        let _ = writeln!(out, "<p class=\"facts\">{}</p>", facts.join(" · "));
        for warning in self.facts.warnings {
            let _ = writeln!(out, "<p class=\"warning\">{}</p>", escaped(warning));
        }
    }

    fn overall(&self, out: &mut Out<'_>) {
        let (overall, keywords) = (self.shown.overall(), self.facts.keywords);
        if overall.count == 0 && keywords.is_none_or(<[_]>::is_empty) {
            return;
        }
        let (anchor, language) = (self.anchor, self.language());
        let _ = writeln!(
            out,
            "<section class=\"overall\" aria-labelledby=\"{anchor}-summary {anchor}-title\">\n\
             <h3 id=\"{anchor}-summary\">Summary</h3>"
        );
        if overall.count > 0 {
            let _ = writeln!(out, "<ol dir=\"auto\"{language}>");
            for pick in overall.sentences {
                self.pick(out, &pick);
            }
            out.push_str("</ol>\n");
        }
        self.keywords(out, keywords);
        out.push_str("</section>\n");
    }

    /// A chosen sentence, where it comes from, and why.
    fn pick(&self, out: &mut Out<'_>, pick: &Pick) {
        let _ = write!(out, "<li>{}", escaped(&pick.text));
        let index = self.shown.place(pick);
        if let Some(marked) = self.marks.get(index) {
            let parts = &marked.sentence.parts;
            let _ = write!(
                out,
                " <small lang=\"en\" dir=\"ltr\"><a href=\"#{}-s{index}\">in the text</a> · {}",
                self.anchor,
                escaped(&reasons::sentence(parts)),
            );
            if let Some(source) = sources::of_pick(&self.facts, pick) {
                let _ = write!(out, " · <bdi>{}</bdi>", escaped(&source));
            }
            out.push_str("</small>");
        }
        out.push_str("</li>\n");
    }

    fn keywords(&self, out: &mut Out<'_>, keywords: Option<&[Keyword]>) {
        let keywords = keywords.unwrap_or_default();
        if keywords.is_empty() {
            return;
        }
        let language = self.language();
        let _ = write!(
            out,
            "<ul class=\"keywords\" aria-label=\"Keywords\" dir=\"auto\"{language}>"
        );
        for keyword in keywords {
            let _ = write!(out, "<li>{}</li>", escaped(&keyword.term));
        }
        out.push_str("</ul>\n");
    }

    /// The sections with their summaries.
    fn outline(&self, out: &mut Out<'_>) {
        let sections = self.shown.sections();
        if sections == 0 || sections == 1 && self.shown.is_whole(&self.shown.section(0)) {
            return;
        }
        let (anchor, language) = (self.anchor, self.language());
        let direction = self.direction();
        let _ = writeln!(
            out,
            "<nav class=\"outline\" aria-labelledby=\"{anchor}-outline {anchor}-title\">\n\
             <h3 id=\"{anchor}-outline\">Outline</h3>\n<ol{language}{direction}>"
        );
        for number in 0..sections {
            let section = self.shown.section(number);
            let level = section.level.clamp(1, 6);
            let _ = writeln!(
                out,
                "<li class=\"l{level}\"><a href=\"#{anchor}-{number}\">{}</a>",
                escaped(&self.heading(number)),
            );
            for pick in section.chosen.sentences {
                let _ = writeln!(out, "<p dir=\"auto\">{}</p>", escaped(&pick.text));
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ol>\n</nav>\n");
    }
}
