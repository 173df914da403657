#![no_main]

use epitome::Format;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = epitome_fuzz::read(bytes, Format::Markdown);
});
