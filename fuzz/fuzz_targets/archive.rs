#![no_main]

use epitome::Format;
use epitome_fuzz::{archive, read};

/// Bytes that are an archive, and bytes that stand in a sound one.
fn check(bytes: &[u8]) {
    let _ = read(bytes, Format::Docx);
    let _ = read(bytes, Format::Epub);
    let docx = [("[Content_Types].xml", &b"<Types/>"[..]), ("word/document.xml", bytes)];
    let _ = read(&archive(&docx), Format::Docx);
    let container = &b"<container><rootfile full-path='a.opf'/></container>"[..];
    let epub = [("META-INF/container.xml", container), ("a.opf", bytes)];
    let _ = read(&archive(&epub), Format::Epub);
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check(bytes));
