//! The command in a real terminal: what it shows fits, whatever the script.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

use std::io::Read;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const TEXT: &str = "港の壁は三月に氷で壊れた。修理には二百万クローネかかる。町の人々は冬の間ずっと\
    別の港を使わなければならないと町長は述べた。\n\n\
    Les cafe\u{301}s du port e\u{301}taient ferme\u{301}s depuis l\u{2019}hiver, et la re\u{301}paration \
    de la jete\u{301}e a cou\u{302}te\u{301} deux millions. Personne n\u{2019}a e\u{301}te\u{301} blesse\u{301}.\n\n\
    The pump said \u{1b}]0;owned\u{7} and \u{202e}turned back. It went on.\n";

/// What `epitome` sends a terminal of `columns` columns.
fn session(columns: u16, arguments: &[&str]) -> Option<String> {
    sent(columns, env!("CARGO_BIN_EXE_epitome"), arguments)
}

/// What a terminal of `columns` columns is sent by `program`.
fn sent(columns: u16, program: &str, arguments: &[&str]) -> Option<String> {
    let size = PtySize { rows: 50, cols: columns, pixel_width: 0, pixel_height: 0 };
    let pair = match native_pty_system().openpty(size) {
        Ok(pair) => pair,
        Err(error) => {
            eprintln!("skipped, since no terminal is to be had: {error}");
            return None;
        }
    };
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.env_remove("COLUMNS");
    command.env_remove("NO_COLOR");
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut bytes = Vec::new();
    // Linux ends the reading with an error when the other side is closed.
    let _ = reader.read_to_end(&mut bytes);
    assert!(child.wait().unwrap().success());
    Some(String::from_utf8(bytes).unwrap().replace("\r\n", "\n"))
}

#[test]
fn every_view_fits_40_80_and_200_columns_and_is_tame() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("text.txt");
    std::fs::write(&path, TEXT).unwrap();
    let path = path.to_str().unwrap();
    for columns in [40, 80, 200] {
        for arguments in [&["--explain", path][..], &[path]] {
            let Some(shown) = session(columns, arguments) else { return };
            assert!(!shown.contains("\u{1b}]") && !shown.contains(['\u{7}', '\u{202e}']));
            for line in shown.lines() {
                let width = textwrap::core::display_width(line);
                assert!(width <= usize::from(columns), "{width} of {columns}: {line}");
            }
        }
    }
}

/// The text stands in one column, behind the margin, on every line.
#[test]
fn the_margin_is_as_wide_beside_any_script() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("text.txt");
    std::fs::write(&path, TEXT).unwrap();
    let Some(shown) = session(80, &["--explain", path.to_str().unwrap()]) else { return };
    assert!(shown.contains("\u{1b}[1m") && shown.contains("\u{1b}[2m"), "{shown}");
    let shown = anstream::adapter::strip_str(&shown).to_string();
    let margins: Vec<usize> = shown
        .lines()
        .skip(1)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let head = line.find(|c: char| !" *§▏▎▍▌▋▊▉█0123456789".contains(c)).unwrap();
            textwrap::core::display_width(&line[..head])
        })
        .collect();
    assert!(margins.len() > 6, "{shown}");
    // Reasons stand two columns further in.
    let is_text = |margin: &usize| [margins[0], margins[0] + 2].contains(margin);
    let signs = |line: &str| line.contains(['+', '\u{2212}']);
    let texts = shown.lines().skip(1).filter(|line| !line.is_empty() && !signs(line));
    assert!(
        texts.count() > 4 && margins.iter().filter(|m| is_text(m)).count() > 6,
        "{shown}"
    );
}

/// Runs a line of the shell in which `"$0"` is the command.
fn shell(line: &str) -> Option<String> {
    sent(80, "sh", &["-c", line, env!("CARGO_BIN_EXE_epitome")])
}

#[test]
fn a_long_job_shows_that_it_is_alive_and_leaves_nothing_behind() {
    let directory = tempfile::tempdir().unwrap();
    let out = directory.path().join("out.txt");
    let record = r#"{"id": 1, "text": "Ice broke the wall in March."}"#;
    let slow = format!(
        "(sleep 2.1; printf '%s\\n%s\\n' '{record}' '{record}') | \
         \"$0\" --from jsonl -o '{}'",
        out.display()
    );
    let Some(shown) = shell(&slow) else { return };
    assert!(shown.starts_with("epitome: reading standard input …\n"), "{shown:?}");
    assert!(shown.contains(" 2 documents, ") && shown.contains("B/s"), "{shown:?}");
    assert!(shown.ends_with("\r\u{1b}[2K"), "{shown:?}");
    assert!(out.is_file());
}

/// Results on the terminal are progress enough, and nothing runs into them.
#[test]
fn no_bar_stands_among_results() {
    let record = r#"{"id": 1, "text": "Ice broke the wall in March."}"#;
    let slow = format!(
        "(sleep 0.6; printf '%s\\n%s\\n' '{record}' '{record}') | \"$0\" --from jsonl"
    );
    let Some(shown) = shell(&slow) else { return };
    assert!(shown.starts_with("==> standard input:1 <==\n"), "{shown:?}");
    assert!(!shown.contains("documents") && !shown.contains('\r'), "{shown:?}");
}

/// Case 35 of `docs/reliability.md`: a name cannot take over the terminal.
#[test]
fn names_of_files_are_tame_in_headers_and_lists() {
    let directory = tempfile::tempdir().unwrap();
    let name = "osc\u{1b}]0;owned\u{7}\u{202e}\n.txt";
    let (a, b) = (directory.path().join(name), directory.path().join("b.txt"));
    if let Err(error) = std::fs::write(&a, TEXT) {
        eprintln!("skipped, since this file system has no such name: {error}");
        return;
    }
    std::fs::write(&b, TEXT).unwrap();
    let (a, b) = (a.to_str().unwrap(), b.to_str().unwrap());
    for arguments in [&["--files", a, b][..], &[a, b], &["--explain", a, b]] {
        let Some(shown) = session(200, arguments) else { return };
        assert!(!shown.contains("\u{1b}]") && !shown.contains(['\u{7}', '\u{202e}']));
        assert!(
            shown.contains("osc\u{fffd}]0;owned\u{fffd}\u{fffd}\u{fffd}.txt"),
            "{shown}"
        );
    }
}
