//! Configuration files on the command line.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::{TempDir, tempdir};

const TEXT: &str =
    "The harbour closed in March. Ice had broken its outer wall. Repairs take a year.\n";

/// A home with a user's file, and a repository in it with a project's file and
/// a document in a folder.
fn home(user: &str, project: &str) -> TempDir {
    let home = tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = home.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(".config/epitome/epitome.toml", user);
    write("repository/epitome.toml", project);
    write("repository/.git/HEAD", "");
    write("repository/deep/a.txt", TEXT);
    home
}

fn run(home: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_epitome"))
        .args(arguments)
        .current_dir(home.join("repository/deep"))
        .env_clear()
        .env("HOME", home)
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// How many sentences come out, one a line.
fn sentences(home: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> usize {
    let arguments = [arguments, &["--no-sections", "a.txt"]].concat();
    let output = run(home, variables, &arguments);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).unwrap().lines().count()
}

fn complaint(home: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> String {
    let output = run(home, variables, &[arguments, &["a.txt"]].concat());
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    said.replace(home.to_str().unwrap(), "HOME").replace("/private", "")
}

#[test]
fn what_is_typed_overrules_the_project_and_that_the_user() {
    let both = home("sentences = 1", "sentences = 2");
    assert_eq!(sentences(both.path(), &[], &[]), 2);
    assert_eq!(sentences(both.path(), &[], &["-n", "3"]), 3);
    assert_eq!(sentences(both.path(), &[], &["--no-config"]), 3);
    let user = home("sentences = 1", "");
    assert_eq!(sentences(user.path(), &[], &[]), 1);
    let elsewhere = [("XDG_CONFIG_HOME", "/nowhere")];
    assert_eq!(sentences(user.path(), &elsewhere, &[]), 3);
}

#[test]
fn a_named_file_stands_for_both() {
    let home = home("sentences = 1", "sentences = 2");
    let other = home.path().join("other.toml");
    fs::write(&other, "\u{feff}no-sections = true\n").unwrap();
    let other = other.to_str().unwrap();
    let project = home.path().join("repository/epitome.toml");
    let project = project.to_str().unwrap();
    assert_eq!(sentences(home.path(), &[], &["--config", other]), 3);
    assert_eq!(sentences(home.path(), &[("EPITOME_CONFIG", other)], &[]), 3);
    assert_eq!(sentences(home.path(), &[("EPITOME_CONFIG", "")], &[]), 2);
    let named = [("EPITOME_CONFIG", other)];
    assert_eq!(sentences(home.path(), &named, &["--config", project]), 2);
}

#[test]
fn a_flag_of_a_file_can_be_undone() {
    let home = home("json = true\nscores = true", "scores = false");
    let output = run(home.path(), &[], &["a.txt"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("{\"type\"") && !text.contains("\"rank\""), "{text}");
    let output = run(home.path(), &[], &["--no-json", "a.txt"]);
    assert!(output.stdout.starts_with(b"The harbour"));
}

#[test]
fn the_files_that_were_read_are_said() {
    let home = home("verbose = true", "");
    let output = run(home.path(), &[], &["a.txt"]);
    let said = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<_> = said.lines().collect();
    assert!(lines[0].ends_with("/.config/epitome/epitome.toml: configuration read"));
    assert!(lines[1].ends_with("/repository/epitome.toml: configuration read"));
}

#[test]
fn a_search_ends_at_the_root_of_the_repository() {
    let home = home("", "");
    fs::remove_file(home.path().join("repository/epitome.toml")).unwrap();
    fs::write(home.path().join("epitome.toml"), "sentences = 1").unwrap();
    assert_eq!(sentences(home.path(), &[], &[]), 3);
    fs::remove_dir_all(home.path().join("repository/.git")).unwrap();
    assert_eq!(sentences(home.path(), &[], &[]), 1);
}

#[test]
fn bad_files_are_named() {
    let path = |home: &TempDir, name: &str| home.path().join(name).display().to_string();
    let wrong = home("", "words = 9\nsentneces = 1");
    assert_eq!(
        complaint(wrong.path(), &[], &[]),
        "epitome: HOME/repository/epitome.toml:2: unknown key 'sentneces' (did you mean 'sentences'?)\n"
    );
    assert_eq!(sentences(wrong.path(), &[], &["--no-config"]), 3);
    let home = home("", "");
    let folder = [("EPITOME_CONFIG", home.path().to_str().unwrap())];
    assert_eq!(
        complaint(home.path(), &folder, &[]),
        "epitome: HOME: is a directory, not a configuration file\n"
    );
    let missing = path(&home, "none.toml");
    assert_eq!(
        complaint(home.path(), &[], &["--config", &missing]),
        "epitome: HOME/none.toml: No such file or directory\n"
    );
    for (bytes, what) in [
        (
            vec![b'#'; 2 << 20],
            "has more than 1048576 bytes, too many for a configuration",
        ),
        (b"words = '\xff'".to_vec(), "not UTF-8"),
    ] {
        let file = path(&home, "bad.toml");
        fs::write(&file, bytes).unwrap();
        let said = complaint(home.path(), &[], &["--config", &file]);
        assert_eq!(said, format!("epitome: HOME/bad.toml: {what}\n"));
    }
}

/// Help needs no configuration, however bad.
#[test]
fn help_comes_without_a_configuration() {
    let home = home("zzz = 1", "");
    for arguments in
        [["--help"], ["-h"], ["--print-schema"], ["--generate=complete-fish"]]
    {
        assert!(run(home.path(), &[], &arguments).status.success(), "{arguments:?}");
    }
}
