//! Results to one output: what each format puts before, between and after documents.

use super::output::{Failure, Sink};
use super::page::Page;
use super::values::OutputFormat;
use crate::render::html::Entry;
use crate::render::json;
use crate::summary::{End, SCHEMA_VERSION};

/// The outcome of one document, rendered.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Which piece of its output this is, and the piece.
    pub piece: Piece,
    pub body: Vec<u8>,
    /// The name over it, where text formats show several documents.
    pub name: String,
    /// What its page says of it; nothing in other formats.
    pub entry: Option<Box<Entry>>,
    /// Why it failed, if it did.
    pub error: Option<Box<str>>,
    pub warnings: Vec<String>,
    /// How many documents it is the summary of.
    pub documents: u32,
    pub sentences: u64,
    pub bytes: u64,
}

/// Which piece of a document's output something is. What is said of the document
/// comes with the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Piece {
    #[default]
    Whole,
    First,
    Next,
    Last,
}

impl Piece {
    pub fn begins(self) -> bool {
        matches!(self, Piece::Whole | Piece::First)
    }

    fn ends(self) -> bool {
        matches!(self, Piece::Whole | Piece::Last)
    }
}

/// An output with the documents written so far.
#[derive(Debug)]
pub struct Stream {
    sink: Sink,
    format: OutputFormat,
    /// Whether it can hold more than one document.
    many: bool,
    flush_each: bool,
    end: End,
    /// Documents written.
    written: u64,
    page: Page,
}

impl Stream {
    pub fn new(sink: Sink, format: OutputFormat, many: bool, flush_each: bool) -> Self {
        let end = End { schema_version: SCHEMA_VERSION, ..End::default() };
        let page = Page::new(many);
        Stream { sink, format, many, flush_each, end, written: 0, page }
    }

    /// Writes one document, or a piece of it.
    pub fn document(&mut self, rendered: &Rendered) -> Result<(), Failure> {
        let (begins, ends) = (rendered.piece.begins(), rendered.piece.ends());
        if rendered.error.is_some() {
            self.end.failed += 1;
        }
        self.end.documents += u64::from(rendered.documents);
        self.end.sentences += rendered.sentences;
        self.end.bytes += rendered.bytes;
        if self.format == OutputFormat::Html {
            return self.page.add(rendered, &mut self.sink);
        }
        let is_text = matches!(self.format, OutputFormat::Text | OutputFormat::Markdown);
        if is_text && rendered.error.is_some() {
            return Ok(());
        }
        if begins {
            self.separate(&rendered.name)?;
            self.written += 1;
        }
        let body = &rendered.body;
        let body = match self.format {
            OutputFormat::Json if self.many => body.strip_suffix(b"\n").unwrap_or(body),
            _ => body,
        };
        if self.format == OutputFormat::Ndjson && rendered.piece != Piece::Whole {
            self.sink.write_piece(body, ends)?;
        } else {
            self.sink.write(body)?;
        }
        if self.flush_each && ends { self.sink.flush() } else { Ok(()) }
    }

    fn separate(&mut self, name: &str) -> Result<(), Failure> {
        let is_first = self.written == 0;
        match self.format {
            OutputFormat::Text if self.many => {
                let gap = if is_first { "" } else { "\n" };
                self.sink.write(format!("{gap}==> {name} <==\n").as_bytes())
            }
            OutputFormat::Markdown if !is_first => self.sink.write(b"\n"),
            OutputFormat::Json if self.many => {
                self.sink.write(if is_first { b"[\n" } else { b",\n" })
            }
            _ => Ok(()),
        }
    }

    /// Writes what comes last and finishes the output.
    pub fn finish(mut self, durable: bool) -> Result<(), Failure> {
        match self.format {
            OutputFormat::Json if self.many => {
                let close: &[u8] = if self.written == 0 { b"[]\n" } else { b"\n]\n" };
                self.sink.write(close)?;
            }
            OutputFormat::Ndjson => self.sink.write(json::line(&self.end).as_bytes())?,
            OutputFormat::Html => self.page.write(&mut self.sink)?,
            _ => {}
        }
        self.sink.finish(durable)
    }
}
