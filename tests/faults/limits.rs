//! A machine that has little of something: files, memory, stack, threads.

use std::fs;
use std::path::Path;

use tempfile::tempdir;

use super::{TEXT, epitome, shell, two_files, with_input};

#[test]
fn case_37_a_thousand_files_with_few_open_at_once() {
    let directory = tempdir().unwrap();
    for number in 0..1000 {
        fs::write(directory.path().join(format!("{number:04}.txt")), TEXT).unwrap();
    }
    let ran = shell(directory.path(), "ulimit -n 20; exec \"$E\" -f ndjson -j 4 .");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(ran.stdout.lines().count(), 1001);
    assert!(ran.stdout.ends_with(
        "\"documents\":1000,\"failed\":0,\"sentences\":3000,\"bytes\":81000}\n"
    ));
}

#[test]
fn case_37_a_small_stack_is_enough() {
    let directory = two_files();
    fs::write(directory.path().join("deep.html"), "<div><ul><li>".repeat(5000)).unwrap();
    fs::write(directory.path().join("deep.md"), "> ".repeat(5000)).unwrap();
    let line = "ulimit -s 256; exec \"$E\" -f ndjson -j 2 .";
    let ran = shell(directory.path(), line);
    assert_eq!((ran.code, ran.objects().len()), (Some(0), 5), "{}", ran.stderr);
}

/// What there is no room for is an error of its own; the rest is done.
#[test]
#[cfg(target_os = "linux")]
fn case_37_a_document_that_memory_has_no_room_for_is_one_line() {
    let directory = two_files();
    fs::write(directory.path().join("big.txt"), TEXT.repeat(500_000)).unwrap();
    let line = "ulimit -v 150000; exec \"$E\" -f ndjson -j 1 big.txt a.txt";
    let ran = shell(directory.path(), line);
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    assert_eq!(ran.stderr, "epitome: big.txt: not enough memory for it\n");
    let types: Vec<_> = ran.objects().iter().map(|one| one["type"].clone()).collect();
    assert_eq!(types, ["error", "summary", "end"]);
}

/// However little there is: each document is done or one line, and none of them ends
/// the others.
#[test]
#[cfg(target_os = "linux")]
fn case_37_memory_never_runs_out_half_way() {
    let directory = two_files();
    for (name, text) in [
        ("a.md", "# a\n".repeat(250_000)),
        ("b.html", "<p>a</p>".repeat(60_000)),
        ("c.txt", "A! ".repeat(200_000)),
        ("d.txt", TEXT.repeat(60_000)),
    ] {
        fs::write(directory.path().join(name), text).unwrap();
        let mut codes = Vec::new();
        for kib in [60_000, 120_000, 180_000, 300_000, 600_000] {
            let line =
                format!("ulimit -v {kib}; exec \"$E\" -q -f ndjson -j 2 {name} a.txt");
            let ran = shell(directory.path(), &line);
            let said = format!("epitome: {name}: not enough memory for it\n");
            match ran.code {
                Some(0) => assert_eq!(ran.stderr, ""),
                Some(1) => assert_eq!(ran.stderr, said),
                other => panic!("{name} in {kib} KiB: {other:?}, {}", ran.stderr),
            }
            assert_eq!(ran.objects()[1]["source"]["sentences"], 3, "{name} in {kib} KiB");
            codes.push(ran.code);
        }
        assert_eq!((codes[0], codes[4]), (Some(1), Some(0)), "{name}");
    }
}

/// Documents that have no room beside one another wait for one another.
#[test]
#[cfg(target_os = "linux")]
fn case_37_where_memory_is_short_fewer_are_done_at_once() {
    let directory = two_files();
    for number in 0..6 {
        let path = directory.path().join(format!("{number}.txt"));
        fs::write(path, TEXT.repeat(20_000)).unwrap();
    }
    let usual = epitome(directory.path(), &["-f", "ndjson", "."]);
    let line = "ulimit -v 650000; exec \"$E\" -f ndjson -j 2 .";
    let ran = shell(directory.path(), line);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(ran.stdout == usual.stdout);
}

#[test]
fn case_38_any_number_of_threads_gives_the_same_bytes() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/articles");
    let run = |threads| epitome(&corpus, &["-f", "ndjson", "-j", threads, "."]).stdout;
    let once = run("1");
    for threads in ["0", "10000"] {
        assert!(run(threads) == once, "-j {threads}");
    }
}

/// Threads need address space; where it is short, fewer do the same.
#[test]
#[cfg(target_os = "linux")]
fn case_38_threads_that_are_not_to_be_had_are_done_without() {
    let directory = two_files();
    let usual = epitome(directory.path(), &["-f", "ndjson", "."]);
    let line = "ulimit -v 200000; exec \"$E\" -f ndjson -j 512 .";
    let ran = shell(directory.path(), line);
    assert_eq!((ran.code, ran.stdout), (Some(0), usual.stdout), "{}", ran.stderr);
}

/// A thread is begun only where those before it leave enough.
#[test]
#[cfg(target_os = "linux")]
fn case_38_many_threads_in_little_memory_do_the_same() {
    let directory = two_files();
    for number in 0..200 {
        let path = directory.path().join(format!("{number}.txt"));
        fs::write(path, TEXT.repeat(1 + number % 40)).unwrap();
    }
    let usual = epitome(directory.path(), &["-f", "ndjson", "--scores", "."]);
    for kib in [230_000, 260_000, 300_000, 400_000] {
        let line = format!("ulimit -v {kib}; exec \"$E\" -f ndjson --scores -j 64 .");
        let ran = shell(directory.path(), &line);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{kib} KiB");
        assert!(ran.stdout == usual.stdout, "{kib} KiB");
    }
}

#[test]
fn case_41_a_line_end_more_changes_nothing() {
    let picks = |text: &str| {
        let ran = with_input(".".as_ref(), &["--json", "-n", "2"], text.as_bytes());
        ran.object()["overall"].clone()
    };
    // Sentences that are worth the same.
    let even = "Ann saw Bob. Cid saw Dan. Eve saw Fay. Gus saw Hal.";
    for text in [even, TEXT] {
        for end in ["\n", " ", "\n\n", "\r\n", " \n"] {
            assert_eq!(picks(text), picks(&format!("{text}{end}")), "{end:?}");
        }
    }
}
