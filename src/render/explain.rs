//! The whole text on a terminal or in a pipe, with what was chosen and why.

use std::borrow::Cow;
use std::fmt::Write;

use super::marked::{Marked, Marks};
use super::out::Out;
use super::terminal::{Layout, Style};
use super::{reasons, sources};
use crate::reading::{Passage, PassageKind, Piece};
use crate::shown::{Facts, Shown};
use crate::summary::Summary;

/// The columns of a pipe, which has no width of its own.
const PIPE: usize = 80;
/// Narrower terminals have no room for bars.
const ROOM_FOR_BARS: usize = 40;
/// The columns of a bar.
const BAR: usize = 4;

/// The text of `summary` and its sentences' marks: one sentence a line,
/// wrapped, behind a margin. In the margin stand `*` for a sentence of the
/// overall summary, `§` for one chosen for its section, the rank, and a bar
/// for the score. Below a chosen sentence stand the parts of the score that
/// count most.
///
/// It needs [`OutputOptions::reading`](crate::OutputOptions::reading); without
/// it there is no text to show.
///
/// ```
/// use epitome::{Options, Summarizer, render::{Layout, explain}};
/// let mut options = Options::default();
/// options.output.reading = true;
/// let summary = Summarizer::new(options)?.summarize("Rain fell. The river rose.")?;
/// assert!(explain::render(&summary, Layout::default()).contains("The river rose."));
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
    let Some(passages) = shown.passages() else { return };
    let mut page = Page::new(shown, layout, out);
    page.legend();
    page.passages(passages);
}

struct Page<'a> {
    shown: &'a dyn Shown,
    facts: Facts<'a>,
    marks: Marks<'a>,
    layout: Layout,
    width: usize,
    /// The columns of the largest rank.
    rank: usize,
    bars: bool,
    out: Out<'a>,
}

impl<'a> Page<'a> {
    fn new(shown: &'a dyn Shown, layout: Layout, out: &'a mut dyn Write) -> Self {
        let marks = Marks::of(shown);
        let width = layout.width.unwrap_or(PIPE).max(20);
        let rank = marks.worst_rank().unwrap_or(0).to_string().len();
        let bars = width >= ROOM_FOR_BARS;
        let (facts, out) = (shown.facts(), Out::new(out));
        Page { shown, facts, marks, layout, width, rank, bars, out }
    }

    /// The columns before the text.
    fn margin(&self) -> usize {
        2 + 1 + self.rank + 1 + if self.bars { BAR + 1 } else { 0 }
    }

    /// Adds `text`, wrapped, with `first` before its first line and `rest`
    /// before the others, which take `indent` columns.
    fn lines(&mut self, text: &str, style: Style, first: &str, indent: usize) {
        let text = self.layout.safe(text);
        let width = self.width.saturating_sub(indent).max(8);
        let wrapped = stretches(&text).flat_map(|text| textwrap::wrap(text, width));
        for (number, line) in wrapped.enumerate() {
            let mut whole =
                if number == 0 { first.to_string() } else { " ".repeat(indent) };
            whole.push_str(&self.layout.styled(&line, style));
            self.out.push_str(whole.trim_end());
            self.out.push('\n');
        }
    }

    /// What the marks mean, and how many there are.
    fn legend(&mut self) {
        let Facts { keywords, source, .. } = self.facts;
        let of_section = |number| self.shown.section(number).chosen.count;
        let of_sections: usize = (0..self.shown.sections()).map(of_section).sum();
        let plural = if source.sentences == 1 { "" } else { "s" };
        let legend = format!(
            "{} sentence{plural}: * {} in the summary, § {of_sections} for sections; \
             rank{}; below, why",
            source.sentences,
            self.shown.overall().count,
            if self.bars { " and score" } else { "" },
        );
        self.lines(&legend, Style::Note, "", 0);
        let terms =
            keywords.unwrap_or_default().iter().map(|keyword| keyword.term.as_str());
        let terms = terms.collect::<Vec<_>>().join(", ");
        if !terms.is_empty() {
            self.lines(&format!("Keywords: {terms}"), Style::Note, "", 0);
        }
    }

