//! Peak memory, whatever the text holds: below six times the input and 64 MiB.
//! Measured at the command, in the shapes that take most.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;

use tempfile::tempdir;

const MIB: u64 = 1 << 20;

/// A text of this many pieces, in a file of this kind, read with these arguments.
struct Flood(&'static str, &'static str, usize, &'static [&'static str]);

const FLOODS: &[Flood] = &[
    Flood("A! ", "txt", 1_000_000, &[]),
    Flood("A! ", "txt", 600_000, &["--scores"]),
    Flood("a\n", "txt", 1_000_000, &[]),
    Flood("a\n\n", "txt", 800_000, &["--keywords", "5"]),
    Flood("# a\n", "txt", 500_000, &[]),
    Flood("A\n=\n\nb c.\n\n", "txt", 300_000, &["-s", "1000000"]),
    Flood("# a\n", "md", 250_000, &[]),
    Flood("# a\n", "md", 500_000, &[]),
    Flood("- a\n", "md", 500_000, &[]),
    Flood("<p>a</p>", "html", 300_000, &[]),
    Flood("<p>a", "html", 300_000, &["--query", "a"]),
    Flood("<td>a</td>", "html", 300_000, &[]),
    Flood("<b>a</b>", "html", 300_000, &[]),
    Flood("a<br>", "html", 300_000, &[]),
    Flood("<h2>a</h2><p>b c.</p>", "html", 200_000, &[]),
];

/// The peak of the command's memory over one file. It waits for more on standard input
/// once it has done the file.
fn peak(path: &Path, arguments: &[&str]) -> u64 {
    let mut run = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .args(["--no-config", "-q", "-j", "1", "-f", "ndjson", "--line-buffered"])
        .args(arguments)
        .arg(path)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(run.stdout.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().starts_with("{\"type\":\"summary\""));
    let status = fs::read_to_string(format!("/proc/{}/status", run.id())).unwrap();
    drop(run.stdin.take());
    assert_eq!(lines.count(), 2, "the summary of nothing, and the end");
    assert!(run.wait().unwrap().success());
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
}

/// What the command takes over one file, if it is more than it may.
fn excess(path: &Path, arguments: &[&str]) -> Option<String> {
    let most = 6 * fs::metadata(path).unwrap().len() + 64 * MIB;
    let peak = peak(path, arguments);
    (peak > most).then(|| format!("{} of {} MiB", peak / MIB, most / MIB))
}

#[test]
fn words_that_never_come_back_take_no_more() {
    // Numbers to the base of sixteen letters: long sentences of new words.
    let letter =
        |number: u32, place: u32| char::from(b'a' + (number >> (4 * place) & 15) as u8);
    let word =
        |number: u32| (0..6).map(|place| letter(number, place)).collect::<String>();
    let mut text = String::new();
    for number in 0..400_000 {
        text.push_str(&word(number));
        text.push_str(if number % 50_000 == 49_999 { ".\n\n" } else { " " });
    }
    let directory = tempdir().unwrap();
    let path = directory.path().join("words.txt");
    fs::write(&path, text).unwrap();
    assert_eq!(excess(&path, &[]), None);
    assert_eq!(excess(&path, &["--keywords", "8"]), None);
}

#[test]
fn memory_stays_below_six_times_the_input_and_64_mib() {
    let directory = tempdir().unwrap();
    let (next, over) = (Mutex::new(FLOODS.iter().enumerate()), Mutex::new(Vec::new()));
    let work = || {
        loop {
            let Some((number, flood)) = next.lock().unwrap().next() else { return };
            let Flood(piece, kind, count, arguments) = flood;
            let path = directory.path().join(format!("{number}.{kind}"));
            fs::write(&path, piece.repeat(*count)).unwrap();
            if let Some(excess) = excess(&path, arguments) {
                let what = format!("{piece:?} {kind} {arguments:?}: {excess}");
                over.lock().unwrap().push(what);
            }
        }
    };
    std::thread::scope(|scope| (0..2).for_each(|_| drop(scope.spawn(work))));
    let over = over.into_inner().unwrap();
    assert!(over.is_empty(), "{over:#?}");
}

/// A flood is cut off where it has too many pieces, which is said; prose never is.
#[test]
fn what_is_left_out_is_said() {
    let run = |text: &str| {
        let mut summarizer =
            epitome::Summarizer::new(epitome::Options::default()).unwrap();
        let summary = summarizer.summarize(text).unwrap();
        (summary.source.sentences, summary.warnings)
    };
    let (sentences, warnings) = run(&"A! ".repeat(300_000));
    assert!(sentences < 300_000 && sentences > 240_000, "{sentences}");
    assert_eq!(warnings, ["too many tiny pieces; what stands behind them was left out"]);
    let (sentences, warnings) = run(&"A! ".repeat(200_000));
    assert_eq!((sentences, warnings), (200_000, Vec::new()));
    let record = format!("{{\"sentences\":[{}]}}", vec!["\"A b\""; 350_000].join(","));
    let mut summarizer = epitome::Summarizer::new(epitome::Options::default()).unwrap();
    let summary = summarizer.summarize_record(record.as_bytes()).unwrap();
    assert_eq!((summary.source.sentences, summary.warnings), (350_000, Vec::new()));
}
