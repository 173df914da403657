//! Arguments and lists of paths that ask for too much or make no sense.

use std::fs;

use super::{TEXT, epitome, shell, two_files, with_input};

#[test]
fn case_20_too_little_and_too_much_are_given_what_there_is() {
    let directory = two_files();
    let picks = |arguments: &[&str]| {
        let arguments = [&["--json", "a.txt"], arguments].concat();
        let ran = epitome(directory.path(), &arguments);
        assert_eq!(ran.code, Some(0), "{arguments:?}");
        ran.object()["overall"]["sentences"].as_array().unwrap().len()
    };
    for (arguments, count) in [
        (["-n", "0"], 0),
        (["-n", "1000000000"], 3),
        (["-n", "99999999999999999999999"], 3),
        (["-r", "0"], 0),
        (["-r", "1"], 3),
        (["-r", "100%"], 3),
    ] {
        assert_eq!(picks(&arguments), count, "{arguments:?}");
    }
}

#[test]
fn case_20_what_makes_no_sense_is_refused_with_what_does() {
    for (arguments, help) in [
        (["-n", "-1"], "not a whole number of 0 or more"),
        (["-n", "3.5"], "not a whole number of 0 or more"),
        (["-n", ""], "not a whole number of 0 or more"),
        (["-r", "1.5"], "not between 0 and 1"),
        (["-r", "-1"], "not between 0 and 1"),
        (["-r", "NaN"], "not between 0 and 1"),
        (["-r", "inf"], "not between 0 and 1"),
        (["--max-bytes", "99999999999G"], "not a number of bytes"),
        (["--depth", "0"], "not a whole number of 1 or more"),
        (["-m", "nope"], "possible values"),
    ] {
        let ran = epitome(".".as_ref(), &arguments);
        assert_eq!(ran.code, Some(2), "{arguments:?}");
        assert!(ran.stderr.contains(help), "{}", ran.stderr);
        assert_eq!(ran.stdout, "");
    }
}

#[test]
fn case_48_a_list_names_any_number_of_paths_in_any_bytes() {
    let directory = two_files();
    let list = "\u{feff}# a comment\r\na.txt\r\n\r\nb.txt\n\nnope.txt";
    let ran = with_input(
        directory.path(),
        &["-f", "ndjson", "--files-from", "-"],
        list.as_bytes(),
    );
    assert_eq!((ran.code, ran.objects().len()), (Some(1), 4), "{}", ran.stderr);
    let many = "a.txt\n".repeat(2_000);
    fs::write(directory.path().join("many"), many).unwrap();
    let ran = epitome(directory.path(), &["-f", "ndjson", "--files-from", "many"]);
    assert_eq!(
        (ran.code, ran.objects()[2_000]["documents"].as_u64()),
        (Some(0), Some(2_000))
    );
    let odd = b"caf\xe9.txt\0#no comment\0";
    let ran = with_input(directory.path(), &["--files-from", "-", "-0"], odd);
    assert_eq!((ran.code, ran.stderr.lines().count()), (Some(1), 2), "{}", ran.stderr);
    let ran = epitome(directory.path(), &["--files-from", "none"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.stderr, "epitome: --files-from none: No such file or directory\n");
}

#[test]
fn case_48_an_empty_path_is_shown_as_one() {
    let ran = epitome(".".as_ref(), &[""]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.stderr, "epitome: '': No such file or directory\n");
}

#[test]
fn case_48_thousands_of_arguments_are_no_matter() {
    let directory = two_files();
    let line = "exec \"$E\" -f ndjson $(yes a.txt | head -n 2000)";
    let ran = shell(directory.path(), line);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(ran.stdout.lines().count(), 2001);
    assert!(ran.stdout.contains(TEXT.split(". ").next().unwrap()));
}
