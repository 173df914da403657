//! A paragraph while it is being read, and what comes of it.

use super::styles::{Styles, by_outline};
use crate::document::BlockKind;
use crate::read::bold;

/// A block of the document.
#[derive(Debug)]
pub(super) struct Block {
    pub kind: BlockKind,
    pub text: String,
    /// Whether it is a paragraph set in bold that has the form of a heading.
    pub bold: bool,
}

/// An open paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    text: String,
    style: Option<String>,
    outline: Option<u8>,
    list: Option<bool>,
    /// Whether it was joined to the next one.
    pub runs_on: bool,
    has_bold: bool,
    has_plain: bool,
    /// Blocks of the text boxes that hang on it; they come behind it.
    pub boxes: Vec<Block>,
}

/// An open run: text of one look.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    pub style: Option<String>,
    pub hidden: Option<bool>,
    pub bold: Option<bool>,
}

impl Paragraph {
    /// A paragraph that begins with what runs on from the one before.
    pub fn after(text: String) -> Self {
        Paragraph { text, ..Paragraph::default() }
    }

    pub fn set_style(&mut self, id: Option<String>) {
        self.style = id;
    }

    pub fn set_outline(&mut self, level: Option<u8>) {
        self.outline = level;
    }

    pub fn set_list(&mut self, list: bool) {
        self.list = Some(list);
    }

    /// Adds text of `run`.
    pub fn push(&mut self, text: &str, run: &Run, styles: &Styles) {
        let looks = [run.style.as_ref(), self.style.as_ref()];
        let looks = looks.map(|style| style.map(|style| styles.look(style)));
        let styled =
            |is: fn(&super::styles::Look) -> bool| looks.iter().flatten().any(is);
        if run.hidden.unwrap_or_else(|| styled(|look| look.hidden)) {
            return;
        }
        if !text.trim().is_empty() {
            let is_bold = run.bold.unwrap_or_else(|| styled(|look| look.bold));
            self.has_bold |= is_bold;
            self.has_plain |= !is_bold;
        }
        self.text.push_str(text);
    }

    /// The text, which the next paragraph is to begin with.
    pub fn into_text(self) -> String {
        self.text
    }

    /// What the paragraph is.
    pub fn into_block(self, styles: &Styles) -> Block {
        let style = self.style.as_ref();
        let styled = style.map_or(BlockKind::Paragraph, |id| styles.look(id).kind);
        let kind = match (self.outline, styled) {
            (Some(level), BlockKind::Paragraph | BlockKind::ListItem) => {
                by_outline(level).unwrap_or(styled)
            }
            (Some(level), BlockKind::Heading(_)) => {
                by_outline(level).unwrap_or(BlockKind::Paragraph)
            }
            _ => styled,
        };
        let kind = match (kind, self.list) {
            (BlockKind::Paragraph, Some(true)) => BlockKind::ListItem,
            (BlockKind::ListItem, Some(false)) => BlockKind::Paragraph,
            _ => kind,
        };
        let bold = kind == BlockKind::Paragraph
            && self.has_bold
            && !self.has_plain
            && bold::could_be_heading(&self.text);
        Block { kind, text: self.text, bold }
    }
}
