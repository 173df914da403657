//! Outputs that are full, gone, clashing, or ended half-way.

use std::fs::{self, File, Permissions};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::{TempDir, tempdir};

use super::{
    Ran, TEXT, as_nobody, command, epitome, fifo, names, shell, two_files, with_input,
};

#[cfg(target_os = "linux")]
fn into_full_disk(directory: &Path, arguments: &[&str]) {
    let full = File::create("/dev/full").unwrap();
    let ran: Ran = command(directory, arguments).stdout(full).output().unwrap().into();
    assert_eq!(ran.code, Some(3), "{arguments:?}");
    assert_eq!(ran.stderr, "epitome: standard output: No space left on device\n");
}

#[test]
#[cfg(target_os = "linux")]
fn case_01_a_result_on_a_full_disk_is_code_3_and_one_line() {
    let directory = two_files();
    for format in ["text", "markdown", "json", "ndjson", "html"] {
        into_full_disk(directory.path(), &["-f", format, "a.txt"]);
        into_full_disk(directory.path(), &["-f", format, "."]);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn case_02_help_on_a_full_disk_is_code_3_and_one_line() {
    for arguments in
        [&["--help"][..], &["-h"], &["-V"], &["--generate", "man"], &["--print-schema"]]
    {
        into_full_disk(Path::new("."), arguments);
    }
}

#[test]
fn case_03_a_reader_that_leaves_ends_the_work() {
    let mut child = command(Path::new("."), &["--from", "jsonl", "-f", "ndjson"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Records without an end.
    let mut records = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        let line = format!("{{\"text\": {TEXT:?}}}\n").repeat(100);
        while std::io::Write::write_all(&mut records, line.as_bytes()).is_ok() {}
    });
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with("{\"type\":\"summary\""), "{first}");
    let ran: Ran = child.wait_with_output().unwrap().into();
    writer.join().unwrap();
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
}

#[test]
fn case_04_a_reader_that_was_never_there_is_no_error() {
    let directory = tempdir().unwrap();
    fs::write(directory.path().join("a.txt"), TEXT.repeat(2_000)).unwrap();
    let mut run =
        command(directory.path(), &["-n", "100000", "--scores", "--json", "a.txt"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
    drop(run.stdout.take());
    let mut said = String::new();
    run.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((run.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

/// What is closed is taken by no file: the result goes where it was sent.
#[test]
fn case_05_closed_standard_output_is_no_other_file() {
    let directory = two_files();
    let ran = shell(directory.path(), "exec \"$E\" a.txt >&-");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let ran = shell(directory.path(), "exec \"$E\" a.txt -o out.txt >&- <&- 2>&-");
    assert_eq!(ran.code, Some(0));
    let written = fs::read_to_string(directory.path().join("out.txt")).unwrap();
    assert_eq!(written, epitome(directory.path(), &["a.txt"]).stdout);
    assert_eq!(fs::read_to_string(directory.path().join("a.txt")).unwrap(), TEXT);
}

#[test]
#[cfg(target_os = "linux")]
fn case_06_closed_or_full_standard_error_changes_nothing() {
    let directory = two_files();
    let usual = epitome(directory.path(), &["nope.txt", "a.txt"]);
    for sink in ["2>&-", "2>/dev/full"] {
        let ran = shell(directory.path(), &format!("exec \"$E\" nope.txt a.txt {sink}"));
        assert_eq!((ran.code, &ran.stdout), (Some(1), &usual.stdout), "{sink}");
        let ran = shell(directory.path(), &format!("exec \"$E\" --nope {sink}"));
        assert_eq!(ran.code, Some(2), "{sink}");
    }
}

#[test]
fn case_07_an_output_that_fails_is_named_and_the_others_are_written() {
    let directory = two_files();
    fs::create_dir_all(directory.path().join("out/a.txt.json")).unwrap();
    let ran =
        epitome(directory.path(), &["--json", "a.txt", "b.txt", "--output-dir", "out"]);
    assert_eq!(ran.code, Some(3));
    assert_eq!(ran.stderr, "epitome: out/a.txt.json: is a directory\n");
    assert!(directory.path().join("out/b.txt.json").is_file());
    let ran = epitome(directory.path(), &["a.txt", "-o", "gone/out.txt"]);
    assert_eq!(ran.code, Some(3));
    assert_eq!(ran.stderr, "epitome: gone/out.txt: there is no directory gone\n");
}

#[test]
fn case_07_a_directory_that_may_not_be_written_is_named() {
    let directory = two_files();
    let mode = |mode| Permissions::from_mode(mode);
    fs::create_dir(directory.path().join("locked")).unwrap();
    fs::set_permissions(directory.path().join("locked"), mode(0o555)).unwrap();
    fs::set_permissions(directory.path(), mode(0o755)).unwrap();
    let Some(ran) = as_nobody(directory.path(), &["a.txt", "-o", "locked/out.txt"])
    else {
        return;
    };
    assert_eq!(ran.code, Some(3));
    assert_eq!(ran.stderr, "epitome: locked/out.txt: Permission denied\n");
}

#[test]
fn case_08_a_full_disk_leaves_the_old_file() {
    let directory = two_files();
    let out = directory.path().join("out.html");
    fs::write(&out, "old").unwrap();
    // One block is all that a file may have.
    let line = "trap '' XFSZ; ulimit -f 1; exec \"$E\" a.txt -o out.html";
    let ran = shell(directory.path(), line);
    assert_eq!(ran.code, Some(3), "{}", ran.stderr);
    assert_eq!(ran.stderr, "epitome: out.html: File too large\n");
    assert_eq!(fs::read_to_string(&out).unwrap(), "old");
    assert_eq!(names(directory.path()), ["a.txt", "b.txt", "out.html"]);
}

/// A limit on the size of files is an error, also where its signal is not switched off.
#[test]
#[cfg(target_os = "linux")]
fn case_08_a_file_that_may_not_grow_leaves_the_old_one() {
    let directory = two_files();
    fs::write(directory.path().join("out.html"), "old").unwrap();
    let ran = shell(directory.path(), "ulimit -f 1; exec \"$E\" a.txt -o out.html");
    assert_eq!(ran.code, Some(3), "{}", ran.stderr);
    assert_eq!(ran.stderr, "epitome: out.html: File too large\n");
    assert_eq!(fs::read_to_string(directory.path().join("out.html")).unwrap(), "old");
    assert_eq!(names(directory.path()), ["a.txt", "b.txt", "out.html"]);
}

/// A result that is written piece by piece is there as a whole or not at all.
#[test]
fn case_08_a_long_result_that_fails_half_way_leaves_nothing() {
    let directory = two_files();
    fs::write(directory.path().join("long.txt"), TEXT.repeat(4_000)).unwrap();
    let line = "trap '' XFSZ; ulimit -f 3000; \
                exec \"$E\" --scores --json -j 2 long.txt a.txt b.txt --output-dir out";
    let ran = shell(directory.path(), line);
    assert_eq!(ran.code, Some(3), "{}", ran.stderr);
    assert_eq!(ran.stderr, "epitome: out/long.txt.json: File too large\n");
    let out = directory.path().join("out");
    assert_eq!(names(&out), ["a.txt.json", "b.txt.json"]);
    assert_eq!(whole(&out), 2);
}

/// A directory of many documents and the command at work on them, with the
/// first file written.
fn at_work(arguments: &[&str]) -> (TempDir, Child) {
    let directory = tempdir().unwrap();
    fs::create_dir(directory.path().join("in")).unwrap();
    for number in 0..200 {
        let path = directory.path().join(format!("in/{number:03}.txt"));
        fs::write(path, TEXT.repeat(40 + number / 4)).unwrap();
    }
    let arguments = [arguments, &["in", "--output-dir", "out"]].concat();
    let child = command(directory.path(), &arguments).spawn().unwrap();
    let out = directory.path().join("out");
    while !out.is_dir() || names(&out).len() < 3 {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    (directory, child)
}

/// Whether a file of this name is one that was not finished.
fn is_temporary(name: &str) -> bool {
    name.strip_prefix(".epitome-").is_some_and(|rest| rest.strip_suffix(".tmp").is_some())
}

/// Every file under a final name is whole.
fn whole(directory: &Path) -> usize {
    let complete: Vec<_> =
        names(directory).into_iter().filter(|name| !name.starts_with('.')).collect();
    for name in &complete {
        let text = fs::read_to_string(directory.join(name)).unwrap();
        let summary: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(summary["type"], "summary");
        assert!(text.ends_with('\n'));
    }
    complete.len()
}

#[test]
fn case_09_what_is_killed_leaves_whole_files_and_can_be_run_again() {
    let (directory, mut child) = at_work(&["--json", "-j", "2"]);
    child.kill().unwrap();
    assert_eq!(child.wait().unwrap().signal(), Some(9));
    let out = directory.path().join("out");
    let done = whole(&out);
    assert!(names(&out).iter().all(|name| !name.starts_with('.') || is_temporary(name)));
    assert!((1..200).contains(&done), "{done}");
    let again = &["--json", "in", "--output-dir", "out"];
    assert_eq!(epitome(directory.path(), again).code, Some(0));
    assert_eq!(whole(&out), 200);
}

/// The signals that end a program, but for those that are switched off here,
/// as in a background job: its children have them off as well.
fn signals() -> Vec<(&'static str, i32)> {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = mask.map_or(0, |mask| u64::from_str_radix(mask.trim(), 16).unwrap());
    let (heeded, off): (Vec<_>, Vec<_>) = [("INT", 2), ("TERM", 15)]
        .into_iter()
        .partition(|(_, number)| ignored >> (number - 1) & 1 == 0);
    for (name, _) in off {
        eprintln!("skipped, since it is off here: {name}");
    }
    heeded
}

fn signal(name: &str, child: &Child) {
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
}

#[test]
fn case_10_an_interruption_leaves_whole_files_and_no_others() {
    for (name, number) in signals() {
        let (directory, mut child) = at_work(&["--json", "-j", "2"]);
        signal(name, &child);
        // A shell makes 130 of signal 2.
        assert_eq!(child.wait().unwrap().signal(), Some(number));
        let out = directory.path().join("out");
        assert_eq!(whole(&out), names(&out).len());
        assert!(names(&out).len() < 200);
    }
}

#[test]
fn case_10_an_interrupted_output_file_keeps_what_it_held() {
    let directory = two_files();
    fs::write(directory.path().join("out.ndjson"), "old").unwrap();
    let arguments = ["--from", "jsonl", "-o", "out.ndjson", "--line-buffered"];
    let mut child =
        command(directory.path(), &arguments).stdin(Stdio::piped()).spawn().unwrap();
    let mut records = child.stdin.take().unwrap();
    let line = format!("{{\"text\": {TEXT:?}}}\n");
    std::io::Write::write_all(&mut records, line.as_bytes()).unwrap();
    while names(directory.path()).len() < 4 {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    signal("TERM", &child);
    assert_eq!(child.wait().unwrap().signal(), Some(15));
    assert_eq!(names(directory.path()), ["a.txt", "b.txt", "out.ndjson"]);
    assert_eq!(fs::read_to_string(directory.path().join("out.ndjson")).unwrap(), "old");
}

#[test]
fn case_10_interrupted_records_end_with_a_whole_line() {
    let mut child = command(Path::new("."), &["--from", "jsonl", "-f", "ndjson"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut records = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        let line = format!("{{\"text\": {TEXT:?}}}\n").repeat(100);
        while std::io::Write::write_all(&mut records, line.as_bytes()).is_ok() {}
    });
    let mut out = child.stdout.take().unwrap();
    let mut bytes = vec![0; 100_000];
    out.read_exact(&mut bytes).unwrap();
    signal("TERM", &child);
    out.read_to_end(&mut bytes).unwrap();
    assert_eq!(child.wait().unwrap().signal(), Some(15));
    writer.join().unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.ends_with("}\n"));
    assert!(
        text.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok())
    );
}

/// A long line is written in pieces.
#[test]
fn case_10_an_interrupted_long_record_is_a_whole_line() {
    let (_directory, mut child) = at_a_long_line();
    let mut bytes = vec![0; 2_000_000];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut bytes).unwrap();
    signal("TERM", &child);
    out.read_to_end(&mut bytes).unwrap();
    assert_eq!(child.wait().unwrap().signal(), Some(15));
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.ends_with("}\n"));
    let is_whole = |line| serde_json::from_str::<serde_json::Value>(line).is_ok();
    assert!(text.lines().all(is_whole));
}

/// Who ends the program does not wait for somebody to read. By `TERM`, which no
/// background job switches off.
#[test]
fn case_10_a_line_that_nobody_reads_is_not_waited_for() {
    let (_directory, mut child) = at_a_long_line();
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut [0; 1000]).unwrap();
    signal("TERM", &child);
    assert_eq!(child.wait().unwrap().signal(), Some(15));
}

/// The command with records that give lines of some megabytes each.
fn at_a_long_line() -> (TempDir, Child) {
    let directory = tempdir().unwrap();
    let record = format!("{{\"text\": {:?}}}\n", TEXT.repeat(4_000));
    fs::write(directory.path().join("long.jsonl"), record.repeat(20)).unwrap();
    let arguments = ["-f", "ndjson", "--scores", "-j", "2", "long.jsonl"];
    let mut command = command(directory.path(), &arguments);
    let child = command.stdout(Stdio::piped()).spawn().unwrap();
    (directory, child)
}

/// `nohup` and background jobs switch signals off, which stays so.
#[test]
#[cfg(target_os = "linux")]
fn case_10_a_signal_that_was_switched_off_stays_so() {
    let directory = two_files();
    let line = "trap '' HUP INT; \"$E\" - > out.txt < pipe & \
                exec 3> pipe; sleep 0.2; kill -s HUP $!; kill -s INT $!; \
                cat a.txt >&3; exec 3>&-; wait $!";
    fifo(&directory.path().join("pipe"));
    assert_eq!(shell(directory.path(), line).code, Some(0));
    let out = fs::read_to_string(directory.path().join("out.txt")).unwrap();
    assert!(out.starts_with("The harbour"), "{out}");
}

#[test]
fn case_11_an_input_is_never_overwritten() {
    let directory = two_files();
    let path = |name: &str| directory.path().join(name);
    symlink("a.txt", path("link")).unwrap();
    fs::hard_link(path("a.txt"), path("hard")).unwrap();
    for target in ["a.txt", "./a.txt", "link", "hard"] {
        let ran = epitome(directory.path(), &["a.txt", "-o", target]);
        assert_eq!(ran.code, Some(2), "{target}");
        assert!(ran.stderr.contains("input and output are the same file"));
    }
    for line in ["\"$E\" < a.txt >> a.txt", "\"$E\" a.txt >> a.txt", "\"$E\" . >> a.txt"]
    {
        assert_eq!(shell(directory.path(), line).code, Some(2), "{line}");
    }
    assert_eq!(fs::read_to_string(path("a.txt")).unwrap(), TEXT);
}

#[test]
fn case_12_outputs_that_would_clash_are_refused_before_any_work() {
    let directory = two_files();
    fs::create_dir_all(directory.path().join("x/a.txt.json")).unwrap();
    fs::write(directory.path().join("x/a.txt"), TEXT).unwrap();
    fs::write(directory.path().join("x/a.txt.json/b.txt"), TEXT).unwrap();
    for inputs in [&["a.txt", "x/a.txt"][..], &["a.txt", "x"]] {
        let arguments = [inputs, &["--json", "--output-dir", "out"]].concat();
        let ran = epitome(directory.path(), &arguments);
        assert_eq!(ran.code, Some(2), "{inputs:?}");
        assert!(!directory.path().join("out").exists());
    }
    let ran = epitome(directory.path(), &["a.txt", "x/a.txt", "--output-dir", "out"]);
    let said = "epitome: a.txt and x/a.txt would both be written to out/a.txt.txt\n";
    assert_eq!(ran.stderr, said);
}

#[test]
fn case_13_a_file_is_replaced_whole_behind_its_link_with_its_mode() {
    let directory = two_files();
    let path = |name: &str| directory.path().join(name);
    let mode =
        |name: &str| fs::metadata(path(name)).unwrap().permissions().mode() & 0o777;
    symlink("real", path("link")).unwrap();
    fs::write(path("real"), "old").unwrap();
    fs::set_permissions(path("real"), Permissions::from_mode(0o640)).unwrap();
    assert_eq!(epitome(directory.path(), &["a.txt", "-o", "link"]).code, Some(0));
    assert!(path("link").is_symlink());
    assert!(fs::read_to_string(path("real")).unwrap().contains("harbour"));
    assert_eq!(mode("real"), 0o640);
    symlink("later", path("dangling")).unwrap();
    assert_eq!(epitome(directory.path(), &["a.txt", "-o", "dangling"]).code, Some(0));
    assert!(path("dangling").is_symlink() && path("later").is_file());
    let line = "umask 027; exec \"$E\" a.txt -o new";
    assert_eq!(shell(directory.path(), line).code, Some(0));
    assert_eq!(mode("new"), 0o640);
    assert!(!names(directory.path()).iter().any(|name| is_temporary(name)));
}

#[test]
fn case_14_pipes_and_devices_are_written_as_they_stand() {
    let directory = two_files();
    let pipe = fifo(&directory.path().join("pipe"));
    let reader = std::thread::spawn(move || fs::read_to_string(pipe).unwrap());
    let usual = epitome(directory.path(), &["a.txt"]);
    assert_eq!(epitome(directory.path(), &["a.txt", "-o", "pipe"]).code, Some(0));
    assert_eq!(reader.join().unwrap(), usual.stdout);
    for target in ["-", "/dev/stdout"] {
        let ran = with_input(directory.path(), &["-o", target], TEXT.as_bytes());
        assert_eq!(ran.stdout, usual.stdout, "{target}");
    }
}
