//! A stream of JSONL records, each with its first sentence by worth:
//! `cargo run --example records < records.jsonl`.

use std::io::{BufRead, Write, stdin, stdout};

use epitome::{Budget, Options, Summarizer};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut options = Options::default();
    options.select.overall = Budget::sentences(1);
    options.output.sections = false;
    // One summariser for all: it keeps what it learns of words.
    let mut summarizer = Summarizer::new(options)?;
    let mut out = stdout().lock();
    for line in stdin().lock().split(b'\n') {
        match summarizer.summarize_record(&line?) {
            Ok(summary) => {
                let id = summary.source.id.unwrap_or_default();
                let first = summary.overall.sentences.first();
                writeln!(out, "{id}\t{}", first.map_or("", |pick| &pick.text))?;
            }
            Err(error) => writeln!(out, "\t{error}")?,
        }
    }
    Ok(())
}