    fn passages(&mut self, passages: impl Iterator<Item = Cow<'a, Passage>>) {
        let mut document = None;
        let mut list = None;
        for passage in passages {
            let section = passage.section;
            if self.facts.merged && document.replace(section) != Some(section) {
                let name = sources::name(&self.facts, section);
                self.out.push('\n');
                self.lines(&name, Style::Mark, "", 0);
            }
            // The items of a list stand together.
            let before = list;
            list = (passage.kind == PassageKind::Item).then_some(section);
            if list.is_none() || list != before {
                self.out.push('\n');
            }
            self.passage(&passage);
        }
    }

    fn passage(&mut self, passage: &Passage) {
        let indent = self.margin();
        let margin = " ".repeat(indent);
        // Text outside sentences goes before the sentence that follows.
        let mut lead = match (passage.kind, passage.pieces.first()) {
            (PassageKind::Item, Some(Piece::Sentence(_))) => "- ".to_string(),
            _ => String::new(),
        };
        for piece in &passage.pieces {
            match piece {
                Piece::Sentence(index) => {
                    self.sentence(&std::mem::take(&mut lead), *index);
                }
                Piece::Text(text) => match passage.kind {
                    PassageKind::Heading(_) => self.lines(text, Style::Strong, "", 0),
                    PassageKind::Verbatim => {
                        for line in text.lines() {
                            let line = line.replace('\t', "    ");
                            self.lines(&line, Style::Faint, &margin, indent);
                        }
                    }
                    _ => lead.push_str(if lead.is_empty() {
                        text.trim_start()
                    } else {
                        text
                    }),
                },
            }
        }
        if !lead.is_empty() {
            self.lines(&lead, Style::Faint, &margin, indent);
        }
    }

    fn sentence(&mut self, lead: &str, index: usize) {
        let Some(marked) = self.marks.get(index) else { return };
        let style = match &marked {
            Marked { overall: true, .. } => Style::Strong,
            Marked { section: Some(_), .. } => Style::Plain,
            _ => Style::Faint,
        };
        let (margin, indent) = (self.head(&marked), self.margin());
        self.lines(
            &format!("{lead}{}", marked.sentence.pick.text),
            style,
            &margin,
            indent,
        );
        let overall = Some(&marked.sentence.parts).filter(|_| marked.overall);
        for (mark, parts) in [("*", overall), ("§", marked.section.as_deref())] {
            if let Some(parts) = parts {
                let mark =
                    format!("{:indent$}{}", "", self.layout.styled(mark, Style::Mark));
                let reasons = format!(" {}", reasons::sentence(parts));
                self.lines(&reasons, Style::Note, &mark, indent + 2);
            }
        }
    }

    /// The margin of a sentence's first line.
    fn head(&self, marked: &Marked<'_>) -> String {
        let Marked { sentence, overall, section, share } = marked;
        let marks =
            [if *overall { '*' } else { ' ' }, if section.is_some() { '§' } else { ' ' }];
        let rank = sentence.rank.map_or(String::new(), |rank| rank.to_string());
        let marks: String = marks.iter().collect();
        let figures = format!(" {rank:>0$} ", self.rank);
        let bar = if self.bars { bar(*share) + " " } else { String::new() };
        let style =
            if *overall || section.is_some() { Style::Plain } else { Style::Faint };
        let layout = self.layout;
        [
            layout.styled(&marks, Style::Mark),
            layout.styled(&figures, style),
            layout.styled(&bar, style),
        ]
        .concat()
    }
}

/// `text` in stretches that end between words. Wrapping takes many times the size
/// of what is wrapped at once.
fn stretches(text: &str) -> impl Iterator<Item = &str> {
    /// No paragraph for people has more bytes.
    const MOST: usize = 1 << 14;
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let most = text.floor_char_boundary(MOST);
        let end = text[..most].rfind(' ').filter(|_| most < text.len());
        let Some(end) = end else { return Some(text) };
        rest = Some(&text[end + 1..]);
        Some(&text[..end])
    })
}

