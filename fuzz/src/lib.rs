//! What the targets assert: the laws of the library, on bytes of any kind.

use std::io::{Cursor, Write};

use epitome::{Document, Format, Options, ReadOptions, Summarizer, Summary};

/// Reads `bytes` as `format`; whatever comes of it has its blocks in order,
/// apart, and on character boundaries.
pub fn read(bytes: &[u8], format: Format) -> Option<Document> {
    let mut options = ReadOptions::default();
    options.max_bytes = 1 << 20;
    let document = epitome::read::read(bytes.to_vec(), format, &options).ok()?;
    sound(&document);
    Some(document)
}

/// Asserts that the blocks of `document` are ones.
pub fn sound(document: &Document) {
    let mut last = 0;
    for block in &document.blocks {
        let range = block.span.range();
        assert!(last <= range.start && range.start <= range.end, "blocks overlap");
        assert!(document.text.get(range.clone()).is_some(), "no character boundary");
        last = range.end;
    }
}

/// Summarises `bytes` as `format` and asserts what holds for every text.
pub fn summary(bytes: &[u8], format: Format) -> Option<Summary> {
    let mut options = Options::default();
    options.read.max_bytes = 1 << 20;
    options.output.scores = true;
    options.output.keywords = 5;
    let mut summarizer = Summarizer::new(options).ok()?;
    let summary = summarizer.summarize_bytes(bytes.to_vec(), format).ok()?;
    let sentences = summary.sentences.as_ref()?;
    let mut end = 0;
    for (index, sentence) in sentences.iter().enumerate() {
        assert_eq!(sentence.pick.index, index);
        assert!(sentence.pick.score.is_finite());
        assert!(sentence.pick.section < summary.sections.len());
        if let (Some(start), Some(stop)) = (sentence.pick.start, sentence.pick.end) {
            assert!(end <= start && start < stop, "sentences overlap");
            end = stop;
        }
    }
    let picks = &summary.overall.sentences;
    assert!(picks.len() <= 3);
    assert!(picks.windows(2).all(|pair| pair[0].index < pair[1].index));
    for pick in picks {
        assert_eq!(pick.text, sentences[pick.index].pick.text);
    }
    let json = epitome::render::json::line(&summary);
    let again: Summary = serde_json::from_str(&json).expect("JSON that comes back");
    assert_eq!(again, summary);
    Some(summary)
}

/// An archive of these parts, not compressed, so that its bytes are theirs.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        writer.start_file(*name, options).expect("a name");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("an archive").into_inner()
}
