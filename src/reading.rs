//! The whole text with the reasons for the choice of sentences, for renderers that show
//! both. It is not part of the JSON contract.

use std::borrow::Cow;

use serde_json::{Map, Value};

/// The text of a summary's source, in order.
///
/// ```
/// let mut options = epitome::Options::default();
/// options.output.reading = true;
/// let text = "Ice\n===\n\nIt broke the wall. Nobody was hurt.\n";
/// let summary = epitome::Summarizer::new(options)?.summarize(text)?;
/// let reading = summary.reading.unwrap();
/// assert_eq!(reading.passages.len(), 2);
/// assert!(reading.sections[0][0].contains_key("position"));
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The passages. They hold every sentence of
    /// [`Summary::sentences`](crate::Summary::sentences) once, in order.
    pub passages: Vec<Passage>,
    /// For each section, and for each sentence of its summary, the parts
    /// of the sentence's score within that section.
    pub sections: Vec<Vec<Map<String, Value>>>,
}

/// A heading, a paragraph, or another stretch of text set off from the rest.
///
/// ```
/// use epitome::reading::{Passage, PassageKind, Piece};
/// let pieces = vec![Piece::Sentence(0), Piece::Text(" ".into()), Piece::Sentence(1)];
/// let passage = Passage { kind: PassageKind::Paragraph, section: 0, pieces };
/// let sentences = passage.pieces.iter().filter(|piece| matches!(piece, Piece::Sentence(_)));
/// assert_eq!(sentences.count(), 2);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// The index of its section.
    pub section: usize,
    /// What stands in it, in order.
    pub pieces: Vec<Piece>,
}

/// What a passage is to the reader.
///
/// ```
/// use epitome::reading::PassageKind;
/// fn tag(kind: PassageKind) -> String {
///     match kind {
///         PassageKind::Heading(level) => format!("h{}", level.clamp(1, 6)),
///         PassageKind::Item => "li".into(),
///         PassageKind::Verbatim => "pre".into(),
///         _ => "p".into(),
///     }
/// }
/// assert_eq!(tag(PassageKind::Heading(2)), "h2");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PassageKind {
    /// A heading, with its level: 1 is the highest.
    Heading(u8),
    /// Running prose.
    Paragraph,
    /// One item of a list.
    Item,
    /// A quotation set off from the text.
    Quote,
    /// The caption of a figure or table.
    Caption,
    /// Text that keeps its lines: code, tables, addresses, page headers.
    Verbatim,
}

/// A sentence, or text outside sentences.
///
/// ```
/// use epitome::{ScoredSentence, reading::Piece};
/// fn shown<'a>(piece: &'a Piece, sentences: &'a [ScoredSentence]) -> &'a str {
///     match piece {
///         Piece::Sentence(index) => &sentences[*index].pick.text,
///         Piece::Text(text) => text,
///     }
/// }
/// assert_eq!(shown(&Piece::Text("Ames: ".into()), &[]), "Ames: ");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// The index of a sentence in [`Summary::sentences`](crate::Summary::sentences).
    Sentence(usize),
    /// Text outside sentences: a list mark, a speaker's name, the space between
    /// two sentences.
    Text(Cow<'static, str>),
}
