//! The command `epitome`.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    epitome::cli::run(std::env::args_os()).into()
}
