//! Markdown (CommonMark with tables, footnotes, task lists and front matter)
//! to blocks, with offsets into the source.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::origin::Origin;
use super::{Parsed, html};
use crate::document::BlockKind;
use crate::flood;
use crate::options::HtmlMode;

/// Whether `source` has more marks, or lines, than any text written for people.
/// The parser keeps a hundred bytes for each, so such a text is better read as plain.
pub(super) fn is_all_marks(source: &str) -> bool {
    /// Fewer marks than this are no burden.
    const FEW: usize = 1 << 18;
    /// Text has a mark in so many bytes at most.
    const SPARSE: usize = 16;
    if source.len() <= FEW {
        return false;
    }
    let lines = memchr::memchr_iter(b'\n', source.as_bytes()).count();
    if lines > flood::most(source.len()) {
        return true;
    }
    let mut is_mark = [0; 256];
    b"*_~[]<&`$".iter().for_each(|mark| is_mark[usize::from(*mark)] = 1);
    let marks: usize = source.bytes().map(|byte| is_mark[usize::from(byte)]).sum();
    marks > FEW && marks > source.len() / SPARSE
}

/// Reads `source` as Markdown.
pub(super) fn read(source: &str) -> Parsed {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let front = json_front_matter(source);
    let masked =
        front.as_ref().map(|(length, _)| " ".repeat(*length) + &source[*length..]);
    let source = masked.as_deref().unwrap_or(source);
    let front_matter = front.map(|(_, title)| format!("title: {title}"));
    let mut reader = Reader { source, front_matter, ..Reader::default() };
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.finish()
}

