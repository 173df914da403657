//! From bytes to JSON: one document after the other, and a large one, with
//! the allocations. `cargo bench --bench documents`

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

#[allow(dead_code, reason = "plain text is enough here")]
mod made_text;

use divan::counter::{BytesCount, ItemsCount};
use divan::{AllocProfiler, Bencher};
use epitome::{Format, Options, Summarizer, render};
use made_text::{Form, Maker};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const LANGUAGES: [&str; 4] = ["en", "fr", "de", "ru"];
const BATCH: usize = 100;

fn main() {
    divan::main();
}

/// A batch of documents of 5 KB in one warm summariser.
#[divan::bench(args = LANGUAGES)]
fn batch(bencher: Bencher, language: &str) {
    let mut maker = Maker::new(language).unwrap();
    let texts: Vec<String> =
        (0..BATCH).map(|_| maker.document(Form::Plain, 5_000)).collect();
    let mut summarizer = Summarizer::new(Options::default()).unwrap();
    bencher
        .counter(BytesCount::new(texts.iter().map(String::len).sum::<usize>()))
        .counter(ItemsCount::new(texts.len()))
        .bench_local(|| {
            texts.iter().map(|text| json(&mut summarizer, text)).sum::<usize>()
        });
}

/// The same as records of JSONL.
#[divan::bench(args = LANGUAGES)]
fn records(bencher: Bencher, language: &str) {
    let mut maker = Maker::new(language).unwrap();
    let lines: Vec<String> = (0..BATCH).map(|id| maker.record(id, 5_000)).collect();
    let mut summarizer = Summarizer::new(Options::default()).unwrap();
    bencher
        .counter(BytesCount::new(lines.iter().map(String::len).sum::<usize>()))
        .counter(ItemsCount::new(lines.len()))
        .bench_local(|| {
            let summaries =
                lines.iter().map(|line| summarizer.summarize_record(line.as_bytes()));
            summaries
                .map(|summary| render::json::line(&summary.unwrap()).len())
                .sum::<usize>()
        });
}

/// One document of 1 MB.
#[divan::bench(args = LANGUAGES)]
fn large(bencher: Bencher, language: &str) {
    let text = Maker::new(language).unwrap().document(Form::Plain, 1_000_000);
    let mut summarizer = Summarizer::new(Options::default()).unwrap();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| json(&mut summarizer, &text));
}

/// A summariser that knows no words yet, on one document of 5 KB.
#[divan::bench(args = LANGUAGES)]
fn cold(bencher: Bencher, language: &str) {
    let text = Maker::new(language).unwrap().document(Form::Plain, 5_000);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| json(&mut Summarizer::new(Options::default()).unwrap(), &text));
}

/// The length of the summary's JSON.
fn json(summarizer: &mut Summarizer, text: &str) -> usize {
    let bytes = text.as_bytes().to_vec();
    let summary = summarizer.summarize_bytes(bytes, Format::Text).unwrap();
    render::json::line(&summary).len()
}
