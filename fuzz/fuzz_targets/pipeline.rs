#![no_main]

use epitome::Format;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let formats = [Format::Auto, Format::Text, Format::Markdown, Format::Html];
    let _ = epitome_fuzz::summary(rest, formats[usize::from(*first) % formats.len()]);
});