/// A bar of [`BAR`] columns for a share from 0 to 1; none has no bar.
fn bar(share: Option<f64>) -> String {
    const EIGHTHS: [char; 8] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
    let Some(share) = share else { return " ".repeat(BAR) };
    let eighths = ((share * (BAR * 8) as f64).round() as usize).clamp(1, BAR * 8);
    let (full, part) = (eighths / 8, eighths % 8);
    let mut bar = "█".repeat(full);
    bar.extend((part > 0).then(|| EIGHTHS[part - 1]));
    format!("{bar:BAR$}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Budget, Options, Summarizer};

    const TEXT: &str = "The sea wall\n\nIce broke the sea wall in March. Nobody was hurt. \
                        The repairs of the wall cost two million crowns.\n\nWhat follows\n\n\
                        The council hopes to reopen the harbour by spring. It may rain.\n";

    fn explained(text: &str, layout: Layout) -> String {
        let mut options = Options::default();
        options.output.reading = true;
        options.select.overall = Budget::sentences(1);
        render(&Summarizer::new(options).unwrap().summarize(text).unwrap(), layout)
    }

    #[test]
    fn stretches_end_between_words_and_lose_none() {
        let text = "word ".repeat(10_000) + &"x".repeat(40_000) + " end";
        let all: Vec<_> = stretches(&text).collect();
        assert_eq!(all.join(" "), text);
        assert!(all.len() > 3 && stretches("").eq([""]));
    }

    #[test]
    fn a_bar_has_four_columns_whatever_the_score() {
        for share in [None, Some(0.0), Some(0.01), Some(0.5), Some(0.99), Some(1.0)] {
            assert_eq!(bar(share).chars().count(), BAR, "{share:?}");
        }
        assert_eq!((bar(Some(0.0)).trim(), bar(Some(1.0)).trim()), ("▏", "████"));
    }

    #[test]
    fn the_whole_text_is_there_and_the_chosen_are_marked() {
        let shown = explained(TEXT, Layout::default());
        for sentence in ["Nobody was hurt.", "It may rain.", "What follows"] {
            assert!(shown.contains(sentence), "{sentence}");
        }
        let starred = shown.lines().filter(|line| line.starts_with('*')).count();
        assert_eq!(starred, 1, "{shown}");
        assert!(shown.contains("§"), "{shown}");
    }

    #[test]
    fn colour_changes_no_character() {
        let plain = explained(TEXT, Layout::default());
        let colored = explained(TEXT, Layout { color: true, ..Layout::default() });
        let stripped = anstream::adapter::strip_str(&colored).to_string();
        let trimmed = |text: &str| -> Vec<String> {
            text.lines().map(|line| line.trim_end().to_string()).collect()
        };
        assert_eq!(trimmed(&stripped), trimmed(&plain));
        assert!(colored.contains("\x1b[1m") && colored.contains("\x1b[2m"));
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let text = "港の壁は三月に氷で壊れた。修理には二百万クローネかかる。\n\n\
                    Cafe\u{301}s e\u{301}taient ferme\u{301}s a\u{300} No\u{308}l. \
                    Supercalifragilisticexpialidociousandmoreofthesame is one word.";
        for width in [20, 40, 80, 200] {
            let shown = explained(text, Layout { width: Some(width), color: true });
            for line in shown.lines() {
                let columns = textwrap::core::display_width(line);
                assert!(columns <= width, "{columns} of {width}: {line}");
            }
        }
    }

    #[test]
    fn a_terminal_is_not_taken_over_and_a_pipe_gets_the_text_as_it_is() {
        let text = "The pump \u{1b}[2J was \u{202e}deriaper here.";
        assert!(explained(text, Layout::default()).contains('\u{202e}'));
        let shown = explained(text, Layout { width: Some(80), color: false });
        assert!(!shown.contains(['\u{1b}', '\u{202e}']) && shown.contains('\u{fffd}'));
    }
}
