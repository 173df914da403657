//! What a terminal needs of text: a width, colour, and nothing hostile.

use std::borrow::Cow;

/// How text is laid out.
///
/// ```
/// use epitome::{Options, Summarizer, render::{Layout, text}};
/// let layout = Layout { width: Some(24), color: false };
/// let summary = Summarizer::new(Options::default())?
///     .summarize("Ice broke the old wall of the harbour.")?;
/// assert_eq!(text::render(&summary, layout), "Ice broke the old wall\nof the harbour.\n");
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Layout {
    /// The columns of the terminal, if the output is one. Lines are then
    /// wrapped, and hostile characters become U+FFFD.
    pub width: Option<usize>,
    /// Whether to highlight with escape sequences.
    pub color: bool,
}

impl Layout {
    /// `text` as it may be shown: neutral on a terminal, as it is elsewhere.
    pub(super) fn safe(self, text: &str) -> Cow<'_, str> {
        match self.width {
            Some(_) => neutral(text).into(),
            None => text.into(),
        }
    }

    /// `text` between the escape sequence of `style` and the end of it, if
    /// there is colour.
    pub(super) fn styled(self, text: &str, style: Style) -> Cow<'_, str> {
        if !self.color || text.is_empty() {
            return text.into();
        }
        let code = match style {
            Style::Plain => return text.into(),
            Style::Strong => "1",
            Style::Faint => "2",
            Style::Mark => "1;32",
            Style::Note => "36",
        };
        format!("\x1b[{code}m{text}\x1b[0m").into()
    }
}

/// How a piece of text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Strong,
    Faint,
    /// A mark that is to be found at a glance.
    Mark,
    /// What is said about the text.
    Note,
}

/// `text` without characters that could take over a terminal or turn the
/// direction of writing: they become U+FFFD. Line ends stay.
///
/// ```
/// use epitome::render::neutral;
/// assert_eq!(neutral("red \x1b[31m\nalert"), "red \u{fffd}[31m\nalert");
/// ```
#[must_use]
pub fn neutral(text: &str) -> String {
    let is_hostile = |c: char| c.is_control() && c != '\n' || turns_direction(c);
    text.chars().map(|c| if is_hostile(c) { '\u{fffd}' } else { c }).collect()
}

/// Whether `c` turns the direction of what follows (CVE-2021-42574).
pub(super) fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
