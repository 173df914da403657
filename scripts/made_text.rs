//! Writes made text to standard output, for the scripts that measure.
//!
//!     rustc -O --edition 2024 scripts/made_text.rs
//!     made_text text|markdown|html LANGUAGE BYTES
//!     made_text jsonl LANGUAGE BYTES-OF-A-RECORD BYTES

#[path = "../benches/made_text.rs"]
mod made_text;

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use made_text::{Form, Maker};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match write(&arguments) {
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(error)) => {
            eprintln!("made_text: {error}");
            ExitCode::FAILURE
        }
        None => {
            eprintln!("usage: made_text text|markdown|html LANGUAGE BYTES");
            eprintln!("       made_text jsonl LANGUAGE BYTES-OF-A-RECORD BYTES");
            ExitCode::FAILURE
        }
    }
}

/// What `arguments` ask for; nothing if they are wrong.
fn write(arguments: &[&str]) -> Option<io::Result<()>> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let (form, language, bytes, total) = match *arguments {
        ["jsonl", language, bytes, total] => (None, language, bytes, total),
        ["text", language, bytes] => (Some(Form::Plain), language, bytes, bytes),
        ["markdown", language, bytes] => (Some(Form::Markdown), language, bytes, bytes),
        ["html", language, bytes] => (Some(Form::Html), language, bytes, bytes),
        _ => return None,
    };
    let mut maker = Maker::new(language)?;
    let (bytes, total): (usize, usize) = (bytes.parse().ok()?, total.parse().ok()?);
    let mut written = 0;
    for id in 0.. {
        let document = match form {
            Some(form) => maker.document(form, bytes),
            None => maker.record(id, bytes),
        };
        if let Err(error) = out.write_all(document.as_bytes()) {
            return Some(Err(error));
        }
        written += document.len();
        if written >= total {
            break;
        }
    }
    Some(out.flush())
}
