//! Standard input that tells the user when it keeps them waiting.

use std::io::{self, IsTerminal, Read};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::messages;

/// Nothing is said of input that comes sooner.
const PATIENCE: Duration = Duration::from_secs(2);

/// A source that says, once, that it is waited for.
#[derive(Debug)]
pub struct Awaited<R> {
    source: R,
    quiet: bool,
}

impl<R> Awaited<R> {
    /// Speaks up only on a terminal, and not where `quiet`.
    pub fn new(source: R, quiet: bool) -> Self {
        Awaited { source, quiet: quiet || !io::stderr().is_terminal() }
    }
}

impl<R: Read> Read for Awaited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if std::mem::replace(&mut self.quiet, true) {
            return self.source.read(buffer);
        }
        let (arrived, awaited) = mpsc::channel::<()>();
        let _ = thread::Builder::new().spawn(move || {
            if awaited.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                messages::say("reading standard input …");
            }
        });
        let length = self.source.read(buffer);
        drop(arrived);
        length
    }
}
