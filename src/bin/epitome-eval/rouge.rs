//! `epitome-eval rouge`: summaries against those of people.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context, bail};
use epitome::evaluate::rouge::{self, Chooser, Set, Settings, Words};

use crate::files;

/// The arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The methods, the first being the one that the others are compared with;
    /// `random` and `oracle` are always there [default: all]
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    methods: Vec<Chooser>,
    /// The budget of each summary in words; `auto` is 1.15 times the mean
    /// length of the set's references
    #[arg(long, value_name = "auto|N", default_value = "auto")]
    words: Words,
    /// Summarise each section that has a reference of its own
    #[arg(long)]
    sections: bool,
    /// Print JSON, with figures from 0 to 1
    #[arg(long)]
    json: bool,
    /// Count words as equal only when they are the same, stems aside
    #[arg(long)]
    no_stem: bool,
    /// How many threads; 0: one for each core
    #[arg(short = 'j', long, value_name = "N", default_value_t = 0)]
    threads: usize,
}

/// Measures every set and prints the report.
pub fn measure(arguments: &Arguments, out: &mut impl Write) -> anyhow::Result<()> {
    let settings = Settings {
        choosers: Chooser::with_bounds(&arguments.methods),
        words: arguments.words,
        sections: arguments.sections,
        stem: !arguments.no_stem,
        threads: arguments.threads,
    };
    let mut sets = Vec::new();
    for file in &arguments.files {
        let (name, text) = files::read(file)?;
        sets.push(Set::parse(&name, &text).with_context(|| file.display().to_string())?);
    }
    let report = rouge::report(&sets, &settings)?;
    let is_measured = |set: &&Set| report.sets.iter().any(|one| one.set == set.name);
    for set in sets.iter().filter(|set| !is_measured(set)) {
        writeln!(io::stderr(), "epitome-eval: {}: no references for it", set.name)?;
    }
    if report.sets.is_empty() {
        bail!("nothing to measure");
    }
    match arguments.json {
        true => writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?,
        false => write!(out, "{}", rouge::table(&report))?,
    }
    Ok(())
}
