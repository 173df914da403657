//! What comes out is what `schema/summary-v1.json` promises, no less and no more.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

mod common;

use std::process::{Command, Stdio};

use serde_json::Value;

fn schema() -> Value {
    serde_json::from_str(include_str!("../schema/summary-v1.json")).unwrap()
}

/// The NDJSON of a run over the corpus with bad inputs among it.
fn output() -> Vec<Value> {
    let records = "{\"id\": 1, \"sentences\": [\"One.\", \"Two.\"]}\n{\"id\": 2}\n";
    let mut run = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .args(["-f", "ndjson", "--scores", "-k", "3", "-q", "corpus", "missing.txt", "-"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut run.stdin.take().unwrap(), records.as_bytes())
        .unwrap();
    let output = run.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_object_is_valid() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let objects = output();
    let count =
        |kind: &str| objects.iter().filter(|object| object["type"] == kind).count();
    assert_eq!(
        (count("summary"), count("error"), count("end")),
        (common::articles().len() + 1, 2, 1)
    );
    for object in &objects {
        let errors: Vec<String> =
            validator.iter_errors(object).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?} in {object}");
    }
}

#[test]
fn a_merged_summary_is_valid_and_names_its_documents() {
    let run = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .args(["--merge", "--json", "--scores", "-k", "3", "-q", "corpus"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let object: Value = serde_json::from_slice(&run.stdout).unwrap();
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&object).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let documents = object["documents"].as_array().unwrap();
    assert_eq!(documents.len(), common::articles().len());
    for name in object.as_object().unwrap().keys() {
        assert!(schema()["$defs"]["summary"]["properties"].get(name).is_some(), "{name}");
    }
    for pick in object["overall"]["sentences"].as_array().unwrap() {
        assert!(pick["document"].as_u64().unwrap() < documents.len() as u64);
    }
}

/// A field that the schema does not name would be a promise nobody has written down.
#[test]
fn every_field_is_in_the_schema() {
    let schema = schema();
    let definitions = &schema["$defs"];
    let named = |name: &str| -> Vec<&String> {
        definitions[name]["properties"].as_object().unwrap().keys().collect()
    };
    for object in output() {
        let kind = object["type"].as_str().unwrap();
        let check = |value: &Value, name: &str| {
            for field in value.as_object().unwrap().keys() {
                assert!(named(name).contains(&field), "{name}.{field}");
            }
        };
        check(&object, kind);
        if kind == "summary" {
            check(&object["source"], "source");
            check(&object["overall"], "extract");
            let keywords = object["keywords"].as_array().unwrap().iter();
            keywords.for_each(|keyword| check(keyword, "keyword"));
            object["sections"]
                .as_array()
                .unwrap()
                .iter()
                .for_each(|s| check(s, "section"));
            object["sentences"]
                .as_array()
                .unwrap()
                .iter()
                .for_each(|s| check(s, "scored"));
        }
    }
}
