//! What happens when something is wrong with the input, the output or the
//! machine. `docs/reliability.md` lists the cases by number.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]
#![cfg(unix)]

mod arguments;
mod environment;
mod input;
mod limits;
mod output;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::{TempDir, tempdir};

const TEXT: &str =
    "The harbour closed in March. Ice had broken its outer wall. Repairs take a year.\n";

/// The command, to be run in `directory`.
fn command(directory: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_epitome"));
    command.args(arguments).current_dir(directory);
    command
}

fn epitome(directory: &Path, arguments: &[&str]) -> Ran {
    with_input(directory, arguments, b"")
}

fn with_input(directory: &Path, arguments: &[&str], input: &[u8]) -> Ran {
    fed(command(directory, arguments), input)
}

/// Runs `line` in a shell, in which `$E` is the command.
fn shell(directory: &Path, line: &str) -> Ran {
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(directory);
    command.env("E", env!("CARGO_BIN_EXE_epitome"));
    fed(command, b"")
}

fn fed(mut command: Command, input: &[u8]) -> Ran {
    let mut run = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The program may end without reading it all.
    let _ = run.stdin.take().unwrap().write_all(input);
    run.wait_with_output().unwrap().into()
}

/// How a run ended and what it said.
#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl From<Output> for Ran {
    /// No fault whatever may end in a panic.
    fn from(output: Output) -> Self {
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(!stderr.contains("panicked") && !stderr.contains("RUST_BACKTRACE"));
        assert_ne!(output.status.code(), Some(101), "{stderr}");
        let stdout = String::from_utf8(output.stdout).unwrap();
        Ran { code: output.status.code(), stdout, stderr }
    }
}

impl Ran {
    /// The objects of JSON lines.
    fn objects(&self) -> Vec<Value> {
        let read = |line: &str| serde_json::from_str(line).unwrap();
        self.stdout.lines().map(read).collect()
    }

    fn object(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap()
    }
}

/// A directory with `a.txt` and `b.txt`.
fn two_files() -> TempDir {
    let directory = tempdir().unwrap();
    fs::write(directory.path().join("a.txt"), TEXT).unwrap();
    fs::write(directory.path().join("b.txt"), TEXT).unwrap();
    directory
}

/// The names in `directory`, hidden ones too.
fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).unwrap();
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut names: Vec<_> = entries.map(|entry| name(entry.unwrap())).collect();
    names.sort();
    names
}

fn fifo(path: &Path) -> PathBuf {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    path.to_path_buf()
}

/// The command as a user whom permissions hold, which they do not hold root.
fn as_nobody(directory: &Path, arguments: &[&str]) -> Option<Ran> {
    if fs::read("/root").is_err_and(|error| error.raw_os_error() == Some(13)) {
        return Some(epitome(directory, arguments));
    }
    let drop_root = |arguments: &[&str]| {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
        command.arg(env!("CARGO_BIN_EXE_epitome")).args(arguments);
        command.current_dir(directory).stdin(Stdio::null()).output()
    };
    match drop_root(&["--version"]) {
        Ok(probe) if probe.status.success() => Some(drop_root(arguments).unwrap().into()),
        _ => {
            eprintln!("skipped, since root is not to be dropped here");
            None
        }
    }
}
