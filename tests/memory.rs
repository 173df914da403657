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

/// Texts that take much for what is kept of each word, sentence or name, with the
/// arguments that keep most of it.
fn texts() -> Vec<(&'static str, String, &'static [&'static str])> {
    let sentences = (0..500_000).map(|at| {
        let [a, b, c] = [word(3 * at), word(3 * at + 1), word(3 * at + 2)];
        format!("H{a} {b} {c}. ")
    });
    let names = (0..400_000).map(|at| {
        let stop = if at % 16 == 15 { "." } else { "" };
        format!("H{}{stop} ", word(at))
    });
    let given = format!("{{\"sentences\":[{}]}}\n", vec!["\"A b\""; 580_000].join(","));
    vec![
        ("sentences.txt", sentences.collect(), &["--scores"]),
        ("names.txt", names.collect(), &["--keywords", "8"]),
        ("given.jsonl", given, &["--scores"]),
    ]
}

/// A number to the base of sixteen letters.
fn word(number: u32) -> String {
    let letter = |place: u32| char::from(b'a' + (number >> (4 * place) & 15) as u8);
    (0..6).map(letter).collect()
}

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
    let peak = so_far(run.id()).unwrap();
    drop(run.stdin.take());
    assert_eq!(lines.count(), 2, "the summary of nothing, and the end");
    assert!(run.wait().unwrap().success());
    peak
}

/// The peak of the command's memory over a page of one file, looked at again and again.
fn peak_of_page(path: &Path) -> u64 {
    let mut run = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .args(["--no-config", "-q", "-j", "1", "-f", "html"])
        .arg(path)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut most = 0;
    while run.try_wait().unwrap().is_none() {
        most = most.max(so_far(run.id()).unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(run.wait().unwrap().success());
    most
}

/// The peak of a process so far, while it runs.
fn so_far(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(peak.trim().trim_end_matches(" kB").parse::<u64>().ok()? << 10)
}

/// What the command takes over one file, if it is more than it may.
fn excess(path: &Path, arguments: &[&str]) -> Option<String> {
    over(path, peak(path, arguments))
}

fn over(path: &Path, peak: u64) -> Option<String> {
    let most = 6 * fs::metadata(path).unwrap().len() + 64 * MIB;
    (peak > most).then(|| format!("{} of {} MiB", peak / MIB, most / MIB))
}

#[test]
fn words_that_never_come_back_take_no_more() {
    // Long sentences of new words.
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
fn new_words_names_and_given_sentences_take_no_more_in_any_format() {
    let directory = tempdir().unwrap();
    let of_text = |(name, text, arguments): (&str, String, &[&str])| {
        let path = directory.path().join(name);
        fs::write(&path, text).unwrap();
        let (of_lines, of_page) =
            (excess(&path, arguments), over(&path, peak_of_page(&path)));
        assert_eq!((of_lines, of_page), (None, None), "{name}");
    };
    std::thread::scope(|scope| {
        for text in texts() {
            scope.spawn(|| of_text(text));
        }
    });
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
    let record = format!("{{\"sentences\":[{}]}}", vec!["\"A\""; 900_000].join(","));
    let error = summarizer.summarize_record(record.as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "too many tiny sentences");
}
