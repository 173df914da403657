//! How fast each stage is, in bytes of text, on one document. `cargo bench --bench stages`
//!
//! Terms, scores and picks have no entry of their own. They are measured from
//! the read document down: what a stage adds is the difference to the one before.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

#[allow(dead_code, reason = "no records here")]
mod made_text;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use epitome::{
    Document, Format, Method, Options, Summarizer, language, read, render, segment,
};
use made_text::{Form, Maker};

const LANGUAGES: [&str; 4] = ["en", "fr", "de", "ru"];
const BYTES: usize = 100_000;

fn main() {
    divan::main();
}

fn made(language: &str, form: Form) -> String {
    Maker::new(language).unwrap().document(form, BYTES)
}

fn document(language: &str) -> Document {
    let text = made(language, Form::Plain).into_bytes();
    read::read(text, Format::Text, &Options::default().read).unwrap()
}

fn reading(bencher: Bencher, language: &str, form: Form, format: Format) {
    let text = made(language, form).into_bytes();
    let options = Options::default();
    bencher
        .counter(BytesCount::of_slice(&text))
        .with_inputs(|| text.clone())
        .bench_values(|bytes| read::read(bytes, format, &options.read));
}

#[divan::bench(args = LANGUAGES)]
fn read_plain(bencher: Bencher, language: &str) {
    reading(bencher, language, Form::Plain, Format::Text);
}

#[divan::bench(args = LANGUAGES)]
fn read_markdown(bencher: Bencher, language: &str) {
    reading(bencher, language, Form::Markdown, Format::Markdown);
}

#[divan::bench(args = LANGUAGES)]
fn read_html(bencher: Bencher, language: &str) {
    reading(bencher, language, Form::Html, Format::Html);
}

/// It looks at the first two kilobytes; so many are counted.
#[divan::bench(args = LANGUAGES)]
fn detect_language(bencher: Bencher, language: &str) {
    let text = made(language, Form::Plain);
    bencher
        .counter(BytesCount::new(2048_u32))
        .bench(|| language::detect(black_box(&text)));
}

#[divan::bench(args = LANGUAGES)]
fn segment_text(bencher: Bencher, language: &str) {
    let document = document(language);
    let options = Options::default();
    bencher
        .counter(BytesCount::of_str(&document.text))
        .bench(|| segment::segment(black_box(&document), &options.segment));
}

#[divan::bench(args = LANGUAGES)]
fn words(bencher: Bencher, language: &str) {
    let text = made(language, Form::Plain);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let mut count = 0_u32;
        segment::words(black_box(&text), &mut |_| count += 1);
        count
    });
}

/// A warm summariser over a document that has been read.
fn down(bencher: Bencher, language: &str, method: Method, picks: bool) {
    let document = document(language);
    let mut options = Options::default();
    options.score.method = method;
    options.output.overall = picks;
    options.output.sections = picks;
    let mut summarizer = Summarizer::new(options).unwrap();
    bencher
        .counter(BytesCount::of_str(&document.text))
        .bench_local(|| summarizer.summarize_document(black_box(&document)));
}

#[divan::bench(args = LANGUAGES)]
fn segment_to_terms(bencher: Bencher, language: &str) {
    down(bencher, language, Method::Lead, false);
}

#[divan::bench(args = LANGUAGES)]
fn segment_to_scores(bencher: Bencher, language: &str) {
    down(bencher, language, Method::Epitome, false);
}

#[divan::bench(args = LANGUAGES)]
fn segment_to_picks(bencher: Bencher, language: &str) {
    down(bencher, language, Method::Epitome, true);
}

/// The bytes counted are those of the JSON.
#[divan::bench(args = LANGUAGES)]
fn write_json(bencher: Bencher, language: &str) {
    let mut summarizer = Summarizer::new(Options::default()).unwrap();
    let summary = summarizer.summarize_document(&document(language));
    bencher
        .counter(BytesCount::of_str(&render::json::line(&summary)))
        .bench(|| render::json::line(black_box(&summary)));
}
