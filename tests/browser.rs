//! The HTML page in a real browser: Chromium, where it is installed.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A page that frames `page.html` at several widths, uses it, and writes down
/// what it saw.
const HARNESS: &str = include_str!("browser/harness.html");

const TITLE: &str = "A </script> & \"title\"";

const HOSTILE: &str = "The <b>wall</b> broke & \"nobody\" saw </script> in March. \
    <img src=x onerror=\"console.error(1)\"> was in the second sentence. \
    The repairs of the wall cost two million crowns.\n\n\
    港の壁は三月に氷で壊れた。修理には二百万クローネかかる。\n\n\
    Averyveryveryveryveryveryverylongwordwithoutanybreakthatwouldoverflowanarrowscreenatonce is here.\n";

fn chromium() -> Option<&'static str> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    names.into_iter().find(|name| Command::new(name).arg("--version").output().is_ok())
}

fn epitome(directory: &Path, arguments: &[&str]) {
    let run = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .args(arguments)
        .current_dir(directory)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&run.stderr), "");
}

/// What the harness saw, and what the browser wrote to its console.
fn visit(browser: &str, directory: &Path) -> (Value, String) {
    let harness = directory.join("harness.html");
    fs::write(&harness, HARNESS).unwrap();
    let run = Command::new(browser)
        .args([
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
            "--allow-file-access-from-files", "--enable-logging=stderr",
            "--virtual-time-budget=20000", "--dump-dom",
        ])
        .arg(format!("--user-data-dir={}", directory.join("profile").display()))
        .arg(format!("file://{}", harness.display()))
        .output()
        .unwrap();
    let (page, log) =
        (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    let seen = page.split("<pre id=\"seen\">").nth(1).unwrap_or_else(|| panic!("{log}"));
    let seen = seen.split("</pre>").next().unwrap();
    let seen = seen.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let console = log.lines().filter(|line| line.contains("CONSOLE"));
    (
        serde_json::from_str(&seen)
            .unwrap_or_else(|error| panic!("{error}: {seen}\n{log}")),
        console.collect::<Vec<_>>().join("\n"),
    )
}

#[test]
fn a_page_works_and_fits_and_shows_text_as_text() {
    let Some(browser) = chromium() else {
        eprintln!("skipped, since Chromium is not installed");
        return;
    };
    let directory = tempfile::tempdir().unwrap();
    let record = serde_json::json!({"id": "<i>", "title": TITLE, "text": HOSTILE});
    fs::write(directory.path().join("hostile.jsonl"), record.to_string()).unwrap();
    epitome(directory.path(), &["-n", "2", "-o", "page.html", "hostile.jsonl"]);
    let (seen, console) = visit(browser, directory.path());
    assert_eq!(console, "");
    assert_eq!(seen["error"], Value::Null, "{seen}");
    for width in ["360", "1400"] {
        let frame = &seen[width];
        assert!(
            frame["scrollWidth"].as_f64() <= frame["clientWidth"].as_f64(),
            "{width}: {frame}"
        );
        assert_eq!(frame["marked"], serde_json::json!([2, 0, 1, 4, 2]), "{frame}");
        assert_eq!(frame["title"], TITLE);
        let text = frame["text"].as_str().unwrap();
        assert!(
            text.contains("The <b>wall</b> broke & \"nobody\" saw </script> in March.")
        );
        assert_eq!(frame["foreign"], 0, "{frame}");
        // By keyboard: one tab stop, then arrows; the focused one says why.
        assert_eq!(frame["stops"], 1);
        assert_eq!(frame["moved"], true);
        assert!(frame["why"].as_str().unwrap().starts_with("Rank "), "{frame}");
    }
}
