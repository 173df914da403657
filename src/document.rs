//! The nouns of the pipeline: what a reader produces and the later stages refer
//! to. Plain data: [`Document`] owns the text, and everything
//! after it holds only spans and indices.

use crate::language::Language;
use crate::options::Format;
use crate::read::origin::Origin;

/// A half-open range of bytes in [`Document::text`], on character boundaries.
///
/// Offsets are 32-bit, which halves the memory of a long document; a text of
/// 4 GiB or more is refused when it is read.
///
/// ```
/// use epitome::Span;
/// assert_eq!(Span { start: 2, end: 5 }.of("a cat sat"), "cat");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span of `range`, which must lie within a text below 4 GiB.
    ///
    /// ```
    /// use epitome::Span;
    /// let text = "Ice broke it. It was old.";
    /// let at = text.find("It").unwrap();
    /// assert_eq!(Span::new(at..text.len()).of(text), "It was old.");
    /// ```
    #[must_use]
    pub fn new(range: std::ops::Range<usize>) -> Self {
        debug_assert!(u32::try_from(range.end).is_ok());
        Span { start: range.start as u32, end: range.end as u32 }
    }

    /// The span as a range of `usize`.
    ///
    /// ```
    /// let span = epitome::Span { start: 4, end: 9 };
    /// assert_eq!(&"Ice broke it."[span.range()], "broke");
    /// ```
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text that the span covers.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The span behind `length` more bytes of text.
    pub(crate) fn behind(self, length: u32) -> Self {
        Span { start: self.start + length, end: self.end + length }
    }

    /// Whether the span covers nothing.
    ///
    /// ```
    /// use epitome::Span;
    /// assert!(Span::default().is_empty());
    /// assert!(!Span { start: 4, end: 9 }.is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// What a block of text is to the reader of the document.
///
/// ```
/// use epitome::{BlockKind, Format, Options, read};
/// let source = "# Ice\n\nIt broke:\n\n- the wall\n\n> The old one!\n";
/// let document = read::read(source.into(), Format::Markdown, &Options::default().read)?;
/// let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
/// use BlockKind::{Heading, ListItem, Paragraph, Quote};
/// assert_eq!(kinds, [Heading(1), Paragraph, ListItem, Quote]);
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// The heading of a section, with its level: 1 is the highest.
    Heading(u8),
    /// Running prose.
    Paragraph,
    /// One item of a list, without its bullet or number.
    ListItem,
    /// A quotation set off from the text.
    Quote,
    /// Exactly one sentence, which was given as one and is never divided.
    Sentence,
    /// The caption of a figure or table: its sentences are never chosen.
    Caption,
    /// Code, tables, metadata, contents lists and the like, which have no sentences.
    Other,
}

/// A run of text with one purpose. Blocks are in order and never overlap.
///
/// ```
/// use epitome::{BlockKind, Format, Options, read};
/// let document = read::read("- tea\n- coffee\n".into(), Format::Text, &Options::default().read)?;
/// let items = document.blocks.iter().filter(|block| block.kind == BlockKind::ListItem);
/// let texts: Vec<&str> = items.map(|block| block.span.of(&document.text)).collect();
/// assert_eq!(texts, ["tea", "coffee"]);
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where the block stands, without list marks and surrounding white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A heading and the text under it, up to the next heading.
///
/// ```
/// use epitome::{Format, Options, read, segment};
/// let options = Options::default();
/// let text = "Sea\n===\n\nIt rose. It fell.\n";
/// let document = read::read(text.into(), Format::Text, &options.read)?;
/// let section = &segment::segment(&document, &options.segment).sections[0];
/// assert_eq!(section.heading.map(|span| span.of(text)), Some("Sea"));
/// assert_eq!((section.level, section.sentences.len()), (1, 2));
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading, or `None` for text before the first heading.
    pub heading: Option<Span>,
    /// The heading's level, 1 to 6 as a rule; 1 where there is no heading.
    pub level: u8,
    /// From the heading to the end of the section's own text.
    pub span: Span,
    /// The section's sentences, as a range of sentence indices.
    pub sentences: std::ops::Range<usize>,
}

/// One sentence of the document.
///
/// ```
/// use epitome::{Format, Language, Options, read, segment};
/// let mut options = Options::default();
/// options.read.language = Language::from_code("en");
/// let text = "Ames opened the gate. However, nobody came.";
/// let document = read::read(text.into(), Format::Text, &options.read)?;
/// let sentences = segment::segment(&document, &options.segment).sentences;
/// assert_eq!(sentences[1].span.of(text), "However, nobody came.");
/// assert!(sentences[1].leans && !sentences[0].leans);
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where the sentence stands, without surrounding white space.
    pub span: Span,
    /// The index of its section.
    pub section: u32,
    /// Whether a summary may hold it.
    pub candidate: bool,
    /// Whether it begins with a word that depends on the sentence before it
    /// (`He`, `However`).
    pub leans: bool,
}

/// A document as read: its text, its blocks in order, and where both came from.
///
/// ```
/// use epitome::{Format, Options, read};
/// let page = b"<title>Ice</title><p>It broke the wall &amp; the gate.</p>".to_vec();
/// let document = read::read(page, Format::Html, &Options::default().read)?;
/// assert_eq!(document.title.as_deref(), Some("Ice"));
/// assert_eq!(document.text.trim(), "It broke the wall & the gate.");
/// assert_eq!((document.language.code(), document.encoding), ("en", "utf-8"));
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Document {
    /// The text as a person reads it: markup dropped, entities decoded. For
    /// plain text it is the source itself.
    pub text: String,
    /// The blocks of the text, in order, without overlap.
    pub blocks: Vec<Block>,
    /// Maps offsets in `text` back to offsets in the source.
    pub origin: Origin,
    /// The title, if the document has one.
    pub title: Option<String>,
    /// The language of the text.
    pub language: Language,
    /// The format it was read as; never [`Format::Auto`].
    pub format: Format,
    /// The name that the text's encoding has in the WHATWG Encoding Standard, in lower case.
    pub encoding: &'static str,
    /// How many undecodable byte sequences became U+FFFD.
    pub replaced: usize,
    /// The size of the source in bytes, before decoding.
    pub bytes: u64,
    /// The record's identifier, where the source is a record.
    pub id: Option<String>,
    /// What the user should know about the reading.
    pub warnings: Vec<String>,
}
