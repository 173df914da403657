//! Writes results, in order, to where they belong, and keeps the exit status.

use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;

use super::args::Args;
use super::input::Input;
use super::messages::{self, Messages};
use super::output::{self, Failure, Sink};
use super::progress::Progress;
use super::stream::{Rendered, Stream};
use super::values::OutputFormat;
use super::worker::Done;
use super::{Status, output_failed};

/// Takes results in order and writes them where they belong.
pub struct Emitter<'a> {
    args: &'a Args,
    format: OutputFormat,
    inputs: &'a [Input],
    /// The file for each input, where each has one of its own.
    files: Vec<PathBuf>,
    /// The open output, and the input it belongs to if it has one of its own.
    open: Option<(usize, Stream)>,
    messages: Messages,
    progress: Progress,
    failed: bool,
    /// How many files found in directories were passed over, and how many
    /// documents came out.
    skipped: usize,
    documents: usize,
    stop: Option<Failure>,
    /// The input whose own output could not be written: nothing more of it is.
    lost: Option<usize>,
    /// The status after an output of its own could not be written.
    broken: Option<Status>,
}

impl<'a> Emitter<'a> {
    pub fn new(
        args: &'a Args,
        inputs: &'a [Input],
        files: Vec<PathBuf>,
        messages: Messages,
        progress: Progress,
    ) -> Self {
        let format = args.output_format();
        Emitter {
            args,
            format,
            inputs,
            files,
            open: None,
            messages,
            progress,
            failed: false,
            skipped: 0,
            documents: 0,
            stop: None,
            lost: None,
            broken: None,
        }
    }

    /// Writes what came of a job.
    pub fn emit(&mut self, done: Done) -> ControlFlow<()> {
        if let Some(reason) = done.skipped {
            self.skipped += 1;
            let path = self.inputs[done.input].path().unwrap_or("".as_ref());
            self.progress.suspend(|| self.messages.skipped(path, reason));
        }
        match self.write(&done) {
            Ok(()) => ControlFlow::Continue(()),
            // The other inputs have outputs of their own.
            Err(failure) if !self.files.is_empty() => {
                self.open = None;
                self.lost = Some(done.input);
                self.broken = Some(output_failed(failure));
                ControlFlow::Continue(())
            }
            Err(failure) => {
                self.stop = Some(failure);
                ControlFlow::Break(())
            }
        }
    }

    fn write(&mut self, done: &Done) -> Result<(), Failure> {
        for rendered in &done.rendered {
            if rendered.piece.begins() {
                self.begin(rendered);
            }
            let alone = !self.files.is_empty() && !done.records;
            let unlisted = rendered.error.is_some() && (alone || !self.lists_errors());
            if unlisted || self.lost == Some(done.input) {
                continue;
            }
            self.stream(done)?.document(rendered)?;
        }
        Ok(())
    }

    /// Says what is to be said of a document, and counts it.
    fn begin(&mut self, rendered: &Rendered) {
        self.failed |= rendered.error.is_some();
        if rendered.error.is_some() || !rendered.warnings.is_empty() {
            self.progress.suspend(|| self.say(rendered));
        }
        if !self.args.merge {
            self.progress.add(rendered.bytes);
        }
        self.documents += 1;
    }

    /// A document of `bytes` is read, and waits for others.
    pub fn read(&mut self, bytes: u64) {
        self.progress.add(bytes);
    }

    /// Says what the user should know of the document called `name`.
    pub fn warn(&self, name: &str, warnings: &[String]) {
        if !warnings.is_empty() {
            self.progress.suspend(|| {
                for what in warnings {
                    self.messages.warning(name, what);
                }
            });
        }
    }

    fn say(&self, rendered: &Rendered) {
        for warning in &rendered.warnings {
            self.messages.warning(&rendered.name, warning);
        }
        if let Some(error) = &rendered.error {
            messages::error(&rendered.name, error);
        }
    }

    /// The output for a job's documents, opened if need be.
    fn stream(&mut self, done: &Done) -> Result<&mut Stream, Failure> {
        let owner = if self.files.is_empty() { 0 } else { done.input };
        if self.open.as_ref().is_none_or(|(open, _)| *open != owner) {
            self.close(false)?;
            let sink = match self.files.get(done.input) {
                Some(file) => {
                    if let Some(parent) = file.parent() {
                        create_directory(parent)?;
                    }
                    Sink::file(file)?
                }
                None => self.sink()?,
            };
            let many = done.records && !self.args.merge
                || self.files.is_empty() && !self.is_single();
            let flush = self.args.line_buffered
                || self.format == OutputFormat::Ndjson
                    && self.args.output.is_none()
                    && output::is_terminal();
            self.open = Some((owner, Stream::new(sink, self.format, many, flush)));
        }
        match &mut self.open {
            Some((_, stream)) => Ok(stream),
            None => Err(Failure::Closed),
        }
    }

    fn sink(&self) -> Result<Sink, Failure> {
        match &self.args.output {
            Some(path) => Sink::file(path),
            None => Ok(Sink::stdout()),
        }
    }

    /// Whether errors stand among the results. One merged summary is one
    /// object, beside which only a stream has room.
    fn lists_errors(&self) -> bool {
        !self.args.merge || self.format == OutputFormat::Ndjson
    }

    /// Whether only one summary is to come.
    fn is_single(&self) -> bool {
        self.args.merge
            || matches!(
                self.inputs,
                [Input::Stdin | Input::Failed { .. } | Input::File { walked: false, .. }]
            )
    }

    fn close(&mut self, durable: bool) -> Result<(), Failure> {
        self.open.take().map_or(Ok(()), |(_, stream)| stream.finish(durable))
    }

    /// Writes what comes last. An error is one of the common output.
    pub fn finish(mut self) -> Result<Status, Failure> {
        if let Some(failure) = self.stop.take() {
            return Err(failure);
        }
        if self.files.is_empty() && self.open.is_none() {
            // Nothing was to be written, but the output is to be there.
            let many = !self.is_single() || self.format == OutputFormat::Json;
            self.open = Some((0, Stream::new(self.sink()?, self.format, many, false)));
        }
        if self.documents == 0 && self.skipped > 0 {
            let places: Vec<_> =
                self.args.paths.iter().map(|path| path.to_string_lossy()).collect();
            let place = places.join(" ");
            let (skipped, s) = (self.skipped, if self.skipped == 1 { "" } else { "s" });
            messages::error(
                &place,
                &format!("no text in it ({skipped} file{s} skipped; see -v)"),
            );
            self.failed = true;
        }
        if let Err(failure) = self.close(self.args.output.is_some()) {
            return Ok(output_failed(failure));
        }
        let status = if self.failed { Status::Failed } else { Status::Done };
        Ok(self.broken.unwrap_or(status))
    }
}

fn create_directory(path: &std::path::Path) -> Result<(), Failure> {
    std::fs::create_dir_all(path).map_err(|error| {
        let error = match error.kind() {
            io::ErrorKind::AlreadyExists => io::Error::from(io::ErrorKind::NotADirectory),
            _ => error,
        };
        Failure::Broken { place: path.display().to_string(), error }
    })
}
