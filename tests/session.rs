//! The picture at the top of README is what the command shows. After a change:
//! `SESSION=overwrite cargo test --test session`, then look at it.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

use std::path::Path;
use std::process::Command;

/// How much of the text the picture shows.
const LINES: usize = 27;

const ARGUMENTS: [&str; 3] = ["--explain", "-n2", "corpus/articles/news-bridge.html"];

#[test]
fn the_picture_is_of_this_version() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .args(["--color", "always"])
        .args(ARGUMENTS)
        .current_dir(root)
        .output()
        .unwrap();
    let shown = String::from_utf8(run.stdout).unwrap();
    let shown: Vec<&str> = shown.lines().take(LINES).collect();
    let session = format!("$ epitome {}\n{}\n", ARGUMENTS.join(" "), shown.join("\n"));
    let term = anstyle_svg::Term::new()
        .fg_color(anstyle::RgbColor(232, 232, 228).into())
        .bg_color(anstyle::RgbColor(28, 28, 30).into());
    // Faint text is to be readable too.
    let picture = term.render_svg(&session).replace("opacity: 0.4", "opacity: 0.62");
    let path = root.join("docs/session.svg");
    if std::env::var_os("SESSION").is_some_and(|session| session == "overwrite") {
        std::fs::write(&path, &picture).unwrap();
    }
    assert!(
        std::fs::read_to_string(path).unwrap() == picture,
        "docs/session.svg is stale"
    );
}
