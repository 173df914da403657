//! The main part of a document, element by element, to blocks.

use super::super::xml::{Element, Event};
use super::paragraph::{Block, Paragraph, Run};
use super::styles::Styles;
use crate::document::BlockKind;

/// A cell of a table of data has no longer text, in bytes.
const LONG_CELL: usize = 160;

/// Elements with nothing to read: what was deleted or moved away, former
/// formatting, the code of fields, the second version of a drawing, the
/// reading aid over a character, and settings.
const SKIPPED: &[&str] = &[
    "del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "rt",
    "pPrChange", "rPrChange", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr",
    "tabs",
];

/// What may hold blocks.
#[derive(Debug)]
enum Frame {
    Paragraph(Paragraph, Run),
    Table(Vec<Block>),
}

/// The document as far as it was read.
#[derive(Debug)]
pub(super) struct Body<'a> {
    styles: &'a Styles,
    blocks: Vec<Block>,
    /// The open paragraphs and tables, the innermost last: a text box stands
    /// within a paragraph, and a table may stand within a cell.
    frames: Vec<Frame>,
    depth: usize,
    /// The depth of the element that is being passed over.
    skipped: Option<usize>,
    /// The depths of the open content controls.
    controls: Vec<usize>,
    /// How many properties of paragraphs are open.
    properties: usize,
    in_text: bool,
    /// What runs on into the next paragraph.
    carried: String,
}

impl<'a> Body<'a> {
    pub fn new(styles: &'a Styles) -> Self {
        Body {
            styles,
            blocks: Vec::new(),
            frames: Vec::new(),
            depth: 0,
            skipped: None,
            controls: Vec::new(),
            properties: 0,
            in_text: false,
            carried: String::new(),
        }
    }

    /// Takes in what comes next.
    pub fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(element) => {
                self.depth += 1;
                if self.skipped.is_none() {
                    self.start(element);
                }
            }
            Event::End(name) => {
                if self.skipped.is_none() {
                    self.end(name);
                } else if self.skipped == Some(self.depth) {
                    self.skipped = None;
                }
                if self.controls.last() == Some(&self.depth) {
                    self.controls.pop();
                }
                self.depth = self.depth.saturating_sub(1);
            }
            Event::Text(text) if self.in_text && self.skipped.is_none() => self.add(text),
            Event::Text(_) => {}
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        match element.name() {
            "p" => {
                let text = std::mem::take(&mut self.carried);
                let paragraph = Paragraph::after(text);
                self.frames.push(Frame::Paragraph(paragraph, Run::default()));
            }
            "tbl" => self.frames.push(Frame::Table(Vec::new())),
            "pPr" => self.properties += 1,
            // The mark at the paragraph's end was deleted.
            "del" | "moveFrom" if self.properties > 0 => {
                if let Some(Frame::Paragraph(paragraph, _)) = self.frames.last_mut() {
                    paragraph.runs_on = true;
                }
            }
            name if SKIPPED.contains(&name) => self.skipped = Some(self.depth),
            "sdt" => self.controls.push(self.depth),
            // A table of contents, or "Click here to enter text".
            "docPartGallery" if element.attribute("val").is_some_and(is_contents) => {
                self.skipped = self.controls.last().copied();
            }
            "showingPlcHdr" if element.is_on() => {
                self.skipped = self.controls.last().copied();
            }
            "t" => self.in_text = true,
            "tab" | "ptab" => self.add("\t"),
            "cr" => self.add("\u{2028}"),
            "br" if element
                .attribute("type")
                .is_none_or(|kind| kind == "textWrapping") =>
            {
                self.add("\u{2028}");
            }
            "br" => self.add(" "),
            "noBreakHyphen" => self.add("\u{2011}"),
            _ => self.format(element),
        }
    }

    /// Formatting of the open paragraph or run.
    fn format(&mut self, element: &Element<'_>) {
        let in_properties = self.properties > 0;
        let Some(Frame::Paragraph(paragraph, run)) = self.frames.last_mut() else {
            return;
        };
        let value = || element.attribute("val");
        match element.name() {
            "pStyle" => paragraph.set_style(value()),
            "outlineLvl" => {
                paragraph.set_outline(value().and_then(|level| level.parse().ok()));
            }
            "numId" => paragraph.set_list(value().as_deref() != Some("0")),
            "r" => *run = Run::default(),
            "rStyle" if !in_properties => run.style = value(),
            "vanish" if !in_properties => run.hidden = Some(element.is_on()),
            "b" if !in_properties => run.bold = Some(element.is_on()),
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if let Some(Frame::Paragraph(paragraph, run)) = self.frames.last_mut() {
            paragraph.push(text, run, self.styles);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "pPr" => self.properties = self.properties.saturating_sub(1),
            "p" | "tbl" => {
                if let Some(frame) = self.frames.pop() {
                    self.close(frame);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, frame: Frame) {
        let blocks = match frame {
            Frame::Paragraph(mut paragraph, _) => {
                let mut blocks = std::mem::take(&mut paragraph.boxes);
                if paragraph.runs_on {
                    self.carried = paragraph.into_text();
                } else {
                    blocks.insert(0, paragraph.into_block(self.styles));
                }
                blocks
            }
            Frame::Table(blocks) if is_layout(&blocks) => blocks,
            // As in the other formats, a table of data is no text.
            Frame::Table(_) => return,
        };
        match self.frames.last_mut() {
            Some(Frame::Paragraph(paragraph, _)) => paragraph.boxes.extend(blocks),
            Some(Frame::Table(rows)) => rows.extend(blocks),
            None => self.blocks.extend(blocks),
        }
    }

    /// The blocks of the document.
    pub fn finish(mut self) -> Vec<Block> {
        while let Some(frame) = self.frames.pop() {
            self.close(frame);
        }
        let carried = Block {
            kind: BlockKind::Paragraph,
            text: std::mem::take(&mut self.carried),
            bold: false,
        };
        self.blocks.push(carried);
        self.blocks.retain(|block| !block.text.trim().is_empty());
        assume_headings(&mut self.blocks);
        self.blocks
    }
}

fn is_contents(gallery: String) -> bool {
    gallery == "Table of Contents"
}

/// Whether a table lays out prose: it holds headings, lists or a long text.
fn is_layout(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| {
        matches!(block.kind, BlockKind::Heading(_) | BlockKind::ListItem)
            || block.text.trim().len() > LONG_CELL
    })
}

/// Makes a bold paragraph a heading below the last one, unless a heading
/// follows or nothing does.
fn assume_headings(blocks: &mut [Block]) {
    let mut level = 1;
    for index in 0..blocks.len() {
        let next = blocks.get(index + 1);
        let is_followed = next.is_some_and(|next| {
            !next.bold && !matches!(next.kind, BlockKind::Heading(_))
        });
        let block = &mut blocks[index];
        match block.kind {
            BlockKind::Heading(marked) => level = marked,
            _ if block.bold && is_followed => {
                block.kind = BlockKind::Heading((level + 1).min(6));
            }
            _ => {}
        }
    }
}
