//! Inputs that are missing, unreadable, endless, torn or no text at all.

use std::fs::{self, File, Permissions};
use std::io::{Read, Write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use tempfile::tempdir;

use super::{Ran, TEXT, as_nobody, command, epitome, fifo, shell, two_files, with_input};

fn from_stdin(arguments: &[&str], input: &[u8]) -> Ran {
    with_input(".".as_ref(), arguments, input)
}

#[test]
fn case_15_a_missing_file_is_one_line_and_the_rest_is_done() {
    let directory = two_files();
    let ran = epitome(directory.path(), &["nope.txt", "a.txt"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.stderr, "epitome: nope.txt: No such file or directory\n");
    assert!(ran.stdout.contains("The harbour closed"));
}

#[test]
fn case_16_a_directory_without_text_is_said_to_have_none() {
    let directory = tempdir().unwrap();
    let run = || epitome(directory.path(), &["."]);
    let empty = "(it is empty, or all in it is hidden or ignored)";
    assert_eq!(run().stderr, format!("epitome: .: no readable documents {empty}\n"));
    fs::write(directory.path().join("a.png"), b"\x89PNG").unwrap();
    assert_eq!(run().stderr, "epitome: .: no readable documents (1 skipped; see -v)\n");
    fs::write(directory.path().join("nul.md"), b"a b c.\0 def.").unwrap();
    assert_eq!(run().stderr, "epitome: .: no text in it (1 file skipped; see -v)\n");
    assert_eq!(run().code, Some(1));
}

#[test]
fn case_17_what_may_not_be_read_is_one_line_each() {
    let directory = two_files();
    let path = |name: &str| directory.path().join(name);
    let set = |name: &str, mode| {
        fs::set_permissions(path(name), Permissions::from_mode(mode)).unwrap();
    };
    fs::create_dir(path("locked")).unwrap();
    fs::write(path("locked/c.txt"), TEXT).unwrap();
    set("locked", 0);
    set("a.txt", 0);
    set("", 0o755);
    let ran = as_nobody(directory.path(), &["-f", "ndjson", "."]);
    set("locked", 0o755);
    let Some(ran) = ran else { return };
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.stderr,
        "epitome: ./a.txt: Permission denied\nepitome: ./locked: Permission denied\n"
    );
    let objects = ran.objects();
    assert_eq!((&objects[3]["documents"], &objects[3]["failed"]), (&1.into(), &2.into()));
}

#[test]
fn case_18_what_has_no_sentences_has_an_empty_summary() {
    for input in
        ["", " \n\n\t", "\u{feff}", "# A\n\n## B\n", "```\nlet a = 1;\n```\n", "***\n"]
    {
        let format = if input.contains(['#', '`', '*']) { "markdown" } else { "text" };
        let ran = from_stdin(&["--json", "--from", format], input.as_bytes());
        assert_eq!(ran.code, Some(0), "{input:?}");
        assert_eq!(ran.stderr, "epitome: standard input: warning: no sentences\n");
        let summary = ran.object();
        assert_eq!(summary["overall"]["sentences"], serde_json::json!([]), "{input:?}");
        assert!(!ran.stdout.contains("NaN") && !ran.stdout.contains("null,\"parts\""));
    }
}

#[test]
fn case_19_one_word_one_sentence_and_one_repeated() {
    for (input, text) in
        [("word", "word"), ("It rains.", "It rains."), ("Rain fell. ", "Rain fell.")]
    {
        let many = if input.ends_with(' ') { 5_000 } else { 1 };
        let ran = from_stdin(&["--json", "--scores"], input.repeat(many).as_bytes());
        let summary = ran.object();
        let picks = summary["overall"]["sentences"].as_array().unwrap();
        assert_eq!((picks.len(), &picks[0]["text"]), (1, &text.into()));
        let scored = summary["sentences"].as_array().unwrap();
        assert_eq!(scored.len(), many);
        assert!(scored.iter().all(|one| one["score"].as_f64().unwrap().is_finite()));
    }
}

#[test]
fn case_21_broken_utf_8_is_replaced_and_counted() {
    for (input, replaced) in [
        (&b"caf\xe9 is open. It is \xff good."[..], None),
        (b"\xef\xbb\xbfHe came. \xf0\x9f\x98", Some(1)),
        (b"\xef\xbb\xbfA \xed\xa0\x80 half of a pair.", Some(3)),
        (b"\xef\xbb\xbfAn overlong \xc0\xaf slash.", Some(2)),
    ] {
        let ran = from_stdin(&["--json"], input);
        assert_eq!(ran.code, Some(0), "{input:?}");
        let summary = ran.object();
        assert_eq!(summary["overall"]["sentences"][0]["start"], 0);
        if let Some(replaced) = replaced {
            assert_eq!(summary["source"]["replaced"], replaced);
            assert!(ran.stderr.contains("replaced (read as utf-8)"), "{}", ran.stderr);
        }
    }
}

#[test]
fn case_22_utf_16_is_read_and_utf_32_is_named() {
    let wide = |mark: u16, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        [mark].into_iter().chain(TEXT.encode_utf16()).flat_map(order).collect()
    };
    let plain = from_stdin(&[], TEXT.as_bytes());
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        assert_eq!(from_stdin(&[], &wide(0xfeff, order)).stdout, plain.stdout);
        let odd = [wide(0xfeff, order), vec![b'x']].concat();
        let ran = from_stdin(&["--json"], &odd);
        assert_eq!((ran.code, &ran.object()["source"]["replaced"]), (Some(0), &1.into()));
    }
    let unmarked = wide(0xfeff, u16::to_le_bytes)[2..].to_vec();
    assert_eq!(from_stdin(&["-E", "utf-16le"], &unmarked).stdout, plain.stdout);
    let ran = from_stdin(&[], b"\xff\xfe\0\0H\0\0\0");
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("UTF-32"), "{}", ran.stderr);
}

