//! The sentences that say most of a text, and those of each section:
//! `cargo run --example summarise`.

use std::io::Write;

use epitome::{Budget, Format, Options, Summarizer};

const TEXT: &str = "\
# The wall

Ice broke the harbour wall in March. Nobody was hurt. Repairs of the wall will take a year.

# The ferry

The ferry leaves from the other bank until then. It takes half an hour longer.
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut options = Options::default();
    options.read.format = Format::Markdown;
    options.select.overall = Budget::words(20);
    let summary = Summarizer::new(options)?.summarize(TEXT)?;
    let mut out = std::io::stdout().lock();
    for pick in &summary.overall.sentences {
        writeln!(out, "{}", pick.text)?;
    }
    for section in &summary.sections {
        let heading = section.heading.as_deref().unwrap_or("(no heading)");
        for pick in &section.summary.sentences {
            writeln!(out, "{heading}: {}", pick.text)?;
        }
    }
    Ok(())
}
