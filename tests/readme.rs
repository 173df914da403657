//! README's commands run as written, and its picture is real.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// The lines of README's `console` blocks, block by block.
fn console_blocks() -> Vec<Vec<String>> {
    let readme = include_str!("../README.md");
    let blocks = readme.split("```console\n").skip(1);
    blocks
        .map(|block| {
            block.split("```").next().unwrap().lines().map(String::from).collect()
        })
        .collect()
}

/// Runs a line as a user's shell would, with `epitome` on the path.
fn shell(line: &str, directory: &Path) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_epitome")).parent().unwrap();
    let path = std::env::join_paths(
        std::iter::once(program.to_path_buf())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    Command::new("sh")
        .args(["-c", line])
        .env("PATH", path.unwrap())
        .current_dir(directory)
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
#[cfg(unix)]
fn the_picture_is_what_comes_out() {
    let block = &console_blocks()[0];
    let line = block[0].strip_prefix("$ ").unwrap();
    let output = shell(line, Path::new(env!("CARGO_MANIFEST_DIR")));
    assert_eq!(stdout(&output).trim_end(), block[1..].join("\n").trim_end());
}

#[test]
#[cfg(unix)]
fn the_first_minute_runs_as_written() {
    let directory = tempfile::tempdir().unwrap();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/articles");
    fs::create_dir(directory.path().join("docs")).unwrap();
    for name in ["report.md", "a.md", "ok.md", "docs/one.md", "docs/two.md"] {
        fs::copy(corpus.join("tutorial-bread.md"), directory.path().join(name)).unwrap();
    }
    let has_jq = Command::new("jq").arg("--version").output().is_ok();
    for line in &console_blocks()[1] {
        let line = line.strip_prefix("$ ").unwrap();
        if line.contains("jq") && !has_jq {
            eprintln!("skipped, since jq is not installed: {line}");
            continue;
        }
        let output = shell(line, directory.path());
        let (out, err) =
            (stdout(&output), String::from_utf8_lossy(&output.stderr).into_owned());
        match line {
            "epitome nope.md ok.md; echo $?" => {
                assert!(out.contains("Sourdough") && out.ends_with("1\n"), "{out}");
                assert_eq!(err, "epitome: nope.md: No such file or directory\n");
            }
            "epitome --jsn a.md" => {
                assert_eq!(output.status.code(), Some(2));
                assert!(err.contains("--json"), "{err}");
            }
            "epitome -f html -o a.html a.md" => {
                let page = fs::read_to_string(directory.path().join("a.html")).unwrap();
                assert!(page.starts_with("<!doctype html>"), "{page}");
            }
            "epitome docs --output-dir out" => {
                assert!(directory.path().join("out/one.md.txt").is_file());
            }
            _ => assert!(
                output.status.success() && !out.is_empty() && err.is_empty(),
                "{line}: {err}"
            ),
        }
    }
}

/// Everything that the README calls an option is one.
#[test]
#[cfg(unix)]
fn options_in_the_readme_exist() {
    let help = stdout(&shell("epitome --help", Path::new(".")));
    let readme = include_str!("../README.md");
    let usage = readme.split("## The library").next().unwrap();
    for word in usage.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')) {
        let known = ["--jsn", "--path", "--release"];
        if word.starts_with("--")
            && word.contains(char::is_alphabetic)
            && !known.contains(&word)
        {
            assert!(help.contains(word), "{word}");
        }
    }
}