#[test]
fn case_22_records_with_byte_order_marks_may_be_joined() {
    let file = "\u{feff}{\"text\": \"One is here.\"}\n";
    let ran = from_stdin(&["--from", "jsonl", "-f", "ndjson"], file.repeat(2).as_bytes());
    assert_eq!((ran.code, ran.objects().len()), (Some(0), 3), "{}", ran.stderr);
}

#[test]
fn case_23_labels_of_encodings() {
    for (label, bytes, text) in [
        ("latin1", &b"Caf\xe9 is open."[..], "Café is open."),
        ("windows-1252", b"\x93Yes,\x94 he said.", "“Yes,” he said."),
        ("shift_jis", b"\x8d`\x82\xcd\x95\xc2\x82\xb6\x82\xbd\x81B", "港は閉じた。"),
    ] {
        let summary = from_stdin(&["-E", label, "--json"], bytes).object();
        assert_eq!(summary["overall"]["sentences"][0]["text"], text);
        let record = [b"{\"text\":\"", &bytes[..0], b"A.\"}\n"].concat();
        let ran = from_stdin(&["-E", label, "--from", "jsonl"], &record);
        assert_eq!(ran.code, Some(0), "{label}");
    }
    let ran = from_stdin(&["-E", "nope"], b"");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("unknown encoding 'nope' (try utf-8, windows-1252"));
}

