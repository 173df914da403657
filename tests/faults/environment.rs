//! Locales, variables, folders and a clock as nobody would expect them.

use std::fs;
use std::path::Path;

use super::{Ran, command, epitome, shell, two_files};

fn with_variables(
    directory: &Path,
    variables: &[(&str, &str)],
    arguments: &[&str],
) -> Ran {
    let mut command = command(directory, arguments);
    command.env_clear().envs(variables.iter().copied());
    command.output().unwrap().into()
}

#[test]
fn case_42_the_environment_does_not_change_the_result() {
    let directory = two_files();
    let run = |variables: &[(&str, &str)]| {
        with_variables(directory.path(), variables, &["--json", "a.txt"])
    };
    let usual = run(&[]);
    assert_eq!((usual.code, usual.stderr.as_str()), (Some(0), ""));
    for variable in [
        ("LC_ALL", "C"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANG", "ja_JP.SJIS"),
        ("TZ", "Pacific/Kiritimati"),
        ("TERM", "dumb"),
        ("TERM", ""),
        ("COLUMNS", "0"),
        ("COLUMNS", "1"),
        ("COLUMNS", "99999"),
        ("COLUMNS", "many"),
        ("HOME", ""),
        ("HOME", "/nowhere"),
        ("XDG_CONFIG_HOME", "relative"),
        ("CLICOLOR_FORCE", "1"),
        ("RAYON_NUM_THREADS", "many"),
        ("PATH", ""),
    ] {
        let ran = run(&[variable]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{variable:?}");
        assert_eq!(ran.stdout, usual.stdout, "{variable:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn case_42_a_folder_that_was_deleted_is_no_matter() {
    let directory = two_files();
    let line = "mkdir gone; cd gone; rmdir ../gone; exec \"$E\" --json < ../a.txt";
    let line =
        line.replace("../a.txt", &directory.path().join("a.txt").to_string_lossy());
    let ran = shell(directory.path(), &line);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(ran.object()["overall"]["sentences"].as_array().unwrap().len(), 3);
}

#[test]
fn case_49_variables_that_lead_nowhere_are_said_or_passed_over() {
    let directory = two_files();
    let folder = directory.path().to_str().unwrap();
    let ran = with_variables(directory.path(), &[("EPITOME_CONFIG", folder)], &["a.txt"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.ends_with("is a directory, not a configuration file\n"));
    for value in ["", "0", "1"] {
        let ran = with_variables(directory.path(), &[("NO_COLOR", value)], &["a.txt"]);
        assert_eq!(ran.stdout, epitome(directory.path(), &["a.txt"]).stdout);
    }
    let colored = ["--explain", "--color", "always", "a.txt"];
    let ran = with_variables(directory.path(), &[("NO_COLOR", "1")], &colored);
    assert!(ran.stdout.contains('\x1b'), "an option overrules the environment");
}

/// Temporary files stand beside their target, and no clock is asked.
#[test]
fn case_50_no_temporary_folder_is_needed() {
    let directory = two_files();
    let usual = epitome(directory.path(), &["a.txt"]);
    let variables = [("TMPDIR", "/nowhere"), ("TMP", ""), ("TEMP", "/dev/null")];
    for format in ["text", "json", "html"] {
        let arguments = ["-f", format, "a.txt", "-o", "out"];
        let ran = with_variables(directory.path(), &variables, &arguments);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{format}");
    }
    with_variables(directory.path(), &variables, &["a.txt", "-o", "out"]);
    assert_eq!(fs::read_to_string(directory.path().join("out")).unwrap(), usual.stdout);
}
