//! Jobs to documents: reads and decodes bytes, separates records, and words the errors.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use base64::Engine;

use super::input::Input;
use super::jobs::{Job, Work, is_larger, read_file};
use super::stream::Rendered;
use super::{messages, room};
use crate::document::Document;
use crate::error::{Error, Result};
use crate::options::{Format, ReadOptions};
use crate::read::{self, by_extension, looks_like};
use crate::render::json;
use crate::summary::{FailedSource, Failure, SCHEMA_VERSION, SourcePath};

/// So much of a file that is too large is read, in bytes.
const HEAD: u64 = 64 << 10;

/// What comes of a job before it is summarised.
#[derive(Debug)]
pub struct Reading {
    /// The index of the input.
    pub input: usize,
    /// Whether the documents are records of one file.
    pub records: bool,
    /// The documents in order.
    pub documents: Vec<Read>,
    /// Why a walked file was passed over, if it was.
    pub skipped: Option<&'static str>,
}

/// A document, or the error it is.
pub type Read = std::result::Result<Named, Rendered>;

/// A document with the name that messages and headers give it.
#[derive(Debug)]
pub struct Named {
    pub name: String,
    pub document: Document,
    /// The line it stands in, if it is a record.
    pub line: Option<u64>,
}

/// Reads the documents of jobs.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    pub inputs: &'a [Input],
    pub options: &'a ReadOptions,
    pub max_record_bytes: u64,
}

impl Reader<'_> {
    /// Reads what `job` names.
    pub fn read(&self, job: Job) -> Reading {
        let input = &self.inputs[job.input];
        let mut reading = Reading {
            input: job.input,
            records: false,
            documents: Vec::new(),
            skipped: None,
        };
        match job.work {
            Work::Failed(line, message) => {
                reading.records = line.is_some();
                reading.documents.push(Err(failed(input, line, None, message)));
            }
            Work::Bytes(bytes) => reading.documents.push(self.document(input, bytes)),
            Work::Records(first, bytes) => {
                reading.records = true;
                reading.documents = self.records(input, first, &bytes);
            }
            Work::File => match self.file(input) {
                Ok(document) => reading.documents.push(document),
                Err(reason) => reading.skipped = Some(reason),
            },
        }
        reading
    }

    /// Reads a file; a binary one found in a directory is passed over.
    fn file(&self, input: &Input) -> std::result::Result<Read, &'static str> {
        let path = input.path().unwrap_or(Path::new(""));
        let limit = self.options.max_bytes;
        let is_too_large = is_larger(path, limit);
        // The beginning of a file tells what kind it is.
        let bytes = match read_file(path, if is_too_large { HEAD } else { limit }) {
            Err(error) => {
                return Ok(Err(failed(input, None, None, messages::io(&error))));
            }
            Ok(bytes) => bytes,
        };
        let walked = matches!(input, Input::File { walked: true, .. });
        let is_archive = matches!(by_extension(path), Format::Docx | Format::Epub);
        let kind = looks_like(&bytes)
            .filter(|_| walked && self.options.encoding.is_none())
            .filter(|kind| !(is_archive && *kind == "a ZIP archive"));
        match kind {
            Some(kind) => Err(kind),
            None if is_too_large => {
                let trouble = Trouble::Error(Error::TooLarge { bytes: limit + 1, limit });
                Ok(Err(error(input, None, trouble)))
            }
            None => Ok(self.document(input, bytes)),
        }
    }

    fn document(&self, input: &Input, bytes: Vec<u8>) -> Read {
        // Those of a compressed file are more than the file has.
        if !room::is_there(bytes.len() as u64) {
            return Err(failed(input, None, None, room::NONE.into()));
        }
        let hint = input.path().map_or(Format::Auto, by_extension);
        let document = guarded(|| read::read(bytes, hint, self.options))
            .map_err(|trouble| error(input, None, trouble))?;
        Ok(Named { name: messages::one_line(&name(input)), document, line: None })
    }

    fn records(&self, input: &Input, first: u64, bytes: &[u8]) -> Vec<Read> {
        let mut documents = Vec::new();
        let ends = memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]);
        let mut start = 0;
        for (end, number) in ends.zip(first..) {
            let line = &bytes[start..end];
            start = end + 1;
            // Every file may begin with a mark of the byte order, also behind others.
            let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
            if !line.trim_ascii().is_empty() {
                documents.push(self.record(input, number, line));
            }
        }
        documents
    }

    fn record(&self, input: &Input, number: u64, line: &[u8]) -> Read {
        if line.len() as u64 > self.max_record_bytes {
            let message = overlong(self.max_record_bytes);
            return Err(failed(input, Some(number), None, message));
        }
        let document = guarded(|| read::jsonl::read(line, self.options))
            .map_err(|trouble| error(input, Some(number), trouble))?;
        let label = document.id.clone().unwrap_or_else(|| number.to_string());
        let name = messages::one_line(&format!("{}:{label}", name(input)));
        Ok(Named { name, document, line: Some(number) })
    }
}

/// Does `work`; a panic in it is an error of its document alone.
pub fn guarded<T>(work: impl FnOnce() -> Result<T>) -> std::result::Result<T, Trouble> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(Trouble::Error),
        Err(panic) => Err(Trouble::Panic(panicked(panic.as_ref()))),
    }
}

/// The error that `trouble` is of this input.
pub fn error(input: &Input, line: Option<u64>, trouble: Trouble) -> Rendered {
    let id = match &trouble {
        Trouble::Error(Error::Record { id, .. }) => id.clone(),
        _ => None,
    };
    let message = match trouble {
        Trouble::Error(error @ Error::TooLarge { .. }) => {
            format!("{error}; see --max-bytes")
        }
        Trouble::Error(error) => error.to_string(),
        Trouble::Panic(what) => {
            format!("internal error ({what}); please report it with this document")
        }
    };
    let file = input.path().map_or("FILE".into(), |path| path.display().to_string());
    failed(input, line, id, message.replace("FILE", &file))
}

/// The error `message` of this input.
pub fn failed(
    input: &Input,
    line: Option<u64>,
    id: Option<String>,
    message: String,
) -> Rendered {
    let path = input.path().map(source_path);
    let source = FailedSource { path, id };
    let failure = Failure { schema_version: SCHEMA_VERSION, source, line, message };
    let place = name(input);
    Rendered {
        body: json::line(&failure).into_bytes(),
        name: line.map_or(place.clone(), |line| format!("{place}:{line}")),
        error: Some(failure.message.into()),
        ..Rendered::default()
    }
}

/// What is said of a record with more than `limit` bytes.
pub fn overlong(limit: u64) -> String {
    format!("it has more than the limit of {limit} bytes; see --max-record-bytes")
}

/// Why a document has no summary.
#[derive(Debug)]
pub enum Trouble {
    Error(Error),
    Panic(String),
}

fn panicked(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_string());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

/// What an input is called in messages and headers.
pub fn name(input: &Input) -> String {
    match input.path() {
        None => "standard input".into(),
        Some(path) if path.as_os_str().is_empty() => "''".into(),
        Some(path) => path.display().to_string(),
    }
}

/// A path as the JSON holds it.
pub fn source_path(path: &Path) -> SourcePath {
    if let Some(text) = path.to_str() {
        SourcePath::Text(text.to_string())
    } else {
        let bytes = path.as_os_str().as_encoded_bytes();
        SourcePath::Bytes {
            bytes: base64::engine::general_purpose::STANDARD.encode(bytes),
        }
    }
}
