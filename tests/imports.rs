//! The layers: what each part of the library must never touch.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

use std::fs;
use std::path::{Path, PathBuf};

fn sources(directory: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut open = vec![root.join(directory)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let text = fs::read_to_string(&path).unwrap();
            // What follows is tests.
            let code = text.split("#[cfg(test)]").next().unwrap().to_string();
            let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            let code = code.collect::<Vec<_>>().join("\n");
            found.push((path.strip_prefix(&root).unwrap().to_path_buf(), code));
        }
    }
    found
}

fn never(directory: &str, words: &[&str]) {
    for (path, code) in sources(directory) {
        if directory.is_empty()
            && (path.starts_with("cli")
                || path.starts_with("bin")
                || path.ends_with("main.rs"))
        {
            continue;
        }
        for word in words {
            assert!(!code.contains(word), "{} uses {word}", path.display());
        }
    }
}

#[test]
fn the_library_knows_no_files_no_terminal_and_no_command_line() {
    let words = [
        "std::fs", "std::env", "std::process", "std::net", "std::time", "anyhow",
        "clap::", "indicatif", "println!", "eprintln!", "crate::cli",
    ];
    never("", &words);
}

/// Archives are inflated in memory, which is the one use of a reader.
#[test]
fn only_archives_are_read_as_streams() {
    for (path, code) in sources("") {
        let may =
            ["cli", "bin", "main.rs", "read/archive/package.rs", "read/archive/tests.rs"];
        let may = may.iter().any(|place| path.starts_with(place));
        assert!(may || !code.contains("std::io"), "{} uses std::io", path.display());
    }
}

#[test]
fn renderers_see_summaries_alone() {
    never(
        "render",
        &[
            "crate::score", "crate::select", "crate::read::", "crate::read;",
            "crate::segment", "crate::document",
        ],
    );
}

/// The stages in the order of the pipeline, each with the modules that it must not
/// use because they come later.
#[test]
fn no_stage_uses_a_later_one() {
    let stages: [(&str, &[&str]); 7] = [
        ("language", &["read", "terms", "score", "select", "keywords"]),
        ("read", &["terms", "score", "select", "keywords"]),
        ("segment", &["read", "terms", "score", "select", "keywords"]),
        ("terms", &["read", "score", "select", "keywords"]),
        ("score", &["read", "select", "keywords", "options"]),
        ("select", &["read", "keywords"]),
        ("keywords", &["read", "score", "select"]),
    ];
    for (stage, later) in stages {
        let modules =
            later.iter().chain(&["collection", "pipeline", "assemble", "render"]);
        let paths: Vec<_> = modules.map(|module| format!("crate::{module}")).collect();
        never(stage, &paths.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

/// Summaries are made last.
#[test]
fn no_stage_before_selection_knows_summaries() {
    for stage in ["language", "read", "segment", "terms", "score", "select"] {
        never(stage, &["crate::summary"]);
    }
}
