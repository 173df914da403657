//! `epitome-eval boundaries`: sentence boundaries and headings against gold.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, bail};
use epitome::evaluate::boundaries::{self, Item, Miss};
use epitome::evaluate::headings::{self, Outlined};
use epitome::evaluate::layout::Layout;

use crate::files;

/// The arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Print what was got wrong
    #[arg(long)]
    misses: bool,
    /// Fail if a figure is below its bar; each line of FILE: PREFIX FIGURE BAR
    #[arg(long, value_name = "FILE")]
    bars: Option<PathBuf>,
}

/// The figures of each set by name.
type Figures = BTreeMap<String, BTreeMap<&'static str, f64>>;

/// Measures every file; whether all bars are reached.
pub fn measure(arguments: &Arguments, out: &mut impl Write) -> anyhow::Result<bool> {
    let Arguments { files, misses, bars } = arguments;
    let misses = *misses;
    let mut figures = Figures::new();
    for file in files {
        let (name, text) = files::read(file)?;
        let found = match text.lines().next() {
            Some(first) if first.contains("\"headings\"") => outlines(&text, misses, out),
            Some(_) => items(&text, misses, out),
            None => continue,
        };
        let found = found.with_context(|| file.display().to_string())?;
        let row: Vec<String> =
            found.iter().map(|(figure, value)| format!("{figure} {value:.4}")).collect();
        writeln!(out, "{name}: {}", row.join(", "))?;
        figures.insert(name, found);
    }
    match bars {
        Some(bars) => check(&figures, &fs::read_to_string(bars)?, out),
        None => Ok(true),
    }
}

fn items(
    text: &str,
    misses: bool,
    out: &mut impl Write,
) -> anyhow::Result<BTreeMap<&'static str, f64>> {
    let items: Vec<Item> =
        text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let (score, missed) = boundaries::score(&items);
    for Miss { gold, found } in missed.iter().filter(|_| misses) {
        writeln!(out, "  gold  {gold:?}\n  found {found:?}\n")?;
    }
    Ok(BTreeMap::from([
        ("items", score.items as f64),
        ("exact", score.exact as f64 / score.items.max(1) as f64),
        ("f1", score.all.f1()),
        ("marked", score.marked.f1()),
    ]))
}

fn outlines(
    text: &str,
    misses: bool,
    out: &mut impl Write,
) -> anyhow::Result<BTreeMap<&'static str, f64>> {
    let documents: Vec<Outlined> =
        text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let mut figures = BTreeMap::new();
    for (layout, name) in Layout::ALL {
        let score = headings::score(&documents, layout);
        if misses {
            for missed in &score.misses {
                writeln!(out, "  {name}: missed {missed:?}")?;
            }
            for alarm in &score.false_alarms {
                writeln!(out, "  {name}: false {alarm:?}")?;
            }
        }
        figures.insert(name, score.f1());
    }
    Ok(figures)
}

/// Whether the mean figure of the sets that each line names by prefixes (`!` in
/// front excludes) reaches its bar. Exactness is a mean over items, the rest
/// over sets.
fn check(figures: &Figures, bars: &str, out: &mut impl Write) -> anyhow::Result<bool> {
    let mut reached = true;
    for line in
        bars.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
    {
        let Some((rest, bar)) = line.rsplit_once(' ') else { bail!("no bar: {line}") };
        let Some((prefixes, figure)) = rest.split_once(' ') else {
            bail!("no figure: {line}")
        };
        let bar: f64 = bar.parse().with_context(|| line.to_string())?;
        let named = |name: &str| {
            prefixes.split(',').any(|prefix| name.starts_with(prefix))
                && !prefixes
                    .split(',')
                    .filter_map(|prefix| prefix.strip_prefix('!'))
                    .any(|prefix| name.starts_with(prefix))
        };
        let (mut sum, mut weights) = (0.0, 0.0);
        for (_, found) in figures.iter().filter(|(name, _)| named(name)) {
            let value = found.get(figure).copied().filter(|value| !value.is_nan());
            let weight = if figure == "exact" { found["items"] } else { 1.0 };
            if let Some(value) = value {
                (sum, weights) = (sum + weight * value, weights + weight);
            }
        }
        if weights == 0.0 {
            bail!("no figure for: {line}");
        }
        let mean = sum / weights;
        let verdict = if mean >= bar { "reached" } else { "MISSED" };
        reached &= mean >= bar;
        writeln!(out, "{verdict}: {prefixes} {figure} {mean:.4} (bar {bar})")?;
    }
    Ok(reached)
}
