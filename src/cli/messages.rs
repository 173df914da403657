//! Messages on standard error, one line each: `epitome: where: what`.

use std::io::{self, Write};
use std::path::Path;

use crate::render::neutral;

/// Prints messages, as many as the user wants.
#[derive(Clone, Copy, Debug)]
pub struct Messages {
    pub quiet: bool,
    pub verbose: bool,
}

impl Messages {
    /// Something the user should know.
    pub fn warning(self, place: &str, what: &str) {
        if !self.quiet {
            say(&format!("{place}: warning: {what}"));
        }
    }

    /// Something the user should know of the whole run.
    pub fn note(self, what: &str) {
        if !self.quiet {
            say(&format!("warning: {what}"));
        }
    }

    /// A configuration file was read.
    pub fn configured(self, path: &Path) {
        if self.verbose {
            say(&format!("{}: configuration read", path.display()));
        }
    }

    /// A file was passed over.
    pub fn skipped(self, path: &Path, reason: &str) {
        if self.verbose {
            say(&format!("{}: skipped: {reason}", path.display()));
        }
    }
}

/// Something failed.
pub fn error(place: &str, what: &str) {
    say(&format!("{place}: {what}"));
}

/// Writes one line. It does not matter if standard error is closed or full.
pub fn say(message: &str) {
    let _ = writeln!(io::stderr(), "epitome: {}", one_line(message));
}

/// `text` without characters that would break its line or take over a terminal.
pub fn one_line(text: &str) -> String {
    neutral(text).replace('\n', "\u{fffd}")
}

/// `error` without its number.
pub fn io(error: &io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error").map_or(text.as_str(), |(what, _)| what).to_string()
}

/// Writes text of several lines as it is.
pub fn say_text(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
