//! Records that flow through a pipe: what is done comes out, what is bad stays alone.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

fn epitome(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_epitome"))
        .args(["--from", "jsonl", "-f", "ndjson"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The objects that come of `records`, and the exit code.
fn objects(arguments: &[&str], records: &str) -> (Vec<Value>, Option<i32>) {
    let mut child = epitome(arguments);
    child.stdin.take().unwrap().write_all(records.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let objects = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (objects, output.status.code())
}

/// If a line were held back, reading it would never end: each record is sent
/// only once the summary of the one before it has arrived.
#[test]
fn each_summary_arrives_before_the_next_record_is_sent() {
    for threads in ["1", "3"] {
        let mut child = epitome(&["--line-buffered", "-j", threads]);
        let mut records = child.stdin.take().unwrap();
        let mut summaries = BufReader::new(child.stdout.take().unwrap()).lines();
        for number in 0..20 {
            writeln!(records, r#"{{"id": {number}, "text": "Rain fell. It was cold."}}"#)
                .unwrap();
            records.flush().unwrap();
            let line = summaries.next().unwrap().unwrap();
            let summary: Value = serde_json::from_str(&line).unwrap();
            assert_eq!(summary["source"]["id"], number.to_string());
        }
        drop(records);
        let end: Value =
            serde_json::from_str(&summaries.next().unwrap().unwrap()).unwrap();
        assert_eq!((&end["type"], &end["documents"]), (&"end".into(), &20.into()));
        assert!(summaries.next().is_none() && child.wait().unwrap().success());
    }
}

#[test]
fn a_bad_record_in_the_middle_keeps_the_rest() {
    let records = "{\"id\": \"a\", \"text\": \"One.\"}\n{\"id\": \"b\", \"text\": 5}\n\
                   {\"id\": \"c\", \"te\n{\"id\": \"d\", \"text\": \"Four.\"}\n";
    for threads in ["1", "3"] {
        let (objects, code) = objects(&["-j", threads], records);
        let kinds: Vec<&str> =
            objects.iter().map(|object| object["type"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["summary", "error", "error", "summary", "end"]);
        let ids: Vec<&Value> =
            objects[..4].iter().map(|object| &object["source"]["id"]).collect();
        assert_eq!(ids, [&"a".into(), &"b".into(), &Value::Null, &"d".into()]);
        assert_eq!((&objects[1]["line"], &objects[2]["line"]), (&2.into(), &3.into()));
        assert_eq!(
            (&objects[4]["documents"], &objects[4]["failed"]),
            (&2.into(), &2.into())
        );
        assert_eq!(code, Some(1));
    }
}
