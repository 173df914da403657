//! The command: arguments → inputs → jobs → workers → outputs.

pub mod args;
mod awaited;
mod batch;
mod command;
mod compression;
mod config;
mod emitter;
mod generate;
mod help;
mod input;
mod interrupt;
mod jobs;
mod merge;
mod messages;
mod output;
mod page;
mod pieces;
mod progress;
mod reader;
mod records;
mod room;
mod run;
mod stream;
mod targets;
mod values;
mod word_list;
mod worker;

use std::ffi::OsString;
use std::thread;

use args::Args;
use messages::Messages;
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

/// The description of the JSON output.
const SCHEMA: &str = include_str!("../../schema/summary-v1.json");

/// Enough stack for any document, whatever the shell allows.
const STACK: usize = 8 << 20;

/// Runs the command with these arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Status {
    let typed: Vec<OsString> = arguments.into_iter().collect();
    thread::scope(|scope| {
        let work = || begin(typed.clone());
        match thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work) {
            Ok(running) => running.join().unwrap_or_else(|_| internal_error()),
            Err(_) => begin(typed.clone()),
        }
    })
}

/// A fault of the program outside of any document.
fn internal_error() -> Status {
    messages::say("internal error; please report it with the arguments and the input");
    Status::Failed
}

fn begin(typed: Vec<OsString>) -> Status {
    let args = match command::parse(typed.clone()) {
        Ok(args) => args,
        Err(error) => return refused(&error),
    };
    if args.short_help {
        return print(help::SHORT);
    }
    if let Some(kind) = args.generate {
        return print(&generate::text(kind));
    }
    if args.print_schema {
        return print(SCHEMA);
    }
    configured(args, typed)
}

/// Runs with what the configuration says before what is `typed`.
fn configured(args: Args, mut typed: Vec<OsString>) -> Status {
    let config = match config::load(&args) {
        Ok(config) => config,
        Err(message) => {
            messages::say(&message);
            return Status::Usage;
        }
    };
    let args = if config.arguments.is_empty() {
        Ok(args)
    } else {
        let program = typed.len().min(1);
        typed.splice(program..program, config.arguments);
        command::parse(typed)
    };
    match args {
        Ok(args) => {
            let messages = Messages { quiet: args.quiet, verbose: args.verbose };
            config.files.iter().for_each(|path| messages.configured(path));
            run::run(&args)
        }
        Err(error) => refused(&error),
    }
}

/// The status of arguments that ask for help or make no sense.
fn refused(error: &clap::Error) -> Status {
    let text = error.render().to_string();
    if !error.use_stderr() {
        return print(&text);
    }
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    messages::say_text(&format!("epitome: {text}"));
    Status::Usage
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
