//! Measures the pipeline against gold: sentence boundaries and headings, and
//! summaries.

#![forbid(unsafe_code)]

mod boundaries;
mod features;
mod files;
mod rouge;

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
    /// ROUGE of summaries by any methods, side by side
    ///
    /// Each FILE is JSONL, a set of records with `text` or `sentences`, and
    /// `references`. All methods choose from the same sentences within the same
    /// budget of words. Figures are F1 in hundredths, the mean over references,
    /// with 95 % bootstrap intervals; differences to the first method are
    /// paired. `dangling` is the share of chosen sentences that begin with a word
    /// like `he` or `however` while the sentence before them is left out.
    Rouge(rouge::Arguments),
    /// The features of every candidate, as `scripts/fit.py` reads them
    ///
    /// FILES are as for `rouge`. Prints CSV: the set, the number of the document,
    /// what the oracle wins over a summary by lot, whether the oracle chooses the
    /// sentence, and its features.
    Features(features::Arguments),
}

fn main() -> ExitCode {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let reached = match Args::parse().measure {
        Measure::Boundaries(arguments) => boundaries::measure(&arguments, &mut out),
        Measure::Rouge(arguments) => rouge::measure(&arguments, &mut out).map(|()| true),
        Measure::Features(arguments) => {
            features::print(&arguments, &mut out).map(|()| true)
        }
    };
    let reached = reached.and_then(|reached| Ok(out.flush().map(|()| reached)?));
    match reached {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "epitome-eval: {error:#}");
            ExitCode::from(2)
        }
    }
}