#[derive(Default)]
struct Reader<'a> {
    source: &'a str,
    out: Builder,
    /// How many elements are open whose text is no prose (code, tables, notes).
    hidden: usize,
    /// How many lists and quotations are open.
    lists: usize,
    quotes: usize,
    /// The level of the last heading, below which a bold line stands.
    level: u8,
    /// Bytes of the open paragraph that are bold, and the depth of bold.
    bold: usize,
    bold_depth: usize,
    /// The same for italics.
    italic: usize,
    italic_depth: usize,
    front_matter: Option<String>,
    in_front_matter: bool,
    in_heading: bool,
    /// How many images are open, and where the first of them begins.
    images: usize,
    image: usize,
    /// The words for the images of the open heading, with where each begins.
    alternatives: Vec<(usize, String, Range<usize>)>,
    /// Bytes of the open block that are code.
    code: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) if self.in_front_matter => {
                self.front_matter.get_or_insert_default().push_str(&text);
            }
            Event::Text(text) if self.in_heading && self.images > 0 => {
                self.alternatives.push((self.image, text.into_string(), range));
            }
            _ if self.hidden > 0 => {}
            Event::Text(text) => self.text(&text, range),
            Event::Code(code) | Event::InlineMath(code) => self.inline_code(&code, range),
            Event::SoftBreak if self.is_unspaced(&range) => {}
            Event::SoftBreak | Event::HardBreak => self.out.decoded("\n", range),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => {
                self.out.decoded("\n", range);
            }
            Event::Rule => self.out.end_block(BlockKind::Paragraph),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        self.bold += if self.bold_depth > 0 { text.len() } else { 0 };
        self.italic += if self.italic_depth > 0 { text.len() } else { 0 };
        if self.source[..range.start].ends_with('\\') {
            self.out.open_mark(range.start - 1);
        }
        if self.source.get(range.clone()) == Some(text) {
            self.out.verbatim(text, range.start);
        } else {
            let source = self.source.get(range.clone()).unwrap_or("");
            self.out.aligned(text, source, range.start);
        }
    }

    /// A block of HTML goes the way of HTML.
    fn html(&mut self, range: Range<usize>) {
        let parsed = html::read(&self.source[range.clone()], HtmlMode::Page);
        if let Origin::Runs(runs) = &parsed.origin {
            self.out.append(&parsed.text, &parsed.blocks, runs, range.start);
        }
    }

    /// Whether a line was broken between two characters of a script that sets
    /// no spaces between words.
    fn is_unspaced(&self, range: &Range<usize>) -> bool {
        let is_wide = |c: char| matches!(c as u32, 0x2e80..=0x9fff | 0xf900..=0xfaff | 0xff00..=0xffef);
        let before = self.source[..range.start].trim_end().chars().next_back();
        let behind = self.source[range.end..].trim_start().chars().next();
        before.is_some_and(is_wide) && behind.is_some_and(is_wide)
    }

    /// Code inside a sentence is part of what the sentence says.
    fn inline_code(&mut self, code: &str, range: Range<usize>) {
        let marked = self.source.get(range.clone()).unwrap_or("");
        let fence =
            marked.bytes().take_while(|byte| marked.starts_with(*byte as char)).count();
        let inside = marked.get(fence..marked.len() - fence).unwrap_or("");
        self.out.open_mark(range.start);
        self.out.aligned(code, inside, range.start + fence);
        self.out.close_mark(range.end);
        self.code += code.len();
    }

    /// In a heading that has no words of its own, those for its first image are
    /// all there may be: `# ![The Mill](logo.svg)`.
    fn image_heading(&mut self, heading: usize) {
        let alternatives = std::mem::take(&mut self.alternatives);
        if self.hidden > 0 || !self.out.pending().trim().is_empty() {
            return;
        }
        let Some(first) = alternatives.first().map(|(image, ..)| *image) else { return };
        self.out.open_mark(heading);
        for (_, text, range) in
            alternatives.into_iter().take_while(|(image, ..)| *image == first)
        {
            self.text(&text, range);
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => {
                self.out.open_mark(range.start);
                self.bold_depth += usize::from(matches!(tag, Tag::Strong));
                self.italic_depth += usize::from(matches!(tag, Tag::Emphasis));
            }
            Tag::Image { .. } => {
                if self.images == 0 {
                    self.image = range.start;
                }
                self.images += 1;
                self.hidden += 1;
            }
            Tag::MetadataBlock(_) => self.in_front_matter = true,
            Tag::HtmlBlock => {
                self.end_block();
                self.html(range);
                self.hidden += 1;
            }
            Tag::CodeBlock(_) | Tag::Table(_) | Tag::FootnoteDefinition(_) => {
                self.end_block();
                self.hidden += 1;
            }
            Tag::List(_) => {
                self.end_block();
                self.lists += 1;
            }
            Tag::BlockQuote(_) => {
                self.end_block();
                self.quotes += 1;
            }
            Tag::Heading { .. } => {
                self.end_block();
                self.in_heading = true;
                self.out.open_mark(range.start);
            }
            Tag::Paragraph | Tag::Item => self.end_block(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                self.bold_depth -= usize::from(matches!(tag, TagEnd::Strong));
                self.italic_depth -= usize::from(matches!(tag, TagEnd::Emphasis));
                if self.hidden == 0 {
                    let is_label =
                        matches!(tag, TagEnd::Strong) && self.is_label(range.end);
                    self.out.close_mark(range.end);
                    if is_label {
                        self.end_as(BlockKind::Other);
                    }
                }
            }
            TagEnd::MetadataBlock(_) => self.in_front_matter = false,
            TagEnd::Image => {
                self.images -= 1;
                self.hidden -= 1;
            }
            TagEnd::CodeBlock
            | TagEnd::Table
            | TagEnd::FootnoteDefinition
            | TagEnd::HtmlBlock => self.hidden -= 1,
            TagEnd::Heading(level) => {
                self.level = level as u8;
                self.image_heading(range.start);
                self.out.close_mark(range.end);
                self.in_heading = false;
                self.end_as(BlockKind::Heading(self.level));
            }
            TagEnd::Paragraph if self.is_bold_line() => {
                self.end_as(BlockKind::Heading(self.level + 1));
            }
            // A line all in italics is a caption or a note on the text.
            TagEnd::Paragraph if self.is_whole(self.italic) => {
                self.end_as(BlockKind::Caption);
            }
            TagEnd::Paragraph | TagEnd::Item => self.end_block(),
            TagEnd::List(_) => {
                self.end_block();
                self.lists -= 1;
            }
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.quotes -= 1;
            }
            _ => {}
        }
    }

    /// A paragraph that is nothing but bold words without a final stop serves
    /// as a heading, one level below the last real one.
    fn is_bold_line(&self) -> bool {
        self.is_whole(self.bold)
            && !self.out.pending().trim().ends_with(['.', '!', ',', ';'])
    }

    /// Whether `marked` bytes are the whole of a short paragraph.
    fn is_whole(&self, marked: usize) -> bool {
        let length = self.out.pending().trim().len();
        self.lists + self.quotes == 0 && (1..=120).contains(&length) && marked == length
    }

    /// Whether what was bold so far is the label of a list item, with the item
    /// behind it: `- **Speed.** It is fast.`
    fn is_label(&self, end: usize) -> bool {
        let text = self.out.pending().trim();
        let behind = self.source[end..].lines().next().unwrap_or("");
        self.lists > 0
            && self.bold == text.len()
            && text.split_whitespace().count() <= 2
            && text.ends_with(['.', ':'])
            && behind.starts_with(' ')
            && !behind.trim().is_empty()
    }

    fn end_block(&mut self) {
        let is_code = self.code > 0 && self.code == self.out.pending().trim().len();
        self.end_as(match (self.lists, self.quotes) {
            _ if is_code => BlockKind::Other,
            (0, 0) => BlockKind::Paragraph,
            (0, _) => BlockKind::Quote,
            _ => BlockKind::ListItem,
        });
    }

    fn end_as(&mut self, kind: BlockKind) {
        self.out.end_block(kind);
        (self.bold, self.italic, self.code) = (0, 0, 0);
    }

    fn finish(mut self) -> Parsed {
        self.end_block();
        let named = self.front_matter.as_deref().and_then(title_field);
        let title = named.or_else(|| self.out.title());
        let (text, blocks, origin) = self.out.finish();
        Parsed { text, blocks, origin, title, ..Parsed::default() }
    }
}

/// The length of a JSON object that a document begins with, and its title.
fn json_front_matter(source: &str) -> Option<(usize, String)> {
    if !source.starts_with('{') {
        return None;
    }
    let mut values =
        serde_json::Deserializer::from_str(source).into_iter::<serde_json::Value>();
    let title = values.next()?.ok()?.get("title")?.as_str()?.to_string();
    let length = values.byte_offset();
    source[length..].starts_with(['\n', '\r']).then_some((length, title))
}

/// The `title` field of YAML or TOML front matter.
fn title_field(front_matter: &str) -> Option<String> {
    let value = front_matter.lines().find_map(|line| {
        line.strip_prefix("title")?.trim_start().strip_prefix([':', '=']).map(str::trim)
    })?;
    let between = |mark: &char| value.strip_prefix(*mark)?.strip_suffix(*mark);
    let value = ['"', '\''].iter().find_map(between).unwrap_or(value);
    (!value.is_empty()).then(|| value.to_string())
}
