//! Measures the pipeline against gold: sentence boundaries and headings.

#![forbid(unsafe_code)]

mod boundaries;
mod files;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Measures epitome against gold that people made.
#[derive(Debug, Parser)]
#[command(name = "epitome-eval", version)]
struct Args {
    #[command(subcommand)]
    measure: Measure,
}

#[derive(Debug, Subcommand)]
enum Measure {
    /// Sentence boundaries and headings
    ///
    /// Each FILE is JSONL. A record with `sentences` is scored for boundaries
    /// (blind to white space), one with `headings` for headings, in four layouts.
    Boundaries(boundaries::Arguments),
}

fn main() -> ExitCode {
    let mut out = io::stdout().lock();
    let reached = match Args::parse().measure {
        Measure::Boundaries(arguments) => boundaries::measure(&arguments, &mut out),
    };
    match reached {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "epitome-eval: {error:#}");
            ExitCode::from(2)
        }
    }
}
