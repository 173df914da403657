//! The styles of a document, as far as they say what a paragraph is.

use std::collections::BTreeMap;

use super::super::xml::{self, Element, Event};
use crate::document::BlockKind;
use crate::error::Result;

/// No style is based on more others, one on the next.
const LONGEST_CHAIN: usize = 16;

/// One style's own settings.
#[derive(Debug, Default)]
struct Style {
    /// In lower case. Built-in styles have English names in any language.
    name: String,
    based_on: Option<String>,
    /// The outline level, from 0; 9 is running text.
    outline: Option<u8>,
    list: Option<bool>,
    hidden: Option<bool>,
    bold: Option<bool>,
}

/// The styles by their identifiers.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

/// What a style makes of a paragraph or a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub kind: BlockKind,
    pub hidden: bool,
    pub bold: bool,
}

impl Styles {
    /// Reads the part of styles.
    pub fn read(text: &str, part: &str) -> Result<Styles> {
        let mut styles = Styles::default();
        let mut open: Option<(String, Style)> = None;
        xml::each(text, part, |event| match event {
            Event::Start(element) if element.name() == "style" => {
                let id = element.attribute("styleId");
                open = id.map(|id| (id, Style::default()));
            }
            Event::Start(element) => {
                if let Some((_, style)) = &mut open {
                    style.set(element);
                }
            }
            Event::End("style") => styles.0.extend(open.take()),
            _ => {}
        })?;
        Ok(styles)
    }

    /// What the style `id` stands for.
    pub fn look(&self, id: &str) -> Look {
        let chain = self.chain(id);
        let outline = chain.iter().find_map(|style| style.outline);
        let list = chain.iter().find_map(|style| style.list);
        let named = if chain.is_empty() {
            kind_of(&id.to_lowercase())
        } else {
            chain.iter().find_map(|style| kind_of(&style.name))
        };
        let kind = match (outline.and_then(by_outline), named) {
            (Some(heading), None | Some(BlockKind::Heading(_))) => heading,
            (_, Some(kind)) => kind,
            _ if list == Some(true) => BlockKind::ListItem,
            _ => BlockKind::Paragraph,
        };
        Look {
            kind,
            hidden: chain.iter().find_map(|style| style.hidden) == Some(true),
            bold: chain.iter().find_map(|style| style.bold) == Some(true),
        }
    }

    /// The style `id` and those it is based on.
    fn chain(&self, id: &str) -> Vec<&Style> {
        let first = self.0.get(id);
        let next = |style: &&Style| self.0.get(style.based_on.as_ref()?);
        std::iter::successors(first, next).take(LONGEST_CHAIN).collect()
    }
}

impl Style {
    fn set(&mut self, element: &Element<'_>) {
        let value = || element.attribute("val");
        match element.name() {
            "name" => self.name = value().unwrap_or_default().to_lowercase(),
            "basedOn" => self.based_on = value(),
            "outlineLvl" => self.outline = value().and_then(|value| value.parse().ok()),
            "numId" => self.list = Some(value().as_deref() != Some("0")),
            "vanish" => self.hidden = Some(element.is_on()),
            "b" => self.bold = Some(element.is_on()),
            _ => {}
        }
    }
}

/// What an outline level makes of a paragraph; the last level is running text.
pub(super) fn by_outline(level: u8) -> Option<BlockKind> {
    (level < 9).then(|| BlockKind::Heading(level + 1))
}

/// What a style's name says.
fn kind_of(name: &str) -> Option<BlockKind> {
    let begins = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
    let holds = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    if let Some(level) = name.strip_prefix("heading") {
        let level = level.trim().parse().ok().filter(|level| (1..=9).contains(level));
        return level.map(BlockKind::Heading);
    }
    if name == "title" {
        Some(BlockKind::Heading(1))
    } else if begins(&["caption", "subtitle"]) {
        Some(BlockKind::Caption)
    } else if begins(&["toc", "table of", "index ", "header", "footer", "bibliography"])
        || holds(&["code", "preformatted", "macro", "footnote", "endnote"])
        || matches!(name, "author" | "date" | "byline")
    {
        Some(BlockKind::Other)
    } else if holds(&["quote"]) {
        Some(BlockKind::Quote)
    } else if begins(&["list bullet", "list number"]) {
        Some(BlockKind::ListItem)
    } else {
        None
    }
}
