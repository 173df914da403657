//! Why a sentence was chosen: every sentence with its rank and the parts of its
//! score: `cargo run --example scores`.

use std::io::Write;

use epitome::{Options, Summarizer};

const TEXT: &str = "Ice broke the harbour wall in March. Nobody was hurt. \
     Repairs of the wall will take a year. The ferry leaves from the other bank.";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut options = Options::default();
    options.output.scores = true;
    let summary = Summarizer::new(options)?.summarize(TEXT)?;
    let mut out = std::io::stdout().lock();
    for sentence in summary.sentences.unwrap_or_default() {
        let rank = sentence.rank.map_or("-".to_string(), |rank| rank.to_string());
        writeln!(out, "{rank}  {:.3}  {}", sentence.pick.score, sentence.pick.text)?;
        for (name, value) in &sentence.parts {
            writeln!(out, "      {name}: {value}")?;
        }
    }
    Ok(())
}