#[test]
fn case_24_what_is_no_text_is_named() {
    let directory = two_files();
    for (name, bytes, what) in [
        ("x", &b"a\0b. c d e."[..], "looks like binary data"),
        ("x.txt", b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        ("elf", b"\x7fELF\x02\x01\x01\0", "an executable"),
        ("p.pdf", b"%PDF-1.7\n\0", "PDF"),
    ] {
        let path = directory.path().join(name);
        fs::write(&path, bytes).unwrap();
        let ran = epitome(directory.path(), &[name]);
        assert_eq!((ran.code, ran.stderr.lines().count()), (Some(1), 1));
        assert!(ran.stderr.contains(what), "{}", ran.stderr);
    }
    let ran = epitome(directory.path(), &["-f", "ndjson", "."]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
}

/// An endless line is read as far as the limit and no further.
#[test]
fn case_25_an_endless_line_is_refused_at_the_limit() {
    let line = "tr '\\0' x < /dev/zero | \"$E\" --max-bytes 1M";
    let ran = shell(".".as_ref(), line);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.stderr,
        "epitome: standard input: it has more than the limit of 1048576 bytes; see --max-bytes\n"
    );
    let long = from_stdin(&["--json"], &b"word ".repeat(100_000)).object();
    assert_eq!(long["source"]["words"], 100_000);
}

/// The size of a file tells that it is too large; with less address space than its limit
/// it could not be read that far.
#[test]
#[cfg(target_os = "linux")]
fn case_25_a_file_that_is_too_large_is_refused_unread() {
    let directory = two_files();
    for name in ["huge.txt", "huge"] {
        let file = File::create(directory.path().join(name)).unwrap();
        file.set_len(2 << 30).unwrap();
        let line = format!("ulimit -v 400000; exec \"$E\" {name} a.txt");
        let ran = shell(directory.path(), &line);
        let said = "it has more than the limit of 1073741824 bytes; see --max-bytes";
        assert_eq!(ran.stderr, format!("epitome: {name}: {said}\n"));
        assert!(ran.code == Some(1) && ran.stdout.contains("The harbour"), "{name}");
    }
    // Zeros are no text: found in a directory, such a file is passed over.
    let ran = epitome(directory.path(), &["--json", "."]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
}

#[test]
fn case_25_an_endless_record_is_passed_over() {
    let long = format!(
        "{{\"id\":1,\"text\":\"{}\"}}\n{{\"id\":2,\"text\":\"Short.\"}}\n",
        "a ".repeat(400)
    );
    let arguments = ["--from", "jsonl", "-f", "ndjson", "--max-record-bytes", "100"];
    let objects = from_stdin(&arguments, long.as_bytes()).objects();
    assert_eq!((&objects[0]["type"], &objects[0]["line"]), (&"error".into(), &1.into()));
    assert_eq!(objects[1]["overall"]["sentences"][0]["text"], "Short.");
}

#[test]
fn case_32_loops_and_dangling_links_are_named_and_passed_over() {
    let directory = two_files();
    symlink(".", directory.path().join("loop")).unwrap();
    let ran = epitome(directory.path(), &["-L", "-f", "ndjson", "."]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.starts_with("epitome: ./loop: a loop of links"), "{}", ran.stderr);
    assert_eq!(ran.stderr.lines().count(), 1);
    assert_eq!(ran.stdout.matches("\"type\":\"summary\"").count(), 2);
    symlink("nowhere", directory.path().join("dangling.txt")).unwrap();
    symlink("self.txt", directory.path().join("self.txt")).unwrap();
    let ran = epitome(directory.path(), &["."]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let ran = epitome(directory.path(), &["dangling.txt", "self.txt", "a.txt"]);
    assert_eq!((ran.code, ran.stderr.lines().count()), (Some(1), 2), "{}", ran.stderr);
}

#[test]
fn case_33_a_walk_passes_special_files_over() {
    let directory = two_files();
    fifo(&directory.path().join("pipe.txt"));
    let _socket = UnixListener::bind(directory.path().join("socket.txt")).unwrap();
    let ran = epitome(directory.path(), &["-v", "-f", "ndjson", "."]);
    assert_eq!((ran.code, ran.objects().len()), (Some(0), 3));
    assert_eq!(ran.stderr.matches("skipped: no regular file").count(), 2);
    let ran = epitome(directory.path(), &["socket.txt"]);
    assert_eq!((ran.code, ran.stderr.lines().count()), (Some(1), 1));
}

#[test]
fn case_33_a_named_pipe_is_read_and_an_endless_device_is_refused() {
    let directory = two_files();
    let pipe = fifo(&directory.path().join("pipe"));
    let writer = thread::spawn(move || fs::write(pipe, TEXT).unwrap());
    let ran = epitome(directory.path(), &["pipe"]);
    writer.join().unwrap();
    assert!(ran.stdout.starts_with("The harbour"), "{}", ran.stderr);
    let ran = epitome(directory.path(), &["--max-bytes", "64K", "/dev/zero"]);
    assert_eq!(ran.code, Some(1));
    let message = "it has more than the limit of 65536 bytes; see --max-bytes\n";
    assert!(ran.stderr.ends_with(message), "{}", ran.stderr);
}

/// A file has no lock: the summary is of what was read.
#[test]
fn case_34_a_file_that_changes_while_it_is_read_does_no_harm() {
    let directory = two_files();
    let path = directory.path().join("changing.txt");
    fs::write(&path, TEXT.repeat(1000)).unwrap();
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let changing = path.clone();
    let writer = thread::spawn(move || {
        while stopped.try_recv().is_err() {
            let file = File::options().write(true).open(&changing).unwrap();
            file.set_len(0).unwrap();
            (&file).write_all(TEXT.repeat(1000).as_bytes()).unwrap();
        }
    });
    for _ in 0..4 {
        let ran = epitome(directory.path(), &["changing.txt", "a.txt"]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    }
    stop.send(()).unwrap();
    writer.join().unwrap();
}

#[test]
fn case_35_paths_of_all_kinds_are_read_and_cannot_speak_for_the_program() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let directory = tempdir().unwrap();
    let long = "x".repeat(251) + ".txt";
    let names = [
        &b"new\nline.txt"[..],
        b"osc\x1b]52;c;aGk=\x07.txt",
        b"bidi\xe2\x80\xae.txt",
        b"caf\xe9.txt",
        b"-n.txt",
        long.as_bytes(),
    ];
    for name in names {
        let path = directory.path().join(OsStr::from_bytes(name));
        if let Err(error) = fs::write(&path, TEXT) {
            eprintln!("skipped, since this file system has no such name: {error}");
            continue;
        }
        let run = |before: &[&str]| -> Ran {
            let mut command = command(directory.path(), before);
            command.arg("--").arg(OsStr::from_bytes(name));
            command.output().unwrap().into()
        };
        let ran = run(&["--json"]);
        let told = &ran.object()["source"]["path"];
        match std::str::from_utf8(name) {
            Ok(name) => assert_eq!(told, name),
            Err(_) => assert_eq!(told["bytes"], "Y2Fm6S50eHQ="),
        }
        // One line each, whatever the path holds: a header and an error.
        let headed = run(&["nope.txt"]);
        let header = headed.stdout.lines().next().unwrap();
        assert!(header.starts_with("==> ") && header.ends_with(" <=="), "{header}");
        assert!(!headed.stdout.contains('\x1b'));
        fs::remove_file(&path).unwrap();
        let ran = run(&[]);
        assert_eq!((ran.code, ran.stderr.lines().count()), (Some(1), 1));
        assert!(!ran.stderr.contains(['\x1b', '\x07', '\u{202e}']), "{}", ran.stderr);
    }
}

#[test]
fn case_35_a_path_that_is_too_long_is_one_line() {
    let path = "x/".repeat(3_000) + "a.txt";
    let ran = epitome(".".as_ref(), &[&path]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""));
    assert_eq!(ran.stderr, format!("epitome: {path}: File name too long\n"));
}

#[test]
fn case_36_text_from_strangers_is_escaped_where_it_could_do_harm() {
    let text = "She wrote </script><img src=x onerror=alert(1)> & \"quoted\" \u{2028}it. \
                \x1b]0;owned\x07 It beeped \u{202e}twice.";
    let page = from_stdin(&["-f", "html", "--from", "text"], text.as_bytes()).stdout;
    assert!(!page.contains("<img") && page.contains("&lt;img"));
    assert_eq!(page.matches("</script>").count(), page.matches("<script").count());
    let json = from_stdin(&["--json"], text.as_bytes());
    assert!(json.object()["overall"]["sentences"][0]["text"].is_string());
    // In a pipe it is what it was.
    let plain = from_stdin(&["-n", "9"], text.as_bytes()).stdout;
    assert!(plain.contains("\x1b]0;owned\x07") && plain.contains('\u{202e}'));
}

#[test]
fn case_40_the_order_is_that_of_names_or_of_arguments() {
    let directory = tempdir().unwrap();
    for name in ["b", "a", "B", "ab", "é", "Z9", "10", "9"] {
        fs::write(directory.path().join(name).with_extension("txt"), TEXT).unwrap();
    }
    let listed = epitome(directory.path(), &["--files", "."]).stdout;
    let names: Vec<&str> =
        listed.lines().map(|line| line.trim_start_matches("./")).collect();
    let sorted =
        ["10.txt", "9.txt", "B.txt", "Z9.txt", "a.txt", "ab.txt", "b.txt", "é.txt"];
    assert_eq!(names, sorted);
    let given = ["b.txt", "10.txt", "a.txt"];
    let listed = epitome(directory.path(), &[&["--files"][..], &given].concat()).stdout;
    assert_eq!(listed.lines().collect::<Vec<_>>(), given);
}

#[test]
fn case_43_standard_input_of_every_kind() {
    let directory = two_files();
    let run = |line: &str| shell(directory.path(), line);
    let none = "epitome: standard input: warning: no sentences\n";
    for line in ["\"$E\" - < /dev/null", "\"$E\" < /dev/null", "\"$E\" - <&-"] {
        let ran = run(line);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), none), "{line}");
    }
    let ran = run("\"$E\" - < .");
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.stderr, "epitome: standard input: Is a directory\n");
    let ran = run("\"$E\" - - < a.txt");
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.stderr, "epitome: standard input (-) can be read only once\n");
    let slow = run(
        "for word in The harbour closed.; do printf '%s ' $word; sleep 0.05; done | \"$E\"",
    );
    assert_eq!(slow.stdout.lines().next(), Some("The harbour closed."));
}

