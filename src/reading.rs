//! The whole text with what decided on its sentences, for renderers that show
//! both. It is no part of the JSON contract.

use serde_json::{Map, Value};

/// The text of a summary's source, in order, as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The passages. They hold every sentence of
    /// [`Summary::sentences`](crate::Summary::sentences) once, in order.
    pub passages: Vec<Passage>,
    /// For each section, and in it for each sentence of its summary: the parts
    /// of the score that the sentence has there.
    pub sections: Vec<Vec<Map<String, Value>>>,
}

/// A heading, a paragraph, or another stretch of text set off from the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// The index of its section.
    pub section: usize,
    /// What stands in it, in order.
    pub pieces: Vec<Piece>,
}

/// What a passage is for the reader.
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
    /// What is said of a figure or table.
    Caption,
    /// Text that keeps its lines: code, tables, addresses, page headers.
    Verbatim,
}

/// A sentence, or text that is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// The index of a sentence in [`Summary::sentences`](crate::Summary::sentences).
    Sentence(usize),
    /// Text outside sentences: a list mark, a speaker's name, the space between
    /// two sentences.
    Text(String),
}
