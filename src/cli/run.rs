//! The main job: from arguments to written summaries.

use std::io::{self, IsTerminal};
use std::ops::ControlFlow;

use super::args::Args;
use super::batch::{self, Hand};
use super::emitter::Emitter;
use super::input::{self, Input};
use super::interrupt;
use super::jobs::Jobs;
use super::messages::{self, Messages};
use super::output::{self, Failure, Sink};
use super::progress::Progress;
use super::values::{ColorWhen, OutputFormat};
use super::worker::{Plan, Worker};
use super::{Status, merge, nothing_to_read, output_failed, targets, word_list};
use crate::options::Format;
use crate::render::Layout;

/// Does what `args` ask for.
pub fn run(args: &Args) -> Status {
    let messages = Messages { quiet: args.quiet, verbose: args.verbose };
    if args.explain && args.output_format() != OutputFormat::Text {
        return usage("--explain shows text; for other formats see --scores and -f html");
    }
    if args.scores && !args.shows_scores() {
        messages.note("--scores shows in JSON alone: add --json, or see --explain");
    }
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
            Input::Stdin => b"-".to_vec(),
            Input::File { path, .. } if output::is_terminal() => {
                messages::one_line(&path.to_string_lossy()).into_bytes()
            }
            Input::File { path, .. } => path.as_os_str().as_encoded_bytes().to_vec(),
        };
        if let Err(failure) = sink.write(&[&line[..], b"\n"].concat()) {
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
        explain: args.explain,
        layout: layout(args),
        max_record_bytes: args.max_record_bytes,
    };
    Worker::new(&plan).map_err(|error| Stop::Usage(error.to_string()))?;
    let threads = batch::threads(args.threads);
    // Work inside one document takes as many as work on several.
    #[cfg(feature = "parallel")]
    crate::parallel::pool::limit(threads);
    let may_be_records = |input: &Input| {
        matches!(input.format(options.read.format), Format::Auto | Format::Jsonl)
    };
    let total = (!inputs.iter().any(may_be_records)).then_some(inputs.len() as u64);
    // Results that come out on a terminal are progress enough.
    let shows_progress = !args.quiet && !args.no_progress && !to_terminal(args);
    let progress = Progress::new(shows_progress, total);
    interrupt::tidy_up(progress.clearing());
    let mut emitter = Emitter::new(args, inputs, files, messages, progress);
    let jobs = Jobs::new(inputs, &options.read, args.max_record_bytes, args.quiet);
    silence_panics();
    if args.merge {
        merge::run(&plan, jobs, threads, &mut emitter);
        return Ok(emitter.finish()?);
    }
    // No thread is begun that would have nothing to do.
    let threads = total.map_or(threads, |total| threads.min(total as usize));
    let worker = || {
        let mut worker = Worker::new(&plan).ok();
        move |job, hand: &mut Hand<'_, _>| {
            let mut hand = |done| hand(Some(done));
            worker.as_mut().map(|worker| worker.work(job, &mut hand))
        }
    };
    batch::in_order(threads, jobs, worker, |done| {
        done.map_or(ControlFlow::Continue(()), |done| emitter.emit(done))
    });
    Ok(emitter.finish()?)
}

/// A panic becomes the error of its document; its own report is no use to the user.
fn silence_panics() {
    std::panic::set_hook(Box::new(|_| {}));
}

/// Whether the results go to a terminal.
fn to_terminal(args: &Args) -> bool {
    args.output.is_none() && args.output_dir.is_none() && output::is_terminal()
}

fn layout(args: &Args) -> Layout {
    let to_terminal = to_terminal(args);
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