#[test]
fn case_43_a_writer_that_never_ends_can_be_interrupted() {
    let mut child = command(".".as_ref(), &[])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    thread::sleep(Duration::from_millis(100));
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-s", "TERM", &id]).status().unwrap().success());
    // Waiting would close it, and end the input.
    let stdin = child.stdin.take();
    let status = child.wait().unwrap();
    drop(stdin);
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&status), Some(15));
    let mut said = String::new();
    child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(said, "");
}

/// Composed and decomposed letters are one text.
#[test]
fn case_46_the_same_sentences_are_picked_in_both_normal_forms() {
    let composed = "Le café fermé a été rénové. La jetée a coûté deux millions. \
                    Personne n’a été blessé. Le port reste fermé. La réparation dure.";
    let mut decomposed = composed.to_string();
    for (one, two) in [("é", "e\u{301}"), ("û", "u\u{302}")] {
        decomposed = decomposed.replace(one, two);
    }
    let picks = |text: &str| -> Vec<u64> {
        let summary = from_stdin(&["--json", "-n", "2"], text.as_bytes()).object();
        let picks = summary["overall"]["sentences"].as_array().unwrap().clone();
        picks.iter().map(|pick| pick["index"].as_u64().unwrap()).collect()
    };
    assert_eq!(picks(composed), picks(&decomposed));
}
