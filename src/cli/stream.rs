//! Results to one output: what comes before, between and behind documents in
//! each format.

use super::output::{Failure, Sink};
use super::page::Page;
use super::values::OutputFormat;
use crate::render::html::Entry;
use crate::render::json;
use crate::summary::{End, SCHEMA_VERSION};

/// The outcome of one document, rendered.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Its output in the format asked for.
    pub body: String,
    /// The name over it, where text formats show several documents.
    pub name: String,
    /// What its page says of it; nothing in other formats.
    pub entry: Option<Box<Entry>>,
    /// Why it failed, if it did.
    pub error: Option<Box<str>>,
    pub warnings: Vec<String>,
    /// How many documents it is the summary of.
    pub documents: u64,
    pub sentences: u64,
    pub bytes: u64,
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
        Stream { sink, format, many, flush_each, end, written: 0, page: Page::new() }
    }

    /// Writes one document.
    pub fn document(&mut self, rendered: &Rendered) -> Result<(), Failure> {
        match rendered.error {
            Some(_) => self.end.failed += 1,
            None => self.end.documents += rendered.documents,
        }
        self.end.sentences += rendered.sentences;
        self.end.bytes += rendered.bytes;
        if self.format == OutputFormat::Html {
            return self.page.add(rendered);
        }
        let is_text = matches!(self.format, OutputFormat::Text | OutputFormat::Markdown);
        if is_text && rendered.error.is_some() {
            return Ok(());
        }
        self.separate(&rendered.name)?;
        self.written += 1;
        let body = match self.format {
            OutputFormat::Json if self.many => rendered.body.trim_end(),
            _ => &rendered.body,
        };
        self.sink.write(body.as_bytes())?;
        if self.flush_each { self.sink.flush() } else { Ok(()) }
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
