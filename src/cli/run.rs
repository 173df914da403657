//! The main job: from arguments to written summaries.

use std::io::{self, IsTerminal};
use std::ops::ControlFlow;
use std::path::PathBuf;

use super::args::Args;
use super::input::{self, Input};
use super::jobs::Jobs;
use super::messages::{self, Messages};
use super::output::{self, Failure, Sink};
use super::progress::Progress;
use super::stream::{Rendered, Stream};
use super::values::{ColorWhen, OutputFormat};
use super::worker::{Done, Plan, Worker};
use super::{Status, batch, nothing_to_read, output_failed, targets, word_list};
use crate::options::Format;
use crate::read::by_extension;
use crate::render::text::Layout;

/// Does what `args` ask for.
pub fn run(args: &Args) -> Status {
    let messages = Messages { quiet: args.quiet, verbose: args.verbose };
    match prepare(args, messages) {
        Ok(None) => nothing_to_read(),
        Ok(Some(inputs)) if args.files => list(&inputs),
        Ok(Some(inputs)) => match summarize(args, &inputs, messages) {
            Ok(status) => status,
            Err(Stop::Usage(message)) => usage(&message),
            Err(Stop::Output(failure)) => output_failed(failure),
        },
        Err(message) => usage(&message),
    }
}

/// Why the job ended early.
enum Stop {
    Usage(String),
    Output(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Stop::Output(failure)
    }
}

fn usage(message: &str) -> Status {
    messages::say(message);
    Status::Usage
}

fn prepare(args: &Args, messages: Messages) -> Result<Option<Vec<Input>>, String> {
    let inputs = input::collect(args, messages)?;
    if inputs.as_ref().is_some_and(|inputs| inputs.contains(&Input::Stdin))
        && io::stdin().is_terminal()
    {
        messages.warning("standard input", "reading from the terminal; end with Ctrl-D");
    }
    Ok(inputs)
}

/// Prints what would be read.
fn list(inputs: &[Input]) -> Status {
    let mut sink = Sink::stdout();
    let mut status = Status::Done;
    for input in inputs {
        let line = match input {
            Input::Failed { path, message } => {
                messages::error(&path.display().to_string(), message);
                status = Status::Failed;
                continue;
            }
            Input::Stdin => b"-\n".to_vec(),
            Input::File { path, .. } => {
                [path.as_os_str().as_encoded_bytes(), b"\n"].concat()
            }
        };
        if let Err(failure) = sink.write(&line) {
            return output_failed(failure);
        }
    }
    sink.finish(false).map_or_else(output_failed, |()| status)
}

fn summarize(args: &Args, inputs: &[Input], messages: Messages) -> Result<Status, Stop> {
    let format = args.output_format();
    let files = match &args.output_dir {
        Some(directory) => {
            targets::in_directory(inputs, directory, format).map_err(Stop::Usage)?
        }
        None => Vec::new(),
    };
    targets::refuse_overwriting(args, inputs, &files).map_err(Stop::Usage)?;
    let mut options = args.options();
    if let Some(list) = &args.stop_words {
        options.terms.stop_words = word_list::read(list).map_err(Stop::Usage)?;
    }
    let plan = Plan {
        inputs,
        options: &options,
        format,
        layout: layout(args),
        max_record_bytes: args.max_record_bytes,
    };
    Worker::new(&plan).map_err(|error| Stop::Usage(error.to_string()))?;
    let threads = batch::threads(args.threads);
    limit_inner_threads(threads);
    let total = (!inputs.iter().any(|input| may_be_records(args, input)))
        .then_some(inputs.len() as u64);
    let progress = Progress::new(!args.quiet && !args.no_progress, total);
    let mut emitter = Emitter::new(args, inputs, files, messages, progress);
    let jobs = Jobs::new(inputs, &options.read, args.max_record_bytes);
    silence_panics();
    let worker = || {
        let mut worker = Worker::new(&plan).ok();
        move |job| worker.as_mut().map(|worker| worker.work(job))
    };
    batch::in_order(threads, jobs, worker, |done| {
        done.map_or(ControlFlow::Continue(()), |done| emitter.emit(done))
    });
    emitter.finish()
}

/// Work inside one document takes as many threads as work on several.
fn limit_inner_threads(threads: usize) {
    #[cfg(feature = "parallel")]
    // It fails only if a pool exists already, which then serves as well.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    #[cfg(not(feature = "parallel"))]
    let _ = threads;
}

/// A panic becomes the error of its document; its own report is no use to the user.
fn silence_panics() {
    std::panic::set_hook(Box::new(|_| {}));
}

fn may_be_records(args: &Args, input: &Input) -> bool {
    match (args.options().read.format, input) {
        (Format::Auto, Input::File { path, .. }) => {
            matches!(by_extension(path), Format::Auto | Format::Jsonl)
        }
        (Format::Auto | Format::Jsonl, _) => true,
        _ => false,
    }
}

fn layout(args: &Args) -> Layout {
    let to_terminal =
        args.output.is_none() && args.output_dir.is_none() && output::is_terminal();
    let color = match args.color {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto => {
            to_terminal
                && anstream::AutoStream::choice(&io::stdout())
                    != anstream::ColorChoice::Never
        }
    };
    Layout { width: to_terminal.then(output::terminal_width).flatten(), color }
}

/// Takes results in order and writes them where they belong.
struct Emitter<'a> {
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
    /// The status after an output of its own could not be written.
    broken: Option<Status>,
}

impl<'a> Emitter<'a> {
    fn new(
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
            broken: None,
        }
    }

    fn emit(&mut self, done: Done) -> ControlFlow<()> {
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
            self.failed |= rendered.error.is_some();
            if rendered.error.is_some() || !rendered.warnings.is_empty() {
                self.progress.suspend(|| self.say(rendered));
            }
            self.progress.add(rendered.bytes);
            self.documents += 1;
            let alone = !self.files.is_empty();
            if alone && rendered.error.is_some() && !done.records {
                continue;
            }
            self.stream(done)?.document(rendered)?;
        }
        Ok(())
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
            let many = done.records || self.files.is_empty() && !self.is_single();
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

    /// Whether the only input is one document.
    fn is_single(&self) -> bool {
        matches!(
            self.inputs,
            [Input::Stdin | Input::Failed { .. } | Input::File { walked: false, .. }]
        )
    }

    fn close(&mut self, durable: bool) -> Result<(), Failure> {
        self.open.take().map_or(Ok(()), |(_, stream)| stream.finish(durable))
    }

    fn finish(mut self) -> Result<Status, Stop> {
        if let Some(failure) = self.stop.take() {
            return Err(failure.into());
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
    std::fs::create_dir_all(path)
        .map_err(|error| Failure::Broken { place: path.display().to_string(), error })
}
