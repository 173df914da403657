//! What happens when something is wrong with the input or the output.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![cfg(unix)]

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::{TempDir, tempdir};

const TEXT: &str =
    "The harbour closed in March. Ice had broken its outer wall. Repairs take a year.\n";

fn epitome(arguments: &[&str], directory: &Path) -> Output {
    with_input(arguments, directory, b"")
}

fn with_input(arguments: &[&str], directory: &Path, input: &[u8]) -> Output {
    let mut run = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .args(arguments)
        .current_dir(directory)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The program may end without reading it all.
    let _ = run.stdin.take().unwrap().write_all(input);
    run.wait_with_output().unwrap()
}

/// A directory with `a.txt` and `b.txt`.
fn two_files() -> TempDir {
    let directory = tempdir().unwrap();
    fs::write(directory.path().join("a.txt"), TEXT).unwrap();
    fs::write(directory.path().join("b.txt"), TEXT).unwrap();
    directory
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_code_3_and_one_line() {
    let directory = two_files();
    for arguments in [
        &["a.txt"][..],
        &["--json", "a.txt"],
        &["-f", "ndjson", "a.txt"],
        &["--help"],
        &["--generate", "man"],
        &["--print-schema"],
        &["-V"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_epitome"))
            .args(arguments)
            .current_dir(directory.path())
            .stdout(File::create("/dev/full").unwrap())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(3), "{arguments:?}");
        assert_eq!(
            stderr(&output),
            "epitome: standard output: No space left on device\n"
        );
    }
}

#[test]
fn a_reader_that_has_gone_is_no_error() {
    let directory = tempdir().unwrap();
    fs::write(directory.path().join("a.txt"), TEXT.repeat(20_000)).unwrap();
    let mut run = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .args(["-n", "100000", "--scores", "--json", "a.txt"])
        .current_dir(directory.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(run.stdout.take());
    let mut said = String::new();
    run.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((run.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

#[test]
fn a_missing_file_is_one_line_and_the_rest_is_done() {
    let directory = two_files();
    let output = epitome(&["nope.txt", "a.txt"], directory.path());
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "epitome: nope.txt: No such file or directory\n");
    assert!(stdout(&output).contains("The harbour closed"));
}

#[test]
fn hostile_bytes_follow_the_contract() {
    let directory = tempdir().unwrap();
    let code =
        |input: &[u8]| with_input(&["--json"], directory.path(), input).status.code();
    assert_eq!(code(b""), Some(0));
    assert_eq!(code(b" \n\n"), Some(0));
    assert_eq!(code(b"word"), Some(0));
    assert_eq!(code(b"caf\xe9 is open. It is \xff good."), Some(0));
    assert_eq!(code(b"a\0b. c d e."), Some(1));
    assert_eq!(code(b"%PDF-1.7"), Some(1));
    assert_eq!(code(b"\xff\xfe\0\0H\0\0\0"), Some(1));
    assert_eq!(code("Toplantıda “İ. Kaya konuştu.” Sonra gitti.".as_bytes()), Some(0));
    assert_eq!(code("word ".repeat(2_000_000).as_bytes()), Some(0));
}

#[test]
fn a_document_above_the_limit_is_refused() {
    let directory = two_files();
    let output = epitome(&["--max-bytes", "20", "a.txt"], directory.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("more than the limit of 20"), "{}", stderr(&output));
}

#[test]
fn records_of_any_encoding_and_length_are_handled_one_by_one() {
    let directory = tempdir().unwrap();
    let run = |arguments: &[&str], input: &[u8]| {
        let arguments = [&["--from", "jsonl", "-f", "ndjson"], arguments].concat();
        stdout(&with_input(&arguments, directory.path(), input))
    };
    let latin = run(&["-E", "latin1"], b"{\"id\":1,\"text\":\"Caf\xe9 is open.\"}\n");
    assert!(latin.contains("Café is open."), "{latin}");
    let long = format!(
        "{{\"id\":1,\"text\":\"{}\"}}\n{{\"id\":2,\"text\":\"Short.\"}}\n",
        "a ".repeat(400)
    );
    let limited = run(&["--max-record-bytes", "100"], long.as_bytes());
    assert!(limited.contains("\"line\":1") && limited.contains("Short."), "{limited}");
    let huge = run(&[], b"{\"id\":18446744073709551616,\"text\":\"A.\"}\r\n\r\n");
    assert!(huge.contains("\"id\":\"18446744073709551616\""), "{huge}");
}

#[test]
fn a_directory_without_text_is_said_to_have_none() {
    let directory = tempdir().unwrap();
    fs::write(directory.path().join("nul.md"), b"a b c.\0 def.").unwrap();
    let output = epitome(&["."], directory.path());
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "epitome: .: no text in it (1 file skipped; see -v)\n");
}

#[test]
fn an_input_is_never_overwritten() {
    let directory = two_files();
    std::os::unix::fs::symlink("a.txt", directory.path().join("link")).unwrap();
    for target in ["a.txt", "./a.txt", "link"] {
        let output = epitome(&["a.txt", "-o", target], directory.path());
        assert_eq!(output.status.code(), Some(2), "{target}");
        assert_eq!(fs::read_to_string(directory.path().join("a.txt")).unwrap(), TEXT);
    }
    let output = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .current_dir(directory.path())
        .stdin(File::open(directory.path().join("a.txt")).unwrap())
        .stdout(
            File::options().append(true).open(directory.path().join("a.txt")).unwrap(),
        )
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn an_output_file_is_replaced_whole_behind_its_link() {
    use std::os::unix::fs::PermissionsExt;
    let directory = two_files();
    let path = |name: &str| directory.path().join(name);
    std::os::unix::fs::symlink("real", path("link")).unwrap();
    fs::write(path("real"), "old").unwrap();
    fs::set_permissions(path("real"), fs::Permissions::from_mode(0o640)).unwrap();
    assert!(epitome(&["a.txt", "-o", "link"], directory.path()).status.success());
    assert!(path("link").is_symlink());
    assert!(fs::read_to_string(path("real")).unwrap().contains("harbour"));
    assert_eq!(fs::metadata(path("real")).unwrap().permissions().mode() & 0o777, 0o640);
    std::os::unix::fs::symlink("later", path("dangling")).unwrap();
    assert!(epitome(&["a.txt", "-o", "dangling"], directory.path()).status.success());
    assert!(path("dangling").is_symlink() && path("later").is_file());
    let left = fs::read_dir(directory.path()).unwrap();
    assert!(
        left.into_iter().all(|e| !e
            .unwrap()
            .file_name()
            .to_string_lossy()
            .ends_with(".tmp"))
    );
}

#[test]
fn a_pipe_is_written_as_it_stands() {
    let directory = two_files();
    let pipe = directory.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).unwrap()
    });
    assert!(epitome(&["a.txt", "-o", "pipe"], directory.path()).status.success());
    assert!(reader.join().unwrap().contains("harbour"));
}

#[test]
fn one_output_that_fails_does_not_stop_the_others() {
    let directory = two_files();
    fs::create_dir_all(directory.path().join("out/a.txt.json")).unwrap();
    let output =
        epitome(&["--json", "a.txt", "b.txt", "--output-dir", "out"], directory.path());
    assert_eq!(output.status.code(), Some(3));
    assert!(directory.path().join("out/b.txt.json").is_file());
}

#[test]
fn outputs_that_would_clash_are_refused_before_any_work() {
    let directory = two_files();
    fs::create_dir_all(directory.path().join("x/a.txt.json")).unwrap();
    fs::write(directory.path().join("x/a.txt"), TEXT).unwrap();
    fs::write(directory.path().join("x/a.txt.json/b.txt"), TEXT).unwrap();
    for inputs in [&["a.txt", "x/a.txt"][..], &["a.txt", "x"]] {
        let arguments = [inputs, &["--json", "--output-dir", "out"]].concat();
        let output = epitome(&arguments, directory.path());
        assert_eq!(output.status.code(), Some(2), "{inputs:?}");
        assert!(!directory.path().join("out").exists());
    }
}

#[test]
fn loops_and_unreadable_places_are_named_and_passed_over() {
    let directory = two_files();
    std::os::unix::fs::symlink(".", directory.path().join("loop")).unwrap();
    let output = epitome(&["-L", "-f", "ndjson", "."], directory.path());
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    assert!(
        said.starts_with("epitome: ./loop: a loop of links") && said.lines().count() == 1,
        "{said}"
    );
    assert_eq!(stdout(&output).matches("\"type\":\"summary\"").count(), 2);
    assert!(epitome(&["."], directory.path()).status.success());
}

#[test]
fn a_thousand_files_run_in_one_process_with_few_open_at_once() {
    let directory = tempdir().unwrap();
    for number in 0..1000 {
        fs::write(directory.path().join(format!("{number:04}.txt")), TEXT).unwrap();
    }
    let line = format!(
        "ulimit -n 24; exec '{}' -f ndjson -j 4 .",
        env!("CARGO_BIN_EXE_epitome")
    );
    let output = Command::new("sh")
        .args(["-c", &line])
        .current_dir(directory.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stdout(&output).lines().count(), 1001);
    assert!(stdout(&output).ends_with(
        "\"documents\":1000,\"failed\":0,\"sentences\":3000,\"bytes\":81000}\n"
    ));
}
