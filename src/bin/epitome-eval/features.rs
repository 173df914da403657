//! `epitome-eval features`: what the weights of the default method are fitted to.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;
use epitome::evaluate::rouge::{self, Set};

use crate::files;

/// The arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Of summaries of sections that have a reference of their own
    #[arg(long)]
    sections: bool,
}

/// Prints a line for each candidate of every set.
pub fn print(arguments: &Arguments, out: &mut impl Write) -> anyhow::Result<()> {
    let mut has_header = false;
    for file in &arguments.files {
        let (name, text) = files::read(file)?;
        let set = Set::parse(&name, &text).with_context(|| file.display().to_string())?;
        for (number, document) in
            rouge::examples(&set, arguments.sections)?.into_iter().enumerate()
        {
            if !std::mem::replace(&mut has_header, true) {
                writeln!(out, "set,document,gain,chosen,{}", document.names.join(","))?;
            }
            for (features, chosen) in document.sentences {
                write!(out, "{name},{number},{:.4},{}", document.gain, u8::from(chosen))?;
                for value in features {
                    write!(out, ",{value:.6}")?;
                }
                writeln!(out)?;
            }
        }
    }
    Ok(())
}
