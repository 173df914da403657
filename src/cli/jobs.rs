//! Inputs to jobs: whole documents, which the workers read themselves, and
//! chunks of records.

use std::fs::{File, Metadata};
use std::io::{self, Read};

use super::awaited::Awaited;
use super::compression::{Source, opened};
use super::input::Input;
use super::messages;
use super::reader::overlong;
use super::records::{Chunk, Chunks, looks_like_records};
use super::room::{self, Room};
use crate::options::{Format, ReadOptions};

/// A piece of work, with the index of its input.
#[derive(Debug)]
pub struct Job {
    pub input: usize,
    pub work: Work,
    /// The room that it takes.
    pub room: Option<Room>,
}

impl Job {
    /// The `work` of input number `input`, once there is room for it. What has more
    /// than `limit` bytes is refused by its reader.
    fn new(input: usize, inputs: &[Input], work: Work, limit: u64) -> Self {
        let size = match (&work, inputs[input].path()) {
            (Work::File, Some(path)) => {
                let found = std::fs::metadata(path).ok().filter(Metadata::is_file);
                found.map_or(0, |found| found.len())
            }
            (Work::Bytes(bytes) | Work::Records(_, bytes), _) => bytes.len() as u64,
            _ => 0,
        };
        let line = if let Work::Records(line, _) = &work { Some(*line) } else { None };
        match Room::claim(if size > limit { 0 } else { size }) {
            Some(room) => Job { input, work, room: Some(room) },
            None => {
                Job { input, work: Work::Failed(line, room::NONE.into()), room: None }
            }
        }
    }
}

#[derive(Debug)]
pub enum Work {
    /// The file is read by the worker.
    File,
    /// A document that was read already.
    Bytes(Vec<u8>),
    /// Lines of records, the first of which has this number.
    Records(u64, Vec<u8>),
    /// Nothing can be read; the line where it is a record's.
    Failed(Option<u64>, String),
}

/// The jobs of `inputs`, in order.
pub struct Jobs<'a> {
    inputs: &'a [Input],
    options: &'a ReadOptions,
    max_record_bytes: u64,
    next: usize,
    /// Whether nothing is said of waiting.
    quiet: bool,
    /// The JSONL source being read.
    open: Option<Chunks<Source>>,
}

impl<'a> Jobs<'a> {
    pub fn new(
        inputs: &'a [Input],
        options: &'a ReadOptions,
        max_record_bytes: u64,
        quiet: bool,
    ) -> Self {
        Jobs { inputs, options, max_record_bytes, next: 0, quiet, open: None }
    }

    /// The work of an input, or `None` if it is JSONL and now open.
    fn begin(&mut self, input: &Input) -> io::Result<Option<Work>> {
        let format = input.format(self.options.format);
        let source: Source = match input {
            Input::Failed { message, .. } => {
                return Ok(Some(Work::Failed(None, message.clone())));
            }
            Input::File { path, .. }
                if matches!(format, Format::Auto | Format::Jsonl) =>
            {
                opened(File::open(path)?)?
            }
            Input::File { .. } => return Ok(Some(Work::File)),
            Input::Stdin => opened(Awaited::new(io::stdin(), self.quiet))?,
        };
        // Records are found by their line ends, so they must be UTF-8 by then.
        let source =
            if format == Format::Jsonl { decoded(source, self.options) } else { source };
        let mut chunks = Chunks::new(source, self.max_record_bytes);
        let is_jsonl = format == Format::Jsonl
            || format == Format::Auto
                && looks_like_records(chunks.head()?, &self.options.text_field);
        if is_jsonl {
            self.open = Some(chunks);
            return Ok(None);
        }
        // A reader refuses it from its size alone.
        if input.path().is_some_and(|path| is_larger(path, self.options.max_bytes)) {
            return Ok(Some(Work::File));
        }
        // It may be a pipe, which gives its bytes only once.
        Ok(Some(Work::Bytes(chunks.rest(self.options.max_bytes)?)))
    }

    /// The job of doing `work` for the input last begun.
    fn job(&self, work: Work) -> Job {
        Job::new(self.next - 1, self.inputs, work, self.options.max_bytes)
    }

    /// The next chunk of the open source, or `None` at its end.
    fn go_on(&mut self) -> Option<Work> {
        let chunks = self.open.as_mut()?;
        match chunks.next() {
            Ok(Some(Chunk::Lines(first, bytes))) => Some(Work::Records(first, bytes)),
            Ok(Some(Chunk::Overlong(line))) => {
                Some(Work::Failed(Some(line), overlong(self.max_record_bytes)))
            }
            Ok(None) => {
                self.open = None;
                None
            }
            Err(error) => {
                self.open = None;
                Some(Work::Failed(None, messages::io(&error)))
            }
        }
    }
}

impl Iterator for Jobs<'_> {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        loop {
            if let Some(work) = self.go_on() {
                return Some(self.job(work));
            }
            let inputs = self.inputs;
            let input = inputs.get(self.next)?;
            self.next += 1;
            let work = self.begin(input);
            let work = work
                .unwrap_or_else(|error| Some(Work::Failed(None, messages::io(&error))));
            if let Some(work) = work {
                return Some(self.job(work));
            }
        }
    }
}

/// `source` as UTF-8: decoded as the label given or its mark says, otherwise
/// as it is.
fn decoded(source: Source, options: &ReadOptions) -> Source {
    let label = options.encoding.as_deref();
    let encoding =
        label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    let mut builder = encoding_rs_io::DecodeReaderBytesBuilder::new();
    Box::new(builder.encoding(encoding).utf8_passthru(true).strip_bom(true).build(source))
}

/// Whether the file `path` has more than `limit` bytes, compressed or not.
pub fn is_larger(path: &std::path::Path, limit: u64) -> bool {
    std::fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() > limit)
}

/// Reads a file whole, opened if it is compressed, unless it has more than
/// `limit` bytes; then it gives one byte more than that.
pub fn read_file(path: &std::path::Path, limit: u64) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    let mut bytes = Vec::new();
    if size <= limit {
        bytes.try_reserve_exact(size as usize + 1)?;
    }
    opened(file)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
