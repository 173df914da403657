//! The command: arguments → inputs → jobs → workers → outputs.

pub mod args;
mod batch;
mod compression;
mod emitter;
mod help;
mod input;
mod jobs;
mod merge;
mod messages;
mod output;
mod progress;
mod reader;
mod records;
mod run;
mod stream;
mod targets;
mod values;
mod word_list;
mod worker;

use std::ffi::OsString;

use clap::Parser;

use args::Args;
use output::{Failure, Sink};

/// How the command ended. The numbers are a part of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// All is done, or nobody wants the rest.
    Done = 0,
    /// Finished, but an input failed.
    Failed = 1,
    /// The arguments or the configuration are wrong.
    Usage = 2,
    /// The output could not be written.
    Output = 3,
}

impl From<Status> for std::process::ExitCode {
    fn from(status: Status) -> Self {
        (status as u8).into()
    }
}

/// Runs the command with these arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Status {
    match Args::try_parse_from(arguments) {
        Ok(args) if args.short_help => print(help::SHORT),
        Ok(args) => run::run(&args),
        Err(error) if error.use_stderr() => {
            let text = error.render().to_string();
            let text = text.strip_prefix("error: ").unwrap_or(&text);
            messages::say_text(&format!("epitome: {text}"));
            Status::Usage
        }
        Err(help) => print(&help.render().to_string()),
    }
}

/// Prints help or the version: a result like any other, checked like any other.
fn print(text: &str) -> Status {
    let mut sink = Sink::stdout();
    let written = sink.write(text.as_bytes()).and_then(|()| sink.finish(false));
    written.map_or_else(output_failed, |()| Status::Done)
}

/// The status for a failed output. A closed pipe is no failure: the reader
/// has what it wants.
fn output_failed(failure: Failure) -> Status {
    match failure {
        Failure::Closed => Status::Done,
        Failure::Broken { place, error } => {
            messages::say(&format!("{place}: {}", messages::io(&error)));
            Status::Output
        }
    }
}

/// Without input there is only help to give.
fn nothing_to_read() -> Status {
    messages::say_text(help::SHORT);
    Status::Usage
}
