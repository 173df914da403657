//! How often a warm summariser asks for memory: a bound, so that nobody
//! allocates a string for every word again.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../benches/made_text.rs"]
#[allow(dead_code, reason = "plain text is enough here")]
mod made_text;

use std::io::Cursor;

use epitome::{Error, Format, Options, Summarizer, Summary, read, render};
use made_text::{Form, Maker};
use zip::write::SimpleFileOptions;

/// The summary of `text`, and how many allocations its way from bytes to JSON takes.
fn counted(summarizer: &mut Summarizer, text: &str) -> (Summary, u64) {
    let mut summary = None;
    let counted = allocation_counter::measure(|| {
        let bytes = text.as_bytes().to_vec();
        let made = summarizer.summarize_bytes(bytes, Format::Text).unwrap();
        drop(render::json::line(&made));
        summary = Some(made);
    });
    (summary.unwrap(), counted.count_total)
}

/// The most for a document, and the most for each of its sentences on top of that.
const DOCUMENT: u64 = 250;
const SENTENCE: u64 = 8;

#[test]
fn a_warm_summariser_allocates_a_few_times_a_sentence() {
    for language in ["en", "fr", "de", "ru"] {
        let mut maker = Maker::new(language).unwrap();
        let mut summarizer = Summarizer::new(Options::default()).unwrap();
        for _ in 0..50 {
            counted(&mut summarizer, &maker.document(Form::Plain, 5_000));
        }
        for bytes in [5_000, 50_000] {
            let text = maker.document(Form::Plain, bytes);
            let (summary, count) = counted(&mut summarizer, &text);
            let bound = DOCUMENT + SENTENCE * summary.source.sentences as u64;
            assert!(count <= bound, "{language}, {bytes} bytes: {count}, not {bound}");
        }
    }
}

/// An archive of so many empty entries, as the writer of archives makes it.
fn archive(entries: usize) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for entry in 0..entries {
        writer.start_file(format!("word/media/{entry}.png"), stored).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn an_archive_of_too_many_entries_is_refused_without_listing_them() {
    let bytes = archive(100_000);
    for format in [Format::Docx, Format::Epub, Format::Auto] {
        let bytes = bytes.clone();
        let mut result = None;
        let counted = allocation_counter::measure(|| {
            result = Some(read::read(bytes, format, &Options::default().read));
        });
        let error = result.unwrap().unwrap_err();
        assert!(matches!(&error, Error::Archive { .. }), "{error}");
        assert!(error.to_string().contains("more than 20000 entries"), "{error}");
        assert!(counted.bytes_max < 1 << 20, "{} bytes", counted.bytes_max);
    }
}
