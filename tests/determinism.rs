//! The same bytes for every number of threads, in every process.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

use std::process::Command;

fn run(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

#[test]
fn threads_change_nothing() {
    let once = run(&["-f", "ndjson", "--scores", "-k", "9", "-j", "1", "corpus"]);
    for threads in ["2", "3", "7", "64"] {
        let again =
            run(&["-f", "ndjson", "--scores", "-k", "9", "-j", threads, "corpus"]);
        assert!(once == again, "-j {threads}");
    }
}

#[test]
fn threads_change_nothing_of_a_merged_summary() {
    let arguments = |threads| ["--merge", "--json", "--scores", "-j", threads, "corpus"];
    let once = run(&arguments("1"));
    for threads in ["2", "7", "64"] {
        assert!(once == run(&arguments(threads)), "-j {threads}");
    }
}

#[test]
fn threads_change_nothing_of_the_views() {
    for view in [&["-f", "html"][..], &["-f", "html", "--merge"], &["--explain"]] {
        let arguments = |threads| [view, &["-j", threads, "corpus"]].concat();
        assert!(run(&arguments("1")) == run(&arguments("7")), "{view:?}");
    }
}

#[test]
fn processes_agree() {
    let once = run(&["--json", "--scores", "corpus/articles/report-water.txt"]);
    for _ in 1..20 {
        assert!(once == run(&["--json", "--scores", "corpus/articles/report-water.txt"]));
    }
}

/// Work inside one document is divided only when the document is large.
#[test]
fn a_large_document_is_the_same_on_one_thread_and_on_several() {
    let article = include_str!("../corpus/articles/speech-budget.txt");
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("large.txt");
    std::fs::write(&path, article.repeat(300)).unwrap();
    let path = path.to_str().unwrap();
    assert!(
        run(&["--json", "-n", "20", "-j", "1", path])
            == run(&["--json", "-n", "20", "-j", "5", path])
    );
}

/// Long results are handed on piece by piece, each when its turn has come.
#[test]
fn long_and_short_results_keep_their_order() {
    let article = include_str!("../corpus/articles/speech-budget.txt");
    let directory = tempfile::tempdir().unwrap();
    for number in 0..16 {
        let times = if number % 5 == 2 { 120 } else { 1 };
        let path = directory.path().join(format!("{number:02}.txt"));
        std::fs::write(path, article.repeat(times)).unwrap();
    }
    let path = directory.path().to_str().unwrap();
    for view in [&["--scores", "--json"][..], &["--explain"]] {
        let run = |threads| run(&[view, &["-j", threads, path]].concat());
        let once = run("1");
        assert!(once.len() > 2 << 20, "{} bytes", once.len());
        for threads in ["2", "7", "64"] {
            assert!(once == run(threads), "{view:?} -j {threads}");
        }
    }
}

/// A document's summary does not depend on what else is in the batch.
#[test]
fn a_batch_is_the_sum_of_its_documents() {
    let batch = run(&["-f", "ndjson", "corpus"]);
    let batch = String::from_utf8(batch).unwrap();
    for line in batch.lines().filter(|line| line.contains("\"type\":\"summary\"")) {
        let summary: serde_json::Value = serde_json::from_str(line).unwrap();
        let alone = run(&["--json", summary["source"]["path"].as_str().unwrap()]);
        assert_eq!(String::from_utf8(alone).unwrap().trim_end(), line);
    }
}
