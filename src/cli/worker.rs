//! What each thread does with a job: read, summarise, render.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use base64::Engine;

use super::input::Input;
use super::jobs::{Job, Work, read_file};
use super::messages;
use super::stream::Rendered;
use super::values::OutputFormat;
use crate::error::{Error, Result};
use crate::options::{Format, Options};
use crate::read::{by_extension, looks_like};
use crate::render::{json, markdown, text};
use crate::summarizer::Summarizer;
use crate::summary::{FailedSource, Failure, SCHEMA_VERSION, SourcePath, Summary};

/// What every worker knows.
#[derive(Debug)]
pub struct Plan<'a> {
    pub inputs: &'a [Input],
    pub options: &'a Options,
    pub format: OutputFormat,
    pub layout: text::Layout,
    pub max_record_bytes: u64,
}

/// What comes of a job: the rendered documents, in order, and the index of
/// their input.
#[derive(Debug)]
pub struct Done {
    pub input: usize,
    /// Whether the documents are records of one file.
    pub records: bool,
    pub rendered: Vec<Rendered>,
    /// Why a walked file was passed over, if it was.
    pub skipped: Option<&'static str>,
}

/// A thread's own state.
pub struct Worker<'a> {
    plan: &'a Plan<'a>,
    summarizer: Summarizer,
}

impl<'a> Worker<'a> {
    /// A worker of its own.
    ///
    /// # Errors
    /// As [`Summarizer::new`].
    pub fn new(plan: &'a Plan<'a>) -> Result<Self> {
        Ok(Worker { plan, summarizer: Summarizer::new(plan.options.clone())? })
    }

    /// Does `job`.
    pub fn work(&mut self, job: Job) -> Done {
        let input = &self.plan.inputs[job.input];
        let mut done = Done {
            input: job.input,
            records: false,
            rendered: Vec::new(),
            skipped: None,
        };
        match job.work {
            Work::Failed(line, message) => {
                done.records = line.is_some();
                done.rendered.push(failed(input, line, None, message));
            }
            Work::Bytes(bytes) => done.rendered.push(self.document(input, bytes)),
            Work::Records(first, bytes) => {
                done.records = true;
                done.rendered = self.records(input, first, &bytes);
            }
            Work::File => match self.file(input) {
                Ok(rendered) => done.rendered.push(rendered),
                Err(reason) => done.skipped = Some(reason),
            },
        }
        done
    }

    /// Reads and summarises a file; a binary one found in a directory is
    /// passed over.
    fn file(&mut self, input: &Input) -> std::result::Result<Rendered, &'static str> {
        let path = input.path().unwrap_or(Path::new(""));
        match read_file(path, self.plan.options.read.max_bytes) {
            Err(error) => Ok(failed(input, None, None, messages::io(&error))),
            Ok(bytes) => {
                let walked = matches!(input, Input::File { walked: true, .. });
                match looks_like(&bytes)
                    .filter(|_| walked && self.plan.options.read.encoding.is_none())
                {
                    Some(kind) => Err(kind),
                    None => Ok(self.document(input, bytes)),
                }
            }
        }
    }

    fn document(&mut self, input: &Input, bytes: Vec<u8>) -> Rendered {
        let hint = input.path().map_or(Format::Auto, by_extension);
        match self.guarded(|summarizer| summarizer.summarize_bytes(bytes, hint)) {
            Ok(summary) => self.summary(input, summary, name(input)),
            Err(trouble) => error(input, None, trouble),
        }
    }

    fn records(&mut self, input: &Input, first: u64, bytes: &[u8]) -> Vec<Rendered> {
        let mut rendered = Vec::new();
        let lines = bytes.split(|byte| *byte == b'\n').zip(first..);
        for (line, number) in lines {
            let line = if number == 1 {
                line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line)
            } else {
                line
            };
            if line.trim_ascii().is_empty() {
                continue;
            }
            if line.len() as u64 > self.plan.max_record_bytes {
                let message = overlong(self.plan.max_record_bytes);
                rendered.push(failed(input, Some(number), None, message));
                continue;
            }
            rendered.push(
                match self.guarded(|summarizer| summarizer.summarize_record(line)) {
                    Ok(summary) => {
                        let label = summary
                            .source
                            .id
                            .clone()
                            .unwrap_or_else(|| number.to_string());
                        self.summary(input, summary, format!("{}:{label}", name(input)))
                    }
                    Err(trouble) => error(input, Some(number), trouble),
                },
            );
        }
        rendered
    }

    /// Runs `summarize`; a panic in it is an error of this document alone.
    fn guarded(
        &mut self,
        summarize: impl FnOnce(&mut Summarizer) -> Result<Summary>,
    ) -> std::result::Result<Summary, Trouble> {
        let summarizer = &mut self.summarizer;
        match catch_unwind(AssertUnwindSafe(|| summarize(summarizer))) {
            Ok(result) => result.map_err(Trouble::Error),
            Err(panic) => {
                if let Ok(fresh) = Summarizer::new(self.plan.options.clone()) {
                    self.summarizer = fresh;
                }
                Err(Trouble::Panic(panicked(panic.as_ref())))
            }
        }
    }

    fn summary(&self, input: &Input, mut summary: Summary, name: String) -> Rendered {
        summary.source.path = input.path().map(source_path);
        let title =
            input.path().and_then(Path::file_name).map(|name| name.to_string_lossy());
        let body = match self.plan.format {
            OutputFormat::Text => text::render(&summary, self.plan.layout),
            OutputFormat::Markdown => markdown::render(&summary, title.as_deref()),
            OutputFormat::Json | OutputFormat::Ndjson => json::line(&summary),
        };
        let on_terminal = self.plan.layout.width.is_some();
        let is_safe = !on_terminal || self.plan.format == OutputFormat::Text;
        Rendered {
            body: if is_safe { body } else { text::neutral(&body) },
            name: one_line(&name),
            error: None,
            sentences: summary.source.sentences as u64,
            bytes: summary.source.bytes,
            warnings: summary.warnings,
        }
    }
}

/// The error that `trouble` is of this input.
fn error(input: &Input, line: Option<u64>, trouble: Trouble) -> Rendered {
    let id = match &trouble {
        Trouble::Error(Error::Record { id, .. }) => id.clone(),
        _ => None,
    };
    let message = match trouble {
        Trouble::Error(error) => error.to_string(),
        Trouble::Panic(what) => {
            format!("internal error ({what}); please report it with this document")
        }
    };
    let file = input.path().map_or("FILE".into(), |path| path.display().to_string());
    failed(input, line, id, message.replace("FILE.pdf", &file).replace("FILE", &file))
}

fn failed(
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
        body: json::line(&failure),
        name: line.map_or(place.clone(), |line| format!("{place}:{line}")),
        error: Some(failure.message),
        ..Rendered::default()
    }
}

/// What is said of a record with more than `limit` bytes.
pub fn overlong(limit: u64) -> String {
    format!("the record has more bytes than the limit of {limit}")
}

/// Why a document has no summary.
enum Trouble {
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

/// `name` without characters that would break the line it stands in.
fn one_line(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// A path as the JSON holds it.
fn source_path(path: &Path) -> SourcePath {
    if let Some(text) = path.to_str() {
        SourcePath::Text(text.to_string())
    } else {
        let bytes = path.as_os_str().as_encoded_bytes();
        SourcePath::Bytes {
            bytes: base64::engine::general_purpose::STANDARD.encode(bytes),
        }
    }
}
