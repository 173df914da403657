#![no_main]

use epitome::ReadOptions;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for line in bytes.split(|byte| *byte == b'\n') {
        if let Ok(document) = epitome::read::jsonl::read(line, &ReadOptions::default()) {
            epitome_fuzz::sound(&document);
        }
    }
});
